"""Tables: regular, every cell headed (ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4)."""

SCOPES = {"/Row", "/Column", "/Both"}


class Grid:
    """The cells of a table where they stand."""

    def __init__(self, table):
        self.taken = {}  # (row, column): cell
        self.rows = [row for part in table.kids
                     for row in ([part] if part.name == "TR" else part.kids)
                     if row.name == "TR"]
        self.overlaps = False
        for at, row in enumerate(self.rows):
            for cell in row.kids:
                self._place(at, cell)

    def _place(self, row, cell):
        column = 0
        while (row, column) in self.taken:
            column += 1
        for down in range(cell.attributes.get("/RowSpan", 1)):
            for right in range(cell.attributes.get("/ColSpan", 1)):
                at = (row + down, column + right)
                self.overlaps = self.overlaps or at in self.taken
                self.taken[at] = cell

    def width(self, row):
        """How many columns of a row are taken, without a gap from the left."""
        columns = {column for at, column in self.taken if at == row}
        width = 0
        while width in columns:
            width += 1
        return width if width == len(columns) else -1


def headed_lines(grid):
    """The columns that have a head, and the rows."""
    columns = set()
    rows = set()
    for (row, column), cell in grid.taken.items():
        scope = cell.attributes.get("/Scope") if cell.name == "TH" else None
        if scope in ("/Column", "/Both"):
            columns.add(column)
        if scope in ("/Row", "/Both"):
            rows.add(row)
    return columns, rows


def check_parts(table, name):
    """At most one THead, first; with one, a TBody; the caption first or last."""
    parts = [kid.name for kid in table.kids]
    if parts.count("THead") > 1:
        yield f"[UA 7.2] {name} has {parts.count('THead')} THead"
    if "THead" in parts and "TBody" not in parts:
        yield f"[UA 7.2] {name} has THead but no TBody"
    if "Caption" in parts[1:-1] or parts.count("Caption") > 1:
        yield f"[UA 7.2] {name}: its caption is not first or last"


def check_cells(table, name):
    for element in table.walk():
        scope = element.attributes.get("/Scope")
        if element.name == "TH" and scope not in SCOPES:
            yield f"[UA 7.5] {name}: TH {element.reference} without Scope"
        for key in ("/RowSpan", "/ColSpan"):
            if element.attributes.get(key, 1) < 1:
                yield f"[UA 7.5] {name}: {key} of {element.reference}"


def check_table(table, name):
    grid = Grid(table)
    yield from check_parts(table, name)
    yield from check_cells(table, name)
    if not grid.rows:
        yield f"[UA 7.2] {name} has no rows"
        return
    if grid.overlaps:
        yield f"[UA 7.5] {name}: cells overlap"
    if any(row >= len(grid.rows) for row, _ in grid.taken):
        yield f"[UA 7.5] {name}: a cell spans rows below the last"
    width = grid.width(0)
    for row in range(1, len(grid.rows)):
        if grid.width(row) != width:
            yield (f"[UA 7.5] {name}, row {row + 1}: {grid.width(row)} columns, "
                   f"the first has {width}")
    columns, rows = headed_lines(grid)
    for (row, column), cell in grid.taken.items():
        if cell.name == "TD" and column not in columns and row not in rows:
            yield f"[UA 7.5] {name}, row {row + 1}: nothing heads column {column + 1}"


def faults(tree):
    tables = [element for element in tree.all() if element.name == "Table"]
    for number, table in enumerate(tables, 1):
        yield from check_table(table, f"table {number}")
