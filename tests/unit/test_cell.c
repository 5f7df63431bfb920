#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "model/cell.h"

#define NBSP "\xc2\xa0"
#define NARROW "\xe2\x80\xaf"
#define THIN "\xe2\x80\x89"
#define MINUS "\xe2\x88\x92"
#define DASH "\xe2\x80\x93"

static const struct {
	const char *label;
	const char *cell;
	char point;
	enum cell_fault fault;
	const char *want;
} number_rows[] = {
	{ "whole", "12", ',', CELL_SOUND, "12" },
	{ "comma", "12,50", ',', CELL_SOUND, "12.50" },
	{ "point", "12.50", '.', CELL_SOUND, "12.50" },
	{ "spaces around", " \t12 ", ',', CELL_SOUND, "12" },
	{ "no-break spaces around", NBSP "12" NBSP, ',', CELL_SOUND, "12" },
	{ "thousands, space", "1 234,5", ',', CELL_SOUND, "1234.5" },
	{ "thousands, no-break", "1" NBSP "234", ',', CELL_SOUND, "1234" },
	{ "thousands, narrow", "203" NARROW "006", ',', CELL_SOUND, "203006" },
	{ "thousands, thin", "1" THIN "234" THIN "567", ',', CELL_SOUND,
	  "1234567" },
	{ "minus before", "-900", ',', CELL_SOUND, "-900" },
	{ "true minus before", MINUS "5 000", ',', CELL_SOUND, "-5000" },
	{ "dash before", DASH "63", ',', CELL_SOUND, "-63" },
	{ "minus and a space", "- 63", ',', CELL_SOUND, "-63" },
	{ "minus after", "63,5-", ',', CELL_SOUND, "-63.5" },
	{ "true minus after", "63" MINUS, ',', CELL_SOUND, "-63" },
	{ "brackets", "(12,3)", ',', CELL_SOUND, "-12.3" },
	{ "plus", "+816", ',', CELL_SOUND, "816" },
	{ "wrapped", "=\"00123\"", ',', CELL_SOUND, "123" },
	{ "wrapped with spaces", " =\" 1 234 \" ", ',', CELL_SOUND, "1234" },
	{ "empty", "", ',', CELL_EMPTY, "" },
	{ "spaces", "  " NBSP, ',', CELL_EMPTY, "" },
	{ "wrapped nothing", "=\"\"", ',', CELL_EMPTY, "" },
	{ "text", "tolv", ',', CELL_NO_NUMBER, "" },
	{ "minus on both sides", "-12-", ',', CELL_NO_NUMBER, "" },
	{ "minus in brackets", "(-12)", ',', CELL_NO_NUMBER, "" },
	{ "open bracket", "(12", ',', CELL_NO_NUMBER, "" },
	{ "closing bracket", "12)", ',', CELL_NO_NUMBER, "" },
	{ "a range", "85" DASH "90", ',', CELL_NO_NUMBER, "" },
	{ "a clock", "08:30", ',', CELL_NO_NUMBER, "" },
	{ "a date", "2025-04-30", ',', CELL_NO_NUMBER, "" },
	{ "nothing after the comma", "12,", ',', CELL_NO_NUMBER, "" },
	{ "nothing before the comma", ",5", ',', CELL_NO_NUMBER, "" },
	{ "two commas", "1,2,3", ',', CELL_NO_NUMBER, "" },
	{ "only a minus", "-", ',', CELL_NO_NUMBER, "" },
	{ "two dots", "..", ',', CELL_NO_NUMBER, "" },
	{ "unit not asked for", "85 %", ',', CELL_NO_NUMBER, "" },
	{ "point for comma", "12.5", ',', CELL_OTHER_POINT, "" },
	{ "English thousands", "1,234.5", '.', CELL_OTHER_POINT, "" },
	{ "German thousands", "1.234,5", ',', CELL_OTHER_POINT, "" },
	{ "group of two", "1 23", ',', CELL_GROUPS, "" },
	{ "group of four", "1 2345", ',', CELL_GROUPS, "" },
	{ "first group of four", "1234 567", ',', CELL_GROUPS, "" },
	{ "two spaces", "1  234", ',', CELL_NO_NUMBER, "" },
	{ "exponent", "1,2E+05", ',', CELL_EXPONENT, "" },
	{ "exponent without a sign", "1e5", ',', CELL_EXPONENT, "" },
	{ "division by nought", "#DIV/0!", ',', CELL_SPREADSHEET_ERROR, "" },
	{ "not available", "#N/A", ',', CELL_SPREADSHEET_ERROR, "" },
	{ "lost reference", "#REF!", ',', CELL_SPREADSHEET_ERROR, "" },
	{ "column too narrow", "#####", ',', CELL_SPREADSHEET_ERROR, "" },
	{ "too large", "9223372036854775808", ',', CELL_TOO_LARGE, "" },
	{ "too many decimals", "0,0000000000000000001", ',', CELL_TOO_LARGE,
	  "" },
	{ "very long",
	  "1111111111111111111111111111111111111111111111111111111111111111111",
	  ',', CELL_TOO_LARGE, "" },
	{ "digits up to the point, and as many behind it",
	  "0000000000000000000000000000000000000000000000000000000000000,"
	  "0000000000000000000000000000000000000000000000000000000000000",
	  ',', CELL_TOO_LARGE, "" },
	{ "very many decimals",
	  "1,111111111111111111111111111111111111111111111111111111111111111",
	  ',', CELL_TOO_LARGE, "" },
};

