#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "capture.h"
#include "lib/lang.h"
#include "lib/mem.h"
#include "lib/msg.h"
#include "lib/options.h"
#include "lib/text.h"

#define MOST_WORDS 8
#define USAGE "program: usage: program WORD…\n"

/* What one reading is about: filled by options_read(). */
struct wanted {
	bool quiet;
	const char *folder;
	int jobs;
};

static void add_library(struct text *lines)
{
	text_add(lines, "library one 2.0\n");
}

/*
 * "1 q1 x 3 <a>": done, quiet, folder ("-" if nobody named one), jobs, words;
 * behind it what was printed.
 */
static void read_words(struct text *got, const char *const words[MOST_WORDS])
{
	struct wanted into = { .folder = "-" };
	const struct option_row rows[] = {
		{ "quiet", 'q', OPTION_FLAG, NULL, N_("Say less."),
		  &into.quiet },
		{ "folder", 'C', OPTION_STRING, "DIR", N_("Work there."),
		  &into.folder },
		{ "jobs", 0, OPTION_COUNT, "N", N_("So many at once."),
		  &into.jobs },
	};
	const struct command_line line = {
		.usage = "program WORD…",
		.about = "About.",
		.examples = "  program -q x\n",
		.rows = rows,
		.row_count = COUNT_OF(rows),
		.libraries = add_library,
	};
	char *argv[MOST_WORDS + 2] = { mem_strdup("program") };
	struct capture out;
	struct capture err;
	struct text printed = { 0 };
	int first_word = 0;
	int argc = 1;
	bool ok;

	for (; words[argc - 1]; argc++)
		argv[argc] = mem_strdup(words[argc - 1]);
	capture_start(&out, STDOUT_FILENO);
	capture_start(&err, STDERR_FILENO);
	ok = options_read(&line, argc, argv, &first_word);
	capture_end(&err, &printed);
	capture_end(&out, &printed);

	text_printf(got, "%d q%d %s %d", ok, into.quiet, into.folder,
		    into.jobs);
	for (int i = first_word; ok && i < argc; i++)
		text_printf(got, " <%s>", argv[i]);
	text_printf(got, "\n%s", printed.at);
	for (int i = 0; i < argc; i++)
		free(argv[i]);
	text_clear(&printed);
}

static const struct {
	const char *label;
	const char *words[MOST_WORDS];
	const char *want;
} command_lines[] = {
	{ "nothing", { NULL }, "1 q0 - 0\n" },
	{ "words", { "a", "b" }, "1 q0 - 0 <a> <b>\n" },
	{ "every option",
	  { "--quiet", "--folder", "x", "--jobs=3" },
	  "1 q1 x 3\n" },
	{ "letters", { "-qC", "x", "-Cy" }, "1 q1 y 0\n" },
	{ "options behind words",
	  { "a", "-q", "b", "--jobs", "2" },
	  "1 q1 - 2 <a> <b>\n" },
	{ "words that look like options",
	  { "-q", "--", "-C", "--x" },
	  "1 q1 - 0 <-C> <--x>\n" },
	{ "jobs: none",
	  { "--jobs", "0" },
	  "0 q0 - 0\nprogram: --jobs wants a whole number from 1, not "
	  "\"0\"\n" },
	{ "jobs: a word behind the number",
	  { "--jobs=2x" },
	  "0 q0 - 0\nprogram: --jobs wants a whole number from 1, not "
	  "\"2x\"\n" },
	{ "jobs: nothing",
	  { "--jobs=" },
	  "0 q0 - 0\nprogram: --jobs wants a whole number from 1, not \"\"\n" },
	{ "jobs: too many",
	  { "--jobs=2147483648" },
	  "0 q0 - 0\nprogram: --jobs wants a whole number from 1, not "
	  "\"2147483648\"\n" },
	{ "jobs: as many as there are",
	  { "--jobs=2147483647" },
	  "1 q0 - 2147483647\n" },
	{ "no value",
	  { "a", "--folder" },
	  "0 q0 - 0\nprogram: --folder wants a value\n" USAGE },
	{ "no value behind a letter",
	  { "-C" },
	  "0 q0 - 0\nprogram: --folder wants a value\n" USAGE },
	{ "an empty value",
	  { "--folder=" },
	  "0 q0  0\nprogram: --folder wants a value\n" },
	{ "a language that nobody speaks",
	  { "--lang", "de" },
	  "0 q0 - 0\nprogram: --lang wants sv or en, not \"de\"\n" },
	{ "a value for a flag",
	  { "--quiet=yes" },
	  "0 q0 - 0\nprogram: --quiet takes no value\n" USAGE },
	{ "no such option",
	  { "a", "--loud", "b" },
	  "0 q0 - 0\nprogram: there is no option --loud\n" USAGE },
	{ "no such letter",
	  { "-qz" },
	  "0 q1 - 0\nprogram: there is no option -z\n" USAGE },
	{ "help",
	  { "a", "--help" },
	  "0 q0 - 0\n"
	  "usage: program WORD…\n"
	  "\n"
	  "About.\n"
	  "\n"
	  "Options:\n"
	  "  -q, --quiet            Say less.\n"
	  "  -C, --folder DIR       Work there.\n"
	  "  --jobs N               So many at once.\n"
	  "  --help                 Print this and do nothing else.\n"
	  "  --version              Print version and libraries and do nothing "
	  "else.\n"
	  "\n"
	  "Examples:\n"
	  "  program -q x\n" },
	{ "version",
	  { "--version" },
	  "0 q0 - 0\nprogram program " VERSION "\nlibrary one 2.0\n" },
};

static void every_command_line_is_read(void **state)
{
	int wrong = 0;

	(void)state;
	msg_start("program");
	for (size_t i = 0; i < COUNT_OF(command_lines); i++) {
		struct text got = { 0 };

		read_words(&got, command_lines[i].words);
		if (strcmp(got.at, command_lines[i].want) != 0) {
			print_error("%s: got %s, want %s\n",
				    command_lines[i].label, got.at,
				    command_lines[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
	assert_int_equal(msg_outcome(), OUTCOME_MISUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_command_line_is_read),
	};

	return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
