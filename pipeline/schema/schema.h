/*
 * schema - the XSD files of this folder, compiled into the programs.
 *
 * schema.S names each file once; a new one needs a line there and here.
 */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include <stddef.h>

extern const char schema_facts_begin[];
extern const size_t schema_facts_len;
extern const char schema_assessment_begin[];
extern const size_t schema_assessment_len;
extern const char schema_report_begin[];
extern const size_t schema_report_len;
extern const char schema_template_begin[];
extern const size_t schema_template_len;
extern const char schema_house_style_begin[];
extern const size_t schema_house_style_len;

/* For the members `schema` and `schema_len` of a struct xml_source. */
#define SCHEMA_LEN(name) (schema_##name##_len)

#endif
