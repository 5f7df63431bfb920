#include "assess/checklist_answers.h"

#include <string.h>

#include "assess/year_before.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/cell.h"

/* A question on its way. */
struct asking {
	const struct checking *checking;
	const struct checklist_question *question;
	struct assessed_question *into;
	bool ok;
};

static const struct record *record_of(const struct asking *asking,
				      const char *unit)
{
	const struct assessment *assessment = asking->checking->assessment;

	for (size_t i = 0; i < assessment->record_count; i++) {
		const struct record *record = &assessment->records[i];

		if (strcmp(record->kind,
			   asking->checking->declared->version.kind) == 0 &&
		    strcmp(record->unit, unit) == 0 &&
		    strcmp(record_text(record, "question"),
			   asking->question->number) == 0)
			return record;
	}
	return NULL;
}

static void refuse(struct asking *asking, const struct record *record,
		   const char *expected)
{
	struct text shown = { 0 };

	msg_say(OUTCOME_REFUSED,
		_("line %ld of the answers: question %s was answered \"%s\"; "
		  "expected: %s"),
		record->first, asking->question->number,
		text_show(&shown, record_text(record, "answer")), expected);
	text_clear(&shown);
	asking->ok = false;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
	return spelling_same(word, a) || spelling_same(word, b);
}

static void take_yes_no(struct asking *asking, const struct record *record,
			struct assessed_answer *into)
{
	const char *word = record_text(record, "answer");

	into->yes = is_one_of(word, "ja", "yes");
	into->no = is_one_of(word, "nej", "no");
	if (!into->yes && !into->no)
		refuse(asking, record, _("yes, no, or nothing: not assessed"));
}

static void take_number(struct asking *asking, const struct record *record,
			struct assessed_answer *into)
{
	const struct rules *rules = asking->checking->workings->rules;
	struct figure figure = { .kind = FIGURE_NUMBER };

	if (cell_number(&figure.number, record_text(record, "answer"),
			rules->workspace.decimal) != CELL_SOUND) {
		refuse(asking, record, _("a number, or nothing: not assessed"));
		return;
	}
	into->other = 1;
	into->figure.figure = figure;
	into->figure.window = asking->checking->workings->period;
}

/* What the unit itself handed in. */
static void take_record(struct asking *asking, const struct record *record,
			struct assessed_answer *into)
{
	const char *word = record_text(record, "answer");

	into->origin = ANSWERED_ITSELF;
	into->record = record->id;
	if (!*word || is_one_of(word, "ej bedömt", "not assessed"))
		into->unassessed = 1;
	else if (asking->question->form == ANSWER_YES_NO)
		take_yes_no(asking, record, into);
	else if (asking->question->form == ANSWER_NUMBER)
		take_number(asking, record, into);
	else
		into->other = 1;
}

static void add_figure(struct asking *asking, struct assessed_figure *sum,
		       const struct assessed_figure *more)
{
	if (more->window.form == WINDOW_NONE)
		return;
	if (sum->window.form == WINDOW_NONE) {
		*sum = *more;
		return;
	}
	if (derived_sum(&sum->figure, &more->figure, &sum->figure))
		return;
	msg_say(OUTCOME_REFUSED,
		_("question %s: the answers together are too large"),
		asking->question->number);
	asking->ok = false;
}

static void count_in(struct asking *asking, struct assessed_answer *sum,
		     const struct assessed_answer *below)
{
	sum->yes += below->yes;
	sum->no += below->no;
	sum->other += below->other;
	sum->unassessed += below->unassessed;
	sum->missing += below->missing;
	add_figure(asking, &sum->figure, &below->figure);
}

static bool is_below(const struct assessed_asked *unit, const char *above)
{
	return unit->above && strcmp(unit->above, above) == 0;
}

static void roll_up(struct asking *asking, size_t at, bool covered);

