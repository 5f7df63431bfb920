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
	/* of the innermost one: its name, and as long as nothing stands inside
	 * its start tag, behind a line break of `line` bytes */
	struct text name;
	struct text tag;
	size_t line;
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

static void write_raw(struct xml_writer *writer, const char *bytes, size_t len)
{
	assert(xml_writer_accepts(bytes, len));
	must(xmlTextWriterWriteRawLen(writer->stream, (const xmlChar *)bytes,
				      (int)len));
}

/*
 * libxml2's own indentation breaks mixed content that begins with an element,
 * so the line breaks are ours.
 */
static void add_line(struct xml_writer *writer, struct text *text)
{
	if (writer->mixed_depth > 0)
		return;
	text_add_char(text, '\n');
	for (int i = 0; i < writer->depth; i++)
		text_add_bytes(text, "  ", 2);
}

/*
 * A hand-over is mostly elements with attributes and nothing inside, and
 * libxml2 takes long over each: such a one is put together here, with the line
 * break before it, and handed on in one piece.
 */
static void begin_tag(struct xml_writer *writer, const char *name)
{
	writer->line = writer->tag.len;
	text_reset(&writer->name);
	text_add(&writer->name, name);
	text_add_char(&writer->tag, '<');
	text_add(&writer->tag, name);
	writer->depth++;
}

/* Something comes inside, and libxml2 must know the element.  It leaves a start
 * tag unfinished, so that the attributes can be put behind it. */
static void end_tag(struct xml_writer *writer)
{
	struct text *tag = &writer->tag;
	size_t begun = writer->line + 1 + writer->name.len;

	if (tag->len == 0)
		return;
	write_raw(writer, tag->at, writer->line);
	must(xmlTextWriterStartElement(writer->stream,
				       accepted(writer->name.at)));
	must(xmlOutputBufferWriteString(
		writer->out, (const char *)accepted(tag->at + begun)));
	text_reset(tag);
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
	begin_tag(writer, root);
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
	end_tag(writer);
	add_line(writer, &writer->tag);
	begin_tag(writer, name);
}

/* Add ` name="value"`, where no byte of the value needs an entity. */
static void add_plain(struct text *tag, const char *name, const char *value,
		      size_t len)
{
	size_t name_len = strlen(name);
	char *from = text_reserve(tag, name_len + len + 4);
	char *at = from;

	*at++ = ' ';
	at = mempcpy(at, name, name_len);
	*at++ = '=';
	*at++ = '"';
	at = mempcpy(at, value, len);
	*at++ = '"';
	text_take(tag, (size_t)(at - from));
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

static void add_escaped(struct text *tag, const char *name, const char *value)
{
	struct text escaped = { 0 };

	escape(&escaped, value);
	add_plain(tag, name, escaped.at, escaped.len);
	text_clear(&escaped);
}

void xml_writer_attribute(struct xml_writer *writer, const char *name,
			  const char *value)
{
	size_t len = value ? strcspn(value, special) : 0;

	assert(writer->tag.len > 0);
	if (!value)
		return;
	if (value[len])
		add_escaped(&writer->tag, name, value);
	else
		add_plain(&writer->tag, name, value, len);
}

void xml_writer_number(struct xml_writer *writer, const char *name, long value)
{
	char digits[3 * sizeof(value)];
	char *behind = digits + sizeof(digits);
	char *at = behind;
	unsigned long left =
		value < 0 ? -(unsigned long)value : (unsigned long)value;

	assert(writer->tag.len > 0);
	do
		*--at = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (value < 0)
		*--at = '-';
	add_plain(&writer->tag, name, at, (size_t)(behind - at));
}

void xml_writer_mixed(struct xml_writer *writer)
{
	assert(writer->tag.len > 0);
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
	end_tag(writer);
	must(xmlTextWriterWriteString(writer->stream, accepted(text)));
}

void xml_writer_close(struct xml_writer *writer)
{
	struct text *tag = &writer->tag;
	bool empty = tag->len > 0;

	assert(writer->depth > 0);
	writer->depth--;
	if (empty)
		text_add(tag, "/>");
	else
		add_line(writer, tag);
	if (tag->len > 0)
		write_raw(writer, tag->at, tag->len);
	text_reset(tag);
	if (!empty)
		must(xmlTextWriterEndElement(writer->stream));
	if (writer->mixed_depth > writer->depth)
		writer->mixed_depth = 0;
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
	text_clear(&writer->tag);
	text_clear(&writer->name);
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
