#include "model/decimal.h"

#include <assert.h>
#include <string.h>

#include "lib/text.h"

/* The only 128 bits of the program; pedantic ISO C needs the word before. */
__extension__ typedef __int128 int128;

static const int64_t powers[DECIMAL_SCALE_MAX + 1] = {
	1,
	10,
	100,
	1000,
	10000,
	100000,
	1000000,
	10000000,
	100000000,
	1000000000,
	10000000000,
	100000000000,
	1000000000000,
	10000000000000,
	100000000000000,
	1000000000000000,
	10000000000000000,
	100000000000000000,
	1000000000000000000,
};

static void check(struct decimal number)
{
	assert(number.scale >= 0 && number.scale <= DECIMAL_SCALE_MAX);
	assert(number.units != INT64_MIN);
}

static int128 magnitude(int128 value)
{
	return value < 0 ? -value : value;
}

/* Make `units` / 10^scale a decimal, dropping trailing zeros if it must. */
static bool fit(struct decimal *into, int128 units, int scale)
{
	while ((scale > DECIMAL_SCALE_MAX || magnitude(units) > INT64_MAX) &&
	       scale > 0 && units % 10 == 0) {
		units /= 10;
		scale--;
	}
	if (scale > DECIMAL_SCALE_MAX || magnitude(units) > INT64_MAX)
		return false;
	into->units = (int64_t)units;
	into->scale = scale;
	return true;
}

/* The units of `number` at a scale that is not smaller than its own: at most
 * 2^63 * 10^18, which is less than 2^123. */
static int128 units_at(struct decimal number, int scale)
{
	check(number);
	return (int128)number.units * powers[scale - number.scale];
}

static int larger_scale(struct decimal a, struct decimal b)
{
	return a.scale > b.scale ? a.scale : b.scale;
}

static bool add_digits(int64_t *units, const char *from, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int digit = from[i] - '0';

		if (*units > (INT64_MAX - digit) / 10)
			return false;
		*units = *units * 10 + digit;
	}
	return true;
}

bool decimal_parse(struct decimal *number, const char *from)
{
	const char *whole = *from == '-' ? from + 1 : from;
	size_t before = strspn(whole, "0123456789");
	const char *rest = whole + before;
	size_t after = 0;
	int64_t units = 0;

	if (*rest == '.') {
		rest++;
		after = strspn(rest, "0123456789");
		if (after == 0 || after > DECIMAL_SCALE_MAX)
			return false;
	}
	if (before == 0 || rest[after] != '\0')
		return false;
	if (!add_digits(&units, whole, before) ||
	    !add_digits(&units, rest, after))
		return false;
	number->units = *from == '-' ? -units : units;
	number->scale = (int)after;
	return true;
}

void decimal_add_text(struct text *text, struct decimal number)
{
	int64_t units = number.units < 0 ? -number.units : number.units;
	int64_t power;

	check(number);
	power = powers[number.scale];
	if (number.units < 0)
		text_add_char(text, '-');
	text_add_number(text, (size_t)(units / power));
	if (number.scale > 0)
		text_add_char(text, '.');
	text_add_digits(text, (size_t)(units % power), number.scale);
}

struct decimal decimal_of(int64_t whole)
{
	struct decimal number = { .units = whole };

	check(number);
	return number;
}

bool decimal_add(struct decimal *sum, struct decimal a, struct decimal b)
{
	int scale = larger_scale(a, b);
	int64_t units;

	if (a.scale == b.scale &&
	    !__builtin_add_overflow(a.units, b.units, &units))
		return fit(sum, units, scale);
	return fit(sum, units_at(a, scale) + units_at(b, scale), scale);
}

bool decimal_subtract(struct decimal *difference, struct decimal a,
		      struct decimal b)
{
	return decimal_add(difference, a, decimal_negate(b));
}

bool decimal_multiply(struct decimal *product, struct decimal a,
		      struct decimal b)
{
	check(a);
	check(b);
	return fit(product, (int128)a.units * b.units, a.scale + b.scale);
}

struct decimal decimal_negate(struct decimal number)
{
	check(number);
	number.units = -number.units;
	return number;
}

int decimal_compare(struct decimal a, struct decimal b)
{
	int scale = larger_scale(a, b);
	int128 left;
	int128 right;

	if (a.scale == b.scale || b.units == 0)
		return (a.units > b.units) - (a.units < b.units);
	left = units_at(a, scale);
	right = units_at(b, scale);
	return (left > right) - (left < right);
}

bool decimal_is_zero(struct decimal number)
{
	return number.units == 0;
}

bool decimal_is_negative(struct decimal number)
{
	return number.units < 0;
}

struct decimal decimal_round(struct decimal number, int places)
{
	int64_t power;
	int64_t rest;

	check(number);
	assert(places >= 0 && places <= DECIMAL_SCALE_MAX);
	if (number.scale <= places)
		return number;
	power = powers[number.scale - places];
	rest = number.units % power;
	number.units /= power;
	number.scale = places;
	/* power is even, and the rest never more than power - 1. */
	if (rest >= power / 2)
		number.units++;
	else if (rest <= -(power / 2))
		number.units--;
	return number;
}

struct ratio ratio_of(struct decimal number)
{
	return ratio_over(number, decimal_of(1));
}

struct ratio ratio_over(struct decimal numerator, struct decimal denominator)
{
	struct ratio ratio = {
		.numerator = numerator,
		.denominator = denominator,
	};

	return ratio;
}

