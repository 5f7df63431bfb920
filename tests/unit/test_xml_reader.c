#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "capture.h"
#include "lib/mem.h"
#include "lib/text.h"
#include "lib/xml_reader.h"

#define XS "xmlns:xs='http://www.w3.org/2001/XMLSchema'"
#define XSI "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"

static const char schema[] =
	"<xs:schema " XS " targetNamespace='urn:t' xmlns='urn:t'"
	" elementFormDefault='qualified'>\n"
	" <xs:element name='r'><xs:complexType><xs:sequence>\n"
	"  <xs:element name='c' maxOccurs='unbounded'>\n"
	"   <xs:complexType mixed='true'>\n"
	"    <xs:sequence>\n"
	"     <xs:any processContents='lax' minOccurs='0'"
	" maxOccurs='unbounded'/>\n"
	"    </xs:sequence>\n"
	"    <xs:attribute name='a' type='xs:int' use='required'/>\n"
	"   </xs:complexType>\n"
	"  </xs:element>\n"
	" </xs:sequence></xs:complexType></xs:element>\n"
	"</xs:schema>\n";

static void add_event(struct text *trace, struct xml_reader *reader,
		      enum xml_event event)
{
	const char *value;

	switch (event) {
	case XML_OPEN:
		text_printf(trace, "(%s", xml_reader_name(reader));
		value = xml_reader_attribute(reader, "a");
		if (value)
			text_printf(trace, " a=%s", value);
		break;
	case XML_CLOSE:
		text_add_char(trace, ')');
		break;
	case XML_TEXT:
		text_printf(trace, "[%s]", xml_reader_text(reader));
		break;
	case XML_DONE:
		text_add_char(trace, '.');
		break;
	case XML_WRONG:
		text_add_char(trace, '!');
		break;
	}
}

/* Every event in short; elements named "mixed" are read as such. */
static void trace_events(struct text *trace, struct xml_reader *reader)
{
	enum xml_event event;

	do {
		event = xml_reader_next(reader);
		add_event(trace, reader, event);
		if (event == XML_OPEN && xml_reader_is(reader, "mixed"))
			xml_reader_mixed(reader);
	} while (event != XML_DONE && event != XML_WRONG);
	assert_int_equal(xml_reader_next(reader), event);
}

static struct xml_source source_of(const char *xml, bool with_schema)
{
	struct xml_source source = {
		.name = "x.xml",
		.bytes = xml,
		.len = strlen(xml),
		.schema = with_schema ? schema : NULL,
		.schema_len = sizeof(schema) - 1,
		.wrong = OUTCOME_REFUSED,
	};

	return source;
}

/* The trace of `xml`, and behind it what was told; of a file, if there is one.
 */
static void read_all(struct text *got, const char *xml, bool with_schema,
		     FILE *file)
{
	struct xml_source source = source_of(xml, with_schema);
	struct xml_reader *reader;
	struct capture capture;

	if (file) {
		assert_true(fputs(xml, file) >= 0 && fflush(file) == 0);
		rewind(file);
		source.bytes = NULL;
		source.file = fileno(file);
	}
	capture_start(&capture, STDERR_FILENO);
	reader = xml_reader_open(&source);
	trace_events(got, reader);
	xml_reader_close(reader);
	capture_end(&capture, got);
}

