#include "bokslut/close.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "bokslut/arrival.h"
#include "bokslut/desk.h"
#include "bokslut/folder.h"
#include "bokslut/journal.h"
#include "bokslut/lock.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "bokslut/state.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "model/register.h"

#define LEAST_ROOM (16UL << 20) /* bytes, for what one close writes */

/* A full disk is found before anything is begun. */
static bool has_room(const struct close *closing, struct text *why)
{
	struct statvfs disk;
	unsigned long room;

	if (statvfs(closing->folder, &disk) != 0)
		return true;
	room = disk.f_bavail * disk.f_frsize;
	if (room < LEAST_ROOM)
		text_printf(why,
			    _("only %lu KiB are free for %s, and a close "
			      "wants %lu; make room and run again"),
			    room >> 10, closing->folder, LEAST_ROOM >> 10);
	return room >= LEAST_ROOM;
}

void close_lay(struct close *closing, struct desk *desk,
	       const struct close_plan *plan)
{
	struct arena *arena = &desk->arena;

	*closing = (struct close){ .desk = desk, .plan = plan, .lock = -1 };
	closing->folder = arena_printf(arena, "%s/%s/%s", desk->output,
				       plan->period, plan->report);
	closing->next = arena_printf(arena, "%s/next", closing->folder);
	closing->stored = arena_alloc(arena, (plan->source_count + 1) *
						     sizeof(*closing->stored));
}

bool close_open(struct close *closing, struct desk *desk,
		const struct close_plan *plan, struct text *why)
{
	close_lay(closing, desk, plan);
	if (!outfile_folder(closing->folder, why) || !has_room(closing, why))
		return false;
	closing->lock = lock_take(closing->folder,
				  arena_printf(&desk->arena, "%s %s",
					       plan->period, plan->report),
				  why);
	return closing->lock >= 0;
}

enum outcome close_unready(struct close *closing)
{
	if (!closing->desk->unattended ||
	    date_compare(state_today(), closing->plan->deadline) > 0)
		return OUTCOME_NOT_READY;
	closing->waits = true;
	return OUTCOME_NOTED;
}

/* Every source reads the register: its faults are told here, once. */
static bool register_is_sound(struct close *closing)
{
	struct desk *desk = closing->desk;
	const char *path = arena_printf(&desk->arena, "%s/input/register",
					desk->workspace);
	const struct date as_of = desk_as_of(desk, closing->plan);
	struct registry reg = { 0 };
	struct text why = { 0 };
	bool ok = register_load(&reg, path, &as_of,
				desk->rules.workspace.decimal, &why);

	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	register_clear(&reg);
	text_clear(&why);
	return ok;
}

bool close_find(struct close *closing, struct text *why)
{
	const struct close_plan *plan = closing->plan;
	bool ok = true;

	for (size_t i = 0; ok && i < plan->source_count; i++)
		ok = store_find(&closing->stored[i], closing->desk, plan,
				profile_lookup(&closing->desk->rules.profiles,
					       plan->sources[i]),
				why);
	return ok;
}

/* What cannot be read is an input: no fault of what is written. */
static bool find_stored(struct close *closing)
{
	struct text unread = { 0 };
	bool ok = close_find(closing, &unread);

	if (!ok)
		msg_say(OUTCOME_UNREAD, "%s", unread.at);
	text_clear(&unread);
	return ok;
}

static bool make_facts(struct close *closing)
{
	struct desk *desk = closing->desk;
	const struct close_plan *plan = closing->plan;
	struct task *tasks = arena_alloc(
		&desk->arena, (plan->source_count + 1) * sizeof(*tasks));
	size_t count = 0;

	for (size_t i = 0; i < plan->source_count; i++)
		if (!closing->stored[i].there)
			store_task(&tasks[count++], &closing->stored[i], desk,
				   plan);
	return tasks_run(tasks, count, desk->jobs);
}

bool close_ingest(struct close *closing, struct text *why)
{
	const size_t count = closing->plan->source_count;
	bool ok = register_is_sound(closing) &&
		  arrival_is_whole(closing, why) && find_stored(closing) &&
		  store_lock(closing->stored, count, why) &&
		  make_facts(closing) && arrival_held(closing, why);

	store_unlock(closing->stored, count);
	return ok;
}

/* What every stage after ingest is told. */
static struct task next_task(struct close *closing, enum stage_id stage)
{
	struct desk *desk = closing->desk;
	struct task task = task_of(&desk->arena, stage);

