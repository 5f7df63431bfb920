/* propose - the subcommand `profile`: ingest looks at a new export. */
#include "bokslut/desk.h"
#include "bokslut/stages.h"
#include "lib/lang.h"
#include "lib/msg.h"

void profile_command(struct desk *desk)
{
	struct arena *arena = &desk->arena;
	struct task task = task_of(arena, STAGE_INGEST);
	bool ok;

	if (desk->word_count != 1) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"),
			_("bokslut profile FILE"));
		return;
	}
	task_add(arena, &task, "-C");
	task_add(arena, &task, desk->workspace);
	task_add(arena, &task, "--lang");
	task_add(arena, &task, desk->language);
	if (desk->quiet)
		task_add(arena, &task, "--quiet");
	if (desk->as_of) {
		task_add(arena, &task, "--as-of");
		task_add(arena, &task, desk->as_of);
	}
	task_add(arena, &task, "--propose");
	task_add(arena, &task, "--");
	task_add(arena, &task, desk->words[0]);
	ok = tasks_run(&task, 1, 1);
	(void)ok; /* the stage told why, and msg keeps the status */
}
