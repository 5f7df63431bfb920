/*
 * bokslut - close a municipality's reports: the driver that users call.
 *
 *	bokslut [OPTION…] COMMAND [WORD…]
 *
 * It reads no export and draws no page itself: it runs the stages (stages.c
 * has their table), keeps facts in the store and makes revisions.
 */
#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bokslut/command.h"
#include "bokslut/desk.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/options.h"
#include "lib/text.h"

/* Of the line as a whole, while no subcommand is named. */
static const char usage[] = N_("bokslut [OPTION…] COMMAND [WORD…]");

/* The subcommand: the first word that is one, wherever options stand. */
static const struct command *command_among(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		const struct command *command = command_lookup(argv[i]);

		if (command)
			return command;
	}
	return NULL;
}

/* The words behind the subcommand; false if it does not come first. */
static bool read_words(struct desk *desk, int argc, char **argv,
		       const struct command *command)
{
	if (!command || argc < 1 || command_lookup(argv[0]) != command) {
		msg_say(OUTCOME_MISUSED, _("usage: %s (--help tells more)"),
			gettext(command ? command->usage : usage));
		return false;
	}
	desk->words = argv + 1;
	desk->word_count = argc - 1;
	return true;
}

#define COMMON 7 /* options of every subcommand */
#define OWN 5    /* at most, of one */

/* The options that only some subcommands have; gives how many there are. */
static size_t add_own_rows(struct option_row *rows, struct desk *desk,
			   const struct command *command)
{
	const size_t count = command ? command->option_count : 0;

	assert(count <= OWN);
	for (size_t i = 0; i < count; i++) {
		const struct command_option *option = &command->options[i];

		rows[i] = (struct option_row){
			.name = option->name,
			.kind = option->kind,
			.value = option->value,
			.about = option->about,
			.into = (char *)desk + option->at,
		};
	}
	return count;
}

static bool read_line(struct desk *desk, int argc, char **argv,
		      const struct command *command)
{
	struct option_row rows[COMMON + OWN] = {
		{ "workspace", 'C', OPTION_STRING, N_("DIR"),
		  N_("The municipality's folder (default: here)."),
		  &desk->workspace },
		{ "output", 0, OPTION_STRING, N_("DIR"),
		  N_("Where to write in place of the workspace's output/."),
		  &desk->output },
		{ "as-of", 0, OPTION_STRING, N_("DATE"),
		  N_("The day that counts, in place of the calendar's."),
		  &desk->as_of },
		{ "jobs", 'j', OPTION_COUNT, N_("N"),
		  N_("How many closes, or sources of one, to work on at "
		     "once (default: 1)."),
		  &desk->jobs },
		{ "strict", 0, OPTION_FLAG, NULL,
		  N_("Take notes for faults: end with status 65."),
		  &desk->strict },
		{ "quiet", 'q', OPTION_FLAG, NULL,
		  N_("Tell only what is wrong."), &desk->quiet },
		{ "lang", 0, OPTION_STRING, N_("LANG"),
		  N_("The language of messages: sv or en."), &desk->language },
	};
	const struct command_line line = {
		.usage = command ? command->usage : usage,
		.brief = command ? command->brief : NULL,
		.about = command ? command->about
				 : N_("Make a municipality's follow-up reports "
				      "from its exports by its own rules."),
		.examples = command ? command->examples : NULL,
		.list = command ? NULL : command_list,
		.rows = rows,
		.row_count =
			COMMON + add_own_rows(rows + COMMON, desk, command),
	};
	int first = 0;

	return options_read(&line, argc, argv, &first) &&
	       read_words(desk, argc - first, argv + first, command);
}

int main(int argc, char **argv)
{
	struct desk desk = { .workspace = ".", .jobs = 1 };
	const struct command *command = command_among(argc, argv);
	struct text why = { 0 };

	msg_start("bokslut");
	if (read_line(&desk, argc, argv, command)) {
		msg_quiet(desk.quiet);
		msg_strict(desk.strict);
		if (command->anywhere || desk_lay(&desk, &why))
			command->carry_out(&desk);
		else if (why.len > 0)
			msg_say(OUTCOME_UNREAD, "%s", why.at);
	}
	desk_clear(&desk);
	text_clear(&why);
	return msg_status();
}
