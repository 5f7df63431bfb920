"""The structure tree against what is drawn, both ways, and what stands in what."""
from document import text_of

GROUPS = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "TOC", "TOCI",
          "Index", "NonStruct", "Private", "Caption"}
BLOCKS = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
          "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
INLINE = {"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
          "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
          "Formula", "Form"}
# what stands nowhere else, and what is made of nothing else
ONLY_IN = {
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}
MADE_OF = {
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}


def check_marks(tree, pages):
    """Each MCID that is drawn has one element, each of an element is drawn."""
    owners = {}
    for element in tree.all():
        for mark in element.marks:
            if mark in owners:
                yield f"[UA 7.1] MCID {mark[1]} of page {mark[0]}: kid of two elements"
            owners[mark] = element
    drawn = {(page.reference, number) for page in pages for number in page.marks}
    for page, number in sorted(drawn - owners.keys()):
        yield f"[UA 7.1] MCID {number} of page {page} is no element's kid"
    for page, number in sorted(owners.keys() - drawn, key=str):
        yield f"[UA 7.1] kid MCID {number} is not on page {page}"
    yield from check_parents(tree, pages, owners)


def read_parents(tree):
    """The parent tree as a dictionary; its keys rise."""
    parents = {}
    last = -1
    for key, value in tree.doc.names(tree.root.get("/ParentTree")):
        if key <= last:
            tree.fault("UA 7.1", f"ParentTree: key {key} after {last}")
        last = key
        parents[key] = value
    if not tree.root.get("/ParentTreeNextKey", last + 1) > last:
        tree.fault("UA 7.1", "ParentTreeNextKey is taken already")
    return parents


def check_parents(tree, pages, owners):
    """The parent tree says of each MCID what the elements say."""
    doc = tree.doc
    parents = read_parents(tree)
    used = set()
    for page, (_, entries) in zip(pages, doc.pages):
        key = entries.get("/StructParents")
        listed = doc.get(parents.get(key), list)
        if key in used:
            yield f"[UA 7.1] page {page.number}: StructParents {key} is another's"
        used.add(key)
        if listed is None:
            yield f"[UA 7.1] page {page.number}: StructParents {key} leads nowhere"
            continue
        yield from compare_page(page, listed, owners)
    yield from check_objects(tree, parents, used)
    for key in sorted(parents.keys() - used):
        yield f"[UA 7.1] ParentTree: key {key} is nobody's"


def compare_page(page, listed, owners):
    for number, reference in enumerate(listed):
        owner = owners.get((page.reference, number))
        if reference is None and owner is None:
            continue
        if number not in page.marks:
            yield (f"[UA 7.1] page {page.number}: ParentTree has MCID {number}, "
                   "the page has not")
        if owner is None or owner.reference != reference:
            yield (f"[UA 7.1] page {page.number}: ParentTree leads MCID {number} "
                   f"to {reference}, its element is "
                   f"{owner.reference if owner else 'none'}")
    for number in page.marks:
        if number >= len(listed):
            yield (f"[UA 7.1] page {page.number}: MCID {number} is not in the "
                   "ParentTree")


def check_objects(tree, parents, used):
    """Annotations and the elements that hold them know each other."""
    doc = tree.doc
    holders = {}
    for element in tree.all():
        for page, reference in element.objects:
            holders[reference] = (element, page)
    for number, (page, entries) in enumerate(doc.pages, 1):
        for reference in doc.array(entries.get("/Annots")):
            key = doc.entries(reference).get("/StructParent")
            used.add(key)
            element, at = holders.pop(reference, (None, None))
            if element is None:
                yield f"[UA 7.18.1] page {number}: annotation {reference} has no OBJR"
                continue
            if at != page:
                yield f"[UA 7.18.1] OBJR of {reference} names page {at}, not {page}"
            if parents.get(key) != element.reference:
                yield (f"[UA 7.18.1] page {number}: StructParent {key} leads to "
                       f"{parents.get(key)}, not {element.reference}")
            if element.name != "Link":
                yield f"[UA 7.18.5] annotation {reference} in {element.name}"
    for reference in holders:
        yield f"[UA 7.18.1] OBJR leads to {reference}, which is on no page"


