/*
 * check - the subcommand that finds faults and writes nothing.
 *
 * It closes each close for real, in a folder of its own below the system's
 * temporary folder, and removes it: what check finds is what run would find.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/carry.h"
#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/summary.h"
#include "bokslut/used_rules.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* A source that is refused does not hide what is wrong with the others. */
static bool check_close(struct desk *desk, const struct close_plan *plan,
			struct text *why)
{
	struct close closing = { .lock = -1 };
	bool ok = close_open(&closing, desk, plan, why);

	ok = ok && carry_gather(&closing, why) && close_make(&closing, 1, why);
	close_shut(&closing);
	return ok;
}

/* How many closes cannot be made. */
static long check_all(struct desk *desk, const struct close_list *closes)
{
	long faulty = 0;

	for (size_t i = 0; i < closes->count; i++) {
		struct text why = { 0 };

		bool ok = check_close(desk, closes->list[i], &why);

		faulty += !ok;
		if (ok)
			msg_say(OUTCOME_CLEAN, _("  %s %s can be closed"),
				closes->list[i]->period,
				closes->list[i]->report);
		else if (why.len > 0)
			msg_say(OUTCOME_UNREAD, "%s", why.at);
		text_clear(&why);
	}
	return faulty;
}

void check_command(struct desk *desk)
{
	struct close_list closes = desk_closes(desk);
	const char *temporary = getenv("TMPDIR");
	char *folder = arena_printf(&desk->arena, "%s/bokslut-check-XXXXXX",
				    temporary ? temporary : "/tmp");
	struct text why = { 0 };
	long faulty;

	if (!used_rules_hold(desk) || closes.count == 0)
		return;
	if (!mkdtemp(folder)) {
		msg_say(OUTCOME_UNWRITTEN, _("cannot make the folder %s: %s"),
			folder, strerror(errno));
		return;
	}
	desk->output = folder;
	faulty = check_all(desk, &closes);
	if (!folder_remove(folder, &why))
		msg_say(OUTCOME_UNWRITTEN, "%s", why.at);
	text_clear(&why);
	summary_end(desk, (long)closes.count, faulty);
}
