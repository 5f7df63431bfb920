#include "lib/xml_writer.h"

#include <assert.h>
#include <libxml/xmlwriter.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/encoding_proof.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "lib/xml_start.h"

struct xml_writer {
	xmlTextWriterPtr stream;
	struct text made;     /* so far, unless there is a */
	struct outfile *file; /* NULL: in memory */
	int depth;            /* elements that are open */
	int mixed_depth;      /* of the outermost mixed one; 0 for none */
	bool fresh;           /* the innermost element has nothing inside yet */
	struct text digits;   /* of the number at hand */
};

/*
 * libxml2 fails here for want of memory or when called out of order: both
 * end the program.
 */
static void must(int written)
{
	assert(written >= 0);
}

static const xmlChar *accepted(const char *text)
{
	assert(xml_writer_accepts(text, strlen(text)));
	return (const xmlChar *)text;
}

static int add_bytes(void *context, const char *bytes, int len)
{
	struct xml_writer *writer = context;

	if (writer->file)
		outfile_add(writer->file, bytes, (size_t)len);
	else
		text_add_bytes(&writer->made, bytes, (size_t)len);
	return len;
}

/*
 * libxml2's own indentation breaks mixed content that begins with an element,
 * so the line breaks are ours.
 */
static void start_line(struct xml_writer *writer, int depth)
{
	must(xmlTextWriterWriteRaw(writer->stream, accepted("\n")));
	while (depth-- > 0)
		must(xmlTextWriterWriteRaw(writer->stream, accepted("  ")));
}

static struct xml_writer *begin(struct xml_writer *writer, const char *root,
				const char *urn)
{
	xmlOutputBufferPtr out;

	xml_start();
	out = xmlOutputBufferCreateIO(add_bytes, NULL, writer, NULL);
	assert(out);
	writer->stream = xmlNewTextWriter(out);
	assert(writer->stream);
	must(xmlTextWriterStartDocument(writer->stream, NULL, "UTF-8", NULL));
	must(xmlTextWriterStartElement(writer->stream, accepted(root)));
	writer->depth = 1;
	writer->fresh = true;
	xml_writer_attribute(writer, "xmlns", urn);
	return writer;
}

struct xml_writer *xml_writer_new(const char *root, const char *urn)
{
	return begin(mem_alloc(sizeof(struct xml_writer)), root, urn);
}

struct xml_writer *xml_writer_file(const char *root, const char *urn,
				   const char *path)
{
	struct xml_writer *writer = mem_alloc(sizeof(*writer));

	writer->file = outfile_open(path);
	return begin(writer, root, urn);
}

void xml_writer_open(struct xml_writer *writer, const char *name)
{
	assert(writer->depth > 0);
	if (writer->mixed_depth == 0)
		start_line(writer, writer->depth);
	must(xmlTextWriterStartElement(writer->stream, accepted(name)));
	writer->depth++;
	writer->fresh = true;
}

void xml_writer_attribute(struct xml_writer *writer, const char *name,
			  const char *value)
{
	assert(writer->fresh);
	if (value)
		must(xmlTextWriterWriteAttribute(writer->stream,
						 (const xmlChar *)name,
						 accepted(value)));
}

void xml_writer_number(struct xml_writer *writer, const char *name, long value)
{
	struct text *digits = &writer->digits;

	text_reset(digits);
	if (value < 0)
		text_add_char(digits, '-');
	text_add_number(digits, (size_t)(value < 0 ? -value : value));
	xml_writer_attribute(writer, name, digits->at);
}

void xml_writer_mixed(struct xml_writer *writer)
{
	assert(writer->fresh);
	if (writer->mixed_depth == 0)
		writer->mixed_depth = writer->depth;
}

void xml_writer_text(struct xml_writer *writer, const char *text)
{
	assert(writer->depth > 0);
	if (writer->mixed_depth == 0)
		writer->mixed_depth = writer->depth;
	if (!*text)
		return;
	must(xmlTextWriterWriteString(writer->stream, accepted(text)));
	writer->fresh = false;
}

void xml_writer_close(struct xml_writer *writer)
{
	assert(writer->depth > 0);
	writer->depth--;
	if (!writer->fresh && writer->mixed_depth == 0)
		start_line(writer, writer->depth);
	must(xmlTextWriterEndElement(writer->stream));
	if (writer->mixed_depth > writer->depth)
		writer->mixed_depth = 0;
	writer->fresh = false;
}

void xml_writer_leaf(struct xml_writer *writer, const char *name,
		     const char *text)
{
	if (!text)
		return;
	xml_writer_open(writer, name);
	xml_writer_text(writer, text);
	xml_writer_close(writer);
}

static void end(struct xml_writer *writer)
{
	while (writer->depth > 0)
		xml_writer_close(writer);
	must(xmlTextWriterEndDocument(writer->stream));
	xmlFreeTextWriter(writer->stream);
	text_clear(&writer->digits);
}

bool xml_writer_save(struct xml_writer *taken, struct text *why)
{
	bool ok;

	end(taken);
	ok = outfile_end(taken->file, why);
	free(taken);
	return ok;
}

void xml_writer_end(struct xml_writer *taken, struct text *into)
{
	end(taken);
	if (into->len == 0) {
		text_clear(into);
		*into = taken->made;
	} else {
		text_add_bytes(into, taken->made.at, taken->made.len);
		text_clear(&taken->made);
	}
	free(taken);
}

bool xml_writer_accepts(const char *text, size_t len)
{
	bool odd = false;

	return encoding_prove(text, len, &odd) == len && !odd;
}
