/*
 * A column's type is the first of these that most of its cells fit: decision,
 * indicator, unit, month, date, code, number, word; else it is text.
 */
#include <string.h>

#include "ingest/proposal.h"
#include "ingest/remark.h"
#include "ingest/suspicion.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/declaration.h"
#include "model/rules.h"

#define LONGEST_WORD 40 /* bytes */

/* At least four cells of five. */
static bool most(const struct column_study *column, enum reading_kind kind)
{
	return column->cells > 0 && 5 * column->fits[kind] >= 4 * column->cells;
}

static bool names_any(const char *header, const char *const *parts)
{
	struct text folded = { 0 };
	bool found = false;

	cell_fold(&folded, header);
	for (; *parts && !found; parts++)
		found = strstr(text_string(&folded), *parts) != NULL;
	text_clear(&folded);
	return found;
}

static bool has_type(const struct profile *profile, enum column_type type)
{
	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == type)
			return true;
	return false;
}

/* A row without one of these is of nobody or about nothing. */
static bool is_needed_type(const struct column_study *column,
			   const struct profile *profile,
			   enum column_type *type)
{
	static const struct {
		enum reading_kind kind;
		enum column_type type;
	} needed[] = { { READ_DECISION, COLUMN_DECISION },
		       { READ_INDICATOR, COLUMN_INDICATOR },
		       { READ_UNIT, COLUMN_UNIT } };

	for (size_t i = 0; i < COUNT_OF(needed); i++) {
		if (!most(column, needed[i].kind) ||
		    4 * column->empty > column->cells ||
		    has_type(profile, needed[i].type))
			continue;
		*type = needed[i].type;
		return true;
	}
	return false;
}

/* 250430 may be a day, a number or a code: its name or its form decides. */
static bool is_time(const struct column_study *column, enum reading_kind kind)
{
	static const char *const names[] = { "datum", "dag",    "månad",
					     "mån",   "period", "date",
					     "month", "tid",    NULL };

	if (!most(column, kind))
		return false;
	return 2 * column->digits < column->cells ||
	       names_any(column->header, names);
}

static bool is_code(const struct column_study *column)
{
	static const char *const names[] = { "konto",  "nummer",  "nr",
					     "kod",    "id",      "ansvar",
					     "code",   "pnr",     "account",
					     "objekt", "motpart", NULL };

	if (!most(column, READ_CODE))
		return false;
	return column->zeros > 0 || column->personal > 0 ||
	       names_any(column->header, names);
}

static bool is_words(const struct column_study *column)
{
	if (column->word_count > STUDY_WORDS ||
	    column->cells < 5 * (long)column->word_count)
		return false;
	for (size_t i = 0; i < column->word_count; i++)
		if (strlen(column->words[i]) > LONGEST_WORD ||
		    remark_is_control(column->words[i]))
			return false;
	return column->word_count > 0;
}

/* Of what is counted or summed; text if it is none of these. */
static enum column_type choose_number(const struct profile *profile,
				      const struct column_study *column)
{
	bool point = profile->decimal == '.';

	if (has_type(profile, COLUMN_INDICATOR) &&
	    most(column, point ? READ_FIGURE_POINT : READ_FIGURE_COMMA))
		return COLUMN_FIGURE;
	if (most(column, point ? READ_POINT : READ_COMMA))
		return COLUMN_NUMBER;
	return COLUMN_TEXT;
}

/* The quantity that prints the unit behind a column's numbers. */
static const char *choose_quantity(struct proposal *proposal,
				   const struct column_study *column)
{
	const struct quantities *all = &proposal->rules->quantities;

	for (size_t i = 0; i < all->count; i++)
		if (cell_same(all->list[i].print, column->unit))
			return all->list[i].id;
	remark_add(&proposal->sample.doubts,
		   _("Behind the numbers of a column stands \"%s\", which no "
		     "quantity in rules/measures.lua prints: it is proposed as "
		     "text."),
		   column->unit);
	return NULL;
}

