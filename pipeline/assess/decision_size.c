#include "assess/decision_size.h"

#include "assess/decision_table.h"
#include "lib/lang.h"
#include "lib/msg.h"

#define MOST_TRIED 2000000L
#define MOST_COMPARED 100000000L

/* What one combination is held against at most: the rows' conditions, and
 * what each two inputs have to do with each other. */
static long comparisons(const struct decision_table *table)
{
	long count = 1 + (long)(table->input_count * table->input_count);

	for (size_t i = 0; i < table->row_count; i++) {
		const struct decision_row *row = &table->rows[i];

		count++;
		for (size_t n = 0; n < row->condition_count; n++)
			count += 1 + (long)row->conditions[n].words.count;
	}
	return count;
}

bool decision_size_is_provable(const struct decision_table *table,
			       long combinations)
{
	const struct place place = version_place(&table->version);

	if (combinations > MOST_TRIED)
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("rule \"%s\", version %d: it has more than %ld "
			 "combinations of values, too many to prove that no "
			 "one is forgotten; split it, or test fewer numbers"),
		       table->version.id, table->version.number, MOST_TRIED);
	else if (combinations > MOST_COMPARED / comparisons(table))
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("rule \"%s\", version %d: its rows and the values to "
			 "hold against them are too many to prove that none is "
			 "forgotten (more than %ld comparisons); split it"),
		       table->version.id, table->version.number, MOST_COMPARED);
	else
		return true;
	return false;
}
