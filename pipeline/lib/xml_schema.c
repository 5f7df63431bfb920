#include "lib/xml_schema.h"

#include <assert.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_reader.h"

/* The first complaint about our own schema. */
static void note_schema_fault(void *context, xmlErrorPtr error)
{
	struct text *fault = context;

	if (error->level >= XML_ERR_ERROR && fault->len == 0)
		text_printf(fault, _("line %d: %s"), error->line,
			    error->message);
}

/* Parsed apart: xmlSchemaParse() would print a syntax error on stderr. */
xmlSchemaPtr xml_schema_compile(const struct xml_source *source,
				xmlDocPtr *document, struct text *fault)
{
	xmlSchemaParserCtxtPtr parser;
	xmlSchemaPtr schema;

	assert(source->schema_len <= INT_MAX);
	*document = xmlReadMemory(
		source->schema, (int)source->schema_len, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (!*document) {
		text_add(fault, _("it is not well-formed XML"));
		return NULL;
	}
	parser = xmlSchemaNewDocParserCtxt(*document);
	assert(parser);
	xmlSchemaSetParserStructuredErrors(parser, note_schema_fault, fault);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	return schema;
}

long xml_doctype_line(const struct xml_source *source)
{
	char head[4096];
	const char *at = source->bytes;
	size_t len = source->len;
	const char *end;
	ssize_t got;
	long line = 1;

	if (!at) {
		at = head;
		got = pread(source->file, head, sizeof(head), 0);
		len = got > 0 ? (size_t)got : 0;
	}
	end = memmem(at, len, "<!DOCTYPE", 9);
	for (; end && at < end; at++)
		line += *at == '\n';
	return line;
}
