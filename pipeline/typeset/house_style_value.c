/* house_style_value - lengths and colours as a house style writes them. */
#include <string.h>

#include "typeset/house_style.h"

/* 72000 mpt are 25.4 mm */
#define MPT_PER_127_MM 360000

/* Up to four digits, and three more after a point, in thousandths. */
static const char *scan_thousandths(const char *at, int64_t *thousandths)
{
	const size_t digits = strspn(at, "0123456789");
	size_t decimals = 0;
	int64_t value = 0;

	if (digits == 0 || digits > 4)
		return NULL;
	for (const char *end = at + digits; at < end; at++)
		value = value * 10 + (*at - '0');
	if (*at == '.') {
		at++;
		decimals = strspn(at, "0123456789");
		if (decimals == 0 || decimals > 3)
			return NULL;
	}
	for (size_t i = 0; i < 3; i++)
		value = value * 10 + (i < decimals ? *at++ - '0' : 0);
	*thousandths = value;
	return at;
}

bool house_style_length(int32_t *length, const char *from)
{
	int64_t thousandths = 0;
	const char *unit = scan_thousandths(from, &thousandths);

	if (!unit)
		return false;
	if (strcmp(unit, "mm") == 0)
		*length = (int32_t)((thousandths * MPT_PER_127_MM + 63500) /
				    127000);
	else if (strcmp(unit, "pt") == 0)
		*length = (int32_t)thousandths;
	else
		return false;
	return true;
}

static int hex_digit(char digit)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = digit ? strchr(digits, digit) : NULL;

	return found ? (int)(found - digits) : -1;
}

bool house_style_colour(struct colour *colour, const char *from)
{
	uint8_t parts[3] = { 0 };

	if (*from != '#' || strlen(from) != 7)
		return false;
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		const int high = hex_digit(from[1 + 2 * i]);
		const int low = hex_digit(from[2 + 2 * i]);

		if (high < 0 || low < 0)
			return false;
		parts[i] = (uint8_t)(high * 16 + low);
	}
	*colour = (struct colour){ parts[0], parts[1], parts[2] };
	return true;
}
