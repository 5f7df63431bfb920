#include "ingest/filter.h"

#include "ingest/intake.h"
#include "ingest/row.h"
#include "model/cell.h"
#include "model/where.h"

static bool is_unit(const struct row *row, const char *name)
{
	const struct registry *reg = row->intake->reg;
	const struct unit *unit = register_unit_named(reg, name);

	return unit && (size_t)(unit - reg->units) == row->unit;
}

static bool is_text(const struct row *row, const struct column *column,
		    const struct row_value *value, const char *text)
{
	switch (column->type) {
	case COLUMN_UNIT:
		return is_unit(row, text);
	case COLUMN_INDICATOR:
		return register_indicator_named(row->intake->reg, text) ==
		       value->indicator;
	default:
		return cell_same(value->raw, text);
	}
}

/* Below zero, zero or above as the cell is below, at or above the value. */
static int compare(const struct column *column, const struct row_value *value,
		   const struct where_value *with)
{
	if (column->type == COLUMN_NUMBER)
		return decimal_compare(value->number, with->number);
	return date_compare(value->window.first, with->day);
}

static bool is_ordered(const struct column *column)
{
	return column->type == COLUMN_NUMBER || column->type == COLUMN_DATE ||
	       column->type == COLUMN_MONTH || column->type == COLUMN_PERIOD;
}

static bool is_any(const struct where_condition *condition,
		   const struct row *row, const struct column *column,
		   const struct row_value *value)
{
	for (size_t i = 0; i < condition->value_count; i++) {
		const struct where_value *wanted = &condition->values[i];

		if (is_ordered(column)
			    ? compare(column, value, wanted) == 0
			    : is_text(row, column, value, wanted->text))
			return true;
	}
	return false;
}

static bool condition_holds(const struct where_condition *condition,
			    const struct row *row)
{
	const struct column *column =
		&row->intake->profile->columns[condition->at];
	const struct row_value *value = &row->values[condition->at];
	const struct where_value *with = condition->values;

	if (condition->test == WHERE_MISSING)
		return !value->sound;
	if (!value->sound)
		return false;
	switch (condition->test) {
	case WHERE_EQ:
		return is_any(condition, row, column, value);
	case WHERE_BELOW:
		return compare(column, value, with) < 0;
	case WHERE_AT_MOST:
		return compare(column, value, with) <= 0;
	case WHERE_ABOVE:
		return compare(column, value, with) > 0;
	case WHERE_AT_LEAST:
		return compare(column, value, with) >= 0;
	case WHERE_BETWEEN:
		return compare(column, value, with) >= 0 &&
		       compare(column, value, with + 1) <= 0;
	default:
		return true; /* present */
	}
}

static bool all_hold(const struct where_all *all, const struct row *row)
{
	for (size_t i = 0; i < all->count; i++)
		if (!condition_holds(&all->list[i], row))
			return false;
	return true;
}

bool filter_holds(const struct where *where, const struct row *row)
{
	for (size_t i = 0; i < where->count; i++)
		if (all_hold(&where->list[i], row))
			return true;
	return where->count == 0;
}