static enum column_type choose_type(const struct proposal *proposal,
				    const struct column_study *column,
				    bool personal)
{
	const struct profile *profile = &proposal->profile;
	enum column_type type = COLUMN_TEXT;

	if (is_needed_type(column, profile, &type))
		return type;
	if (is_time(column, READ_MONTH))
		return COLUMN_MONTH;
	if (is_time(column, READ_DATE))
		return COLUMN_DATE;
	if (is_code(column))
		return COLUMN_CODE;
	type = choose_number(profile, column);
	if (type == COLUMN_TEXT && !personal && is_words(column))
		return COLUMN_WORD;
	return type;
}

/* The letter of ids for the character here: å and ä become a, ö o, and what
 * ids do not have a hyphen. */
static char plain_letter(const char *at)
{
	static const struct {
		const char *letter;
		char plain;
	} plains[] = { { "å", 'a' },
		       { "ä", 'a' },
		       { "ö", 'o' },
		       { "é", 'e' },
		       { "ü", 'u' } };

	for (size_t i = 0; i < COUNT_OF(plains); i++)
		if (strncmp(at, plains[i].letter, 2) == 0)
			return plains[i].plain;
	if ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9'))
		return *at;
	return '-';
}

/* A name as an id; `otherwise` if it holds nothing that ids have. */
static char *id_of(struct arena *arena, const char *name, const char *otherwise)
{
	struct text folded = { 0 };
	struct text id = { 0 };
	char *made;

	cell_fold(&folded, name);
	for (const char *at = text_string(&folded); *at; at++) {
		char next = plain_letter(at);

		if (text_goes_on(*at))
			continue;
		if (next != '-' || (id.len > 0 && id.at[id.len - 1] != '-'))
			text_add_char(&id, next);
	}
	while (id.len > 0 && id.at[id.len - 1] == '-')
		id.at[--id.len] = '\0';
	made = arena_strdup(arena, id.len > 0 ? id.at : otherwise);
	text_clear(&folded);
	text_clear(&id);
	return made;
}

static const char *name_column(struct proposal *proposal, size_t at)
{
	struct arena *arena = &proposal->arena;
	const char *base = id_of(arena, proposal->sample.names[at], "column");
	const char *id = base;

	for (int i = 2; profile_column(&proposal->profile, id); i++)
		id = arena_printf(arena, "%s-%d", base, i);
	return id;
}

static void add_column(struct proposal *proposal, size_t at)
{
	const struct column_study *study = &proposal->study.columns[at];
	struct profile *profile = &proposal->profile;
	struct column column = { .header = study->header };

	column.as = name_column(proposal, at);
	column.personal = study->personal > 0 || study->mails > 0 ||
			  suspicion_header(study->header);
	column.type = choose_type(proposal, study, column.personal);
	column.may_be_empty =
		study->empty > 0 && column.type != COLUMN_DECISION &&
		column.type != COLUMN_INDICATOR && column.type != COLUMN_UNIT;
	if (column.type == COLUMN_NUMBER && study->unit) {
		column.quantity = choose_quantity(proposal, study);
		if (!column.quantity)
			column.type = COLUMN_TEXT;
	}
	if (column.type == COLUMN_WORD) {
		column.words =
			arena_alloc(&proposal->arena, sizeof(study->words));
		memcpy(column.words, study->words, sizeof(study->words));
		column.word_count = study->word_count;
	}
	profile->columns[profile->column_count] = column;
	proposal->kept[profile->column_count++] = at;
}

static void choose_decimal(struct proposal *proposal)
{
	long commas = 0;
	long points = 0;

	for (size_t i = 0; i < proposal->sample.name_count; i++) {
		const struct column_study *column = &proposal->study.columns[i];
		bool number =
			most(column, READ_COMMA) || most(column, READ_POINT);

		if (!number || is_code(column) || is_time(column, READ_DATE))
			continue;
		commas += column->commas;
		points += column->points;
	}
	proposal->profile.decimal = points > commas ? '.' : ',';
	remark_add(&proposal->sample.evidence,
		   _("Decimals: %ld numbers with a comma, %ld with a point."),
		   commas, points);
	if (commas + points == 0)
		remark_add(&proposal->sample.doubts,
			   _("No number has decimals: decimal is a guess."));
	else if (commas > 0 && points > 0)
		remark_add(&proposal->sample.doubts,
			   _("Numbers have commas as well as points; those "
			     "with the other sign are rejected or are text."));
}

