/*
 * controls - what does not add up or contradicts itself, in the exports and
 * among the figures: what it says, what it is held against, and where it
 * stands.  A report may not keep quiet about them, nor about that there are
 * none.
 */
#include "compose/controls.h"

#include <string.h>

#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 3 },
	{ ALIGN_NUMBER, 0 },
	{ ALIGN_TEXT, 3 },
	{ ALIGN_TEXT, 3 },
};

struct listing {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
};

static bool is_any(const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		for (size_t n = 0; n < source->file_count; n++)
			if (source->files[n].slip_count > 0)
				return true;
	}
	return assessment->control_count > 0;
}

/* "170,0 %", and below it what it is held against. */
static void add_wanted(const struct listing *listing, struct table_row *row,
		       const char *wanted, enum word against)
{
	struct table_cell *cell = row_add_text(row, listing->arena, wanted);

	runs_add_break(&cell->runs, listing->arena);
	runs_add(&cell->runs, listing->arena,
		 words_at(listing->composition->words, against))
		->emphasis = true;
}

/* As the table of files names it: below the period's folder. */
static const char *short_name(const struct listing *listing, const char *file)
{
	struct text folder = { 0 };

	text_printf(&folder, "input/%s/",
		    listing->composition->assessment->period);
	if (strncmp(file, folder.at, folder.len) == 0)
		file += folder.len;
	text_clear(&folder);
	return file;
}

static void add_place(const struct listing *listing, struct table_row *row,
		      const char *file, long line)
{
	struct table_cell *cell =
		row_add_text(row, listing->arena, short_name(listing, file));
	struct text number = { 0 };
	struct text place = { 0 };

	if (line == 0)
		return;
	print_count(&number, listing->composition->words, line);
	words_fill(&place, listing->composition->words, WORD_CONTROLS_LINE,
		   (struct filling[]){ { "line", number.at }, { 0 } });
	runs_add_break(&cell->runs, listing->arena);
	runs_add(&cell->runs, listing->arena, place.at);
	text_clear(&place);
	text_clear(&number);
}

static enum word word_of_slip(const char *kind)
{
	if (strcmp(kind, "total") == 0)
		return WORD_CONTROLS_TOTAL;
	return strcmp(kind, "row") == 0 ? WORD_CONTROLS_ROW
					: WORD_CONTROLS_CELL;
}

static void add_slip(const struct listing *listing,
		     const struct facts_file *file,
		     const struct facts_slip *slip)
{
	const struct words *words = listing->composition->words;
	struct table_row *row =
		table_add_row(listing->table, listing->arena, ROW_BODY);
	struct table_cell *cell =
		row_add_name(row, listing->arena,
			     slip->row && *slip->row
				     ? slip->row
				     : words_at(words, WORD_TOTAL));

	runs_add_break(&cell->runs, listing->arena);
	runs_add(&cell->runs, listing->arena, slip->column);
	row_add_text(row, listing->arena, slip->said);
	add_wanted(listing, row, slip->wanted, word_of_slip(slip->kind));
	add_place(listing, row, file->name, slip->line);
}

/* The name that the report gives the figure, or else its id. */
static const char *name_of(const struct assessment *assessment, const char *id)
{
	const struct assessed_indicator *indicator =
		assessment_indicator(assessment, id);
	const struct assessed_statement *statement =
		assessment_statement(assessment, id);

	if (indicator)
		return indicator->name;
	return statement && statement->about ? statement->about : id;
}

static void add_figure(const struct listing *listing,
		       const struct assessed_control *control,
		       const struct figure *figure, struct text *print)
{
	static const struct quantity none = { .print = "", .times = 1 };

	print_figure(print, listing->composition->words,
		     control->quantity ? quantity_of(listing->composition,
						     control->quantity)
				       : &none,
		     figure);
}

static void add_control(const struct listing *listing,
			const struct assessed_control *control)
{
	const struct assessment *assessment = listing->composition->assessment;
	const struct assessed_unit *unit =
		assessment_unit(assessment, control->unit);
	struct table_row *row =
		table_add_row(listing->table, listing->arena, ROW_BODY);
	struct table_cell *cell = row_add_name(
		row, listing->arena, name_of(assessment, control->id));
	struct text value = { 0 };
	struct text wanted = { 0 };

	runs_add_break(&cell->runs, listing->arena);
	runs_add(&cell->runs, listing->arena,
		 unit ? unit->name : control->unit);
	add_figure(listing, control, &control->value, &value);
	add_figure(listing, control, &control->wanted, &wanted);
	row_add_text(row, listing->arena, text_string(&value));
	add_wanted(listing, row, text_string(&wanted),
		   (enum word)((int)WORD_CONTROLS_KIND + (int)control->kind));
	add_place(listing, row, control->file, control->line);
	text_clear(&wanted);
	text_clear(&value);
}

static void add_rows(const struct listing *listing)
{
	const struct assessment *assessment = listing->composition->assessment;

	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		for (size_t n = 0; n < source->file_count; n++)
			for (size_t k = 0; k < source->files[n].slip_count; k++)
				add_slip(listing, &source->files[n],
					 &source->files[n].slips[k]);
	}
	for (size_t i = 0; i < assessment->control_count; i++)
		add_control(listing, &assessment->controls[i]);
}

void controls_compose(struct composition *composition, struct blocks *into)
{
	static const enum word heads[] = { WORD_CONTROLS_FIGURE,
					   WORD_CONTROLS_SAID,
					   WORD_CONTROLS_WANTED,
					   WORD_CONTROLS_WHERE };
	const struct words *words = composition->words;
	struct listing listing = { .composition = composition,
				   .arena = composition_arena(composition) };
	struct table_row *row;

	if (!is_any(composition->assessment)) {
		blocks_add_words(into, listing.arena, BLOCK_PARAGRAPH,
				 words_at(words, WORD_CONTROLS_NONE));
		return;
	}
	listing.table = blocks_add_table(into, listing.arena, "controls",
					 columns, COUNT_OF(columns));
	runs_add(&listing.table->caption, listing.arena,
		 words_at(words, WORD_CONTROLS_CAPTION));
	row = table_add_row(listing.table, listing.arena, ROW_HEAD);
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, listing.arena, words_at(words, heads[i]), "");
	add_rows(&listing);
}
