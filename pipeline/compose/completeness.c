/*
 * completeness - what became of every row of every file: used, left out by
 * which rule, or rejected; what of it does not add up; and which rules of the
 * judgements are functions, of which nothing is proved.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/controls.h"
#include "compose/principle.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

static const struct table_column columns[] = {
	{ ALIGN_TEXT, 1 },   { ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
	{ ALIGN_NUMBER, 0 }, { ALIGN_NUMBER, 0 },
};

struct file_table {
	struct composition *composition;
	struct arena *arena;
	struct table *table;
};

static void add_count(const struct file_table *files, struct table_row *row,
		      long count)
{
	struct text print = { 0 };

	print_count(&print, files->composition->words, count);
	row_add_text(row, files->arena, print.at);
	text_clear(&print);
}

static void add_counts(const struct file_table *files, struct table_row *row,
		       const struct facts_file *file)
{
	add_count(files, row, file->rows);
	add_count(files, row, file->used);
	add_count(files, row, file->left_out);
	add_count(files, row, file->rejected);
}

/* The rules for leaving out that ingest knows; others by their own name. */
static const char *reason_in_words(const struct words *words, const char *by)
{
	static const struct {
		const char *by;
		enum word word;
	} reasons[] = {
		{ "totals", WORD_FILES_TOTALS },
		{ "after-cut-off", WORD_FILES_CUT_OFF },
		{ "duplicate", WORD_FILES_DUPLICATE },
		{ "filtered", WORD_FILES_FILTERED },
		{ "footer", WORD_FILES_FOOTER },
		{ "outside-window", WORD_FILES_OUTSIDE },
		{ "repeated-header", WORD_FILES_REPEATED },
	};

	for (size_t i = 0; i < COUNT_OF(reasons); i++)
		if (strcmp(by, reasons[i].by) == 0)
			return words_at(words, reasons[i].word);
	return by;
}

/* Below the name of the file: "Utelämnade: 1 summarad". */
static void add_reasons(const struct file_table *files, struct runs *runs,
			const struct facts_file *file)
{
	const struct words *words = files->composition->words;

	for (size_t i = 0; i < file->reason_count; i++) {
		const struct facts_left_out *reason = &file->reasons[i];
		struct text rows = { 0 };
		struct text line = { 0 };

		print_count(&rows, words, reason->rows);
		words_fill(&line, words, WORD_FILES_REASON,
			   (struct filling[]){
				   { "rows", rows.at },
				   { "reason",
				     words_counted(words,
						   reason_in_words(words,
								   reason->by),
						   reason->rows) },
				   { 0 } });
		runs_add_break(runs, files->arena);
		runs_add(runs, files->arena, line.at)->emphasis = true;
		text_clear(&line);
		text_clear(&rows);
	}
}

static void add_file(const struct file_table *files,
		     const struct facts_file *file)
{
	struct table_row *row =
		table_add_row(files->table, files->arena, ROW_BODY);
	struct table_cell *cell = row_add_name(row, files->arena, file->name);

	add_reasons(files, &cell->runs, file);
	add_counts(files, row, file);
}

static struct facts_file total_of(const struct assessment *assessment)
{
	struct facts_file total = { 0 };

	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		for (size_t j = 0; j < source->file_count; j++) {
			total.rows += source->files[j].rows;
			total.used += source->files[j].used;
			total.left_out += source->files[j].left_out;
			total.rejected += source->files[j].rejected;
		}
	}
	return total;
}

static void add_sentence(const struct file_table *files,
			 const struct facts_file *total, struct blocks *into)
{
	const struct words *words = files->composition->words;
	struct text rows = { 0 };
	struct text used = { 0 };
	struct text left_out = { 0 };
	struct text rejected = { 0 };
	struct text sentence = { 0 };

	print_count(&rows, words, total->rows);
	print_count(&used, words, total->used);
	print_count(&left_out, words, total->left_out);
	print_count(&rejected, words, total->rejected);
	words_fill(&sentence, words, WORD_FILES_SENTENCE,
		   (struct filling[]){ { "rows", rows.at },
				       { "used", used.at },
				       { "left-out", left_out.at },
				       { "rejected", rejected.at },
				       { 0 } });
	blocks_add_words(into, files->arena, BLOCK_PARAGRAPH, sentence.at);
	text_clear(&sentence);
	text_clear(&rejected);
	text_clear(&left_out);
	text_clear(&used);
	text_clear(&rows);
}

static void add_table(struct file_table *files, const struct facts_file *total,
		      struct blocks *into)
{
	static const enum word heads[] = { WORD_FILES_FILE, WORD_FILES_ROWS,
					   WORD_FILES_USED, WORD_FILES_LEFT_OUT,
					   WORD_FILES_REJECTED };
	const struct assessment *assessment = files->composition->assessment;
	const struct words *words = files->composition->words;
	struct table_row *row;

	files->table = blocks_add_table(into, files->arena, "files", columns,
					COUNT_OF(columns));
	runs_add(&files->table->caption, files->arena,
		 words_at(words, WORD_FILES_CAPTION));
	row = table_add_row(files->table, files->arena, ROW_HEAD);
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(row, files->arena, words_at(words, heads[i]), "");
	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		table_add_group(files->table, files->arena,
				source->about ? source->about : source->id);
		for (size_t j = 0; j < source->file_count; j++)
			add_file(files, &source->files[j]);
	}
	row = table_add_row(files->table, files->arena, ROW_TOTAL);
	row_add_name(row, files->arena, words_at(words, WORD_TOTAL));
	add_counts(files, row, total);
}

void completeness_compose(struct composition *composition,
			  const struct template_part *part, struct blocks *into)
{
	struct facts_file total = total_of(composition->assessment);
	struct file_table files = {
		.composition = composition,
		.arena = composition_arena(composition),
	};

	if (composition->assessment->source_count == 0) {
		blocks_add_words(into, files.arena, BLOCK_PARAGRAPH,
				 part->empty);
		return;
	}
	add_sentence(&files, &total, into);
	add_table(&files, &total, into);
	controls_compose(composition, into);
	principle_add_functions(composition, into);
}
