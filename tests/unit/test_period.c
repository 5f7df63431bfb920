/*
 * Cells that name a stretch of a year.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/text.h"
#include "model/cell.h"

static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *want;
} cases[] = {
	{ "2025-04", CELL_SOUND, "2025-04..2025-04" },
	{ "april 2025", CELL_SOUND, "2025-04..2025-04" },
	{ "202504", CELL_SOUND, "2025-04..2025-04" },
	{ "2025", CELL_SOUND, "2025-01..2025-12" },
	{ "2025-T1", CELL_SOUND, "2025-01..2025-04" },
	{ " 2025-T3 ", CELL_SOUND, "2025-09..2025-12" },
	{ "T2 2025", CELL_SOUND, "2025-05..2025-08" },
	{ "t1 2025", CELL_SOUND, "2025-01..2025-04" },
	{ "2025T1", CELL_SOUND, "2025-01..2025-04" },
	{ "2025 T1", CELL_SOUND, "2025-01..2025-04" },
	{ "Tertial 1 2025", CELL_SOUND, "2025-01..2025-04" },
	{ "tertial 1\xc2\xa0"
	  "2025",
	  CELL_SOUND, "2025-01..2025-04" },
	{ "2025 tertial 3", CELL_SOUND, "2025-09..2025-12" },
	{ "2025-Q2", CELL_SOUND, "2025-04..2025-06" },
	{ "K4 2025", CELL_SOUND, "2025-10..2025-12" },
	{ "Kvartal 1 2025", CELL_SOUND, "2025-01..2025-03" },
	{ "HALVÅR 2 2025", CELL_SOUND, "2025-07..2025-12" },
	{ "2025-01..2025-08", CELL_SOUND, "2025-01..2025-08" },
	{ "", CELL_EMPTY, "" },
	{ "T4 2025", CELL_NO_PERIOD, "" },
	{ "T0 2025", CELL_NO_PERIOD, "" },
	{ "Q5 2025", CELL_NO_PERIOD, "" },
	{ "H3 2025", CELL_NO_PERIOD, "" },
	{ "T1", CELL_NO_PERIOD, "" },
	{ "T1 25", CELL_NO_PERIOD, "" },
	{ "T1 2025 2025", CELL_NO_PERIOD, "" },
	{ "2025 T1 2025", CELL_NO_PERIOD, "" },
	{ "T1 0025", CELL_NO_PERIOD, "" },
	{ "tertial 2025", CELL_NO_PERIOD, "" },
	{ "vecka 1 2025", CELL_NO_PERIOD, "" },
	{ "#DIV/0!", CELL_SPREADSHEET_ERROR, "" },
};

static void periods_are_read(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct window window = { 0 };
		struct text got = { 0 };
		enum cell_fault fault = cell_period(&window, cases[i].cell);

		if (fault == CELL_SOUND)
			window_add_text(&got, window);
		if (fault != cases[i].fault ||
		    strcmp(text_string(&got), cases[i].want) != 0) {
			print_error("\"%s\": fault %d, got \"%s\"\n",
				    cases[i].cell, (int)fault,
				    text_string(&got));
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(periods_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
