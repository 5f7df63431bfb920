/*
 * indicator_chart - the development of one indicator as a picture: bars of two
 * values, a line over three or more.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/history_chart.h"
#include "lib/lang.h"

void indicator_chart_compose(struct composition *composition,
			     const struct template_part *part,
			     struct blocks *into)
{
	const struct assessed_indicator *indicator =
		assessment_indicator(composition->assessment, part->of);
	struct history_years years = { .least = 2 };
	const size_t before = into->count;

	if (!indicator) {
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("indicator=\"%s\": there is none such on the as-of "
			 "day"),
		       part->of);
		return;
	}
	history_years_add(&years, indicator);
	history_chart_compose(composition, indicator, &years, into);
	if (into->count == before)
		blocks_add_words(into, composition_arena(composition),
				 BLOCK_PARAGRAPH, part->empty);
}