/* Whether there are any units below. */
static bool roll_up_below(struct asking *asking, size_t at, bool covered)
{
	const struct assessed_checklist *list = asking->checking->into;
	bool any = false;

	for (size_t i = 1; i < list->unit_count; i++) {
		if (!is_below(&list->units[i], list->units[at].unit))
			continue;
		any = true;
		roll_up(asking, i, covered);
		count_in(asking, &asking->into->answers[at],
			 &asking->into->answers[i]);
	}
	return any;
}

/* `covered`: a unit above has answered for it. */
static void roll_up(struct asking *asking, size_t at, bool covered)
{
	struct assessed_answer *answer = &asking->into->answers[at];
	const struct record *record = record_of(asking, answer->unit);
	bool below;

	if (record)
		take_record(asking, record, answer);
	below = roll_up_below(asking, at, covered || record);
	if (record)
		return;
	if (!below && !covered)
		answer->missing = 1;
	if (covered)
		answer->origin = ANSWERED_ABOVE;
	else if (answer->missing == 0)
		answer->origin = ANSWERED_BELOW;
}

/* Good ones among yes and no; without any there is no outcome. */
static void judge(const struct asking *asking, struct assessed_answer *answer)
{
	const struct checklist_question *question = asking->question;
	const long all = answer->yes + answer->no;

	if (question->has_good && all > 0)
		answer->grade = checklist_outcome(
			asking->checking->declared,
			question->yes_is_good ? answer->yes : answer->no, all);
}

static void change(const struct asking *asking, const char *unit,
		   const struct quantity *quantity,
		   struct assessed_figure *figure)
{
	const struct past before =
		year_before(asking->checking->workings,
			    asking->question->measure, unit, figure->window);
	struct ratio was;
	struct ratio is;

	if (quantity_ratio(quantity, &before.figure, &was) &&
	    quantity_ratio(quantity, &figure->figure, &is) &&
	    ratio_subtract(&is, is, was))
		figure->figure = figure_of_ratio(is);
	else
		figure->figure = figure_of_missing(MISSING_NOT_MEASURED);
}

/* The unit's measure, or its change. */
static void work_out(struct asking *asking, struct assessed_answer *answer)
{
	const struct checking *checking = asking->checking;
	const struct rules *rules = checking->workings->rules;
	const bool changes = asking->question->form == ANSWER_CHANGE;
	const struct measure *measure = measure_lookup(
		&rules->measures, asking->question->measure, SERIES_VALUE);
	const struct wanted wanted = {
		.id = asking->question->measure,
		.unit = answer->unit,
		.series = SERIES_VALUE,
		.quantity = changes ? measure->quantity
				    : asking->question->quantity,
		.place = version_place(&checking->declared->version),
	};

	if (!derived_figure(checking->workings, &wanted, &answer->figure)) {
		asking->ok = false;
		return;
	}
	answer->origin = ANSWERED_ITSELF;
	if (changes)
		change(asking, answer->unit,
		       quantity_lookup(&rules->quantities, wanted.quantity),
		       &answer->figure);
	answer->other = answer->figure.figure.kind != FIGURE_MISSING;
	answer->unassessed = !answer->other;
}

bool checklist_answers_fill(const struct checking *checking,
			    const struct checklist_question *question,
			    struct assessed_question *into)
{
	const struct assessed_checklist *list = checking->into;
	struct asking asking = { checking, question, into, true };
	const bool worked_out = question->form == ANSWER_MEASURE ||
				question->form == ANSWER_CHANGE;

	*into = (struct assessed_question){
		.number = question->number,
		.text = question->text,
		.form = question->form,
		.quantity = question->quantity,
		.answers =
			arena_alloc(checking->workings->arena,
				    list->unit_count * sizeof(*into->answers)),
		.answer_count = list->unit_count,
	};
	for (size_t i = 0; i < list->unit_count; i++) {
		into->answers[i] =
			(struct assessed_answer){ .unit = list->units[i].unit };
		if (worked_out)
			work_out(&asking, &into->answers[i]);
	}
	if (!worked_out)
		roll_up(&asking, 0, false);
	for (size_t i = 0; i < list->unit_count; i++)
		judge(&asking, &into->answers[i]);
	return asking.ok;
}
