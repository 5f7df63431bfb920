"""Follow a guide: guide.py GUIDE FOLDER

Writes each file of the guide (```lua file=…, ```csv file=…, ```md file=…), runs
each command (```sh, of which status=N is expected), and proves that each line of
a ```text block stands in what the command before it told.  A CSV file is saved
as a spreadsheet program does: a register as "CSV UTF-8", an export in the
Windows-1252 of a Swedish computer.  Prints what is not so, and at the end how
many commands were run.
"""
import pathlib
import re
import subprocess
import sys

text = pathlib.Path(sys.argv[1]).read_text()
place = pathlib.Path(sys.argv[2])
told = ""
ran = 0
for kind, given, body in re.findall(r"^```(\w+)(.*?)\n(.*?)^```", text, re.M | re.S):
    named = re.search(r"file=(\S+)", given)
    if named:
        path = place / named[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "csv":
            encoding = "utf-8-sig" if "register" in named[1] else "cp1252"
            path.write_bytes(body.replace("\n", "\r\n").encode(encoding))
        else:
            path.write_text(body)
    elif kind == "sh" and "cp -R" not in body:
        into = re.search(r"^cd (\S+)$", body, re.M)
        want = int((re.search(r"status=(\d+)", given) or [0, 0])[1])
        got = subprocess.run(["sh", "-ec", body], cwd=place, capture_output=True, text=True)
        told = got.stdout + got.stderr
        ran += 1
        if into:
            place /= into[1]
        if got.returncode != want:
            print("status", got.returncode, "of", body, told)
    elif kind == "text":
        for line in body.splitlines():
            if line not in told:
                print("not told:", line, "\n but:", told)
print("ran", ran)
