#include "model/indicator_cell.h"

#include <string.h>

#include "lib/text.h"

bool indicator_unit(const struct quantity *quantity, const char *unit,
		    size_t len)
{
	struct text word = { 0 };
	bool same;

	if (len == 0 || !quantity)
		return true;
	text_add_bytes(&word, unit, len);
	same = cell_same(text_string(&word), quantity->print) ||
	       (strcmp(quantity->print, "%") == 0 &&
		cell_same(text_string(&word), "procent"));
	text_clear(&word);
	return same;
}

static enum cell_fault read_number(struct figure *figure,
				   const struct quantity *quantity,
				   const char *cell, char point)
{
	struct decimal number;
	const char *unit;
	size_t len;
	enum cell_fault fault = cell_amount(&number, &unit, &len, cell, point);

	if (fault != CELL_SOUND)
		return fault;
	*figure = figure_of_number(number);
	return indicator_unit(quantity, unit, len) ? CELL_SOUND : CELL_UNIT;
}

enum cell_fault indicator_cell(struct figure *figure,
			       const struct indicator *indicator,
			       const struct quantity *quantity,
			       const char *cell, char point)
{
	enum cell_fault fault;

	*figure = (struct figure){ 0 };
	if (cell_missing(&figure->missing, cell))
		return CELL_SOUND;
	if (indicator->target.figure.kind != FIGURE_YESNO)
		return read_number(figure, quantity, cell, point);
	fault = cell_yesno(&figure->yes, cell);
	figure->kind = FIGURE_YESNO;
	return fault;
}
