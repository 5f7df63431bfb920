/*
 * schema - the XSD files of this folder, compiled into the programs.
 *
 * schema.S names each file once; a new one needs a line there and here.
 */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include <stddef.h>

extern const char schema_facts_begin[], schema_facts_end[];
extern const char schema_assessment_begin[], schema_assessment_end[];
extern const char schema_report_begin[], schema_report_end[];
extern const char schema_template_begin[], schema_template_end[];
extern const char schema_house_style_begin[], schema_house_style_end[];

/* For the members `schema` and `schema_len` of a struct xml_source. */
#define SCHEMA_LEN(name) ((size_t)(schema_##name##_end - schema_##name##_begin))

#endif
