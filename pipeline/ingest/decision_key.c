#include "ingest/decision_key.h"

#include <string.h>

#include "model/cell.h"

#define PARAGRAPH "\xC2\xA7"
#define NO_BREAK_SPACE "\xC2\xA0"
#define DIGITS "0123456789"
#define LONGEST_DATE 10
#define LONGEST_PARAGRAPH 4

static bool skip(const char **at, const char *what)
{
	size_t len = strlen(what);

	if (strncmp(*at, what, len) != 0)
		return false;
	*at += len;
	return true;
}

static void skip_spaces(const char **at)
{
	while (skip(at, " ") || skip(at, ",") || skip(at, "\t") ||
	       skip(at, NO_BREAK_SPACE))
		;
}

/* Digits behind the sign; a second paragraph is none. */
static bool take_paragraph(struct decision_key *key, const char **at)
{
	size_t len;

	skip_spaces(at);
	len = strspn(*at, DIGITS);
	if (key->paragraph > 0 || len == 0 || len > LONGEST_PARAGRAPH)
		return false;
	for (size_t i = 0; i < len; i++)
		key->paragraph = 10 * key->paragraph + ((*at)[i] - '0');
	*at += len;
	return key->paragraph > 0;
}

static bool take_date(struct decision_key *key, const char **at)
{
	size_t len = strspn(*at, DIGITS "-.");
	char date[LONGEST_DATE + 1] = "";

	if (key->date.year > 0 || len > LONGEST_DATE)
		return false;
	memcpy(date, *at, len);
	*at += len;
	return cell_date(&key->date, date) == CELL_SOUND;
}

bool decision_key_read(struct decision_key *key, const char *cell)
{
	struct decision_key found = { 0 };

	skip_spaces(&cell);
	while (*cell) {
		if (skip(&cell, PARAGRAPH)) {
			if (!take_paragraph(&found, &cell))
				return false;
		} else if (strchr(DIGITS, *cell)) {
			if (!take_date(&found, &cell))
				return false;
		} else {
			cell++; /* a letter of the body's name */
		}
		skip_spaces(&cell);
	}
	if (found.date.year == 0 || found.paragraph == 0)
		return false;
	*key = found;
	return true;
}
