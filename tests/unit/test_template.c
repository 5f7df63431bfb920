#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "capture.h"
#include "compose/template.h"
#include "lib/outfile.h"
#include "lib/text.h"

#define OPEN "<template xmlns='urn:bokslut:template:1'>"
#define CLOSE "</template>"
#define IN_SECTION(inner) OPEN "<section title='A'>" inner "</section>" CLOSE

/* Load `xml` as templates/<name>.xml of a workspace; what is told goes to
 * `told`. */
static bool load(struct template *template, const char *name, const char *xml,
		 struct text *told)
{
	char workspace[] = "/tmp/test_template.XXXXXX";
	struct capture capture;
	struct text folder = { 0 };
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok;

	assert_non_null(mkdtemp(workspace));
	text_printf(&folder, "%s/templates", workspace);
	text_printf(&path, "%s/%s.xml", folder.at, name);
	assert_int_equal(mkdir(folder.at, 0700), 0);
	assert_true(outfile_write(path.at, xml, strlen(xml), &why));
	capture_start(&capture, STDERR_FILENO);
	ok = template_load(template, workspace, name, &why);
	capture_end(&capture, told);
	(void)unlink(path.at);
	(void)rmdir(folder.at);
	(void)rmdir(workspace);
	assert_int_equal(why.len, 0);
	text_clear(&why);
	text_clear(&path);
	text_clear(&folder);
	return ok;
}

/* want: pieces of what is told, parted by `|`; "" for a sound template. */
static const struct {
	const char *label;
	const char *xml;
	const char *want;
} rows[] = {
	{ "a cover", OPEN "<cover/>" CLOSE, "" },
	{ "everything",
	  OPEN "<cover/><contents depth='2'/>"
	       "<section title='A' new-page='yes'><section title='B'>"
	       "<text file='a.md'/></section><principle rule='a.b-1'/>"
	       "<status scale='s'/><goals kind='n\xc3\xa4mndm\xc3\xa5l'"
	       " empty='-'/><indicators empty='-'/>"
	       "<indicator-comments empty='-'/>"
	       "<decisions kind='decision' empty='-'/>"
	       "<operating-statement statement='o' empty='-'/>"
	       "<completeness empty='-'/></section>" CLOSE,
	  "" },
	{ "a comment is no text", OPEN "<!-- a --><cover/>" CLOSE, "" },
	{ "another root", "<report/>", ":1: report: |expected: template" },
	{ "the wrong namespace", "<template xmlns='urn:other'><cover/>" CLOSE,
	  "this is not as the schema says" },
	{ "nothing in it", OPEN CLOSE, ":1: template: |nothing stands" },
	{ "not XML", OPEN "<cover>", "not well-formed" },
	{ "an unknown element", OPEN "\n<covers/>" CLOSE,
	  ":2: template/covers: |\"covers\"|expected: cover, contents, "
	  "section" },
	{ "its inside is not told again", OPEN "<covers><x/></covers>" CLOSE,
	  ":1: template/covers: " },
	{ "an element in the wrong place", IN_SECTION("\n<cover/>"),
	  ":2: template/section/cover: |expected: section, text" },
	{ "an element in an empty one",
	  IN_SECTION("<text file='a.md'>"
		     "<text file='b.md'/></text>"),
	  "template/section/text/text: |expected: nothing" },
	{ "an unknown attribute", IN_SECTION("<text file='a.md' lang='sv'/>"),
	  "template/section/text: |\"lang\"|expected: file" },
	{ "a missing attribute", IN_SECTION("<indicators/>"),
	  "\"empty\" is missing" },
	{ "two attributes are missing", IN_SECTION("<goals/>"),
	  "\"kind\" is missing|\"empty\" is missing" },
	{ "an empty sentence", IN_SECTION("<indicators empty=' '/>"),
	  "\"empty\" says \" \"" },
	{ "a folder in a file's name", IN_SECTION("<text file='../a.md'/>"),
	  "\"file\" says \"../a.md\"" },
	{ "a hidden file", IN_SECTION("<text file='.md'/>"),
	  "\"file\" says \".md\"" },
	{ "no depth", OPEN "<contents depth='0'/>" CLOSE,
	  "expected: a number from 1 to 6" },
	{ "a depth of two digits", OPEN "<contents depth='10'/>" CLOSE,
	  "expected: a number from 1 to 6" },
	{ "a flag in Swedish",
	  OPEN "<section title='A' new-page='ja'>"
	       "<text file='a.md'/></section>" CLOSE,
	  "expected: yes or no" },
	{ "text between elements", OPEN "a<cover/>" CLOSE,
	  ":1: template: |text stands here" },
	{ "a DOCTYPE", "<!DOCTYPE template>" OPEN "<cover/>" CLOSE, "DOCTYPE" },
	{ "two faults, both told",
	  OPEN "<contents depth='x'/>\n<section/>" CLOSE,
	  ":1: template/contents: |:2: template/section: |nothing stands" },
};

/* Whether all pieces of `want` are in `told`, in order. */
static bool holds(const char *told, const char *want)
{
	while (*want) {
		size_t len = strcspn(want, "|");
		char *piece = strndup(want, len);

		told = strstr(told, piece);
		free(piece);
		if (!told)
			return false;
		told += len;
		want += len + (want[len] == '|');
	}
	return true;
}

static void faults_are_told_with_place_and_expectation(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct template template = { 0 };
		struct text told = { 0 };
		bool sound = rows[i].want[0] == '\0';
		bool ok = load(&template, "t", rows[i].xml, &told);

		if (ok != sound || !holds(told.at, rows[i].want) ||
		    (sound && told.len > 0)) {
			print_error("%s: got %s, want %s\n", rows[i].label,
				    told.at, rows[i].want);
			wrong++;
		}
		template_clear(&template);
		text_clear(&told);
	}
	assert_int_equal(wrong, 0);
}

static void a_template_is_a_tree_of_parts(void **state)
{
	struct template template = { 0 };
	struct text told = { 0 };
	const struct template_part *section;

	(void)state;
	assert_true(load(&template, "tree",
			 OPEN "<contents depth='3'/>\n"
			      "<section title='A' new-page='yes'>"
			      "<goals kind='k' empty='e'/></section>" CLOSE,
			 &told));
	assert_int_equal(template.root.part_count, 2);
	assert_int_equal(template.root.parts[0].kind, PART_CONTENTS);
	assert_int_equal(template.root.parts[0].depth, 3);
	section = &template.root.parts[1];
	assert_string_equal(section->title, "A");
	assert_true(section->new_page);
	assert_int_equal(section->place.line, 2);
	assert_string_equal(section->place.file, "templates/tree.xml");
	assert_int_equal(section->part_count, 1);
	assert_int_equal(section->parts[0].kind, PART_GOALS);
	assert_string_equal(section->parts[0].of, "k");
	assert_string_equal(section->parts[0].empty, "e");
	template_clear(&template);
	text_clear(&told);
}

static void the_sample_template_is_sound(void **state)
{
	struct template template = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_true(template_load(&template, ".", "prognosrapport", &why));
	template_clear(&template);
}

static void a_missing_template_is_one_sentence(void **state)
{
	struct template template = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_false(template_load(&template, ".", "nowhere", &why));
	assert_non_null(strstr(why.at, "templates/nowhere.xml"));
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_are_told_with_place_and_expectation),
		cmocka_unit_test(a_template_is_a_tree_of_parts),
		cmocka_unit_test(the_sample_template_is_sound),
		cmocka_unit_test(a_missing_template_is_one_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
