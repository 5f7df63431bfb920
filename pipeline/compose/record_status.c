#include "compose/record_status.h"

#include <string.h>

#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

long record_status_count(const struct composition *composition,
			 const char *kind)
{
	const struct assessment *assessment = composition->assessment;
	long count = 0;

	for (size_t i = 0; i < assessment->record_count; i++)
		count += strcmp(assessment->records[i].kind, kind) == 0;
	return count;
}

/* The status of a record of the kind; NULL if it is of another or has none. */
static const char *status_of(const struct record *record, const char *kind)
{
	const char *status = record_field(record, "status");

	return strcmp(record->kind, kind) == 0 && status && *status ? status
								    : NULL;
}

/* How many have this status, and whether `index` is the first of them. */
static long count_status(const struct assessment *assessment, size_t index,
			 const char *kind, bool *first)
{
	const char *status = status_of(&assessment->records[index], kind);
	long count = 0;

	*first = true;
	for (size_t i = 0; i < assessment->record_count; i++) {
		const char *other = status_of(&assessment->records[i], kind);

		if (!other || strcmp(other, status) != 0)
			continue;
		count++;
		*first = *first && i >= index;
	}
	return count;
}

void record_status_print(struct text *text,
			 const struct composition *composition,
			 const char *kind)
{
	const struct assessment *assessment = composition->assessment;
	const struct words *words = composition->words;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const char *status = status_of(&assessment->records[i], kind);
		bool first = false;
		long count;

		if (!status)
			continue;
		count = count_status(assessment, i, kind, &first);
		if (!first)
			continue;
		text_add(text, text->len > 0 ? ", " : "");
		print_count(text, words, count);
		text_printf(text, " %s", words_counted(words, status, count));
	}
}
