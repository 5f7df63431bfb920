/*
 * The state of msg is that of a process, so every row runs in one of its own.
 * Expected statuses are those of sysexits.h, by name.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <cmocka.h>

#include "capture.h"
#include "lib/mem.h"
#include "lib/msg.h"
#include "lib/text.h"

#define LONG 5000 /* bytes, and longer than a line may be */

struct scene {
	const char *label;
	void (*tell)(void);
	const char *want; /* on stderr, up to the status */
	int status;
};

/* What a scene prints, and behind it its status in brackets. */
static int run_scene(const struct scene *scene, struct text *got)
{
	struct capture capture;
	int status = -1;
	pid_t child;

	capture_start(&capture, STDERR_FILENO);
	child = fork();
	if (child == 0) {
		msg_start("program");
		scene->tell();
		_exit(msg_status());
	}
	if (child > 0)
		(void)waitpid(child, &status, 0);
	capture_end(&capture, got);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int try_scene(const struct scene *scene)
{
	struct text got = { 0 };
	int status = run_scene(scene, &got);
	int wrong = status != scene->status || strcmp(got.at, scene->want) != 0;

	if (wrong)
		print_error("%s: got %d \"%s\", want %d \"%s\"\n", scene->label,
			    status, got.at, scene->status, scene->want);
	text_clear(&got);
	return wrong;
}

static void tell_nothing(void)
{
}

static void tell_a_note(void)
{
	msg_say(OUTCOME_NOTED, "note %d", 1);
}

/* Colours, a bell, a backspace, NEL, a turned direction; bytes of no character
 * before, behind and between those of one. */
static void tell_what_is_obeyed(void)
{
	const struct place place = { .file = "a\nb\x1b[2J.csv", .line = 3 };

	msg_at(OUTCOME_NOTED, place,
	       "\x1b[31mred\a\b\x7f|\xC2\x85|\xE2\x80\xAEtxt|\xE2\x81\xA7|"
	       "\xE2\x80\xA9|\t|\r\n|\xFF\xC3\xA5\x80\xC3|\xED\xA0\x80");
	msg_at(OUTCOME_NOTED, place,
	       "åäö – \xE2\x80\xA7\xE2\x80\xAF\xC2\xA0 😀");
}

static void tell_at_length(void)
{
	char all[LONG + 1];

	for (size_t i = 0; i < LONG; i += 2)
		memcpy(all + i, "å", 2);
	all[LONG] = '\0';
	msg_say(OUTCOME_NOTED, "%s", all);
}

static void tell_a_strict_note(void)
{
	msg_strict(true);
	tell_a_note();
}

static void tell_strictly_not_ready(void)
{
	tell_a_strict_note();
	msg_say(OUTCOME_NOT_READY, "x");
}

static void tell_quiet_notes(void)
{
	msg_quiet(true);
	msg_strict(true);
	msg_say(OUTCOME_CLEAN, "hidden");
	tell_a_note();
	msg_at(OUTCOME_NOTED, (struct place){ .file = "f" }, "hidden");
}

static void tell_quiet_refusal(void)
{
	msg_quiet(true);
	msg_at(OUTCOME_REFUSED, (struct place){ .file = "f" }, "shown");
}

static void tell_grave_before_light(void)
{
	msg_say(OUTCOME_MISUSED, "x");
	msg_say(OUTCOME_REFUSED, "y");
	msg_say(OUTCOME_CLEAN, "z");
}

static void tell_places(void)
{
	static const struct place places[] = {
		{ .file = "f" },
		{ .file = "f", .line = 7 },
		{ .file = "f", .line = 7, .column = 3 },
		{ .file = "f", .line = 7, .column = 3, .header = "Timmar" },
		{ .file = "f", .line = 7, .header = "report/goal" },
	};

	for (size_t i = 0; i < COUNT_OF(places); i++)
		msg_at(OUTCOME_NOTED, places[i], "x%zu", i);
}

/* 50 of each cause and file are printed: here 50 + 1 + 1 of 62. */
static void tell_too_much(void)
{
	for (int i = 1; i <= 60; i++)
		msg_at(OUTCOME_REFUSED, (struct place){ .file = "f" }, "a%d",
		       i);
	msg_at(OUTCOME_REFUSED, (struct place){ .file = "g" }, "a%d", 0);
	msg_at(OUTCOME_REFUSED, (struct place){ .file = "f" }, "b%d", 0);
}

static void tell_fifty(void)
{
	for (int i = 1; i <= 50; i++)
		msg_at(OUTCOME_REFUSED, (struct place){ .file = "f" }, "a%d",
		       i);
}

static void hear_0(void)
{
	msg_outcome_of_status(0);
}

static void hear_66_then_65(void)
{
	msg_outcome_of_status(EX_NOINPUT);
	msg_outcome_of_status(EX_DATAERR);
}

static void hear_1(void)
{
	msg_outcome_of_status(1);
}

static void hear_a_signal(void)
{
	msg_outcome_of_status(128 + 11);
}

static void print_on_a_full_disk(void)
{
	(void)dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
	printf("lost\n");
}

/* The file that is opened next must not stand where messages go. */
static void start_without_streams(void)
{
	int fd;

	for (fd = STDIN_FILENO; fd <= STDOUT_FILENO; fd++)
		(void)close(fd);
	msg_start("program");
	fd = open("/dev/zero", O_RDONLY);
	if (fd <= STDERR_FILENO)
		tell_a_note();
	(void)close(fd);
}

/* The count of another comes back as a line, and counts with --strict. */
static void tell_for_another(void)
{
	char line[8] = { 0 };
	char name[8];
	int ends[2];

	if (pipe(ends) != 0)
		return;
	(void)snprintf(name, sizeof(name), "%d", ends[1]);
	(void)setenv(MSG_NOTES_TO, name, 1);
	tell_a_note();
	tell_a_note();
	(void)msg_status();
	(void)unsetenv(MSG_NOTES_TO);
	if (read(ends[0], line, sizeof(line) - 1) > 0)
		msg_say(OUTCOME_CLEAN, "<%s>", line);
}

static void hear_three_notes(void)
{
	msg_strict(true);
	msg_add_notes("1\n0\n2\n");
	msg_say(OUTCOME_CLEAN, "%ld", msg_notes());
}

static void hear_no_notes(void)
{
	msg_strict(true);
	msg_add_notes("0\n");
	msg_add_notes("");
}

static const struct scene scenes[] = {
	{ "notes for another", tell_for_another, "note 1\nnote 1\n<2 >\n",
	  EX_OK },
	{ "notes of others", hear_three_notes, "3\n", EX_DATAERR },
	{ "no notes of others", hear_no_notes, "", EX_OK },
	{ "stdout that takes nothing", print_on_a_full_disk,
	  "program: what was printed could not be written to where standard "
	  "output goes\n",
	  EX_IOERR },
	{ "streams that were closed", start_without_streams, "", EX_OK },
	{ "nothing", tell_nothing, "", EX_OK },
	{ "a note", tell_a_note, "note 1\n", EX_OK },
	{ "what a terminal obeys", tell_what_is_obeyed,
	  "a b�[2J.csv:3: �[31mred���|�|�txt|�|�| |  |�å��|���\n"
	  "a b�[2J.csv:3: åäö – \xE2\x80\xA7\xE2\x80\xAF\xC2\xA0 😀\n",
	  EX_OK },
	{ "--strict", tell_a_strict_note, "note 1\n", EX_DATAERR },
	{ "--strict changes nothing graver", tell_strictly_not_ready,
	  "note 1\nprogram: x\n", EX_TEMPFAIL },
	{ "--quiet --strict", tell_quiet_notes, "", EX_DATAERR },
	{ "--quiet hides no refusal", tell_quiet_refusal, "f: shown\n",
	  EX_DATAERR },
	{ "the gravest counts", tell_grave_before_light,
	  "program: x\nprogram: y\nz\n", EX_USAGE },
	{ "places", tell_places,
	  "f: x0\nf:7: x1\nf:7: column 3: x2\n"
	  "f:7: column 3 (Timmar): x3\nf:7: report/goal: x4\n",
	  EX_OK },
	{ "another's 0", hear_0, "", EX_OK },
	{ "another's 66 and 65", hear_66_then_65, "", EX_DATAERR },
	{ "another's 1 is nobody's", hear_1, "", EX_SOFTWARE },
	{ "another's signal", hear_a_signal, "", EX_SOFTWARE },
};

static void every_scene_is_told(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(scenes); i++)
		wrong += try_scene(&scenes[i]);
	assert_int_equal(wrong, 0);
}

