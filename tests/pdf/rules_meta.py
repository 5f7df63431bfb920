"""What the file says of itself: Info and XMP in the same words, its language,
what its colours mean, the file that it carries (ISO 19005-3, 6.2.3, 6.6, 6.8)."""
import re
import xml.etree.ElementTree as xml

from document import Stream, text_of

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
SAME = {
    "/Title": DC + "title", "/Author": DC + "creator",
    "/Subject": DC + "description", "/Keywords": PDF + "Keywords",
    "/Creator": XMP + "CreatorTool", "/Producer": PDF + "Producer",
    "/CreationDate": XMP + "CreateDate", "/ModDate": XMP + "ModifyDate",
}
NEEDED = ("/Title", "/Author", "/Producer", "/CreationDate", "/ModDate")
RELATIONS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d'\d\d'?)\Z")


def date_in_xmp(date):
    """A date of Info as XMP writes it; one that is no date stays."""
    match = PDF_DATE.match(date)
    if not match:
        return date
    zone = match[7].replace("'", ":").rstrip(":")
    return "{}-{}-{}T{}:{}:{}{}".format(*match.groups()[:6], zone)


def property_values(description):
    """Each property of XMP: its text, or the texts of its list's items."""
    values = {}
    for element in description:
        items = element.findall(f"*/{RDF}li")
        values[element.tag] = ([item.text or "" for item in items] if items
                               else [element.text or ""])
    for name, value in description.attrib.items():
        values[name] = [value]
    return values


def read_xmp(doc):
    """The properties of the file's XMP and its tree; None if there is none."""
    stream = doc.get(doc.catalog.get("/Metadata"), Stream)
    if stream is None:
        return None, None
    try:
        root = xml.fromstring(stream.data)
    except xml.ParseError:
        return None, None
    values = {}
    for description in root.iter(RDF + "Description"):
        values.update(property_values(description))
    return values, root


def check_info(doc, values):
    info = doc.entries(doc.trailer.get("/Info"))
    for key, name in SAME.items():
        said = text_of(info.get(key))
        if said is not None and key.endswith("Date"):
            said = date_in_xmp(said)
        if [said] != values.get(name, [None]):
            yield (f"[A 6.6.2] Info's {key} is not XMP's: {said!r}, "
                   f"{values.get(name)}")
        if key in NEEDED and not said:
            yield f"[A 6.6.2] no {key} in Info"


def check_identity(doc, values, root, part):
    for name, value in ((PDFA + "part", str(part)), (PDFA + "conformance", "A"),
                        (PDFUA + "part", "1")):
        if values.get(name) != [value]:
            yield f"[A 6.6.4, UA 5] XMP: {name} is {values.get(name)}"
    described = {element.text for element in root.iter(SCHEMA + "namespaceURI")}
    properties = {element.text for element in root.iter(PROPERTY + "name")}
    if PDFUA.strip("{}") not in described or "part" not in properties:
        yield "[A 6.6.2.3] XMP does not describe the schema pdfuaid"
    if not values.get(DC + "title", [""])[0].strip():
        yield "[UA 7.1] no dc:title"
    if values.get(DC + "language") != [text_of(doc.catalog.get("/Lang"))]:
        yield (f"[UA 7.2] dc:language {values.get(DC + 'language')} is not Lang")


def check_xmp(doc, part):
    stream = doc.get(doc.catalog.get("/Metadata"), Stream)
    values, root = read_xmp(doc)
    if values is None:
        yield "[A 6.6.2] no metadata that can be read"
        return
    if (stream.entries.get("/Type"), stream.entries.get("/Subtype")) != (
            "/Metadata", "/XML"):
        yield "[A 6.6.2] metadata without its Type or Subtype"
    if stream.data not in doc.bytes:
        yield "[A 6.6.2] XMP is packed"
    if re.search(rb"<\?xpacket begin=[^>]*(bytes|encoding)=", stream.data):
        yield "[A 6.6.2] xpacket with bytes or encoding"
    yield from check_info(doc, values)
    yield from check_identity(doc, values, root, part)


