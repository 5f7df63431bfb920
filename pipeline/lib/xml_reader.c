#include "lib/xml_reader.h"

#include <assert.h>
#include <errno.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_schema.h"
#include "lib/xml_start.h"

/* Where libxml2 stops counting lines in its nodes; past it the parser's own
 * line must do, which is up to 512 bytes further on. */
#define LAST_NODE_LINE 65535

struct xml_reader {
	struct xml_source source;
	xmlTextReaderPtr stream;
	xmlDocPtr schema_doc; /* `schema` points into it */
	xmlSchemaPtr schema;
	struct place fault_at;
	struct text fault; /* what is wrong; empty while all is well */
	struct text path;  /* of the last place handed out */
	bool malformed;    /* the fault is one of XML, not of the schema */
	enum xml_event event;
	int mixed_depth;    /* of the outermost mixed element; -1 for none */
	bool close_is_next; /* <a/>: libxml2 has one event, we have two */
};

/* Without the "{urn:…}" that libxml2 puts before every name. */
static void add_readable(struct text *into, const char *message)
{
	for (const char *at = message; *at; at++) {
		const char *end = strchr(at, '}');

		if (strncmp(at, "{urn:", 5) == 0 && end)
			at = end;
		else if (*at != '\n')
			text_add_char(into, *at);
		else if (at[1])
			text_add_char(into, ' ');
	}
}

static void note_fault(void *context, xmlErrorPtr error)
{
	struct xml_reader *reader = context;

	if (error->level < XML_ERR_ERROR || reader->fault.len > 0)
		return;
	add_readable(&reader->fault, error->message ? error->message : "?");
	reader->fault_at.line = error->line;
	reader->malformed = error->domain == XML_FROM_PARSER ||
			    error->domain == XML_FROM_NAMESPACE;
	if (reader->malformed)
		reader->fault_at.column = error->int2;
}

static bool set_schema(struct xml_reader *reader)
{
	struct text fault = { 0 };

	reader->schema = xml_schema_compile(&reader->source,
					    &reader->schema_doc, &fault);
	if (!reader->schema)
		msg_say(OUTCOME_BROKEN,
			_("the schema to read %s by is itself wrong: %s"),
			reader->source.name, text_string(&fault));
	text_clear(&fault);
	return reader->schema &&
	       xmlTextReaderSetSchema(reader->stream, reader->schema) == 0;
}

static int read_file(void *context, char *bytes, int len)
{
	const struct xml_reader *reader = context;
	ssize_t got;

	do
		got = read(reader->source.file, bytes, (size_t)len);
	while (got < 0 && errno == EINTR);
	return (int)got;
}

struct xml_reader *xml_reader_open(const struct xml_source *source)
{
	struct xml_reader *reader = mem_alloc(sizeof(*reader));

	reader->source = *source;
	reader->fault_at.file = source->name;
	reader->mixed_depth = -1;
	assert(!source->bytes || source->len <= INT_MAX);
	xml_start();
	if (source->bytes || source->len == 0)
		reader->stream =
			xmlReaderForMemory(source->bytes ? source->bytes : "",
					   (int)source->len, NULL, NULL,
					   XML_PARSE_NONET);
	else
		reader->stream = xmlReaderForIO(read_file, NULL, reader, NULL,
						NULL, XML_PARSE_NONET);
	assert(reader->stream);
	xmlTextReaderSetStructuredErrorHandler(reader->stream, note_fault,
					       reader);
	if (!source->schema || set_schema(reader))
		return reader;
	xml_reader_close(reader);
	return NULL;
}

static enum xml_event tell_fault(const struct xml_reader *reader)
{
	const char *fault =
		reader->fault.len > 0 ? reader->fault.at : _("no reason given");

	if (reader->source.len == 0)
		fault = _("the file is empty");
	msg_at(reader->source.wrong, reader->fault_at,
	       reader->malformed ? _("this is not well-formed XML: %s")
				 : _("this is not as the schema says: %s"),
	       fault);
	return XML_WRONG;
}

static enum xml_event refuse_doctype(const struct xml_reader *reader)
{
	const struct xml_source *source = &reader->source;
	const struct place place = { .file = source->name,
				     .line = xml_doctype_line(source) };

	msg_at(source->wrong, place,
	       _("a DOCTYPE stands here; take it out: documents with one are "
		 "refused, since it can load other files"));
	return XML_WRONG;
}

static bool is_text(const struct xml_reader *reader, int type)
{
	switch (type) {
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		return true;
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		return reader->mixed_depth >= 0;
	default:
		return false;
	}
}

/* The event of the node that libxml2 stands at, or false for none of ours. */
static bool event_of_node(struct xml_reader *reader, enum xml_event *event)
{
	int type = xmlTextReaderNodeType(reader->stream);

	if (type == XML_READER_TYPE_DOCUMENT_TYPE)
		*event = refuse_doctype(reader);
	else if (reader->fault.len > 0)
		*event = tell_fault(reader);
	else if (type == XML_READER_TYPE_ELEMENT)
		*event = XML_OPEN;
	else if (type == XML_READER_TYPE_END_ELEMENT)
		*event = XML_CLOSE;
	else if (is_text(reader, type))
		*event = XML_TEXT;
	else
		return false;
	return true;
}

/*
 * While a schema is plugged in, libxml2 2.9 tells our handler only what the
 * schema says; what the parser says must be fetched.
 */
static int read_node(struct xml_reader *reader)
{
	xmlErrorPtr error;
	int got;

	xmlResetLastError();
	got = xmlTextReaderRead(reader->stream);
	error = xmlGetLastError();
	if (error)
		note_fault(reader, error);
	return got;
}

