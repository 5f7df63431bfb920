"""Break a sound PDF in one way after the other: mutate.py FILE.pdf FOLDER [PART]

PART is that of PDF/A, 3 if nothing is said.  Each break is made in qpdf's JSON of
the file (or in its bytes), written as a PDF again, and judged by check.py, which
must name that fault.  Prints a line for each break, "ok - …" or "not ok - …" with
what was said instead.
"""
import base64
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

sys.dont_write_bytecode = True  # nothing is left beside the sources

import check
from document import read_json

BREAKS = []  # (what is broken, part of what must be said, function)


def breaks(label, said):
    """Register a break, by what it does and what must be said of it."""
    def register(function):
        BREAKS.append((label, said, function))
        return function
    return register


class Objects:
    """The objects of a document, to be changed."""

    def __init__(self, told):
        self.told = told
        self.all = told["qpdf"][1]

    def body(self, reference):
        told = self.all["trailer" if reference == "trailer" else f"obj:{reference}"]
        return told["stream"]["dict"] if "stream" in told else told["value"]

    def find(self, **wanted):
        """References of the objects with such entries, in the file's order."""
        for name in self.all:
            if name == "trailer":
                continue
            body = self.body(name[4:])
            if isinstance(body, dict) and all(
                    body.get(f"/{key}") == value for key, value in wanted.items()):
                yield name[4:]

    def first(self, **wanted):
        return self.body(next(self.find(**wanted)))

    def catalog(self):
        return self.body(self.body("trailer")["/Root"])

    def info(self):
        return self.body(self.body("trailer")["/Info"])

    def page(self, number=0):
        return self.body(list(self.find(Type="/Page"))[number])

    def parents(self):
        return self.body(self.first(Type="/StructTreeRoot")["/ParentTree"])["/Nums"]

    def element(self, name):
        return self.first(Type="/StructElem", S=f"/{name}")

    def edit(self, reference, change):
        """Change the bytes of a stream."""
        stream = self.all[f"obj:{reference}"]["stream"]
        old = base64.b64decode(stream["data"])
        new = change(old)
        assert new != old, "nothing was changed"
        stream["data"] = base64.b64encode(new).decode()

    def replace(self, reference, old, new):
        self.edit(reference, lambda data: data.replace(old, new, 1))

    def draw(self, more):
        """Put operators behind those of the first page."""
        self.edit(self.page()["/Contents"], lambda data: data + b"\n" + more)

    def add(self, value):
        number = 1 + max(int(name[4:].split()[0]) for name in self.all
                         if name != "trailer")
        self.all[f"obj:{number} 0 R"] = {"value": value}
        self.told["qpdf"][0]["maxobjectid"] = number
        return f"{number} 0 R"


def drop(entries, *keys):
    for key in keys:
        del entries[key]


def simple(label, said, change):
    BREAKS.append((label, said, change))


# --- what is drawn
for verb in ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"):
    simple(f"{verb} outside of a tag", f"[UA 7.1] page 1: {verb} outside",
           lambda o, v=verb: o.draw(b"0 0 m 9 9 l " + v.encode()))
for verb in ("(a) Tj", "[(a)] TJ", "(a) '", '0 0 (a) "'):
    simple(f"{verb} outside of a tag", "outside of marked content",
           lambda o, v=verb: o.draw(b"BT /F1 9 Tf " + v.encode() + b" ET"))
