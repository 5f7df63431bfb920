#include "model/freshness.h"

#include "lib/lang.h"
#include "model/declaration.h"
#include "model/facts.h"
#include "model/profile.h"

static bool has_time(const struct column *column)
{
	return column->type == COLUMN_MONTH || column->type == COLUMN_PERIOD ||
	       column->type == COLUMN_DATE;
}

static long take_count(struct declaration *given, const char *name, long most)
{
	long count = declaration_whole(given, name, 0);

	if (count >= 0 && count <= most)
		return count;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("%s = %ld must be 0 to %ld"), name, count, most);
	return 0;
}

static const struct column *take_column(const struct profile *profile,
					struct declaration *given)
{
	const char *as = declaration_string(given, "column", false);
	const struct column *column = as ? profile_column(profile, as) : NULL;

	if (as && (!column || !has_time(column)))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("column = \"%s\" must name a column with "
			 "type = \"month\", \"period\" or \"date\""),
		       as);
	return column;
}

bool freshness_take(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "column", "stamp", "lag", "days",
					     NULL };
	struct freshness *freshness = &profile->freshness;

	declaration_only(given, names);
	if (freshness->column || freshness->stamp)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a source has one freshness { … }, not two"));
	freshness->column = take_column(profile, given);
	freshness->stamp = declaration_string(given, "stamp", false);
	freshness->lag = take_count(given, "lag", FRESHNESS_MONTHS);
	freshness->days = take_count(given, "days", FRESHNESS_DAYS);
	if (!given->refused && !freshness->column == !freshness->stamp)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("freshness needs either column = \"…\" or "
			 "stamp = \"…\""));
	return !given->refused;
}

struct date freshness_wanted(const struct freshness *freshness,
			     const struct window *period)
{
	struct date day = period->last;
	long months;

	if (!freshness->column && !freshness->stamp)
		return (struct date){ 0 };
	if (freshness->lag > 0) {
		months = day.year * 12L + day.month - 1 - freshness->lag;
		day.year = (int)(months / 12);
		day.month = (int)(months % 12) + 1;
		day.day = date_days_in_month(day.year, day.month);
	}
	return date_plus(day, -freshness->days);
}

struct date freshness_reached(const struct freshness *freshness,
			      const struct facts *facts)
{
	struct date reached = { 0 };

	for (size_t i = 0; i < facts->file_count; i++) {
		struct date day = facts->files[i].reaches;
		int order = date_compare(day, reached);

		if (i == 0 || (freshness->stamp ? order < 0 : order > 0))
			reached = day;
	}
	return reached;
}
