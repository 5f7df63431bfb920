/*
 * risk_controls - what was controlled of each risk, what it showed and what is
 * done about it: records of the kind "control" with the fields `risk` (the code
 * of the risk), `text`, `frequency`, `followed` (ja or nej), `comment` and
 * `action`.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "compose/risk_list.h"
#include "compose/words.h"
#include "lib/spelling.h"
#include "lib/text.h"

#define KIND "control"

/* What the controls of all risks come to. */
struct control_count {
	long controls;
	long followed;
	long actions;
	long risks; /* each of whose controls is followed up */
};

/* Whether a record is a control of this risk: "2" of "risk.2". */
static bool is_of(const struct record *record, const struct assessed_risk *risk)
{
	const char *dot = strchr(risk->record, '.');

	return strcmp(record->kind, KIND) == 0 && dot &&
	       spelling_same(record_text(record, "risk"), dot + 1);
}

static bool is_followed(const struct record *record)
{
	const char *followed = record_text(record, "followed");

	return spelling_same(followed, "ja") || spelling_same(followed, "yes");
}

static void count_risk(const struct risk_list *risks,
		       const struct assessed_risk *risk,
		       struct control_count *count)
{
	const struct assessment *assessment = risks->assessment;
	long controls = 0;
	long followed = 0;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (!is_of(record, risk))
			continue;
		controls++;
		followed += is_followed(record);
		count->actions += *record_text(record, "action") != '\0';
	}
	count->controls += controls;
	count->followed += followed;
	count->risks += controls > 0 && followed == controls;
}

static void add_sentence(const struct risk_list *risks, struct blocks *into)
{
	struct control_count count = { 0 };
	struct text numbers[5] = { 0 };
	struct text sentence = { 0 };

	for (size_t i = 0; i < risks->count; i++)
		count_risk(risks, risks->list[i], &count);
	print_count(&numbers[0], risks->words, count.risks);
	print_count(&numbers[1], risks->words, (long)risks->count);
	print_count(&numbers[2], risks->words, count.followed);
	print_count(&numbers[3], risks->words, count.controls);
	print_count(&numbers[4], risks->words, count.actions);
	words_fill(&sentence, risks->words, WORD_RISK_CONTROLS_TOTAL,
		   (struct filling[]){ { "risks", numbers[0].at },
				       { "all-risks", numbers[1].at },
				       { "followed", numbers[2].at },
				       { "controls", numbers[3].at },
				       { "actions", numbers[4].at },
				       { 0 } });
	blocks_add_words(into, risks->arena, BLOCK_PARAGRAPH, sentence.at);
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		text_clear(&numbers[i]);
	text_clear(&sentence);
}

static void add_control(const struct risk_list *risks, struct table *table,
			const struct record *record)
{
	static const char *const fields[] = { "frequency", "followed",
					      "comment", "action" };
	struct table_row *row = table_add_row(table, risks->arena, ROW_BODY);

	row_add_name(row, risks->arena, record_text(record, "text"));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		runs_add_lines(&row_add_cell(row, risks->arena)->runs,
			       risks->arena, record_text(record, fields[i]));
}

static void add_risks(const struct risk_list *risks, struct table *table)
{
	const struct assessment *assessment = risks->assessment;

	for (size_t i = 0; i < risks->count; i++) {
		const struct assessed_risk *risk = risks->list[i];

		table_add_group(
			table, risks->arena,
			arena_printf(risks->arena, "%d. %s", risk->number,
				     risk_list_field(risks, risk, "text")));
		for (size_t j = 0; j < assessment->record_count; j++)
			if (is_of(&assessment->records[j], risk))
				add_control(risks, table,
					    &assessment->records[j]);
	}
}

void risk_controls_compose(struct composition *composition,
			   const struct template_part *part,
			   struct blocks *into)
{
	static const struct table_column columns[] = { { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 },
						       { ALIGN_TEXT, 0 } };
	static const enum word heads[] = { WORD_RISK_CONTROLS_CONTROL,
					   WORD_RISK_CONTROLS_FREQUENCY,
					   WORD_RISK_CONTROLS_FOLLOWED,
					   WORD_RISK_CONTROLS_COMMENT,
					   WORD_RISK_CONTROLS_ACTION };
	struct risk_list risks;
	struct table *table;

	if (!risk_list_find(&risks, composition, part, into))
		return;
	add_sentence(&risks, into);
	table = blocks_add_table(into, risks.arena, KIND, columns,
				 COUNT_OF(columns));
	runs_add(&table->caption, risks.arena,
		 words_at(risks.words, WORD_RISK_CONTROLS_CAPTION));
	risk_list_heads(&risks, table, heads, COUNT_OF(heads));
	add_risks(&risks, table);
}