static int differs(const char *label, const struct text *got, const char *want)
{
	if (strcmp(text_string(got), want) == 0)
		return 0;
	print_error("%s: got \"%s\", want \"%s\"\n", label, text_string(got),
		    want);
	return 1;
}

static int fault_differs(const char *label, enum cell_fault got,
			 enum cell_fault want)
{
	if (got == want)
		return 0;
	print_error("%s: got fault %d (%s), want %d\n", label, got,
		    cell_fault_text(got), want);
	return 1;
}

static void numbers_are_read(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(number_rows); i++) {
		struct decimal number = { 0 };
		enum cell_fault fault = cell_number(
			&number, number_rows[i].cell, number_rows[i].point);

		wrong += fault_differs(number_rows[i].label, fault,
				       number_rows[i].fault);
		text_reset(&text);
		if (fault == CELL_SOUND)
			decimal_add_text(&text, number);
		wrong += differs(number_rows[i].label, &text,
				 number_rows[i].want);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *number;
	const char *unit;
} amount_rows[] = {
	{ "85 %", CELL_SOUND, "85", "%" },
	{ "85%", CELL_SOUND, "85", "%" },
	{ "7,5" NBSP "% ", CELL_SOUND, "7.5", "%" },
	{ "1 004 tkr", CELL_SOUND, "1004", "tkr" },
	{ "-900 tkr", CELL_SOUND, "-900", "tkr" },
	{ "(900) tkr", CELL_SOUND, "-900", "tkr" },
	{ "12,5 Mnkr", CELL_SOUND, "12.5", "Mnkr" },
	{ "15 m\xc3\xa5nader", CELL_SOUND, "15", "m\xc3\xa5nader" },
	{ "3 \xe2\x80\xb0", CELL_SOUND, "3", "\xe2\x80\xb0" },
	{ "100 euro", CELL_SOUND, "100", "euro" },
	{ "14", CELL_SOUND, "14", "" },
	{ "85 " DASH " 90 %", CELL_NO_NUMBER, "", "" },
	{ "85 (ca)", CELL_NO_NUMBER, "", "" },
	{ "tkr", CELL_NO_NUMBER, "", "" },
};

