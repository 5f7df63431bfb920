"""Random tables as report.xml has them, the same for the same seed."""
import random
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

ROWS_AT_MOST = 500
STEMS = ("nämnd vård omsorg barn skola kostnad verksamhet uppföljning budget utfall "
         "prognos åtgärd ärende beslut brukare hemtjänst kvalitet avvikelse personal "
         "resultat tillsyn stöd miljö kultur teknik kommun förvaltning ledning").split()
SHORT = "och att av i på en är för om till vid med ö å ej ca".split()
ENDINGS = ("", "en", "er", "s", "erna", "ens", ".", ",", "?", ":", ";")
MISSING = ("–", "..", "-", "")
UNBREAKABLE = "abcdefghijklmnopqrstuvwxyzåäö_"
NARROW = "\u202f"
NUMERIC = "0123456789,.−+-\u00a0\u202f"
VARIANTS = 8


@dataclass
class Cell:
    """Runs are (text, attributes); None stands for a break."""
    runs: list
    columns: int = 1
    rows: int = 1
    heads: bool = False

    def text(self):
        return "".join("\n" if run is None else run[0] for run in self.runs)


@dataclass
class Row:
    kind: str
    cells: list
    change: str = ""


@dataclass
class Table:
    """`aligns` and `weights` are those of the columns, "" where there is none."""
    seed: int
    aligns: list
    weights: list
    caption: str
    rows: list
    above: int  # lines of text that stand on the page before it
    inside: str = ""  # what it stands in: "box", "quote", "list" or nothing
    landscape: str = ""  # "true", "false" or as its words need
    head_count: int = field(init=False)

    def __post_init__(self):
        kinds = [row.kind for row in self.rows]
        self.head_count = next((at for at, kind in enumerate(kinds)
                                if kind != "head"), len(kinds))


def word(dice):
    kind = dice.random()
    if kind < 0.3:
        return dice.choice(SHORT)
    if kind < 0.36:
        return f"{dice.choice(STEMS)}-{dice.choice(STEMS)}"
    if kind < 0.39:
        return f"{dice.choice(STEMS)}/{dice.choice(STEMS)}"
    if kind < 0.42:
        return dice.choice((f"{dice.randint(1, 99)} %", "2025-04-30", "§ 52", "kap. 3",
                            "SN 2025/41", number(dice), f"({number(dice)})"))
    stems = dice.choices(STEMS, k=dice.choice((1, 1, 1, 2, 2, 3, 4)))
    return "".join(stems) + dice.choice(ENDINGS)


def unbroken(dice):
    """What no dictionary divides."""
    kind = dice.random()
    long = dice.choice((25, 60, 200))
    if kind < 0.3:
        return "https://www.nordviken.se/" + "/".join(dice.choices(STEMS, k=dice.randint(1, 6)))
    if kind < 0.5:
        return "".join(dice.choices("0123456789", k=dice.randint(5, long)))
    if kind < 0.7:
        return "".join(dice.choices(UNBREAKABLE + "0123456789,.-", k=dice.randint(5, long)))
    return "".join(dice.choices(UNBREAKABLE, k=dice.randint(5, long)))


def number(dice):
    digits = f"{dice.randint(0, 10 ** dice.randint(1, 8)):,}".replace(
        ",", dice.choice((NARROW, "\u00a0")))
    decimals = dice.choice(("", "", f",{dice.randint(0, 9)}", f",{dice.randint(0, 99):02}"))
    return (dice.choice(("", "", "", "−", "≥\u00a0", "+")) + digits + decimals +
            dice.choice(("", "", "", "\u00a0%", "\u00a0tkr")))


def sentence(dice, most):
    words = [word(dice) for _ in range(dice.randint(1, most))]
    if dice.random() < 0.02:
        words[dice.randrange(len(words))] = unbroken(dice)
    return " ".join(words)


def runs_of(dice, text):
    """The text whole or in runs of several styles, now and then with a break."""
    kind = dice.random()
    middle = dice.randint(0, len(text))
    while middle > 0 and text[middle - 1] in NUMERIC:  # no number is in two styles
        middle -= 1
    styles = ({"strong": "true"}, {"emphasis": "true"}, {},
              {"symbol": "circle", "colour": "#2e7d32"}, {"to": "goal"})
    if kind < 0.85 or not text:
        return [(text, {})]
    if kind < 0.9:
        return [(text, dice.choice(styles))]
    parts = [(text[:middle], dice.choice(styles)), (text[middle:], dice.choice(styles))]
    if kind < 0.95:
        parts.insert(1, None)
    return [part for part in parts if part is None or part[0]]


def body_text(dice, align, long):
    if dice.random() < 0.06:
        return ""
    if align == "number" and dice.random() < 0.93:
        return number(dice) if dice.random() < 0.85 else dice.choice(MISSING + ("Ja", "Nej"))
    return sentence(dice, long)


