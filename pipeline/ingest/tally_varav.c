#include <string.h>

#include "ingest/tally.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static const struct tally_measure *whole_of(const struct tally *tally,
					    const struct measure *part)
{
	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct measure *measure = tally->measures[i].measure;

		if (measure->series == part->series &&
		    strcmp(measure->id, part->varav) == 0)
			return &tally->measures[i];
	}
	return NULL;
}

static void tell(const struct measure *part, const char *unit,
		 const struct tally_cell *more, const struct tally_cell *whole)
{
	struct text text = { 0 };
	struct text of = { 0 };

	decimal_add_text(&text, more->number);
	decimal_add_text(&of, whole->number);
	msg_at(OUTCOME_REFUSED,
	       (struct place){ .file = part->rules_file,
			       .line = part->line,
			       .header = part->id },
	       _("it is %s at \"%s\", which is more than \"%s\" there, %s, "
		 "that "
		 "it is a part of; see that its where asks for no other rows"),
	       text.at, unit, part->varav, of.at);
	text_clear(&text);
	text_clear(&of);
}

bool tally_prove_varav(const struct tally *tally, const struct registry *reg)
{
	bool ok = true;

	for (size_t i = 0; i < tally->measure_count; i++) {
		const struct tally_measure *part = &tally->measures[i];
		const struct tally_measure *whole =
			part->measure->varav ? whole_of(tally, part->measure)
					     : NULL;

		for (size_t j = 0;
		     whole && j < part->windows * tally->unit_count; j++) {
			if (decimal_compare(part->cells[j].number,
					    whole->cells[j].number) <= 0)
				continue;
			tell(part->measure,
			     reg->units[j % tally->unit_count].id,
			     &part->cells[j], &whole->cells[j]);
			ok = false;
		}
	}
	return ok;
}