	task_add(&desk->arena, &task, "-C");
	task_add(&desk->arena, &task, desk->workspace);
	task_add(&desk->arena, &task, "--output");
	task_add(&desk->arena, &task, closing->next);
	task_add(&desk->arena, &task, "--lang");
	task_add(&desk->arena, &task, desk->language);
	if (desk->quiet)
		task_add(&desk->arena, &task, "--quiet");
	return task;
}

static bool assess(struct close *closing)
{
	struct arena *arena = &closing->desk->arena;
	struct task task = next_task(closing, STAGE_ASSESS);
	struct text as_of = { 0 };

	date_add_text(&as_of, desk_as_of(closing->desk, closing->plan));
	task_add(arena, &task, "--as-of");
	task_add(arena, &task, as_of.at);
	task_add(arena, &task, closing->plan->period);
	task_add(arena, &task, closing->plan->report);
	for (size_t i = 0; i < closing->plan->source_count; i++)
		task_add(arena, &task, closing->stored[i].facts);
	text_clear(&as_of);
	return task_run_counted(&task);
}

/* `again`: what it tells was told before. */
static bool compose(struct close *closing, int number, bool again)
{
	struct arena *arena = &closing->desk->arena;
	struct task task = next_task(closing, STAGE_COMPOSE);

	task_add(arena, &task, "--revision");
	task_add(arena, &task, arena_printf(arena, "%d", number));
	task_add(arena, &task,
		 arena_printf(arena, "%s/assessment.xml", closing->next));
	if (closing->plan->compare) {
		task_add(arena, &task, "--compare");
		task_add(arena, &task,
			 desk_compared(closing->desk, closing->plan));
	}
	if (!again)
		return task_run_counted(&task);
	if (!closing->desk->quiet)
		task_add(arena, &task, "--quiet");
	return tasks_run(&task, 1, 1);
}

static bool typeset(struct close *closing)
{
	struct arena *arena = &closing->desk->arena;
	const struct report_kind *report = report_lookup(
		&closing->desk->rules.reports, closing->plan->report);
	struct task task = next_task(closing, STAGE_TYPESET);

	if (report && report->archive) {
		task_add(arena, &task, "--archive");
		task_add(arena, &task, report->archive);
	}
	task_add(arena, &task,
		 arena_printf(arena, "%s/report.xml", closing->next));
	return task_run_counted(&task);
}

/* What the calendar names to compare with must have been made. */
static bool can_compare(struct close *closing)
{
	const struct close_plan *plan = closing->plan;
	const struct place place = { .file = plan->rules_file,
				     .line = plan->line };
	const char *path =
		plan->compare ? desk_compared(closing->desk, plan) : NULL;

	if (!path || access(path, F_OK) == 0)
		return true;
	msg_at(OUTCOME_ABSENT, place,
	       _("compare = \"%s\": %s is not there; close that first, or take "
		 "the line out"),
	       plan->compare, path);
	return false;
}

bool close_make(struct close *closing, int number, struct text *why)
{
	return folder_remove(closing->next, why) &&
	       outfile_folder(closing->next, why) && can_compare(closing) &&
	       assess(closing) && compose(closing, number, false) &&
	       typeset(closing);
}

/* Between two entries of the journal: journal.h tells why. */
static bool publish(struct close *closing, int number, struct text *why)
{
	struct arena *arena = &closing->desk->arena;
	const char *folder = closing->folder;

	return journal_add(folder, JOURNAL_BEGUN, number,
			   arena_printf(arena, "%s/manifest", closing->next),
			   why) &&
	       revision_publish(folder, closing->next, number, why) &&
	       journal_add(folder, JOURNAL_MADE, number,
			   revision_manifest(arena, folder, number), why);
}

bool close_keep(struct close *closing, int *number, bool *fresh,
		struct text *why)
{
	int latest = revision_latest(closing->folder);
	const char *path =
		revision_path(&closing->desk->arena, closing->folder, latest);

	*number = latest;
	*fresh = latest == 0 ||
		 !revision_same(&closing->desk->arena, closing->next, path);
	if (!*fresh)
		return revision_point(closing->folder, REVISION_LATEST, latest,
				      why);
	*number = latest + 1;
	/* made under the latest number to compare; the first was r1 anyway */
	if (latest > 0 &&
	    !(compose(closing, *number, true) && typeset(closing)))
		return false;
	return manifest_write(closing->desk, closing->plan, closing->stored,
			      closing->next, why) &&
	       publish(closing, *number, why);
}

void close_shut(struct close *closing)
{
	struct text why = { 0 };

	/* what stays behind is removed by the next run */
	if (closing->lock >= 0 && !folder_remove(closing->next, &why))
		msg_say(OUTCOME_NOTED, "%s", why.at);
	lock_give(closing->lock);
	closing->lock = -1;
	text_clear(&why);
}
