#include "model/calendar.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

static bool is_code(const char *code)
{
	return strlen(code) == 4 && strspn(code, "0123456789") == 4;
}

bool workspace_declare(struct workspace *workspace, struct arena *arena,
		       const struct lua_file *file,
		       const struct lua_node *statement)
{
	static const char *const names[] = { "municipality", "code",
					     "language",     "decimal",
					     "drafts",       NULL };
	struct declaration given = { arena, file, statement, false };
	struct workspace made = { 0 };

	declaration_only(&given, names);
	made.municipality = declaration_string(&given, "municipality", true);
	made.code = declaration_string(&given, "code", true);
	made.language = declaration_string(&given, "language", true);
	made.decimal = declaration_char(&given, "decimal", ",.");
	made.drafts = declaration_whole(&given, "drafts", 0);
	if (made.code && !is_code(made.code))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("code = \"%s\" must be four digits"), made.code);
	if (made.language && !lang_known(made.language))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("language = \"%s\" must be \"sv\" or \"en\""),
		       made.language);
	if (workspace->municipality)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("there may be only one workspace { … }"));
	if (given.refused)
		return false;
	*workspace = made;
	return true;
}

bool report_is_archive(const char *level)
{
	return strcmp(level, "3a") == 0 || strcmp(level, "2a") == 0;
}

bool report_kept_beside(const char *level)
{
	return level && strcmp(level, "2a") == 0;
}

static void take_archive(struct report_kind *report, struct declaration *given)
{
	report->archive = declaration_string(given, "archive", false);
	if (report->archive && !report_is_archive(report->archive))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("archive = \"%s\" must be \"3a\" (PDF/A-3a, with the "
			 "report's XML inside) or \"2a\" (PDF/A-2a, without)"),
		       report->archive);
}

bool report_declare(struct reports *reports, struct arena *arena,
		    const struct lua_file *file,
		    const struct lua_node *statement)
{
	static const char *const names[] = { "id",   "title",   "template",
					     "unit", "archive", "year_end",
					     NULL };
	struct declaration given = { arena, file, statement, false };
	struct report_kind report = { 0 };

	declaration_only(&given, names);
	report.id = declaration_id(&given, "id");
	report.title = declaration_string(&given, "title", true);
	report.template = declaration_id(&given, "template");
	report.unit = declaration_id(&given, "unit");
	take_archive(&report, &given);
	report.year_end.list =
		declaration_list(&given, "year_end", &report.year_end.count);
	if (report.id && report_lookup(reports, report.id))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("the report \"%s\" is declared twice"), report.id);
	if (given.refused)
		return false;

	reports->list = arena_grow(arena, reports->list, reports->count,
				   sizeof(*reports->list));
	reports->list[reports->count++] = report;
	return true;
}

static void take_period(struct close_plan *plan, struct declaration *given)
{
	plan->period = declaration_string(given, "period", true);
	if (plan->period && !window_of_period(&plan->window, plan->period))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("period = \"%s\" is not known; write it as 2025, "
			 "2025-H1, 2025-T1, 2025-Q1, 2025-04 or "
			 "2023-01..2023-08"),
		       plan->period);
}

static void take_days(struct close_plan *plan, struct declaration *given)
{
	bool opens = declaration_date(given, "opens", &plan->opens);
	bool deadline = declaration_date(given, "deadline", &plan->deadline);

	(void)declaration_date(given, "as_of", &plan->as_of);
	if (opens && deadline && date_compare(plan->deadline, plan->opens) < 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the deadline is before the day it opens"));
}

/* "2025-T1/r2" */
static bool is_revision(const char *name, struct arena *arena)
{
	const char *slash = strrchr(name, '/');
	struct window window;

	return slash && slash[1] == 'r' && slash[2] >= '1' && slash[2] <= '9' &&
	       slash[2 + strspn(slash + 2, "0123456789")] == '\0' &&
	       window_of_period(&window, arena_strndup(arena, name,
						       (size_t)(slash - name)));
}

static void take_compare(struct close_plan *plan, struct declaration *given)
{
	plan->compare = declaration_string(given, "compare", false);
	if (plan->compare && !is_revision(plan->compare, given->arena))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("compare = \"%s\" must name a period and a revision "
			 "of the same report, as \"2025-T1/r1\""),
		       plan->compare);
}

bool close_declare(struct calendar *calendar, struct arena *arena,
		   const struct lua_file *file,
		   const struct lua_node *statement)
{
	static const char *const names[] = { "period",  "report",   "as_of",
					     "opens",   "deadline", "sources",
					     "compare", NULL };
	struct declaration given = { arena, file, statement, false };
	struct close_plan plan = { .rules_file = file->path,
				   .line = statement->line };

	declaration_only(&given, names);
	take_period(&plan, &given);
	take_days(&plan, &given);
	plan.report = declaration_id(&given, "report");
	take_compare(&plan, &given);
	plan.sources = declaration_list(&given, "sources", &plan.source_count);
	if (plan.source_count == 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("sources = { … } must name what the report is made "
			 "from"));
	if (plan.period && plan.report &&
	    calendar_lookup(calendar, plan.period, plan.report))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("the close of %s for %s is declared twice"),
		       plan.report, plan.period);
	if (given.refused)
		return false;

	calendar->list = arena_grow(arena, calendar->list, calendar->count,
				    sizeof(*calendar->list));
	calendar->list[calendar->count++] = plan;
	return true;
}

const struct report_kind *report_lookup(const struct reports *reports,
					const char *id)
{
	for (size_t i = 0; i < reports->count; i++)
		if (strcmp(reports->list[i].id, id) == 0)
			return &reports->list[i];
	return NULL;
}

const struct close_plan *calendar_lookup(const struct calendar *calendar,
					 const char *period, const char *report)
{
	for (size_t i = 0; i < calendar->count; i++) {
		const struct close_plan *plan = &calendar->list[i];

		if (strcmp(plan->period, period) == 0 &&
		    strcmp(plan->report, report) == 0)
			return plan;
	}
	return NULL;
}

int plan_source_width(const struct close_plan *plan)
{
	size_t width = 20;

	for (size_t i = 0; i < plan->source_count; i++)
		if (strlen(plan->sources[i]) > width)
			width = strlen(plan->sources[i]);
	return (int)width;
}
