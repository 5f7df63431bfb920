#include "lib/stage_line.h"

#include <assert.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"

#define COMMON 5
#define OWN_AT_MOST 4

/* Enough words and a place to write to, unless a flag stands alone. */
static bool is_whole(const struct stage_line *line,
		     const struct stage_form *form)
{
	for (size_t i = 0; i < COUNT_OF(form->alone); i++)
		if (form->alone[i].flag && *form->alone[i].flag)
			return line->word_count == form->alone[i].words;
	return line->output && line->word_count >= form->least_words &&
	       (form->most_words == 0 || line->word_count <= form->most_words);
}

bool stage_line_read(struct stage_line *line, const struct stage_form *form,
		     int argc, char **argv)
{
	bool quiet = false;
	bool strict = false;
	struct option_row rows[COMMON + OWN_AT_MOST] = {
		{ "workspace", 'C', OPTION_STRING, "DIR",
		  N_("The workspace (default: this folder)."),
		  &line->workspace },
		{ "output", 0, OPTION_STRING, "DIR", form->output,
		  &line->output },
		{ "lang", 0, OPTION_STRING, "LANG",
		  N_("Language of messages: sv or en."), &line->language },
		{ "quiet", 'q', OPTION_FLAG, NULL, N_("Do not print notes."),
		  &quiet },
		{ "strict", 0, OPTION_FLAG, NULL,
		  N_("Let notes end the program with status 65."), &strict },
	};
	const struct command_line command = {
		.usage = form->usage,
		.about = form->about,
		.examples = form->examples,
		.rows = rows,
		.row_count = COMMON + form->own_count,
		.libraries = form->libraries,
	};
	int first = 0;

	assert(form->own_count <= OWN_AT_MOST);
	if (form->own_count > 0)
		memcpy(rows + COMMON, form->own,
		       form->own_count * sizeof(*rows));
	*line = (struct stage_line){ .workspace = "." };
	msg_start(form->program);
	if (!options_read(&command, argc, argv, &first))
		return false;
	msg_quiet(quiet);
	msg_strict(strict);
	line->words = argv + first;
	line->word_count = argc - first;
	if (!is_whole(line, form))
		msg_say(OUTCOME_MISUSED, _("usage: %s"), gettext(form->usage));
	return is_whole(line, form);
}