def check_places(tree):
    """What stands in what (ISO 32000-1, 14.8.4), nothing empty that may not be."""
    if [element.name for element in tree.top] != ["Document"]:
        yield f"[UA 7.1] outermost: {[element.name for element in tree.top]}"
    for element in tree.all():
        name = element.name
        above = element.parent.name if element.parent else ""
        if element.entries.get("/Type", "/StructElem") != "/StructElem":
            yield f"[UA 7.1] {name} {element.reference} is no StructElem"
        if name not in GROUPS | BLOCKS | INLINE:
            yield f"[UA 7.1] {name} is no standard type"
        if name in ONLY_IN and above not in ONLY_IN[name]:
            yield f"[UA 7.2] {name} in {above}"
        if above in MADE_OF and name not in MADE_OF[above]:
            yield f"[UA 7.2] {name} in {above}"
        if name in MADE_OF and not element.kids:
            yield f"[UA 7.2] empty {name}"
        if element.marks and (name in MADE_OF or name in ("Document", "Sect")):
            yield f"[UA 7.2] text in {name} itself"
        if name == "Lbl" and above == "LI" and not has_numbering(element.parent):
            yield "[UA 7.6] Lbl in a list without ListNumbering"
    for reference, _ in tree.doc.of_type("/StructElem"):
        if reference not in tree.by_reference:
            yield f"[UA 7.1] element {reference} is not in the tree"


def has_numbering(item):
    attributes = item.parent.attributes if item.parent else {}
    return attributes.get("/ListNumbering", "/None") != "/None"


def check_headings(tree):
    last = 0
    for element in tree.all():
        if element.name == "H":
            yield "[UA 7.4.4] H among numbered headings"
        if element.name not in HEADINGS:
            continue
        level = int(element.name[1])
        if level > last + 1:
            yield f"[UA 7.4.2] {element.name} follows H{last}"
        if not element.has_content():
            yield f"[UA 7.4] empty {element.name}"
        last = level
    if last == 0:
        yield "[UA 7.4] no headings"


def is_box(box):
    return (isinstance(box, list) and len(box) == 4 and box[0] < box[2] and
            box[1] < box[3])


def check_figure(tree, element):
    """It says what it shows, and lies on a page (ISO 32000-1, 14.8.5.4.3)."""
    box = element.attributes.get("/BBox")
    if not (text_of(element.entries.get("/Alt")) or
            text_of(element.entries.get("/ActualText"))):
        yield f"[UA 7.3] Figure {element.reference} without Alt"
    if not is_box(box):
        yield f"[UA 7.3] Figure {element.reference} without BBox"
        return
    for page, entries in tree.doc.pages:
        media = entries.get("/MediaBox")
        if (page, True) in {(mark[0], True) for mark in element.marks} and not (
                box[0] >= media[0] - 1 and box[1] >= media[1] - 1 and
                box[2] <= media[2] + 1 and box[3] <= media[3] + 1):
            yield f"[UA 7.3] Figure {element.reference} leaves its page"


def check_about(tree):
    """What elements say of themselves."""
    identifiers = {}
    for element in tree.all():
        said = element.entries
        if element.name in ("Figure", "Formula"):
            yield from check_figure(tree, element)
        if element.name == "Link" and not element.objects:
            yield f"[UA 7.18.5] Link {element.reference} without OBJR"
        if element.name == "Note" and not said.get("/ID"):
            yield f"[UA 7.9] Note {element.reference} without ID"
        for key in ("/Alt", "/ActualText", "/Lang"):
            if key in said and not text_of(said[key]):
                yield f"[UA 7.3] {element.name} {element.reference}: empty {key}"
        if said.get("/ID") in identifiers:
            yield f"[UA 7.9] ID {text_of(said['/ID'])} twice"
        if said.get("/ID"):
            identifiers[said["/ID"]] = element.reference
    listed = dict(tree.doc.names(tree.root.get("/IDTree")))
    if listed != identifiers:
        yield "[UA 7.9] IDTree is not what the elements say"


def faults(tree, pages):
    yield from check_marks(tree, pages)
    yield from check_places(tree)
    yield from check_headings(tree)
    yield from check_about(tree)
    yield from tree.found
