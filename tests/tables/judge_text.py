"""Texts in their cells: nothing over an edge or over another text, numbers whole."""
import functools
import re

LEAST = 2  # ems of text that a column keeps beside long numbers
PAD = 5.0  # left and right of a cell's text
SPACES = " \n\t"
NUMBER = re.compile("[−+-]?\\d+(?:[.,\u00a0\u202f\u2009]\\d+)*")
ALIGNED = re.compile("(?:[−+]|≥\u00a0)?(\\d+(?:[\u00a0\u202f]\\d{3})*)(?:,\\d+)?(?:\u00a0(?:%|tkr))?")
NEAR = 0.05
SOFT = "\u00ad"
PRINTED = "-/\u2010\u2013"  # between letters a line may end behind them


def has_ink(text):
    return text.end > text.x


def columns_of(rows, table):
    """(first column, cell) of every cell, spans of the head counted."""
    left = [0] * len(table.aligns)
    for row in rows:
        column = 0
        for cell in row:
            while left[column] > 0:
                column += 1
            yield column, cell
            for at in range(column, column + cell.cell.columns):
                left[at] = cell.cell.rows
            column += cell.cell.columns
        left = [max(0, rest - 1) for rest in left]


def edges(table, rows, style):
    """For each edge between columns the least and the most x that it can have."""
    count = len(table.aligns)
    least = [style.left] + [0.0] * (count - 1) + [0.0]
    most = [style.width] * count + [style.width - style.right]
    why = [""] * (count + 1)
    for first, cell in columns_of(rows, table):
        for text in filter(has_ink, cell.texts()):
            end = first + cell.cell.columns
            if text.x - PAD < most[first]:
                most[first] = text.x - PAD
            if text.end + PAD > least[end]:
                least[end] = text.end + PAD
                why[end] = text.text
    return least, most, why


def edge_faults(table, rows, style):
    """There are edges, from left to right, that part all cells with their padding."""
    least, most, why = edges(table, rows, style)
    before = least[0]
    for at, (low, high) in enumerate(zip(least, most)):
        before = max(before, low)
        if before > high + NEAR:
            yield (f"column {at}: {why[at]!r} ends at {low - PAD:.2f}, what stands right of "
                   f"it begins at {high + PAD:.2f}")
            return


def margin_faults(page, style):
    for text in filter(has_ink, page.texts):
        if text.x < style.left - NEAR or text.end > style.width - style.right + NEAR:
            if text.text.strip() != "Ändrad" or text.end > style.width:
                yield f"page {page.number}: {text.text!r} outside of the margins"
    for x, y in page.shapes + [(end, rule[2]) for rule in page.rules for end in rule[:2]]:
        if not (style.left - 1.1 <= x <= style.width - 1 and 0 <= y <= style.height):
            yield f"page {page.number}: a shape at {x}, {y}"


def overlap_faults(page):
    """No two texts over each other."""
    texts = sorted(filter(has_ink, page.texts), key=lambda text: -text.top)
    open_ = []
    for text in texts:
        open_ = [one for one in open_ if one.bottom < text.top]
        for one in open_:
            if one.x < text.end - NEAR and text.x < one.end - NEAR:
                yield f"page {page.number}: {text.text!r} over {one.text!r}"
        open_.append(text)


class Lines:
    """The lines of a cell: where in its text they end, and how wide they are."""

    def __init__(self, cell):
        self.text = ""
        self.ends = []
        self.widest = 0.0
        self.fonts = []  # of each character
        self.marked = any(run and "symbol" in run[1] for run in cell.cell.runs)
        self.several = len(cell.cell.runs) > 1
        last = begin = None
        for number in sorted(cell.pages):
            for text in cell.pages[number]:
                place = (number, round(text.y, 2))
                if last not in (None, place):
                    self.ends.append(len(self.text))
                if last != place:
                    begin = text.x
                last = place
                self.widest = max(self.widest, text.end - begin)
                self.text += text.text
                self.fonts += [text.font] * len(text.text)
        self.size = cell.texts()[0].size if cell.pages and cell.texts() else 0

    def width(self, first, end):
        return self.size * sum(self.fonts[at].widths.get(self.text[at], 0)
                               for at in range(first, end) if self.text[at] != SOFT)

    @functools.cached_property
    def numbers(self):
        """(first, end, width) of each."""
        return [(*match.span(), self.width(*match.span()))
                for match in NUMBER.finditer(self.text)]

    def is_joint(self, at):
        """Whether a line may end there: between words or printed parts of them."""
        before, after = self.text[at - 1], self.text[at:at + 1]
        if before in PRINTED:
            letters = self.text[max(0, at - 3):at - 1]
            return len(letters) == 2 and (letters + after).isalpha() and after != ""
        return before in SPACES + SOFT or after in SPACES

    def word(self, at):
        """What would stand on a line if none ended at a place that is no joint."""
        first, end = at, at
        while first > 0 and (not self.is_joint(first) or self.text[first - 1] == SOFT):
            first -= 1
        while end < len(self.text) and (not self.is_joint(end) or
                                        self.text[end - 1] == SOFT):
            end += 1
        return first, end


