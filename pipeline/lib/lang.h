/*
 * lang - the language in which messages are told.
 *
 * Messages stand in the source in English inside _(); the catalogue
 * pipeline/lang/<language>.po translates them.  Only words change: numbers,
 * dates and artefacts never depend on the language of messages.
 */
#ifndef LIB_LANG_H
#define LIB_LANG_H

#include <libintl.h>
#include <stdbool.h>

#define _(message) gettext(message)

/* Marks words of a table for the catalogue; who tells them calls gettext(). */
#define N_(message) message

/* Plural by `count`: one, or many with the count in it. */
#define PLURAL(one, many, count) ngettext(one, many, (unsigned long)(count))

/* Whether messages are there in `language`. */
bool lang_known(const char *language);

/*
 * Tell messages in `language` ("sv", "en") from here on.  An unknown language
 * gives English.  The locale of the environment is never asked.
 */
void lang_start(const char *language);

/* Whether a language, "sv-FI", is `primary`, "sv". */
bool lang_is(const char *language, const char *primary);

/* Of messages, until a workspace or --lang tells another. */
#define LANG_DEFAULT "sv"

#endif
