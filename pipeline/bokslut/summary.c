#include "bokslut/summary.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/moved.h"
#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/assessment.h"
#include "model/facts.h"

void summary_close(const struct close *closing)
{
	const struct desk *desk = closing->desk;
	struct text as_of = { 0 };

	date_add_text(&as_of, desk_as_of(desk, closing->plan));
	msg_say(OUTCOME_CLEAN, _("%s: closing %s %s as of %s"),
		desk->rules.workspace.municipality, closing->plan->period,
		closing->plan->report, as_of.at);
	text_clear(&as_of);
}

/* Whether a controller should look at the source. */
static bool is_notable(const struct profile *profile,
		       const struct facts_file *sum)
{
	return sum->rejected > 0 || sum->slip_count > 0 ||
	       (sum->rows == 0 && !profile->often_empty);
}

static bool tell_source(const struct stored_facts *stored, int width,
			struct text *why)
{
	struct facts facts = { 0 };
	struct facts_file sum;
	bool ok = facts_load(&facts, stored->facts, why);

	sum = facts_sum(&facts);
	if (ok)
		/* what ingest told is told once; what is stored, each time */
		msg_say(is_notable(stored->profile, &sum) ? OUTCOME_NOTED
							  : OUTCOME_CLEAN,
			_("  %-*s rows %7ld, used %7ld, left out %5ld, "
			  "rejected %4ld"),
			width, stored->profile->id, sum.rows, sum.used,
			sum.left_out, sum.rejected);
	else
		msg_say(OUTCOME_BROKEN,
			_("the stored facts of %s cannot be used; take away "
			  "the folder %s and run again"),
			stored->profile->id, stored->folder);
	facts_clear(&facts);
	return ok;
}

bool summary_sources(const struct close *closing, struct text *why)
{
	const int width = plan_source_width(closing->plan);

	for (size_t i = 0; i < closing->plan->source_count; i++)
		if (!tell_source(&closing->stored[i], width, why))
			return false;
	return true;
}

/* How many indicators have each grade of the scale that they are on. */
static void count_grades(struct text *line, const struct assessment *assessment,
			 const struct scale *scale)
{
	size_t graded = 0;

	for (size_t i = 0; i < scale->grade_count; i++) {
		long count = 0;

		for (size_t j = 0; j < assessment->indicator_count; j++) {
			const struct assessed_indicator *indicator =
				&assessment->indicators[j];
			const struct assessed_grade *grade =
				grade_that_counts(indicator->grades,
						  indicator->grade_count,
						  WHEN_NOW);

			count += grade && grade->grade &&
				 strcmp(grade->scale, scale->id) == 0 &&
				 strcmp(grade->grade, scale->grades[i].id) == 0;
		}
		text_printf(line, "%s%s %ld", i > 0 ? ", " : "",
			    scale->grades[i].label, count);
		graded += (size_t)count;
	}
	if (graded < assessment->indicator_count)
		text_printf(line, _(", without a grade %zu"),
			    assessment->indicator_count - graded);
}

/* The scale that the first graded indicator is on; NULL if none is graded. */
static const struct scale *scale_of(const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (assessment->indicators[i].grade_count > 0)
			return scale_lookup(
				&assessment->scales,
				assessment->indicators[i].grades[0].scale);
	return NULL;
}

static bool tell_grades(const char *path, struct text *why)
{
	struct assessment assessment = { 0 };
	struct text line = { 0 };
	struct text file = { 0 };
	const struct scale *scale;
	bool ok;

	text_printf(&file, "%s/assessment.xml", path);
	ok = assessment_load(&assessment, file.at, why);
	scale = ok ? scale_of(&assessment) : NULL;
	if (scale) {
		count_grades(&line, &assessment, scale);
		msg_say(OUTCOME_CLEAN,
			PLURAL("  %zu indicator: %s", "  %zu indicators: %s",
			       assessment.indicator_count),
			assessment.indicator_count, line.at);
	}
	assessment_clear(&assessment);
	text_clear(&line);
	text_clear(&file);
	return ok;
}