simple("sh outside of a tag", "sh outside", lambda o: o.draw(b"/X sh"))
simple("Do outside of a tag", "Do outside", lambda o: o.draw(b"/X Do"))
simple("an inline image outside of a tag", "BI outside",
       lambda o: o.draw(b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI"))
simple("in a marked content that is no tag", "S outside",
       lambda o: o.draw(b"/Span BMC 0 0 m 9 9 l S EMC"))
simple("a tag in an artifact", "stands in another",
       lambda o: o.draw(b"/Artifact BMC /P <</MCID 999>> BDC 0 0 m 9 9 l S EMC EMC"))
simple("EMC too many", "EMC without", lambda o: o.draw(b"EMC"))
simple("EMC too few", "does not end", lambda o: o.draw(b"/Artifact BMC"))
simple("q without Q", "q without Q", lambda o: o.draw(b"q"))
simple("Q without q", "Q without q", lambda o: o.draw(b"Q"))
simple("BT without ET", "BT without ET", lambda o: o.draw(b"BT"))
simple("a path that nothing paints", "a path that", lambda o: o.draw(b"0 0 m"))
simple("an operator that is none", "unknown operator", lambda o: o.draw(b"zz"))
simple("a string that does not end", "string does not end", lambda o: o.draw(b"(a"))
simple("CMYK", "DeviceCMYK", lambda o: o.draw(b"0 0 0 1 k"))
simple("a colour space", "colour space", lambda o: o.draw(b"/Pattern cs"))
simple("a rendering intent", "rendering intent", lambda o: o.draw(b"/Best ri"))
simple("a font that is nowhere", "no font", lambda o: o.draw(b"/F99 9 Tf"))
simple("a state that is nowhere", "no state", lambda o: o.draw(b"/G9 gs"))


# --- tree and parent tree
@breaks("MCID twice", "MCID 0 twice")
def _(o):
    o.replace(o.page()["/Contents"], b"/MCID 1>>", b"/MCID 0>>")


for label, said in (("that no element has", "is no element's kid"),
                    ("behind the parent tree's", "MCID 999 is not in the ParentTree")):
    simple(f"an MCID {label}", said,
           lambda o: o.draw(b"/P <</MCID 999>> BDC 0 0 m 9 9 l S EMC"))


@breaks("an element's MCID that is not drawn", "kid MCID 998 is not on page")
def _(o):
    o.element("H1")["/K"].append(998)


@breaks("one MCID with two elements", "kid of two elements")
def _(o):
    o.element("H2")["/K"].append(o.element("H1")["/K"][0])


@breaks("the parent tree leads to another", "its element is")
def _(o):
    page = o.parents()[1]
    page[0] = page[-1]


@breaks("the parent tree is short", "is not in the ParentTree")
def _(o):
    o.parents()[1].pop()


@breaks("the parent tree is long", "ParentTree has MCID")
def _(o):
    o.parents()[1].append(o.parents()[1][0])


@breaks("two pages with the same key", "is another's")
def _(o):
    o.page(1)["/StructParents"] = 0


@breaks("a page's key leads nowhere", "leads nowhere")
def _(o):
    o.page(1)["/StructParents"] = 77


@breaks("a key that nobody has", "is nobody's")
def _(o):
    o.parents().extend([88, o.parents()[-1]])


@breaks("keys do not rise", "ParentTree: key")
def _(o):
    numbers = o.parents()
    numbers[0:4] = numbers[2:4] + numbers[0:2]


@breaks("the next key is taken", "NextKey")
def _(o):
    o.first(Type="/StructTreeRoot")["/ParentTreeNextKey"] = 0


@breaks("P is another", "its P is")
def _(o):
    o.element("Table")["/P"] = next(o.find(Type="/StructElem", S="/H1"))


@breaks("an element twice", "stands twice in the tree")
def _(o):
    o.element("TR")["/K"].append(next(o.find(Type="/StructElem", S="/TH")))


@breaks("an element beside the tree", "is not in the tree")
def _(o):
    o.catalog()["/Kept"] = o.add({
        "/Type": "/StructElem", "/S": "/P",
        "/P": next(o.find(Type="/StructElem", S="/Document"))})


simple("an element of no type", "no standard type",
       lambda o: o.element("H1").update({"/S": "/Title"}))
simple("not in a document", "outermost",
       lambda o: o.element("Document").update({"/S": "/Sect"}))
simple("headings leap", "[UA 7.4.2] H4",
       lambda o: o.element("H2").update({"/S": "/H4"}))
simple("begins with H2", "[UA 7.4.2] H2 follows H0",
       lambda o: o.element("H1").update({"/S": "/H2"}))
simple("H among H1", "[UA 7.4.4]", lambda o: o.element("H2").update({"/S": "/H"}))
simple("TD in a list", "TD in L", lambda o: o.element("LI").update({"/S": "/TD"}))
simple("P in a table", "P in Table",
       lambda o: o.element("Caption").update({"/S": "/P"}))
simple("a list without numbering", "ListNumbering",
       lambda o: drop(o.element("L"), "/A"))
simple("an empty row", "empty TR", lambda o: drop(o.element("TR"), "/K"))
simple("text in a row", "text in TR", lambda o: o.element("TR")["/K"].append(997))
simple("a figure without Alt", "without Alt",
       lambda o: drop(o.element("Figure"), "/Alt"))
simple("an empty Alt", "without Alt",
       lambda o: o.element("Figure").update({"/Alt": "u:"}))
simple("a figure without BBox", "without BBox",
       lambda o: drop(o.element("Figure"), "/A"))
simple("a note without ID", "Note", lambda o: o.element("H2").update({"/S": "/Note"}))
simple("an ID outside of the tree of IDs", "IDTree",
       lambda o: o.element("H1").update({"/ID": "u:a"}))


def attribute(name, key, value):
    """Change a table's attribute in the first element that has it."""
    def change(o):
        for reference in o.find(Type="/StructElem", S=f"/{name}"):
            for attributes in o.body(reference).get("/A", []):
                if key in attributes:
                    attributes[key] = value
                    return
        raise AssertionError(f"no {name} has {key}")
    return change


simple("TH without Scope", "without Scope", attribute("TH", "/Scope", None))
simple("a Scope that is none", "without Scope", attribute("TH", "/Scope", "/All"))
simple("a span too wide", "columns, the first has", attribute("TH", "/ColSpan", 3))
simple("a span too high", "columns, the first has", attribute("TH", "/RowSpan", 3))
simple("a span of none", "/ColSpan of", attribute("TH", "/ColSpan", 0))


@breaks("cells that nothing heads", "nothing heads column")
def _(o):
    for reference in o.find(Type="/StructElem", S="/TH"):
        o.body(reference)["/S"] = "/TD"


@breaks("a head without a body", "THead but no TBody")
def _(o):
    o.element("TBody")["/S"] = "/TFoot"


# --- links
@breaks("a link without OBJR", "without OBJR")
def _(o):
    link = o.element("Link")
    link["/K"] = [kid for kid in link["/K"] if not isinstance(kid, dict)]


@breaks("OBJR leads to another object", "which is on no page")
def _(o):
    for kid in o.element("Link")["/K"]:
        if isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
            kid["/Obj"] = next(o.find(Type="/Page"))


@breaks("an annotation in no link", "in Span")
def _(o):
    o.element("Link")["/S"] = "/Span"


simple("an annotation's key is another's", "leads to",
       lambda o: o.first(Type="/Annot").update({"/StructParent": 0}))
for key, said in (("/Contents", "no Contents"), ("/StructParent", "no StructParent"),
                  ("/F", "not printed"), ("/Dest", "leads nowhere")):
    simple(f"a link without {key}", said,
           lambda o, k=key: drop(o.first(Type="/Annot"), k))
simple("a hidden link", "not printed", lambda o: o.first(Type="/Annot").update({"/F": 6}))
simple("a link beside the page", "outside of its page",
       lambda o: o.first(Type="/Annot").update({"/Rect": [-9, 0, 9, 9]}))
simple("an annotation of another kind", "annotation /Text",
       lambda o: o.first(Type="/Annot").update({"/Subtype": "/Text"}))
simple("a bookmark that leads nowhere", "leads nowhere",
       lambda o: o.body(o.first(Type="/Outlines")["/First"]).update({"/Dest": []}))
simple("a page without Tabs", "Tabs /S", lambda o: drop(o.page(), "/Tabs"))

# --- a picture
def image(o):
    return o.first(Subtype="/Image")


for key, value, said in (
        ("/Width", 5, "more or fewer pixels"), ("/Height", 5, "more or fewer pixels"),
        ("/Width", 0, "no Width"), ("/BitsPerComponent", 3, "BitsPerComponent"),
        ("/BitsPerComponent", 4, "more or fewer pixels"),
        ("/ColorSpace", "/DeviceCMYK", "colour space /DeviceCMYK"),
        ("/ColorSpace", "/DeviceGray", "more or fewer pixels"),
        ("/ColorSpace", ["/ICCBased"], "colour space ["),
        ("/ColorSpace", ["/Indexed", "/DeviceCMYK", 0, "b:000000"], "DeviceRGB"),
        ("/ColorSpace", ["/Indexed", "/DeviceRGB", 9, "b:000000"], "another length"),
        ("/SMask", "1 0 R", "/SMask: it shines"), ("/Mask", [0, 0], "/Mask: it shines"),
        ("/Interpolate", True, "Interpolate"), ("/Alternates", [], "/Alternates"),
        ("/OPI", {}, "/OPI"), ("/ImageMask", True, "no picture")):
    simple(f"a picture with {key} {value}", said,
           lambda o, k=key, v=value: image(o).update({k: v}))
simple("a picture that is drawn in a paragraph", "[UA 7.3]",
       lambda o: o.replace(o.page(2)["/Contents"], b"/Figure", b"/P"))
simple("a picture that is drawn in nothing", "[UA 7.1] page 1: Do outside",
       lambda o: o.draw(b"/I1 Do"))
simple("a picture that is not there", "no XObject /I9",
       lambda o: o.draw(b"/Artifact BMC /I9 Do EMC"))


@breaks("a picture of JPEG that is another", "its JPEG is another")
def _(o):
    # RGB, 16 by 9, where the picture is 16 by 8
    o.edit(next(o.find(Subtype="/Image")), lambda data: bytes.fromhex(
        "ffd8ffc0001108000900100301110002110003110000ffd9"))
    image(o)["/Filter"] = "/DCTDecode"


@breaks("a picture of another packing", "filter /JPXDecode")
def _(o):
    image(o)["/Filter"] = "/JPXDecode"


# --- what it says of itself
for key in ("/Title", "/Author", "/Subject", "/Producer"):
    simple(f"{key} is not XMP's", f"Info's {key} is not XMP's",
           lambda o, k=key: o.info().update({k: "u:annat"}))
for key in ("/CreationDate", "/ModDate"):
    simple(f"{key} is not XMP's", f"Info's {key} is not XMP's",
           lambda o, k=key: o.info().update({k: "u:D:20250506000000Z"}))
simple("Creator only in Info", "Info's /Creator",
       lambda o: o.info().update({"/Creator": "u:annat"}))
for old, new, said in (
        (b"<pdfaid:part>3", b"<pdfaid:part>2", "[A 6.6.4, UA 5]"),
        (b"conformance>A<", b"conformance>B<", "[A 6.6.4, UA 5]"),
        (b"<pdfuaid:part>1", b"<pdfuaid:part>2", "[A 6.6.4, UA 5]"),
        (b"<pdf:Producer>", b"<pdf:Producer>x", "Info's /Producer"),
        (b"T00:00:00Z</xmp:ModifyDate>", b"T01:00:00Z</xmp:ModifyDate>",
         "Info's /ModDate"),
        (b"www.aiim.org/pdfua/ns/id/</pdfaSchema", b"www.aiim.org/</pdfaSchema",
         "describe the schema"),
        (b"<rdf:li>sv<", b"<rdf:li>en<", "dc:language"),
        (b"</x:xmpmeta>", b"", "no metadata that can be read")):
    simple(f"XMP has {new.decode()} for {old.decode()}", said,
           lambda o, a=old, b=new: o.replace(o.catalog()["/Metadata"], a, b))
for key, said in (("/Lang", "no Lang"), ("/MarkInfo", "not marked"),
                  ("/ViewerPreferences", "DisplayDocTitle"),
                  ("/Metadata", "no metadata"), ("/AF", "no associated file"),
                  ("/OutputIntents", "0 output intents"),
                  ("/StructTreeRoot", "no structure"), ("/Names", "EmbeddedFiles")):
    simple(f"no {key}", said, lambda o, k=key: drop(o.catalog(), k))
simple("suspects", "Suspects",
       lambda o: o.catalog()["/MarkInfo"].update({"/Suspects": True}))
for key, said in (("/DestOutputProfile", "without a profile"),
                  ("/OutputConditionIdentifier", "without identifier")):
    simple(f"an output intent without {key}", said,
           lambda o, k=key: drop(o.catalog()["/OutputIntents"][0], k))
simple("a profile for CMYK", "not for RGB",
       lambda o: o.replace(o.catalog()["/OutputIntents"][0]["/DestOutputProfile"],
                           b"RGB ", b"CMYK"))
for key, said in (("/AFRelationship", "AFRelationship"), ("/F", "without /F"),
                  ("/UF", "without /UF"), ("/Desc", "without /Desc"),
                  ("/EF", "has no file")):
    simple(f"an attachment without {key}", said,
           lambda o, k=key: drop(o.first(Type="/Filespec"), k))
simple("an attachment's relation is none", "AFRelationship",
       lambda o: o.first(Type="/Filespec").update({"/AFRelationship": "/Kin"}))
for key, said in (("/Subtype", "media type"), ("/Params", "ModDate")):
    simple(f"an attached file without {key}", said,
           lambda o, k=key: drop(o.first(Type="/EmbeddedFile"), k))
simple("an attached file of another length", "as long as",
       lambda o: o.first(Type="/EmbeddedFile")["/Params"].update({"/Size": 1}))

# --- what is forbidden
for key, value in (("/SMask", {"/S": "/Alpha"}), ("/ca", 0.5), ("/CA", 0.5),
                   ("/BM", "/Multiply")):
    simple(f"transparency by {key}", f"transparency: {key}",
           lambda o, k=key, v=value: o.body(o.page()["/Resources"]).update(
               {"/ExtGState": {"/G1": {k: v}}}))
simple("a transparency group", "transparency: /Group",
       lambda o: o.page().update({"/Group": {"/S": "/Transparency"}}))
simple("an action on opening", "/OpenAction",
       lambda o: o.catalog().update({"/OpenAction": {"/S": "/Named"}}))
simple("a script", "[A 6.5]", lambda o: o.catalog().update(
    {"/Extra": {"/S": "/JavaScript", "/JS": "u:1"}}))
simple("a program is started", "/Launch", lambda o: o.first(Type="/Annot").update(
    {"/A": {"/S": "/Launch"}}))
simple("layers", "/OCProperties", lambda o: o.catalog().update({"/OCProperties": {}}))
simple("a long string", "long string",
       lambda o: o.element("H1").update({"/Alt": "u:" + "a" * 33000}))
simple("a long name", "long name",
       lambda o: o.catalog().update({"/Extra": "/" + "a" * 128}))
simple("a page too large", "its size",
       lambda o: o.page().update({"/MediaBox": [0, 0, 20000, 20000]}))


# --- fonts
def font(o):
    return o.first(Type="/Font")


def descriptor(o):
    return o.body(font(o)["/FontDescriptor"])


simple("no ToUnicode", "no ToUnicode", lambda o: drop(font(o), "/ToUnicode"))
simple("a font that is not embedded", "not embedded",
       lambda o: drop(descriptor(o), "/FontFile2"))
simple("an Encoding", "with Encoding",
       lambda o: font(o).update({"/Encoding": "/WinAnsiEncoding"}))
simple("no flags", "neither symbolic", lambda o: descriptor(o).update({"/Flags": 0}))
simple("the name is no subset's", "subset",
       lambda o: font(o).update({"/BaseFont": "/LiberationSans"}))
simple("widths too few", "no width for", lambda o: font(o)["/Widths"].pop())
simple("another width", "Widths", lambda o: font(o)["/Widths"].__setitem__(0, 99))
simple("a code without a character", "ToUnicode has nothing",
       lambda o: o.edit(font(o)["/ToUnicode"], lambda data: re.sub(
           rb"(?<=<)\w+(?=>\s*endbf)", b"0000", data)))
simple("a code without a glyph", "shows .notdef",
       lambda o: o.replace(o.page()["/Contents"], b" Tj", b" Tj <ff> Tj"))

@breaks("two catalogs", "catalogs: 2")
def _(o):
    o.catalog()["/Extra"] = o.add({"/Type": "/Catalog"})


@breaks("a font that shows nothing", "not embedded")
def _(o):
    o.catalog()["/Extra"] = o.add({"/Type": "/Font", "/Subtype": "/TrueType",
                                   "/BaseFont": "/AAAAAA+Other"})


# --- the bytes of the file
def pack_xmp(data):
    """qpdf never packs metadata; what is saved is filled, so that offsets hold."""
    found = re.search(rb"<<[^<>]*/Type /Metadata[^<>]*>>\s+stream\n(.*?)\s*endstream",
                      data, re.S)
    packed = zlib.compress(found[1])
    stream = (b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d >>\n"
              b"stream\n%s\nendstream" % (len(packed), packed))
    return data.replace(found[0], stream.ljust(len(found[0])), 1)


def encrypt(data):
    """What qpdf makes of it with a key that everybody has."""
    with tempfile.NamedTemporaryFile() as plain:
        plain.write(data)
        plain.flush()
        return subprocess.run(
            ["qpdf", "--encrypt", "", "", "256", "--", plain.name, "-"],
            capture_output=True, check=True).stdout


BYTES = (
    ("a packed XMP", "XMP is packed", pack_xmp),
    ("another version", "begin with %PDF-1.7", lambda b: b.replace(b"1.7", b"1.4", 1)),
    ("encrypted", "/Encrypt", encrypt),
    ("no binary comment", "four bytes above 127",
     lambda b: b[:9] + b"%abcd" + b[14:]),
    ("something behind the end", "behind its end", lambda b: b + b"x\n"),
    ("a short ID", "no ID", lambda b: re.sub(
        rb"/ID \[\s*<\w{32}>", lambda found: b"/ID [<00>".ljust(len(found[0])), b)),
    ("no ID", "no ID", lambda b: re.sub(rb"/ID \[", b"/IX [", b)),
)


# --- PDF/A-2, in which nothing is attached
ALONE = (
    ("XMP tells another part", "part is ['3']", lambda o: o.replace(
        o.catalog()["/Metadata"], b"<pdfaid:part>2", b"<pdfaid:part>3")),
    ("an associated file", "AF in PDF/A-2",
     lambda o: o.catalog().update({"/AF": []})),
    ("a list of files", "EmbeddedFiles in PDF/A-2",
     lambda o: o.catalog().update({"/Names": {"/EmbeddedFiles": {"/Names": []}}})),
    ("a file's entry", "/Filespec ", lambda o: o.catalog().update(
        {"/Extra": o.add({"/Type": "/Filespec", "/F": "u:a"})})),
    ("a file", "/EmbeddedFile ", lambda o: o.catalog().update(
        {"/Extra": o.add({"/Type": "/EmbeddedFile"})})),
)


def write(told, path):
    """A PDF from JSON, each stream packed or not as it stands there."""
    source = path.with_suffix(".json")
    source.write_text(json.dumps(told))
    ran = subprocess.run(
        ["qpdf", "--json-input", str(source), str(path), "--static-id",
         "--object-streams=disable", "--stream-data=preserve"],
        capture_output=True, check=False)
    assert ran.returncode in (0, 3), ran.stderr.decode()


def judge(label, wanted, path, part=3):
    try:
        said = check.faults(path, part)
    except ValueError as why:
        said = [f"cannot be read: {why}"]
    sound = any(wanted in fault for fault in said) if wanted else not said
    print(("ok - " if sound else "not ok - ") + label)
    if not sound:
        print(f"  wanted: {wanted}\n  got:    {said[:4]}")


def main(source, folder, part=3):
    told = read_json(source)
    part = int(part)
    path = pathlib.Path(folder) / "mutant.pdf"
    write(told, path)
    judge(f"unbroken, of part {part}", None, path, part)
    sound = path.read_bytes()
    for label, wanted, change in BREAKS if part == 3 else ALONE:
        objects = Objects(copy.deepcopy(told))
        change(objects)
        write(objects.told, path)
        judge(label, wanted, path, part)
    for label, wanted, change in BYTES if part == 3 else ():
        path.write_bytes(change(sound))
        judge(label, wanted, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
