/*
 * Source profiles as they are declared: the sound ones, and what is told of
 * those that are not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules_case.h"

#define SOURCE(content)                                                        \
	"source { id = \"s\", files = \"s/*.csv\", " content " }\n"
#define N "column { \"N\", as = \"n\", type = \"number\" }"
#define M "column { \"M\", as = \"m\", type = \"number\" }"
#define D "column { \"D\", as = \"d\", type = \"date\" }"
#define UNIT "column { \"Enhet\", as = \"unit\", type = \"unit\" }"
#define KEY "column { \"Beslut\", as = \"key\", type = \"decision\" }"
#define NAME "column { \"Indikator\", as = \"name\", type = \"indicator\" }"
#define NOW "column { \"Nu\", as = \"now\", type = \"figure\" }"

static const struct rules_case cases[] = {
	{ "one column", SOURCE(UNIT), "" },
	{ "files = /etc/passwd",
	  "source { id = \"s\", files = \"/etc/passwd\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = ../x.csv",
	  "source { id = \"s\", files = \"../x.csv\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = hr/../../x.csv",
	  "source { id = \"s\", files = \"hr/../../x.csv\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = ..", "source { id = \"s\", files = \"..\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = .*/.*/x.csv",
	  "source { id = \"s\", files = \".*/.*/x.csv\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = hr/.*",
	  "source { id = \"s\", files = \"hr/.*\", " UNIT " }\n",
	  "leads out of the folder of the period" },
	{ "files = */passwd",
	  "source { id = \"s\", files = \"*/passwd\", " UNIT " }\n", "" },
	{ "files = hr/a..b.csv",
	  "source { id = \"s\", files = \"hr/a..b.csv\", " UNIT " }\n", "" },
	{ "all there is",
	  SOURCE("about = \"A\", encoding = \"cp850\", separator = \"|\","
		 " decimal = \".\", skip = 2, reject_limit = 5,"
		 " unit = \"son\", totals = \"Summa\","
		 " column { \"K\", as = \"k\", type = \"number\", min = -1.5,"
		 "   max = 2, optional = true, may_be_empty = true,"
		 "   personal = true },"
		 " column { \"S\", as = \"s\", type = \"word\","
		 "   words = { \"ja\" } }"),
	  "" },
	{ "figures",
	  SOURCE(NAME ", " NOW ", figures { id = \"name\", value = \"now\" }"),
	  "" },
	{ "figures before their columns",
	  SOURCE("figures { id = \"name\", value = \"now\" }, " NAME ", " NOW),
	  "" },
	{ "records",
	  SOURCE(KEY ", unit = \"son\", records { kind = \"d\","
		     " id = \"key\", fields = { \"key\" } }"),
	  "" },
	{ "no id", "source { files = \"s.csv\", " UNIT " }", "id" },
	{ "no files", "source { id = \"s\", " UNIT " }", "files" },
	{ "no column", SOURCE(""), "the source has no column" },
	{ "declared twice", SOURCE(UNIT) SOURCE(UNIT),
	  "the source \"s\" is declared twice" },
	{ "an unknown word", SOURCE(UNIT ", seperator = \";\""), "seperator" },
	{ "an unknown encoding", SOURCE(UNIT ", encoding = \"latin1\""),
	  "encoding = \"latin1\" is not known" },
	{ "a separator of two", SOURCE(UNIT ", separator = \";;\""),
	  "separator = \";;\" must be one of" },
	{ "a decimal sign that is none", SOURCE(UNIT ", decimal = \";\""),
	  "decimal = \";\" must be one of" },
	{ "a limit below nought", SOURCE(UNIT ", reject_limit = -1"),
	  "reject_limit = -1 must be 0 or more" },
	{ "half a line skipped", SOURCE(UNIT ", skip = 0.5"), "skip" },
	{ "a column without a header", SOURCE("column { as = \"unit\" }"),
	  "a column begins with its header" },
	{ "a column without a name", SOURCE("column { \"Enhet\" }"), "as" },
	{ "a name in Swedish", SOURCE("column { \"Enhet\", as = \"månad\" }"),
	  "as = \"månad\" is no name" },
	{ "an unknown type",
	  SOURCE("column { \"Enhet\", as = \"u\", type = \"enhet\" }"),
	  "type = \"enhet\" is not known" },
	{ "a header twice", SOURCE(UNIT ", column { \"Enhet\", as = \"u\" }"),
	  "the column \"Enhet\" is declared twice" },
	{ "a name twice", SOURCE(UNIT ", column { \"E\", as = \"unit\" }"),
	  "as = \"unit\" is the name of a column above too" },
	{ "words of no word",
	  SOURCE("column { \"S\", as = \"s\", words = { \"ja\" } }"),
	  "words = { … } and type = \"word\" belong together" },
	{ "a word without words",
	  SOURCE("column { \"S\", as = \"s\", type = \"word\" }"),
	  "words = { … } and type = \"word\" belong together" },
	{ "words that are none",
	  SOURCE("column { \"S\", as = \"s\", type = \"word\","
		 " words = { 1 } }"),
	  "words must be a list of texts" },
	{ "a least text", SOURCE("column { \"S\", as = \"s\", min = 1 }"),
	  "min and max need a type of numbers or of time" },
	{ "least above most",
	  SOURCE("column { \"S\", as = \"s\", type = \"number\", min = 2,"
		 " max = 1 }"),
	  "min is larger than max" },
	{ "a unit that may be empty",
	  SOURCE("column { \"E\", as = \"u\", type = \"unit\","
		 " may_be_empty = true }"),
	  "a column of type = \"unit\" can be neither optional nor" },
	{ "two units", SOURCE(UNIT ", unit = \"son\""), "a row has one unit" },
	{ "records without a unit",
	  SOURCE(KEY ", records { kind = \"d\", id = \"key\" }"),
	  "records need a unit" },
	{ "records by a text",
	  SOURCE("unit = \"son\", column { \"T\", as = \"t\" },"
		 " records { kind = \"d\", id = \"t\" }"),
	  "must have type = \"decision\" or \"code\"" },
	{ "records of an unknown field",
	  SOURCE("unit = \"son\", " KEY ", records { kind = \"d\","
		 " id = \"key\", fields = { \"x\" } }"),
	  "fields: there is no column \"x\" in this source" },
	{ "figures by a unit",
	  SOURCE(UNIT ", " NOW ", figures { id = \"unit\", value = \"now\" }"),
	  "the column \"unit\" must have type = \"indicator\" here" },
	{ "figures of an unknown column",
	  SOURCE(NAME ", figures { id = \"name\", value = \"now\" }"),
	  "value = \"now\" names no column of this source" },
	{ "a header that is looked for",
	  SOURCE(UNIT ", header_at = \"enhet\", footers = { \"Antal\" }"), "" },
	{ "a header of no column", SOURCE(UNIT ", header_at = \"Månad\""),
	  "header_at = \"Månad\" is the header of no column" },
	{ "a header at two places",
	  SOURCE(UNIT ", header_at = \"Enhet\", skip = 1"),
	  "skip and header_at both say where the header is" },
	{ "a footer of nothing", SOURCE(UNIT ", footers = { \" \" }"),
	  "footers: an empty text begins every row" },
	{ "a footer that is no list", SOURCE(UNIT ", footers = \"Antal\""),
	  "footers must be a list of texts" },
	{ "limits of time",
	  SOURCE("column { \"D\", as = \"d\", type = \"date\","
		 " min = \"2025-01-01\", max = \"2025-12-31\" },"
		 " column { \"P\", as = \"p\", type = \"period\","
		 " max = \"2025-12-31\" }"),
	  "" },
	{ "the latest before the earliest",
	  SOURCE("column { \"D\", as = \"d\", type = \"month\","
		 " min = \"2025-02-01\", max = \"2025-01-31\" }"),
	  "min is larger than max" },
	{ "a day that is none",
	  SOURCE("column { \"D\", as = \"d\", type = \"date\","
		 " max = \"2025-02-29\" }"),
	  "max = \"2025-02-29\" is no day" },
	{ "a day that is a number",
	  SOURCE("column { \"D\", as = \"d\", type = \"date\", min = 2025 }"),
	  "min" },
	{ "a pattern",
	  SOURCE("column { \"K\", as = \"k\", type = \"code\","
		 " pattern = \"9999\" }"),
	  "" },
	{ "a pattern of a text",
	  SOURCE("column { \"K\", as = \"k\", pattern = \"9999\" }"),
	  "pattern = \"…\" needs type = \"code\"" },
	{ "a pattern of nothing",
	  SOURCE("column { \"K\", as = \"k\", type = \"code\","
		 " pattern = \"\" }"),
	  "pattern = \"…\" needs type = \"code\"" },
	{ "a quantity",
	  "quantity { id = \"sek\", print = \"kr\" }\n" SOURCE(
		  "column { \"B\", as = \"b\", type = \"number\","
		  " quantity = \"sek\" }"),
	  "" },
	{ "a quantity of nobody",
	  SOURCE("column { \"B\", as = \"b\", type = \"number\","
		 " quantity = \"sek\" }"),
	  "quantity = \"sek\" is declared nowhere" },
	{ "a quantity of a text",
	  SOURCE("column { \"B\", as = \"b\", quantity = \"sek\" }"),
	  "quantity = \"sek\" needs type = \"number\"" },
	{ "a key", SOURCE(UNIT ", key = { \"unit\" }, duplicates = \"last\""),
	  "" },
	{ "a key of nothing there", SOURCE(UNIT ", key = { \"units\" }"),
	  "there is no column \"units\" in this source" },
	{ "a key that says a column twice",
	  SOURCE(UNIT ", key = { \"unit\", \"unit\" }"),
	  "key: the column \"unit\" stands twice" },
	{ "a key that may be empty",
	  SOURCE("key = { \"k\" }, column { \"K\", as = \"k\", may_be_empty = "
		 "true }"),
	  "key: the column \"k\" can be neither" },
	{ "a key of numbers", SOURCE("key = { \"n\" }, " N),
	  "key: the column \"n\" can be neither" },
	{ "duplicates of no key", SOURCE(UNIT ", duplicates = \"first\""),
	  "duplicates = \"first\" must be" },
	{ "duplicates that are none",
	  SOURCE(UNIT ", key = { \"unit\" }, duplicates = \"sum\""),
	  "duplicates = \"sum\" must be" },
	{ "checks",
	  SOURCE(N ", " M ", check { \"n\", at_most = \"m\" }, check { \"n\", "
		   "at_least = \"m\" }"),
	  "" },
	{ "a check of one", SOURCE(N ", check { \"n\" }"),
	  "a check is of two columns" },
	{ "a check both ways",
	  SOURCE(N ", " M
		   ", check { \"n\", at_most = \"m\", at_least = \"m\" }"),
	  "a check is of two columns" },
	{ "a check of itself", SOURCE(N ", check { \"n\", at_most = \"n\" }"),
	  "must be two columns" },
	{ "a check of number and day",
	  SOURCE(N ", " D ", check { \"n\", at_most = \"d\" }"),
	  "must be two columns" },
	{ "a check of nothing there",
	  SOURCE(N ", check { \"n\", at_most = \"m\" }"),
	  "there is no column \"m\" in this source" },
	{ "an unknown check",
	  SOURCE(N ", " M ", check { \"n\", equals = \"m\" }"), "equals" },
	{ "a cut-off", SOURCE(D ", cut_off { column = \"d\", days = 5 }"), "" },
	{ "a cut-off of numbers", SOURCE(N ", cut_off { column = \"n\" }"),
	  "the column \"n\" must have type = \"date\" here" },
	{ "a cut-off before the end",
	  SOURCE(D ", cut_off { column = \"d\", days = -1 }"),
	  "days = -1 must be 0 or more" },
	{ "two cut-offs",
	  SOURCE(D ", cut_off { column = \"d\" }, cut_off { column = \"d\" }"),
	  "a source has one cut_off" },
	{ "freshness by a column",
	  SOURCE(D ", freshness { column = \"d\", lag = 1, days = 10 }"), "" },
	{ "freshness by a stamp",
	  SOURCE(UNIT ", freshness { stamp = \"Uttagsdatum\" }"), "" },
	{ "freshness by nothing", SOURCE(UNIT ", freshness { lag = 1 }"),
	  "freshness needs either" },
	{ "freshness by both",
	  SOURCE(D ", freshness { column = \"d\", stamp = \"Uttagen\" }"),
	  "freshness needs either" },
	{ "freshness of a number", SOURCE(N ", freshness { column = \"n\" }"),
	  "column = \"n\" must name a column with" },
	{ "freshness of no column",
	  SOURCE(UNIT ", freshness { column = \"d\" }"),
	  "column = \"d\" must name a column with" },
	{ "freshness after the period",
	  SOURCE(D ", freshness { column = \"d\", days = -1 }"),
	  "days = -1 must be 0 to 3660" },
	{ "freshness twice",
	  SOURCE(D ", freshness { column = \"d\" }, freshness { column = "
		   "\"d\" }"),
	  "a source has one freshness" },
	{ "controls",
	  SOURCE(N ", control { column = \"n\", sum = \"1 004,50\" }, control "
		   "{ rows = 0 }"),
	  "" },
	{ "a control with another decimal sign",
	  SOURCE(N ", control { column = \"n\", sum = \"1004.50\" }"),
	  "sum = \"1004.50\" is no number" },
	{ "a control of days",
	  SOURCE(D ", control { column = \"d\", sum = \"1\" }"),
	  "the column \"d\" must have type = \"number\" here" },
	{ "a control of fewer than no rows",
	  SOURCE(UNIT ", control { rows = -1 }"),
	  "rows = -1 must be 0 or more" },
	{ "a control of half a row", SOURCE(UNIT ", control { rows = 1.5 }"),
	  "rows" },
	{ "a control of nothing", SOURCE(UNIT ", control { }"), "column" },
	{ "something else", SOURCE(UNIT ", eq(1)"),
	  "only column, figures, records, check, cross_foot, cut_off, " },
};

