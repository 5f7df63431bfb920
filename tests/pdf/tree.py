"""The structure tree of a file (ISO 32000-1, 14.7), read whole."""


class Element:
    """A structure element: its kids are elements, marks and objects."""

    def __init__(self, reference, entries, parent):
        self.reference = reference
        self.entries = entries
        self.parent = parent
        self.kids = []     # elements
        self.marks = []    # (page's reference, MCID)
        self.objects = []  # (page's reference, object's reference)
        self.name = ""     # "TH", by its role
        self.attributes = {}

    def walk(self):
        """Itself and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def inside(self, *names):
        """Whether it stands, at any depth, in an element of such a name."""
        above = self.parent
        while above and above.name not in names:
            above = above.parent
        return above is not None

    def has_content(self):
        """Whether anything of it or below it is drawn."""
        return any(element.marks or element.objects for element in self.walk())


class Tree:
    """All elements, and which one each marked content belongs to."""

    def __init__(self, doc):
        self.doc = doc
        self.found = []
        self.root = doc.entries(doc.catalog.get("/StructTreeRoot"))
        self.roles = doc.entries(self.root.get("/RoleMap"))
        self.by_reference = {}
        self.top = [self._take(kid, None, doc.catalog.get("/StructTreeRoot"))
                    for kid in self._kids(self.root)]
        self.top = [element for element in self.top if element]

    def fault(self, clause, text):
        self.found.append(f"[{clause}] {text}")

    def all(self):
        for element in self.top:
            yield from element.walk()

    def _take(self, reference, parent, above):
        entries = self.doc.entries(reference)
        if reference in self.by_reference:
            self.fault("UA 7.1", f"element {reference} stands twice in the tree")
            return None
        element = Element(reference, entries, parent)
        self.by_reference[reference] = element
        element.name = self._role(entries.get("/S", ""))
        if entries.get("/P") != above:
            self.fault("UA 7.1", f"{element.name} {reference}: its P is "
                       f"{entries.get('/P')}, its parent {above}")
        for attributes in self.doc.array(entries.get("/A")):
            element.attributes.update(self.doc.entries(attributes))
        for kid in self._kids(entries):
            self._take_kid(element, kid)
        return element

    def _kids(self, entries):
        """K as an array, its references as they stand."""
        kids = self.doc.get(entries.get("/K"))
        return kids if isinstance(kids, list) else [entries.get("/K")]

    def _role(self, name):
        for _ in range(16):
            if name not in self.roles:
                break
            name = self.roles[name]
        return name.removeprefix("/")

    def _take_kid(self, element, kid):
        entries = self.doc.entries(kid)
        page = entries.get("/Pg", element.entries.get("/Pg"))
        if kid is None:
            return
        if isinstance(kid, int):
            element.marks.append((page, kid))
        elif entries.get("/Type") == "/MCR":
            element.marks.append((page, entries.get("/MCID")))
        elif entries.get("/Type") == "/OBJR":
            element.objects.append((page, entries.get("/Obj")))
        elif entries.get("/S"):
            below = self._take(kid, element, element.reference)
            if below:
                element.kids.append(below)
        else:
            self.fault("UA 7.1", f"{element.name} {element.reference}: "
                       f"a kid that is nothing: {kid}")
