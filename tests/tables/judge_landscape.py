"""Which tables lie on their side, and what stands on the pages before them."""
from judge_pages import CAPTION, Flow, Sheet, lay_out
from judge_text import PAD, Lines, columns_of, commas_of

LONG = 1 / 4    # of the width: more of it no word counts
LITTLE = 1 / 4  # of a page: with less it is as good as empty


def words(line):
    """How wide the words of a cell are that a line may not end in."""
    at = 0
    while at < len(line.text):
        first, end = line.word(at)
        yield line.width(first, end)
        at = max(end, at + 1)


class Widths:
    """How wide columns are that have room for words: at least and at most."""

    def __init__(self, table, cells, style):
        count = len(table.aligns)
        self.least = [0.0] * count
        self.most = [column.need() for column in commas_of(table, cells)[0]]
        for first, cell in cells:
            if cell.cell.columns == 1:
                self.add(first, cell, style)
        for first, cell in cells:
            if cell.cell.columns > 1:
                self.spread(first, cell, style)

    def add(self, first, cell, style):
        line = Lines(cell)
        widest = max(words(line), default=0.0) + 2 * PAD
        if None not in cell.cell.runs:  # a break parts words, but is not read
            self.least[first] = max(self.least[first], widest)
        if line.marked:
            widest += style.mark
        self.most[first] = max(self.most[first], widest)

    def spread(self, first, cell, style):
        line = Lines(cell)
        span = range(first, first + cell.cell.columns)
        widest = max(words(line), default=0.0) + 2 * PAD + style.mark
        lacking = widest - sum(self.least[at] for at in span)
        for at in span:
            self.most[at] += max(0.0, lacking) / len(span)


def expected(table, cells, style):
    """Whether a table lies on its side; None where both are right."""
    if style.width >= style.height or table.inside:
        return False
    if table.landscape:
        return table.landscape == "true"
    room = style.width - style.left - style.right
    widths = Widths(table, cells, style)
    if sum(min(width, room * LONG) for width in widths.least) > room + 0.1:
        return True
    if sum(min(width, room * LONG) for width in widths.most) < room - 1:
        return False
    return None


def is_tall(table, rows, own, style):
    """Whether its head might fill half of a page that lies on its side, or what
    begins there most of it: they are not higher there than they are upright."""
    full = style.width - style.top - style.bottom
    sheet = Sheet(own[0], table, style.on(own[0]))
    head = sheet.top - sheet.body + CAPTION
    sheets = [Sheet(page, table, style.on(page)) for page in own]
    fragments, count = lay_out(table, rows, sheets)
    if count != len(table.rows) or count == table.head_count:
        return head > full / 2
    flow = Flow(table, fragments, full, style.leading)
    row = table.head_count
    start = head + flow.height(row)
    while row + 1 < count and (flow.links[row] or row == table.head_count):
        row += 1
        start += flow.height(row)
    return head > full / 2 or start > full * 3 / 4


def turn_faults(table, rows, own, style):
    wanted = expected(table, list(columns_of(rows, table)), style)
    if wanted and not table.landscape and is_tall(table, rows, own, style):
        wanted = None
    for page in own:
        turned = style.on(page).turned
        if turned != style.on(own[0]).turned:
            yield f"page {page.number} lies otherwise than page {own[0].number}"
        if wanted is not None and turned != wanted:
            yield f"page {page.number} {'lies' if turned else 'does not lie'} on its side"


def faults(table, rows, place, own, style):
    """Pages that lie on their side hold the table; those before it are upright, and
    not nearly empty."""
    yield from turn_faults(table, rows, own, style)
    full = style.width - style.top - style.bottom
    if table.landscape and start_of(table, rows, own, style) + CAPTION > full:
        return  # there is no room for a heading on its page
    for page in place.pages:
        if page not in own and style.on(page).turned:
            yield f"page {page.number} lies on its side without the table"
    if not style.on(own[0]).turned or place.pages[0] is own[0]:
        return
    above = place.pages[own[0].number - place.pages[0].number - 1]
    lowest = min(text.y for text in above.texts if text.mark is not None)
    used = style.height - style.top - lowest
    if len([text for text in above.texts if text.mark is not None]) < 2:
        yield f"page {above.number}: a heading stands alone"
    if used < LITTLE * (style.height - style.top - style.bottom) - style.leading:
        start = start_of(table, rows, own, style)
        if used + start + CAPTION < full:
            yield f"page {above.number}: {used:.1f} pt stand alone"


def start_of(table, rows, own, style):
    """How high the head is and what must stand below it."""
    turned = style.on(own[0])
    sheets = [Sheet(page, table, turned) for page in own]
    fragments, count = lay_out(table, rows, sheets)
    head = turned.height - turned.top - sheets[0].body
    if count != len(table.rows) or count == table.head_count:
        return head
    flow = Flow(table, fragments, turned.height - turned.top - turned.bottom - head,
                style.leading)
    return head + flow.chunk(table.head_count)
