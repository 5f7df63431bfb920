/*
 * hyphenation - where words of one language may be divided.
 *
 * Wraps libhyphen with one dictionary (ISO 8859-1), and mends it with a file
 * of exceptions: a word or part of a word a line, with a hyphen at each point
 * ("re-sul-tat-upp").  An exception counts wherever its letters stand in a
 * word: inside them only its points hold.  `#` begins a comment.
 */
#ifndef TYPESET_HYPHENATION_H
#define TYPESET_HYPHENATION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct hyphenation;
struct text;

/*
 * Load a dictionary and its exceptions (NULL: none); the caller owns it until
 * hyphenation_free().  NULL with a sentence in `why` if a file cannot be read,
 * or with `why` empty if the exceptions are wrong (told with their line).
 */
struct hyphenation *hyphenation_load(const char *dictionary,
				     const char *exceptions,
				     struct text *why) MUST_CHECK;

/*
 * The words that will be asked for are those of this text, of which the
 * beginning is looked at.  No result depends on it, but the first is there
 * sooner.
 */
void hyphenation_expect(struct hyphenation *hyphenation, const char *text,
			size_t len);

/*
 * Where `len` bytes of UTF-8 without a space may be divided: offsets in bytes,
 * ascending, at most `room` of them; their count.  Signs that are no letters
 * part words.  At least two letters stay before the first point, three after
 * the last, two between; words under six letters and those with letters from
 * outside ISO 8859-1 are not divided.  Without a hyphenation (NULL): 0.  A
 * word that was asked for before is remembered.
 */
size_t hyphenation_points(struct hyphenation *hyphenation, const char *word,
			  size_t len, size_t *points, size_t room);

void hyphenation_free(struct hyphenation *hyphenation);

#endif