def check_profile(doc, intent):
    """An ICC profile (ICC.1:2010, 7.2) for RGB."""
    profile = doc.get(intent.get("/DestOutputProfile"), Stream)
    if profile is None or len(profile.data) < 128:
        yield "[A 6.2.3] an output intent without a profile"
        return
    data = profile.data
    if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        yield "[A 6.2.3] the output intent's profile is none"
    if data[8] > 4 or data[12:16] not in (b"mntr", b"prtr"):
        yield "[A 6.2.3] the profile's version or class"
    if data[16:20] != b"RGB " or profile.entries.get("/N") != 3:
        yield "[A 6.2.3] the profile is not for RGB, or N is not 3"


def check_intents(doc):
    intents = [doc.entries(intent)
               for intent in doc.array(doc.catalog.get("/OutputIntents"))]
    ours = [intent for intent in intents if intent.get("/S") == "/GTS_PDFA1"]
    if len(ours) != 1:
        yield f"[A 6.2.3] {len(ours)} output intents for PDF/A"
    for intent in ours:
        if not text_of(intent.get("/OutputConditionIdentifier")):
            yield "[A 6.2.3] an output intent without identifier"
        yield from check_profile(doc, intent)


def check_embedded(doc, file, name):
    stream = doc.get(file, Stream)
    if stream is None:
        yield f"[A 6.8] {name} has no file"
        return
    parameters = doc.entries(stream.entries.get("/Params"))
    if "/" not in stream.entries.get("/Subtype", "").removeprefix("/"):
        yield f"[A 6.8] {name} without a media type"
    if not PDF_DATE.match(text_of(parameters.get("/ModDate")) or ""):
        yield f"[A 6.8] {name} without ModDate"
    if parameters.get("/Size") != len(stream.data):
        yield f"[A 6.8] {name} is not as long as it says"


def check_files(doc):
    names = doc.entries(doc.catalog.get("/Names")).get("/EmbeddedFiles")
    listed = [value for _, value in doc.names(names)]
    associated = doc.array(doc.catalog.get("/AF"))
    if not associated:
        yield "[A 6.8] no associated file"
    for reference, entries in doc.of_type("/Filespec"):
        name = text_of(entries.get("/UF"))
        files = doc.entries(entries.get("/EF"))
        if entries.get("/AFRelationship") not in RELATIONS:
            yield f"[A 6.8] Filespec {reference} without AFRelationship"
        for key in ("/F", "/UF", "/Desc"):
            if not text_of(entries.get(key)):
                yield f"[UA 7.11] Filespec {reference} without {key}"
        if reference not in associated:
            yield f"[A 6.8] {name} is not in AF"
        if reference not in listed:
            yield f"[A 6.8] {name} is not in EmbeddedFiles"
        yield from check_embedded(doc, files.get("/F"), name)
        if files.get("/UF", files.get("/F")) != files.get("/F"):
            yield f"[A 6.8] {name}: F and UF are two files"


def check_catalog(doc):
    catalog = doc.catalog
    catalogs = len(list(doc.of_type("/Catalog")))
    marked = doc.entries(catalog.get("/MarkInfo"))
    viewer = doc.entries(catalog.get("/ViewerPreferences"))
    if catalogs != 1:
        yield f"[A 6.1] catalogs: {catalogs}"
    if not LANGUAGE.match(text_of(catalog.get("/Lang")) or ""):
        yield "[UA 7.2] no Lang"
    if marked.get("/Marked") is not True or marked.get("/Suspects"):
        yield "[UA 7.1] not marked, or Suspects"
    if viewer.get("/DisplayDocTitle") is not True:
        yield "[UA 7.1] DisplayDocTitle"
    if not catalog.get("/StructTreeRoot"):
        yield "[UA 7.1] no structure"


def check_no_files(doc):
    if "/AF" in doc.catalog:
        yield "[A 6.8] AF in PDF/A-2"
    if "/EmbeddedFiles" in doc.entries(doc.catalog.get("/Names")):
        yield "[A 6.8] EmbeddedFiles in PDF/A-2"
    for kind in ("/Filespec", "/EmbeddedFile"):
        for reference, _ in doc.of_type(kind):
            yield f"[A 6.8] {kind} {reference} in PDF/A-2"


def faults(doc, part):
    yield from check_catalog(doc)
    yield from check_xmp(doc, part)
    yield from check_intents(doc)
    yield from check_files(doc) if part == 3 else check_no_files(doc)
