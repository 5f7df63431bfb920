/*
 * What is wanted was written by hand from RFC 8259.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/json_writer.h"
#include "lib/text.h"

static const struct {
	const char *label;
	const char *value;
	const char *want;
} strings[] = {
	{ "empty", "", "\"\"" },
	{ "letters", "Enhet", "\"Enhet\"" },
	{ "letters outside ASCII stand as they are", "åäö§", "\"åäö§\"" },
	{ "quotation mark", "a\"b", "\"a\\\"b\"" },
	{ "reverse solidus", "a\\b", "\"a\\\\b\"" },
	{ "solidus needs no escape", "a/b", "\"a/b\"" },
	{ "line feed", "a\nb", "\"a\\u000Ab\"" },
	{ "unit separator, the last control", "\x1F", "\"\\u001F\"" },
	{ "delete is no control here", "\x7F", "\"\x7F\"" },
	{ "a sign outside the basic plane", "\xF0\x9F\x92\xB6",
	  "\"\xF0\x9F\x92\xB6\"" },
};

static void strings_are_escaped(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(strings); i++) {
		struct text got = { 0 };

		json_add_string(&got, strings[i].value);
		if (strcmp(got.at, strings[i].want) != 0) {
			print_error("%s: got %s, want %s\n", strings[i].label,
				    got.at, strings[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void members_are_parted(void **state)
{
	struct text got = { 0 };
	struct json_writer json = { .into = &got };

	(void)state;
	json_writer_object(&json, NULL);
	json_writer_string(&json, "a", "b");
	json_writer_string(&json, "none", NULL);
	json_writer_number(&json, "n", -7);
	json_writer_array(&json, "list");
	json_writer_flag(&json, NULL, true);
	json_writer_object(&json, NULL);
	json_writer_close(&json);
	json_writer_flag(&json, NULL, false);
	json_writer_close(&json);
	json_writer_array(&json, "empty");
	json_writer_close(&json);
	json_writer_close(&json);
	assert_string_equal(got.at, "{\n"
				    "  \"a\": \"b\",\n"
				    "  \"none\": null,\n"
				    "  \"n\": -7,\n"
				    "  \"list\": [\n"
				    "    true,\n"
				    "    {},\n"
				    "    false\n"
				    "  ],\n"
				    "  \"empty\": []\n"
				    "}\n");
	text_clear(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(members_are_parted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