static void of_one_cause_fifty_are_told(void **state)
{
	struct text want = { 0 };
	struct scene scene = { "fifty", tell_fifty, NULL, EX_DATAERR };
	int wrong;

	(void)state;
	for (int i = 1; i <= 50; i++)
		text_printf(&want, "f: a%d\n", i);
	scene.want = want.at;
	wrong = try_scene(&scene);
	text_add(&want, "g: a0\nf: b0\nf: and 10 more of the same kind\n");
	scene = (struct scene){ "sixty", tell_too_much, want.at, EX_DATAERR };
	wrong += try_scene(&scene);
	text_clear(&want);
	assert_int_equal(wrong, 0);
}

/* In order of gravity, least first. */
static const struct {
	enum outcome outcome;
	int status;
} status_rows[] = {
	{ OUTCOME_CLEAN, EX_OK },
	{ OUTCOME_NOTED, EX_OK },
	{ OUTCOME_NOT_READY, EX_TEMPFAIL },
	{ OUTCOME_GATED, EX_NOPERM },
	{ OUTCOME_ABSENT, EX_NOINPUT },
	{ OUTCOME_REFUSED, EX_DATAERR },
	{ OUTCOME_MISCONFIGURED, EX_CONFIG },
	{ OUTCOME_MISUSED, EX_USAGE },
	{ OUTCOME_UNREAD, EX_IOERR },
	{ OUTCOME_UNWRITTEN, EX_CANTCREAT },
	{ OUTCOME_BROKEN, EX_SOFTWARE },
};

