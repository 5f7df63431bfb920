#include "lib/options.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

#define HELP_KEY 1000
#define VERSION_KEY 1001
#define MAN_KEY 1002
#define FIRST_KEY 1003

static void print_list(const struct command_line *line)
{
	struct text lines = { 0 };

	if (!line->list)
		return;
	line->list(&lines);
	printf("\n%s\n%s", _("Commands:"), text_string(&lines));
	text_clear(&lines);
}

static void print_options(const struct command_line *line)
{
	printf("\n%s\n", _("Options:"));
	for (size_t i = 0; i < line->row_count; i++) {
		const struct option_row *row = &line->rows[i];
		struct text left = { 0 };

		if (row->letter)
			text_printf(&left, "-%c, ", row->letter);
		text_printf(&left, "--%s", row->name);
		if (row->value)
			text_printf(&left, " %s", gettext(row->value));
		printf("  %-22s %s\n", left.at, gettext(row->about));
		text_clear(&left);
	}
	printf("  %-22s %s\n", "--help", _("Print this and do nothing else."));
	printf("  %-22s %s\n", "--version",
	       _("Print version and libraries and do nothing else."));
}

static void print_help(const struct command_line *line)
{
	printf(_("usage: %s\n"), gettext(line->usage));
	printf("\n%s\n", gettext(line->about));
	print_list(line);
	print_options(line);
	if (line->examples)
		printf("\n%s\n%s", _("Examples:"), gettext(line->examples));
}

static void print_version(const struct command_line *line)
{
	struct text lines = { 0 };

	text_printf(&lines, "program %.*s %s\n", (int)strcspn(line->usage, " "),
		    line->usage, VERSION);
	if (line->libraries)
		line->libraries(&lines);
	printf("%s", lines.at);
	text_clear(&lines);
}

static bool read_count(const char *value, int *into)
{
	char *end = NULL;
	long count;

	errno = 0;
	count = strtol(value, &end, 10);
	if (errno || end == value || *end || count < 1 || count > INT_MAX)
		return false;
	*into = (int)count;
	return true;
}

static bool take(const struct option_row *row, const char *value)
{
	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)row->into = true;
		return true;
	case OPTION_STRING:
		*(const char **)row->into = value;
		/* "" would be a folder: the root of the machine */
		if (*value)
			return true;
		msg_say(OUTCOME_MISUSED, _("--%s wants a value"), row->name);
		return false;
	case OPTION_COUNT:
		if (read_count(value, row->into))
			return true;
		msg_say(OUTCOME_MISUSED,
			_("--%s wants a whole number from 1, not \"%s\""),
			row->name, value);
		return false;
	}
	return false;
}

/* What getopt_long wants to know, from our table. */
static struct option *long_options(const struct command_line *line,
				   struct text *letters)
{
	struct option *longs =
		mem_alloc((line->row_count + 4) * sizeof(*longs));

	text_add_char(letters, ':'); /* leave the telling to us */
	for (size_t i = 0; i < line->row_count; i++) {
		const struct option_row *row = &line->rows[i];

		longs[i].name = row->name;
		longs[i].has_arg = row->kind != OPTION_FLAG;
		longs[i].val = FIRST_KEY + (int)i;
		if (row->letter)
			text_printf(letters, "%c%s", row->letter,
				    longs[i].has_arg ? ":" : "");
	}
	longs[line->row_count].name = "help";
	longs[line->row_count].val = HELP_KEY;
	longs[line->row_count + 1].name = "version";
	longs[line->row_count + 1].val = VERSION_KEY;
	longs[line->row_count + 2].name = "man";
	longs[line->row_count + 2].val = MAN_KEY;
	return longs;
}

static const struct option_row *row_of(const struct command_line *line, int key)
{
	assert(line->rows || line->row_count == 0);
	for (size_t i = 0; i < line->row_count; i++) {
		const struct option_row *row = &line->rows[i];

		if (key == FIRST_KEY + (int)i ||
		    (row->letter && key == row->letter))
			return row;
	}
	return NULL;
}

/* `word` is what getopt_long() stumbled over, `key` what it made of it. */
static void tell_misuse(const struct command_line *line, int key,
			const char *word)
{
	const struct option_row *row = row_of(line, optopt);

	if (key == ':' && row)
		msg_say(OUTCOME_MISUSED, _("--%s wants a value"), row->name);
	else if (row)
		msg_say(OUTCOME_MISUSED, _("--%s takes no value"), row->name);
	else if (optopt > 0 && optopt < HELP_KEY)
		msg_say(OUTCOME_MISUSED, _("there is no option -%c"), optopt);
	else
		msg_say(OUTCOME_MISUSED, _("there is no option %s"), word);
	msg_say(OUTCOME_MISUSED, _("usage: %s"), gettext(line->usage));
}

/* What --lang names, before the line is read: misuse is told in it too. */
static const char *language_asked(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			return argv[i] + 7;
		if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			return argv[i + 1];
	}
	return LANG_DEFAULT;
}

/* Tell in `language`, or in the default that there is no such language. */
static bool start_language(const char *language)
{
	const bool known = lang_known(language);

	lang_start(known ? language : LANG_DEFAULT);
	if (!known)
		msg_say(OUTCOME_MISUSED, _("--lang wants sv or en, not \"%s\""),
			language);
	return known;
}

bool options_read(const struct command_line *line, int argc, char **argv,
		  int *first_word)
{
	struct text letters = { 0 };
	struct option *longs = long_options(line, &letters);
	bool ok = start_language(language_asked(argc, argv));
	int key;

	optind = 0; /* start anew: glibc's way */
	while (ok && (key = getopt_long(argc, argv, text_string(&letters),
					longs, NULL)) != -1) {
		const struct option_row *row = row_of(line, key);

		if (row) {
			ok = take(row, optarg);
			continue;
		}
		ok = false;
		if (key == HELP_KEY)
			print_help(line);
		else if (key == VERSION_KEY)
			print_version(line);
		else if (key == MAN_KEY)
			options_print_page(line);
		else
			tell_misuse(line, key, argv[optind - 1]);
	}
	*first_word = optind;
	free(longs);
	text_clear(&letters);
	return ok;
}
