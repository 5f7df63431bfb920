#include "bokslut/explain_rows.h"

#include <stdio.h>
#include <string.h>

#include "bokslut/stages.h"
#include "lib/digest.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/exports.h"

#define FIRST_ROWS "3"

/* What ingest answers: the rows behind a fact, `most` of them if not NULL. */
static bool ask(const struct explaining *explaining, const struct from *from,
		const char *most, struct text *rows)
{
	struct desk *desk = explaining->desk;
	const struct close_plan *plan = explaining->plan;
	struct arena *arena = &desk->arena;
	struct task task = task_of(arena, STAGE_INGEST);
	struct text as_of = { 0 };
	bool ok;

	date_add_text(&as_of, desk_as_of(desk, plan));
	task_add(arena, &task, "-C");
	task_add(arena, &task, desk->workspace);
	task_add(arena, &task, "--lang");
	task_add(arena, &task, desk->language);
	task_add(arena, &task, "--as-of");
	task_add(arena, &task, as_of.at);
	task_add(arena, &task, "--rows");
	if (most) {
		task_add(arena, &task, "--most");
		task_add(arena, &task, most);
	}
	task_add(arena, &task, plan->period);
	task_add(arena, &task, from->source);
	task_add(arena, &task,
		 arena_printf(arena, "%s/%s@%s", from->fact,
			      series_name(from->series), from->unit));
	ok = task_answer(&task, rows);
	text_clear(&as_of);
	if (!ok)
		msg_say(OUTCOME_BROKEN,
			_("the exports of \"%s\" cannot be read once more"),
			from->source);
	return ok;
}

/* Whether a fact before this one is made of the same rows. */
static bool is_told(const struct from *list, size_t at)
{
	const struct from *from = &list[at];

	for (size_t i = 0; i < at; i++) {
		const struct from *other = &list[i];

		if (other->source && strcmp(other->source, from->source) == 0 &&
		    other->file == from->file && other->first == from->first &&
		    other->last == from->last && other->rows == from->rows)
			return true;
	}
	return false;
}

static long lines_of(const struct text *rows)
{
	const char *at = text_string(rows);
	long lines = 0;

	for (; (at = strchr(at, '\n')) != NULL; at++)
		lines++;
	return lines;
}

/* Whether the export has the bytes that the revision was made from. */
static bool is_unchanged(const struct explaining *explaining,
			 const struct facts_file *file)
{
	struct arena *arena = &explaining->desk->arena;
	const char *path = arena_printf(
		arena, "%s/%s", explaining->desk->workspace,
		exports_shown(arena, explaining->plan->period, file->name));
	char sha256[DIGEST_HEX];
	struct text why = { 0 };
	bool same = digest_file(sha256, path, &why) &&
		    strcmp(sha256, file->sha256) == 0;

	text_clear(&why);
	return same;
}

static void tell_changed(const struct explaining *explaining,
			 const struct from *from)
{
	const struct assessment *assessment = explaining->assessment;
	struct arena *arena = &explaining->desk->arena;

	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		if (strcmp(source->id, from->source) != 0)
			continue;
		for (size_t n = 0; n < source->file_count; n++) {
			struct place place = {
				.file = exports_shown(arena,
						      explaining->plan->period,
						      source->files[n].name),
			};

			if (!is_unchanged(explaining, &source->files[n]))
				msg_at(OUTCOME_NOTED, place,
				       _("the file has changed since the "
					 "revision was made: its rows are "
					 "those of today"));
		}
	}
}

void explain_all_rows(const struct explaining *explaining,
		      const struct from *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct text rows = { 0 };

		if (!list[i].source || is_told(list, i))
			continue;
		tell_changed(explaining, &list[i]);
		if (ask(explaining, &list[i], NULL, &rows))
			printf("%s", text_string(&rows));
		text_clear(&rows);
	}
}

void explain_first_rows(const struct explaining *explaining,
			const struct from *from)
{
	struct text rows = { 0 };
	const char *at;

	if (!from->source || from->rows == 0)
		return;
	tell_changed(explaining, from);
	if (ask(explaining, from, FIRST_ROWS, &rows)) {
		for (at = text_string(&rows); *at;) {
			int len = (int)strcspn(at, "\n");

			printf("        %.*s\n", len, at);
			at += len + (at[len] == '\n');
		}
		if (lines_of(&rows) - 1 < from->rows)
			printf("        …\n");
	}
	text_clear(&rows);
}

/* The source that keeps records of the kind, and is read for the close. */
static const struct assessed_source *source_of_kind(
	const struct explaining *explaining, const char *kind)
{
	const struct assessment *assessment = explaining->assessment;

	for (size_t i = 0; i < assessment->source_count; i++) {
		const struct profile *profile =
			profile_lookup(&explaining->desk->rules.profiles,
				       assessment->sources[i].id);

		if (profile && profile->records.kind &&
		    strcmp(profile->records.kind, kind) == 0)
			return &assessment->sources[i];
	}
	return NULL;
}

const struct facts_file *explain_record_file(
	const struct explaining *explaining, const struct record *record)
{
	const struct assessed_source *source =
		record ? source_of_kind(explaining, record->kind) : NULL;

	if (!source || record->file < 1 ||
	    (size_t)record->file > source->file_count)
		return NULL;
	return &source->files[record->file - 1];
}
