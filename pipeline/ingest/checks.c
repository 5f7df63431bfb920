#include "ingest/checks.h"

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

static const struct row_value *value_of(const struct row *row,
					const struct column *column)
{
	return &row->values[column - row->intake->profile->columns];
}

bool checks_pass_by(const struct row *row)
{
	const struct profile *profile = row->intake->profile;
	const struct row_value *value;

	if (!profile->cut_off)
		return false;
	value = value_of(row, profile->cut_off);
	return value->sound &&
	       date_days_between(row->intake->window.last,
				 value->window.first) > profile->cut_off_days;
}

void checks_list_late(const struct row *row)
{
	const struct profile *profile = row->intake->profile;
	struct text last = { 0 };
	struct text day = { 0 };

	date_add_text(&last, date_plus(row->intake->window.last,
				       profile->cut_off_days));
	row_add_shown(row, &day, profile->cut_off);
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = LISTED_LATE,
				     .place = row_place(row, profile->cut_off),
				     .value = day.at,
				     .hint = last.at });
	text_clear(&last);
	text_clear(&day);
}

static int compare(const struct column *column, const struct row_value *a,
		   const struct row_value *b)
{
	if (column->type == COLUMN_DATE)
		return date_compare(a->window.first, b->window.first);
	return decimal_compare(a->number, b->number);
}

bool checks_hold(const struct row *row, const struct profile_check *check)
{
	const struct row_value *value = value_of(row, check->column);
	const struct row_value *other = value_of(row, check->other);
	int order;

	if (!value->sound || !other->sound)
		return true;
	order = compare(check->column, value, other);
	return check->at_least ? order >= 0 : order <= 0;
}

static void refuse(struct row *row, const struct profile_check *check)
{
	struct text other = { 0 };

	row_add_shown(row, &other, check->other);
	text_printf(&other, " (%s)", check->other->header);
	row_refuse(row, check->column,
		   (struct reject){ .cause = check->at_least ? REJECT_LESS
							     : REJECT_MORE,
				    .hint = other.at });
	text_clear(&other);
}

void checks_prove(struct row *row)
{
	const struct profile *profile = row->intake->profile;

	for (size_t i = 0; i < profile->check_count; i++) {
		const struct profile_check *check = &profile->checks[i];

		if (!checks_hold(row, check))
			refuse(row, check);
	}
}
