#include "model/cell_scan.h"

#include <string.h>

#include "lib/mem.h"

static const char *const spaces[] = {
	" ",
	"\t",
	"\n",
	"\r",
	"\xc2\xa0",     /* U+00A0, no-break */
	"\xe2\x80\xaf", /* U+202F, narrow no-break */
	"\xe2\x80\x89", /* U+2009, thin */
};

static const char *const minus_signs[] = {
	"-",            /* U+002D */
	"\xe2\x88\x92", /* U+2212, true minus */
	"\xe2\x80\x93", /* U+2013, en dash */
};

bool cell_scan_ended(const struct cell_scan *scan)
{
	return scan->at >= scan->end;
}

bool cell_scan_take(struct cell_scan *scan, const char *bytes)
{
	size_t len = strlen(bytes);

	if ((size_t)(scan->end - scan->at) < len ||
	    memcmp(scan->at, bytes, len) != 0)
		return false;
	scan->at += len;
	return true;
}

static bool take_any(struct cell_scan *scan, const char *const *list,
		     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cell_scan_take(scan, list[i]))
			return true;
	return false;
}

/*
 * The byte in lower case: ASCII, and the Latin-1 letters, which are C3 80 to
 * C3 9E in UTF-8 but for the multiplication sign, C3 97.
 */
static char lower(char before, char byte)
{
	unsigned char lead = (unsigned char)before;
	unsigned char code = (unsigned char)byte;
	bool ascii = code >= 'A' && code <= 'Z';
	bool latin =
		lead == 0xc3 && code >= 0x80 && code <= 0x9e && code != 0x97;

	if (ascii || latin)
		return (char)(code + 0x20);
	return byte;
}

char cell_scan_next(struct cell_scan *scan, char before)
{
	return lower(before, *scan->at++);
}

bool cell_scan_word(struct cell_scan *scan, const char *word)
{
	struct cell_scan ahead = *scan;
	char before = 0;

	for (; *word != '\0'; word++) {
		if (cell_scan_ended(&ahead) ||
		    cell_scan_next(&ahead, before) != *word)
			return false;
		before = *word;
	}
	*scan = ahead;
	return true;
}

/* Whether a byte may begin or end what is not ASCII, or is below it: only
 * then may it be a space. */
static bool may_be_space(char byte)
{
	return (unsigned char)(byte - '!') > '~' - '!';
}

bool cell_scan_space(struct cell_scan *scan)
{
	if (cell_scan_ended(scan) || !may_be_space(*scan->at))
		return false;
	return take_any(scan, spaces, COUNT_OF(spaces));
}

void cell_scan_spaces(struct cell_scan *scan)
{
	while (cell_scan_space(scan))
		;
}

bool cell_scan_minus(struct cell_scan *scan)
{
	if (cell_scan_ended(scan) ||
	    (*scan->at != '-' && !may_be_space(*scan->at)))
		return false;
	return take_any(scan, minus_signs, COUNT_OF(minus_signs));
}

/* Draw the end back over one space before it. */
static bool drop_last_space(struct cell_scan *scan)
{
	if (cell_scan_ended(scan) || !may_be_space(scan->end[-1]))
		return false;
	for (size_t i = 0; i < COUNT_OF(spaces); i++) {
		size_t len = strlen(spaces[i]);

		if ((size_t)(scan->end - scan->at) >= len &&
		    memcmp(scan->end - len, spaces[i], len) == 0) {
			scan->end -= len;
			return true;
		}
	}
	return false;
}

static void trim(struct cell_scan *scan)
{
	cell_scan_spaces(scan);
	while (drop_last_space(scan))
		;
}

struct cell_scan cell_scan_of(const char *cell)
{
	struct cell_scan scan = { .at = cell, .end = cell + strlen(cell) };

	trim(&scan);
	if (scan.end - scan.at >= 3 && scan.end[-1] == '"' &&
	    cell_scan_take(&scan, "=\"")) {
		scan.end--;
		trim(&scan);
	}
	return scan;
}

size_t cell_scan_digits(const struct cell_scan *scan)
{
	size_t count = 0;

	while (scan->at + count < scan->end && scan->at[count] >= '0' &&
	       scan->at[count] <= '9')
		count++;
	return count;
}

bool cell_scan_number(struct cell_scan *scan, size_t fewest, size_t most,
		      int *number)
{
	size_t count = cell_scan_digits(scan);

	if (count < fewest || count > most)
		return false;
	*number = 0;
	for (; count > 0; count--, scan->at++)
		*number = *number * 10 + (*scan->at - '0');
	return true;
}

enum cell_fault cell_scan_fault(const struct cell_scan *scan,
				enum cell_fault fault)
{
	if (cell_scan_ended(scan))
		return CELL_EMPTY;
	return *scan->at == '#' ? CELL_SPREADSHEET_ERROR : fault;
}
