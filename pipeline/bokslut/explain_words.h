/*
 * explain_words - the words of assessment.xml in the language of messages.
 *
 * A hand-over holds English words of ours and words that the municipality
 * declared.  Ours are translated here; all others are shown as they stand.
 * What is returned is borrowed and lives as long as the program.
 */
#ifndef BOKSLUT_EXPLAIN_WORDS_H
#define BOKSLUT_EXPLAIN_WORDS_H

struct text;

/* A series, a missing state, yes or no; any other word comes back itself. */
const char *explain_word(const char *stored);

/* Add a row's test: "at most 3", "one of a, b", "no". */
void explain_add_test(struct text *line, const char *stored);

#endif
