/*
 * assess - judge a period's facts by the municipality's own rules.
 *
 *	bokslut-assess [-C DIR] --output DIR --as-of DATE PERIOD REPORT FACTS…
 *
 * Second stage.  Facts of all sources become the figures of indicators and
 * operating statements; the rules that are in force on the as-of day grade
 * indicators, then goals; what roles have stated is set beside that.  Every
 * fault that can be found is told; after any no assessment is written.
 */
#include <string.h>

#include "assess/assembly.h"
#include "assess/checklists.h"
#include "assess/controls.h"
#include "assess/correcting.h"
#include "assess/derived.h"
#include "assess/grades.h"
#include "assess/indicators.h"
#include "assess/judge.h"
#include "assess/key_figures.h"
#include "assess/operating.h"
#include "assess/risks.h"
#include "assess/rule_test_run.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/stage_line.h"
#include "lib/text.h"

/* What the command line asks for; borrowed from it. */
struct order {
	struct stage_line line;
	const char *as_of; /* NULL: the calendar's */
	bool test;         /* the rules themselves, and nothing else */
	const char
		*junit; /* where to write how the tests went; NULL: nowhere */
	const char *period;
	const char *report;
	char *const *facts;
	size_t fact_count;
};

/* All that the assessment is made of. */
struct sitting {
	const struct order *order;
	const struct report_kind *report;
	struct window window;
	struct date as_of;
	struct rules rules;
	struct registry reg;
	struct stated_grades stated;
	struct corrections corrections;
	struct history history;
	struct evidence evidence;
	struct arena arena;
	struct rule_book book;
	struct assessment assessment;
};

static bool choose_as_of(struct sitting *sitting, const struct close_plan *plan)
{
	const struct order *order = sitting->order;

	if (order->as_of) {
		if (date_parse(&sitting->as_of, order->as_of))
			return true;
		msg_say(OUTCOME_MISUSED,
			_("--as-of wants a date like 2025-05-05, not \"%s\""),
			order->as_of);
		return false;
	}
	if (!plan) {
		msg_say(OUTCOME_ABSENT,
			_("the calendar has no close of \"%s\" for %s; give "
			  "the as-of day with --as-of"),
			order->report, order->period);
		return false;
	}
	sitting->as_of = plan->as_of;
	return true;
}

/* What the calendar wants for this close must be there. */
static bool sources_are_there(const struct sitting *sitting,
			      const struct close_plan *plan)
{
	bool ok = true;

	for (size_t i = 0; plan && i < plan->source_count; i++) {
		if (evidence_has(&sitting->evidence, plan->sources[i]))
			continue;
		msg_say(OUTCOME_NOT_READY,
			_("the facts of \"%s\" are missing; the calendar wants "
			  "them for this close"),
			plan->sources[i]);
		ok = false;
	}
	return ok;
}

static bool load_by_hand(struct sitting *sitting, struct text *why)
{
	const struct order *order = sitting->order;
	struct text path = { 0 };
	struct text shown = { 0 };
	bool ok;

	text_printf(&path, "%s/input/register", order->line.workspace);
	ok = register_load(&sitting->reg, path.at, &sitting->as_of,
			   sitting->rules.workspace.decimal, why);
	ok = ok && history_load(&sitting->history, order->line.workspace,
				&sitting->reg, &sitting->rules, why);
	text_reset(&path);
	text_printf(&path, "%s/input/%s", order->line.workspace, order->period);
	text_printf(&shown, "input/%s", order->period);
	ok = ok &&
	     stated_grades_load(&sitting->stated, path.at, shown.at, why) &&
	     corrections_load(&sitting->corrections, path.at, shown.at, why);
	text_clear(&path);
	text_clear(&shown);
	return ok;
}

/* The report and the period that the words of the command line mean. */
static bool find_report(struct sitting *sitting)
{
	const struct order *order = sitting->order;

	if (!window_of_period(&sitting->window, order->period)) {
		msg_say(OUTCOME_ABSENT,
			_("\"%s\" is no period; 2025-T1, 2025-Q2, 2025-04 or "
			  "2025 was expected"),
			order->period);
		return false;
	}
	sitting->report = report_lookup(&sitting->rules.reports, order->report);
	if (!sitting->report)
		msg_say(OUTCOME_ABSENT,
			_("no report is called \"%s\"; reports are declared "
			  "in rules/workspace.lua"),
			order->report);
	return sitting->report != NULL;
}

static bool load(struct sitting *sitting, struct text *why)
{
	const struct order *order = sitting->order;
	const struct close_plan *plan;

	if (!rules_load(&sitting->rules, order->line.workspace, why))
		return false;
	if (!order->line.language)
		lang_start(sitting->rules.workspace.language);
	if (!find_report(sitting))
		return false;
	plan = calendar_lookup(&sitting->rules.calendar, order->period,
			       order->report);
	return choose_as_of(sitting, plan) &&
	       rule_book_load(&sitting->book, &sitting->arena, &sitting->rules,
			      sitting->as_of) &&
	       load_by_hand(sitting, why) &&
	       evidence_load(&sitting->evidence, order->facts,
			     order->fact_count, order->period, why) &&
	       sources_are_there(sitting, plan);
}

static void open_assessment(struct sitting *sitting)
{
	struct assessment *assessment = &sitting->assessment;

	assessment->period = sitting->order->period;
	assessment->window = sitting->window;
	assessment->report = sitting->report->id;
	assessment->title = sitting->report->title;
	assessment->unit = sitting->report->unit;
	assessment->as_of = sitting->as_of;
	assembly_take_rules(assessment, &sitting->rules, &sitting->book);
	assembly_take_units(assessment, &sitting->reg);
	assembly_take_evidence(assessment, &sitting->rules, &sitting->evidence);
	goals_add(&sitting->reg, assessment);
}

