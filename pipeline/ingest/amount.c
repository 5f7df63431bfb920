#include "ingest/amount.h"

#include "ingest/intake.h"
#include "lib/text.h"

/* A quantity called `word` that can be made `wanted`; NULL for none. */
static const struct quantity *quantity_called(const struct intake *intake,
					      const char *word,
					      const struct quantity *wanted)
{
	const struct quantities *quantities = intake->quantities;

	for (size_t i = 0; i < quantities->count; i++) {
		const struct quantity *quantity = &quantities->list[i];
		struct figure nought = figure_of_number(decimal_of(0));

		if ((cell_same(quantity->print, word) ||
		     cell_same(quantity->id, word)) &&
		    quantity_convert(&nought, quantity, wanted))
			return quantity;
	}
	return NULL;
}

/* Exactly, or not at all. */
static enum cell_fault convert(struct decimal *number,
			       const struct quantity *from,
			       const struct quantity *to)
{
	struct figure figure = figure_of_number(*number);

	if (!quantity_convert(&figure, from, to) ||
	    figure.kind != FIGURE_NUMBER)
		return CELL_TOO_LARGE;
	*number = figure.number;
	return CELL_SOUND;
}

enum cell_fault amount_read(struct decimal *number, const struct intake *intake,
			    const struct column *column, const char *cell)
{
	const struct quantity *wanted;
	const struct quantity *told;
	struct text word = { 0 };
	const char *unit;
	size_t len;
	enum cell_fault fault = cell_amount(number, &unit, &len, cell,
					    intake->profile->decimal);

	if (fault != CELL_SOUND || len == 0)
		return fault;
	if (!column->quantity)
		return CELL_UNIT;
	text_add_bytes(&word, unit, len);
	wanted = quantity_lookup(intake->quantities, column->quantity);
	told = quantity_called(intake, text_string(&word), wanted);
	text_clear(&word);
	return told ? convert(number, told, wanted) : CELL_UNIT;
}
