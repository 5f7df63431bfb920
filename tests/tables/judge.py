"""What must hold of a table on its pages: faults(table, element, place, style).

The table is what random_table made, the element its tag, the place the pages on
which nothing else but its section stands.
"""
import re

import judge_landscape
import judge_pages
import judge_text

SPACE = re.compile(r"[ \n\t]+")


def plain(text):
    """Without the hyphens and places where a line may end, spaces as one."""
    return SPACE.sub(" ", text.replace("\u00ad", "").replace("\u200b", "")).strip(" ")


class Placed:
    """A cell, and its texts by page in the order of reading."""

    def __init__(self, cell, element, place):
        self.cell = cell
        self.element = element
        self.pages = {}
        self.change = ""
        for part in element.walk():
            for reference, mark in part.marks:
                page = place.page_of(reference)
                texts = page.by_mark.get(mark, [])
                if part.name == "Span":
                    self.change += "".join(text.text for text in texts)
                else:
                    self.pages.setdefault(page.number, []).extend(texts)
        for number, texts in self.pages.items():
            drawn = place.order(number)
            texts.sort(key=lambda text: drawn[id(text)])

    def texts(self):
        return [text for number in sorted(self.pages) for text in self.pages[number]]

    def text(self):
        return plain("".join(text.text for text in self.texts()))


class Place:
    """The pages of a table."""

    def __init__(self, pages, references, first, last):
        self.all = pages
        self.references = references
        self.pages = pages[first - 1:last]
        self.last = last
        self.orders = {}

    def page_of(self, reference):
        return self.all[self.references[reference] - 1]

    def order(self, number):
        if number not in self.orders:
            self.orders[number] = {id(text): at for at, text
                                   in enumerate(self.all[number - 1].texts)}
        return self.orders[number]


def expected_tag(row, cell):
    if row.kind == "head":
        return "TH", "/Column", cell.columns, cell.rows
    if row.kind == "group" or cell.heads:
        return "TH", "/Row", cell.columns, 1
    return "TD", None, cell.columns, 1


def tag_of(element):
    about = element.attributes
    return (element.name, about.get("/Scope"), about.get("/ColSpan", 1),
            about.get("/RowSpan", 1))


def parts_faults(table, element):
    names = [kid.name for kid in element.kids]
    wanted = ["Caption"] if table.caption else []
    both = 0 < table.head_count < len(table.rows)
    wanted += ["THead", "TBody"] if both else ["TBody"]
    if names != wanted:
        yield f"the table has {names}, not {wanted}"
    heads = [kid for kid in element.kids if kid.name == "THead"]
    if both and heads and len(heads[0].kids) != table.head_count:
        yield f"THead has {len(heads[0].kids)} rows, not {table.head_count}"


def place_cells(table, element, place):
    """Each row as a list of placed cells, and what is wrong with the tags."""
    found = list(parts_faults(table, element))
    rows = [row for part in element.kids for row in part.kids if row.name == "TR"]
    if len(rows) != len(table.rows):
        return [], found + [f"{len(rows)} rows, not {len(table.rows)}"]
    placed = []
    for at, (row, tags) in enumerate(zip(table.rows, rows)):
        if len(tags.kids) != len(row.cells):
            return [], found + [f"row {at}: {len(tags.kids)} cells, not {len(row.cells)}"]
        placed.append([Placed(cell, tag, place) for cell, tag in zip(row.cells, tags.kids)])
        for cell in placed[-1]:
            wanted = expected_tag(row, cell.cell)
            if tag_of(cell.element) != wanted:
                found.append(f"row {at}: a cell is {tag_of(cell.element)}, not {wanted}")
    return placed, found


def word_faults(table, element, rows, place):
    captions = [kid for kid in element.kids if kid.name == "Caption"]
    if captions:
        said = Placed(None, captions[0], place).text()
        if said != plain(table.caption):
            yield f"caption: {said!r}, not {plain(table.caption)!r}"
    for at, row in enumerate(rows):
        for cell in row:
            if cell.text() != plain(cell.cell.text()):
                yield f"row {at}: {cell.text()!r}, not {plain(cell.cell.text())!r}"
        change = plain("".join(cell.change for cell in row))
        if change != table.rows[at].change:
            yield f"row {at}: change {change!r}, not {table.rows[at].change!r}"


def order_faults(element, place):
    """On each page what is read later is drawn later."""
    last = {}
    for part in element.walk():
        for reference, mark in part.marks:
            page = place.page_of(reference)
            texts = page.by_mark.get(mark, [])
            if not texts or part.name in ("Span", "Link"):
                continue
            at = place.order(page.number)[id(texts[0])]
            if at < last.get(page.number, -1):
                yield f"page {page.number}: {texts[0].text!r} is drawn before what is read before"
            last[page.number] = at


def all_marks(element):
    return {mark for part in element.walk() for mark in part.marks}


def stray_faults(element, place, texts_above):
    """Nothing but the section's heading and its lines stands outside of the table."""
    own = {(place.page_of(reference).number, mark) for reference, mark in all_marks(element)}
    others = sum(1 for page in place.pages for mark in page.by_mark
                 if (page.number, mark) not in own)
    if others != texts_above:
        yield f"{others} marked contents beside the table's, not {texts_above}"


def faults(table, element, place, style):
    rows, found = place_cells(table, element, place)
    yield from found
    if not rows:
        return
    above = 1 + table.above + (1 if table.inside == "list" else 0)
    yield from word_faults(table, element, rows, place)
    yield from order_faults(element, place)
    yield from stray_faults(element, place, above)
    yield from judge_text.page_faults(place, style)
    own = [page for page in place.pages
           if any(place.page_of(reference) is page for reference, _ in all_marks(element))]
    own = own or place.pages[-1:]  # all its cells are empty
    yield from judge_landscape.faults(table, rows, place, own, style)
    turned = style.on(own[0]).turned
    if turned:  # nothing else stands on its pages but what goes with it
        place = Place(place.all, place.references, own[0].number, place.last)
    yield from judge_pages.faults(table, rows, place, style.on(own[0]))
    yield from judge_text.faults(table, rows, place, style.on(own[0]))
