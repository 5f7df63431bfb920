/*
 * reject_words - why something was rejected, in words.
 */
#ifndef INGEST_REJECT_WORDS_H
#define INGEST_REJECT_WORDS_H

#include "ingest/rejects.h"

/* Add one sentence, in the language of lang_start(). */
void reject_explain(struct text *text, const struct reject *reject);

/* The same for what is of a whole file, and for notes; `value` is what stands
 * in the export, as text_add_shown() gives it. */
void reject_explain_file(struct text *text, const struct reject *reject,
			 const char *value);

#endif