bool ratio_is_sound(struct ratio ratio)
{
	return !decimal_is_zero(ratio.denominator);
}

bool ratio_is_negative(struct ratio ratio)
{
	int64_t numerator = ratio.numerator.units;

	assert(ratio_is_sound(ratio));
	return ratio.denominator.units < 0 ? numerator > 0 : numerator < 0;
}

/*
 * Compare a / 10^few with b / 10^many, neither below zero, few <= many: `a`
 * grows by tens, but never past `b`, since that would decide.
 */
static int compare_scaled(int128 a, int few, int128 b, int many)
{
	/* Nearly always; the product is then less than 2^123. */
	if (a <= INT64_MAX && many - few <= DECIMAL_SCALE_MAX) {
		a *= powers[many - few];
		few = many;
	}
	for (; few < many; few++) {
		if (a > b / 10)
			return 1;
		a *= 10;
	}
	return (a > b) - (a < b);
}

int ratio_compare(struct ratio a, struct ratio b)
{
	int128 left = (int128)a.numerator.units * b.denominator.units;
	int128 right = (int128)b.numerator.units * a.denominator.units;
	int left_scale = a.numerator.scale + b.denominator.scale;
	int right_scale = b.numerator.scale + a.denominator.scale;
	bool left_below = ratio_is_negative(a);
	bool right_below = ratio_is_negative(b);
	int order;

	if (left_below != right_below)
		return left_below ? -1 : 1;
	if (left_scale <= right_scale)
		order = compare_scaled(magnitude(left), left_scale,
				       magnitude(right), right_scale);
	else
		order = -compare_scaled(magnitude(right), right_scale,
					magnitude(left), left_scale);
	return left_below ? -order : order;
}

static int64_t common_factor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

/* Divide both by what they have in common; the denominator comes out above
 * zero. */
static void cut_down(struct decimal *numerator, struct decimal *denominator)
{
	int64_t factor = common_factor(numerator->units, denominator->units);

	if (factor > 0) {
		numerator->units /= factor;
		denominator->units /= factor;
	}
	if (denominator->units < 0) {
		numerator->units = -numerator->units;
		denominator->units = -denominator->units;
	}
}

bool ratio_add(struct ratio *sum, struct ratio a, struct ratio b)
{
	struct ratio made;
	struct decimal left;
	struct decimal right;

	assert(ratio_is_sound(a) && ratio_is_sound(b));
	made.denominator = a.denominator;
	if (decimal_compare(a.denominator, b.denominator) == 0) {
		if (!decimal_add(&made.numerator, a.numerator, b.numerator))
			return false;
		*sum = made;
		return true;
	}
	cut_down(&a.numerator, &a.denominator);
	cut_down(&b.numerator, &b.denominator);
	if (!decimal_multiply(&left, a.numerator, b.denominator) ||
	    !decimal_multiply(&right, b.numerator, a.denominator) ||
	    !decimal_add(&made.numerator, left, right) ||
	    !decimal_multiply(&made.denominator, a.denominator, b.denominator))
		return false;
	*sum = made;
	return true;
}

bool ratio_subtract(struct ratio *difference, struct ratio a, struct ratio b)
{
	b.numerator = decimal_negate(b.numerator);
	return ratio_add(difference, a, b);
}

bool ratio_multiply(struct ratio *product, struct ratio ratio,
		    struct decimal factor)
{
	struct ratio made = ratio;

	assert(ratio_is_sound(ratio));
	if (!decimal_multiply(&made.numerator, ratio.numerator, factor)) {
		cut_down(&factor, &made.denominator);
		if (!decimal_multiply(&made.numerator, ratio.numerator, factor))
			return false;
	}
	*product = made;
	return true;
}

bool ratio_divide(struct ratio *quotient, struct ratio a, struct ratio b)
{
	struct ratio made;

	assert(ratio_is_sound(a) && ratio_is_sound(b));
	if (decimal_is_zero(b.numerator))
		return false;
	cut_down(&a.numerator, &b.numerator);
	cut_down(&b.denominator, &a.denominator);
	if (!decimal_multiply(&made.numerator, a.numerator, b.denominator) ||
	    !decimal_multiply(&made.denominator, a.denominator, b.numerator))
		return false;
	*quotient = made;
	return true;
}

/* *quotient becomes ten times itself and the next digit of a division. */
static bool next_digit(int128 *quotient, int128 *rest, int128 divisor)
{
	*rest *= 10;
	*quotient = *quotient * 10 + *rest / divisor;
	*rest %= divisor;
	return *quotient <= INT64_MAX;
}

bool ratio_round(struct decimal *rounded, struct ratio ratio, int places)
{
	int128 divisor = magnitude(ratio.denominator.units);
	int128 units = magnitude(ratio.numerator.units);
	int shift = ratio.denominator.scale + places - ratio.numerator.scale;
	int128 rest;

	assert(places >= 0 && places <= DECIMAL_SCALE_MAX);
	if (!ratio_is_sound(ratio))
		return false;
	if (shift < 0)
		divisor *= powers[-shift];
	rest = units % divisor;
	units /= divisor;
	for (; shift > 0; shift--)
		if (!next_digit(&units, &rest, divisor))
			return false;
	if (2 * rest >= divisor)
		units++;
	if (units > INT64_MAX)
		return false;
	rounded->units = (int64_t)units;
	if (ratio_is_negative(ratio))
		rounded->units = -rounded->units;
	rounded->scale = places;
	return true;
}
