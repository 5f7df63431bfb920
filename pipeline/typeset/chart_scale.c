/* chart_scale - lengths for values, and the levels drawn across them. */
#include <assert.h>

#include "model/report.h"
#include "typeset/chart.h"

#define PARTS 10000      /* of the span, to which values are rounded */
#define TARGET_DASH 2500 /* [mpt] */
#define MEAN_DASH 1000

void chart_scale_widen(struct chart_scale *scale, struct decimal value)
{
	if (!scale->begun || decimal_compare(value, scale->low) < 0)
		scale->low = value;
	if (!scale->begun || decimal_compare(value, scale->high) > 0)
		scale->high = value;
	scale->begun = true;
}

int32_t chart_scale_at(const struct chart_scale *scale, struct decimal value)
{
	struct decimal span;
	struct decimal from_low;
	struct decimal parts;
	struct ratio ratio;
	bool ok = decimal_subtract(&span, scale->high, scale->low) &&
		  decimal_subtract(&from_low, value, scale->low);

	assert(ok); /* the report was proved to be drawable */
	if (decimal_is_zero(span))
		return 0;
	ok = ratio_multiply(&ratio, ratio_over(from_low, span),
			    decimal_of(PARTS)) &&
	     ratio_round(&parts, ratio, 0);
	assert(ok);
	return (int32_t)(parts.units * scale->length / PARTS);
}

size_t chart_levels(const struct chart *chart,
		    struct chart_level levels[CHART_LEVELS])
{
	size_t count = 0;

	if (chart->has_target)
		levels[count++] = (struct chart_level){
			.value = chart->target,
			.print = chart->target_print ? chart->target_print : "",
			.dash = TARGET_DASH,
		};
	if (chart->has_mean)
		levels[count++] = (struct chart_level){
			.value = chart->mean,
			.print = chart->mean_print ? chart->mean_print : "",
			.dash = MEAN_DASH,
		};
	return count;
}
