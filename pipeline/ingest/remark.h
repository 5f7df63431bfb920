/*
 * remark - what a proposal says in the comments of its Lua.
 *
 * A remark is one line, whatever stands in what it quotes: control characters
 * become spaces.
 */
#ifndef INGEST_REMARK_H
#define INGEST_REMARK_H

#include <stdbool.h>

#include "lib/mem.h"

struct text;

/* Add "-- …" as a line. */
void remark_add(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);

/* Add a cell in quotation marks, cut after some forty bytes. */
void remark_quote(struct text *text, const char *cell);

/* Whether a control character stands in it: rules may hold none. */
bool remark_is_control(const char *string);

/* Add a string as Lua reads it. */
void remark_string(struct text *text, const char *string);

#endif
