/*
 * json_writer - JSON (RFC 8259) added to a text, the same bytes for the same
 * calls: two spaces a level, one member a line.
 *
 * Numbers are whole; strings are UTF-8 (an assertion: doors check).  A call
 * out of order is our bug and found by an assertion.
 */
#ifndef LIB_JSON_WRITER_H
#define LIB_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text;

#define JSON_DEEPEST 16

/* Begin with  struct json_writer json = { .into = &text };  */
struct json_writer {
	struct text *into; /* borrowed */
	char ends[JSON_DEEPEST];
	size_t depth;
	bool filled; /* what is open has a member */
};

/*
 * Open an object or array: the whole (once), or a member.  `name` is that of
 * the member; NULL in an array and for the whole.
 */
void json_writer_object(struct json_writer *json, const char *name);
void json_writer_array(struct json_writer *json, const char *name);

/* Add a member; a NULL string is null. */
void json_writer_string(struct json_writer *json, const char *name,
			const char *value);
void json_writer_number(struct json_writer *json, const char *name, long value);
void json_writer_flag(struct json_writer *json, const char *name, bool value);

/* Close what was opened last; after the whole a line ends. */
void json_writer_close(struct json_writer *json);

/* Add a string in quotation marks, escaped where RFC 8259 section 7 says. */
void json_add_string(struct text *into, const char *value);

#endif