/* want: the trace and the beginning of what is told. */
static const struct {
	const char *label;
	const char *xml;
	bool with_schema;
	const char *want;
} read_rows[] = {
	{ "an empty element has two events", "<r/>", false, "(r)." },
	{ "white space between elements is nothing", "<r>\n <c/>\n</r>", false,
	  "(r(c))." },
	{ "white space in mixed content is text",
	  "<r>\n<mixed><b/> <i>x</i> </mixed>\n<c/> </r>", false,
	  "(r(mixed(b)[ ](i[x])[ ])(c))." },
	{ "an empty mixed element ends mixed content",
	  "<r><mixed/> <c> </c></r>", false, "(r(mixed)(c))." },
	{ "a comment cuts text, CDATA is text",
	  "<r>a<!-- n -->b<![CDATA[<&]]><?pi n?></r>", false,
	  "(r[a][b][<&])." },
	{ "references in text and attributes",
	  "<r a='&lt;&#229;&quot;'>&amp;&#x2212;</r>", false,
	  "(r a=<\303\245\"[&\342\210\222])." },
	{ "an attribute may be empty", "<r a=''/>", false, "(r a=)." },
	{ "an attribute of a namespace is another", "<r " XSI " xsi:a='1'/>",
	  false, "(r)." },
	{ "bytes as the declaration says",
	  "<?xml version='1.0' encoding='ISO-8859-1'?><r>\345</r>", false,
	  "(r[\303\245])." },
	{ "as the schema says", "<r xmlns='urn:t'>\n<c a='1'>t</c></r>", true,
	  "(r(c a=1[t]))." },
	{ "not as the schema says: only the first is told",
	  "<r xmlns='urn:t'>\n <c a='1'/>\n <c a='x'/><c/>\n</r>", true,
	  "!x.xml:3: this is not as the schema says: Element 'c', attribute "
	  "'a': 'x' is not a valid value of the atomic type 'xs:int'.\n" },
	{ "a warning of libxml2 is nothing", "<r xml:space='u'/>", false,
	  "(r)." },
	{ "a child is missing", "<r xmlns='urn:t'>\n</r>", true,
	  "!x.xml:2: this is not as the schema says: Element 'r': Missing "
	  "child element(s)." },
	{ "another namespace", "<r xmlns='urn:u'/>", true,
	  "!x.xml:1: this is not as the schema says: Element 'r': No matching "
	  "global declaration" },
	{ "wrong end", "<r>\n<c></r>", false,
	  "!x.xml:2: column 8: this is not well-formed XML: Opening and "
	  "ending tag mismatch" },
	{ "wrong end, read with a schema", "<r xmlns='urn:t'>\n<c a='1'></r>",
	  true,
	  "!x.xml:2: column 14: this is not well-formed XML: Opening and "
	  "ending tag mismatch" },
	{ "cut off", "<r>\n<c", false,
	  "(r!x.xml:2: column 3: this is not well-formed XML:" },
	{ "two roots", "<r/><r/>", false,
	  "!x.xml:1: column 5: this is not well-formed XML: Extra content" },
	{ "nothing", "", false,
	  "!x.xml:1: column 1: this is not well-formed XML: the file is "
	  "empty" },
	{ "nothing, read with a schema", "", true,
	  "!x.xml:1: column 1: this is not well-formed XML: the file is "
	  "empty" },
	{ "not UTF-8", "<r>\xFF</r>", false,
	  "!x.xml:1: column 4: this is not well-formed XML: Input is not "
	  "proper UTF-8" },
	{ "an entity that nobody declared", "<r>&x;</r>", false,
	  "!x.xml:1: column 7: this is not well-formed XML: Entity 'x' not "
	  "defined" },
	{ "a prefix that nobody declared", "<x:r/>", false,
	  "!x.xml:1: column 5: this is not well-formed XML: Namespace prefix" },
	{ "a DOCTYPE that loads",
	  "<?xml version='1.0'?>\n<!DOCTYPE r SYSTEM 'r.dtd'>\n<r/>", false,
	  "!x.xml:2: a DOCTYPE stands here" },
	{ "a DOCTYPE that declares, read with a schema",
	  "<!DOCTYPE r [<!ENTITY x SYSTEM '/etc/hostname'>]>\n<r>&x;</r>", true,
	  "!x.xml:1: a DOCTYPE stands here" },
};

