/*
 * table_number - which cells stand by their decimal comma.
 *
 * A number: signs without letters, digits in groups, perhaps a comma and
 * decimals, perhaps a short unit ("≥ 85,5 %").  A sign for a missing value: at
 * most three characters without letters or digits, and stands in the middle
 * of the comma's place.  A short word ("Ja") ends where numbers have their
 * comma.
 */
#include <string.h>

#include "lib/text.h"
#include "model/number_format.h"
#include "typeset/piece.h"
#include "typeset/press.h"
#include "typeset/table.h"

#define UNIT_AT_MOST 8 /* characters behind the digits */
#define SIGN_AT_MOST 3
#define WORD_AT_MOST 8

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(const char *at)
{
	const unsigned char byte = (unsigned char)*at;

	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       (byte >= 0xc3 && byte <= 0xdf);
}

static size_t characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		if (!text_goes_on(*text))
			count++;
	return count;
}

/* The length of what parts groups of digits at `at`, else 0. */
static size_t group_at(const struct number_format *format, const char *at)
{
	static const char *const spaces[] = { "\u202f", "\u00a0", "\u2009",
					      " " };

	for (size_t i = 0; i < COUNT_OF(spaces); i++) {
		const size_t len = strlen(spaces[i]);

		if (strncmp(at, spaces[i], len) == 0 && is_digit(at[len]))
			return len;
	}
	return number_format_group(format, at);
}

static const char *skip_digits(const struct number_format *format,
			       const char *at)
{
	size_t group = 0;

	while (is_digit(*at) || (group = group_at(format, at)) > 0)
		at += is_digit(*at) ? 1 : group;
	return at;
}

/* How many bytes stand before the comma's place; 0 if it is no number. */
static size_t bytes_before_comma(const struct number_format *format,
				 const char *text)
{
	const char *at = text;
	const char *comma;

	while (*at && !is_digit(*at)) {
		if (is_letter(at))
			return 0;
		at++;
	}
	if (!*at)
		return 0;
	comma = skip_digits(format, at);
	at = comma;
	if ((*at == ',' || *at == '.') && is_digit(at[1]))
		at = skip_digits(format, at + 1);
	return characters(at) <= UNIT_AT_MOST ? (size_t)(comma - text) : 0;
}

static bool is_sign(const char *text)
{
	for (const char *at = text; *at; at++)
		if (is_digit(*at) || is_letter(at))
			return false;
	return *text && characters(text) <= SIGN_AT_MOST;
}

static bool is_word(const char *text)
{
	for (const char *at = text; *at; at++)
		if (is_digit(*at) || *at == ' ')
			return false;
	return *text && characters(text) <= WORD_AT_MOST;
}

static const struct run *only_run(const struct set_cell *cell)
{
	const struct run *run = cell->runs.list;

	if (cell->runs.count != 1 || cell->columns != 1 || run->symbol)
		return NULL;
	return run;
}

/* How much of a text stands left of the comma's place; false: it has none. */
static bool measure_before(const struct press *press, const struct font *font,
			   const char *text, int32_t *before)
{
	const int32_t width =
		canvas_width(press->canvas, font, text, strlen(text));
	const size_t bytes = bytes_before_comma(press->numbers, text);

	if (bytes > 0)
		*before = canvas_width(press->canvas, font, text, bytes);
	else if (is_sign(text))
		*before = width / 2;
	else if (is_word(text))
		*before = width;
	else
		return false;
	return true;
}

void table_find_number(const struct set_table *set, const struct set_row *row,
		       struct set_cell *cell)
{
	struct set_column *column = &set->columns[cell->column];
	const struct run *run = only_run(cell);
	struct font font = table_style(set, row)->font;
	int32_t after;

	if (!run || row->kind == ROW_HEAD || column->align != ALIGN_NUMBER)
		return;
	font.face = piece_face(font.face, run);
	cell->number =
		measure_before(set->press, &font, run->text, &cell->before);
	if (!cell->number)
		return;
	after = canvas_width(set->press->canvas, &font, run->text,
			     strlen(run->text)) -
		cell->before;
	if (column->before < cell->before)
		column->before = cell->before;
	if (column->after < after)
		column->after = after;
}
