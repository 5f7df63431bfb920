#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "model/target.h"

#define FROM " fr\xc3\xa5n"
#define MONTHS "m\xc3\xa5nader"

static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *op;
	const char *number; /* "yes", "no" for EQUALS */
	const char *unit;
} rows[] = {
	{ "\xe2\x89\xa5 85 %", CELL_SOUND, "at-least", "85", "%" },
	{ "\xe2\x89\xa5"
	  "80",
	  CELL_SOUND, "at-least", "80", "" },
	{ ">= 85", CELL_SOUND, "at-least", "85", "" },
	{ "Minst 85 %", CELL_SOUND, "at-least", "85", "%" },
	{ "\xe2\x89\xa4 7,5 %", CELL_SOUND, "at-most", "7.5", "%" },
	{ "<=7,5", CELL_SOUND, "at-most", "7.5", "" },
	{ "H\xc3\x96GST 7,5 %", CELL_SOUND, "at-most", "7.5", "%" },
	{ "85 %", CELL_SOUND, "unstated", "85", "%" },
	{ "7,5 %", CELL_SOUND, "unstated", "7.5", "%" },
	{ "80", CELL_SOUND, "unstated", "80", "" },
	{ "1", CELL_SOUND, "unstated", "1", "" },
	{ "0", CELL_SOUND, "unstated", "0", "" },
	{ "1 personer", CELL_SOUND, "unstated", "1", "personer" },
	{ "0 tkr", CELL_SOUND, "unstated", "0", "tkr" },
	{ "-900 tkr", CELL_SOUND, "unstated", "-900", "tkr" },
	{ "1 200 Mnkr", CELL_SOUND, "unstated", "1200", "Mnkr" },
	{ "minska" FROM " 15 " MONTHS, CELL_SOUND, "below", "15", MONTHS },
	{ "Minska" FROM " 15", CELL_SOUND, "below", "15", "" },
	{ "\xc3\xb6ka" FROM "29", CELL_SOUND, "above", "29", "" },
	{ "\xc3\x96ka  fr\xc3\xa5n 29", CELL_SOUND, "above", "29", "" },
	{ "> 29", CELL_SOUND, "above", "29", "" },
	{ "< 29", CELL_SOUND, "below", "29", "" },
	{ "Ja", CELL_SOUND, "equals", "yes", "" },
	{ " nej ", CELL_SOUND, "equals", "no", "" },
	{ "", CELL_EMPTY, "", "", "" },
	{ "minska", CELL_NO_TARGET, "", "", "" },
	{ "minska" FROM, CELL_NO_TARGET, "", "", "" },
	{ "\xc3\xb6ka", CELL_NO_TARGET, "", "", "" },
	{ "\xe2\x89\xa5 Ja", CELL_NO_TARGET, "", "", "" },
	{ "b\xc3\xa4ttre", CELL_NO_TARGET, "", "", "" },
	{ "85 - 90 %", CELL_NO_TARGET, "", "", "" },
	{ "\xe2\x89\xa5 8.5 %", CELL_OTHER_POINT, "", "", "" },
	{ "#REF!", CELL_SPREADSHEET_ERROR, "", "", "" },
};

#define YEAR_BEFORE                                                            \
	" f\xc3\xb6reg\xc3\xa5"                                                \
	"ende \xc3\xa5r"
#define VALUE " v\xc3\xa4rdet "

/* Targets that name a value of another window. */
static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *op;
	enum target_when when;
	const char *window; /* of OF_WINDOW */
	const char *change;
	const char *unit; /* of the change; "share" for so many per cent */
} named[] = {
	{ "minska" FROM YEAR_BEFORE, CELL_SOUND, "below", TARGET_YEAR_BEFORE,
	  "", "0", "" },
	{ "\xc3\x96ka  fr\xc3\xa5n  " YEAR_BEFORE, CELL_SOUND, "above",
	  TARGET_YEAR_BEFORE, "", "0", "" },
	{ "minst samma period" YEAR_BEFORE, CELL_SOUND, "at-least",
	  TARGET_SAME_PERIOD, "", "0", "" },
	{ YEAR_BEFORE, CELL_SOUND, "unstated", TARGET_YEAR_BEFORE, "", "0",
	  "" },
	{ "h\xc3\xb6gst" VALUE "2024-T1", CELL_SOUND, "at-most",
	  TARGET_OF_WINDOW, "2024-01..2024-04", "0", "" },
	{ "<" VALUE "2024-12-31", CELL_SOUND, "below", TARGET_OF_WINDOW,
	  "2024-12-31", "0", "" },
	{ "minska med 5 %" FROM YEAR_BEFORE, CELL_SOUND, "at-most",
	  TARGET_YEAR_BEFORE, "", "-5", "share" },
	{ "minska med 5 procent" FROM VALUE "2023", CELL_SOUND, "at-most",
	  TARGET_OF_WINDOW, "2023-01..2023-12", "-5", "share" },
	{ "\xc3\xb6ka med 1,5 procentenheter" FROM YEAR_BEFORE, CELL_SOUND,
	  "at-least", TARGET_YEAR_BEFORE, "", "1.5", "procentenheter" },
	{ "\xc3\xb6ka med 1 procentenhet" FROM YEAR_BEFORE, CELL_SOUND,
	  "at-least", TARGET_YEAR_BEFORE, "", "1", "procentenhet" },
	{ "\xc3\xb6ka med 2" FROM YEAR_BEFORE, CELL_SOUND, "at-least",
	  TARGET_YEAR_BEFORE, "", "2", "" },
	{ "minska med 3 " MONTHS FROM YEAR_BEFORE, CELL_SOUND, "at-most",
	  TARGET_YEAR_BEFORE, "", "-3", MONTHS },
	{ "minska med 5 %", CELL_NO_TARGET, "", 0, "", "", "" },
	{ "minska med -5 %" FROM YEAR_BEFORE, CELL_NO_TARGET, "", 0, "", "",
	  "" },
	{ "minska med" FROM YEAR_BEFORE, CELL_NO_NUMBER, "", 0, "", "", "" },
	{ "minska med 5 %" FROM " 15", CELL_NO_TARGET, "", 0, "", "", "" },
	{ "minst" VALUE "15", CELL_NO_TARGET, "", 0, "", "", "" },
	{ "minst" VALUE, CELL_NO_TARGET, "", 0, "", "", "" },
	{ "minst" YEAR_BEFORE "s", CELL_NO_TARGET, "", 0, "", "", "" },
};

