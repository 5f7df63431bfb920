/*
 * hyphenation_patterns - a dictionary's patterns, no more than are needed.
 *
 * Wraps libhyphen.  A dictionary has some 15 000 patterns, and to load all of
 * them takes longer than to set ten pages.  A pattern can match a word only if
 * each three and four of its letters that follow each other do so in the word;
 * so if the words are expected, one or two thousand patterns do.  A word that
 * is asked for without being expected gets all of them.
 *
 * Letters are ISO 8859-1 in lower case, as in the dictionary.
 */
#ifndef TYPESET_HYPHENATION_PATTERNS_H
#define TYPESET_HYPHENATION_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

#define PATTERNS_WORD 100 /* letters of the longest word */
#define PATTERNS_BEFORE 2 /* letters that stay on the line */
#define PATTERNS_AFTER 3  /* letters that go to the next */

struct patterns;
struct text;

/* The dictionary at `path`; NULL with a sentence in `why` if it is unread. */
struct patterns *patterns_load(const char *path, struct text *why) MUST_CHECK;

/* The words of this text, which is UTF-8, may be asked for. */
void patterns_expect(struct patterns *patterns, const char *text, size_t len);

/*
 * Say for each letter but the first whether the word may be divided before it,
 * in `points`, which has room for one more than there are letters.  A point
 * where letters would have to change is none.
 */
void patterns_match(struct patterns *patterns, const unsigned char *word,
		    size_t count, bool *points);

void patterns_free(struct patterns *patterns);

#endif
