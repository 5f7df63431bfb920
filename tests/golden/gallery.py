"""The gallery of blocks: gallery.py TYPESET SCRATCH [draw]

docs/gallery/report.xml holds each kind of block that report.xsd knows, in this
order and each on a page of its own; docs/gallery.md names each and shows its
picture.  Prints what is not so, then how many kinds there are; with `draw` the
pictures are made anew.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.dont_write_bytecode = True  # nothing is left beside the sources

import page_picture

XSD = "{http://www.w3.org/2001/XMLSchema}"
REPORT = "{urn:bokslut:report:1}"
FOLDER = pathlib.Path("docs/gallery")
WHOLE = ("cover",)  # shown as whole pages
TITLED = ("contents", "section")  # shown with the heading above them
MOST = 1000000  # bytes of all pictures
DPI, SMALL = 80, 40
# of a page in points: between the margins, and what is there below a heading
LEFT, WIDTH, TOP, BELOW, FOOT = 60, 480, 56, 92, 775


def kinds_of_schema():
    """The elements of the group `block`; a chart in each of its kinds."""
    root = tree.parse("pipeline/schema/report.xsd").getroot()
    group = next(one for one in root.findall(XSD + "group") if one.get("name") == "block")
    chart = next(one for one in root.findall(XSD + "complexType")
                 if one.get("name") == "chart")
    forms = next(one for one in chart.findall(XSD + "attribute") if one.get("name") == "kind")
    for element in group.find(XSD + "choice").findall(XSD + "element"):
        if element.get("name") == "chart":
            yield from (("chart", form.get("value")) for form in forms.iter(XSD + "enumeration"))
        else:
            yield element.get("name"), None


def name_of(kind):
    return "-".join(filter(None, kind))


def shown_of(block):
    """The kinds that a block of the report shows: itself and what stands in it."""
    for element in block.iter():
        yield element.tag.removeprefix(REPORT), None
        if element.tag == REPORT + "chart":
            yield "chart", element.get("kind")


def faults(kinds):
    text = pathlib.Path("docs/gallery.md").read_text()
    names = [name_of(kind) for kind in kinds]
    chapters = re.findall(r"^### `([\w-]+)`$", text, re.M)
    pictures = re.findall(r"\]\(gallery/([\w-]+)\.png\)", text)
    there = sorted(path.stem for path in FOLDER.glob("*.png"))
    if chapters != names:
        yield f"headings: {chapters}, not {names}"
    if pictures != names:
        yield f"pictures: {pictures}, not {names}"
    if there != sorted(names):
        yield f"files: {there}, not {sorted(names)}"
    size = sum(path.stat().st_size for path in FOLDER.glob("*.png"))
    if size > MOST:
        yield f"{size} bytes of pictures, more than {MOST}"
    body = tree.parse(FOLDER / "report.xml").getroot().find(REPORT + "body")
    if len(body) != len(kinds):
        yield f"{len(body)} blocks in the report, not {len(kinds)}"
    for kind, block in zip(kinds, body):
        if kind not in shown_of(block):
            yield f"{name_of(kind)}: not where it should be in the report"


def pages_faults(pdf, kinds):
    """There is a page for each kind."""
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True,
                          check=True).stdout
    pages = int(re.search(r"^Pages: +(\d+)$", told, re.M)[1])
    if pages != len(kinds):
        yield f"{pages} pages, not {len(kinds)}"


def draw(pdf, kinds):
    for page, kind in enumerate(kinds, 1):
        name = name_of(kind)
        if name in WHOLE:
            image = page_picture.draw(pdf, page, SMALL)
        else:
            top = TOP if name in TITLED else BELOW
            image = page_picture.trimmed(
                page_picture.draw(pdf, page, DPI, (LEFT, top, WIDTH, FOOT - top)), 8)
        page_picture.save(image, FOLDER / f"{name}.png")


def main(typeset, scratch, *how):
    kinds = list(kinds_of_schema())
    subprocess.run([typeset, "--output", scratch, FOLDER / "report.xml"], check=True)
    pdf = pathlib.Path(scratch) / "report.pdf"
    if how:
        draw(pdf, kinds)
    for fault in [*faults(kinds), *pages_faults(pdf, kinds)]:
        print(fault)
    print("kinds", len(kinds))


if __name__ == "__main__":
    main(*sys.argv[1:])
