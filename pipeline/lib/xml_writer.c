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
	xmlOutputBufferPtr out; /* the stream's */
	struct text made;       /* so far, unless there is a */
	struct outfile *file;   /* NULL: in memory */
	int depth;              /* elements that are open */
	int mixed_depth;        /* of the outermost mixed one; 0 for none */
	bool fresh; /* the innermost element has nothing inside yet */
	struct text attributes; /* of that one, not handed on yet */
	struct text line;       /* its end, and the next one's indentation */
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
 * A hand-over is mostly attributes, and libxml2 takes long over each.  It
 * leaves a start tag unfinished until something else comes, so they are put
 * together here and added behind it, all at once.
 */
static void hand_on(struct xml_writer *writer)
{
	struct text *attributes = &writer->attributes;

	if (attributes->len == 0)
		return;
	must(xmlOutputBufferWrite(writer->out, (int)attributes->len,
				  (const char *)accepted(attributes->at)));
	text_reset(attributes);
}

/*
 * libxml2's own indentation breaks mixed content that begins with an element,
 * so the line breaks are ours.
 */
static void start_line(struct xml_writer *writer, int depth)
{
	struct text *line = &writer->line;

	text_reset(line);
	text_add_char(line, '\n');
	while (depth-- > 0)
		text_add_bytes(line, "  ", 2);
	must(xmlTextWriterWriteRawLen(writer->stream, (const xmlChar *)line->at,
				      (int)line->len));
}

static struct xml_writer *begin(struct xml_writer *writer, const char *root,
				const char *urn)
{
	xml_start();
	writer->out = xmlOutputBufferCreateIO(add_bytes, NULL, writer, NULL);
	assert(writer->out);
	writer->stream = xmlNewTextWriter(writer->out);
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
	hand_on(writer);
	if (writer->mixed_depth == 0)
		start_line(writer, writer->depth);
	must(xmlTextWriterStartElement(writer->stream, accepted(name)));
	writer->depth++;
	writer->fresh = true;
}

/* Add ` name="value"`, where no byte of the value needs an entity. */
static void add_plain(struct text *attributes, const char *name,
		      const char *value, size_t len)
{
	size_t name_len = strlen(name);
	char *from = text_reserve(attributes, name_len + len + 4);
	char *at = from;

	*at++ = ' ';
	at = mempcpy(at, name, name_len);
	*at++ = '=';
	*at++ = '"';
	at = mempcpy(at, value, len);
	*at++ = '"';
	text_take(attributes, (size_t)(at - from));
}

/* What would end an attribute or its line, or be read as a space. */
static const char special[] = "\"&<>\t\n\r";
static const char *const entities[] = { "&quot;", "&amp;", "&lt;", "&gt;",
					"&#9;",   "&#10;", "&#13;" };

/* Write entities for these. */
static void escape(struct text *escaped, const char *value)
{
	for (;;) {
		size_t plain = strcspn(value, special);

		text_add_bytes(escaped, value, plain);
		value += plain;
		if (!*value)
			return;
		text_add(escaped,
			 entities[strchr(special, *value++) - special]);
	}
}

static void add_escaped(struct text *attributes, const char *name,
			const char *value)
{
	struct text escaped = { 0 };

	escape(&escaped, value);
	add_plain(attributes, name, escaped.at, escaped.len);
	text_clear(&escaped);
}

void xml_writer_attribute(struct xml_writer *writer, const char *name,
			  const char *value)
{
	size_t len = value ? strcspn(value, special) : 0;

	assert(writer->fresh);
	if (!value)
		return;
	if (value[len])
		add_escaped(&writer->attributes, name, value);
	else
		add_plain(&writer->attributes, name, value, len);
}

void xml_writer_number(struct xml_writer *writer, const char *name, long value)
{
	char digits[3 * sizeof(value)];
	char *end = digits + sizeof(digits);
	char *at = end;
	unsigned long left =
		value < 0 ? -(unsigned long)value : (unsigned long)value;

	assert(writer->fresh);
	do
		*--at = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (value < 0)
		*--at = '-';
	add_plain(&writer->attributes, name, at, (size_t)(end - at));
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
	hand_on(writer);
	must(xmlTextWriterWriteString(writer->stream, accepted(text)));
	writer->fresh = false;
}

void xml_writer_close(struct xml_writer *writer)
{
	assert(writer->depth > 0);
	writer->depth--;
	hand_on(writer);
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
	text_clear(&writer->attributes);
	text_clear(&writer->line);
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
