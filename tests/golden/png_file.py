"""A PNG, of its parts: whole(header(…), packed(rows))."""
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data +
            struct.pack(">I", zlib.crc32(kind + data)))


def header(bits, kind, width, height, interlaced=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0,
                                      interlaced))


def packed(rows):
    """Rows that each begin with their filter."""
    return chunk(b"IDAT", zlib.compress(b"".join(rows), 9))


def whole(*parts):
    return SIGNATURE + b"".join(parts) + chunk(b"IEND", b"")
