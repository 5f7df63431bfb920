#include <string.h>

#include "ingest/proposal.h"
#include "ingest/reject_words.h"
#include "ingest/remark.h"
#include "lib/lang.h"
#include "model/profile_column.h"
#include "model/rules.h"

#define MOST_TOLD 5 /* rejected cells that are quoted */
#define MASK "***"  /* in place of what is personal */

/* Which readings a cell of this type must fit; the count of those that do. */
static long fitting(const struct proposal *proposal,
		    const struct column *column,
		    const struct column_study *study)
{
	bool point = proposal->profile.decimal == '.';

	switch (column->type) {
	case COLUMN_DECISION:
		return study->fits[READ_DECISION];
	case COLUMN_INDICATOR:
		return study->fits[READ_INDICATOR];
	case COLUMN_UNIT:
		return study->fits[READ_UNIT];
	case COLUMN_MONTH:
		return study->fits[READ_MONTH];
	case COLUMN_DATE:
		return study->fits[READ_DATE];
	case COLUMN_NUMBER:
		return study->fits[point ? READ_POINT : READ_COMMA];
	case COLUMN_FIGURE:
		return study
			->fits[point ? READ_FIGURE_POINT : READ_FIGURE_COMMA];
	default:
		return study->cells;
	}
}

static void add_examples(struct text *line, const struct column *column,
			 const struct column_study *study)
{
	for (size_t i = 0; i < study->word_count && i < STUDY_EXAMPLES; i++) {
		text_add(line, i > 0 ? ", " : "");
		if (column->personal)
			text_add(line, MASK);
		else
			remark_quote(line, study->words[i]);
	}
}

static void print_counts(struct text *text, const struct proposal *proposal,
			 const struct column *column,
			 const struct column_study *study)
{
	struct text examples = { 0 };
	long fits = fitting(proposal, column, study);

	add_examples(&examples, column, study);
	text_add(text, "  ");
	remark_add(text,
		   _("%ld cells fit, %ld are empty, %ld do not; such as %s"),
		   fits, study->empty, study->cells - fits,
		   study->word_count > 0 ? examples.at : "\"\"");
	text_clear(&examples);
}

/* What a person should look at before the profile is used. */
static void print_column_doubts(struct text *text, struct proposal *proposal,
				const struct column *column,
				struct column_study *study)
{
	if (column->personal) {
		text_add(text, "  ");
		remark_add(text, _("perhaps personal: masked in messages; "
				   "take personal away if it is not"));
	}
	if (column->type == COLUMN_WORD) {
		text_add(text, "  ");
		remark_add(text, _("words: those of this file; a row with "
				   "another is rejected"));
	}
	if (study->cells == 0) {
		text_add(text, "  ");
		remark_add(text, _("the column is empty: its type is a guess"));
	}
	if (study->fits[READ_MONTH] == study->cells &&
	    study->fits[READ_DATE] == study->cells && study->cells > 0) {
		text_add(text, "  ");
		remark_add(text, _("every cell may be a month and a date"));
	}
	if (column->type != COLUMN_NUMBER &&
	    study_is_key(&proposal->study, study)) {
		text_add(text, "  ");
		remark_add(text,
			   _("no two cells are the same: perhaps the key"));
	}
}

static void print_column(struct text *text, struct proposal *proposal,
			 size_t at)
{
	const struct column *column = &proposal->profile.columns[at];
	struct column_study *study =
		&proposal->study.columns[proposal->kept[at]];

	print_counts(text, proposal, column, study);
	print_column_doubts(text, proposal, column, study);
	text_add(text, "  column { ");
	remark_string(text, column->header);
	text_printf(text, ", as = \"%s\", type = \"%s\"", column->as,
		    column_type_name(column->type));
	if (column->quantity)
		text_printf(text, ", quantity = \"%s\"", column->quantity);
	for (size_t i = 0; i < column->word_count; i++) {
		text_add(text, i == 0 ? ",\n    words = { " : ", ");
		remark_string(text, column->words[i]);
	}
	text_add(text, column->word_count > 0 ? " }" : "");
	text_add(text, column->may_be_empty ? ", may_be_empty = true" : "");
	text_add(text, column->personal ? ", personal = true" : "");
	text_add(text, " },\n");
}

static void print_field(struct text *text, const char *name, const char *value)
{
	if (!value)
		return;
	text_printf(text, "  %s = ", name);
	remark_string(text, value);
	text_add(text, ",\n");
}

static void print_files(struct text *text, const char *files)
{
	struct text pattern = { 0 };

	for (; *files; files++) {
		if (strchr("*?[]\\", *files))
			text_add_char(&pattern, '\\');
		text_add_char(&pattern, *files);
	}
	print_field(text, "files", pattern.at);
	text_clear(&pattern);
}

static void print_footers(struct text *text, const struct profile *profile)
{
	for (size_t i = 0; i < profile->footer_count; i++) {
		text_add(text, i == 0 ? "  footers = { " : ", ");
		remark_string(text, profile->footers[i]);
	}
	text_add(text, profile->footer_count > 0 ? " },\n" : "");
}

/* Which rows are the same row is for a person to say. */
static void print_key(struct text *text, struct proposal *proposal)
{
	const struct profile *profile = &proposal->profile;

	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];
		struct column_study *study =
			&proposal->study.columns[proposal->kept[i]];

		if (column->type == COLUMN_NUMBER ||
		    column->type == COLUMN_FIGURE ||
		    column->type == COLUMN_TEXT ||
		    !study_is_key(&proposal->study, study))
			continue;
		text_printf(text,
			    "  -- key = { \"%s\" }, duplicates = "
			    "\"refuse\",\n",
			    column->as);
	}
}

