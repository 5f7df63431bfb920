"""A PDF file as qpdf's JSON tells it.

In that JSON a reference is "5 0 R", a name "/Name", a string "u:text" or
"b:bytes in hexadecimal"; what a stream holds is unpacked by qpdf.  Nothing here
knows how bokslut writes its files.
"""
import base64
import json
import re
import subprocess

REFERENCE = re.compile(r"\d+ \d+ R\Z")
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class Stream:
    """A stream: its entries and what it holds, unpacked."""

    def __init__(self, entries, data):
        self.entries = entries
        self.data = data


def bytes_of(value):
    """The bytes of a string that is no text; none if it is another value."""
    if not isinstance(value, str) or not value.startswith("b:"):
        return b""
    return bytes.fromhex(value[2:])


def text_of(value):
    """What a string says, or None if the value is no string."""
    if not isinstance(value, str):
        return None
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return None


def read_json(path):
    """The document as `qpdf --json` tells it, streams unpacked and inside."""
    told = subprocess.run(
        ["qpdf", "--json=2", "--json-stream-data=inline",
         "--decode-level=generalized", str(path)],
        capture_output=True, check=False)
    if told.returncode not in (0, 3):  # 3: warnings, which qpdf --check tells
        raise ValueError(told.stderr.decode("utf-8", "replace").strip())
    return json.loads(told.stdout)


class Document:
    """The objects of a file, its pages in order, and its bytes."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.objects = {}
        objects = read_json(path)["qpdf"][1]
        self.trailer = objects.pop("trailer")["value"]
        for name, told in objects.items():
            self.objects[name.removeprefix("obj:")] = self._take(told)
        self.catalog = self.get(self.trailer.get("/Root"), dict) or {}
        self.pages = []  # (reference, entries, inherited ones with them)
        self._collect_pages(self.catalog.get("/Pages"), {}, set())
        self.page_numbers = {page[0]: at + 1 for at, page in enumerate(self.pages)}

    @staticmethod
    def _take(told):
        if "stream" in told:
            stream = told["stream"]
            return Stream(stream["dict"], base64.b64decode(stream.get("data", "")))
        return told["value"]

    def get(self, value, kind=None):
        """What a value is, its reference followed; None if of another kind."""
        for _ in range(32):
            if not (isinstance(value, str) and REFERENCE.match(value)):
                break
            value = self.objects.get(value)
        return value if kind is None or isinstance(value, kind) else None

    def entries(self, value):
        """The entries of a dictionary or of a stream, else none."""
        value = self.get(value)
        if isinstance(value, Stream):
            return value.entries
        return value if isinstance(value, dict) else {}

    def array(self, value):
        """An array's items; one that stands alone is an array of one."""
        value = self.get(value)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _collect_pages(self, reference, inherited, seen):
        node = self.entries(reference)
        if not isinstance(reference, str) or reference in seen:
            return
        seen.add(reference)
        own = dict(inherited)
        own.update({key: node[key] for key in INHERITED if key in node})
        if node.get("/Type") == "/Page":
            self.pages.append((reference, {**own, **node}))
        for kid in self.array(node.get("/Kids")):
            self._collect_pages(kid, own, seen)

    def content(self, page):
        """What a page's content streams hold, as one."""
        parts = [self.get(part) for part in self.array(page.get("/Contents"))]
        return b"\n".join(part.data for part in parts if isinstance(part, Stream))

    def of_type(self, kind):
        """(reference, entries) of the objects whose Type is `kind`."""
        for reference in self.objects:
            if self.entries(reference).get("/Type") == kind:
                yield reference, self.entries(reference)

    def everything(self):
        """(reference, key, value) of each entry of each dictionary, nested too."""
        for reference, told in self.objects.items():
            top = told.entries if isinstance(told, Stream) else told
            yield from self._nested(reference, None, top)
        yield from self._nested("trailer", None, self.trailer)

    def _nested(self, reference, key, value):
        yield reference, key, value
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from self._nested(reference, name, inner)
        elif isinstance(value, list):
            for inner in value:
                yield from self._nested(reference, key, inner)

    def names(self, tree, seen=None):
        """(key, value) of a name tree or, with Nums, a number tree, in order."""
        seen = set() if seen is None else seen
        node = self.entries(tree)
        if id(node) in seen:
            return
        seen.add(id(node))
        flat = self.array(node.get("/Names")) or self.array(node.get("/Nums"))
        yield from zip(flat[::2], flat[1::2])
        for kid in self.array(node.get("/Kids")):
            yield from self.names(kid, seen)