static void profiles_are_taken_or_refused(void **state)
{
	(void)state;
	assert_int_equal(
		rules_cases_wrong(cases, COUNT_OF(cases), SAMPLE_WORKSPACE), 0);
}

static void a_profile_says_what_was_declared(void **state)
{
	struct rules rules = { 0 };
	const struct profile *profile;
	const struct column *column;

	(void)state;
	assert_true(sample_rules_load(
		&rules, SAMPLE_WORKSPACE
		"source { id = \"s\", files = \"s.csv\","
		" encoding = \"windows-1252\", totals = \"Summa\",\n"
		" column { \"Tid\", as = \"time\", type = \"number\","
		" min = 0.5, personal = true } }"));
	profile = profile_lookup(&rules.profiles, "s");
	assert_non_null(profile);
	assert_null(profile_lookup(&rules.profiles, "t"));
	assert_int_equal(profile->encoding, ENCODING_WINDOWS_1252);
	assert_int_equal(profile->separator, ';');
	assert_int_equal(profile->decimal, ',');
	assert_int_equal(profile->reject_limit, 0);
	assert_string_equal(profile->rules_file, "rules/all.lua");
	column = profile_column(profile, "time");
	assert_non_null(column);
	assert_string_equal(column->header, "Tid");
	assert_true(column->personal);
	assert_true(column->has_min);
	assert_false(column->has_max);
	assert_int_equal(column->min.units, 5);
	assert_int_equal(column->min.scale, 1);
	assert_null(profile_column(profile, "Tid"));
	assert_false(profile_has_unit(profile));
	rules_clear(&rules);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(profiles_are_taken_or_refused),
		cmocka_unit_test(a_profile_says_what_was_declared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
