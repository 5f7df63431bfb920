#include "compose/decision_more.h"

#include <stdio.h>
#include <string.h>

#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

#define SHORT 30 /* bytes: a text as short may well stand in another */

bool decision_key_of(struct decision_key *key, const char *id)
{
	const char *at = strchr(id, '.');

	for (; at; at = strchr(at + 1, '.')) {
		int end = 0;

		if (sscanf(at, ".%10[0-9-].%11[0-9a-z].%11[0-9]%n", key->date,
			   key->paragraph, key->ordinal, &end) == 3 &&
		    at[end] == '\0')
			return true;
	}
	return false;
}

static bool is_same_decision(const struct decision_key *a,
			     const struct decision_key *b)
{
	return strcmp(a->date, b->date) == 0 &&
	       strcmp(a->paragraph, b->paragraph) == 0;
}

static void add_line(struct composition *composition, struct runs *runs,
		     enum word word, const struct filling *fillings)
{
	struct arena *arena = composition_arena(composition);
	struct text line = { 0 };

	words_fill(&line, composition->words, word, fillings);
	runs_add_break(runs, arena);
	runs_add(runs, arena, line.at);
	text_clear(&line);
}

static void add_part(struct composition *composition, struct runs *runs,
		     const struct record *part, const char *number)
{
	const char *by = record_field(part, "closed-by");

	add_line(composition, runs,
		 by ? WORD_DECISIONS_CLOSED_BY : WORD_DECISIONS_OPEN,
		 (struct filling[]){ { "number", number },
				     { "text", record_text(part, "text") },
				     { "status", record_text(part, "status") },
				     { "by", by },
				     { 0 } });
}

void decision_add_parts(struct composition *composition, struct runs *runs,
			const struct record *record)
{
	const struct assessment *assessment = composition->assessment;
	struct decision_key key;
	struct decision_key other;
	struct text kind = { 0 };

	text_printf(&kind, "%s-part", record->kind);
	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *part = &assessment->records[i];

		if (strcmp(part->kind, kind.at) == 0 &&
		    decision_key_of(&key, record->id) &&
		    decision_key_of(&other, part->id) &&
		    is_same_decision(&key, &other))
			add_part(composition, runs, part, other.ordinal);
	}
	text_clear(&kind);
}

static bool is_closed(const struct record *record, const char *closed)
{
	return closed && strcmp(record_text(record, "status"), closed) == 0;
}

/* The days since it was made, unless it is closed or nobody asked. */
static void add_age(struct composition *composition, struct runs *runs,
		    const struct record *record)
{
	struct decision_key key;
	struct date made;
	struct text days = { 0 };

	if (!decision_key_of(&key, record->id) || !date_parse(&made, key.date))
		return;
	print_count(&days, composition->words,
		    date_days_between(made, composition->assessment->as_of));
	add_line(composition, runs, WORD_DECISIONS_AGE,
		 (struct filling[]){ { "days", days.at }, { 0 } });
	text_clear(&days);
}

static void add_due(struct composition *composition, struct runs *runs,
		    const struct record *record)
{
	struct date due;
	struct text day = { 0 };
	bool late;

	if (!date_parse(&due, record_text(record, "due")))
		return;
	late = date_compare(due, composition->assessment->as_of) < 0;
	date_print(&day, due, composition->words->language);
	add_line(composition, runs,
		 late ? WORD_DECISIONS_LATE : WORD_DECISIONS_DUE,
		 (struct filling[]){ { "date", day.at }, { 0 } });
	text_clear(&day);
}

void decision_add_standing(struct composition *composition, struct runs *runs,
			   const struct record *record, const char *closed)
{
	if (record_field(record, "standing"))
		add_line(composition, runs, WORD_DECISIONS_STANDING,
			 (struct filling[]){ { 0 } });
	if (!closed || is_closed(record, closed))
		return;
	add_age(composition, runs, record);
	add_due(composition, runs, record);
}

/* Whether it is to be reported on the as-of day or later. */
static bool is_awaited(const struct composition *composition,
		       const struct record *record, const char *kind,
		       const char *closed, struct date *due)
{
	return strcmp(record->kind, kind) == 0 && !is_closed(record, closed) &&
	       date_parse(due, record_text(record, "due")) &&
	       date_compare(*due, composition->assessment->as_of) >= 0;
}

/* The first day; year 0 if nothing is due. */
static struct date next_day(const struct composition *composition,
			    const char *kind, const char *closed)
{
	const struct assessment *assessment = composition->assessment;
	struct date next = { 0 };
	struct date due;

	for (size_t i = 0; i < assessment->record_count; i++)
		if (is_awaited(composition, &assessment->records[i], kind,
			       closed, &due) &&
		    (next.year == 0 || date_compare(due, next) < 0))
			next = due;
	return next;
}

static void add_key(struct text *list, const struct words *words,
		    const struct record *record)
{
	struct decision_key key;

	if (!decision_key_of(&key, record->id))
		return;
	text_add(list, list->len > 0 ? ", " : "");
	words_fill(list, words, WORD_DECISIONS_PARAGRAPH,
		   (struct filling[]){ { "date", key.date },
				       { "paragraph", key.paragraph },
				       { 0 } });
}

void decision_add_next(struct composition *composition, struct blocks *into,
		       const char *kind, const char *closed)
{
	const struct assessment *assessment = composition->assessment;
	struct date next = next_day(composition, kind, closed);
	struct date due;
	struct text list = { 0 };
	struct text day = { 0 };
	struct text sentence = { 0 };

	for (size_t i = 0; i < assessment->record_count; i++)
		if (is_awaited(composition, &assessment->records[i], kind,
			       closed, &due) &&
		    date_compare(due, next) == 0)
			add_key(&list, composition->words,
				&assessment->records[i]);
	if (list.len > 0) {
		date_print(&day, next, composition->words->language);
		words_fill(&sentence, composition->words, WORD_DECISIONS_NEXT,
			   (struct filling[]){ { "date", day.at },
					       { "count", list.at },
					       { 0 } });
		blocks_add_words(into, composition_arena(composition),
				 BLOCK_PARAGRAPH, sentence.at);
	}
	text_clear(&sentence);
	text_clear(&day);
	text_clear(&list);
}

static void prove_pair(const struct record *a, const struct record *b)
{
	const char *text = record_text(a, "text");
	const char *other = record_text(b, "text");

	if (strlen(other) <= SHORT || !strstr(text, other))
		return;
	if (strcmp(text, other) != 0)
		msg_say(OUTCOME_NOTED,
			_("the text of the decision \"%s\" holds that of "
			  "\"%s\"; are two decisions written as one?"),
			a->id, b->id);
	else if (strcmp(a->id, b->id) < 0)
		msg_say(OUTCOME_NOTED,
			_("the decisions \"%s\" and \"%s\" have the same "
			  "text; is one of them there twice?"),
			a->id, b->id);
}

void decision_prove_texts(const struct composition *composition,
			  const char *kind)
{
	const struct assessment *assessment = composition->assessment;

	for (size_t i = 0; i < assessment->record_count; i++)
		for (size_t n = 0; n < assessment->record_count; n++)
			if (i != n &&
			    strcmp(assessment->records[i].kind, kind) == 0 &&
			    strcmp(assessment->records[n].kind, kind) == 0)
				prove_pair(&assessment->records[i],
					   &assessment->records[n]);
}
