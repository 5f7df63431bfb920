/*
 * vocabulary - a small XML language of ours, told element by element.
 *
 * Templates and word files are edited by hand.  What is wrong in them is told
 * as OUTCOME_MISCONFIGURED with line, element path and what was expected, and
 * reading goes on: one run tells all of it.  The XSD behind it is only the
 * second lock.
 */
#ifndef COMPOSE_VOCABULARY_H
#define COMPOSE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct xml_reader;

enum attribute_form {
	FORM_TEXT,  /* not empty */
	FORM_ID,    /* [a-z0-9.-]+ */
	FORM_FILE,  /* the name of a .md file, without folders */
	FORM_YESNO, /* yes, no */
	FORM_DEPTH, /* 1..6 */
	FORM_DATE,  /* 2025-01-31 */
	FORM_LIST   /* the name of a .csv file, without folders */
};

struct vocabulary_attribute {
	const char *name; /* NULL ends a list */
	enum attribute_form form;
	bool needed;
};

#define VOCABULARY_ATTRIBUTES 8 /* of an element, with the end of the list */

struct vocabulary_element {
	const char *name;
	const char *inside; /* " template section ": names in spaces, or "" */
	struct vocabulary_attribute attributes[VOCABULARY_ATTRIBUTES];
};

struct vocabulary {
	const struct vocabulary_element *elements;
	size_t count;
};

/*
 * The index of the element that just opened inside an element called
 * `parent` ("" for the root); -1 if it has no place there (told), then skip
 * it.  Its attributes are proved too; `*sound` becomes false on any fault.
 */
int vocabulary_open(const struct vocabulary *vocabulary,
		    struct xml_reader *reader, const char *parent,
		    bool *sound) MUST_CHECK;

/* Tell that text stands where only elements are expected. */
void vocabulary_refuse_text(const struct vocabulary *vocabulary,
			    struct xml_reader *reader, const char *parent);

#endif
