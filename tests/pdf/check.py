"""Judge PDF files by PDF/UA-1 and PDF/A-3a: check.py [--archive LEVEL] FILE.pdf...

One line for each rule that a file breaks, and status 1; nothing and 0 if all
hold.  The rules are those of the norms that a machine can check and that our
pages can break; the number in brackets is the clause, of ISO 14289-1 (UA) or
ISO 19005-3 (A); with --archive 2a (3a if nothing is said) they must be PDF/A-2a,
which differs in that nothing may be attached.  It shares nothing with the program
that writes the files: qpdf reads them, poppler is asked for what it complains of.
"""
import os
import subprocess
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources

import rules_content
import rules_file
import rules_font
import rules_image
import rules_meta
import rules_table
import rules_tree
from document import Document
from tree import Tree

PARTS = {"2a": 2, "3a": 3}


def complaints(path):
    """What other programs find strange."""
    for command in (["qpdf", "--check"], ["pdfinfo"], ["pdfinfo", "-struct"],
                    ["pdffonts"]):
        ran = subprocess.run(command + [str(path)], capture_output=True, check=False)
        told = ran.stderr.decode("utf-8", "replace").strip()
        if ran.returncode != 0 or told:
            yield f"[A 6.1] {command[0]}: {(told or 'fails').splitlines()[0]}"


def faults(path, part=3):
    """What is wrong with the file, each fault once."""
    doc = Document(path)
    pages, found = rules_content.read_pages(doc)
    tree = Tree(doc)
    found.extend(rules_file.faults(doc))
    found.extend(rules_meta.faults(doc, part))
    found.extend(rules_font.faults(doc, pages))
    found.extend(rules_image.faults(doc))
    found.extend(rules_tree.faults(tree, pages))
    found.extend(rules_table.faults(tree))
    return list(dict.fromkeys(found))


def main(paths):
    wrong = False
    part = 3
    if paths[:1] == ["--archive"]:
        part, paths = PARTS[paths[1]], paths[2:]
    for path in paths:
        try:
            found = list(complaints(path)) + faults(path, part)
        except ValueError as why:
            found = [f"[A 6.1] cannot be read: {why}"]
        for fault in found:
            print(f"{os.path.basename(path)}: {fault}")
            wrong = True
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
