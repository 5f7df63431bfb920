"""Rows down the pages: each in its band, none parted without need, heads repeated."""
PAD = 2.5   # above and below a row's text
TOP = 1.0   # how thick the rule above a table is
CAPTION = 60  # no caption here is higher
FEWEST = 2  # lines of a row that is split
NEAR = 0.05
TOTALS = ("subtotal", "total")


class Sheet:
    """A page of a table: the bands between its rules."""

    def __init__(self, page, table, style):
        self.page = page
        self.bottom = style.bottom
        rules = [rule for rule in page.rules if rule[2] < style.height - style.top + NEAR]
        left = min((rule[0] for rule in rules), default=0)
        right = max((rule[1] for rule in rules), default=0)
        full = [rule for rule in rules
                if rule[0] < left + NEAR and rule[1] > right - NEAR]
        self.headed = any(abs(rule[3] - TOP) < NEAR for rule in full)
        lines = [] if self.headed else [style.height - style.top]
        for y in sorted((rule[2] for rule in full), reverse=True):
            if not lines or lines[-1] - y > NEAR:
                lines.append(y)
        self.top = lines[0] if lines else 0
        if self.headed and table.head_count:
            lines.pop(0)
        self.bands = list(zip(lines, lines[1:]))
        self.body = lines[0] if lines else 0  # where its rows begin
        self.heads = [text for text in page.texts if text.mark is None and
                      style.bottom < text.y < style.height - style.top]

    def room(self):
        return self.bands[-1][1] - self.bottom if self.bands else self.body - self.bottom


class Fragment:
    """A row, or the lines of it that stand on one page."""

    def __init__(self, row, sheet, band):
        self.row, self.sheet, self.band = row, sheet, band
        self.height = band[0] - band[1]


def has_texts(cells, number):
    return any(cell.pages.get(number) for cell in cells)


def lay_out(table, rows, sheets):
    """Which row stands in which band: a row without texts is where its turn is."""
    fragments = []
    next_ = table.head_count
    for sheet in sheets:
        for at, band in enumerate(sheet.bands):
            before = next_ - 1
            goes_on = (at == 0 and bool(fragments) and len(rows) > before >= table.head_count and
                       has_texts(rows[before], sheet.page.number))
            fragments.append(Fragment(before if goes_on else next_, sheet, band))
            next_ += 0 if goes_on else 1
    return fragments, next_


def band_faults(rows, fragments):
    for part in fragments:
        for cell in rows[part.row]:
            for text in cell.pages.get(part.sheet.page.number, []):
                if text.end > text.x and not (text.top < part.band[0] + NEAR and
                                              text.bottom > part.band[1] - NEAR):
                    yield f"row {part.row}: {text.text!r} outside of its band"
    allowed = {(part.row, part.sheet.page.number) for part in fragments}
    for at in {part.row for part in fragments}:
        for cell in rows[at]:
            for number, texts in cell.pages.items():
                if texts and (at, number) not in allowed:
                    yield f"row {at}: stands on page {number}, its band does not"


def links(table):
    """How each row hangs with the next one: 2 firmly, 1 if a page holds all."""
    kinds = [row.kind for row in table.rows]
    for one, two in zip(kinds, kinds[1:]):
        if one == "head":
            yield 0
        elif one == "group":
            yield 2
        elif two in TOTALS:
            yield 1 if one in TOTALS else 2
        else:
            yield 0
    yield 0


class Flow:
    """The rows, how high they are, and where pages end."""

    def __init__(self, table, fragments, full, leading):
        self.links = list(links(table))
        self.parts = {}
        for part in fragments:
            self.parts.setdefault(part.row, []).append(part)
        self.full = full
        self.leading = leading

    def height(self, row):
        parts = self.parts[row]
        return sum(part.height for part in parts) - 2 * PAD * (len(parts) - 1)

    def run(self, first, least):
        """Rows from `first` on that hang together, and how high they are."""
        height = 0.0
        row = first
        while True:
            if self.height(row) > self.full + NEAR:
                return row, height + FEWEST * self.leading + 2 * PAD
            height += self.height(row)
            if self.links[row] < least:
                return row, height
            row += 1

    def first_of(self, row, least):
        """Where the run that a row stands in begins; a split row ends one."""
        while (row - 1 in self.parts and self.links[row - 1] >= least and
               self.height(row - 1) <= self.full + NEAR):
            row -= 1
        return row

    def chunk(self, row):
        """How high what begins with a row is and must stand on one page."""
        whole = self.run(self.first_of(row, 1), 1)[1]
        firm = self.run(row, 2)[1]
        if whole <= self.full + NEAR and self.first_of(row, 1) == row:
            return whole
        return firm if firm <= self.full + NEAR else min(self.height(row), firm)

    def may_part(self, row):
        """Whether a page may end between a row and the next."""
        link = self.links[row]
        if link == 0 or self.height(row) > self.full + NEAR:
            return True
        first = self.first_of(row, link)
        return self.run(first, link)[1] > self.full + NEAR


