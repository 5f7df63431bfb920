"""Pictures: what their dictionaries say of them, and that it goes with what they
hold (ISO 19005-3, 6.2.4 and 6.2.8)."""
from document import Stream, bytes_of, text_of

COLOURS = {"/DeviceGray": 1, "/DeviceRGB": 3}
DEPTHS = (1, 2, 4, 8, 16)
FILTERS = (None, "/DCTDecode")  # none: it is unpacked already
SHINES_THROUGH = ("/SMask", "/SMaskInData", "/Mask", "/Matte")


def palette_fault(doc, space):
    """What is wrong with [/Indexed base highest table]."""
    if len(space) != 4 or doc.get(space[1]) != "/DeviceRGB":
        return "a palette that is not of DeviceRGB"
    table = doc.get(space[3])
    held = table.data if isinstance(table, Stream) else (
        bytes_of(table) or (text_of(table) or "").encode("latin-1", "replace"))
    if not 0 <= space[2] <= 255 or len(held) != 3 * (space[2] + 1):
        return "a palette of another length than it says"
    return None


def samples(doc, image):
    """How many samples a pixel has, and what is wrong with its colours."""
    space = doc.get(image.get("/ColorSpace"))
    if isinstance(space, list) and space[:1] == ["/Indexed"]:
        return 1, palette_fault(doc, space)
    if not isinstance(space, str) or space not in COLOURS:
        return 1, f"colour space {space}"
    return COLOURS[space], None


def frame(data):
    """(precision, height, width, components) of a JPEG; None: it is none."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        length = int.from_bytes(data[at + 2:at + 4], "big")
        if data[at + 1] in (0xC0, 0xC2):
            return (data[at + 4], int.from_bytes(data[at + 5:at + 7], "big"),
                    int.from_bytes(data[at + 7:at + 9], "big"), data[at + 9])
        at += 2 + length
    return None


def check_content(image, data, count):
    width, height = image["/Width"], image["/Height"]
    bits = image["/BitsPerComponent"]
    if image.get("/Filter") == "/DCTDecode":
        if frame(data) != (bits, height, width, count):
            yield "its JPEG is another than it says"
    elif len(data) != height * ((width * count * bits + 7) // 8):
        yield "it holds more or fewer pixels than it says"


def check_image(doc, stream):
    image = stream.entries
    count, fault = samples(doc, image)
    if fault:
        yield f"[A 6.2.4] {fault}"
    if image.get("/ImageMask"):
        yield "[A 6.2.8] a mask is no picture"
    for key in SHINES_THROUGH:
        if key in image:
            yield f"[A 6.2.10] {key}: it shines through"
    if image.get("/Filter") not in FILTERS:
        yield f"[A 6.1.7] filter {image.get('/Filter')}"
    sizes = (image.get("/Width"), image.get("/Height"))
    if not all(isinstance(size, int) and size > 0 for size in sizes):
        yield "[A 6.2.8] no Width or Height"
    elif image.get("/BitsPerComponent") not in DEPTHS:
        yield "[A 6.2.8] BitsPerComponent"
    elif not fault:
        for said in check_content(image, stream.data, count):
            yield f"[A 6.2.8] {said}"


def faults(doc):
    for reference, told in doc.objects.items():
        if isinstance(told, Stream) and told.entries.get("/Subtype") == "/Image":
            for fault in check_image(doc, told):
                yield f"{fault}: picture {reference}"
