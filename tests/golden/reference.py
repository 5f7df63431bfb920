"""Hold docs/templates.md against the vocabulary, and run its examples.

reference.py BOKSLUT WORKSPACE [PICTURES]: WORKSPACE is a copy of the sample,
which is changed.  Every element of the template's schema has a heading of its
own in the reference, with all of its attributes and no others; every example
(```xml report=…) is put into that report's template, and each line of the
```text block below it must be read in its section of the PDF.  With PICTURES a
picture of each is written there instead.  Prints what is not so, then how many
elements and examples there were.
"""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.dont_write_bytecode = True  # nothing is left beside the sources

import page_picture

DPI = 80  # of the pictures
XSD = "{http://www.w3.org/2001/XMLSchema}"
bokslut, place = sys.argv[1], pathlib.Path(sys.argv[2])
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
periods = {"prognosrapport": "2025-T1", "beslutsuppfoljning": "2025-T1",
           "delarsrapport": "2023-01..2023-08", "internkontroll": "2023-01..2023-08",
           "sam": "2022"}


def attributes(node, groups):
    found = {a.get("name") for a in node.findall(XSD + "attribute")}
    for group in node.findall(XSD + "attributeGroup"):
        found |= attributes(groups[group.get("ref").split(":")[1]], groups)
    return found


def vocabulary():
    root = tree.parse("pipeline/schema/template.xsd").getroot()
    groups = {g.get("name"): g for g in root.findall(XSD + "attributeGroup")}
    types = {t.get("name"): t for t in root.findall(XSD + "complexType")}
    known = {}
    for element in root.iter(XSD + "element"):
        inline = element.find(XSD + "complexType")
        named = types.get((element.get("type") or ":").split(":")[-1])
        known[element.get("name")] = attributes(inline if inline is not None else named, groups)
    del known["template"]
    return known


def chapters(text):
    parts = re.split(r"^### `([\w-]+)`$", text, flags=re.M)
    return dict(zip(parts[1::2], (re.split(r"^## ", p, flags=re.M)[0] for p in parts[2::2])))


def table(chapter):
    rows = re.findall(r"^\| (`[^|]*`) \|", chapter, re.M)
    return {name for row in rows for name in re.findall(r"`([\w-]+)`", row)}


def example(chapter):
    at = re.search(r"^```xml report=(\S+)\n(.*?)^```\n```text\n(.*?)^```", chapter, re.M | re.S)
    return (at[1], at[2].strip(), at[3].splitlines()) if at else None


def squeeze(text):
    return re.sub(r"\s+", " ", text.replace("\u00ad\n", "").replace("\u00a0", " ").replace("\u202f", " "))


def run(report, body):
    (place / "templates" / f"{report}.xml").write_text(
        f'<template xmlns="urn:bokslut:template:1">\n{body}\n</template>\n')
    made = subprocess.run([bokslut, "-C", place, "run", periods[report], report],
                          capture_output=True, text=True)
    if made.returncode != 0:
        print("status", made.returncode, "of", body, made.stderr)
    return place / "output" / periods[report] / report / "latest" / "report.pdf"


def read(pdf, *how):
    return subprocess.run(["pdftotext", *how, pdf, "-"], capture_output=True, text=True).stdout


def in_section(name, shown):
    outer = name in ("cover", "contents")
    return shown if outer else f'<section title="¤{name}¤" new-page="yes">{shown}</section>'


def prove(examples):
    for report in periods:
        own = {n: e for n, e in examples.items() if e[0] == report}
        pdf = run(report, "\n".join(in_section(n, e[1]) for n, e in own.items()))
        said = squeeze(read(pdf, "-layout"))
        for name, (_, _, lines) in own.items():
            part = said.split(f"¤{name}¤")[-1] if f"¤{name}¤" in said else said
            for line in lines:
                if line not in part.split("¤")[0] and name not in ("cover", "contents"):
                    print(f"{name}: not read: {line}")
                elif line not in said:
                    print(f"{name}: not read: {line}")


def draw(examples):
    pictures.mkdir(parents=True, exist_ok=True)
    for name, (report, shown, _) in examples.items():
        if name in ("cover", "contents", "section", "text", "changes", "corrections"):
            continue
        pdf = run(report, in_section(name, shown).replace(f"¤{name}¤", name))
        words = read(pdf, "-f", "1", "-l", "1", "-bbox")
        width, height = map(float, re.search(r'<page width="(.*?)" height="(.*?)"', words).groups())
        lowest = [float(y) for y in re.findall(r'yMax="([\d.]+)"', words)]
        foot = max(y for y in lowest if y < height - 72)
        crop = (60, 95, width - 120, foot + 14 - 95)
        page_picture.save(page_picture.draw(pdf, 1, DPI, crop), pictures / f"{name}.png")


text = pathlib.Path("docs/templates.md").read_text()
known, told = vocabulary(), chapters(text)
for name in sorted(known.keys() ^ told.keys()):
    print(f"{name}: stands in one of schema and reference only")
for name in sorted(known.keys() & told.keys()):
    for attribute in sorted(known[name] ^ table(told[name])):
        print(f"{name}: {attribute} stands in one of schema and reference only")
examples = {n: example(c) for n, c in told.items()}
for name in [n for n, e in examples.items() if not e]:
    print(f"{name}: no example")
for name, listed in re.findall(r"^```csv file=(\S+)\n(.*?)^```", text, re.M | re.S):
    for period in set(periods.values()):
        (place / "input" / period / "text" / name).write_text(listed)
(draw if pictures else prove)({n: e for n, e in examples.items() if e})
print("elements", len(told), "examples", sum(1 for e in examples.values() if e))