/* One process through all of them: each is graver than the one before. */
static void every_outcome_has_its_status(void **state)
{
	struct capture capture;
	struct text told = { 0 };
	int wrong = 0;

	(void)state;
	capture_start(&capture, STDERR_FILENO);
	for (size_t i = 0; i < COUNT_OF(status_rows); i++) {
		msg_say(status_rows[i].outcome, "x");
		wrong += msg_status() != status_rows[i].status;
		wrong += msg_outcome() != status_rows[i].outcome;
	}
	capture_end(&capture, &told);
	assert_int_equal(msg_notes(), 1);
	assert_int_equal(wrong, 0);
	text_clear(&told);
}

/* 4096 bytes are 2048 letters. */
static void long_lines_are_cut(void **state)
{
	struct text want = { 0 };
	struct scene scene = { "at length", tell_at_length, NULL, EX_OK };

	(void)state;
	for (int i = 0; i < 2048; i++)
		text_add(&want, "å");
	text_add(&want, "…\n");
	scene.want = want.at;
	assert_int_equal(try_scene(&scene), 0);
	text_clear(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_lines_are_cut),
		cmocka_unit_test(every_scene_is_told),
		cmocka_unit_test(of_one_cause_fifty_are_told),
		cmocka_unit_test(every_outcome_has_its_status),
	};

	return cmocka_run_group_tests_name("msg", tests, NULL, NULL);
}
