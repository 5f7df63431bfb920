#include "model/cell.h"

#include <assert.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/options.h" /* N_() */
#include "lib/text.h"
#include "model/cell_scan.h"

static const char *const faults[] = {
	[CELL_SOUND] = N_("nothing is wrong"),
	[CELL_EMPTY] = N_("the cell is empty"),
	[CELL_NO_NUMBER] = N_("expected a number"),
	[CELL_SPREADSHEET_ERROR] =
		N_("the spreadsheet could not compute this cell or show it; "
		   "mend it there and export again"),
	[CELL_OTHER_POINT] =
		N_("the decimal sign is not the one that is declared for these "
		   "files"),
	[CELL_GROUPS] = N_("the thousands are not in groups of three digits"),
	[CELL_EXPONENT] =
		N_("the spreadsheet has shortened the number to exponent form "
		   "and digits may be lost; format the column as a number and "
		   "export again"),
	[CELL_TOO_LARGE] =
		N_("the number is too large or has too many decimals"),
	[CELL_NO_DATE] = N_("expected a date such as 2025-04-30"),
	[CELL_NO_PERIOD] = N_("expected a period such as 2025-T1, 2025-Q1, "
			      "2025-04 or 2025"),
	[CELL_UNIT] =
		N_("the unit of measure behind the number is none that goes "
		   "with the column's quantity in rules/sources.lua"),
	[CELL_NO_MONTH] = N_("expected a month such as 2025-04"),
	[CELL_NO_YESNO] = N_("expected Ja or Nej"),
	[CELL_NO_TARGET] =
		N_("expected a target such as >= 85 %, <= 7,5 %, 80, Ja, "
		   "\"minska från föregående år\" or \"öka med 5 % från värdet "
		   "2024\""),
};

const char *cell_fault_text(enum cell_fault fault)
{
	assert((size_t)fault < COUNT_OF(faults));
	return _(faults[fault]);
}

void cell_trim(struct text *text, const char *cell)
{
	struct cell_scan scan = cell_scan_of(cell);

	text_add_bytes(text, scan.at, (size_t)(scan.end - scan.at));
}

void cell_fold(struct text *text, const char *cell)
{
	struct cell_scan scan = cell_scan_of(cell);
	char before = 0;

	while (!cell_scan_ended(&scan)) {
		if (cell_scan_space(&scan)) {
			cell_scan_spaces(&scan);
			before = ' ';
		} else {
			before = cell_scan_next(&scan, before);
		}
		text_add_char(text, before);
	}
}

bool cell_same(const char *a, const char *b)
{
	struct text left = { 0 };
	struct text right = { 0 };
	bool same;

	cell_fold(&left, a);
	cell_fold(&right, b);
	same = strcmp(text_string(&left), text_string(&right)) == 0;
	text_clear(&left);
	text_clear(&right);
	return same;
}

/* The whole cell is `word`, in any case of letters. */
static bool says(struct cell_scan scan, const char *word)
{
	return cell_scan_word(&scan, word) && cell_scan_ended(&scan);
}

/* Letters go on with the word; all outside ASCII are taken for letters. */
static bool is_letter(char byte)
{
	unsigned char small = (unsigned char)byte | 0x20;

	return small >= 0x80 || (small >= 'a' && small <= 'z');
}

bool cell_begins(struct text *rest, const char *cell, const char *words)
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

bool cell_missing(enum missing *missing, const char *cell)
{
	static const struct {
		const char *mark;
		enum missing means;
	} marks[] = {
		{ "", MISSING_NOT_MEASURED },
		{ "-", MISSING_NOT_MEASURED },
		{ "\xe2\x80\x93", MISSING_NOT_MEASURED },
		{ "\xe2\x88\x92", MISSING_NOT_MEASURED },
		{ "saknas", MISSING_NOT_MEASURED },
		{ ".", MISSING_NOT_APPLICABLE },
		{ "..", MISSING_SECRET },
	};
	struct cell_scan scan = cell_scan_of(cell);

	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		if (says(scan, marks[i].mark)) {
			*missing = marks[i].means;
			return true;
		}
	}
	return false;
}

enum cell_fault cell_yesno(bool *yes, const char *cell)
{
	static const struct {
		const char *word;
		bool means;
	} words[] = {
		{ "ja", true },  { "j", true },    { "yes", true },
		{ "1", true },   { "nej", false }, { "n", false },
		{ "no", false }, { "0", false },
	};
	struct cell_scan scan = cell_scan_of(cell);

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (says(scan, words[i].word)) {
			*yes = words[i].means;
			return CELL_SOUND;
		}
	}
	return cell_scan_fault(&scan, CELL_NO_YESNO);
}
