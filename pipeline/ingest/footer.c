#include "ingest/footer.h"

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

static bool find_words(struct text *rest, const struct profile *profile,
		       const struct csv_row *csv)
{
	const char *cell = csv->count > 0 ? csv->cells[0].text : "";

	for (size_t i = 0; i < profile->footer_count; i++)
		if (row_begins_alike(cell, profile->footers[i]) &&
		    cell_begins(rest, cell, profile->footers[i]))
			return true;
	return false;
}

bool footer_is(const struct profile *profile, const struct csv_row *csv)
{
	const char *stamp = profile->freshness.stamp;
	struct text rest = { 0 };
	bool is = find_words(&rest, profile, csv);

	if (!is && stamp && csv->count > 0)
		is = cell_begins(&rest, csv->cells[0].text, stamp);
	text_clear(&rest);
	return is;
}

static void note_difference(const struct footer *footer, struct row *row,
			    const char *count)
{
	rejects_add(&row->intake->rejects,
		    (struct reject){ .cause = NOTE_FOOTER,
				     .place.file = row->shown,
				     .place.line = row->line,
				     .value = count,
				     .a = footer->whole });
}

static void check_count(const struct footer *footer, struct row *row,
			const char *cell)
{
	struct decimal count;

	if (cell_number(&count, cell, row->intake->profile->decimal) ==
		    CELL_SOUND &&
	    decimal_compare(count, decimal_of(footer->whole)) != 0 &&
	    decimal_compare(count, decimal_of(footer->part)) != 0)
		note_difference(footer, row, cell);
}

void footer_check(struct footer *footer, struct row *row,
		  const struct csv_row *csv)
{
	struct text count = { 0 };

	row->line = csv->line;
	if (!find_words(&count, row->intake->profile, csv))
		return; /* the stamp */
	for (size_t i = 1; i < csv->count && count.len == 0; i++)
		cell_trim(&count, csv->cells[i].text);
	check_count(footer, row, text_string(&count));
	footer->part = 0;
	text_clear(&count);
}
