/*
 * xml_schema - what a document may be: by a schema of ours, and without a
 * DOCTYPE.  For lib/xml_* only.
 */
#ifndef LIB_XML_SCHEMA_H
#define LIB_XML_SCHEMA_H

#include <libxml/xmlschemas.h>

#include "lib/mem.h"

struct text;
struct xml_source;

/*
 * The schema of `source`, which points into `*document`; both are the caller's.
 * NULL with what is wrong in `fault`.
 */
xmlSchemaPtr xml_schema_compile(const struct xml_source *source,
				xmlDocPtr *document,
				struct text *fault) MUST_CHECK;

/* Where the DOCTYPE stands, which libxml2 does not know: before the root, and
 * so near the beginning. */
long xml_doctype_line(const struct xml_source *source);

#endif
