"""Fonts: embedded, as wide as they say, every code that is shown a glyph and a
character (ISO 19005-3, 6.2.11; ISO 14289-1, 7.21)."""
import re
import struct

from document import Stream

SYMBOLIC = 4
NONSYMBOLIC = 32
SUBSET = re.compile(r"/[A-Z]{6}\+.")
BLANK = set(" \u00a0\u00ad\u2002\u2003\u2007\u2008\u2009\u200b\u202f")


class Program:
    """What of a TrueType font program is needed here."""

    def __init__(self, data):
        count = struct.unpack_from(">H", data, 4)[0]
        self.tables = {}
        for at in range(12, 12 + 16 * count, 16):
            tag, _, start, length = struct.unpack_from(">4sLLL", data, at)
            self.tables[tag] = data[start:start + length]
        head = self.tables[b"head"]
        self.units = struct.unpack_from(">H", head, 18)[0]
        self.long = struct.unpack_from(">h", head, 50)[0] == 1
        self.metrics = struct.unpack_from(">H", self.tables[b"hhea"], 34)[0]
        self.glyphs = struct.unpack_from(">H", self.tables[b"maxp"], 4)[0]
        self.maps = dict(self._maps(self.tables[b"cmap"]))

    def _maps(self, cmap):
        for at in range(4, 4 + 8 * struct.unpack_from(">H", cmap, 2)[0], 8):
            platform, encoding, start = struct.unpack_from(">HHL", cmap, at)
            yield (platform, encoding), read_map(cmap[start:])

    def glyph(self, code):
        """Of a code of a symbolic font (ISO 32000-1, 9.6.6.4); 0: none."""
        symbol = self.maps.get((3, 0), {})
        for high in (0, 0xF000):
            if symbol.get(high + code):
                return symbol[high + code]
        return self.maps.get((1, 0), {}).get(code, 0)

    def width(self, glyph):
        at = min(glyph, self.metrics - 1)
        return struct.unpack_from(">H", self.tables[b"hmtx"],
                                  4 * at)[0] * 1000 / self.units

    def is_blank(self, glyph):
        """Whether it has no outline."""
        size, form = (4, ">LL") if self.long else (2, ">HH")
        start, end = struct.unpack_from(form, self.tables[b"loca"], size * glyph)
        return start == end


def read_map(table):
    """A cmap of format 0, 4 or 6: from code to glyph."""
    form = struct.unpack_from(">H", table)[0]
    if form == 0:
        return dict(enumerate(table[6:262]))
    if form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, 10), first))
    return read_segments(table) if form == 4 else {}


def read_segments(table):
    count = struct.unpack_from(">H", table, 6)[0] // 2
    codes = {}
    for at in range(count):
        end = struct.unpack_from(">H", table, 14 + 2 * at)[0]
        start = struct.unpack_from(">H", table, 16 + 2 * (count + at))[0]
        delta = struct.unpack_from(">h", table, 16 + 2 * (2 * count + at))[0]
        place = 16 + 2 * (3 * count + at)
        offset = struct.unpack_from(">H", table, place)[0]
        for code in range(start, end + 1):
            if code == 0xFFFF:
                continue
            glyph = code
            if offset:
                glyph = struct.unpack_from(
                    ">H", table, place + offset + 2 * (code - start))[0]
            codes[code] = (glyph + delta) & 0xFFFF if glyph or not offset else 0
    return codes


def read_to_unicode(data):
    """A ToUnicode CMap: from code to characters."""
    codes = {}
    text = data.decode("latin-1")

    def characters(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, to in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            codes[int(code, 16)] = characters(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for at in range(int(last, 16) - int(first, 16) + 1):
                codes[int(first, 16) + at] = characters(
                    f"{int(to, 16) + at:0{len(to)}x}")
    return codes


def is_private(text):
    return any(0xE000 <= ord(one) <= 0xF8FF or ord(one) >= 0xF0000 for one in text)


def check_codes(doc, font, program, shown):
    """Each code that is shown."""
    stream = doc.get(font.get("/ToUnicode"), Stream)
    characters = read_to_unicode(stream.data) if stream else {}
    widths = doc.array(font.get("/Widths"))
    first = font.get("/FirstChar", 0)
    for code in sorted(shown):
        means = characters.get(code, "")
        glyph = program.glyph(code)
        if not means or set(means) & {"\0", "\ufeff", "\ufffe", "\ufffd"}:
            yield f"[A 6.2.11.7.2] ToUnicode has nothing for code {code}"
        if is_private(means):
            yield f"[A 6.2.11.7.3] code {code} means a private character"
        if not 0 < glyph < program.glyphs:
            yield f"[A 6.2.11.8] code {code} shows .notdef"
        elif program.is_blank(glyph) and not set(means) <= BLANK:
            yield f"[A 6.2.11.8] code {code}, {means!r}, shows nothing"
        if not 0 <= code - first < len(widths):
            yield f"[A 6.2.11.5] no width for code {code}"
        elif abs(widths[code - first] - program.width(glyph)) > 1:
            yield (f"[A 6.2.11.5] code {code}: Widths {widths[code - first]}, "
                   f"the font {program.width(glyph):.1f}")


def check_font(doc, font, shown):
    about = doc.entries(font.get("/FontDescriptor"))
    file = doc.get(about.get("/FontFile2"), Stream)
    flags = about.get("/Flags", 0)
    if font.get("/Subtype") != "/TrueType":
        yield f"[A 6.2.11.2] this checker knows no {font.get('/Subtype')}"
        return
    if not doc.get(font.get("/ToUnicode"), Stream):
        yield "[A 6.2.11.7] no ToUnicode"
    if not SUBSET.match(font.get("/BaseFont", "")) or (
            about.get("/FontName") != font.get("/BaseFont")):
        yield "[A 6.2.11.4] its names are not those of a subset"
    if bool(flags & SYMBOLIC) == bool(flags & NONSYMBOLIC):
        yield "[A 6.2.11.6] neither symbolic nor nonsymbolic"
    if flags & SYMBOLIC and "/Encoding" in font:
        yield "[A 6.2.11.6] symbolic font with Encoding"
    if file is None:
        yield "[A 6.2.11.4] not embedded"
        return
    program = Program(file.data)
    if file.entries.get("/Length1") != len(file.data):
        yield "[A 6.2.11.4] Length1"
    if flags & SYMBOLIC and len(program.maps) != 1 and (3, 0) not in program.maps:
        yield "[A 6.2.11.6] a symbolic font with many maps"
    yield from check_codes(doc, font, program, shown)


def faults(doc, pages):
    """Of every font, and of the codes that each shows."""
    shown = {reference: set() for reference, _ in doc.of_type("/Font")}
    for page in pages:
        for font, codes in page.texts:
            shown.setdefault(font, set()).update(codes)
    for reference in sorted(shown):
        font = doc.entries(reference)
        for fault in check_font(doc, font, shown[reference]):
            yield f"{fault}: font {reference} {font.get('/BaseFont')}"