static const char *column_with(const struct proposal *proposal,
			       enum column_type type, const char *const *names)
{
	const struct profile *profile = &proposal->profile;

	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == type &&
		    (!names || names_any(profile->columns[i].header, names)))
			return profile->columns[i].as;
	return NULL;
}

/* Each row is one indicator's figures, or a decision; else it is counted. */
static void choose_use(struct proposal *proposal)
{
	static const char *const forecast[] = { "prognos", "forecast", NULL };
	static const char *const comment[] = { "kommentar", "analys", "comment",
					       NULL };
	struct profile *profile = &proposal->profile;
	struct profile_figures figures = {
		.id = column_with(proposal, COLUMN_INDICATOR, NULL),
		.value = column_with(proposal, COLUMN_FIGURE, NULL),
		.forecast = column_with(proposal, COLUMN_FIGURE, forecast),
		.comment = column_with(proposal, COLUMN_TEXT, comment),
	};

	if (figures.value && figures.value == figures.forecast)
		figures.value = NULL;
	if (figures.id && (figures.value || figures.forecast))
		profile->figures = figures;
	profile->records.id = column_with(proposal, COLUMN_DECISION, NULL);
	if (profile->records.id)
		profile->records.kind = "decision";
}

static void choose_unit(struct proposal *proposal)
{
	const struct registry *reg = proposal->reg;
	size_t top = 0;

	if (profile_has_unit(&proposal->profile))
		return;
	while (top + 1 < reg->unit_count && reg->units[top].parent)
		top++;
	proposal->profile.unit = reg->units[top].id;
	remark_add(&proposal->sample.doubts,
		   _("No column holds units of the register: all rows are "
		     "taken for \"%s\"."),
		   proposal->profile.unit);
}

/* hr/franvaro.csv below input/<period>/, else the file's own name. */
static void choose_names(struct proposal *proposal)
{
	const char *path = proposal->sample.path;
	const char *input = strstr(path, "input/");
	const char *below = input ? strchr(input + 6, '/') : NULL;
	const char *slash = strrchr(path, '/');
	struct profile *profile = &proposal->profile;
	struct arena *arena = &proposal->arena;
	const char *base;
	char *stem;

	profile->files = below ? below + 1 : slash ? slash + 1 : path;
	slash = strrchr(profile->files, '/');
	stem = arena_strdup(arena, slash ? slash + 1 : profile->files);
	if (strrchr(stem, '.') > stem)
		*strrchr(stem, '.') = '\0';
	base = id_of(arena, stem, "export");
	if (slash)
		base = arena_printf(
			arena, "%s.%s",
			id_of(arena,
			      arena_strndup(arena, profile->files,
					    (size_t)(slash - profile->files)),
			      "export"),
			base);
	profile->id = base;
	for (int i = 2; profile_lookup(&proposal->rules->profiles, profile->id);
	     i++)
		profile->id = arena_printf(arena, "%s-%d", base, i);
}

void proposal_choose(struct proposal *proposal)
{
	const struct sample *sample = &proposal->sample;
	struct profile *profile = &proposal->profile;

	choose_names(proposal);
	profile->encoding = sample->encoding;
	profile->separator = sample->separator;
	profile->skip = sample->skip;
	profile->totals = proposal->study.totals;
	profile->columns =
		arena_alloc(&proposal->arena,
			    sample->name_count * sizeof(*profile->columns));
	proposal->kept = arena_alloc(
		&proposal->arena, sample->name_count * sizeof(*proposal->kept));
	choose_decimal(proposal);
	for (size_t i = 0; i < sample->name_count; i++)
		if (sample->names[i][0])
			add_column(proposal, i);
	choose_use(proposal);
	choose_unit(proposal);
}
