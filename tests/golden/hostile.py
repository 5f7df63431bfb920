"""Files that mean harm, through `bokslut test`: hostile.py BOKSLUT FOLDER

FOLDER is a workspace without tests; each attack is its rules/x.lua, alone, or a
function in it that a test asks.  It must be refused with status 78 and told at its line, within two seconds of
processor time and 300 MiB, without a character that a terminal would obey.
tests/unit/test_lua_sandbox.c has those that need no program around them.
"""
import os
import pathlib
import re
import subprocess
import sys

SECONDS = 2
MEBIBYTES = 300
SANITIZED = b"__asan_init" in pathlib.Path(sys.argv[1]).read_bytes()
DEEP = "too many brackets, blocks or operators inside each other"
SLOW = "the file runs too long; is there a loop that never ends?"
UNREAD = "reading up to here takes too long"
REACHED = "the functions of the file use more than 16384 KiB of other functions"
MEMORY = "the file needs too much memory"
STOPPED = "the Lua code stopped with an error: "


def fill(before, part, after, size=260000):
    """As much of a part as a file may have."""
    return before + part * ((size - len(before) - len(after)) // len(part)) + after


def rule(body):
    """A rule that decides by a function, on three lines."""
    return f"""rule {{ id = "g", version = 1, from = "2025-01-01", scale = "goal", to = goals("x"), about = "x", given = {{ none = no_indicators(), green = share("green"), red = count("red") }}, decide = function(given)
{body}
end }}
"""


# label, file, line, what is told there
FILES = [
    # --- Lua's parser, where no hook is called
    ("a chain of equalities", "\nlocal a = 1" + " == 1" * 150, 2, DEEP),
    ("a chain of inequalities", "\n\nlocal a = 1" + " ~= 1" * 300, 3, DEEP),
    ("a chain of texts", "\nlocal a = 'a'" + "\n.. 'a'" * 300, 199, DEEP),
    ("a chain of powers", "local a = 2" + " ^ 2" * 50000, 1, DEEP),
    ("a chain of minus", "local a = " + "- " * 100000 + "1", 1, DEEP),
    ("tables in tables", "\n\n\nlocal a = " + "{" * 5000 + "}" * 5000, 4, DEEP),
    ("functions in functions", "\nlocal a = " + "function() return " * 250 + "1" + " end" * 250, 2, DEEP),
    ("blocks in blocks", "do\n" * 400 + "end\n" * 400, 199, DEEP),
    ("labels", "".join(f"::l{i}::" for i in range(20000)), 1, DEEP),
    ("jumps", fill("\n", "goto a ", "::a::"), 2, "too many labels/gotos"),
    ("a long or", fill("\nlocal a = 1 local b = a ", "or a ", ""), 2, UNREAD),
    ("a long and", fill("\nlocal a = 1 local b = a ", "and a ", ""), 2, UNREAD),
    ("a long elseif", fill("\nlocal a = 1 if a then ", "elseif a then ", "end"), 2, UNREAD),
    ("locals", "local a\n" * 200000, None, "the file is longer than 256 KiB"),
    ("fewer locals", "local a\n" * 20000, 202, "too many local variables (limit is 200)"),
    ("upvalues", "".join(f"local {a}{i}\n" + ("local function f()\n" if i == 189 else "") for a in "ab" for i in range(190))
     + "return function() return " + "+".join(f"{a}{i}" for a in "ab" for i in range(190)) + " end end",
     383, "too many upvalues (limit is 255)"),
    ("a long text", "\nlocal a = '" + "x" * 100000 + "'", 2, MEMORY),
    ("a long name", "\n\nlocal " + "a" * 100000 + " = 1", 3, MEMORY),
    ("a number of many digits", "\nmeasure { 1" + "0" * 100000 + " }", 2, "the number is not exact"),
    ("the end of what stands around the file", "\nend error('out') do", 2, "<eof> expected near 'end'"),
    # --- what is looked at for a function before it is asked
    ("many functions on one line", "local t = {" + "function() end," * 9000 + "}\n" + rule("return t[1]"), 2, REACHED),
    ("long texts reached", "local s = ('x'):rep(32000)\nlocal t = {} for i = 1, 9999 do t[i] = s end\n"
     + rule("return t[1]"), 3, REACHED),
    ("a long list reached", "local t = {} for i = 1, 10001 do t[i] = i end\n" + rule("return t[1]"), 2,
     "the table has more than 10000 members"),
    ("a deep table reached", "local t = {} for i = 1, 100 do t = { t } end\n" + rule("return t[1]"), 2,
     "the table is too deep, or holds itself"),
    ("odd keys reached", "\nlocal t = { [{}] = 1 }\n" + rule("return t[1]"), 3, "needs names or whole numbers"),
    # --- names that become those of folders, or stand in commands
    ("a report above its folder", "\nreport { id = '..', title = 'x', template = 'x', unit = 'x' }", 2, 'id = ".." is no name'),
    ("a report in the folder of the period", "report { id = '.', title = 'x', template = 'x', unit = 'x' }", 1, 'id = "." is no name'),
    ("a report in another folder", "report { id = '../../x', title = 'x', template = 'x', unit = 'x' }", 1, 'id = "../../x" is no name'),
    ("a source that is an option", "\nsource { id = '--version' }", 2, 'id = "--version" is no name'),
    ("a report that no folder can be named like", "report { id = ('a'):rep(300), title = 'x', template = 'x', unit = 'x' }", 1,
     "is no name; use a-z"),
    ("a template elsewhere", "report { id = 'x', title = 'x', template = '../../etc/passwd', unit = 'x' }", 1,
     'template = "../../etc/passwd" is no name'),
    ("exports elsewhere", "source { id = 'x', files = '../../../etc/passwd' }", 1, "leads out of the folder of the period"),
    ("a period elsewhere", "close { period = '../../x' }", 1, 'period = "../../x" is not known'),
    # --- errors that the file makes up
    ("an error that is a table", "\nerror({ code = 1 })", 2, STOPPED + "table"),
    ("an error that is a function", "\nerror(function() end)", 2, STOPPED + "function"),
    ("an error that is nothing", "\nerror()", 2, STOPPED + "nil"),
    ("an error that is a number", "\nerror(42)", 2, STOPPED + "42"),
    ("an assertion with a table", "\nassert(false, {})", 2, STOPPED + "table"),
    ("an error that says to stand elsewhere", "\nerror('R:99: x', 0)", 2, STOPPED + "R:99: x"),
    ("an error far up", "\nerror('x', 99)", 2, STOPPED + "x"),
    ("an error in colours", r"error('\27[31mred\7\8\127')", 1, STOPPED + "\ufffd[31mred\ufffd\ufffd\ufffd"),
    ("an error in control characters of two bytes", r"error('\u{9b}2J')", 1, STOPPED + "\ufffd2J"),
    ("an error from right to left", r"error('\u{202e}abc')", 1, STOPPED + "\ufffdabc"),
    ("an error of two lines", r"error('a\nrules/goals.lua:1: b')", 1, STOPPED + "a rules/goals.lua:1: b"),
    ("an error that is no UTF-8", r"error('\xff\xc3')", 1, STOPPED + "\ufffd\ufffd"),
    ("an error without end", "\nerror(('x'):rep(32000))", 2, STOPPED + "x" * 3000),
    ("a name in colours", r"local a = _ENV['\27[31m']", 1, "unknown word \ufffd[31m"),
    ("an assignment in colours", r"_ENV['\27[31m\n'] = 1", 1, "\ufffd[31m  is not declared"),
    ("a field in control characters", r"measure { ['\u{9b}2J'] = 1 }", 1, "unknown field \ufffd2J"),
    ("an id of two lines", r"measure { id = 'a\nb' }", 1, 'id = "a b" is no name'),
    ("an error like a format", "\nerror('%s%n%99999d')", 2, STOPPED + "%s%n%99999d"),
]

# what stands before a rule with a function, its body, and what is told of it
# when a test asks it; the line is told within the function, from 1
ASKED = [
    ("many functions reached", "local a = 1" + " a = 1" * 18000 + "\nlocal t = {\n" + "function() end,\n" * 9000 + "}\n",
     "return t", 0, "the function must return a grade as a text; it returned: table"),
    ("no end, twenty times", "", "local s = (' '):rep(32000) while true do tonumber(s) end", 1, SLOW),
    ("no end, the second time", "", "while true do end", 0, "the function is not asked: one of the file ran too long before"),
    ("too much, the second time", "", "local t = {} for i = 1, 9e9 do t[i] = {} end", 0, "the function is not asked: one of"),
]
TEST = 'test { rule = "g", about = "fall", given = { none = false, green = 0.5, red = missing() }, grade = "partly" }\n'
ASKS = 'rule "g", version 1, for "fall" (green = 0.5, none = no, red = missing): '


def run(bokslut, folder, words):
    """Status, what was told, seconds and mebibytes of one command."""
    child = subprocess.Popen([bokslut, "-C", folder, "--lang", "en", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def faults(got, line, want):
    """What is wrong with how an attack was met."""
    status, told, seconds, mebibytes = got
    place = "rules/x.lua" + (f":{line}" if line else "") + ": "
    text = told.decode("utf-8", "surrogateescape")
    if status != 78:
        yield f"status {status}"
    if not any(row.startswith(place) and want in row for row in text.split("\n")):
        yield f"not told: {place}… {want}"
    if re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text):
        yield "a terminal would obey it"
    if max(map(len, text.split("\n"))) > 4200:
        yield "a line without end"
    if seconds >= SECONDS:
        yield f"{seconds:.1f} s"
    if mebibytes >= MEBIBYTES and not SANITIZED:
        yield f"{mebibytes:.0f} MiB"


def attacks():
    """Each attack: label, file, test, line, what is told there."""
    for label, content, line, want in FILES:
        yield label, content, "", line, want
    for label, before, body, line, want in ASKED:
        yield label, before + rule(body), TEST * 20, before.count("\n") + 1 + line, ASKS + want


def main():
    bokslut, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for label, content, test, line, want in attacks():
        (folder / "rules/x.lua").write_bytes(content if isinstance(content, bytes) else content.encode())
        (folder / "rules/tests/x.lua").write_text(test)
        got = run(bokslut, folder, ["test"])
        found = list(faults(got, line, want))
        print("not ok" if found else "ok", "-", label)
        if found:
            print(" ", "; ".join(found), "\n ", repr(got[1][:400]))
    print("tried")


main()
