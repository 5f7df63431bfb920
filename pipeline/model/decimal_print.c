#include <assert.h>
#include <string.h>

#include "lib/text.h"
#include "model/decimal.h"

#define TRUE_MINUS "\xe2\x88\x92"            /* U+2212 */
#define NARROW_NO_BREAK_SPACE "\xe2\x80\xaf" /* U+202F */

/* Digits in groups of three, counted from the end. */
static void add_grouped(struct text *text, const char *digits, size_t count,
			const char *group)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && (count - i) % 3 == 0)
			text_add(text, group ? group : NARROW_NO_BREAK_SPACE);
		text_add_char(text, digits[i]);
	}
}

static struct decimal strip_zeros(struct decimal number, int min_decimals)
{
	while (number.scale > min_decimals && number.units % 10 == 0) {
		number.units /= 10;
		number.scale--;
	}
	return number;
}

char decimal_sign_of(const char *language)
{
	return strcmp(language, "en") == 0 ? '.' : ',';
}

void decimal_print(struct text *text, struct decimal number,
		   const struct number_style *style)
{
	struct text plain = { 0 };
	const char *digits;
	size_t whole;
	size_t decimals;

	assert(style->max_decimals >= style->min_decimals);
	number = decimal_round(number, style->max_decimals);
	number = strip_zeros(number, style->min_decimals);
	decimal_add_text(&plain, number);

	digits = text_string(&plain);
	if (*digits == '-') {
		text_add(text, style->minus ? style->minus : TRUE_MINUS);
		digits++;
	}
	whole = strspn(digits, "0123456789");
	if (whole > 4 || style->group_from_1000)
		add_grouped(text, digits, whole, style->group);
	else
		text_add_bytes(text, digits, whole);

	decimals = (size_t)number.scale;
	if (decimals > 0 || style->min_decimals > 0)
		text_add_char(text, style->decimal_point ? '.' : ',');
	if (decimals > 0)
		text_add(text, digits + whole + 1);
	for (; decimals < (size_t)style->min_decimals; decimals++)
		text_add_char(text, '0');
	text_clear(&plain);
}