static bool correct(struct sitting *sitting)
{
	const struct correcting correcting = {
		.corrections = &sitting->corrections,
		.rules = &sitting->rules,
		.reg = &sitting->reg,
		.evidence = &sitting->evidence,
		.as_of = sitting->as_of,
	};

	return correcting_apply(&correcting, &sitting->assessment);
}

static struct workings workings_of(struct sitting *sitting)
{
	return (struct workings){
		.rules = &sitting->rules,
		.evidence = &sitting->evidence,
		.reg = &sitting->reg,
		.history = &sitting->history,
		.period = sitting->window,
		.arena = &sitting->assessment.arena,
	};
}

/* Goes on after a fault, so that all of them are told at once. */
static bool fill_figures(struct sitting *sitting)
{
	const struct workings workings = workings_of(sitting);
	bool ok =
		indicators_add(&workings, &sitting->reg, &sitting->assessment);

	ok = operating_add(&workings, &sitting->reg, &sitting->assessment) &&
	     ok;
	ok = key_figures_add(&workings, &sitting->assessment) && ok;
	return checklists_add(&workings, &sitting->assessment) && ok;
}

static void control(struct sitting *sitting)
{
	const struct controlling controlling = {
		.rules = &sitting->rules,
		.reg = &sitting->reg,
		.evidence = &sitting->evidence,
		.assessment = &sitting->assessment,
	};

	controls_make(&controlling);
}

static bool judge(struct sitting *sitting)
{
	struct assessment *assessment = &sitting->assessment;
	const struct judging judging = { &sitting->book, &sitting->reg,
					 assessment };
	const struct stating stating = {
		.stated = &sitting->stated,
		.reg = &sitting->reg,
		.scales = &sitting->rules.scales,
		.as_of = sitting->as_of,
	};
	const struct workings workings = workings_of(sitting);

	return risks_add(&workings, assessment) && grades_prove(&stating) &&
	       judge_indicators(&judging) &&
	       grades_add_to_indicators(&stating, assessment) &&
	       judge_goals(&judging) &&
	       grades_add_to_goals(&stating, assessment) &&
	       grades_are_stated(sitting->report, assessment);
}

static bool save(const struct sitting *sitting)
{
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok;

	text_printf(&path, "%s/assessment.xml", sitting->order->line.output);
	ok = outfile_folder(sitting->order->line.output, &why) &&
	     assessment_save(&sitting->assessment, path.at, &why);
	if (!ok)
		msg_say(OUTCOME_UNWRITTEN, "%s", text_string(&why));
	text_clear(&path);
	text_clear(&why);
	return ok;
}

static bool unit_is_there(const struct sitting *sitting)
{
	if (register_unit(&sitting->reg, sitting->report->unit))
		return true;
	msg_say(OUTCOME_MISCONFIGURED,
		_("the report \"%s\" is of the unit \"%s\", which is not in "
		  "input/register/units.csv on the as-of day"),
		sitting->report->id, sitting->report->unit);
	return false;
}

static bool assess(const struct order *order, struct text *why)
{
	struct sitting sitting = { .order = order };
	bool ok = load(&sitting, why) && unit_is_there(&sitting);
	bool figures;

	if (ok) {
		open_assessment(&sitting);
		rule_book_tell_functions(&sitting.book);
		figures = correct(&sitting) && fill_figures(&sitting);
		if (figures)
			control(&sitting);
		ok = figures && judge(&sitting) && save(&sitting);
	}
	assessment_clear(&sitting.assessment);
	arena_clear(&sitting.arena);
	evidence_clear(&sitting.evidence);
	history_clear(&sitting.history);
	stated_grades_clear(&sitting.stated);
	corrections_clear(&sitting.corrections);
	register_clear(&sitting.reg);
	rules_clear(&sitting.rules);
	return ok;
}

static void take_words(struct order *order)
{
	order->period = order->line.words[0];
	order->report = order->line.words[1];
	order->facts = order->line.words + 2;
	order->fact_count = (size_t)order->line.word_count - 2;
}

static bool carry_out(struct order *order, struct text *why)
{
	if (order->test)
		return rule_tests_run(&order->line, order->junit, why);
	take_words(order);
	return assess(order, why);
}

int main(int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row own[] = {
		{ "as-of", 0, OPTION_STRING, "DATE",
		  N_("Judge as of this day (default: the calendar's)."),
		  &order.as_of },
		{ "test", 0, OPTION_FLAG, NULL,
		  N_("Carry out the tests of rules/tests instead."),
		  &order.test },
		{ "junit", 0, OPTION_STRING, "FILE",
		  N_("Write how the tests went into this file, as JUnit "
		     "does."),
		  &order.junit },
	};
	const struct stage_form form = {
		.program = "bokslut-assess",
		.usage = N_("bokslut-assess [-C DIR] --output DIR "
			    "[--as-of DATE] PERIOD REPORT FACTS.xml…"
			    " | --test [--junit FILE]"),
		.about = N_("Judge the facts of a period by the rules of the "
			    "workspace."),
		.output = N_("Write assessment.xml into this folder; needed."),
		.examples = "  bokslut-assess --output build/t1 2025-T1 "
			    "prognosrapport build/t1/*/facts.xml\n",
		.own = own,
		.own_count = COUNT_OF(own),
		.least_words = 3,
		.alone = { { &order.test, 0 } },
		.libraries = rules_libraries,
	};
	struct text why = { 0 };

	if (stage_line_read(&order.line, &form, argc, argv) &&
	    !carry_out(&order, &why) && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	return msg_status();
}
