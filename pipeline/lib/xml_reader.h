/*
 * xml_reader - XML read as a stream, proved against a schema of ours.
 *
 * Wraps libxml2's xmlTextReader over bytes that we read ourselves, or over a
 * file that may be larger than what we want to hold.  A DOCTYPE
 * is refused, no entity, network or file is ever loaded.  A document that is
 * malformed or breaks its schema is told with msg_at() as the outcome given
 * at open (a hand-over: OUTCOME_BROKEN, a template: OUTCOME_MISCONFIGURED),
 * and reading ends.
 *
 * Borrowed strings are valid until the next xml_reader_next() or _close().
 */
#ifndef LIB_XML_READER_H
#define LIB_XML_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"
#include "lib/msg.h"

struct text;
struct xml_reader;

enum xml_event {
	XML_OPEN, /* an element begins; an empty one is followed by XML_CLOSE */
	XML_CLOSE, /* an element ends */
	XML_TEXT,  /* text, but white space alone only in mixed content */
	XML_DONE,  /* the end of a sound document */
	XML_WRONG  /* told already */
};

struct xml_source {
	const char *name;  /* for messages; borrowed until close */
	const char *bytes; /* borrowed until close; NULL: */
	int file;          /* read piece by piece, open until close */
	size_t len;
	const char *schema; /* XSD, or NULL for only well-formed */
	size_t schema_len;
	enum outcome wrong; /* as what a fault is told */
};

/*
 * Start reading; ended by xml_reader_close().  NULL if the schema itself
 * cannot be compiled: our bug, told as OUTCOME_BROKEN.
 */
struct xml_reader *xml_reader_open(const struct xml_source *source) MUST_CHECK;

/* The next event; XML_DONE and XML_WRONG repeat themselves. */
enum xml_event xml_reader_next(struct xml_reader *reader);

/* Of the element that opened or closed: its local name, borrowed. */
const char *xml_reader_name(const struct xml_reader *reader);

/* Whether that name is `name`. */
bool xml_reader_is(const struct xml_reader *reader, const char *name);

/* Of the element that opened: an attribute, borrowed; NULL if absent. */
const char *xml_reader_attribute(const struct xml_reader *reader,
				 const char *name);

/* Likewise: the name of the attribute `index`, from 0; NULL past the last. */
const char *xml_reader_attribute_name(const struct xml_reader *reader,
				      size_t index);

/* Of an XML_TEXT event: the text, borrowed.  A comment cuts it in two. */
const char *xml_reader_text(const struct xml_reader *reader);

/*
 * After XML_OPEN: the element holds text and elements mixed; white space is
 * text too, until its XML_CLOSE.
 */
void xml_reader_mixed(struct xml_reader *reader);

/* Where the event stands: file, line, path of the element; borrowed. */
struct place xml_reader_place(struct xml_reader *reader);

/*
 * After XML_OPEN: the element says `what`, which is wrong though its schema
 * lets it through.  Reading ends before the next element: XML_WRONG, told then.
 */
void xml_reader_refuse(struct xml_reader *reader, const char *what);

/*
 * After XML_OPEN: add all text inside the element, up to and with its
 * XML_CLOSE.  Elements inside it are not expected: false (told) if any.
 */
bool xml_reader_content(struct xml_reader *reader, struct text *content);

/* After XML_OPEN: read past the element's XML_CLOSE.  False if XML_WRONG. */
bool xml_reader_skip(struct xml_reader *reader);

/* Stop reading and release; accepts NULL. */
void xml_reader_close(struct xml_reader *reader);

/* Add "library libxml2 VERSION" as a line, for --version. */
void xml_reader_library(struct text *lines);

#endif
