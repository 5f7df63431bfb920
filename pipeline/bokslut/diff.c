/*
 * diff - the subcommand that tells what moved between two revisions, and why.
 *
 *	bokslut diff PERIOD REPORT          the latest against the one before
 *	bokslut diff PERIOD REPORT r1       the latest against r1
 *	bokslut diff PERIOD REPORT r1 r2
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bokslut/desk.h"
#include "bokslut/moved.h"
#include "bokslut/revision.h"
#include "lib/json_writer.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static const char *const kind_ids[MOVED_KINDS] = { "value", "grade", "text" };

static void print_moved(const struct moved *moved)
{
	struct text line = { 0 };

	moved_add_line(&line, moved);
	printf("  %s\n", line.at);
	text_clear(&line);
}

static void print_shaping(const struct shaping *shaping)
{
	struct text line = { 0 };

	cause_add_words(&line, 1U << shaping->cause);
	printf("  %s: %s, %s\n", line.at, shaping->name,
	       !shaping->before  ? _("new")
	       : !shaping->after ? _("gone")
				 : _("changed"));
	text_clear(&line);
}

static void print(const struct comparison *comparison, const char *title)
{
	static const char *const heads[MOVED_KINDS] = { N_("values"),
							N_("grades"),
							N_("texts") };

	printf("%s\n", title);
	for (int kind = 0; kind < MOVED_KINDS; kind++) {
		if (comparison->counts[kind] == 0)
			continue;
		printf("%s: %zu\n", gettext(heads[kind]),
		       comparison->counts[kind]);
		for (size_t i = 0; i < comparison->count; i++) {
			const struct moved *moved = &comparison->list[i];

			if ((int)moved_thing(moved)->kind == kind)
				print_moved(moved);
		}
	}
	if (comparison->count == 0)
		printf("%s\n", _("no value, grade or text moved"));
	printf("%s\n", _("what shaped them otherwise:"));
	for (size_t i = 0; i < comparison->shapings.count; i++)
		print_shaping(&comparison->shapings.list[i]);
}

static void write_moved(struct json_writer *json, const struct moved *moved)
{
	const struct thing *thing = moved_thing(moved);

	json_writer_object(json, NULL);
	json_writer_string(json, "kind", kind_ids[thing->kind]);
	json_writer_string(json, "id", thing->id);
	json_writer_string(json, "part", thing->part);
	json_writer_string(json, "name", thing->name);
	json_writer_string(json, "before",
			   moved->before ? moved->before->says : NULL);
	json_writer_string(json, "after",
			   moved->after ? moved->after->says : NULL);
	json_writer_array(json, "causes");
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		if (moved->causes & 1U << cause)
			json_writer_string(json, NULL,
					   cause_id((enum cause)cause));
	json_writer_close(json);
	json_writer_close(json);
}

static void write_all(struct json_writer *json,
		      const struct comparison *comparison)
{
	json_writer_array(json, "moved");
	for (size_t i = 0; i < comparison->count; i++)
		write_moved(json, &comparison->list[i]);
	json_writer_close(json);
	json_writer_array(json, "shaped_by");
	for (size_t i = 0; i < comparison->shapings.count; i++) {
		const struct shaping *shaping = &comparison->shapings.list[i];

		json_writer_object(json, NULL);
		json_writer_string(json, "cause", cause_id(shaping->cause));
		json_writer_string(json, "name", shaping->name);
		json_writer_string(json, "before", shaping->before);
		json_writer_string(json, "after", shaping->after);
		json_writer_close(json);
	}
	json_writer_close(json);
}

static void answer(struct desk *desk, const struct comparison *comparison,
		   int before, int after)
{
	struct text text = { 0 };
	struct json_writer json = { .into = &text };

	if (desk->json) {
		json_writer_object(&json, NULL);
		json_writer_string(&json, "period", desk->words[0]);
		json_writer_string(&json, "report", desk->words[1]);
		json_writer_number(&json, "before", before);
		json_writer_number(&json, "after", after);
		write_all(&json, comparison);
		json_writer_close(&json);
		printf("%s", text.at);
	} else {
		text_printf(&text, "%s %s: r%d → r%d", desk->words[0],
			    desk->words[1], before, after);
		print(comparison, text.at);
	}
	text_clear(&text);
}

/* Which two; false if they are not there (told). */
static bool choose(struct desk *desk, const char *folder, int *before,
		   int *after)
{
	const int latest = revision_latest(folder);

	*before = latest - 1;
	*after = latest;
	if (latest == 0) {
		msg_say(OUTCOME_ABSENT, _("no such close has been made in %s"),
			desk->output);
		return false;
	}
	if (desk->word_count > 2)
		*before = desk_revision(desk, folder, 2);
	else if (latest == 1)
		msg_say(OUTCOME_ABSENT,
			_("%s %s has only one revision: nothing to compare "
			  "it with"),
			desk->words[0], desk->words[1]);
	if (desk->word_count > 3)
		*after = desk_revision(desk, folder, 3);
	return *before > 0 && *after > 0;
}

void diff_command(struct desk *desk)
{
	struct comparison comparison = { 0 };
	struct text why = { 0 };
	const char *folder;
	int before = 0;
	int after = 0;

	if (desk->word_count < 2 || desk->word_count > 4) {
		msg_say(OUTCOME_MISUSED, _("usage: %s"),
			_("bokslut diff PERIOD REPORT [REV [REV]]"));
		return;
	}
	folder = arena_printf(&desk->arena, "%s/%s/%s", desk->output,
			      desk->words[0], desk->words[1]);
	if (!choose(desk, folder, &before, &after))
		return;
	if (moved_compare(&comparison,
			  revision_path(&desk->arena, folder, before),
			  revision_path(&desk->arena, folder, after), &why))
		answer(desk, &comparison, before, after);
	else if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	moved_clear(&comparison);
	text_clear(&why);
}
