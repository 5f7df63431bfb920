/*
 * corrections - figures that were corrected by hand, before and after, with
 * the reason and the role.  A report may not keep quiet about them.
 */
#include "compose/composition.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 3 },
	{ ALIGN_NUMBER, 0 },
	{ ALIGN_NUMBER, 0 },
	{ ALIGN_TEXT, 4 },
};

static const enum word series_words[] = {
	[SERIES_VALUE] = WORD_VALUE,         [SERIES_FORECAST] = WORD_FORECAST,
	[SERIES_TARGET] = WORD_TARGET_VALUE, [SERIES_BUDGET] = WORD_BUDGET,
	[SERIES_OUTCOME] = WORD_OUTCOME,     [SERIES_BASE] = WORD_BASE,
};

/* The indicator's name or the measure's id, its unit, series and window. */
static void add_name(struct composition *composition, struct table_row *row,
		     const struct assessed_correction *correction)
{
	const struct assessment *assessment = composition->assessment;
	const struct assessed_indicator *indicator =
		assessment_indicator(assessment, correction->id);
	const struct assessed_unit *unit =
		assessment_unit(assessment, correction->unit);
	struct arena *arena = composition_arena(composition);
	struct table_cell *cell = row_add_name(
		row, arena, indicator ? indicator->name : correction->id);

	runs_add_break(&cell->runs, arena);
	runs_add(&cell->runs, arena, unit ? unit->name : correction->unit);
	runs_add_window(&cell->runs, composition,
			words_at(composition->words,
				 series_words[correction->series]),
			&correction->window);
}

static void add_value(struct composition *composition, struct table_row *row,
		      const struct assessed_correction *correction,
		      const struct figure *figure)
{
	struct text print = { 0 };

	print_figure(&print, composition->words,
		     quantity_of(composition, correction->quantity), figure);
	row_add_text(row, composition_arena(composition), print.at);
	text_clear(&print);
}

static void add_reason(struct composition *composition, struct table_row *row,
		       const struct assessed_correction *correction)
{
	struct arena *arena = composition_arena(composition);
	struct table_cell *cell = row_add_cell(row, arena);
	struct text date = { 0 };
	struct text line = { 0 };

	runs_add_lines(&cell->runs, arena, correction->reason);
	date_print(&date, correction->date, composition->words->language);
	words_fill(&line, composition->words, WORD_CORRECTIONS_BY,
		   (struct filling[]){ { "role", correction->role },
				       { "date", date.at },
				       { 0 } });
	runs_add_break(&cell->runs, arena);
	runs_add(&cell->runs, arena, line.at)->emphasis = true;
	text_clear(&line);
	text_clear(&date);
}

static void add_table(struct composition *composition, struct blocks *into)
{
	static const enum word heads[] = { WORD_CORRECTIONS_FIGURE,
					   WORD_CORRECTIONS_WAS,
					   WORD_CORRECTIONS_IS,
					   WORD_CORRECTIONS_REASON };
	const struct assessment *assessment = composition->assessment;
	struct arena *arena = composition_arena(composition);
	struct table *table = blocks_add_table(into, arena, "corrections",
					       columns, COUNT_OF(columns));
	struct table_row *row = table_add_row(table, arena, ROW_HEAD);

	runs_add(&table->caption, arena,
		 words_at(composition->words, WORD_CORRECTIONS_CAPTION));
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, arena, words_at(composition->words, heads[i]),
			     "");
	for (size_t i = 0; i < assessment->correction_count; i++) {
		const struct assessed_correction *correction =
			&assessment->corrections[i];

		row = table_add_row(table, arena, ROW_BODY);
		add_name(composition, row, correction);
		add_value(composition, row, correction, &correction->was);
		add_value(composition, row, correction, &correction->is);
		add_reason(composition, row, correction);
	}
}

void corrections_compose(struct composition *composition,
			 const struct template_part *part, struct blocks *into)
{
	if (composition->assessment->correction_count == 0)
		blocks_add_words(into, composition_arena(composition),
				 BLOCK_PARAGRAPH, part->empty);
	else
		add_table(composition, into);
}

static bool has_place(const struct template_part *part)
{
	bool found = part->kind == PART_CORRECTIONS;

	for (size_t i = 0; !found && i < part->part_count; i++)
		found = has_place(&part->parts[i]);
	return found;
}

void corrections_prove_place(const struct composition *composition,
			     const struct template *template)
{
	if (composition->assessment->correction_count == 0 ||
	    has_place(&template->root))
		return;
	msg_at(OUTCOME_MISCONFIGURED, template->root.place,
	       _("figures were corrected by hand (input/%s/corrections.csv), "
		 "and the report has to show it; add <corrections "
		 "empty=\"…\"/> "
		 "to a section"),
	       composition->assessment->period);
}
