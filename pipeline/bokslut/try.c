/*
 * try - the subcommand `test`: the rules tried by the municipality's own tests.
 * bokslut-assess, which knows the rules, carries them out.
 */
#include "bokslut/desk.h"
#include "bokslut/stages.h"
#include "lib/lang.h"
#include "lib/msg.h"

void test_command(struct desk *desk)
{
	struct task task = task_of(&desk->arena, STAGE_ASSESS);

	if (desk->word_count > 0) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"), _("bokslut test"));
		return;
	}
	task_add(&desk->arena, &task, "--test");
	task_add(&desk->arena, &task, "-C");
	task_add(&desk->arena, &task, desk->workspace);
	task_add(&desk->arena, &task, "--lang");
	task_add(&desk->arena, &task, desk->language);
	if (desk->quiet)
		task_add(&desk->arena, &task, "--quiet");
	if (desk->junit) {
		task_add(&desk->arena, &task, "--junit");
		task_add(&desk->arena, &task, desk->junit);
	}
	/* what it told in words is told */
	(void)!task_run_counted(&task);
}
