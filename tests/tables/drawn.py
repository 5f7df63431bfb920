"""What stands where on the pages of a file: texts, rules and other shapes.

Read from the content streams (tests/pdf/content.py) and the fonts' own widths;
lengths in points, y upwards.  An operator that moves things in a way that is not
followed here is refused, so that nothing is overlooked.
"""
from content import operators
from document import Stream
from rules_font import read_to_unicode

REFUSED = {"Tm", "TD", "T*", "TJ", "'", '"', "Tc", "Tz", "TL", "Ts", "Tr", "Do", "BI",
           "cm", "v", "y", "sh"}
SPACES = " \u00a0\u202f\u2009\n\t"


class Text:
    """A string that is shown; `mark` is its MCID, None in an artifact."""

    __slots__ = ("mark", "x", "end", "y", "font", "size", "text")

    def __init__(self, mark, place, font, size, text):
        self.mark, self.font, self.size, self.text = mark, font, size, text
        self.x, self.y = place
        self.end = self.x

    @property
    def top(self):
        return self.y + 0.95 * self.size

    @property
    def bottom(self):
        return self.y - 0.23 * self.size


class Font:
    def __init__(self, doc, entries):
        stream = doc.get(entries.get("/ToUnicode"), Stream)
        characters = read_to_unicode(stream.data)
        first = entries.get("/FirstChar", 0)
        self.codes = {first + at: (characters.get(first + at, "\ufffd"), width / 1000)
                      for at, width in enumerate(doc.array(entries.get("/Widths")))}
        self.widths = {}
        for character, width in self.codes.values():
            self.widths.setdefault(character, width)

    def read(self, shown):
        """The characters of a string and how wide it is at size 1, the spaces at its
        end counted out."""
        text = "".join(self.codes[code][0] for code in shown)
        width = sum(self.codes[code][1] for code in shown)
        at = len(shown)
        while at > 0 and self.codes[shown[at - 1]][0] in SPACES:
            at -= 1
        return text, width, sum(self.codes[code][1] for code in shown[:at])


class Page:
    """Texts in the order in which they are drawn; rules are (x, end, y, width)."""

    def __init__(self, number, width, height):
        self.number = number
        self.width, self.height = width, height
        self.texts = []
        self.rules = []
        self.shapes = []  # (x, y) of the corners of all other paths
        self.by_mark = {}


class Pen:
    """Follows the operators of one page."""

    def __init__(self, page, fonts):
        self.page = page
        self.fonts = fonts
        self.marks = []
        self.font = None
        self.size = 0
        self.width = 1
        self.line = self.at = (0, 0)
        self.path = []

    def run(self, data):
        take = {"BMC": self.begin, "BDC": self.begin, "EMC": self.end, "BT": self.text,
                "Td": self.move, "Tf": self.choose, "Tj": self.show, "m": self.point,
                "l": self.point, "c": self.curve, "re": self.box, "S": self.stroke, "f": self.fill,
                "b": self.fill, "B": self.fill, "s": self.fill, "w": self.thicken}
        for operator, operands in operators(data):
            if operator in REFUSED:
                raise ValueError(f"page {self.page.number}: {operator} is not followed")
            if operator in take:
                take[operator](operands)

    def begin(self, operands):
        about = operands[1] if len(operands) > 1 else {}
        self.marks.append(about.get("/MCID"))

    def end(self, _):
        self.marks.pop()

    def thicken(self, operands):
        self.width = operands[0]

    def text(self, _):
        self.line = self.at = (0, 0)

    def move(self, operands):
        self.line = self.at = (self.line[0] + operands[0], self.line[1] + operands[1])

    def choose(self, operands):
        self.font, self.size = self.fonts[operands[0]], operands[1]

    def show(self, operands):
        text, width, ink = self.font.read(operands[0])
        mark = None if self.marks[-1] is None else int(self.marks[-1])
        drawn = Text(mark, self.at, self.font, self.size, text)
        drawn.end = self.at[0] + ink * self.size
        self.at = (self.at[0] + width * self.size, self.at[1])
        self.page.texts.append(drawn)
        if mark is not None:
            self.page.by_mark.setdefault(mark, []).append(drawn)

    def point(self, operands):
        self.path.append(tuple(operands))

    def curve(self, operands):
        self.path += zip(operands[::2], operands[1::2])

    def box(self, operands):
        x, y, width, height = operands
        self.path += [(x, y), (x + width, y + height)]

    def stroke(self, operands):
        if len(self.path) == 2 and self.path[0][1] == self.path[1][1]:
            self.page.rules.append((self.path[0][0], self.path[1][0], self.path[0][1],
                                    self.width))
            self.path = []
        else:
            self.fill(operands)

    def fill(self, _):
        self.page.shapes += self.path
        self.path = []


def read(doc):
    """The pages in order; fonts are the same on all of them."""
    fonts = {}
    pages = []
    for number, (reference, entries) in enumerate(doc.pages, 1):
        resources = doc.entries(entries.get("/Resources"))
        for name, font in doc.entries(resources.get("/Font")).items():
            if name not in fonts:
                fonts[name] = Font(doc, doc.entries(font))
        page = Page(number, *doc.array(entries["/MediaBox"])[2:])
        Pen(page, fonts).run(doc.content(entries))
        pages.append(page)
    return pages
