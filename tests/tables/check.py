"""Set random tables and judge their pages: check.py TYPESET SCRATCH FIRST COUNT

One line for each fault, with the table's seed, and status 1; at last how many
tables stood on how many pages.  `check.py TYPESET SCRATCH SEED 1` keeps report.xml
and report.pdf in SCRATCH.
"""
import collections
import copy
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources
sys.path.insert(1, str(pathlib.Path(__file__).parent.parent / "pdf"))

import drawn
import judge
import judge_pages
import random_table
from document import Document
from tree import Tree

BATCH = 12  # tables in a report
SHOWN = 5  # faults of a table
LONGEST = 400  # letters of a fault
MM = 72 / 25.4
STYLES = ("templates", "tests/golden/brantwick/templates")


class Style:
    """What of a house style says where things may stand, in points."""

    def __init__(self, text):
        page = re.search(r"<page [^>]*>", text)[0]

        def length(name):
            return float(re.search(rf'\b{name}="([\d.]+)mm"', page)[1]) * MM
        self.width, self.height = length("width"), length("height")
        self.top, self.bottom = length("top"), length("bottom")
        self.left, self.right = length("left"), length("right")
        self.turned = False
        self.mark = length("mark") + 3  # and the space after it
        table = re.search(r'<text use="table"[^>]*>', text)[0]
        self.size = float(re.search(r'size="([\d.]+)pt"', table)[1])
        self.leading = float(re.search(r'leading="([\d.]+)pt"', table)[1])

    def on(self, page):
        """The same on a page, which may lie on its side."""
        style = copy.copy(self)
        if abs(page.width - self.width) > 1 or abs(page.height - self.height) > 1:
            style.width, style.height, style.turned = self.height, self.width, True
        return style


def workspace(scratch, variant, name="style", change=lambda text: text):
    """A workspace of a variant: of two house styles, upright or wide, ragged or
    justified.  Its folder and style."""
    folder = scratch / f"{name}-{variant}"
    source = pathlib.Path(STYLES[variant % 2])
    text = (source / "house-style.xml").read_text()
    if variant & 2:
        text = re.sub(r'width="(\w+)" height="(\w+)"', r'width="\2" height="\1"', text)
    if variant & 4:
        text = re.sub(r'lines="\w+"', lambda old: 'lines="justified"'
                      if "ragged" in old[0] else 'lines="ragged"', text)
    text = re.sub("<logo [^>]*>", "", change(text))  # no cover is set
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "house-style.xml").write_text(text)
    for exceptions in pathlib.Path("templates").glob("hyphenation-*.txt"):
        (folder / "templates" / exceptions.name).write_text(exceptions.read_text())
    return folder, Style(text)


def letters(text):
    """What is printed of a text, however it is parted into words."""
    return collections.Counter(re.sub("[\\s\u00a0\u00ad\u200b\u202f-]", "", text))


def poppler_faults(path, pages):
    """Another reader finds the same letters on each page."""
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True,
                          text=True, check=True).stdout
    for page, words in zip(pages, told.split("\f")[:-1], strict=True):
        said = letters(words)
        ours = letters("".join(text.text for text in page.texts))
        if said != ours:
            yield f"page {page.number}: poppler reads {said - ours} more, {ours - said} less"


def judge_report(path, tables, style, twice):
    """(seed, fault) of a report's tables; poppler may read it a second time."""
    doc = Document(path)
    pages = drawn.read(doc)
    if twice:
        for fault in poppler_faults(path, pages):
            yield "report", fault
    elements = list(Tree(doc).all())
    begins = [doc.page_numbers[kid.marks[0][0]] for kid in elements if kid.name == "H1"][1:]
    found = [element for element in elements if element.name == "Table"]
    if len(found) != len(tables) or len(begins) != len(tables):
        yield "report", f"{len(found)} tables in {len(begins)} sections, not {len(tables)}"
        return
    for table, element, first, after in zip(tables, found, begins,
                                            begins[1:] + [len(pages) + 1]):
        place = judge.Place(pages, doc.page_numbers, first, after - 1)
        for fault in judge.faults(table, element, place, style):
            yield table.seed, fault


class Job:
    """Tables of one variant that are set as one report."""

    def __init__(self, typeset, scratch, variant):
        self.typeset, self.scratch, self.variant = typeset, scratch, variant
        self.refused = self.reports = 0

    def run(self, folder, tables):
        """What typeset says of a report, and its status."""
        report = self.scratch / "report.xml"
        report.write_text(random_table.report_xml(tables))
        ran = subprocess.run([self.typeset, "-C", str(folder), "--lang", "en", "--output",
                              str(self.scratch), str(report)],
                             capture_output=True, text=True, check=False)
        return ran.returncode, ran.stderr.strip()

    def refused_faults(self, table, style):
        """On a page that is ten times as high it stands, and is too high for a page."""
        full = style.height
        turn = table.landscape == "true" and style.width < style.height and not table.inside
        if turn:
            full = style.width

        def make_high(text):
            def page(old):
                width, height = (old[2], old[1]) if turn else (old[1], old[2])
                return f'<page width="{width}mm" height="{10 * int(height)}mm"'
            return re.sub(r'<page width="(\d+)mm" height="(\d+)mm"', page, text)
        folder, high = workspace(self.scratch, self.variant, "high", make_high)
        table.above = 0
        table.landscape = "false"
        status, said = self.run(folder, [table])
        if status:
            yield table.seed, f"refused on a high page too: {said[:500]}"
            return
        pages = drawn.read(Document(self.scratch / "report.pdf"))
        rules = next(page.rules for page in pages
                     if any(rule[3] == judge_pages.TOP for rule in page.rules))
        top = next(rule for rule in rules if rule[3] == judge_pages.TOP)
        below = max(rule[2] for rule in rules if rule[:2] == top[:2] and rule[3] == 0.5)
        head = high.height - high.top - below
        if head < full - style.top - style.bottom:
            yield table.seed, f"refused for a head of {head:.1f} pt"

    def judge(self, tables):
        """(seed, fault) of the tables, those that are refused apart."""
        folder, style = workspace(self.scratch, self.variant)
        status, said = self.run(folder, tables)
        told = re.search(r'table "t(\d+)": its caption and head', said)
        if status == 65 and told:
            self.refused += 1
            by_seed = {table.seed: table for table in tables}
            refused = by_seed.pop(int(told[1]))
            yield from self.judge(list(by_seed.values())) if by_seed else ()
            yield from self.refused_faults(refused, style)
        elif status or said:
            yield tables[0].seed, f"or one behind it: status {status}: {said[:2000]}"
        else:
            yield from judge_report(self.scratch / "report.pdf", tables, style, not self.reports)
            self.reports += 1


def main(typeset, scratch, first, count):
    wrong = refused = 0
    for variant in range(random_table.VARIANTS):
        job = Job(typeset, pathlib.Path(scratch), variant)
        tables = [random_table.make(seed) for seed in range(int(first), int(first) + int(count))
                  if seed % random_table.VARIANTS == variant]
        for at in range(0, len(tables), BATCH):
            told = collections.Counter()
            for seed, fault in job.judge(tables[at:at + BATCH]):
                told[seed] += 1
                wrong += 1
                if told[seed] <= SHOWN:
                    print(f"seed {seed}: {fault[:LONGEST]}", flush=True)
        refused += job.refused
    print(f"tables {count} from seed {first}, {refused} refused, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
