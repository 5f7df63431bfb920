/*
 * What the document says of itself: Info and, in the same words, XMP (ISO
 * 19005-3, 6.6); what its colours mean (6.2.3); the file that it carries
 * (6.8); its language and title bar (ISO 14289-1, 7.1 and 7.2).
 */
#include <string.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

/* The date is a day: the hour is a convention, and in both the same. */
#define INFO_TIME "000000Z"
#define XMP_TIME "T00:00:00Z"

static void add_xml(struct text *to, const char *text)
{
	for (; *text; text++) {
		if (*text == '&')
			text_add(to, "&amp;");
		else if (*text == '<')
			text_add(to, "&lt;");
		else if (*text == '>')
			text_add(to, "&gt;");
		else
			text_add_char(to, *text);
	}
}

/* "20250505" from "2025-05-05" */
static void add_info_date(struct text *to, const char *date)
{
	text_add(to, "(D:");
	for (; *date; date++) {
		if (*date != '-')
			text_add_char(to, *date);
	}
	text_add(to, INFO_TIME ")");
}

static void write_info(struct canvas *canvas)
{
	const struct canvas_info *info = &canvas->info;
	struct text entries = { 0 };

	text_add(&entries, "/Title ");
	pdf_add_string(&entries, info->title);
	text_add(&entries, "\n/Author ");
	pdf_add_string(&entries, info->author);
	text_add(&entries, "\n/Subject ");
	pdf_add_string(&entries, info->subject);
	text_add(&entries, "\n/Producer ");
	pdf_add_string(&entries, info->producer);
	text_add(&entries, "\n/CreationDate ");
	add_info_date(&entries, info->date);
	text_add(&entries, "\n/ModDate ");
	add_info_date(&entries, info->date);
	text_add_char(&entries, '\n');
	(void)HPDF_Dict_RemoveElement(canvas->pdf.doc->info, "Producer");
	pdf_entries(&canvas->pdf, canvas->pdf.doc->info, &entries);
	text_clear(&entries);
}

static const char xmp_start[] =
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	"<rdf:RDF "
	"xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\"\n"
	" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
	" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
	" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
	" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
	"<pdfaid:part>%d</pdfaid:part>\n"
	"<pdfaid:conformance>A</pdfaid:conformance>\n"
	"<pdfuaid:part>1</pdfuaid:part>\n"
	"<dc:format>application/pdf</dc:format>\n";

/* PDF/A asks that a schema that it does not know be described (6.6.2.3). */
static const char xmp_end[] =
	"</rdf:Description>\n"
	"<rdf:Description rdf:about=\"\"\n"
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA identification schema"
	"</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
	"</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name>\n"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>part of ISO 14289 that the document "
	"conforms to</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n"
	"</rdf:RDF>\n"
	"</x:xmpmeta>\n"
	"<?xpacket end=\"r\"?>";

/* One property: `before`, its text, `after`. */
static void add_property(struct text *to, const char *before, const char *text,
			 const char *after)
{
	text_add(to, before);
	add_xml(to, text);
	text_add(to, after);
}

static HPDF_Dict write_xmp(struct canvas *canvas)
{
	const struct canvas_info *info = &canvas->info;
	struct text xmp = { 0 };
	HPDF_Dict object;

	text_printf(&xmp, xmp_start, info->attachment_name ? 3 : 2);
	add_property(&xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		     info->title, "</rdf:li></rdf:Alt></dc:title>\n");
	add_property(&xmp, "<dc:creator><rdf:Seq><rdf:li>", info->author,
		     "</rdf:li></rdf:Seq></dc:creator>\n");
	add_property(&xmp,
		     "<dc:description><rdf:Alt>"
		     "<rdf:li xml:lang=\"x-default\">",
		     info->subject, "</rdf:li></rdf:Alt></dc:description>\n");
	add_property(&xmp, "<dc:language><rdf:Bag><rdf:li>", info->language,
		     "</rdf:li></rdf:Bag></dc:language>\n");
	add_property(&xmp, "<pdf:Producer>", info->producer,
		     "</pdf:Producer>\n");
	add_property(&xmp, "<xmp:CreateDate>", info->date,
		     XMP_TIME "</xmp:CreateDate>\n");
	add_property(&xmp, "<xmp:ModifyDate>", info->date,
		     XMP_TIME "</xmp:ModifyDate>\n");
	text_add(&xmp, xmp_end);

	/* Not packed: those who look for it need not know of PDF. */
	object = pdf_stream(&canvas->pdf, &xmp, false);
	pdf_entry_text(&canvas->pdf, object,
		       "/Type /Metadata\n/Subtype /XML\n");
	text_clear(&xmp);
	return object;
}

