"""Pictures of pages, small and the same each time: PNG with a palette."""
import re
import subprocess

from png_file import chunk, header, packed, whole


def draw(pdf, page, dpi, crop=None):
    """A page as (width, height, bytes of red, green and blue); `crop` is x, y, width
    and height in points."""
    cut = [word for flag, points in zip("xyWH", crop or ())
           for word in (f"-{flag}", str(int(points * dpi / 72)))]
    ppm = subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page),
                          *cut, str(pdf)], capture_output=True, check=True).stdout
    width, height = (int(n) for n in re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm).groups())
    return width, height, ppm[-3 * width * height:]


def trimmed(image, gap):
    """Without the white above and below, but for so many lines of it."""
    width, height, pixels = image
    row = 3 * width
    inked = [y for y in range(height) if pixels[y * row:(y + 1) * row].strip(b"\xff")]
    first, last = max(0, inked[0] - gap), min(height, inked[-1] + 1 + gap)
    return width, last - first, pixels[first * row:last * row]


def save(image, path):
    """A PNG with a palette of at most 256 colours, each part in 32 steps: a third of the size."""
    width, height, pixels = image
    flat = pixels.translate(bytes(round(round(v * 31 / 255) * 255 / 31) for v in range(256)))
    colours = {}
    rows = []
    for y in range(height):
        row = flat[3 * width * y:3 * width * (y + 1)]
        rows.append(b"\0" + bytes(colours.setdefault(row[3 * x:3 * x + 3], min(len(colours), 255))
                                  for x in range(width)))
    palette = b"".join(sorted(colours, key=colours.get)[:256])
    path.write_bytes(whole(header(8, 3, width, height), chunk(b"PLTE", palette),
                           packed(rows)))
