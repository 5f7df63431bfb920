#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/mem.h"
#include "model/exports.h"

static const struct {
	const char *label;
	const char *names[2];
	bool want;
} rows[] = {
	{ "plain", { "hr/a.csv", "hr/b.csv" }, true },
	{ "Swedish letters",
	  { "hr/fr\xC3\xA5nvaro \xE2\x80\x93 1.csv", "b" },
	  true },
	{ "no UTF-8", { "a", "hr/fr\xE5nvaro.csv" }, false },
	{ "a control character", { "hr/\x01.csv", "b" }, false },
	{ "a line feed", { "hr/a\n.csv", "b" }, false },
	{ "a tab", { "hr/a\t.csv", "b" }, false },
};

static void names_must_stand_on_a_line(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *list[] = { rows[i].names[0], rows[i].names[1] };
		const struct names names = { .list = list, .count = 2 };

		if (exports_are_named(&names) == rows[i].want)
			continue;
		print_error("%s: want %d\n", rows[i].label, rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_must_stand_on_a_line),
	};

	return cmocka_run_group_tests_name("exports", tests, NULL, NULL);
}
