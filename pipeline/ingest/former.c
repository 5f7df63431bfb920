#include "ingest/former.h"

#include <stdint.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/succession.h"

bool former_is_named(const struct registry *reg, const char *name)
{
	for (size_t i = 0; i < reg->era_count; i++)
		if (succession_is_named(&reg->eras[i], name))
			return true;
	return false;
}

static bool has_time(const struct column *column)
{
	return column->type == COLUMN_MONTH || column->type == COLUMN_PERIOD ||
	       column->type == COLUMN_DATE;
}

static struct date day_of(const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	for (size_t i = 0; i < profile->column_count; i++)
		if (has_time(&profile->columns[i]) && row->values[i].sound)
			return row->values[i].window.last;
	return row->intake->reg->as_of;
}

static void refuse(struct row *row, const struct column *column,
		   struct date day)
{
	struct text hint = { 0 };

	date_add_text(&hint, day);
	row_refuse(row, column,
		   (struct reject){ .cause = REJECT_UNIT_DAY,
				    .hint = hint.at });
	text_clear(&hint);
}

void former_place(struct row *row, const struct column *column)
{
	const struct registry *reg = row->intake->reg;
	struct row_value *value =
		&row->values[column - row->intake->profile->columns];
	const struct date day = day_of(row);
	const struct unit_era *era = succession_era_named(reg, value->raw, day);
	size_t place = era ? succession_place(reg, era) : SIZE_MAX;

	if (place == SIZE_MAX) {
		refuse(row, column, day);
		return;
	}
	row->unit = place;
	value->sound = true;
}
