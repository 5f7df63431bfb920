#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/mem.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

static void writer_indents_all_but_mixed_content(void **state)
{
	struct xml_writer *writer = xml_writer_new("r", "urn:t");
	struct text got = { 0 };

	(void)state;
	xml_writer_open(writer, "e");
	xml_writer_attribute(writer, "z", "\303\245\"<&>\n'\t\rend");
	xml_writer_attribute(writer, "none", NULL);
	xml_writer_number(writer, "a", -7);
	xml_writer_leaf(writer, "leaf", "a < b & c\r");
	xml_writer_leaf(writer, "none", NULL);
	xml_writer_leaf(writer, "empty", "");
	xml_writer_close(writer);
	xml_writer_open(writer, "p");
	xml_writer_text(writer, "one ");
	xml_writer_leaf(writer, "b", "two");
	xml_writer_text(writer, " ]]>");
	xml_writer_close(writer);
	xml_writer_open(writer, "p");
	xml_writer_mixed(writer);
	xml_writer_open(writer, "b");
	xml_writer_leaf(writer, "i", "two");
	xml_writer_close(writer);
	xml_writer_close(writer);
	xml_writer_open(writer, "last");
	xml_writer_end(writer, &got);
	assert_string_equal(
		got.at,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<r xmlns=\"urn:t\">\n"
		"  <e z=\"\303\245&quot;&lt;&amp;&gt;&#10;'&#9;&#13;end\" "
		"a=\"-7\">\n"
		"    <leaf>a &lt; b &amp; c&#13;</leaf>\n"
		"    <empty/>\n"
		"  </e>\n"
		"  <p>one <b>two</b> ]]&gt;</p>\n"
		"  <p><b><i>two</i></b></p>\n"
		"  <last/>\n"
		"</r>\n");
	text_clear(&got);
}

static void writer_closes_what_is_empty(void **state)
{
	struct text got = { 0 };

	(void)state;
	xml_writer_end(xml_writer_new("r", "urn:t"), &got);
	assert_string_equal(got.at,
			    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			    "<r xmlns=\"urn:t\"/>\n");
	text_clear(&got);
}

static const struct {
	const char *label;
	const char *text;
	size_t len;
	bool want;
} accept_rows[] = {
	{ "nothing", "", 0, true },
	{ "tab and line breaks", "\t\r\n", 3, true },
	{ "U+0020 and U+007F", " \x7F", 2, true },
	{ "NUL", "a\0b", 3, false },
	{ "U+0001", "\x01", 1, false },
	{ "Ctrl-Z", "\x1A", 1, false },
	{ "U+0085, which XML 1.0 allows", "\302\205", 2, true },
	{ "U+D7FF", "\355\237\277", 3, true },
	{ "U+D800, a surrogate", "\355\240\200", 3, false },
	{ "U+E000", "\356\200\200", 3, true },
	{ "U+FFFD", "\357\277\275", 3, true },
	{ "U+FFFE", "\357\277\276", 3, false },
	{ "U+FFFF", "\357\277\277", 3, false },
	{ "U+FEFF", "\357\273\277", 3, true },
	{ "U+10FFFF", "\364\217\277\277", 4, true },
	{ "a lone byte", "\345", 1, false },
};

static void writer_accepts_what_xml_does(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(accept_rows); i++) {
		if (xml_writer_accepts(accept_rows[i].text,
				       accept_rows[i].len) ==
		    accept_rows[i].want)
			continue;
		print_error("%s: want %d\n", accept_rows[i].label,
			    accept_rows[i].want);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writer_indents_all_but_mixed_content),
		cmocka_unit_test(writer_closes_what_is_empty),
		cmocka_unit_test(writer_accepts_what_xml_does),
	};

	return cmocka_run_group_tests_name("xml_writer", tests, NULL, NULL);
}