static void units_may_follow(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(amount_rows); i++) {
		struct decimal number = { 0 };
		const char *cell = amount_rows[i].cell;
		const char *unit = "";
		size_t len = 0;
		enum cell_fault fault =
			cell_amount(&number, &unit, &len, cell, ',');

		wrong += fault_differs(cell, fault, amount_rows[i].fault);
		if (fault != CELL_SOUND)
			continue;
		text_reset(&text);
		decimal_add_text(&text, number);
		wrong += differs(cell, &text, amount_rows[i].number);
		text_reset(&text);
		text_add_bytes(&text, unit, len);
		wrong += differs(cell, &text, amount_rows[i].unit);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *want;
} date_rows[] = {
	{ "2025-04-30", CELL_SOUND, "2025-04-30" },
	{ "20250430", CELL_SOUND, "2025-04-30" },
	{ "250430", CELL_SOUND, "2025-04-30" },
	{ "30.4.2025", CELL_SOUND, "2025-04-30" },
	{ "30.04.2025", CELL_SOUND, "2025-04-30" },
	{ "30/4 2025", CELL_SOUND, "2025-04-30" },
	{ " =\"2025-04-30\"", CELL_SOUND, "2025-04-30" },
	{ "29.2.2024", CELL_SOUND, "2024-02-29" },
	{ "2025-02-29", CELL_NO_DATE, "" },
	{ "4/30/2025", CELL_NO_DATE, "" },
	{ "4/5/2025", CELL_NO_DATE, "" },
	{ "30.4.25", CELL_NO_DATE, "" },
	{ "2025-4-30", CELL_NO_DATE, "" },
	{ "2025-04-30 08:30", CELL_NO_DATE, "" },
	{ "251330", CELL_NO_DATE, "" },
	{ "2504301", CELL_NO_DATE, "" },
	{ "2025-04", CELL_NO_DATE, "" },
	{ "30.4", CELL_NO_DATE, "" },
	{ "", CELL_EMPTY, "" },
	{ "########", CELL_SPREADSHEET_ERROR, "" },
};

static void dates_are_read(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(date_rows); i++) {
		struct date date = { 0 };
		enum cell_fault fault = cell_date(&date, date_rows[i].cell);

		wrong += fault_differs(date_rows[i].cell, fault,
				       date_rows[i].fault);
		text_reset(&text);
		if (fault == CELL_SOUND)
			date_add_text(&text, date);
		wrong += differs(date_rows[i].cell, &text, date_rows[i].want);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *cell;
	enum cell_fault fault;
	const char *want;
} month_rows[] = {
	{ "2025-04", CELL_SOUND, "2025-04..2025-04" },
	{ "202504", CELL_SOUND, "2025-04..2025-04" },
	{ "apr 2025", CELL_SOUND, "2025-04..2025-04" },
	{ "Apr. 2025", CELL_SOUND, "2025-04..2025-04" },
	{ "APRIL  2025", CELL_SOUND, "2025-04..2025-04" },
	{ "maj 2025", CELL_SOUND, "2025-05..2025-05" },
	{ "mar 2025", CELL_SOUND, "2025-03..2025-03" },
	{ "sept 2025", CELL_SOUND, "2025-09..2025-09" },
	{ "okt" NBSP "2024", CELL_SOUND, "2024-10..2024-10" },
	{ "juni 2025", CELL_SOUND, "2025-06..2025-06" },
	{ "jul 2025", CELL_SOUND, "2025-07..2025-07" },
	{ "2025-13", CELL_NO_MONTH, "" },
	{ "202500", CELL_NO_MONTH, "" },
	{ "2025-04-30", CELL_NO_MONTH, "" },
	{ "april", CELL_NO_MONTH, "" },
	{ "ju 2025", CELL_NO_MONTH, "" },
	{ "aprilen 2025", CELL_NO_MONTH, "" },
	{ "apr 25", CELL_NO_MONTH, "" },
	{ "maj. 2025", CELL_NO_MONTH, "" },
	{ "", CELL_EMPTY, "" },
};

static void months_are_read(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(month_rows); i++) {
		struct window month = { 0 };
		enum cell_fault fault = cell_month(&month, month_rows[i].cell);

		wrong += fault_differs(month_rows[i].cell, fault,
				       month_rows[i].fault);
		text_reset(&text);
		if (fault == CELL_SOUND)
			window_add_text(&text, month);
		wrong += differs(month_rows[i].cell, &text, month_rows[i].want);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
}

