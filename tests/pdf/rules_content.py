"""What is drawn: each operator inside a tag or an artifact, and nothing that
PDF/A does not know.  Reads which marked contents each page has, for the tree."""
from content import Malformed, operators
from document import Stream

PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"}
TEXTS = {"Tj", "TJ", "'", '"'}
SHOW = PAINT | TEXTS | {"Do", "BI"}
PATH = {"m", "l", "c", "v", "y", "re", "h", "W", "W*"}
PATH_ENDS = PAINT - {"sh"} | {"n"}
GREY, RGB, CMYK = {"g", "G"}, {"rg", "RG"}, {"k", "K"}
STATE = {"w", "J", "j", "M", "d", "i", "cm", "Tc", "Tw", "Tz", "TL", "Ts", "Tr",
         "Td", "TD", "Tm", "T*"}
KNOWN = (SHOW | PATH | PATH_ENDS | GREY | RGB | CMYK | STATE |
         {"q", "Q", "BT", "ET", "BMC", "BDC", "EMC", "MP", "DP", "Tf", "gs",
          "ri", "cs", "CS", "sc", "SC", "scn", "SCN"})
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual",
           "/Saturation"}
DEEPEST = 28  # of q (ISO 19005-3, 6.1.13)


class Page:
    """What drawing a page came to: its marked contents and its texts."""

    def __init__(self, reference, number):
        self.reference = reference
        self.number = number
        self.marks = []   # MCIDs in the order of drawing
        self.texts = []   # (font's reference, bytes shown)
        self.filled = set()  # MCIDs in which something is drawn