/* Where rejected rows are listed, also those of a source that was refused. */
static void add_rejects(const struct close *closing)
{
	for (size_t i = 0; i < closing->plan->source_count; i++) {
		const char *rejects = closing->stored[i].rejects;

		if (rejects && access(rejects, R_OK) == 0)
			text_printf(&closing->desk->paths, "%s\n", rejects);
	}
}

bool summary_revision(const struct close *closing, const char *path, bool fresh,
		      struct text *why)
{
	const char *name = strrchr(path, '/') + 1;

	if (!tell_grades(path, why))
		return false;
	msg_say(OUTCOME_CLEAN,
		fresh ? _("  new revision %s")
		      : _("  nothing changed since %s: no new revision"),
		name);
	text_printf(&closing->desk->paths, "%s/report.pdf\n%s/report.xml\n",
		    path, path);
	add_rejects(closing);
	return true;
}

bool summary_moved(const struct close *closing, int number, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	struct comparison comparison = { 0 };
	struct text line = { 0 };
	bool ok = moved_compare(
		&comparison, revision_path(arena, closing->folder, number - 1),
		revision_path(arena, closing->folder, number), why);

	if (ok) {
		moved_add_sentence(&line, &comparison);
		msg_say(OUTCOME_CLEAN, "  %s", line.at);
	}
	moved_clear(&comparison);
	text_clear(&line);
	return ok;
}

#define HELD_LINES 20 /* of what would have moved, told one by one */

static void tell_held(const struct close *closing, int number,
		      const struct comparison *comparison)
{
	struct text line = { 0 };

	moved_add_sentence(&line, comparison);
	msg_say(OUTCOME_NOTED,
		_("%s %s: r%d is decided and stays as it is; it would have "
		  "changed (%s)"),
		closing->plan->period, closing->plan->report, number, line.at);
	for (size_t i = 0; i < comparison->count && i < HELD_LINES; i++) {
		text_reset(&line);
		moved_add_line(&line, &comparison->list[i]);
		msg_say(OUTCOME_CLEAN, "    %s", line.at);
	}
	text_clear(&line);
}

bool summary_held(const struct close *closing, int number, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	const char *path = revision_path(arena, closing->folder, number);
	struct comparison comparison = { 0 };
	bool ok = true;

	if (revision_same(arena, closing->next, path)) {
		msg_say(OUTCOME_CLEAN,
			_("  r%d is decided, and nothing would be otherwise"),
			number);
	} else {
		ok = moved_compare(&comparison, path, closing->next, why);
		if (ok)
			tell_held(closing, number, &comparison);
		moved_clear(&comparison);
	}
	text_printf(&closing->desk->paths, "%s/report.pdf\n%s/report.xml\n",
		    path, path);
	return ok;
}

void summary_standing(const struct close *closing, const char *path, long notes)
{
	struct text line = { 0 };

	text_printf(&line, PLURAL("%ld note", "%ld notes", notes), notes);
	msg_say(OUTCOME_CLEAN,
		_("%s %s: nothing changed since %s (%s; --rehash tells all)"),
		closing->plan->period, closing->plan->report,
		strrchr(path, '/') + 1, line.at);
	text_reset(&line);
	text_printf(&line, "%ld\n", notes);
	msg_add_notes(line.at);
	text_clear(&line);
	text_printf(&closing->desk->paths, "%s/report.pdf\n%s/report.xml\n",
		    path, path);
	add_rejects(closing);
}

void summary_not_made(const struct close *closing)
{
	if (closing->waits)
		msg_say(OUTCOME_CLEAN, _("  %s %s waits for what is to come"),
			closing->plan->period, closing->plan->report);
	else
		msg_say(OUTCOME_CLEAN, _("  nothing was made for %s %s"),
			closing->plan->period, closing->plan->report);
	add_rejects(closing);
}

void summary_end(const struct desk *desk, long closes, long faulty)
{
	struct text line = { 0 };

	msg_tell_counted();
	text_printf(&line, PLURAL("%ld close", "%ld closes", closes), closes);
	if (faulty > 0)
		text_printf(&line, _(", %ld with faults"), faulty);
	text_add(&line, ", ");
	text_printf(&line, PLURAL("%ld note", "%ld notes", msg_notes()),
		    msg_notes());
	msg_say(OUTCOME_CLEAN, "%s", line.at);
	printf("%s", text_string(&desk->paths));
	text_clear(&line);
}