class Room:
    """What columns need for their numbers to stand whole."""

    def __init__(self, table, lines, style):
        self.count = len(table.aligns)
        self.least = 2 * PAD + LEAST * style.size
        self.known = {}
        self.spans = []  # (first column, how many, width), those of one column first
        for first, cell, line in sorted(lines, key=lambda one: one[1].cell.columns > 1):
            marks = (0.0, style.mark - 1, style.mark) if line.marked else (0.0,)
            self.spans += [(first, cell.cell.columns, width + mark + 2 * PAD)
                           for _, _, width in line.numbers for mark in marks]

    def need(self, limit):
        """Of each column, but for numbers wider than the limit."""
        if limit not in self.known:
            need = [self.least] * self.count
            for first, count, width in self.spans:
                lacking = width - sum(need[first:first + count])
                if width <= limit and lacking > 0:
                    for at in range(first, first + count):
                        need[at] += lacking / count
            self.known[limit] = need
        return self.known[limit]


def limit_for(width, wide):
    """The least of `wide`, three fourths of it, of that … no less than a width."""
    while width <= wide * 3 / 4:
        wide *= 3 / 4
    return wide


def cut_faults(table, lines, need, room, style):
    """Words are cut only if no line holds them, numbers if the table does not."""
    for _, _, line in lines:
        for end in (end for end in line.ends if not line.is_joint(end)):
            word = line.word(end)
            number = next((one for one in line.numbers if one[0] < end < one[1]), None)
            if line.width(*word) < line.widest - NEAR and not (line.marked or line.several):
                yield f"{line.text[slice(*word)]!r} is cut: {line.text[:end]!r}, but a line holds it"
            if not number:
                continue
            width = number[2] + 2 * PAD + (style.mark if line.marked else 0.0)
            limit = limit_for(width, room)
            if width > room:
                continue
            needed = sum(need(limit))
            if needed + 2 * len(table.aligns) * NEAR < room:
                yield f"the number {line.text[number[0]:number[1]]!r} is cut: {line.text[:end]!r}"


class Commas:
    """Numbers of a column that stand alone in their cells."""

    def __init__(self):
        self.at = []
        self.before = self.after = 0.0

    def need(self):
        return self.before + self.after + 2 * PAD

    def add(self, texts, digits):
        """A number whose first digits, so many, stand left of the comma."""
        widths = [text.size * text.font.widths.get(one, 0)
                  for text in texts for one in text.text]
        self.at.append(texts[0].x + sum(widths[:digits]))
        self.before = max(self.before, sum(widths[:digits]))
        self.after = max(self.after, sum(widths[digits:]))


def commas_of(table, cells):
    """Of each column the numbers that stand by their commas, and whether any cell of
    a column with numbers is none of them."""
    columns = [Commas() for _ in table.aligns]
    others = False
    for first, cell in cells:
        runs = cell.cell.runs
        match = ALIGNED.fullmatch(cell.text())
        tag = cell.element.attributes.get("/Scope")
        head = tag and not cell.cell.heads
        if (match and not head and table.aligns[first] == "number" and
                cell.cell.columns == 1 and len(runs) == 1 and not runs[0][1].get("symbol")):
            columns[first].add(cell.texts(), match.end(1))
        elif table.aligns[first] == "number" and tag != "/Column":
            others = others or bool(cell.text())  # set by its comma, or not
    return columns, others


def comma_faults(table, lines, need, room):
    """Commas stand under each other, but in columns too narrow for that."""
    columns, others = commas_of(table, [line[:2] for line in lines])
    whole = all(line.is_joint(end) for _, _, line in lines for end in line.ends)
    limit = room if whole else 0
    if not others:
        limit = limit_of_commas(columns, need, room)
    for first, column in enumerate(columns):
        spread = max(column.at, default=0) - min(column.at, default=0)
        if spread > 2 * NEAR and column.need() <= limit:
            yield f"column {first}: commas {spread:.2f} apart"


def limit_of_commas(columns, need, room):
    """How wide columns may be for their commas to be in line: 0 if there is only
    room for the numbers, and not even for those."""
    limit = room
    while limit > PAD:
        commas = [max(some, column.need() if column.need() <= limit else 0)
                  for some, column in zip(need(limit), columns)]
        if sum(commas) < room - 2 * len(commas):
            return limit
        if sum(need(limit)) < room:
            return 0
        limit *= 3 / 4
    return 0


def width_faults(lines, width, room):
    """No text is broken into lines while the table might be wider."""
    if width > room - 1:
        return
    for first, cell, line in lines:
        if line.ends and cell.cell.columns == 1 and None not in cell.cell.runs:
            yield f"column {first}: {line.text!r} is broken, {room - width:.1f} pt are left"
            return


def page_faults(place, style):
    for page in place.pages:
        yield from margin_faults(page, style.on(page))
        yield from overlap_faults(page)


def faults(table, rows, place, style):
    rules = [rule for page in place.pages for rule in page.rules
             if rule[2] < style.height - style.top]
    width = max(rule[1] for rule in rules) - min(rule[0] for rule in rules)
    room = width if table.inside else style.width - style.left - style.right
    lines = [(first, cell, Lines(cell)) for first, cell in columns_of(rows, table)]
    need = Room(table, lines, style).need
    yield from width_faults(lines, width, room)
    yield from edge_faults(table, rows, style)
    yield from cut_faults(table, lines, need, room, style)
    yield from comma_faults(table, lines, need, room)
