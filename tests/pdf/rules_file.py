"""The file as it stands: its first bytes, what is forbidden anywhere in it, its
pages, links and bookmarks (ISO 19005-3, 6.1, 6.3 and 6.5)."""
import re

from document import Stream, bytes_of, text_of

FORBIDDEN = {
    "/JS": "A 6.5", "/JavaScript": "A 6.5", "/AA": "A 6.5", "/OpenAction": "A 6.5",
    "/XFA": "A 6.4.2", "/Encrypt": "A 6.1.3", "/NeedAppearances": "A 6.4.1",
    "/FFilter": "A 6.1.7.1", "/FDecodeParms": "A 6.1.7.1", "/Alternates": "A 6.2.8",
    "/OPI": "A 6.2.9", "/PS": "A 6.2.9", "/TR": "A 6.2.5", "/HTP": "A 6.2.5",
    "/OCProperties": "A 6.9", "/Perms": "A 6.1.12", "/Requirements": "A 6.11",
    "/PresSteps": "A 6.10", "/AlternatePresentations": "A 6.10",
}
OPAQUE = {"/ca": {1}, "/CA": {1}, "/BM": {"/Normal", "/Compatible"},
          "/SMask": {"/None"}}
LONGEST = 32767  # bytes of a string (6.1.13)
LONGEST_NAME = 127
DESTINATIONS = {"/XYZ": 3, "/Fit": 0, "/FitH": 1, "/FitV": 1, "/FitR": 4,
                "/FitB": 0, "/FitBH": 1, "/FitBV": 1}
HIDDEN = 1 | 2 | 32 | 256  # invisible, hidden, no view, toggled (6.3.2)
PRINTED = 4


def check_bytes(doc):
    lines = doc.bytes[:64].split(b"\n")
    if lines[0] != b"%PDF-1.7":
        yield "[A 6.1.2] does not begin with %PDF-1.7 and a line feed"
    if not re.match(rb"%[\x80-\xff]{4}", lines[1] if len(lines) > 1 else b""):
        yield "[A 6.1.2] no comment of four bytes above 127 in its second line"
    if not re.search(rb"%%EOF\r?\n?\Z", doc.bytes):
        yield "[A 6.1.3] something stands behind its end"
    if re.search(rb"/(LZWDecode|Crypt)\b", doc.bytes):
        yield "[A 6.1.7.2] LZW or Crypt"
    identity = doc.trailer.get("/ID")
    if not (isinstance(identity, list) and len(identity) == 2 and
            all(len(bytes_of(part)) == 16 for part in identity)):
        yield "[A 6.1.3] no ID in the trailer"


def check_limits(reference, value):
    if not isinstance(value, str):
        return
    said = text_of(value)
    if said is not None and len(said.encode("utf-16-be", "replace")) > LONGEST:
        yield f"[A 6.1.13] long string: object {reference}"
    if value.startswith("/") and len(value.encode()) - 1 > LONGEST_NAME:
        yield f"[A 6.1.13] long name: object {reference}"


def check_entries(doc):
    """What no dictionary may have; nothing shines through."""
    for reference, key, value in doc.everything():
        yield from check_limits(reference, value)
        if key in FORBIDDEN:
            yield f"[{FORBIDDEN[key]}] {key} in object {reference}"
        if key in OPAQUE and doc.get(value) not in (
                OPAQUE[key] if not isinstance(doc.get(value), (dict, list, Stream))
                else ()):
            yield f"[A 6.2.10] transparency: {key} in object {reference}"
        if key == "/Group" and doc.entries(value).get("/S") == "/Transparency":
            yield f"[A 6.2.10] transparency: {key} in object {reference}"
        if key == "/Interpolate" and value is True:
            yield f"[A 6.2.8] Interpolate in object {reference}"
        if key == "/S" and value in ("/Launch", "/JavaScript", "/Movie", "/Sound",
                                     "/ResetForm", "/ImportData", "/SetState"):
            yield f"[A 6.5] action {value} in object {reference}"


def check_pages(doc):
    if not doc.pages:
        yield "[A 6.1] no pages"
    for number, (_, page) in enumerate(doc.pages, 1):
        box = doc.array(page.get("/MediaBox"))
        if page.get("/Tabs") != "/S":
            yield f"[UA 7.18.3] page {number} without Tabs /S"
        if not isinstance(page.get("/StructParents"), int):
            yield f"[UA 7.1] page {number} without StructParents"
        if len(box) != 4 or not all(3 <= box[at + 2] - box[at] <= 14400
                                    for at in (0, 1)):
            yield f"[A 6.1.13] page {number}: its size"
            continue
        for reference in doc.array(page.get("/Annots")):
            for fault in check_annotation(doc, doc.entries(reference), box):
                yield f"{fault}: page {number}, {reference}"


def check_annotation(doc, annotation, box):
    """A link: told in words, printed, on the page, leading somewhere."""
    flags = annotation.get("/F", 0)
    rect = annotation.get("/Rect", [])
    if annotation.get("/Subtype") != "/Link":
        yield f"[A 6.3.1] annotation {annotation.get('/Subtype')}"
    if not (text_of(annotation.get("/Contents")) or "").strip():
        yield "[UA 7.18.5] no Contents"
    if not isinstance(annotation.get("/StructParent"), int):
        yield "[UA 7.18.1] no StructParent"
    if not flags & PRINTED or flags & HIDDEN:
        yield "[A 6.3.2] annotation is not printed"
    if len(rect) != 4 or not (box[0] <= rect[0] < rect[2] <= box[2] and
                              box[1] <= rect[1] < rect[3] <= box[3]):
        yield "[UA 7.18.2] annotation outside of its page"
    action = doc.entries(annotation.get("/A"))
    if "/A" in annotation and action.get("/S") == "/URI":
        return
    if not leads(doc, annotation.get("/Dest", action.get("/D"))):
        yield "[UA 7.18.5] the link leads nowhere"


def leads(doc, destination):
    """Whether a destination is a place on a page."""
    place = doc.get(destination)
    return (isinstance(place, list) and len(place) > 1 and
            place[0] in doc.page_numbers and
            DESTINATIONS.get(place[1]) == len(place) - 2)


def check_bookmarks(doc):
    root = doc.catalog.get("/Outlines")
    if root is not None:
        yield from check_siblings(doc, root, set())


def check_siblings(doc, parent, seen):
    """First to last, each knowing the one before, none twice."""
    reference = doc.entries(parent).get("/First")
    before = None
    while reference and reference not in seen:
        seen.add(reference)
        mark = doc.entries(reference)
        title = text_of(mark.get("/Title"))
        if not (title or "").strip():
            yield f"[UA 7.17] bookmark {reference} without a title"
        if not leads(doc, mark.get("/Dest", doc.entries(mark.get("/A")).get("/D"))):
            yield f"[UA 7.17] bookmark \"{title}\" leads nowhere"
        if mark.get("/Parent") != parent or mark.get("/Prev") != before:
            yield f"[UA 7.17] bookmark \"{title}\": its Parent or Prev"
        yield from check_siblings(doc, reference, seen)
        before, reference = reference, mark.get("/Next")
    if doc.entries(parent).get("/Last") != before:
        yield f"[UA 7.17] the last bookmark of {parent} is another"


def faults(doc):
    yield from check_bytes(doc)
    yield from check_entries(doc)
    yield from check_pages(doc)
    yield from check_bookmarks(doc)
