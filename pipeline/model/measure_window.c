#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"
#include "model/measure_take.h"

/* A whole number from `least` to `most` in the field `name` of a call. */
static int take_count(struct declaration *given, const struct lua_node *call,
		      const char *name, const long limits[2])
{
	struct declaration part = { given->arena, given->file, call, false };
	long count = declaration_whole(&part, name, limits[0]);

	if (count < limits[0] || count > limits[1]) {
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, call),
		       _("%s = %ld must be %ld to %ld"), name, count, limits[0],
		       limits[1]);
		count = limits[0];
	}
	if (part.refused)
		given->refused = true;
	return (int)count;
}

/* The only fields of a call. */
static void take_fields(struct window_rule *rule, struct declaration *given,
			const struct lua_node *call)
{
	static const char *const lag[] = { "lag", NULL };
	static const char *const rolling[] = { "lag", "months", NULL };
	static const char *const days[] = { "days", "lag", NULL };
	static const long lags[2] = { 0, 11 };
	static const long months[2] = { 1, 120 };
	static const long day_limits[2] = { 1, 3660 };
	struct declaration part = { given->arena, given->file, call, false };

	declaration_only(&part, rule->kind == WINDOW_ROLLING     ? rolling
				: rule->kind == WINDOW_LAST_DAYS ? days
								 : lag);
	rule->lag = take_count(given, call, "lag", lags);
	if (rule->kind == WINDOW_ROLLING)
		rule->length =
			lua_field(call, "months")
				? take_count(given, call, "months", months)
				: 12;
	if (rule->kind == WINDOW_LAST_DAYS)
		rule->length = take_count(given, call, "days", day_limits);
	if (part.refused)
		given->refused = true;
}

/* `own` needs a window, `each_month` may have one. */
static void take_own(struct window_rule *rule, struct declaration *given,
		     const struct lua_node *call)
{
	const struct lua_node *item =
		call->item_count == 1 ? call->items[0] : NULL;

	if (rule->kind == WINDOW_EACH_MONTH && call->item_count == 0 &&
	    call->field_count == 0)
		return;
	if (!item || item->kind != LUA_NODE_STRING ||
	    !window_parse(&rule->window, item->text) ||
	    (rule->kind == WINDOW_EACH_MONTH &&
	     rule->window.form != WINDOW_MONTHS))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, call),
		       _("%s needs a window: %s(\"2023-01..2023-08\")"),
		       call->text, call->text);
}

void measure_take_window(struct measure *measure, struct declaration *given)
{
	static const struct {
		const char *word;
		enum window_kind kind;
	} words[] = {
		{ "period", WINDOW_PERIOD },
		{ "accumulated", WINDOW_ACCUMULATED },
		{ "whole_year", WINDOW_WHOLE_YEAR },
		{ "rolling", WINDOW_ROLLING },
		{ "last_days", WINDOW_LAST_DAYS },
		{ "at_end", WINDOW_AT_END },
		{ "each_month", WINDOW_EACH_MONTH },
		{ "own", WINDOW_OWN },
	};
	struct window_rule *rule = &measure->window;
	const struct lua_node *field = lua_field(given->node, "window");
	bool known = false;

	if (!field)
		return;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (field->kind == LUA_NODE_CALL &&
		    strcmp(field->text, words[i].word) == 0) {
			rule->kind = words[i].kind;
			known = true;
		}
	if (!known)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, field),
		       _("window must be period(), accumulated { lag = … }, "
			 "whole_year(), rolling { months = … }, "
			 "last_days { days = … }, at_end(), each_month() or "
			 "own(\"…\")"));
	else if (rule->kind == WINDOW_OWN || rule->kind == WINDOW_EACH_MONTH)
		take_own(rule, given, field);
	else if (rule->kind != WINDOW_PERIOD && rule->kind != WINDOW_WHOLE_YEAR)
		take_fields(rule, given, field);
}

/* January to the period's last month less the lag, but January at least: the
 * window never leaves the period's year. */
static struct window accumulated(const struct window *period, int lag)
{
	int last = period->last.month - lag;

	return window_of_months(period->last.year, 1, last > 1 ? last : 1);
}

/* The period's last month less the lag. */
static struct window last_month(const struct window *period, int lag)
{
	int month = period->last.year * 12 + period->last.month - 1 - lag;

	return window_of_months(month / 12, month % 12 + 1, month % 12 + 1);
}

static struct window last_days(struct date last, int days)
{
	return (struct window){ .form = days == 1 ? WINDOW_DAY : WINDOW_DAYS,
				.first = date_plus(last, 1 - days),
				.last = last };
}

struct window window_of_rule(const struct window_rule *rule,
			     const struct window *period)
{
	switch (rule->kind) {
	case WINDOW_ACCUMULATED:
		return accumulated(period, rule->lag);
	case WINDOW_WHOLE_YEAR:
		return window_of_months(period->last.year, 1, 12);
	case WINDOW_ROLLING:
		return window_trailing(last_month(period, rule->lag),
				       rule->length);
	case WINDOW_LAST_DAYS:
		return last_days(last_month(period, rule->lag).last,
				 rule->length);
	case WINDOW_AT_END:
		return last_days(last_month(period, rule->lag).last, 1);
	case WINDOW_EACH_MONTH:
		return rule->window.form == WINDOW_NONE ? accumulated(period, 0)
							: rule->window;
	case WINDOW_OWN:
		return rule->window;
	case WINDOW_PERIOD:
		break;
	}
	return *period;
}