def parted_faults(flow, row, part):
    """Where a page ends between a row and the next one."""
    room = part.sheet.room()
    chunk = flow.chunk(row + 1)
    if not flow.may_part(row):
        yield f"page {part.sheet.page.number} ends behind row {row}, which may not leave the next"
    if chunk <= room - NEAR:
        yield (f"page {part.sheet.page.number} ends behind row {row}: {chunk:.1f} pt go on the "
               f"next one, {room:.1f} pt are left")


def split_faults(flow, row, parts):
    """A row on many pages fills them."""
    if flow.height(row) <= flow.full + NEAR:
        yield f"row {row} is split, {flow.height(row):.1f} pt high"
    for part, after in zip(parts, parts[1:]):
        left = part.sheet.room() - NEAR
        rest = (after.height - 2 * PAD) / flow.leading
        with_totals = flow.links[row] and after is parts[-1] and rest < FEWEST + NEAR
        if left > 2 * flow.leading and not with_totals:
            yield f"row {row}: {left:.1f} pt are left on page {part.sheet.page.number}"
        for one in (part, after):
            if (one.height - 2 * PAD) / flow.leading < FEWEST - NEAR:
                yield f"row {row}: a line alone on page {one.sheet.page.number}"


def page_faults(table, flow):
    count = len(table.rows)
    for row in range(table.head_count, count):
        parts = flow.parts[row]
        if len(parts) > 1:
            yield from split_faults(flow, row, parts)
        if row + 1 < count and parts[-1].sheet is not flow.parts[row + 1][0].sheet:
            yield from parted_faults(flow, row, parts[-1])


def plain_lines(texts, base):
    """Texts where they stand below or above `base`, from the top and the left."""
    lines = [(text.text, text.x, text.y - base) for text in texts if text.end > text.x]
    return sorted(lines, key=lambda line: (-round(line[2]), round(line[1]), line[0]))


def same_lines(some, others):
    return len(some) == len(others) and all(
        one[0] == two[0] and abs(one[1] - two[1]) < NEAR and abs(one[2] - two[2]) < NEAR
        for one, two in zip(some, others))


def letters(text):
    return "".join(text.replace("\u00ad", "").split())


def repeat_faults(table, rows, sheets, full):
    """The head once more on each page, as it was, below the caption with a word."""
    first = sheets[0]
    heads = [text for row in rows[:table.head_count] for cell in row
             for text in cell.pages.get(first.page.number, [])]
    wanted = plain_lines(heads, first.body)
    height = first.top - first.body
    said = "".join(text.text for text in first.heads)
    if said:
        yield f"page {first.page.number}: {said!r} is an artifact"
    for sheet in sheets[1:]:
        number = sheet.page.number
        if not sheet.headed:
            if height < full / 2 - 40:
                yield f"page {number}: the head is not repeated"
            continue
        heads = plain_lines([text for text in sheet.heads if text.y < sheet.top], sheet.body)
        above = "".join(text.text for text in sheet.heads if text.y > sheet.top)
        if not same_lines(heads, wanted):
            yield f"page {number}: the head is {heads}, not {wanted}"
        if letters(above) != letters(table.caption + "(forts.)"):
            yield f"page {number}: {above!r} above the head that is repeated"


def faults(table, rows, place, style):
    sheets = [Sheet(page, table, style) for page in place.pages]
    while sheets and not sheets[0].page.rules[1:]:  # one rule is below the header
        sheets.pop(0)
    full = style.height - style.top - style.bottom
    for sheet in sheets:
        if sheet.bands and sheet.bands[-1][1] < style.bottom - NEAR:
            yield f"page {sheet.page.number}: a row goes below the margin"
        if sheet.body < style.bottom - NEAR:
            yield f"page {sheet.page.number}: the head goes below the margin"
    fragments, count = lay_out(table, rows, sheets)
    if count != len(table.rows):
        yield f"{count - table.head_count} bands for {len(table.rows) - table.head_count} rows"
        return
    yield from band_faults(rows, fragments)
    yield from repeat_faults(table, rows, sheets, full)
    if count == table.head_count:
        return
    room = full - (sheets[-1].top - sheets[-1].body) if len(sheets) > 1 else full
    if len(sheets) > 1:
        room = sheets[1].body - style.bottom
    flow = Flow(table, fragments, room, style.leading)
    yield from page_faults(table, flow)
    if not sheets[0].bands and sheets[0].room() >= 0:
        begins = style.height - style.top - sheets[0].body
        if table.above:  # on a page of its own there would be more room
            begins = min(begins, sheets[0].top - sheets[0].body + CAPTION)
        if begins + flow.chunk(table.head_count) <= full:
            yield f"page {sheets[0].page.number}: the head stands alone"
