/*
 * requirements - whether the report has what law and RKR R17 ask of an
 * interim report: of a committee's, which the municipality's is made from, or
 * of the municipality's own.
 *
 * A section says by `meets` which of it stands there; what no section meets is
 * a note, and is printed as missing.  Which months the report is of, and the
 * day that it is dated, are looked at too.
 */
#include "compose/requirements.h"

#include <string.h>

#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

#define LEAST_MONTHS 6 /* half of the year */
#define MOST_MONTHS 8  /* two thirds of it */
#define MONTHS_LATER 2 /* when it has to be handed over */

static const struct {
	const char *id;
	enum word word;
	bool committee; /* asked of a committee's too */
} requirements[] = {
	{ "income-statement", WORD_REQUIREMENTS_INCOME, false },
	{ "balance-sheet", WORD_REQUIREMENTS_BALANCE_SHEET, false },
	{ "events", WORD_REQUIREMENTS_EVENTS, true },
	{ "outlook", WORD_REQUIREMENTS_OUTLOOK, true },
	{ "goals", WORD_REQUIREMENTS_GOALS, true },
	{ "balance-requirement", WORD_REQUIREMENTS_BALANCE, false },
	{ "operating", WORD_REQUIREMENTS_OPERATING, true },
	{ "investments", WORD_REQUIREMENTS_INVESTMENTS, true },
	{ "comparison", WORD_REQUIREMENTS_COMPARISON, true },
};

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 4 },
	{ ALIGN_TEXT, 3 },
	{ ALIGN_TEXT, 0 },
};

struct demand {
	struct composition *composition;
	const struct template_part *part;
	struct arena *arena;
	struct table *table;
};

/* Whether the list, parted by spaces, has the id. */
static bool holds(const char *list, const char *id)
{
	size_t len = strlen(id);

	while (list && *list) {
		size_t word = strcspn(list, " ");

		if (word == len && strncmp(list, id, len) == 0)
			return true;
		list += word + strspn(list + word, " ");
	}
	return false;
}

/* Add the titles of the sections that meet it. */
static void add_titles(const struct template_part *part, const char *id,
		       struct text *titles)
{
	if (holds(part->meets, id))
		text_printf(titles, "%s%s", titles->len > 0 ? ", " : "",
			    part->title);
	for (size_t i = 0; i < part->part_count; i++)
		add_titles(&part->parts[i], id, titles);
}

static void add_row(const struct demand *demand, enum word what,
		    const char *where, bool met)
{
	const struct words *words = demand->composition->words;
	struct table_row *row =
		table_add_row(demand->table, demand->arena, ROW_BODY);

	row_add_name(row, demand->arena, words_at(words, what));
	row_add_text(row, demand->arena, where);
	row_add_text(row, demand->arena,
		     words_at(words, met ? WORD_YES : WORD_NO));
	if (!met)
		msg_at(OUTCOME_NOTED, demand->part->place,
		       _("the report lacks what law and RKR R17 ask: %s"),
		       words_at(words, what));
}

static void add_parts(const struct demand *demand, bool committee)
{
	for (size_t i = 0; i < COUNT_OF(requirements); i++) {
		struct text titles = { 0 };

		if (committee && !requirements[i].committee)
			continue;
		add_titles(demand->composition->root, requirements[i].id,
			   &titles);
		add_row(demand, requirements[i].word,
			titles.len > 0 ? titles.at
				       : words_at(demand->composition->words,
						  WORD_REQUIREMENTS_MISSING),
			titles.len > 0);
		text_clear(&titles);
	}
}

/* From January, at least half of the year and at most two thirds of it. */
static void add_period(const struct demand *demand)
{
	const struct window *window = &demand->composition->assessment->window;
	int months = window->last.month;
	bool whole = window->form == WINDOW_MONTHS &&
		     window->first.year == window->last.year &&
		     window->first.month == 1;
	struct text printed = { 0 };

	window_print(&printed, *window, demand->composition->words->language);
	add_row(demand, WORD_REQUIREMENTS_PERIOD, printed.at,
		whole && months >= LEAST_MONTHS && months <= MOST_MONTHS);
	text_clear(&printed);
}

/* The last day of the month that is so many months after the period. */
static struct date latest_day(const struct window *window)
{
	struct date day = window->last;

	day.month += MONTHS_LATER;
	if (day.month > 12) {
		day.month -= 12;
		day.year++;
	}
	day.day = date_days_in_month(day.year, day.month);
	return day;
}

static void add_date(const struct demand *demand)
{
	const struct assessment *assessment = demand->composition->assessment;
	struct text printed = { 0 };

	date_print(&printed, assessment->as_of,
		   demand->composition->words->language);
	add_row(demand, WORD_REQUIREMENTS_DATE, printed.at,
		date_compare(assessment->as_of,
			     latest_day(&assessment->window)) <= 0);
	text_clear(&printed);
}

static void add_table(struct demand *demand, struct blocks *into)
{
	static const enum word heads[] = { WORD_REQUIREMENTS_WHAT,
					   WORD_REQUIREMENTS_WHERE,
					   WORD_REQUIREMENTS_MET };
	const struct words *words = demand->composition->words;
	struct table_row *row;

	demand->table = blocks_add_table(into, demand->arena, "requirements",
					 columns, COUNT_OF(columns));
	runs_add(&demand->table->caption, demand->arena,
		 words_at(words, WORD_REQUIREMENTS_CAPTION));
	row = table_add_row(demand->table, demand->arena, ROW_HEAD);
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, demand->arena, words_at(words, heads[i]), "");
}

void requirements_compose(struct composition *composition,
			  const struct template_part *part, struct blocks *into)
{
	bool committee = strcmp(part->of, "committee") == 0;
	struct demand demand = { .composition = composition,
				 .part = part,
				 .arena = composition_arena(composition) };

	if (!committee && strcmp(part->of, "municipality") != 0) {
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("profile=\"%s\" is not known; write \"committee\" or "
			 "\"municipality\""),
		       part->of);
		return;
	}
	blocks_add_words(into, demand.arena, BLOCK_PARAGRAPH,
			 words_at(composition->words,
				  WORD_REQUIREMENTS_SENTENCE));
	add_table(&demand, into);
	add_parts(&demand, committee);
	add_period(&demand);
	add_date(&demand);
}

static void prove_word(const struct template_part *part, const char *word,
		       size_t len)
{
	struct text known = { 0 };
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(requirements); i++) {
		const char *id = requirements[i].id;

		found = found ||
			(strlen(id) == len && strncmp(id, word, len) == 0);
		text_printf(&known, "%s%s", i > 0 ? ", " : "", id);
	}
	if (!found)
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("meets=\"%s\" names nothing that law or RKR R17 ask; "
			 "they ask: %s"),
		       part->meets, known.at);
	text_clear(&known);
}

void requirements_prove(const struct template_part *part)
{
	const char *word = part->meets;

	while (word && *word) {
		size_t len = strcspn(word, " ");

		prove_word(part, word, len);
		word += len + strspn(word + len, " ");
	}
	for (size_t i = 0; i < part->part_count; i++)
		requirements_prove(&part->parts[i]);
}