/* What row `i` should be and is, as one line. */
static void add_named(struct text *text, const struct target *target)
{
	const struct target_base *base = target->base;

	if (!base)
		return;
	text_printf(text, "%s %d ", target_op_name(target->op),
		    (int)base->when);
	if (base->when == TARGET_OF_WINDOW)
		window_add_text(text, base->window);
	text_add(text, " ");
	decimal_add_text(text, base->change);
	text_printf(text, " %s", base->share ? "share" : target->unit);
}

static void targets_name_another_window(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(named); i++) {
		struct target got = { 0 };
		struct text is = { 0 };
		struct text wanted = { 0 };

		assert_int_equal(cell_target(&got, named[i].cell, ',', &arena),
				 named[i].fault);
		add_named(&is, &got);
		if (named[i].fault == CELL_SOUND)
			text_printf(&wanted, "%s %d %s %s %s", named[i].op,
				    (int)named[i].when, named[i].window,
				    named[i].change, named[i].unit);
		assert_string_equal(text_string(&is), text_string(&wanted));
		assert_int_equal(got.figure.kind, FIGURE_MISSING);
		text_clear(&wanted);
		text_clear(&is);
	}
	arena_clear(&arena);
}

static void add_figure(struct text *text, const struct figure *figure)
{
	if (figure->kind == FIGURE_YESNO)
		text_add(text, figure->yes ? "yes" : "no");
	else
		decimal_add_text(text, figure->number);
}

static void targets_are_read(void **state)
{
	struct arena arena = { 0 };
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct target got = { 0 };
		enum cell_fault fault =
			cell_target(&got, rows[i].cell, ',', &arena);

		text_reset(&text);
		if (fault == CELL_SOUND)
			add_figure(&text, &got.figure);
		if (fault == rows[i].fault &&
		    strcmp(text_string(&text), rows[i].number) == 0 &&
		    (fault != CELL_SOUND ||
		     (strcmp(target_op_name(got.op), rows[i].op) == 0 &&
		      strcmp(got.unit, rows[i].unit) == 0)))
			continue;
		print_error("\"%s\": got fault %d, %s %s %s\n", rows[i].cell,
			    fault, target_op_name(got.op), text_string(&text),
			    got.unit ? got.unit : "");
		wrong++;
	}
	text_clear(&text);
	arena_clear(&arena);
	assert_int_equal(wrong, 0);
}

static void a_fault_leaves_the_target(void **state)
{
	struct arena arena = { 0 };
	struct target target = { .op = TARGET_ABOVE, .unit = "kept" };

	(void)state;
	assert_int_equal(cell_target(&target, "?", ',', &arena),
			 CELL_NO_TARGET);
	assert_int_equal(target.op, TARGET_ABOVE);
	assert_string_equal(target.unit, "kept");
	arena_clear(&arena);
}

static void names_go_both_ways(void **state)
{
	enum target_op op = TARGET_BELOW;

	(void)state;
	for (int i = TARGET_UNSTATED; i <= TARGET_EQUALS; i++) {
		assert_true(target_op_of_name(
			&op, target_op_name((enum target_op)i)));
		assert_int_equal(op, i);
	}
	assert_false(target_op_of_name(&op, "more"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(targets_are_read),
		cmocka_unit_test(targets_name_another_window),
		cmocka_unit_test(a_fault_leaves_the_target),
		cmocka_unit_test(names_go_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
