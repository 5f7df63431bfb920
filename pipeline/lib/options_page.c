#include <stdio.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/options.h"
#include "lib/text.h"

/* In troff: no hyphen of its making, no escapes, no requests. */
static void add_safely(struct text *page, const char *words)
{
	bool begins = true;

	for (; *words; words++) {
		if (begins && (*words == '.' || *words == '\''))
			text_add(page, "\\&");
		if (*words == '\\')
			text_add(page, "\\e");
		else if (*words == '-')
			text_add(page, "\\-");
		else
			text_add_char(page, *words);
		begins = *words == '\n';
	}
}

/* "bokslut-run" of "bokslut run [PERIOD]": a subcommand is in small letters. */
static void add_name(struct text *page, const char *usage)
{
	const size_t program = strcspn(usage, " ");
	const char *command = usage + program + (usage[program] == ' ');
	const size_t len = strspn(command, "abcdefghijklmnopqrstuvwxyz");

	text_add_bytes(page, usage, program);
	if (len > 0 && (command[len] == ' ' || command[len] == '\0')) {
		text_add_char(page, '-');
		text_add_bytes(page, command, len);
	}
}

static void add_head(struct text *page, const struct command_line *line)
{
	struct text name = { 0 };

	add_name(&name, line->usage);
	text_printf(page, ".TH %s 1 \"\" \"bokslut %s\" bokslut\n", name.at,
		    VERSION);
	text_printf(page, ".SH %s\n", _("NAME"));
	add_safely(page, name.at);
	text_add(page, " \\- ");
	add_safely(page, gettext(line->brief ? line->brief : line->about));
	text_printf(page, "\n.SH %s\n", _("SYNOPSIS"));
	add_safely(page, gettext(line->usage));
	text_printf(page, "\n.SH %s\n", _("DESCRIPTION"));
	add_safely(page, gettext(line->about));
	text_add(page, "\n");
	text_clear(&name);
}

/* Lines as they stand. */
static void add_lines(struct text *page, const char *title, const char *lines)
{
	text_printf(page, ".SH %s\n.nf\n", title);
	add_safely(page, lines);
	text_add(page, ".fi\n");
}

static void add_option(struct text *page, const struct option_row *row)
{
	text_add(page, ".TP\n\\fB");
	if (row->letter)
		text_printf(page, "\\-%c\\fR, \\fB", row->letter);
	text_add(page, "\\-\\-");
	add_safely(page, row->name);
	text_add(page, "\\fR");
	if (row->value)
		text_printf(page, " \\fI%s\\fR", gettext(row->value));
	text_add(page, "\n");
	add_safely(page, gettext(row->about));
	text_add(page, "\n");
}

static void add_options(struct text *page, const struct command_line *line)
{
	const struct option_row common[] = {
		{ .name = "help",
		  .about = N_("Print this and do nothing else.") },
		{ .name = "version",
		  .about = N_("Print version and libraries and do nothing "
			      "else.") },
	};

	text_printf(page, ".SH %s\n", _("OPTIONS"));
	for (size_t i = 0; i < line->row_count; i++)
		add_option(page, &line->rows[i]);
	for (size_t i = 0; i < COUNT_OF(common); i++)
		add_option(page, &common[i]);
}

static void add_statuses(struct text *page)
{
	static const struct {
		int status;
		const char *about;
	} statuses[] = {
		{ 0, N_("Done; notes are counted in the last line.") },
		{ 64, N_("The command line is wrong.") },
		{ 65, N_("The input is wrong; with --strict also for notes.") },
		{ 66, N_("There is no such period, report or file.") },
		{ 70, N_("A fault of the program itself.") },
		{ 73, N_("A file cannot be written.") },
		{ 74, N_("A file cannot be read.") },
		{ 75, N_("Not ready: an export is missing, too old or still "
			 "arriving, or another run is at work.") },
		{ 77, N_("A gate of publishing is closed.") },
		{ 78, N_("A rule, template, profile or calendar is wrong.") },
	};

	text_printf(page, ".SH %s\n%s\n", _("EXIT STATUS"),
		    _("As in sysexits(3); the gravest thing told counts."));
	for (size_t i = 0; i < COUNT_OF(statuses); i++) {
		text_printf(page, ".TP\n%d\n", statuses[i].status);
		add_safely(page, gettext(statuses[i].about));
		text_add(page, "\n");
	}
}

void options_print_page(const struct command_line *line)
{
	struct text page = { 0 };
	struct text list = { 0 };

	add_head(&page, line);
	if (line->list) {
		line->list(&list);
		add_lines(&page, _("COMMANDS"), text_string(&list));
	}
	add_options(&page, line);
	if (line->examples)
		add_lines(&page, _("EXAMPLES"), gettext(line->examples));
	add_statuses(&page);
	printf("%s", page.at);
	text_clear(&page);
	text_clear(&list);
}