class Maker:
    """What one table is made with."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        dice = self.dice
        self.columns = dice.randint(1, 12)
        self.headless = dice.random() < 0.08
        self.long = dice.choice((1, 1, 2, 2, 3, 6, 12, 40))  # words in a cell
        self.aligns = [dice.choice(("text", "number", "number", "centre"))
                       for _ in range(self.columns)]
        self.aligns[0] = dice.choice(("text", "text", "text", "number"))
        self.head_long = dice.choices((3, 15, 80), (30, 3, 1))[0]  # words in a head's
        if dice.random() < 0.02:
            self.long = 250
            self.aligns[dice.randrange(self.columns)] = "text"

    def span(self, free):
        if free > 1 and self.dice.random() < 0.25:
            return self.dice.randint(2, free)
        return 1

    def head(self):
        """Rows whose cells fill a grid, some of them over many places."""
        dice = self.dice
        count = dice.choice((1, 1, 1, 2, 2, 3))
        while True:
            taken = set()
            rows = [Row("head", self.head_cells(at, count, taken)) for at in range(count)]
            if all(row.cells for row in rows):
                return rows

    def head_cells(self, row, count, taken):
        cells = []
        for column in range(self.columns):
            if (row, column) in taken:
                continue
            free = 1
            while column + free < self.columns and (row, column + free) not in taken:
                free += 1
            columns = self.span(free) if row + 1 < count else 1
            rows = self.span(count - row)
            taken.update((row + down, column + right)
                         for down in range(rows) for right in range(columns))
            text = sentence(self.dice, self.head_long) if self.dice.random() < 0.95 else ""
            cells.append(Cell(runs_of(self.dice, text), columns, rows))
        return cells

    def cells(self, kind):
        dice = self.dice
        cells = []
        column = 0
        while column < self.columns:
            free = self.columns - column
            wide = kind == "group" and dice.random() < 0.8
            columns = free if wide else self.span(free) if dice.random() < 0.1 else 1
            text = body_text(dice, self.aligns[column], self.long)
            if kind == "group" and column == 0:
                text = text or "grupp"
            heads = column == 0 and (self.headless or dice.random() < 0.5)
            cells.append(Cell(runs_of(dice, text), columns, 1, heads))
            column += columns
        return cells

    def row(self, kind):
        change = "Ändrad" if self.dice.random() < 0.01 else ""
        return Row(kind, self.cells(kind), change)

    def body(self):
        dice = self.dice
        count = round(2 ** dice.uniform(0, 5))
        if dice.random() < 0.03:
            count = dice.randint(40, ROWS_AT_MOST)
        if self.long > 12:
            count = min(count, 9)
        if dice.random() < 0.01:
            return []
        weights = dice.choice(((1, 0, 0, 0), (20, 1, 1, 1), (6, 2, 2, 1), (3, 1, 5, 5)))
        kinds = dice.choices(("body", "group", "subtotal", "total"), weights, k=count)
        return [self.row(kind) for kind in kinds]


def make(seed):
    """The table of a seed."""
    maker = Maker(seed)
    dice = maker.dice
    rows = [] if maker.headless else maker.head()
    rows += maker.body()
    if not rows:
        rows = [maker.row("body")]
    weights = [""] * maker.columns
    if dice.random() < 0.15:
        weights = [dice.choice(("", "0", "1", "2", "7")) for _ in weights]
    caption = sentence(dice, 12) if dice.random() < 0.7 else ""
    inside = dice.choice(("box", "quote", "list")) if dice.random() < 0.06 else ""
    above = dice.choice((0, dice.randint(0, 34)))
    landscape = dice.choices(("", "true", "false"), (8, 1, 1))[0]
    return Table(seed, maker.aligns, weights, caption, rows, above, inside, landscape)


def runs_xml(runs):
    return "".join("<break/>" if run is None else "<run{}>{}</run>".format(
        "".join(f" {name}={quoteattr(is_)}" for name, is_ in run[1].items()), escape(run[0]))
        for run in runs)


def cell_xml(cell):
    about = f' columns="{cell.columns}"' if cell.columns > 1 else ""
    about += f' rows="{cell.rows}"' if cell.rows > 1 else ""
    about += ' heads="true"' if cell.heads else ""
    return f"<cell{about}>{runs_xml(cell.runs)}</cell>"


def row_xml(row):
    change = f" change={quoteattr(row.change)}" if row.change else ""
    return f'<row kind="{row.kind}"{change}>{"".join(map(cell_xml, row.cells))}</row>'


def table_xml(table):
    about = f' landscape="{table.landscape}"' if table.landscape else ""
    lines = [f'<table id="t{table.seed}"{about}>']
    if table.caption:
        lines.append(f"<caption>{runs_xml([(table.caption, {})])}</caption>")
    for align, weight in zip(table.aligns, table.weights):
        about = f' weight="{weight}"' if weight else ""
        lines.append(f'<column align="{align}"{about}/>')
    lines.extend(map(row_xml, table.rows))
    lines.append("</table>")
    around = {"box": ("<box>", "</box>"), "quote": ("<quote>", "</quote>"),
              "list": ("<list><item>", "</item></list>"), "": ("", "")}[table.inside]
    return "\n".join([around[0], *lines, around[1]])


def report_xml(tables):
    """A report in which each table has a section and a page of its own."""
    sections = "\n".join(
        f'<section id="s{table.seed}" new-page="true"><title><run>Tabell {table.seed}</run></title>\n'
        + "<p><run>Rad.</run></p>\n" * table.above + table_xml(table) + "\n</section>"
        for table in tables)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<report xmlns="urn:bokslut:report:1" lang="sv" id="provrapport" period="2025-T1" revision="1">
  <head>
    <title>Tabeller</title>
    <short-title>Tabeller</short-title>
    <municipality>Nordvikens kommun</municipality>
    <unit>Socialnämnden</unit>
    <date>2025-05-05</date>
    <words contents="Innehåll" continued="forts." page="sida"/>
  </head>
  <body>
<section id="goal"><title><run>Mål</run></title></section>
{sections}
  </body>
  <data/>
</report>
"""
