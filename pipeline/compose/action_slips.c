#include "compose/action_slips.h"

#include <stdlib.h>
#include <string.h>

#include "compose/words.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"

#define SPACES " \t\r\n*_"
#define ENDS SPACES ".,;:!?()\""

/* How many actions each table has: of risks, and of a checklist. */
static const struct {
	enum part_kind table;
	const char *kind; /* of its records; NULL: of the checklist's */
} tables[] = {
	{ PART_RISK_CONTROLS, "control" },
	{ PART_CHECKLIST_ACTIONS, NULL },
};

struct counted {
	long list[COUNT_OF(tables)];
	size_t count;
};

static const struct template_part *find_part(const struct template_part *in,
					     enum part_kind kind)
{
	const struct template_part *found = NULL;

	if (in->kind == kind)
		return in;
	for (size_t i = 0; i < in->part_count && !found; i++)
		found = find_part(&in->parts[i], kind);
	return found;
}

static const char *answers_of(const struct assessment *assessment,
			      const char *checklist)
{
	for (size_t i = 0; i < assessment->checklist_count; i++)
		if (strcmp(assessment->checklists[i].version.id, checklist) ==
		    0)
			return assessment->checklists[i].version.kind;
	return "";
}

static long count_actions(const struct assessment *assessment, const char *kind)
{
	long count = 0;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];
		const char *action = record_field(record, "action");

		count += strcmp(record->kind, kind) == 0 && action && *action;
	}
	return count;
}

static struct counted count_all(const struct composition *composition)
{
	const struct assessment *assessment = composition->assessment;
	struct counted counted = { .count = 0 };

	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		const struct template_part *part =
			find_part(composition->root, tables[i].table);
		const char *kind = tables[i].kind;

		if (part && !kind)
			kind = answers_of(assessment, part->of);
		if (part)
			counted.list[counted.count++] =
				count_actions(assessment, kind);
	}
	return counted;
}

/* The place of `word` in a list of words, "inga en två …"; -1: none. */
static long number_in_words(const char *list, const char *word)
{
	struct text one = { 0 };
	long number = 0;
	bool found = false;

	while (*list && !found) {
		const size_t len = strcspn(list, " ");

		text_reset(&one);
		text_add_bytes(&one, list, len);
		found = spelling_same(one.at, word);
		number += !found;
		list += len + strspn(list + len, " ");
	}
	text_clear(&one);
	return found ? number : -1;
}

/* What a word counts; -1: it is no number. */
static long number_of(const struct words *words, const char *word)
{
	if (*word && strspn(word, "0123456789") == strlen(word) &&
	    strlen(word) < 6)
		return strtol(word, NULL, 10);
	return *word ? number_in_words(words_at(words, WORD_NUMBERS), word)
		     : -1;
}

static bool is_action(const struct words *words, const char *word)
{
	return spelling_same(word, words_at(words, WORD_ACTION)) ||
	       spelling_same(word, words_at(words, WORD_ACTIONS));
}

static void prove(const struct counted *counted, struct place place,
		  long number)
{
	for (size_t i = 0; i < counted->count; i++)
		if (counted->list[i] == number)
			return;
	msg_at(OUTCOME_NOTED, place,
	       _("the text counts %ld actions, the report's table %ld; correct "
		 "the text, or leave it if it counts others"),
	       number, counted->list[0]);
}

void action_slips_find(const struct composition *composition, const char *shown,
		       const char *source)
{
	const struct counted counted = count_all(composition);
	struct place place = { .file = shown, .line = 1 };
	struct text word = { 0 };
	long before = -1; /* what the word before counts */

	while (*source && counted.count > 0) {
		const size_t len = strcspn(source, ENDS);

		text_reset(&word);
		text_add_bytes(&word, source, len);
		if (before >= 0 && is_action(composition->words, word.at))
			prove(&counted, place, before);
		source += len;
		before = strchr(SPACES, *source)
				 ? number_of(composition->words, word.at)
				 : -1;
		for (; *source && strchr(ENDS, *source); source++)
			place.line += *source == '\n';
	}
	text_clear(&word);
}