static void reader_tells_every_row(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(read_rows); i++) {
		const char *want = read_rows[i].want;
		struct text got = { 0 };
		struct text filed = { 0 };
		FILE *file = tmpfile();
		size_t len = strlen(want);

		read_all(&got, read_rows[i].xml, read_rows[i].with_schema,
			 NULL);
		read_all(&filed, read_rows[i].xml, read_rows[i].with_schema,
			 file);
		wrong += strcmp(text_string(&filed), got.at) != 0;
		text_clear(&filed);
		(void)fclose(file);
		/* "." ends a trace: nothing may be told behind it. */
		if (want[len - 1] == '.' && want[0] == '(')
			len++;
		if (strncmp(got.at, want, len) != 0) {
			print_error("%s: got %s, want %s\n", read_rows[i].label,
				    got.at, want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

/* Far more than libxml2 reads at once, and past its 65535 lines a node. */
static void reader_keeps_long_text_whole_and_counts_lines(void **state)
{
	const size_t lines = 70000;
	struct text xml = { 0 };
	struct text content = { 0 };
	struct xml_source source;
	struct xml_reader *reader;
	long line;

	(void)state;
	text_add(&xml, "<r>");
	for (size_t i = 0; i < lines; i++)
		text_add(&xml, "0123456789&amp;\n");
	text_add(&xml, "<c/></r>");
	source = source_of(xml.at, false);
	reader = xml_reader_open(&source);
	assert_int_equal(xml_reader_next(reader), XML_OPEN);
	assert_int_equal(xml_reader_next(reader), XML_TEXT);
	text_add(&content, xml_reader_text(reader));
	assert_int_equal(xml_reader_next(reader), XML_OPEN);
	line = xml_reader_place(reader).line;
	xml_reader_close(reader);

	assert_int_equal(content.len, lines * 12);
	assert_int_equal(line, (long)lines + 1);
	text_clear(&content);
	text_clear(&xml);
}

/* The schema that the document hints at would refuse it. */
static void a_hinted_schema_is_not_loaded(void **state)
{
	static const char hinted[] =
		"<xs:schema " XS " targetNamespace='urn:u'>"
		"<xs:element name='u' type='xs:int'/></xs:schema>";
	char path[] = "/tmp/bokslut-test-XXXXXX";
	int fd = mkstemp(path);
	struct text xml = { 0 };
	struct text got = { 0 };
	ssize_t wrote = write(fd, hinted, sizeof(hinted) - 1);

	(void)state;
	assert_int_equal(wrote, sizeof(hinted) - 1);
	(void)close(fd);
	text_printf(&xml,
		    "<r xmlns='urn:t' " XSI " xsi:schemaLocation='urn:u %s'>"
		    "<c a='1'><u xmlns='urn:u'/></c></r>",
		    path);
	read_all(&got, xml.at, true, NULL);
	(void)unlink(path);
	assert_string_equal(got.at, "(r(c a=1(u))).");
	text_clear(&got);
	text_clear(&xml);
}

static void place_names_line_and_path(void **state)
{
	struct xml_source source =
		source_of("<r>\n<a/>\n<b>\n<c/></b></r>", false);
	struct xml_reader *reader = xml_reader_open(&source);
	struct place place;

	(void)state;
	for (int opens = 0; opens < 4;) /* r, a, b, c */
		opens += xml_reader_next(reader) == XML_OPEN;
	place = xml_reader_place(reader);
	assert_string_equal(place.file, "x.xml");
	assert_int_equal(place.line, 4);
	assert_string_equal(place.header, "r/b/c");
	xml_reader_close(reader);
}

static void content_and_skip_read_whole_elements(void **state)
{
	struct xml_source source = source_of(
		"<r><a> x<!-- n -->y </a><b>p<c>q</c><c/></b><e/><d/></r>",
		false);
	struct xml_reader *reader = xml_reader_open(&source);
	struct text content = { 0 };

	(void)state;
	assert_int_equal(xml_reader_next(reader), XML_OPEN); /* r */
	assert_int_equal(xml_reader_next(reader), XML_OPEN); /* a */
	assert_true(xml_reader_content(reader, &content));
	assert_string_equal(content.at, " xy ");
	assert_int_equal(xml_reader_next(reader), XML_OPEN); /* b */
	assert_true(xml_reader_skip(reader));
	assert_int_equal(xml_reader_next(reader), XML_OPEN); /* e */
	assert_true(xml_reader_skip(reader));
	assert_int_equal(xml_reader_next(reader), XML_OPEN); /* d */
	text_reset(&content);
	assert_true(xml_reader_content(reader, &content));
	assert_string_equal(content.at, "");
	assert_int_equal(xml_reader_next(reader), XML_CLOSE); /* r */
	assert_int_equal(xml_reader_next(reader), XML_DONE);
	text_clear(&content);
	xml_reader_close(reader);
}

static void content_refuses_elements(void **state)
{
	struct xml_source source = source_of("<r>x\n<b/></r>", false);
	struct xml_reader *reader = xml_reader_open(&source);
	struct text content = { 0 };
	struct text told = { 0 };
	struct capture capture;
	bool ok;

	(void)state;
	capture_start(&capture, STDERR_FILENO);
	(void)xml_reader_next(reader);
	ok = xml_reader_content(reader, &content);
	capture_end(&capture, &told);
	assert_false(ok);
	assert_int_equal(xml_reader_next(reader), XML_WRONG);
	assert_string_equal(told.at, "x.xml:2: r/b: the element \"b\" stands "
				     "where only text is expected\n");
	text_clear(&told);
	text_clear(&content);
	xml_reader_close(reader);
}

static const struct {
	const char *label;
	const char *schema;
	const char *want;
} schema_rows[] = {
	{ "not XML", "<xs:schema",
	  "bokslut: the schema to read x.xml by is itself wrong: it is not "
	  "well-formed XML" },
	{ "not a schema", "<xs:schema " XS "><xs:elk/></xs:schema>",
	  "bokslut: the schema to read x.xml by is itself wrong: line 1: " },
};

static void a_wrong_schema_is_told(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(schema_rows); i++) {
		struct xml_source source = source_of("<r/>", true);
		struct text told = { 0 };
		struct xml_reader *reader;
		struct capture capture;

		source.schema = schema_rows[i].schema;
		source.schema_len = strlen(source.schema);
		capture_start(&capture, STDERR_FILENO);
		reader = xml_reader_open(&source);
		capture_end(&capture, &told);
		if (reader || strncmp(told.at, schema_rows[i].want,
				      strlen(schema_rows[i].want)) != 0) {
			print_error("%s: got %s, want %s\n",
				    schema_rows[i].label, told.at,
				    schema_rows[i].want);
			wrong++;
		}
		xml_reader_close(reader);
		text_clear(&told);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reader_tells_every_row),
		cmocka_unit_test(reader_keeps_long_text_whole_and_counts_lines),
		cmocka_unit_test(a_hinted_schema_is_not_loaded),
		cmocka_unit_test(place_names_line_and_path),
		cmocka_unit_test(content_and_skip_read_whole_elements),
		cmocka_unit_test(content_refuses_elements),
		cmocka_unit_test(a_wrong_schema_is_told),
	};

	return cmocka_run_group_tests_name("xml_reader", tests, NULL, NULL);
}