static enum xml_event read_on(struct xml_reader *reader)
{
	enum xml_event event = XML_WRONG;
	int got;

	if (reader->fault.len > 0)
		return tell_fault(reader);
	while ((got = read_node(reader)) == 1)
		if (event_of_node(reader, &event))
			return event;
	if (got == 0 && reader->fault.len == 0)
		return XML_DONE;
	return tell_fault(reader);
}

enum xml_event xml_reader_next(struct xml_reader *reader)
{
	if (reader->event == XML_DONE || reader->event == XML_WRONG)
		return reader->event;
	if (reader->event == XML_CLOSE &&
	    xmlTextReaderDepth(reader->stream) == reader->mixed_depth)
		reader->mixed_depth = -1;
	if (reader->close_is_next) {
		reader->close_is_next = false;
		reader->event = XML_CLOSE;
		return XML_CLOSE;
	}
	reader->event = read_on(reader);
	reader->close_is_next =
		reader->event == XML_OPEN &&
		xmlTextReaderIsEmptyElement(reader->stream) == 1;
	return reader->event;
}

const char *xml_reader_name(const struct xml_reader *reader)
{
	assert(reader->event == XML_OPEN || reader->event == XML_CLOSE);
	return (const char *)xmlTextReaderConstLocalName(reader->stream);
}

bool xml_reader_is(const struct xml_reader *reader, const char *name)
{
	return strcmp(xml_reader_name(reader), name) == 0;
}

/*
 * From the node, not from xmlTextReaderGetAttribute(): that one copies.  No
 * entity is ever declared, so a value is one text node, or none if empty.
 */
const char *xml_reader_attribute(const struct xml_reader *reader,
				 const char *name)
{
	const xmlNode *node = xmlTextReaderCurrentNode(reader->stream);
	const xmlAttr *attribute;

	assert(reader->event == XML_OPEN);
	for (attribute = node->properties; attribute;
	     attribute = attribute->next) {
		if (attribute->ns ||
		    strcmp((const char *)attribute->name, name) != 0)
			continue;
		return attribute->children
			       ? (const char *)attribute->children->content
			       : "";
	}
	return NULL;
}

const char *xml_reader_attribute_name(const struct xml_reader *reader,
				      size_t index)
{
	const xmlNode *node = xmlTextReaderCurrentNode(reader->stream);
	const xmlAttr *attribute = node->properties;

	assert(reader->event == XML_OPEN);
	for (; attribute && index > 0; index--)
		attribute = attribute->next;
	return attribute ? (const char *)attribute->name : NULL;
}

const char *xml_reader_text(const struct xml_reader *reader)
{
	assert(reader->event == XML_TEXT);
	return (const char *)xmlTextReaderConstValue(reader->stream);
}

void xml_reader_mixed(struct xml_reader *reader)
{
	assert(reader->event == XML_OPEN);
	if (reader->mixed_depth < 0)
		reader->mixed_depth = xmlTextReaderDepth(reader->stream);
}

/* "report/section/goal"; libxml2 refuses more than 256 levels. */
static void add_path(struct text *path, const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE)
		return;
	if (node->parent)
		add_path(path, node->parent);
	if (path->len > 0)
		text_add_char(path, '/');
	text_add(path, (const char *)node->name);
}

struct place xml_reader_place(struct xml_reader *reader)
{
	const xmlNode *node = xmlTextReaderCurrentNode(reader->stream);
	struct place place = { .file = reader->source.name };

	text_reset(&reader->path);
	if (node) {
		place.line = xmlGetLineNo(node);
		add_path(&reader->path,
			 node->type == XML_ELEMENT_NODE ? node : node->parent);
	}
	if (place.line <= 0 || place.line >= LAST_NODE_LINE)
		place.line = xmlTextReaderGetParserLineNumber(reader->stream);
	if (reader->path.len > 0)
		place.header = reader->path.at;
	return place;
}

void xml_reader_refuse(struct xml_reader *reader, const char *what)
{
	reader->fault_at = xml_reader_place(reader);
	text_reset(&reader->fault);
	text_add(&reader->fault, what);
}

static bool refuse_element(struct xml_reader *reader)
{
	msg_at(reader->source.wrong, xml_reader_place(reader),
	       _("the element \"%s\" stands where only text is expected"),
	       xml_reader_name(reader));
	reader->event = XML_WRONG;
	return false;
}

bool xml_reader_content(struct xml_reader *reader, struct text *content)
{
	xml_reader_mixed(reader);
	text_add(content, "");
	for (;;) {
		switch (xml_reader_next(reader)) {
		case XML_TEXT:
			text_add(content, xml_reader_text(reader));
			break;
		case XML_CLOSE:
			return true;
		case XML_OPEN:
			return refuse_element(reader);
		default:
			return false;
		}
	}
}

bool xml_reader_skip(struct xml_reader *reader)
{
	int open = 1;

	assert(reader->event == XML_OPEN);
	while (open > 0) {
		enum xml_event event = xml_reader_next(reader);

		if (event == XML_WRONG || event == XML_DONE)
			return false;
		if (event != XML_TEXT)
			open += event == XML_OPEN ? 1 : -1;
	}
	return true;
}

void xml_reader_close(struct xml_reader *reader)
{
	if (!reader)
		return;
	xmlFreeTextReader(reader->stream);
	xmlSchemaFree(reader->schema);
	xmlFreeDoc(reader->schema_doc);
	text_clear(&reader->fault);
	text_clear(&reader->path);
	free(reader);
}

void xml_reader_library(struct text *lines)
{
	/* as the library that is loaded says: 20914 for 2.9.14 */
	text_printf(lines, "library libxml2 %s\n", xmlParserVersion);
}
