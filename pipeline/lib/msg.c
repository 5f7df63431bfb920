#include "lib/msg.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/encoding_proof.h"
#include "lib/lang.h"
#include "lib/text.h"

#define TOLD_AT_MOST 50
#define LINE_LONGEST ((size_t)4096) /* bytes */

/* How often one cause was told about one file. */
struct told {
	const char *file;  /* "" for none */
	const void *cause; /* compared as a pointer: mostly the format */
	long count;
};

static struct {
	const char *program;
	enum outcome outcome;
	long notes;
	bool strict;
	bool quiet;
	struct arena arena;
	struct told *told;
	size_t told_count;
} state = { .program = "bokslut" };

static const int statuses[] = {
	[OUTCOME_CLEAN] = 0,          [OUTCOME_NOTED] = 0,
	[OUTCOME_NOT_READY] = 75,     [OUTCOME_GATED] = 77,
	[OUTCOME_ABSENT] = 66,        [OUTCOME_REFUSED] = 65,
	[OUTCOME_MISCONFIGURED] = 78, [OUTCOME_MISUSED] = 64,
	[OUTCOME_UNREAD] = 74,        [OUTCOME_UNWRITTEN] = 73,
	[OUTCOME_BROKEN] = 70,
};

/*
 * A file that is opened takes the lowest free number: were it that of a closed
 * stdout or stderr, what is told would be written into it.
 */
static void fill_standard_streams(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDWR);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		(void)close(fd);
}

void msg_start(const char *program)
{
	state.program = program;
	fill_standard_streams();
}

void msg_strict(bool strict)
{
	state.strict = strict;
}

void msg_quiet(bool quiet)
{
	state.quiet = quiet;
}

static void note_outcome(enum outcome outcome)
{
	if (outcome > state.outcome)
		state.outcome = outcome;
	if (outcome == OUTCOME_NOTED)
		state.notes++;
}

static struct told *told_of(const char *file, const void *cause)
{
	struct told *told;

	for (size_t i = 0; i < state.told_count; i++) {
		told = &state.told[i];
		if (told->cause == cause && strcmp(told->file, file) == 0)
			return told;
	}
	state.told = arena_grow(&state.arena, state.told, state.told_count,
				sizeof(*state.told));
	told = &state.told[state.told_count++];
	told->file = arena_strdup(&state.arena, file);
	told->cause = cause;
	told->count = 0;
	return told;
}

static void add_place(struct text *line, struct place place)
{
	text_add(line, place.file);
	if (place.line > 0)
		text_printf(line, ":%ld", place.line);
	text_add(line, ": ");
	if (place.column > 0 && place.header)
		text_printf(line, _("column %d (%s): "), place.column,
			    place.header);
	else if (place.column > 0)
		text_printf(line, _("column %d: "), place.column);
	else if (place.header)
		text_printf(line, "%s: ", place.header);
}

/* The length of the character that stands here; 0 if it is no UTF-8. */
static size_t character_len(const char *at, size_t left)
{
	for (size_t len = 1; len <= 4 && len <= left; len++)
		if (encoding_valid_utf8(at, len) == len)
			return len;
	return 0;
}

/* A control character, or one that turns the direction of what is written. */
static bool is_obeyed(const char *at, size_t len)
{
	static const char *const first[] = { "\xC2\x80", "\xE2\x80\xA8",
					     "\xE2\x81\xA6" };
	static const char *const last[] = { "\xC2\x9F", "\xE2\x80\xAE",
					    "\xE2\x81\xA9" };

	for (size_t i = 0; i < COUNT_OF(first); i++)
		if (len == strlen(first[i]) && memcmp(at, first[i], len) >= 0 &&
		    memcmp(at, last[i], len) <= 0)
			return true;
	return len == 1 && ((unsigned char)*at < ' ' || *at == '\x7F');
}

static bool is_break(char letter)
{
	return letter == '\t' || letter == '\n' || letter == '\r';
}

/*
 * A message quotes what stands in files, and their names.  What is not to be
 * seen but obeyed by a terminal, or would look like another line, is replaced.
 */