/* ICC.1:2010, 7.2: bytes 16 to 19 and 36 to 39 of the header. */
static bool is_rgb_profile(const struct text *profile)
{
	return profile->len > 128 && !memcmp(profile->at + 16, "RGB ", 4) &&
	       !memcmp(profile->at + 36, "acsp", 4);
}

static bool add_output_intent(struct text *catalog, struct canvas *canvas,
			      struct text *why)
{
	struct text profile = { 0 };
	HPDF_Dict object;

	if (!infile_load(&profile, canvas->info.icc, why))
		return false;
	if (!is_rgb_profile(&profile)) {
		text_printf(why, _("%s is not a colour profile for RGB"),
			    canvas->info.icc);
		text_clear(&profile);
		return false;
	}
	object = pdf_stream(&canvas->pdf, &profile, true);
	pdf_entry_text(&canvas->pdf, object, PACKED "/N 3\n");
	text_clear(&profile);

	text_add(catalog, "/OutputIntents [<</Type /OutputIntent "
			  "/S /GTS_PDFA1\n"
			  "/OutputConditionIdentifier (sRGB IEC61966-2.1)\n"
			  "/RegistryName (http://www.color.org)\n"
			  "/Info (sRGB IEC61966-2.1)\n/DestOutputProfile ");
	pdf_add_reference(catalog, object);
	text_add(catalog, ">>]\n");
	return true;
}

/* A name as PDF writes it: "application/xml" is /application#2Fxml. */
static void add_name(struct text *to, const char *name)
{
	text_add_char(to, '/');
	for (; *name; name++) {
		if (strchr("()<>[]{}/%#", *name) || *name <= ' ')
			text_printf(to, "#%02X",
				    (unsigned)(unsigned char)*name);
		else
			text_add_char(to, *name);
	}
}

static HPDF_Dict write_attachment(struct canvas *canvas)
{
	const struct canvas_info *info = &canvas->info;
	struct text entries = { 0 };
	struct text content = { 0 };
	HPDF_Dict object;

	text_add_bytes(&content, info->attachment, info->attachment_len);
	object = pdf_stream(&canvas->pdf, &content, true);
	text_add(&entries, PACKED "/Type /EmbeddedFile\n/Subtype ");
	add_name(&entries, info->attachment_type);
	text_printf(&entries, "\n/Params <</Size %zu /CreationDate ",
		    info->attachment_len);
	add_info_date(&entries, info->date);
	text_add(&entries, " /ModDate ");
	add_info_date(&entries, info->date);
	text_add(&entries, ">>\n");
	pdf_entries(&canvas->pdf, object, &entries);
	text_clear(&content);
	text_clear(&entries);
	return object;
}

static void add_attachment(struct text *catalog, struct canvas *canvas)
{
	const struct canvas_info *info = &canvas->info;
	HPDF_Dict file = write_attachment(canvas);
	HPDF_Dict object = pdf_object(&canvas->pdf);
	struct text entries = { 0 };

	text_add(&entries, "/Type /Filespec\n/AFRelationship /Source\n/F ");
	pdf_add_bytes(&entries, info->attachment_name);
	text_add(&entries, "\n/UF ");
	pdf_add_string(&entries, info->attachment_name);
	text_add(&entries, "\n/Desc ");
	pdf_add_string(&entries, info->attachment_about);
	text_add(&entries, "\n/EF <</F ");
	pdf_add_reference(&entries, file);
	text_add(&entries, " /UF ");
	pdf_add_reference(&entries, file);
	text_add(&entries, ">>\n");
	pdf_entries(&canvas->pdf, object, &entries);
	text_clear(&entries);

	text_add(catalog, "/AF [");
	pdf_add_reference(catalog, object);
	text_add(catalog, "]\n/Names <</EmbeddedFiles <</Names [");
	pdf_add_bytes(catalog, info->attachment_name);
	text_add_char(catalog, ' ');
	pdf_add_reference(catalog, object);
	text_add(catalog, "]>>>>\n");
}

bool meta_write(struct canvas *canvas, struct text *catalog, struct text *why)
{
	write_info(canvas);
	text_add(catalog, "/Lang ");
	pdf_add_bytes(catalog, canvas->info.language);
	text_add(catalog, "\n/ViewerPreferences <</DisplayDocTitle true>>\n"
			  "/Metadata ");
	pdf_add_reference(catalog, write_xmp(canvas));
	text_add_char(catalog, '\n');
	if (canvas->info.attachment_name)
		add_attachment(catalog, canvas);
	return add_output_intent(catalog, canvas, why);
}
