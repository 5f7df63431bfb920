/*
 * handover - what reading and writing the three hand-overs has in common.
 *
 * A hand-over is described by tables: each element names its children and the
 * function that takes each of them.  Files are proved against their schema
 * while they are read, so these functions only say where things belong; a
 * file that breaks its schema is our own bug and told as OUTCOME_BROKEN.
 */
#ifndef MODEL_HANDOVER_H
#define MODEL_HANDOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/xml_reader.h"
#include "lib/xml_writer.h"
#include "model/figure.h"
#include "model/window.h"

/*
 * Take the element that just opened into `into`, up to and with its close,
 * and keep its strings in `arena`.  False if the document is unsound (told).
 */
typedef bool handover_take(void *into, struct xml_reader *reader,
			   struct arena *arena);

struct handover_child {
	const char *name; /* NULL ends a list */
	handover_take *take;
};

/* After XML_OPEN: take each child by the list, up to the element's close. */
bool handover_children(struct xml_reader *reader,
		       const struct handover_child *children, void *into,
		       struct arena *arena) MUST_CHECK;

/* A whole document: its schema, and the function that takes its root. */
struct handover_form {
	const char *schema;
	size_t schema_len;
	handover_take *root;
};

/*
 * Read `path` by `form`.  False with a sentence in `why` if it cannot be
 * read, or with `why` empty if it is unsound (told).
 */
bool handover_load(const struct handover_form *form, const char *path,
		   void *into, struct arena *arena,
		   struct text *why) MUST_CHECK;

/*
 * Attributes of the element that opened; absent: NULL, 0, false, empty.  What
 * no schema can forbid (31 February, a window that ends before it begins, a
 * number that no int holds) is refused: the document is unsound then.
 */
const char *handover_string(struct xml_reader *reader, const char *name,
			    struct arena *arena);
long handover_number(struct xml_reader *reader, const char *name);
bool handover_flag(struct xml_reader *reader, const char *name);
struct window handover_window(struct xml_reader *reader, const char *name);
struct date handover_date(struct xml_reader *reader, const char *name);

/* After XML_OPEN: the text inside, or NULL if the document is unsound. */
char *handover_content(struct xml_reader *reader, struct arena *arena);

/* The same, to write: what is 0, false or empty is left out. */
void handover_write_number(struct xml_writer *writer, const char *name,
			   long value);
void handover_write_flag(struct xml_writer *writer, const char *name,
			 bool value);
void handover_write_window(struct xml_writer *writer, const char *name,
			   struct window window);
void handover_write_date(struct xml_writer *writer, const char *name,
			 struct date date);

/* The position of `word` in a list of `count` words; our bug if not there. */
int handover_word(const char *const *words, size_t count, const char *word);

#endif
