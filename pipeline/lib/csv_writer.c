#include "lib/csv_writer.h"

#include <stdbool.h>
#include <string.h>

#include "lib/text.h"

/* Whether a spreadsheet would run the cell as a formula. */
static bool is_formula(const char *cell)
{
	if (!*cell || !strchr("=+-@\t\r", *cell))
		return false;
	return cell[strspn(cell, "+-0123456789., ")] != '\0';
}

void csv_writer_cell(struct text *text, const char *cell)
{
	const bool quoted = strpbrk(cell, ";\"\r\n") != NULL;

	if (quoted)
		text_add_char(text, '"');
	if (is_formula(cell))
		text_add_char(text, '\'');
	for (; *cell; cell++) {
		if (*cell == '"')
			text_add_char(text, '"');
		text_add_char(text, *cell);
	}
	if (quoted)
		text_add_char(text, '"');
}
