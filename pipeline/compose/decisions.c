/*
 * decisions - records of one kind with their status, and how many have which.
 *
 * Their fields are `text`, `status` and `comment`; one that a source does not
 * keep is an empty cell.  The id of a decision is d.<date>.<§>.<ordinal>.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/decision_more.h"
#include "compose/print.h"
#include "compose/record_status.h"
#include "compose/words.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 0 },
	{ ALIGN_TEXT, 5 },
	{ ALIGN_TEXT, 3 },
	{ ALIGN_TEXT, 4 },
};

struct decision_table {
	struct composition *composition;
	struct arena *arena;
	const char *kind;
	const char *closed; /* the status that needs no age; NULL: none */
	long count;         /* of records of this kind */
};

static bool is_of_kind(const struct record *record, const char *kind)
{
	return strcmp(record->kind, kind) == 0;
}

/* How many decisions have the same date and paragraph. */
static long count_parts(const struct decision_table *decisions,
			const struct decision_key *key)
{
	const struct assessment *assessment =
		decisions->composition->assessment;
	struct decision_key other = { 0 };
	long parts = 0;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (is_of_kind(record, decisions->kind) &&
		    decision_key_of(&other, record->id) &&
		    strcmp(other.date, key->date) == 0 &&
		    strcmp(other.paragraph, key->paragraph) == 0)
			parts++;
	}
	return parts;
}

/* "2024-10-09 § 125", and "del 1 av 2" if several share it. */
static void print_key(const struct decision_table *decisions, struct text *text,
		      const char *id)
{
	const struct words *words = decisions->composition->words;
	struct decision_key key = { 0 };
	struct text parts = { 0 };

	if (!decision_key_of(&key, id)) {
		text_add(text, id);
		return;
	}
	words_fill(text, words, WORD_DECISIONS_PARAGRAPH,
		   (struct filling[]){ { "date", key.date },
				       { "paragraph", key.paragraph },
				       { 0 } });
	print_count(&parts, words, count_parts(decisions, &key));
	if (strcmp(parts.at, "1") != 0) {
		text_add_char(text, '\n');
		words_fill(text, words, WORD_DECISIONS_PART,
			   (struct filling[]){ { "number", key.ordinal },
					       { "count", parts.at },
					       { 0 } });
	}
	text_clear(&parts);
}

static struct runs *add_field(struct table_row *row, struct arena *arena,
			      const struct record *record, const char *name)
{
	const char *field = record_field(record, name);
	struct table_cell *cell = row_add_cell(row, arena);

	runs_add_lines(&cell->runs, arena, field ? field : "");
	return &cell->runs;
}

static void add_record(const struct decision_table *decisions,
		       struct table *table, const struct record *record)
{
	struct arena *arena = decisions->arena;
	struct table_row *row = table_add_row(table, arena, ROW_BODY);
	struct table_cell *name = row_add_name(row, arena, "");
	struct text key = { 0 };

	print_key(decisions, &key, record->id);
	runs_add_lines(&name->runs, arena, key.at);
	decision_add_parts(decisions->composition,
			   add_field(row, arena, record, "text"), record);
	decision_add_standing(decisions->composition,
			      add_field(row, arena, record, "status"), record,
			      decisions->closed);
	(void)add_field(row, arena, record, "comment");
	text_clear(&key);
}

static void add_table(const struct decision_table *decisions,
		      struct blocks *into)
{
	static const enum word heads[] = { WORD_DECISIONS_KEY,
					   WORD_DECISIONS_TEXT,
					   WORD_DECISIONS_STATUS,
					   WORD_DECISIONS_COMMENT };
	const struct assessment *assessment =
		decisions->composition->assessment;
	const struct words *words = decisions->composition->words;
	struct arena *arena = decisions->arena;
	struct table *table = blocks_add_table(into, arena, decisions->kind,
					       columns, COUNT_OF(columns));
	struct table_row *head = table_add_row(table, arena, ROW_HEAD);

	runs_add(&table->caption, arena,
		 words_at(words, WORD_DECISIONS_CAPTION));
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(head, arena, words_at(words, heads[i]), "");
	for (size_t i = 0; i < assessment->record_count; i++)
		if (is_of_kind(&assessment->records[i], decisions->kind))
			add_record(decisions, table, &assessment->records[i]);
}

static void add_sentence(const struct decision_table *decisions,
			 struct blocks *into)
{
	const struct words *words = decisions->composition->words;
	struct text counts = { 0 };
	struct text total = { 0 };
	struct text sentence = { 0 };

	record_status_print(&counts, decisions->composition, decisions->kind);
	print_count(&total, words, decisions->count);
	if (counts.len > 0) {
		words_fill(&sentence, words, WORD_DECISIONS_TOTAL,
			   (struct filling[]){ { "counts", counts.at },
					       { "total", total.at },
					       { 0 } });
		blocks_add_words(into, decisions->arena, BLOCK_PARAGRAPH,
				 sentence.at);
	}
	text_clear(&sentence);
	text_clear(&total);
	text_clear(&counts);
}

void decisions_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	struct decision_table decisions = {
		.composition = composition,
		.arena = composition_arena(composition),
		.kind = part->of,
		.closed = part->closed,
		.count = record_status_count(composition, part->of),
	};

	if (decisions.count == 0) {
		blocks_add_words(into, decisions.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	decision_prove_texts(composition, part->of);
	add_sentence(&decisions, into);
	decision_add_next(composition, into, part->of, part->closed);
	add_table(&decisions, into);
}
