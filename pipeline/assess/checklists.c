#include "assess/checklists.h"

#include <string.h>

#include "assess/checklist_answers.h"
#include "assess/in_force.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static const char *parent_of(const struct assessment *assessment,
			     const char *unit)
{
	const struct assessed_unit *found = assessment_unit(assessment, unit);

	return found ? found->parent : NULL;
}

static bool is_asked(const struct checking *checking, const char *unit)
{
	for (size_t i = 0; i < checking->into->unit_count; i++)
		if (strcmp(checking->into->units[i].unit, unit) == 0)
			return true;
	return false;
}

static void add_unit(const struct checking *checking, const char *unit)
{
	struct assessed_checklist *into = checking->into;

	if (is_asked(checking, unit))
		return;
	into->units = arena_grow(checking->workings->arena, into->units,
				 into->unit_count, sizeof(*into->units));
	into->units[into->unit_count++] =
		(struct assessed_asked){ .unit = unit };
}

static bool add_named(const struct checking *checking, const char *unit)
{
	const struct assessment *assessment = checking->assessment;

	if (assessment_is_below(assessment, unit, assessment->unit)) {
		add_unit(checking, unit);
		return true;
	}
	msg_at(OUTCOME_REFUSED, version_place(&checking->declared->version),
	       _("asked: there is no unit \"%s\" below \"%s\" on the as-of "
		 "day, by input/register/units.csv"),
	       unit, assessment->unit);
	return false;
}

/* The committee, then those asked; each is counted in the nearest above it. */
static bool add_units(const struct checking *checking)
{
	const struct assessment *assessment = checking->assessment;
	const struct names *asked = &checking->declared->asked;
	bool ok = true;

	add_unit(checking, assessment->unit);
	for (size_t i = 0; i < asked->count; i++)
		ok = add_named(checking, asked->list[i]) && ok;
	for (size_t i = 0; asked->count == 0 && i < assessment->unit_count; i++)
		if (assessment_is_below(assessment, assessment->units[i].id,
					assessment->unit))
			add_unit(checking, assessment->units[i].id);
	for (size_t i = 1; i < checking->into->unit_count; i++) {
		struct assessed_asked *unit = &checking->into->units[i];

		unit->above = parent_of(assessment, unit->unit);
		while (!is_asked(checking, unit->above))
			unit->above = parent_of(assessment, unit->above);
	}
	return ok;
}

static bool is_question(const struct checklist *declared, const char *number)
{
	for (size_t i = 0; i < declared->question_count; i++)
		if (strcmp(declared->questions[i].number, number) == 0)
			return true;
	return false;
}

static void tell_unknown(const struct checklist *declared,
			 const struct record *record, const char *number)
{
	struct text shown = { 0 };

	msg_say(OUTCOME_REFUSED,
		_("line %ld of the answers: the checklist "
		  "\"%s\" has no question \"%s\""),
		record->first, declared->version.id, text_show(&shown, number));
	text_clear(&shown);
}

/* Every answer is one to a question, of a unit that is asked. */
static bool prove_records(const struct checking *checking)
{
	const struct assessment *assessment = checking->assessment;
	bool ok = true;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];
		const char *number = record_text(record, "question");

		if (strcmp(record->kind, checking->declared->version.kind) != 0)
			continue;
		if (!is_question(checking->declared, number)) {
			tell_unknown(checking->declared, record, number);
			ok = false;
		}
		if (!is_asked(checking, record->unit)) {
			msg_say(OUTCOME_REFUSED,
				_("line %ld of the answers: the unit \"%s\" "
				  "is not asked by the checklist \"%s\""),
				record->first, record->unit,
				checking->declared->version.id);
			ok = false;
		}
	}
	return ok;
}

static bool add_questions(const struct checking *checking)
{
	const struct checklist *declared = checking->declared;
	struct assessed_checklist *into = checking->into;
	bool ok = true;

	into->questions = arena_alloc(checking->workings->arena,
				      declared->question_count *
					      sizeof(*into->questions));
	into->question_count = declared->question_count;
	for (size_t i = 0; i < declared->question_count; i++)
		ok = checklist_answers_fill(checking, &declared->questions[i],
					    &into->questions[i]) &&
		     ok;
	return ok;
}

