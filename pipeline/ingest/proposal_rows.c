/*
 * What a profile says of rows and of the lines around them: footers, where the
 * header is, how far the export reaches, and which number is a part of which.
 * Checks and the reach are proved on every row by proposal_prove.c.
 */
#include <string.h>

#include "ingest/footer.h"
#include "ingest/preamble.h"
#include "ingest/proposal.h"
#include "ingest/remark.h"
#include "lib/lang.h"
#include "model/cell.h"

#define PATH_PERIOD "input/"

/* The words that a line begins with, up to a colon or a digit; NULL if it has
 * none, or if they could begin a row of the table. */
static const char *words_of(struct proposal *proposal, const char *line)
{
	const char ends[] = {
		proposal->sample.separator, '"', ':', '=', '\r', '\n', '\0'
	};
	const char *from = line + strspn(line, "\" ");
	size_t len = strcspn(from, ends);
	size_t digit = strcspn(from, "0123456789");
	struct text line_words = { 0 };
	struct text words = { 0 };
	const char *kept = NULL;

	text_add_bytes(&line_words, from, digit < len ? digit : len);
	cell_trim(&words, text_string(&line_words));
	text_clear(&line_words);
	if (words.len > 0 && !remark_is_control(words.at) &&
	    !register_unit_named(proposal->reg, words.at) &&
	    !register_indicator_named(proposal->reg, words.at))
		kept = arena_strdup(&proposal->arena, words.at);
	text_clear(&words);
	return kept;
}

static bool is_footer_already(const struct profile *profile, const char *words)
{
	for (size_t i = 0; i < profile->footer_count; i++)
		if (cell_same(profile->footers[i], words))
			return true;
	return false;
}

/* Rows behind the last one of the table, with a word in the first cell only. */
static void choose_footers(struct proposal *proposal)
{
	struct profile *profile = &proposal->profile;
	const struct names *feet = &proposal->study.feet;

	for (size_t i = 0; i < feet->count; i++) {
		const char *words = words_of(proposal, feet->list[i]);

		if (!words || is_footer_already(profile, words))
			continue;
		profile->footers =
			arena_grow(&proposal->arena, profile->footers,
				   profile->footer_count,
				   sizeof(*profile->footers));
		profile->footers[profile->footer_count++] = words;
	}
}

/* The header's first name finds it, however many lines stand above it. */
static void choose_header(struct proposal *proposal)
{
	const struct sample *sample = &proposal->sample;
	struct profile *profile = &proposal->profile;
	struct preamble preamble;

	if (sample->skip == 0 || !sample->names[0][0])
		return;
	profile->header_at = sample->names[0];
	preamble = preamble_of(profile, &sample->utf8);
	if (preamble.ended && preamble.lines == sample->skip)
		profile->skip = 0;
	else
		profile->header_at = NULL;
}

static bool is_stamp(const struct profile *profile, const char *line,
		     size_t len)
{
	struct reach reach = { 0 };

	reach_take_preamble(&reach, profile, line, len);
	return reach.newest.year != 0;
}

/* A line above the header, or a footer, that ends in a day. */
static bool choose_stamp(struct proposal *proposal)
{
	const struct sample *sample = &proposal->sample;
	const struct names *feet = &proposal->study.feet;
	struct freshness *freshness = &proposal->profile.freshness;
	const char *at = text_string(&sample->utf8);
	const char *end = at + sample->start;

	while (at < end) {
		size_t len = strcspn(at, "\r\n");

		freshness->stamp = words_of(proposal, at);
		if (freshness->stamp && is_stamp(&proposal->profile, at, len))
			return true;
		at += len + strspn(at + len, "\r\n");
	}
	for (size_t i = 0; i < feet->count; i++) {
		freshness->stamp = words_of(proposal, feet->list[i]);
		if (freshness->stamp &&
		    is_stamp(&proposal->profile, feet->list[i],
			     strlen(feet->list[i])))
			return true;
	}
	freshness->stamp = NULL;
	return false;
}

static void choose_freshness(struct proposal *proposal)
{
	struct profile *profile = &proposal->profile;

	if (choose_stamp(proposal))
		return;
	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];

		if ((column->type != COLUMN_MONTH &&
		     column->type != COLUMN_DATE) ||
		    column->may_be_empty)
			continue;
		profile->freshness.column = column;
		return;
	}
}

static bool is_part(const char *header)
{
	struct text rest = { 0 };
	bool part = cell_begins(&rest, header, "varav") ||
		    cell_begins(&rest, header, "därav");

	text_clear(&rest);
	return part;
}

/* A part is at most what it is a part of: the number before it. */
static void choose_checks(struct proposal *proposal)
{
	struct profile *profile = &proposal->profile;
	const struct column *whole = NULL;

	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];

		if (column->type != COLUMN_NUMBER)
			continue;
		if (!is_part(column->header)) {
			whole = column;
			continue;
		}
		if (!whole)
			continue;
		profile->checks = arena_grow(&proposal->arena, profile->checks,
					     profile->check_count,
					     sizeof(*profile->checks));
		profile->checks[profile->check_count++] =
			(struct profile_check){ .column = column,
						.other = whole };
	}
}

void proposal_choose_rows(struct proposal *proposal)
{
	choose_footers(proposal);
	choose_header(proposal);
	choose_freshness(proposal);
	choose_checks(proposal);
}

/* The period that the file's path names; false if it names none. */
static bool period_of_path(struct window *period, const char *path)
{
	const char *at = strstr(path, PATH_PERIOD);
	struct text name = { 0 };
	bool ok;

	if (!at)
		return false;
	at += strlen(PATH_PERIOD);
	text_add_bytes(&name, at, strcspn(at, "/"));
	ok = window_of_period(period, text_string(&name));
	text_clear(&name);
	return ok;
}

static void note_reach(struct proposal *proposal, struct date newest)
{
	struct text day = { 0 };

	date_add_text(&day, newest);
	remark_add(&proposal->sample.evidence,
		   proposal->profile.freshness.stamp
			   ? _("Freshness: the export says that it was taken "
			       "on %s.")
			   : _("Freshness: the newest row is of %s."),
		   day.at);
	text_clear(&day);
}

void proposal_choose_reach(struct proposal *proposal)
{
	struct freshness *freshness = &proposal->profile.freshness;
	const struct date newest = proposal->reach.newest;
	struct window period;

	if (newest.year == 0) {
		*freshness = (struct freshness){ 0 };
		return;
	}
	note_reach(proposal, newest);
	if (!period_of_path(&period, proposal->sample.path)) {
		remark_add(&proposal->sample.doubts,
			   _("The file stands below no input/<period>/: see "
			     "that freshness asks for enough."));
		return;
	}
	if (date_compare(newest, period.last) >= 0)
		return;
	if (freshness->column && freshness->column->type == COLUMN_MONTH)
		freshness->lag = 12L * (period.last.year - newest.year) +
				 period.last.month - newest.month;
	else
		freshness->days = date_days_between(newest, period.last);
	remark_add(&proposal->sample.doubts,
		   _("The export does not reach the period's end: see that "
		     "freshness is as late as it must be."));
	if (freshness->lag > FRESHNESS_MONTHS ||
	    freshness->days > FRESHNESS_DAYS)
		*freshness = (struct freshness){ 0 };
}
