/*
 * decimal - exact figures: whole units of a power of ten, and ratios of them.
 *
 * No figure of ours is ever a floating point number.  A decimal is
 * units / 10^scale and keeps its scale ("4123.50" stays "4123.50"); a ratio
 * keeps numerator and denominator, so that it is rounded once, in print.
 * Arithmetic goes over 128 bits; what does not fit a decimal in the end is an
 * overflow, told by `false`, and leaves the result untouched.
 *
 * All are values: nothing is owned.  Zeroed is 0, respectively a ratio without
 * a denominator, which ratio_is_sound() denies.
 */
#ifndef MODEL_DECIMAL_H
#define MODEL_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/mem.h"

#define DECIMAL_SCALE_MAX 18

struct text;

struct decimal {
	int64_t units; /* never INT64_MIN, so that it can be negated */
	int scale;     /* digits after the point, 0..DECIMAL_SCALE_MAX */
};

struct ratio {
	struct decimal numerator;
	struct decimal denominator; /* not zero in a sound ratio */
};

/* How a decimal is printed for people.  Zeroed: Swedish, no decimals. */
struct number_style {
	int min_decimals;   /* trailing zeros are stripped down to this many */
	int max_decimals;   /* rounded to this many; at least min_decimals */
	bool decimal_point; /* "1.5" in place of the Swedish "1,5" */
	bool group_from_1000; /* thousands apart from 1 000, not from 10 000 */
	const char *group;    /* between them; NULL: a narrow no-break space */
	const char *minus;    /* NULL: the true one */
};

/*
 * Read the form of hand-overs: an optional ASCII minus, digits, and optionally
 * a point and digits.  False for anything else and for what does not fit.
 */
bool decimal_parse(struct decimal *number, const char *from) MUST_CHECK;

/* Add that form, with as many decimals as the scale says. */
void decimal_add_text(struct text *text, struct decimal number);

/* What people who write `language` put before decimals: '.' in English, else
 * ','. */
char decimal_sign_of(const char *language);

/* Add `number` as people read it. */
void decimal_print(struct text *text, struct decimal number,
		   const struct number_style *style);

/* A whole number.  Not INT64_MIN. */
struct decimal decimal_of(int64_t whole);

/* The result has the larger scale of the two, of a product their sum, less
 * only as many trailing zeros as it takes to fit. */
bool decimal_add(struct decimal *sum, struct decimal a,
		 struct decimal b) MUST_CHECK;
bool decimal_subtract(struct decimal *difference, struct decimal a,
		      struct decimal b) MUST_CHECK;
bool decimal_multiply(struct decimal *product, struct decimal a,
		      struct decimal b) MUST_CHECK;

struct decimal decimal_negate(struct decimal number);

/* Below zero, zero or above zero as `a` is less, equal to or more than `b`;
 * 1.5 and 1.50 are equal. */
int decimal_compare(struct decimal a, struct decimal b);
bool decimal_is_zero(struct decimal number);
bool decimal_is_negative(struct decimal number);

/* At most `places` (0..18) decimals, half away from zero. */
struct decimal decimal_round(struct decimal number, int places);

/* `number` over 1, or over another decimal. */
struct ratio ratio_of(struct decimal number);
struct ratio ratio_over(struct decimal numerator, struct decimal denominator);

/* Whether there is a denominator; all that follows needs it (asserted, but
 * for ratio_round, which says no). */
bool ratio_is_sound(struct ratio ratio);

/* As decimal_compare(), crosswise, exact for all values. */
int ratio_compare(struct ratio a, struct ratio b);
bool ratio_is_negative(struct ratio ratio);

/* Results are cut down by common factors before they are called too large. */
bool ratio_add(struct ratio *sum, struct ratio a, struct ratio b) MUST_CHECK;
bool ratio_subtract(struct ratio *difference, struct ratio a,
		    struct ratio b) MUST_CHECK;

/* `ratio` times a decimal: 100 for per cent, 0.05 for 5 per cent of it. */
bool ratio_multiply(struct ratio *product, struct ratio ratio,
		    struct decimal factor) MUST_CHECK;

/* `a` divided by `b`; false also if `b` is zero. */
bool ratio_divide(struct ratio *quotient, struct ratio a,
		  struct ratio b) MUST_CHECK;

/* The quotient with exactly `places` (0..18) decimals, half away from zero;
 * false if there is no denominator or the quotient does not fit. */
bool ratio_round(struct decimal *rounded, struct ratio ratio,
		 int places) MUST_CHECK;

#endif
