#include "model/rounding.h"

#define DECIMALS_MOST 9 /* so that the square of a unit is a decimal */

/* A number rounded to a unit is off by its twelfth, squared, on the average:
 * four standard deviations of n such squared are 16/12 of n units squared. */
static bool is_likely(struct decimal size, struct decimal unit, long terms)
{
	struct decimal left;
	struct decimal right;

	return decimal_multiply(&left, size, size) &&
	       decimal_multiply(&left, left, decimal_of(3)) &&
	       decimal_multiply(&right, unit, unit) &&
	       decimal_multiply(&right, right, decimal_of(4)) &&
	       decimal_multiply(&right, right, decimal_of(terms)) &&
	       decimal_compare(left, right) <= 0;
}

static bool is_possible(struct decimal size, struct decimal unit, long terms)
{
	struct decimal left;
	struct decimal right;

	return decimal_multiply(&left, size, decimal_of(2)) &&
	       decimal_multiply(&right, unit, decimal_of(terms)) &&
	       decimal_compare(left, right) <= 0;
}

bool rounding_explains(struct decimal difference, int decimals, long terms)
{
	const struct decimal unit = { 1, decimals };
	struct decimal size = decimal_is_negative(difference)
				      ? decimal_negate(difference)
				      : difference;

	if (decimal_is_zero(difference))
		return true;
	return decimals <= DECIMALS_MOST && is_possible(size, unit, terms) &&
	       is_likely(size, unit, terms);
}
