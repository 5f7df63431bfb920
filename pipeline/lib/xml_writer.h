/*
 * xml_writer - XML written to memory or a file, the same bytes for the same
 * calls.
 *
 * Wraps libxml2's xmlTextWriter: UTF-8, indented by two, one element a line,
 * attributes in the order given.  Strings are proved to be UTF-8 and XML
 * characters, at the latest when their element is closed; one that is not is
 * our bug (an assertion), since every door into the program checks.  So is a
 * call out of order.
 */
#ifndef LIB_XML_WRITER_H
#define LIB_XML_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text;
struct xml_writer;

/* Begin a document whose root is `root` in the namespace `urn`. */
struct xml_writer *xml_writer_new(const char *root, const char *urn) MUST_CHECK;

/* The same into a file, which may be large; ended by xml_writer_save(). */
struct xml_writer *xml_writer_file(const char *root, const char *urn,
				   const char *path) MUST_CHECK;

/* Open an element inside the one that is open. */
void xml_writer_open(struct xml_writer *writer, const char *name);

/* An attribute of the element just opened; NULL leaves it out. */
void xml_writer_attribute(struct xml_writer *writer, const char *name,
			  const char *value);
void xml_writer_number(struct xml_writer *writer, const char *name, long value);

/*
 * The element just opened holds text and elements mixed: nothing inside it is
 * indented, so that it keeps its spaces.  Needed only where its content begins
 * with an element: text says the same.
 */
void xml_writer_mixed(struct xml_writer *writer);

/* Text inside the open element, which is mixed from here on. */
void xml_writer_text(struct xml_writer *writer, const char *text);

/* Close the innermost open element. */
void xml_writer_close(struct xml_writer *writer);

/* An element with only text; left out if `text` is NULL. */
void xml_writer_leaf(struct xml_writer *writer, const char *name,
		     const char *text);

/* End the document, add it to `into` and release the writer. */
void xml_writer_end(struct xml_writer *taken, struct text *into);

/* End the document of xml_writer_file() and release the writer.  False with one
 * sentence in `why` if the file could not be written; the old one stays. */
bool xml_writer_save(struct xml_writer *taken, struct text *why) MUST_CHECK;

/* Whether all `len` bytes are UTF-8 and characters that XML 1.0 allows. */
bool xml_writer_accepts(const char *text, size_t len);

#endif
