#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/text.h"
#include "lib/xml_reader.h"
#include "lib/xml_writer.h"
#include "model/figure.h"

static const struct {
	const char *label;
	const char *attributes;
	enum figure_kind kind;
	struct figure want;
} read_rows[] = {
	{ "number",
	  "value=\"-12.50\"",
	  FIGURE_NUMBER,
	  { .kind = FIGURE_NUMBER, .number = { -1250, 2 } } },
	{ "ratio",
	  "numerator=\"31415.00\" denominator=\"261792.00\"",
	  FIGURE_RATIO,
	  { .kind = FIGURE_RATIO,
	    .number = { 3141500, 2 },
	    .denominator = { 26179200, 2 } } },
	{ "yes",
	  "value=\"yes\" type=\"yes-no\"",
	  FIGURE_YESNO,
	  { .kind = FIGURE_YESNO, .yes = true } },
	{ "no",
	  "value=\"no\" type=\"yes-no\"",
	  FIGURE_YESNO,
	  { .kind = FIGURE_YESNO } },
	{ "date",
	  "value=\"2025-04-30\" type=\"date\"",
	  FIGURE_DATE,
	  { .kind = FIGURE_DATE, .date = { 2025, 4, 30 } } },
	{ "word",
	  "value=\"p\xc3\xa5g\xc3\xa5"
	  "ende\" type=\"word\"",
	  FIGURE_WORD,
	  { .kind = FIGURE_WORD,
	    .word = "p\xc3\xa5g\xc3\xa5"
		    "ende" } },
	{ "not measured", "missing=\"not-measured\"", FIGURE_MISSING, { 0 } },
	{ "secret",
	  "missing=\"secret\"",
	  FIGURE_MISSING,
	  { .missing = MISSING_SECRET } },
	{ "not yet due",
	  "missing=\"not-yet-due\"",
	  FIGURE_MISSING,
	  { .missing = MISSING_NOT_YET_DUE } },
};

static const struct {
	const char *label;
	const char *attributes;
} broken_rows[] = {
	{ "nothing", "" },
	{ "no number", "value=\"12,5\"" },
	{ "empty number", "value=\"\"" },
	{ "two forms", "value=\"1\" missing=\"secret\"" },
	{ "no denominator", "numerator=\"1\"" },
	{ "no numerator", "denominator=\"1\"" },
	{ "over nought", "numerator=\"1\" denominator=\"0.00\"" },
	{ "unknown state", "missing=\"lost\"" },
	{ "unknown type", "value=\"1\" type=\"float\"" },
	{ "neither yes nor no", "value=\"ja\" type=\"yes-no\"" },
	{ "no day", "value=\"2025-02-29\" type=\"date\"" },
	{ "type of a missing one", "missing=\"secret\" type=\"date\"" },
};

static bool read(struct figure *figure, const char *attributes,
		 struct arena *arena)
{
	struct text document = { 0 };
	struct xml_source source = { .name = "test" };
	struct xml_reader *reader;
	bool ok;

	text_printf(&document, "<fact %s/>", attributes);
	source.bytes = document.at;
	source.len = document.len;
	reader = xml_reader_open(&source);
	assert_non_null(reader);
	assert_int_equal(xml_reader_next(reader), XML_OPEN);
	ok = figure_read(figure, reader, arena);
	xml_reader_close(reader);
	text_clear(&document);
	return ok;
}

static void write_into(struct text *document, const struct figure *figure)
{
	struct xml_writer *writer = xml_writer_new("facts", "urn:test");

	text_reset(document);
	xml_writer_open(writer, "fact");
	figure_write(writer, figure);
	xml_writer_close(writer);
	xml_writer_end(writer, document);
}

static void figures_come_back_as_they_went(void **state)
{
	struct text document = { 0 };
	struct text element = { 0 };
	struct arena arena = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(read_rows); i++) {
		struct figure got = { .kind = FIGURE_WORD, .word = "stale" };

		text_reset(&element);
		text_printf(&element, "<fact %s/>", read_rows[i].attributes);
		write_into(&document, &read_rows[i].want);
		if (!strstr(text_string(&document), text_string(&element))) {
			print_error("%s: wrote %s\n", read_rows[i].label,
				    text_string(&document));
			wrong++;
		}
		if (!read(&got, read_rows[i].attributes, &arena) ||
		    got.kind != read_rows[i].kind ||
		    got.number.scale != read_rows[i].want.number.scale ||
		    !figure_equal(&got, &read_rows[i].want)) {
			print_error("%s: read kind %d\n", read_rows[i].label,
				    got.kind);
			wrong++;
		}
	}
	text_clear(&document);
	text_clear(&element);
	arena_clear(&arena);
	assert_int_equal(wrong, 0);
}

static void broken_figures_are_refused(void **state)
{
	struct arena arena = { 0 };
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(broken_rows); i++) {
		struct figure got = { .kind = FIGURE_WORD, .word = "kept" };

		if (!read(&got, broken_rows[i].attributes, &arena) &&
		    got.kind == FIGURE_WORD)
			continue;
		print_error("%s: taken as kind %d\n", broken_rows[i].label,
			    got.kind);
		wrong++;
	}
	arena_clear(&arena);
	assert_int_equal(wrong, 0);
}

static void equal_is_by_value(void **state)
{
	struct figure half = figure_of_number((struct decimal){ 5, 1 });
	struct figure same = figure_of_number((struct decimal){ 50, 2 });
	struct figure ratio =
		figure_of_ratio(ratio_over(decimal_of(2), decimal_of(4)));
	struct figure none = figure_of_missing(MISSING_NOT_DELIVERED);
	struct figure zero = figure_of_number(decimal_of(0));
	struct figure empty = { 0 };

	(void)state;
	assert_true(figure_equal(&half, &same));
	assert_true(figure_equal(&half, &ratio));
	assert_false(figure_equal(&half, &zero));
	assert_false(figure_equal(&none, &zero));
	assert_false(figure_equal(&none, &empty));
	assert_true(figure_equal(&none, &none));
}

static void only_numbers_are_ratios(void **state)
{
	struct figure yes = { .kind = FIGURE_YESNO, .yes = true };
	struct figure none = { 0 };
	struct figure third =
		figure_of_ratio(ratio_over(decimal_of(1), decimal_of(3)));
	struct ratio ratio = { 0 };

	(void)state;
	assert_false(figure_ratio(&yes, &ratio));
	assert_false(figure_ratio(&none, &ratio));
	assert_true(figure_ratio(&third, &ratio));
	assert_int_equal(ratio.numerator.units, 1);
	assert_int_equal(ratio.denominator.units, 3);
}

static void names_go_both_ways(void **state)
{
	static const char *const series_wanted[] = { "value",   "forecast",
						     "target",  "budget",
						     "outcome", "base" };
	enum series series = SERIES_BASE;
	enum missing missing = MISSING_SECRET;

	(void)state;
	for (int i = SERIES_VALUE; i <= SERIES_BASE; i++) {
		assert_string_equal(series_name((enum series)i),
				    series_wanted[i]);
		assert_true(series_of_name(&series, series_wanted[i]));
		assert_int_equal(series, i);
	}
	assert_false(series_of_name(&series, "Value"));
	assert_false(missing_of_name(&missing, ""));
	assert_int_equal(missing, MISSING_SECRET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_come_back_as_they_went),
		cmocka_unit_test(broken_figures_are_refused),
		cmocka_unit_test(equal_is_by_value),
		cmocka_unit_test(only_numbers_are_ratios),
		cmocka_unit_test(names_go_both_ways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
