"""Draw the arms of Brantwick, with transparent corners: crest.py FILE.png"""
import math
import pathlib
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources

from png_file import header, packed, whole

ACROSS, DOWN, FINE = 200, 240, 4  # pixels, and points across one of them
FIELD, HILL, WATER = (0xF1, 0xF6, 0xF1), (0x1B, 0x5E, 0x20), (0x15, 0x65, 0xC0)


def colour(x, y):
    """At a point, -1 to 1 across and 0 to 1.2 down; None outside of the shield."""
    side = 1 if y < 0.6 else math.sqrt(max(0, 1 - ((y - 0.6) / 0.6) ** 2))
    if abs(x) > side:
        return None
    if abs(x) > side - 0.06 or y < 0.04:
        return HILL
    if y > 0.72 and math.sin(9 * x + 40 * (y - 0.72)) > 0:
        return WATER
    return HILL if y < 0.72 and y > 0.2 + 0.55 * abs(x) else FIELD


def pixel(column, row):
    points = [colour(2 * (column + (i + 0.5) / FINE) / ACROSS - 1,
                     1.2 * (row + (j + 0.5) / FINE) / DOWN)
              for i in range(FINE) for j in range(FINE)]
    inside = [point for point in points if point]
    if not inside:
        return bytes(4)
    return bytes([sum(parts) // len(inside) for parts in zip(*inside)] +
                 [255 * len(inside) // len(points)])


rows = [b"\0" + b"".join(pixel(column, row) for column in range(ACROSS))
        for row in range(DOWN)]
pathlib.Path(sys.argv[1]).write_bytes(
    whole(header(8, 6, ACROSS, DOWN), packed(rows)))
