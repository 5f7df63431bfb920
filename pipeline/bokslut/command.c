#include "bokslut/command.h"

#include <stddef.h>
#include <string.h>

#include "bokslut/desk.h"
#include "lib/lang.h"
#include "lib/mem.h"
#include "lib/text.h"

#define AT(member) offsetof(struct desk, member)
#define OPTIONS(list) .options = (list), .option_count = COUNT_OF(list)

#define JSON                                                                   \
	{                                                                      \
		"json", OPTION_FLAG, NULL, N_("Print the answer as JSON."),    \
			AT(json)                                               \
	}
#define DRY_RUN                                                                \
	{                                                                      \
		"dry-run", OPTION_FLAG, NULL,                                  \
			N_("Tell what would be done and why, and do "          \
			   "nothing."),                                        \
			AT(dry_run)                                            \
	}

static const struct command_option answering[] = { JSON };

static const struct command_option running[] = {
	DRY_RUN,
	{ "rehash", OPTION_FLAG, NULL,
	  N_("Read every file anew, also those that look as they did."),
	  AT(rehash) },
};

static const struct command_option explaining[] = {
	{ "rows", OPTION_FLAG, NULL,
	  N_("Print all rows behind the figure as CSV instead."), AT(rows) },
	JSON,
};

static const struct command_option stating[] = {
	{ "date", OPTION_STRING, N_("DATE"), N_("The day of the decision."),
	  AT(stating.date) },
	{ "body", OPTION_STRING, N_("NAME"), N_("Who approved."),
	  AT(stating.body) },
	{ "paragraph", OPTION_STRING, N_("TEXT"), N_("The § of the minutes."),
	  AT(stating.paragraph) },
	{ "role", OPTION_STRING, N_("TEXT"),
	  N_("Who records it: a role, no name."), AT(stating.role) },
	{ "reason", OPTION_STRING, N_("TEXT"),
	  N_("Why it is returned, corrected or withdrawn."),
	  AT(stating.reason) },
};

static const struct command_option purging[] = {
	{ "before", OPTION_STRING, N_("DATE"),
	  N_("The day from which all is kept."), AT(before) },
	DRY_RUN,
};

static const struct command_option testing[] = {
	{ "junit", OPTION_STRING, N_("FILE"),
	  N_("Write how the tests went into this file, as JUnit does."),
	  AT(junit) },
};

