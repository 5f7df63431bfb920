#include "ingest/suspicion.h"

#include <string.h>

#include "lib/mem.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/window.h"

#define DIGITS "0123456789"
#define BIRTH 6   /* digits of the day, without century */
#define NUMBER 10 /* and of the whole */

static bool is_right_by_luhn(const char *digits)
{
	int sum = 0;

	for (int i = 0; i < NUMBER; i++) {
		int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);

		sum += value > 9 ? value - 9 : value;
	}
	return sum % 10 == 0;
}

static int two(const char *digits)
{
	return 10 * (digits[0] - '0') + digits[1] - '0';
}

static bool is_number(const char *digits)
{
	struct date date = { .year = 2000 + two(digits),
			     .month = two(digits + 2),
			     .day = two(digits + 4) };

	if (date.day > 60)
		date.day -= 60;
	return date_is_sound(date) && is_right_by_luhn(digits);
}

/* The run of digits here, with the four behind a hyphen or plus. */
static bool begins_number(const char *at, size_t len)
{
	char digits[2 * NUMBER];
	size_t tail = 0;

	if (len == NUMBER || len == NUMBER + 2)
		return is_number(at + len - NUMBER);
	if (len != BIRTH && len != BIRTH + 2)
		return false;
	if (at[len] == '-' || at[len] == '+' || at[len] == ' ')
		tail = strspn(at + len + 1, DIGITS);
	if (tail != NUMBER - BIRTH)
		return false;
	memcpy(digits, at + len - BIRTH, BIRTH);
	memcpy(digits + BIRTH, at + len + 1, tail);
	return is_number(digits);
}

bool suspicion_number(const char *text)
{
	const char *at = strpbrk(text, DIGITS);

	while (at) {
		size_t len = strspn(at, DIGITS);

		if (begins_number(at, len))
			return true;
		at = strpbrk(at + len, DIGITS);
	}
	return false;
}

bool suspicion_header(const char *header)
{
	static const char *const parts[] = {
		"personn",     "pnr",       "födelse",    "förnamn",
		"efternamn",   "adress",    "telefon",    "mobil",
		"e-post",      "epost",     "mejl",       "mail",
		"anställning", "anst.nr",   "anstnr",     "brukare",
		"klient",      "patient",   "elev",       "medarbetare",
		"person-id",   "person id", "handläggare"
	};
	static const char *const not_people[] = { "form", "typ", "grad" };
	static const char *const wholes[] = { "namn", "person", "chef",
					      "anställd", "name" };
	struct text folded = { 0 };
	bool found = false;

	cell_fold(&folded, header);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		found = found || strstr(text_string(&folded), parts[i]);
	for (size_t i = 0; i < COUNT_OF(not_people); i++)
		found = found && !strstr(text_string(&folded), not_people[i]);
	for (size_t i = 0; i < COUNT_OF(wholes); i++)
		found = found || strcmp(text_string(&folded), wholes[i]) == 0;
	text_clear(&folded);
	return found;
}
