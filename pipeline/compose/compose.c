/*
 * compose - turn an assessment into a report, as a template says.
 *
 *	bokslut-compose [-C DIR] --output DIR [--revision N]
 *	  [--compare REPORT.xml] ASSESSMENT.xml
 *
 * Third stage.  Reads the report's template, the texts and the case of the
 * period, and the words of the report's language; writes report.xml, and each
 * of its tables as CSV.  All that is wrong in template and texts is told in one
 * run, and then nothing is written.
 */
#include "compose/composition.h"
#include "compose/prove.h"
#include "compose/tables.h"
#include "compose/template.h"
#include "compose/text_md.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/stage_line.h"
#include "lib/text.h"
#include "model/assessment.h"
#include "model/case_state.h"
#include "model/caseinput.h"
#include "model/report.h"
#include "model/rules.h"

struct wishes {
	struct stage_line line;
	int revision;
	const char *compare; /* report.xml of an earlier revision, or NULL */
};

/* What is read; released by inputs_clear(). */
struct inputs {
	struct rules rules;
	struct assessment assessment;
	struct template template;
	struct words words;
	struct case_entries cases;
	struct case_states states;
	struct report earlier;
};

static void inputs_clear(struct inputs *inputs)
{
	rules_clear(&inputs->rules);
	assessment_clear(&inputs->assessment);
	template_clear(&inputs->template);
	words_clear(&inputs->words);
	case_entries_clear(&inputs->cases);
	case_states_clear(&inputs->states);
	report_clear(&inputs->earlier);
}

static bool load_cases(struct inputs *inputs, const char *workspace,
		       struct text *why)
{
	struct text folder = { 0 };
	struct text shown = { 0 };
	bool ok;

	text_printf(&shown, "input/%s", inputs->assessment.period);
	text_printf(&folder, "%s/%s", workspace, shown.at);
	ok = case_entries_load(&inputs->cases, folder.at, shown.at, why);
	if (why->len == 0)
		ok = case_states_load(&inputs->states, folder.at, shown.at,
				      why) &&
		     ok;
	text_clear(&shown);
	text_clear(&folder);
	return ok;
}

/*
 * Template, words and case are all read before any is given up for its
 * faults, so that one run tells them all.
 */
static bool load_inputs(struct inputs *inputs, const char *workspace,
			struct text *why)
{
	const struct assessment *assessment = &inputs->assessment;
	const struct report_kind *kind =
		report_lookup(&inputs->rules.reports, assessment->report);
	bool ok;

	if (!kind) {
		msg_say(OUTCOME_MISCONFIGURED,
			_("rules/workspace.lua has no report \"%s\"; add "
			  "report { id = \"%s\", ... }"),
			assessment->report, assessment->report);
		return false;
	}
	ok = template_load(&inputs->template, workspace, kind->template, why);
	if (why->len == 0)
		ok = words_load(&inputs->words, workspace, assessment->language,
				why) &&
		     ok;
	if (why->len == 0)
		ok = words_take_numbers(&inputs->words, workspace,
					assessment->language, why) &&
		     ok;
	if (why->len == 0)
		ok = load_cases(inputs, workspace, why) && ok;
	return ok;
}

static bool write_report(const struct report *report, const struct words *words,
			 const char *folder, struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/report.xml", folder);
	ok = outfile_folder(folder, why) && report_save(report, path.at, why) &&
	     tables_save(report, words, folder, why);
	text_clear(&path);
	if (!ok && why->len > 0) {
		msg_say(OUTCOME_UNWRITTEN, "%s", why->at);
		text_reset(why);
	}
	return ok;
}

static void compose(const struct inputs *inputs, const struct wishes *wishes,
		    struct text *why)
{
	struct report report = { .revision = wishes->revision };
	struct composition composition = {
		.assessment = &inputs->assessment,
		.words = &inputs->words,
		.workspace = wishes->line.workspace,
		.earlier = wishes->compare ? &inputs->earlier : NULL,
		.report = &report,
	};

	report.language =
		arena_strdup(&report.arena, inputs->assessment.language);
	report.id = arena_strdup(&report.arena, inputs->assessment.report);
	report.period = arena_strdup(&report.arena, inputs->assessment.period);
	head_compose(
		&composition,
		case_entries_lookup(&inputs->cases, inputs->assessment.report),
		case_states_newest(&inputs->states, inputs->assessment.report));
	body_compose(&composition, &inputs->template);
	if (msg_outcome() <= OUTCOME_NOTED)
		(void)write_report(&report, &inputs->words, wishes->line.output,
				   why);
	report_clear(&report);
}

static void close_report(const struct wishes *wishes)
{
	const char *assessment_path = wishes->line.words[0];
	struct inputs inputs = { 0 };
	struct text why = { 0 };
	bool ok;

	ok = rules_load(&inputs.rules, wishes->line.workspace, &why);
	if (ok && !wishes->line.language)
		lang_start(inputs.rules.workspace.language);
	ok = ok && assessment_load(&inputs.assessment, assessment_path, &why) &&
	     prove_assessment(&inputs.assessment) &&
	     load_inputs(&inputs, wishes->line.workspace, &why);
	if (ok && wishes->compare)
		ok = report_load(&inputs.earlier, wishes->compare, &why);
	if (ok)
		compose(&inputs, wishes, &why);
	if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	inputs_clear(&inputs);
}

static void add_libraries(struct text *lines)
{
	text_md_library(lines);
	rules_libraries(lines);
}

int main(int argc, char **argv)
{
	struct wishes wishes = { .revision = 1 };
	const struct option_row own[] = {
		{ "revision", 0, OPTION_COUNT, "N",
		  N_("The number of the revision (default: 1)."),
		  &wishes.revision },
		{ "compare", 0, OPTION_STRING, "REPORT.xml",
		  N_("Mark what changed since this report."), &wishes.compare },
	};
	const struct stage_form form = {
		.program = "bokslut-compose",
		.usage = N_("bokslut-compose [-C DIR] --output DIR "
			    "[--revision N] [--compare REPORT.xml] "
			    "ASSESSMENT.xml"),
		.about = N_("Compose a report from an assessment, a template "
			    "and texts."),
		.output = N_("Write report.xml and tables/ into this folder; "
			     "needed."),
		.examples = "  bokslut-compose --output /tmp/r1 "
			    "/tmp/r1/assessment.xml\n",
		.own = own,
		.own_count = COUNT_OF(own),
		.least_words = 1,
		.most_words = 1,
		.libraries = add_libraries,
	};

	if (stage_line_read(&wishes.line, &form, argc, argv))
		close_report(&wishes);
	return msg_status();
}