static const struct command commands[] = {
	{ .name = "init",
	  .brief = N_("begin a workspace for a municipality"),
	  .usage = N_("bokslut init DIR"),
	  .about =
		  N_("Make the folder DIR a workspace: rules, a template and a "
		     "register, small and whole, with remarks on what each "
		     "line says, in the language of --lang."),
	  .examples = "  bokslut init my-municipality\n",
	  .anywhere = true,
	  .carry_out = init_command },
	{ .name = "run",
	  .brief = N_("close what is due"),
	  .usage = N_("bokslut run [PERIOD] [REPORT…]"),
	  .about = N_("Close a period: read its exports, assess, and write "
		      "each report as PDF and XML in a new revision, if "
		      "anything changed. Without a period, close everything "
		      "that has opened in the calendar."),
	  .examples = "  bokslut run\n  bokslut run 2025-T1 prognosrapport\n",
	  OPTIONS(running),
	  .carry_out = run_command },
	{ .name = "check",
	  .brief = N_("find what is wrong, write nothing"),
	  .usage = N_("bokslut check [PERIOD] [REPORT…]"),
	  .about = N_("Tell everything that is wrong with exports, register, "
		      "rules and templates, and write nothing."),
	  .examples = "  bokslut check 2025-T1\n",
	  .carry_out = check_command },
	{ .name = "explain",
	  .brief = N_("tell why something has its grade"),
	  .usage = N_("bokslut explain PERIOD ID[@UNIT]"),
	  .about = N_("Tell why an indicator, goal, risk or question of a "
		      "checklist has its grade, or what a key figure or a "
		      "statement's row is made of: the rule and its line, the "
		      "values compared, the facts, and the files and lines "
		      "that they come from."),
	  .examples = "  bokslut explain 2025-T1 sick-leave\n"
		      "  bokslut explain 2025-T1 sick-leave --rows "
		      ">rows.csv\n"
		      "  bokslut explain 2025-T1 operating@hemtjanst --json\n",
	  OPTIONS(explaining),
	  .carry_out = explain_command },
	{ .name = "status",
	  .brief = N_("tell what has come and what is missing"),
	  .usage = N_("bokslut status [PERIOD] [REPORT…]"),
	  .about = N_("Tell which exports have come, how many rows of them "
		      "were read and rejected, and how far each close is. "
		      "Ends with 75 if an export of an opened close is "
		      "missing."),
	  .examples = "  bokslut status\n  bokslut status 2025-T1 --json\n",
	  OPTIONS(answering),
	  .carry_out = status_command },
	{ .name = "diff",
	  .brief = N_("tell what moved between revisions, and why"),
	  .usage = N_("bokslut diff PERIOD REPORT [REV [REV]]"),
	  .about = N_("Tell which values, grades and texts moved between two "
		      "revisions, and by what: data, register, rule, "
		      "template, text, state or program. Without REV, what "
		      "the latest moved."),
	  .examples = "  bokslut diff 2025-T1 prognosrapport\n"
		      "  bokslut diff 2025-T1 prognosrapport r1 r3 --json\n",
	  OPTIONS(answering),
	  .carry_out = diff_command },
	{ .name = "verify",
	  .brief = N_("prove that nothing made has been changed"),
	  .usage = N_("bokslut verify [PERIOD [REPORT]]"),
	  .about = N_("Prove that nothing of what was made has been changed, "
		      "taken away or added since: journal, manifests, the "
		      "files of every revision, stored facts. Ends with 65 "
		      "if something has."),
	  .examples = "  bokslut verify\n  bokslut verify 2025-T1\n",
	  .carry_out = verify_command },
	{ .name = "state",
	  .brief = N_("record what was decided of a report"),
	  .usage = N_("bokslut state PERIOD REPORT STATE --date DATE"),
	  .about = N_("Record how far the case of a report has come: "
		      "proposed, returned, approved, corrected or withdrawn. "
		      "The report is rendered for it from the same inputs. "
		      "What is approved is frozen."),
	  .examples = "  bokslut state 2025-T1 prognosrapport proposed "
		      "--date 2025-05-12 --role Controller\n"
		      "  bokslut state 2025-T1 prognosrapport approved "
		      "--date 2025-05-21 --body Socialnämnden "
		      "--paragraph \"§ 52\"\n",
	  OPTIONS(stating),
	  .carry_out = state_command },
	{ .name = "reproduce",
	  .brief = N_("make a recorded revision once more"),
	  .usage = N_("bokslut reproduce PERIOD REPORT REV"),
	  .about = N_("Make a revision once more, of the inputs and rules that "
		      "its manifest names, and tell whether every byte is the "
		      "same, or else the first that is not and what has "
		      "changed since: a program, a library, a font. Changes "
		      "nothing."),
	  .examples = "  bokslut reproduce 2025-T1 prognosrapport approved\n",
	  .carry_out = reproduce_command },
	{ .name = "purge",
	  .brief = N_("erase the inputs that were kept of old closes"),
	  .usage = N_("bokslut purge --before DATE [PERIOD [REPORT…]]"),
	  .about = N_("Erase the inputs that were kept of revisions with an "
		      "as-of day before DATE, but those that others need. The "
		      "revisions stay; they can no longer be reproduced. The "
		      "journal tells it, and verify knows."),
	  .examples = "  bokslut purge --before 2020-01-01 --dry-run\n",
	  OPTIONS(purging),
	  .carry_out = purge_command },
	{ .name = "test",
	  .brief = N_("try the rules by the tests of rules/tests"),
	  .usage = N_("bokslut test"),
	  .about = N_("Carry out the tests of rules/tests, and tell which rows "
		      "of which rules they try. Ends with 78 if a test fails; "
		      "with --strict, 65 if a row is tried by none."),
	  .examples = "  bokslut test\n"
		      "  bokslut test --strict --junit results.xml\n",
	  OPTIONS(testing),
	  .carry_out = test_command },
	{ .name = "profile",
	  .brief = N_("propose a source for a new export"),
	  .usage = N_("bokslut profile FILE"),
	  .about = N_("Look at an export that no source is declared for, and "
		      "print a source { … } for rules/sources.lua, with its "
		      "evidence and what it is unsure of as comments."),
	  .examples = "  bokslut profile input/2025-T1/hr/franvaro.csv\n",
	  .carry_out = profile_command },
};

const struct command *command_lookup(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if (name && strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

void command_list(struct text *lines)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		text_printf(lines, "  bokslut %-11s%s\n", commands[i].name,
			    gettext(commands[i].brief));
	text_add(lines, _("  bokslut run --help tells what run does and "
			  "takes\n"));
}
