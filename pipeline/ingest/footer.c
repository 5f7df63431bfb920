#include "ingest/footer.h"

#include <string.h>

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/cell.h"

/* Letters go on with the word; all outside ASCII are taken for letters. */
static bool is_letter(char byte)
{
	unsigned char small = (unsigned char)byte | 0x20;

	return small >= 0x80 || (small >= 'a' && small <= 'z');
}

/* What follows `words` in the cell, added to `rest`; false if the cell does
 * not begin with them. */
static bool take_words(struct text *rest, const char *cell, const char *words)
{
	struct text folded = { 0 };
	struct text begin = { 0 };
	const char *at;
	bool begins;

	cell_fold(&folded, cell);
	cell_fold(&begin, words);
	begins = begin.len > 0 && folded.len >= begin.len &&
		 memcmp(folded.at, begin.at, begin.len) == 0 &&
		 !is_letter(folded.at[begin.len]);
	if (begins) {
		at = folded.at + begin.len;
		text_add(rest, at + strspn(at, " :="));
	}
	text_clear(&folded);
	text_clear(&begin);
	return begins;
}

static bool find_words(struct text *rest, const struct profile *profile,
		       const struct csv_row *csv)
{
	const char *cell = csv->count > 0 ? csv->cells[0].text : "";

	for (size_t i = 0; i < profile->footer_count; i++)
		if (row_begins_alike(cell, profile->footers[i]) &&
		    take_words(rest, cell, profile->footers[i]))
			return true;
	return false;
}

bool footer_is(const struct profile *profile, const struct csv_row *csv)
{
	struct text rest = { 0 };
	bool is = find_words(&rest, profile, csv);

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
	(void)find_words(&count, row->intake->profile, csv);
	for (size_t i = 1; i < csv->count && count.len == 0; i++)
		cell_trim(&count, csv->cells[i].text);
	check_count(footer, row, text_string(&count));
	footer->part = 0;
	text_clear(&count);
}