static void yesno_is_read(void **state)
{
	static const char *const yes_words[] = { "Ja", "J",    "YES",
						 "1",  " ja ", "j" };
	static const char *const no_words[] = { "Nej", "N", "no", "0", "NEJ" };
	static const char *const other[] = { "kanske", "jaha", "2", "Ja!" };
	bool yes = false;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(yes_words); i++) {
		yes = false;
		assert_int_equal(cell_yesno(&yes, yes_words[i]), CELL_SOUND);
		assert_true(yes);
	}
	for (size_t i = 0; i < COUNT_OF(no_words); i++) {
		yes = true;
		assert_int_equal(cell_yesno(&yes, no_words[i]), CELL_SOUND);
		assert_false(yes);
	}
	for (size_t i = 0; i < COUNT_OF(other); i++)
		assert_int_equal(cell_yesno(&yes, other[i]), CELL_NO_YESNO);
	assert_int_equal(cell_yesno(&yes, " "), CELL_EMPTY);
}

static const struct {
	const char *cell;
	int want; /* -1: a figure may be there */
} missing_rows[] = {
	{ "", MISSING_NOT_MEASURED },
	{ "  ", MISSING_NOT_MEASURED },
	{ "-", MISSING_NOT_MEASURED },
	{ DASH, MISSING_NOT_MEASURED },
	{ MINUS, MISSING_NOT_MEASURED },
	{ "Saknas", MISSING_NOT_MEASURED },
	{ ".", MISSING_NOT_APPLICABLE },
	{ "..", MISSING_SECRET },
	{ " .. ", MISSING_SECRET },
	{ "...", -1 },
	{ "0", -1 },
	{ "-1", -1 },
	{ "saknas ej", -1 },
};

static void missing_is_a_state(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(missing_rows); i++) {
		enum missing missing = MISSING_NOT_YET_DUE;
		int got = cell_missing(&missing, missing_rows[i].cell)
				  ? (int)missing
				  : -1;

		if (got == missing_rows[i].want)
			continue;
		print_error("\"%s\": got %d, want %d\n", missing_rows[i].cell,
			    got, missing_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *cell;
	const char *trimmed;
	const char *folded;
} fold_rows[] = {
	{ " Hemtj\xc3\xa4nst ", "Hemtj\xc3\xa4nst", "hemtj\xc3\xa4nst" },
	{ "\xc3\x85\xc3\x84\xc3\x96 \xc3\x89",
	  "\xc3\x85\xc3\x84\xc3\x96 \xc3\x89",
	  "\xc3\xa5\xc3\xa4\xc3\xb6 \xc3\xa9" },
	{ "\xc3\x97 \xc3\x9f \xc3\xbf", "\xc3\x97 \xc3\x9f \xc3\xbf",
	  "\xc3\x97 \xc3\x9f \xc3\xbf" },
	{ "S\xc3\xa4rskilt" NBSP "  Boende", "S\xc3\xa4rskilt" NBSP "  Boende",
	  "s\xc3\xa4rskilt boende" },
	{ "=\"0710\"", "0710", "0710" },
	{ "=\"", "=\"", "=\"" },
	{ "", "", "" },
};

static void cells_are_trimmed_and_folded(void **state)
{
	struct text text = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(fold_rows); i++) {
		text_reset(&text);
		cell_trim(&text, fold_rows[i].cell);
		wrong += differs("trim", &text, fold_rows[i].trimmed);
		text_reset(&text);
		cell_fold(&text, fold_rows[i].cell);
		wrong += differs("fold", &text, fold_rows[i].folded);
	}
	text_clear(&text);
	assert_int_equal(wrong, 0);
	assert_true(cell_same("\xc3\x96vrigt", " \xc3\xb6VRIGT"));
	assert_false(cell_same("LSS", "LS S"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_read),
		cmocka_unit_test(units_may_follow),
		cmocka_unit_test(dates_are_read),
		cmocka_unit_test(months_are_read),
		cmocka_unit_test(yesno_is_read),
		cmocka_unit_test(missing_is_a_state),
		cmocka_unit_test(cells_are_trimmed_and_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
