#include "ingest/rejects.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "ingest/reject_words.h"
#include "lib/csv_writer.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

bool reject_is_whole(enum reject_cause cause)
{
	return cause >= REJECT_ENCODING && cause <= REJECT_SUM;
}

void rejects_add(struct rejects *rejects, struct reject reject)
{
	reject.value = arena_strdup(&rejects->arena, reject.value);
	reject.mark = arena_strdup(&rejects->arena, reject.mark);
	reject.row = arena_strdup(&rejects->arena, reject.row);
	reject.hint = arena_strdup(&rejects->arena, reject.hint);
	rejects->list = arena_grow(&rejects->arena, rejects->list,
				   rejects->count, sizeof(*rejects->list));
	rejects->list[rejects->count++] = reject;
	if (reject_is_whole(reject.cause))
		rejects->whole = true;
}

static bool is_note(enum reject_cause cause)
{
	return cause >= NOTE_UNUSED;
}

void rejects_tell(const struct rejects *rejects, enum outcome outcome)
{
	/* one member for every cause, to count its messages by */
	static const char causes[NOTE_DOS + 1];

	for (size_t i = 0; i < rejects->count; i++) {
		const struct reject *reject = &rejects->list[i];
		struct text sentence = { 0 };

		if (reject->cause == LISTED_LATE)
			continue;
		reject_explain(&sentence, reject);
		msg_made(is_note(reject->cause) ? OUTCOME_NOTED : outcome,
			 reject->place, &causes[reject->cause],
			 text_string(&sentence));
		text_clear(&sentence);
	}
}

static void add_row(struct text *text, const struct reject *reject)
{
	struct text reason = { 0 };

	reject_explain(&reason, reject);
	csv_writer_cell(text, reject->place.file);
	text_add_char(text, ';');
	if (reject->place.line > 0)
		text_printf(text, "%ld", reject->place.line);
	text_add_char(text, ';');
	csv_writer_cell(text, reject->place.header ? reject->place.header : "");
	text_add_char(text, ';');
	csv_writer_cell(text, reject->value ? reject->value : "");
	if (reject->mark)
		text_printf(text, " %s", reject->mark);
	text_add_char(text, ';');
	csv_writer_cell(text, text_string(&reason));
	text_add(text, CSV_ROW_END);
	text_clear(&reason);
}

bool rejects_save(const struct rejects *rejects, const char *path,
		  struct text *why)
{
	struct text text = { 0 };
	bool any = false;
	bool ok = true;

	text_add(&text, CSV_BYTE_ORDER_MARK);
	text_printf(&text, "%s;%s;%s;%s;%s" CSV_ROW_END, _("File"), _("Line"),
		    _("Column"), _("Value"), _("Reason"));
	for (size_t i = 0; i < rejects->count; i++) {
		if (is_note(rejects->list[i].cause))
			continue;
		add_row(&text, &rejects->list[i]);
		any = true;
	}
	if (any) {
		ok = outfile_write(path, text.at, text.len, why);
	} else if (unlink(path) != 0 && errno != ENOENT) {
		text_printf(why, _("cannot remove %s: %s"), path,
			    strerror(errno));
		ok = false;
	}
	text_clear(&text);
	return ok;
}

void rejects_clear(struct rejects *rejects)
{
	arena_clear(&rejects->arena);
	*rejects = (struct rejects){ 0 };
}
