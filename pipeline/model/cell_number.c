#include <string.h>

#include "model/cell.h"
#include "model/cell_scan.h"

/* A number on its way to decimal_parse(). */
struct digits {
	char at[64]; /* a place for the minus, then the digits */
	size_t len;
	bool below; /* zero */
};

static bool add_digits(struct digits *digits, struct cell_scan *scan,
		       size_t count)
{
	/* One place is for the point, one for the NUL; the point may be there
	 * already. */
	if (digits->len + count > sizeof(digits->at) - 2)
		return false;
	memcpy(digits->at + digits->len, scan->at, count);
	digits->len += count;
	scan->at += count;
	return true;
}

/* Digits, in groups of three if a space parts them. */
static enum cell_fault read_whole(struct digits *digits, struct cell_scan *scan)
{
	size_t count = cell_scan_digits(scan);
	struct cell_scan ahead;

	if (count == 0)
		return CELL_NO_NUMBER;
	if (!add_digits(digits, scan, count))
		return CELL_TOO_LARGE;
	for (;;) {
		ahead = *scan;
		if (!cell_scan_space(&ahead) || cell_scan_digits(&ahead) == 0)
			return CELL_SOUND;
		if (count > 3 || cell_scan_digits(&ahead) != 3)
			return CELL_GROUPS;
		if (!add_digits(digits, &ahead, 3))
			return CELL_TOO_LARGE;
		*scan = ahead;
	}
}

static enum cell_fault read_decimals(struct digits *digits,
				     struct cell_scan *scan, char point)
{
	const char other = point == ',' ? '.' : ',';
	size_t count;

	if (cell_scan_ended(scan))
		return CELL_SOUND;
	if (*scan->at == other)
		return CELL_OTHER_POINT;
	if (*scan->at != point)
		return CELL_SOUND;
	scan->at++;
	digits->at[digits->len++] = '.';
	count = cell_scan_digits(scan);
	if (count == 0)
		return CELL_NO_NUMBER;
	if (!add_digits(digits, scan, count))
		return CELL_TOO_LARGE;
	/* 1,234.5 is thousands and decimals of another language */
	if (!cell_scan_ended(scan) && *scan->at == other)
		return CELL_OTHER_POINT;
	return CELL_SOUND;
}

static bool is_exponent(struct cell_scan scan)
{
	if (!cell_scan_word(&scan, "e"))
		return false;
	if (!cell_scan_take(&scan, "+"))
		(void)cell_scan_take(&scan, "-");
	return cell_scan_digits(&scan) > 0;
}

/* What may stand behind the digits: a minus, or the bracket that was opened;
 * both say "below zero", which may be said only once. */
static enum cell_fault read_sign_after(struct digits *digits,
				       struct cell_scan *scan, bool in_brackets)
{
	bool said =
		in_brackets ? cell_scan_take(scan, ")") : cell_scan_minus(scan);

	if ((in_brackets && !said) || (said && digits->below))
		return CELL_NO_NUMBER;
	digits->below = digits->below || said;
	return CELL_SOUND;
}

/* The number with its sign; the scan is left behind it. */
static enum cell_fault read_number(struct digits *digits,
				   struct cell_scan *scan, char point)
{
	bool in_brackets = cell_scan_take(scan, "(");
	enum cell_fault fault;

	digits->below = cell_scan_minus(scan);
	if (!digits->below)
		(void)cell_scan_take(scan, "+");
	cell_scan_spaces(scan);
	fault = read_whole(digits, scan);
	if (fault == CELL_SOUND)
		fault = read_decimals(digits, scan, point);
	if (fault == CELL_SOUND && is_exponent(*scan))
		fault = CELL_EXPONENT;
	if (fault == CELL_SOUND)
		fault = read_sign_after(digits, scan, in_brackets);
	return fault;
}

/* Units begin with a letter, %, or something outside ASCII such as ‰. */
static bool may_be_unit(struct cell_scan scan)
{
	unsigned char first;

	if (cell_scan_ended(&scan))
		return true;
	first = (unsigned char)*scan.at;
	if (first >= 0x80)
		return !cell_scan_minus(&scan);
	return first == '%' || (first >= 'A' && first <= 'Z') ||
	       (first >= 'a' && first <= 'z');
}

enum cell_fault cell_scan_amount(struct decimal *number, struct cell_scan *scan,
				 char point)
{
	struct digits digits = { .at = "-", .len = 1 };
	struct cell_scan ahead = *scan;
	enum cell_fault fault = read_number(&digits, &ahead, point);
	struct decimal read;

	if (fault != CELL_SOUND)
		return cell_scan_fault(scan, fault);
	cell_scan_spaces(&ahead);
	if (!may_be_unit(ahead))
		return CELL_NO_NUMBER;
	if (!decimal_parse(&read, digits.below ? digits.at : digits.at + 1))
		return CELL_TOO_LARGE;
	*number = read;
	*scan = ahead;
	return CELL_SOUND;
}

#define PLAIN_DIGITS 17 /* so many fit in any case */

/* Add the digits here, up to `end`, to the units; gives what follows them. */
static const char *take_digits(struct decimal *number, const char *at,
			       const char *end)
{
	for (; at < end && *at >= '0' && *at <= '9'; at++)
		number->units = number->units * 10 + (*at - '0');
	return at;
}

/*
 * Most numbers are digits and perhaps a decimal sign: those are read in one go,
 * and mean what they mean to the scan.  False for all others; gives the end.
 */
static bool read_plain(struct decimal *number, const char *cell, char point,
		       const char **end)
{
	const char *at = cell + (*cell == '-');
	const char *most = at + PLAIN_DIGITS;
	const char *whole = take_digits(number, at, most);
	const char *rest =
		*whole == point ? take_digits(number, whole + 1, most) : whole;

	*end = rest;
	if (whole == at || *rest != '\0' || rest == whole + 1)
		return false;
	number->scale = rest == whole ? 0 : (int)(rest - whole) - 1;
	if (*cell == '-')
		number->units = -number->units;
	return true;
}

enum cell_fault cell_amount(struct decimal *number, const char **unit,
			    size_t *unit_len, const char *cell, char point)
{
	struct decimal plain = { 0 };
	struct cell_scan scan;
	enum cell_fault fault;

	if (read_plain(&plain, cell, point, unit)) {
		*number = plain;
		*unit_len = 0;
		return CELL_SOUND;
	}
	scan = cell_scan_of(cell);
	fault = cell_scan_amount(number, &scan, point);
	if (fault == CELL_SOUND) {
		*unit = scan.at;
		*unit_len = (size_t)(scan.end - scan.at);
	}
	return fault;
}

enum cell_fault cell_number(struct decimal *number, const char *cell,
			    char point)
{
	struct cell_scan scan = cell_scan_of(cell);
	struct decimal read;
	enum cell_fault fault = cell_scan_amount(&read, &scan, point);

	if (fault != CELL_SOUND)
		return fault;
	if (!cell_scan_ended(&scan))
		return CELL_NO_NUMBER;
	*number = read;
	return CELL_SOUND;
}