static bool is_lowest(const struct assessed_checklist *checklist, size_t at)
{
	for (size_t i = 1; i < checklist->unit_count; i++)
		if (strcmp(checklist->units[i].above,
			   checklist->units[at].unit) == 0)
			return false;
	return true;
}

/* How many questions nobody answers for a lowest unit. */
static size_t count_missing(const struct assessed_checklist *checklist,
			    size_t unit)
{
	size_t missing = 0;

	for (size_t i = 0; i < checklist->question_count; i++)
		missing += checklist->questions[i].answers[unit].origin ==
			   ANSWERED_NOT;
	return is_lowest(checklist, unit) ? missing : 0;
}

/* Which units have not answered everything: a remark, with their names. */
static void tell_missing(const struct checking *checking)
{
	const struct assessed_checklist *into = checking->into;
	struct text names = { 0 };

	for (size_t unit = 1; unit < into->unit_count; unit++) {
		const size_t missing = count_missing(into, unit);

		if (missing > 0)
			text_printf(&names, "%s%s (%zu)",
				    names.len > 0 ? ", " : "",
				    assessment_unit(checking->assessment,
						    into->units[unit].unit)
					    ->name,
				    missing);
	}
	if (names.len > 0)
		msg_say(OUTCOME_NOTED,
			_("the checklist \"%s\" has questions that units have "
			  "not answered: %s"),
			into->version.id, names.at);
	text_clear(&names);
}

static bool add_checklist(const struct workings *workings,
			  const struct checklist *declared,
			  struct assessment *assessment)
{
	struct assessed_checklist made = {
		.version = declared->version,
		.about = declared->about,
		.scale = declared->scale,
		.regulations = declared->regulations,
	};
	const struct checking checking = { workings, declared, assessment,
					   &made };

	if (!add_units(&checking) || !prove_records(&checking) ||
	    !add_questions(&checking))
		return false;
	tell_missing(&checking);
	assessment->checklists =
		arena_grow(workings->arena, assessment->checklists,
			   assessment->checklist_count,
			   sizeof(*assessment->checklists));
	assessment->checklists[assessment->checklist_count++] = made;
	return true;
}

/* One after the other of what rules declare, if it was in force. */
static void add_regulations(const struct workings *workings,
			    struct assessment *assessment)
{
	const struct regulations *declared = &workings->rules->regulations;
	struct regulations *into = &assessment->regulations;

	for (size_t i = 0; i < declared->count; i++) {
		const struct regulation *regulation = &declared->list[i];

		if (regulation_on(declared, regulation->id,
				  workings->period.last) != regulation)
			continue;
		into->list = arena_grow(workings->arena, into->list,
					into->count, sizeof(*into->list));
		into->list[into->count++] = *regulation;
	}
}

static bool prove_in_force(const struct workings *workings,
			   const struct checklist *declared)
{
	struct text day = { 0 };
	bool ok = true;

	date_add_text(&day, workings->period.last);
	for (size_t i = 0; i < declared->regulations.count; i++) {
		const char *id = declared->regulations.list[i];

		if (regulation_on(&workings->rules->regulations, id,
				  workings->period.last))
			continue;
		msg_at(OUTCOME_REFUSED, version_place(&declared->version),
		       _("the regulation \"%s\" was not in force on %s"), id,
		       day.at);
		ok = false;
	}
	text_clear(&day);
	return ok;
}

bool checklists_add(const struct workings *workings,
		    struct assessment *assessment)
{
	const struct checklists *declared = &workings->rules->checklists;
	bool ok = in_force_prove(&declared->versions, assessment);

	add_regulations(workings, assessment);
	for (size_t i = 0; i < declared->count; i++) {
		const struct checklist *checklist = &declared->list[i];

		if (in_force_reads(&declared->versions, &checklist->version,
				   assessment))
			ok = prove_in_force(workings, checklist) &&
			     add_checklist(workings, checklist, assessment) &&
			     ok;
	}
	return ok;
}