static void print_checks(struct text *text, const struct profile *profile)
{
	for (size_t i = 0; i < profile->check_count; i++)
		text_printf(text, "  check { \"%s\", at_most = \"%s\" },\n",
			    profile->checks[i].column->as,
			    profile->checks[i].other->as);
}

static void print_freshness(struct text *text, const struct freshness *fresh)
{
	if (!fresh->column && !fresh->stamp)
		return;
	if (fresh->column) {
		text_printf(text, "  freshness { column = \"%s\"",
			    fresh->column->as);
	} else {
		text_add(text, "  freshness { stamp = ");
		remark_string(text, fresh->stamp);
	}
	if (fresh->lag > 0)
		text_printf(text, ", lag = %ld", fresh->lag);
	if (fresh->days > 0)
		text_printf(text, ", days = %ld", fresh->days);
	text_add(text, " },\n");
}

static void print_fields(struct text *text, const struct profile *profile)
{
	const char separator[] = { profile->separator, '\0' };
	const char decimal[] = { profile->decimal, '\0' };

	print_field(text, "id", profile->id);
	print_files(text, profile->files);
	print_field(text, "encoding", encoding_name(profile->encoding));
	print_field(text, "separator",
		    profile->separator == '\t' ? "\t" : separator);
	print_field(text, "decimal", decimal);
	if (profile->skip > 0)
		text_printf(text, "  skip = %ld,\n", profile->skip);
	if (profile->reject_limit > 0)
		text_printf(text, "  reject_limit = %ld,\n",
			    profile->reject_limit);
	print_field(text, "header_at", profile->header_at);
	print_field(text, "totals", profile->totals);
	print_footers(text, profile);
	print_field(text, "unit", profile->unit);
}

static void print_records(struct text *text, const struct profile *profile)
{
	size_t count = 0;

	text_printf(text, "  records { kind = \"decision\", id = \"%s\"",
		    profile->records.id);
	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];

		if (column->type != COLUMN_TEXT && column->type != COLUMN_WORD)
			continue;
		text_printf(text, "%s\"%s\"",
			    count++ > 0 ? ", " : ",\n    fields = { ",
			    column->as);
	}
	text_add(text, count > 0 ? " } },\n" : " },\n");
}

static void print_figures(struct text *text, const struct profile *profile)
{
	const struct profile_figures *figures = &profile->figures;

	text_printf(text, "  figures { id = \"%s\"", figures->id);
	if (figures->value)
		text_printf(text, ", value = \"%s\"", figures->value);
	if (figures->forecast)
		text_printf(text, ", forecast = \"%s\"", figures->forecast);
	if (figures->comment)
		text_printf(text, ",\n    comment = \"%s\"", figures->comment);
	text_add(text, " },\n");
}

/* A source must be read for something: its rows are counted until a person
 * says what is made of them. */
static void print_measure(struct text *text, const struct proposal *proposal)
{
	const struct profile *profile = &proposal->profile;
	const struct quantities *quantities = &proposal->rules->quantities;
	const char *quantity = "number";

	if (quantities->count > 0 && !quantity_lookup(quantities, quantity))
		quantity = quantities->list[quantities->count - 1].id;
	text_add(text, "\n");
	remark_add(text, _("For rules/measures.lua: a source must be read for "
			   "something. Replace it by sums of the columns."));
	text_printf(text,
		    "measure { id = \"%s.rows\", source = \"%s\", "
		    "count = true,\n  quantity = \"%s\", window = period() }\n",
		    profile->id, profile->id, quantity);
}

static void print_rejects(struct text *text, const struct proposal *proposal)
{
	const struct rejects *rejects = &proposal->rejects;

	if (proposal->rejected == 0)
		return;
	remark_add(text,
		   _("reject_limit = %ld: that many rows cannot be read by "
		     "this profile. Correct the export, then lower it."),
		   proposal->rejected);
	for (size_t i = 0; i < rejects->count && i < MOST_TOLD; i++) {
		struct text sentence = { 0 };

		reject_explain(&sentence, &rejects->list[i]);
		remark_add(text, _("  line %ld, column %d: %s"),
			   rejects->list[i].place.line,
			   rejects->list[i].place.column,
			   text_string(&sentence));
		text_clear(&sentence);
	}
}

static void print_evidence(struct text *text, const struct proposal *proposal)
{
	const struct study *study = &proposal->study;
	const struct sample *sample = &proposal->sample;

	remark_add(text, _("Proposed from %s; read it through before use."),
		   sample->path);
	text_add(text, text_string(&sample->evidence));
	remark_add(text,
		   _("Rows: %ld in the table, %ld of totals, %ld that "
		     "repeat the header, %ld others."),
		   study->rows, study->totals_rows, study->headers,
		   study->outside_rows);
	text_add(text, text_string(&study->outside));
	if (sample->doubts.len > 0)
		remark_add(text, _("Unsure:"));
	text_add(text, text_string(&sample->doubts));
	print_rejects(text, proposal);
}

void proposal_print(struct text *text, struct proposal *proposal)
{
	const struct profile *profile = &proposal->profile;

	print_evidence(text, proposal);
	text_add(text, "source {\n");
	print_fields(text, profile);
	print_key(text, proposal);
	for (size_t i = 0; i < profile->column_count; i++)
		print_column(text, proposal, i);
	if (profile->figures.id)
		print_figures(text, profile);
	if (profile->records.id)
		print_records(text, profile);
	print_checks(text, profile);
	print_freshness(text, &profile->freshness);
	text_add(text, "}\n");
	if (!profile->figures.id && !profile->records.id)
		print_measure(text, proposal);
}
