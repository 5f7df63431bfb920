/*
 * calendar - the workspace, its reports, and which closes are due when.
 *
 * Declared in rules/workspace.lua and rules/calendar.lua:
 *	workspace { municipality = "Nordvikens kommun", code = "0000",
 *	  language = "sv", decimal = "," }
 *	report { id = "prognosrapport", title = "Prognosrapport",
 *	  template = "prognosrapport", unit = "son" }
 *	close { period = "2025-T1", report = "prognosrapport",
 *	  as_of = "2025-05-05", opens = "2025-05-02", deadline = "2025-05-16",
 *	  sources = { "hr.absence", … } }
 */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/names.h"
#include "model/window.h"

struct lua_file;
struct lua_node;

struct workspace {
	const char *municipality;
	const char *code;     /* four digits */
	const char *language; /* of reports and messages: "sv", "en" */
	char decimal;         /* ',' or '.', in the register, history and
				 corrections */
	long drafts;          /* that are kept of a close, from 1; 0: all */
};

struct report_kind {
	const char *id;
	const char *title;
	const char *template;  /* templates/<template>.xml */
	const char *unit;      /* the committee */
	const char *archive;   /* of PDF/A: "3a", "2a"; NULL: 3a */
	struct names year_end; /* kinds of goals that need a grade stated for
				  year end */
};

struct reports {
	struct report_kind *list;
	size_t count;
};

struct close_plan {
	const char *period; /* "2025-T1" */
	struct window window;
	const char *report;
	struct date as_of;
	struct date opens;
	struct date deadline;
	const char **sources;
	size_t source_count;
	const char *compare; /* "2025-T1/r2": period and revision of the same
				report to compare with; NULL for none */
	const char *rules_file;
	long line;
};

/* The width in which the ids of its sources line up: 20 characters or more. */
int plan_source_width(const struct close_plan *plan);

struct calendar {
	struct close_plan *list;
	size_t count;
};

/* Take one statement; false if it was refused (told). */
bool workspace_declare(struct workspace *workspace, struct arena *arena,
		       const struct lua_file *file,
		       const struct lua_node *statement) MUST_CHECK;
bool report_declare(struct reports *reports, struct arena *arena,
		    const struct lua_file *file,
		    const struct lua_node *statement) MUST_CHECK;
bool close_declare(struct calendar *calendar, struct arena *arena,
		   const struct lua_file *file,
		   const struct lua_node *statement) MUST_CHECK;

/*
 * Whether a level of PDF/A is one that reports are made as, and whether their
 * XML then is kept beside the PDF alone: 2a, for archives that take no
 * attachments.  NULL is 3a.
 */
bool report_is_archive(const char *level);
bool report_kept_beside(const char *level);

/* By id, or by period and report; borrowed, NULL if there is none such. */
const struct report_kind *report_lookup(const struct reports *reports,
					const char *id);
const struct close_plan *calendar_lookup(const struct calendar *calendar,
					 const char *period,
					 const char *report);

#endif
