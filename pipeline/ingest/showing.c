#include "ingest/showing.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/lang.h"
#include "lib/text.h"

bool showing_parse(struct showing *showing, struct arena *arena,
		   const char *from)
{
	const char *slash = strchr(from, '/');
	const char *at = strchr(from, '@');

	if (!slash || !at || at < slash)
		return false;
	showing->id = arena_strndup(arena, from, (size_t)(slash - from));
	showing->unit = at + 1;
	return series_of_name(&showing->series,
			      arena_strndup(arena, slash + 1,
					    (size_t)(at - slash - 1)));
}

/* Whether the row's unit is, or stands below, the one that is shown. */
static bool is_below(const struct showing *showing, const struct row *row)
{
	const struct intake *intake = row->intake;
	size_t unit = row->unit;

	for (; unit != SIZE_MAX; unit = intake->tally.above[unit])
		if (strcmp(intake->reg->units[unit].id, showing->unit) == 0)
			return true;
	return false;
}

/* Whether the measure that is shown wants the row. */
static bool is_measured(const struct showing *showing, const struct row *row)
{
	const struct tally *tally = &row->intake->tally;

	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *made = &tally->measures[i];

		if (made->wanted && made->measure->series == showing->series &&
		    strcmp(made->measure->id, showing->id) == 0)
			return tally_counts(made, row) &&
			       is_below(showing, row);
	}
	return false;
}

/* Whether the row is the indicator's that is shown. */
static bool is_figure(const struct showing *showing, const struct row *row)
{
	const char *id = row->intake->profile->figures.id;
	const struct row_value *value = id ? row_value(row, id) : NULL;

	return value && value->indicator &&
	       strcmp(value->indicator->id, showing->id) == 0;
}

/* A cell as RFC 4180 wants it. */
static void put_cell(const char *cell)
{
	if (!strpbrk(cell, ";\"\r\n")) {
		printf(";%s", cell);
		return;
	}
	printf(";\"");
	for (; *cell; cell++)
		printf(*cell == '"' ? "\"\"" : "%c", *cell);
	printf("\"");
}

static void put_head(const struct profile *profile)
{
	printf("%s;%s", _("File"), _("Line"));
	for (size_t i = 0; i < profile->column_count; i++)
		put_cell(profile->columns[i].header);
	printf("\n");
}

static void put_row(const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	printf("%s;%ld", row->shown, row->line);
	for (size_t i = 0; i < profile->column_count; i++) {
		struct text cell = { 0 };

		row_add_shown(row, &cell, &profile->columns[i]);
		put_cell(text_string(&cell));
		text_clear(&cell);
	}
	printf("\n");
}

void showing_take(struct showing *showing, const struct row *row)
{
	if (!showing->id ||
	    (showing->most > 0 && showing->shown >= showing->most) ||
	    (!is_measured(showing, row) && !is_figure(showing, row)))
		return;
	if (showing->shown++ == 0)
		put_head(row->intake->profile);
	put_row(row);
}
