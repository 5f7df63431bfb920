"""Write the pictures that run-logo.sh puts on a cover: picture.py FOLDER

Each sound one has two halves, side by side, 8 pixels square, in the colours that
SOUND tells as they must look on white paper; each broken one is a sound one with
one thing wrong.  Prints a line for each, "sound FILE RRGGBB RRGGBB SLACK" or
"broken FILE", where SLACK is how far off a colour may be.
"""
import pathlib
import struct
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources

import png_file
from png_file import chunk, packed, whole

WIDTH, HEIGHT = 16, 8


# --- PNG
def header(bits, kind, width=WIDTH, height=HEIGHT, interlaced=0):
    return png_file.header(bits, kind, width, height, interlaced)


def halves(left, right, bits=8):
    """Rows of two halves; a colour is its samples, each of so many bits."""
    row = "".join(f"{part:0{bits}b}" for half in (left, right)
                  for _ in range(WIDTH // 2) for part in half)
    return [b"\0" + int(row, 2).to_bytes(len(row) // 8, "big")] * HEIGHT


def filtered(rows, step):
    """The same rows, each packed with the next of PNG's filters."""
    above = bytes(len(rows[0]) - 1)
    for number, row in enumerate(rows):
        row, kind, out = row[1:], number % 5, []
        for at, byte in enumerate(row):
            a = row[at - step] if at >= step else 0
            b = above[at]
            c = above[at - step] if at >= step else 0
            p = a + b - c
            nearest = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            out.append((byte - (0, a, b, (a + b) // 2, nearest)[kind]) & 255)
        above = row
        yield bytes([kind]) + bytes(out)


def png(bits, kind, left, right, more=b""):
    step = max(1, {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[kind] * bits // 8)
    return whole(header(bits, kind), more,
                 packed(filtered(halves(left, right, bits), step)))


PALETTE = chunk(b"PLTE", bytes.fromhex("ffffff1b5e20f9a825"))

# --- JPEG, in which each block of 8 by 8 pixels has one colour
LENGTHS = [0, 1, 5, 1, 1, 1, 1, 1, 1] + [0] * 7  # of the codes of K.3, 0 to 11
CODES = {0: "00", 1: "010", 2: "011", 3: "100", 4: "101", 5: "110", 6: "1110",
         7: "11110", 8: "111110", 9: "1111110", 10: "11111110", 11: "111111110"}


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def difference(value):
    """A difference of the mean of a block, in units of an eighth of a level."""
    size = abs(value).bit_length()
    low = value if value > 0 else value + (1 << size) - 1
    return CODES[size] + (f"{low:0{size}b}" if size else "")


def coefficients(blocks, end):
    bits = ""
    last = [0] * len(blocks[0])
    for block in blocks:
        for at, level in enumerate(block):
            mean = 8 * (level - 128)  # of a block that is all level
            bits += difference(mean - last[at]) + end
            last[at] = mean
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")


def ycc(red, green, blue):
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return [round(level) for level in (luma, 128 + 0.564 * (blue - luma),
                                       128 + 0.713 * (red - luma))]


def jpeg(blocks, frame=0xC0, precision=8, told=b""):
    count = len(blocks[0])
    names = range(1, count + 1)
    progressive = frame == 0xC2
    jfif = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    tables = segment(0xDB, b"\0" + b"\1" * 64) + segment(
        0xC4, b"\0" + bytes(LENGTHS) + bytes(range(12)))
    tables += segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")  # a block ends
    size = struct.pack(">BHHB", precision, HEIGHT, WIDTH, count)
    scan = segment(0xDA, bytes([count]) + b"".join(bytes([n, 0]) for n in names) +
                   bytes([0, 0 if progressive else 63, 0]))
    scan += coefficients(blocks, "" if progressive else "0")
    if progressive:  # two blocks of each component, that end at once
        scan += told + b"".join(segment(0xDA, bytes([1, n, 0, 1, 63, 0])) + b"\x3f"
                                for n in names)
    return (b"\xff\xd8" + jfif + told + tables +
            segment(frame, size + b"".join(bytes([n, 0x11, 0]) for n in names)) +
            scan + b"\xff\xd9")


TOLD = (segment(0xE1, b"Exif\0\0who made it") + segment(0xED, b"and where") +
        segment(0xFE, b"a remark of nobody"))
GREEN, AMBER = (0x1B, 0x5E, 0x20), (0xF9, 0xA8, 0x25)
COLOUR = jpeg([ycc(*GREEN), ycc(*AMBER)])

# --- file: what it holds, its colours on paper, how far off they may be.  On
# white, a share a of the level v is v a + 255 (1 - a): of 0, half is 127.
SOUND = {
    "rgb.png": (png(8, 2, GREEN, AMBER), "1b5e20", "f9a825", 0),
    "rgb-16.png": (png(16, 2, [v * 257 for v in GREEN], [v * 257 for v in AMBER]),
                   "1b5e20", "f9a825", 0),
    "rgb-key.png": (png(8, 2, GREEN, AMBER, chunk(b"tRNS", struct.pack(
        ">HHH", *AMBER))), "1b5e20", "ffffff", 0),
    "rgb-alpha.png": (png(8, 6, GREEN + (255,), (0, 0, 255, 128)),
                      "1b5e20", "7f7fff", 0),
    "rgb-alpha-16.png": (png(16, 6, [v * 257 for v in GREEN + (255,)],
                             [0, 0, 65535, 128 * 257]), "1b5e20", "7f7fff", 0),
    "grey.png": (png(8, 0, [0x20], [0xC0]), "202020", "c0c0c0", 0),
    "grey-1.png": (png(1, 0, [0], [1]), "000000", "ffffff", 0),
    "grey-2.png": (png(2, 0, [1], [2]), "555555", "aaaaaa", 0),
    "grey-4.png": (png(4, 0, [3], [12]), "333333", "cccccc", 0),
    "grey-4-key.png": (png(4, 0, [3], [12], chunk(b"tRNS", b"\0\3")),
                       "ffffff", "cccccc", 0),
    "grey-16.png": (png(16, 0, [0x2020], [0xC0C0]), "202020", "c0c0c0", 0),
    "grey-alpha.png": (png(8, 4, [0x20, 255], [0, 128]), "202020", "7f7f7f", 0),
    "palette-2.png": (png(2, 3, [1], [2], PALETTE), "1b5e20", "f9a825", 0),
    "palette-8.png": (png(8, 3, [1], [2], PALETTE), "1b5e20", "f9a825", 0),
    # a fifth of 1b5e20 is 27/5 + 204, 94/5 + 204, 32/5 + 204
    "palette-alpha.png": (png(4, 3, [1], [2], PALETTE + chunk(b"tRNS", b"\0\x33")),
                          "d1dfd2", "f9a825", 0),
    "told.png": (whole(header(8, 2), chunk(b"tEXt", b"Author\0nobody"),
                       packed(halves(GREEN, AMBER))) + b"and more",
                 "1b5e20", "f9a825", 0),
    "baseline.jpg": (COLOUR, "1b5e20", "f9a825", 3),
    "progressive.jpg": (jpeg([ycc(*GREEN), ycc(*AMBER)], frame=0xC2, told=TOLD),
                        "1b5e20", "f9a825", 3),
    "grey.jpg": (jpeg([[0x20], [0xC0]]), "202020", "c0c0c0", 1),
    "told.jpg": (jpeg([ycc(*GREEN), ycc(*AMBER)], told=TOLD) + b"another picture",
                 "1b5e20", "f9a825", 3),
}

RGB = SOUND["rgb.png"][0]
DATA = RGB.index(b"IDAT")
ROWS = halves(GREEN, AMBER)

BROKEN = {
    "empty": b"",
    "gif": b"GIF89a" + bytes(40),
    "cut-chunk": RGB[:-20],
    "long-chunk": RGB[:DATA - 4] + b"\x7f" + RGB[DATA - 3:],
    "checksum": RGB[:DATA + 9] + bytes([RGB[DATA + 9] ^ 1]) + RGB[DATA + 10:],
    "no-header": whole(packed(ROWS)),
    "two-headers": whole(header(8, 2), header(8, 2), packed(ROWS)),
    "unknown-chunk": whole(header(8, 2), chunk(b"NeeD", b""), packed(ROWS)),
    "no-pixels": whole(header(8, 2, 0, 8), packed(ROWS)),
    "too-many-pixels": whole(header(8, 2, 2001, 2000), packed(ROWS)),
    "too-long": whole(header(8, 2, 168, 8), packed(ROWS)),
    "bomb": whole(header(8, 2), packed([bytes(1 << 21)])),
    "short-rows": whole(header(8, 2), packed(ROWS[1:])),
    "no-data": whole(header(8, 2)),
    "parted-data": whole(header(8, 2), packed(ROWS), chunk(b"tEXt", b"a\0b"), packed(ROWS)),
    "not-zlib": whole(header(8, 2), chunk(b"IDAT", bytes(60))),
    "filter": whole(header(8, 2), packed([b"\5" + ROWS[0][1:]] + ROWS[1:])),
    "three-bits": whole(header(3, 2), packed(ROWS)),
    "kind": whole(header(8, 5), packed(ROWS)),
    "interlaced": whole(header(8, 2, interlaced=1), packed(ROWS)),
    "interlaced-2": whole(header(8, 2, interlaced=2), packed(ROWS)),
    "no-palette": whole(header(8, 3), packed(halves([1], [2]))),
    "short-palette": whole(header(8, 3), chunk(b"PLTE", b"\0\0"), packed(halves([1], [2]))),
    "long-palette": whole(header(1, 3), chunk(b"PLTE", bytes(9)), packed(halves([0], [1], 1))),
    "outside-palette": whole(header(8, 3), PALETTE, packed(halves([1], [3]))),
    "alpha": whole(header(8, 2), chunk(b"tRNS", b"\0"), packed(ROWS)),
    "alpha-of-alpha": whole(header(8, 6), chunk(b"tRNS", bytes(6)),
                            packed(halves(GREEN + (9,), AMBER + (9,)))),
    "large": RGB + bytes(2 << 20),
    "cut.jpg": COLOUR[:-4],
    "cut-segment.jpg": COLOUR[:30],
    "no-scan.jpg": COLOUR[:COLOUR.index(b"\xff\xda")] + b"\xff\xd9",
    "no-tables.jpg": COLOUR[:20] + COLOUR[COLOUR.index(b"\xff\xc0"):],
    "no-frame.jpg": COLOUR[:20] + COLOUR[COLOUR.index(b"\xff\xda"):],
    "component.jpg": COLOUR.replace(b"\x03\x01\x00\x02", b"\x03\x01\x00\x09", 1),
    "cmyk.jpg": jpeg([[9, 9, 9, 9], [9, 9, 9, 9]]),
    "two-colours.jpg": jpeg([[9, 9], [9, 9]]),
    "deep.jpg": jpeg([[9], [9]], precision=12),
    "arithmetic.jpg": jpeg([[9], [9]], frame=0xC9),
    "lossless.jpg": jpeg([[9], [9]], frame=0xC3),
    "marker.jpg": COLOUR[:20] + b"\0\0" + COLOUR[20:],
}


def main(folder):
    place = pathlib.Path(folder)
    for name, (data, left, right, slack) in SOUND.items():
        (place / name).write_bytes(data)
        print("sound", name, left, right, slack)
    for name, data in BROKEN.items():
        (place / name).write_bytes(data)
        print("broken", name)


if __name__ == "__main__":
    main(*sys.argv[1:])