class Drawing:
    """The operators of one page, followed."""

    def __init__(self, doc, page, entries):
        self.doc = doc
        self.page = page
        self.found = []
        self.marks = []   # open: (MCID or None, artifact, tag)
        self.depth = 0    # of q
        self.in_text = False
        self.path = False
        self.font = None
        self.mode = 0     # of text: 3 shows nothing
        self.fonts_kept = []
        self.resources = doc.entries(entries.get("/Resources"))

    def fault(self, clause, text):
        said = f"[{clause}] page {self.page.number}: {text}"
        if said not in self.found:
            self.found.append(said)

    def resource(self, kind, name):
        return self.doc.entries(self.resources.get(kind)).get(name)

    def run(self, data):
        try:
            for operator, operands in operators(data):
                self.take(operator, operands)
        except Malformed as wrong:
            self.fault("A 6.2.2", f"content: {wrong}")

    def end(self):
        if self.marks:
            self.fault("A 6.2.2", "a marked content does not end")
        if self.in_text:
            self.fault("A 6.2.2", "BT without ET")
        if self.depth:
            self.fault("A 6.2.2", "q without Q")
        if self.path:
            self.fault("A 6.2.2", "a path that nothing paints")

    def take(self, operator, operands):
        if operator not in KNOWN:
            self.fault("A 6.2.2", f"unknown operator {operator}")
        if operator in SHOW:
            self.owned(operator)
        self.follow_path(operator)
        self.follow_colour(operator, operands)
        follow = {"q": self.save, "Q": self.restore, "BT": self.begin_text,
                  "ET": self.end_text, "EMC": self.end_mark}.get(operator)
        if follow:
            follow()
        take = {"BMC": self.begin_mark, "BDC": self.begin_mark,
                "Tf": self.take_font, "Tr": self.take_mode, "Do": self.draw,
                "gs": self.take_state, "ri": self.take_intent}.get(operator)
        if take:
            take(operands)
        if operator in TEXTS:
            self.show(operator, operands)

    def owned(self, operator):
        """In just one: a tag's content is no decoration, nor another's."""
        owners = [mark for mark in self.marks if mark[1] or mark[0] is not None]
        if not owners:
            self.fault("UA 7.1", f"{operator} outside of marked content")
        elif len(owners) > 1:
            self.fault("UA 7.1", f"{operator} in a tag or an artifact that "
                       "stands in another")
        else:
            self.page.filled.add(owners[0][0])

    def begin_mark(self, operands):
        tag = operands[0] if operands else None
        about = operands[1] if len(operands) > 1 else {}
        if isinstance(about, str):
            about = self.doc.entries(self.resource("/Properties", about))
        number = about.get("/MCID")
        if number is not None:
            number = int(number)
            if number in self.page.marks:
                self.fault("UA 7.1", f"MCID {number} twice")
            self.page.marks.append(number)
        self.marks.append((number, tag == "/Artifact", tag))
        if tag == "/Artifact" and number is not None:
            self.fault("UA 7.1", f"MCID {number} is an artifact")

    def end_mark(self):
        if not self.marks:
            self.fault("A 6.2.2", "EMC without BMC or BDC")
        else:
            self.marks.pop()

    def save(self):
        self.depth += 1
        self.fonts_kept.append((self.font, self.mode))
        if self.depth > DEEPEST:
            self.fault("A 6.1.13", f"q deeper than {DEEPEST}")

    def restore(self):
        if self.depth == 0:
            self.fault("A 6.2.2", "Q without q")
            return
        self.depth -= 1
        self.font, self.mode = self.fonts_kept.pop()

    def begin_text(self):
        if self.in_text:
            self.fault("A 6.2.2", "BT inside BT")
        self.in_text = True

    def end_text(self):
        if not self.in_text:
            self.fault("A 6.2.2", "ET without BT")
        self.in_text = False

    def follow_path(self, operator):
        if operator in PATH:
            self.path = True
            if self.in_text:
                self.fault("A 6.2.2", f"{operator} inside BT")
        elif operator in PATH_ENDS:
            if not self.path:
                self.fault("A 6.2.2", f"{operator} without a path")
            self.path = False
        elif self.path:
            self.fault("A 6.2.2", f"{operator} inside a path")

    def follow_colour(self, operator, operands):
        if operator in CMYK:
            self.fault("A 6.2.4.3", "DeviceCMYK with an intent for RGB")
        if operator in RGB | GREY and any(not 0 <= part <= 1 for part in operands):
            self.fault("A 6.2.4", "a colour outside of 0 to 1")
        if operator in ("cs", "CS") and operands[:1] not in (["/DeviceRGB"],
                                                            ["/DeviceGray"]):
            self.fault("A 6.2.4", f"colour space {operands[:1]}")

    def take_font(self, operands):
        self.font = self.resource("/Font", operands[0])
        if self.font is None:
            self.fault("A 6.2.2", f"no font {operands[0]} in Resources")

    def take_mode(self, operands):
        self.mode = int(operands[0])

    def take_intent(self, operands):
        if operands[0] not in INTENTS:
            self.fault("A 6.2.6", f"rendering intent {operands[0]}")

    def take_state(self, operands):
        if self.resource("/ExtGState", operands[0]) is None:
            self.fault("A 6.2.2", f"no state {operands[0]} in Resources")

    def show(self, operator, operands):
        if not self.in_text:
            self.fault("A 6.2.2", f"{operator} outside of BT")
        if self.font is None:
            self.fault("A 6.2.2", f"{operator} without a font")
            return
        parts = operands[0] if operator == "TJ" else operands[-1:]
        shown = b"".join(part for part in parts if isinstance(part, bytes))
        if self.mode != 3:
            self.page.texts.append((self.font, shown))

    def draw(self, operands):
        """An image is drawn; a form has operators of its own."""
        object = self.doc.get(self.resource("/XObject", operands[0]))
        if not isinstance(object, Stream):
            self.fault("A 6.2.2", f"no XObject {operands[0]} in Resources")
        elif object.entries.get("/Subtype") == "/Image":
            if not any(mark[2] in ("/Figure", "/Artifact") for mark in self.marks):
                self.fault("UA 7.3", f"{operands[0]} in no figure or artifact")
        elif object.entries.get("/Subtype") == "/Form":
            kept = self.resources
            self.resources = self.doc.entries(
                object.entries.get("/Resources")) or kept
            self.run(object.data)
            self.resources = kept


def read_pages(doc):
    """Each page as it is drawn, and what is wrong with that."""
    pages = []
    found = []
    for number, (reference, entries) in enumerate(doc.pages, 1):
        page = Page(reference, number)
        drawing = Drawing(doc, page, entries)
        drawing.run(doc.content(entries))
        drawing.end()
        pages.append(page)
        found.extend(drawing.found)
    return pages, found
