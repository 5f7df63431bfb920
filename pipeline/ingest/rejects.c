#include "ingest/rejects.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "ingest/reject_words.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define ROW_END "\r\n"

bool reject_is_whole(enum reject_cause cause)
{
	return cause >= REJECT_ENCODING && cause <= REJECT_SUM;
}

void rejects_add(struct rejects *rejects, struct reject reject)
{
	reject.value = arena_strdup(&rejects->arena, reject.value);
	reject.mark = arena_strdup(&rejects->arena, reject.mark);
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

/* Whether a spreadsheet would run the cell as a formula. */
static bool is_formula(const char *cell)
{
	if (!*cell || !strchr("=+-@\t\r", *cell))
		return false;
	return cell[strspn(cell, "+-0123456789., ")] != '\0';
}

/*
 * A cell as RFC 4180 wants it.  What came in an export must not run in the
 * spreadsheet of whoever opens the list: an apostrophe keeps it text.
 */
static void add_cell(struct text *text, const char *cell)
{
	if (is_formula(cell))
		text_add_char(text, '\'');
	if (!strpbrk(cell, ";\"\r\n")) {
		text_add(text, cell);
		return;
	}
	text_add_char(text, '"');
	for (; *cell; cell++) {
		if (*cell == '"')
			text_add_char(text, '"');
		text_add_char(text, *cell);
	}
	text_add_char(text, '"');
}

static void add_row(struct text *text, const struct reject *reject)
{
	struct text reason = { 0 };

	reject_explain(&reason, reject);
	add_cell(text, reject->place.file);
	text_add_char(text, ';');
	if (reject->place.line > 0)
		text_printf(text, "%ld", reject->place.line);
	text_add_char(text, ';');
	add_cell(text, reject->place.header ? reject->place.header : "");
	text_add_char(text, ';');
	add_cell(text, reject->value ? reject->value : "");
	if (reject->mark)
		text_printf(text, " %s", reject->mark);
	text_add_char(text, ';');
	add_cell(text, text_string(&reason));
	text_add(text, ROW_END);
	text_clear(&reason);
}

bool rejects_save(const struct rejects *rejects, const char *path,
		  struct text *why)
{
	struct text text = { 0 };
	bool any = false;
	bool ok = true;

	text_add(&text, BYTE_ORDER_MARK);
	text_printf(&text, "%s;%s;%s;%s;%s" ROW_END, _("File"), _("Line"),
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