static void add_harmless(struct text *line, const char *at, size_t left)
{
	while (left > 0 && line->len < LINE_LONGEST) {
		const size_t len = character_len(at, left);

		if (is_break(*at))
			text_add_char(line, ' ');
		else if (len == 0 || is_obeyed(at, len))
			text_add(line, "\xEF\xBF\xBD");
		else
			text_add_bytes(line, at, len);
		at += len > 0 ? len : 1;
		left -= len > 0 ? len : 1;
	}
	if (left > 0)
		text_add(line, "…");
}

static void print_line(struct text *line)
{
	struct text shown = { 0 };

	add_harmless(&shown, text_string(line), line->len);
	text_add_char(&shown, '\n');
	(void)fflush(stdout);
	(void)fwrite(shown.at, 1, shown.len, stderr);
	text_clear(&shown);
	text_clear(line);
}

void msg_say(enum outcome outcome, const char *format, ...)
{
	struct text line = { 0 };
	va_list args;

	note_outcome(outcome);
	if (state.quiet && outcome <= OUTCOME_NOTED)
		return;
	if (outcome > OUTCOME_NOTED)
		text_printf(&line, "%s: ", state.program);
	va_start(args, format);
	text_vprintf(&line, format, args);
	va_end(args);
	print_line(&line);
}

void msg_at(enum outcome outcome, struct place place, const char *format, ...)
{
	struct text line = { 0 };
	va_list args;

	note_outcome(outcome);
	if (state.quiet && outcome <= OUTCOME_NOTED)
		return;
	if (!place.file)
		place.file = "";
	if (++told_of(place.file, format)->count > TOLD_AT_MOST)
		return;
	add_place(&line, place);
	va_start(args, format);
	text_vprintf(&line, format, args);
	va_end(args);
	print_line(&line);
}

void msg_made(enum outcome outcome, struct place place, const void *cause,
	      const char *sentence)
{
	struct text line = { 0 };

	note_outcome(outcome);
	if (state.quiet && outcome <= OUTCOME_NOTED)
		return;
	if (!place.file)
		place.file = "";
	if (++told_of(place.file, cause)->count > TOLD_AT_MOST)
		return;
	add_place(&line, place);
	text_add(&line, sentence);
	print_line(&line);
}

void msg_outcome_of_status(int status)
{
	enum outcome outcome = OUTCOME_BROKEN;

	if (status == 0)
		return;
	for (size_t i = OUTCOME_NOT_READY; i < COUNT_OF(statuses); i++)
		if (statuses[i] == status)
			outcome = (enum outcome)i;
	note_outcome(outcome);
}

enum outcome msg_outcome(void)
{
	return state.outcome;
}

long msg_notes(void)
{
	return state.notes;
}

void msg_tell_counted(void)
{
	for (size_t i = 0; i < state.told_count; i++) {
		const struct told *told = &state.told[i];
		struct text line = { 0 };

		if (told->count <= TOLD_AT_MOST)
			continue;
		text_printf(&line, _("%s: and %ld more of the same kind"),
			    told->file, told->count - TOLD_AT_MOST);
		print_line(&line);
	}
	arena_clear(&state.arena);
	state.told = NULL;
	state.told_count = 0;
}

static void pass_notes_on(void)
{
	const char *named = getenv(MSG_NOTES_TO);
	long fd = named ? strtol(named, NULL, 10) : 0;

	if (fd > STDERR_FILENO && fd <= INT_MAX)
		(void)dprintf((int)fd, "%ld\n", state.notes);
}

void msg_add_notes(const char *lines)
{
	char *end = NULL;
	long count;

	for (; *lines; lines = *end ? end + 1 : end) {
		count = strtol(lines, &end, 10);
		if (count > 0)
			note_outcome(OUTCOME_NOTED);
		if (count > 1)
			state.notes += count - 1;
	}
}

int msg_status(void)
{
	pass_notes_on();
	msg_tell_counted();
	if (fflush(stdout) != 0 || ferror(stdout))
		msg_say(OUTCOME_UNREAD,
			_("what was printed could not be written to where "
			  "standard output goes"));
	if (state.strict && state.outcome == OUTCOME_NOTED)
		return statuses[OUTCOME_REFUSED];
	return statuses[state.outcome];
}
