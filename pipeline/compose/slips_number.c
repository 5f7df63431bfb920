#include "compose/slips_number.h"

#include <string.h>

#include "compose/sheet_cell.h"
#include "lib/lang.h"

#define REST 60 /* bytes behind a number that may belong to it */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Of a word or an id: a digit behind it begins no number. */
static bool is_inside(const char *source, const char *at)
{
	char before = ' ';

	if (at > source)
		before = at[-1];
	return is_digit(before) || strchr("._-/:,", before) ||
	       (before >= 'a' && before <= 'z') ||
	       (before >= 'A' && before <= 'Z');
}

/* The number and what follows, on one line and with plain spaces. */
static void read_on(struct text *into, const char *at)
{
	char part[REST + 1] = { 0 };
	struct run run = { 0 };
	const struct runs runs = { .list = &run, .count = 1 };

	for (size_t i = 0; i < REST && at[i]; i++) {
		part[i] = at[i];
		if (strchr("\r\n\t", at[i]))
			part[i] = ' ';
	}
	run.text = part;
	text_reset(into);
	sheet_cell_words(into, &runs, " ");
}

/* Whether a number begins at `at`; fills all but its line. */
static bool take(struct slip_number *number, const char *at)
{
	struct text words = { 0 };
	struct text point = { 0 };
	bool ok;

	read_on(&words, at);
	text_reset(&number->shown);
	text_reset(&number->rest);
	ok = sheet_cell_number(text_string(&words), number->format,
			       &number->shown, &number->rest);
	if (ok) {
		char *comma;

		text_add(&point, number->shown.at);
		comma = strchr(point.at, ',');
		if (comma)
			*comma = '.';
		ok = decimal_parse(&number->value, point.at);
	}
	text_clear(&point);
	text_clear(&words);
	return ok;
}

/* Behind as many digits as the number has. */
static const char *behind(const struct slip_number *number, const char *at)
{
	size_t digits = 0;

	for (const char *c = number->shown.at; *c; c++)
		digits += is_digit(*c);
	for (; digits > 0; at++)
		digits -= is_digit(*at);
	return at;
}

const char *slip_number_next(struct slip_number *number, const char *at)
{
	const char *source = at;

	for (; *at; at++) {
		number->line += *at == '\n';
		if (!is_digit(*at) || is_inside(source, at))
			continue;
		if (take(number, at))
			return behind(number, at);
		at += strspn(at, "0123456789") - 1;
	}
	return NULL;
}

/* The unit ends where a word does: "%" but not "%-andel". */
static bool begins_with(const char *rest, const char *unit)
{
	const size_t len = strlen(unit);

	return strncmp(rest, unit, len) == 0 &&
	       strchr(" .,;:!?)*_|\"", rest[len]) != NULL;
}

bool slip_number_is_in(const struct slip_number *number,
		       const struct words *words,
		       const struct quantity *quantity)
{
	const char *rest = text_string(&number->rest);

	if (!*quantity->print || !*rest)
		return false;
	if (strcmp(quantity->print, "%") == 0 &&
	    begins_with(rest, words_at(words, WORD_PER_CENT)))
		return true;
	return begins_with(rest, quantity->print) ||
	       begins_with(rest, words_counted(words, quantity->print, 1));
}

static bool rounds_to(const struct slip_number *number,
		      const struct quantity *quantity,
		      const struct figure *figure)
{
	struct decimal rounded;
	struct ratio ratio;

	if ((figure->kind != FIGURE_NUMBER && figure->kind != FIGURE_RATIO) ||
	    !quantity_ratio(quantity, figure, &ratio) ||
	    !ratio_round(&rounded, ratio, number->value.scale))
		return false;
	if (decimal_is_negative(rounded))
		rounded = decimal_negate(rounded);
	return decimal_compare(rounded, number->value) == 0;
}

bool slip_number_is_of(const struct slip_number *number,
		       const struct quantity *quantity,
		       const struct assessed_indicator *indicator)
{
	if (rounds_to(number, quantity, &indicator->value.figure) ||
	    rounds_to(number, quantity, &indicator->forecast.figure) ||
	    rounds_to(number, quantity, &indicator->target.figure))
		return true;
	for (size_t i = 0; i < indicator->history_count; i++)
		if (rounds_to(number, quantity, &indicator->history[i].figure))
			return true;
	return false;
}

void slip_number_clear(struct slip_number *number)
{
	text_clear(&number->shown);
	text_clear(&number->rest);
	*number = (struct slip_number){ 0 };
}
