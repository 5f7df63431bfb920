#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"
#include "compose/text_md.h"

/*
 * The blocks of a text in short: s:Title(…) section, p(…) paragraph, l(i(…))
 * list, o(…) ordered list, q(…) quote, tlrc(h[a|b]b[a|b]) table with its
 * alignments; *strong*, _emphasis_, ~ a new line, <id:text> a link.
 */
static void add_blocks(struct text *text, const struct block *blocks,
		       size_t count);

static void add_runs(struct text *text, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const struct run *run = &runs->list[i];

		if (run->line_break)
			text_add_char(text, '~');
		if (run->to)
			text_printf(text, "<%s:", run->to);
		text_add(text, run->strong ? "*" : "");
		text_add(text, run->emphasis ? "_" : "");
		text_add(text, run->text);
		text_add(text, run->emphasis ? "_" : "");
		text_add(text, run->strong ? "*" : "");
		text_add(text, run->to ? ">" : "");
	}
}

static void add_table(struct text *text, const struct table *table)
{
	text_add_char(text, 't');
	for (size_t i = 0; i < table->column_count; i++)
		text_add_char(text, "lrc"[table->columns[i].align]);
	text_add_char(text, '(');
	for (size_t i = 0; i < table->row_count; i++) {
		const struct table_row *row = &table->rows[i];

		text_add(text, row->kind == ROW_HEAD ? "h[" : "b[");
		for (size_t j = 0; j < row->cell_count; j++) {
			text_add(text, j > 0 ? "|" : "");
			add_runs(text, &row->cells[j].runs);
		}
		text_add_char(text, ']');
	}
	text_add_char(text, ')');
}

static const char *const names[] = {
	[BLOCK_PARAGRAPH] = "p", [BLOCK_LIST] = "l",  [BLOCK_ITEM] = "i",
	[BLOCK_QUOTE] = "q",     [BLOCK_TABLE] = "t", [BLOCK_SECTION] = "s:",
};

static void add_block(struct text *text, const struct block *block)
{
	if (block->kind == BLOCK_TABLE) {
		add_table(text, block->table);
		return;
	}
	text_add(text, block->ordered ? "o" : names[block->kind]);
	if (block->kind == BLOCK_SECTION)
		add_runs(text, &block->runs);
	text_add_char(text, '(');
	if (block->kind == BLOCK_PARAGRAPH)
		add_runs(text, &block->runs);
	add_blocks(text, block->blocks, block->block_count);
	text_add_char(text, ')');
}

static void add_blocks(struct text *text, const struct block *blocks,
		       size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_block(text, &blocks[i]);
}

/* {known} is quoted as 12 %, all else is unknown. */
static bool quote(void *context, struct place place, const char *name,
		  struct text *into)
{
	(void)context;
	if (strcmp(name, "known") == 0) {
		text_add(into, "12 %");
		return true;
	}
	msg_at(OUTCOME_REFUSED, place, "unknown \"%s\"", name);
	return false;
}

static void keep_link(void *context, struct place place, const char *id)
{
	(void)place;
	text_printf(context, "#%s ", id);
}

/* Text as it is written, and the blocks or what is told of it. */
static void read_text(const char *markdown, struct text *got)
{
	char path[] = "/tmp/test_text_md.XXXXXX";
	int fd = mkstemp(path);
	struct arena arena = { 0 };
	struct blocks blocks = { 0 };
	struct text links = { 0 };
	struct text why = { 0 };
	struct text told = { 0 };
	struct capture capture;
	struct text_md how = { .arena = &arena,
			       .path = path,
			       .shown = path, /* counts causes per text */
			       .quote = quote,
			       .link = keep_link,
			       .context = &links,
			       .sections = 2 };
	bool ok;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, markdown, strlen(markdown)),
			 strlen(markdown));
	(void)close(fd);
	capture_start(&capture, STDERR_FILENO);
	ok = text_md_load(&how, &blocks, &why);
	capture_end(&capture, &told);
	(void)unlink(path);
	assert_int_equal(why.len, 0);
	assert_int_equal(ok, told.len == 0);
	if (ok)
		add_blocks(got, blocks.list, blocks.count);
	else /* without the name of the file */
		text_add(got, told.at + strlen(path));
	text_clear(&told);
	text_clear(&links);
	arena_clear(&arena);
}

static const struct {
	const char *label;
	const char *markdown;
	const char *want;
} text_rows[] = {
	{ "a paragraph over two lines", "Ett\ntv\xc3\xa5",
	  "p(Ett tv\xc3\xa5)" },
	{ "a byte order mark is no text",
	  "\xef\xbb\xbf"
	  "Ett",
	  "p(Ett)" },
	{ "CRLF", "Ett\r\n\r\nTv\xc3\xa5\r\n", "p(Ett)p(Tv\xc3\xa5)" },
	{ "a hard break", "Ett\\\ntv\xc3\xa5", "p(Ett~tv\xc3\xa5)" },
	{ "strong and emphasis", "a **b** *c* ***d***", "p(a *b* _c_ *_d_*)" },
	{ "a quote, also in emphasis", "a {known} **{known}**",
	  "p(a 12 % *12 %*)" },
	{ "a quote in code stands as it is", "a `{known}`", "p(a {known})" },
	{ "a brace alone is a brace", "a { b", "p(a { b)" },
	{ "a link inside the report", "se [t *a*](#goals)",
	  "p(se <goals:t ><goals:_a_>)" },
	{ "an address behind its text", "se [oss](https://nordviken.example)",
	  "p(se oss (https://nordviken.example))" },
	{ "a list", "- a\n- b\n\n  c", "l(i(p(a))i(p(b)p(c)))" },
	{ "an ordered list in a list", "- a\n  1. b\n  2. c",
	  "l(i(p(a)o(i(p(b))i(p(c)))))" },
	{ "a quotation", "> a\n> b", "q(p(a b))" },
	{ "headings nest", "# A\na\n## B\nb\n# C\nc",
	  "s:A(p(a)s:B(p(b)))s:C(p(c))" },
	{ "headings begin anywhere and leave no gap", "### A\na\n##### B\nb",
	  "s:A(p(a)s:B(p(b)))" },
	{ "a higher heading after a lower one", "## A\na\n# B\nb",
	  "s:A(p(a))s:B(p(b))" },
	{ "text before the first heading", "a\n\n# B", "p(a)s:B()" },
	{ "a table", "| A | B | C |\n|---|--:|:-:|\n| a | 1 | x |\n",
	  "tlrc(h[*A*|*B*|*C*]b[a|1|x])" },
	{ "a short row is filled", "| A | B |\n|---|---|\n| a |\n",
	  "tll(h[*A*|*B*]b[a|])" },
	{ "a bar inside a cell", "| A | B |\n|---|---|\n| a \\| b | c |\n",
	  "tll(h[*A*|*B*]b[a | b|c])" },
	{ "a table without outer bars", "A | B\n--|--\na | b\n",
	  "tll(h[*A*|*B*]b[a|b])" },
	{ "a table in a quotation", "> | A | B |\n> |--|--|\n> | a | b |",
	  "q(tll(h[*A*|*B*]b[a|b]))" },
	{ "a table whose lines end in CR", "|A|\r|-|\r|a|\r|b|",
	  "tl(h[*A*]b[a]b[b])" },
	{ "an entity", "a &amp; b", "p(a & b)" },
	{ "an unknown quote, with its line", "a\nb {unknown}",
	  ":2: unknown \"unknown\"\n" },
	{ "an empty quote", "{}", ":1: unknown \"\"\n" },
	{ "a quote with spaces is one", "{ known }",
	  ":1: unknown \" known \"\n" },
	{ "each fault is told", "{a}\n\n{b}", ":1: unknown \"a\"\n" },
};

static void text_becomes_blocks(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(text_rows); i++) {
		struct text got = { 0 };
		size_t len = strlen(text_rows[i].want);

		read_text(text_rows[i].markdown, &got);
		if (text_rows[i].want[0] == ':'
			    ? strncmp(text_string(&got), text_rows[i].want,
				      len) != 0
			    : strcmp(text_string(&got), text_rows[i].want) !=
				      0) {
			print_error("%s: got %s, want %s\n", text_rows[i].label,
				    text_string(&got), text_rows[i].want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

/* want: a word of what is told, and the line. */
static const struct {
	const char *label;
	const char *markdown;
	const char *want;
} refusal_rows[] = {
	{ "HTML block", "a\n\n<div>\nx\n</div>\n", ":3: raw HTML" },
	{ "HTML in a line", "a\nb <b>c</b>", ":2: raw HTML" },
	{ "HTML comment", "<!-- a -->", ":1: raw HTML" },
	{ "an image", "![a](b.png)", ":1: an image" },
	{ "indented code", "a\n\n    b\n", ":3: a code block" },
	{ "fenced code", "```\na\n```\n", ":1: a code block" },
	{ "a rule", "a\n\n***\n", ":3: a horizontal rule" },
	{ "a heading in a list", "- # a", ":1: a heading inside a list" },
	{ "a list from 4", "a\n\n4. b",
	  ":3: this numbered list begins with 4" },
	{ "a cell too many", "|A|\n|-|\n|a|b|\n",
	  ":3: this row has more cells" },
	{ "a control character", "a &#2;", ":1: a control character" },
	{ "a cell too many, where lines end in CR", "|A|\r|-|\r|a|b|\r",
	  ":3: this row has more cells" },
	{ "a control character as it is", "a\nb \x02",
	  ":2: a control character" },
	{ "bytes that are not UTF-8", "a\nF\xf6re",
	  ":2: this line is not UTF-8" },
	{ "a heading too deep", "# a\n## b\n### c\n#### d\n\n##### e\n",
	  ":6: this is a heading of the seventh level" },
	{ "nothing", "", ": the text is empty" },
	{ "white space alone", " \n\n", ": the text is empty" },
	{ "too deep", ">>>>>>>>>>>>>>>>>>>> a",
	  ":1: lists, quotes or emphasis" },
};

static void what_cannot_be_printed_is_told(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(refusal_rows); i++) {
		struct text got = { 0 };
		const char *want = refusal_rows[i].want;

		read_text(refusal_rows[i].markdown, &got);
		if (strncmp(text_string(&got), want, strlen(want)) != 0) {
			print_error("%s: got %s, want %s\n",
				    refusal_rows[i].label, text_string(&got),
				    want);
			wrong++;
		}
		text_clear(&got);
	}
	assert_int_equal(wrong, 0);
}

static void a_missing_file_is_one_sentence(void **state)
{
	struct text_md how = { .path = "/nowhere/text.md", .shown = "text.md" };
	struct blocks blocks = { 0 };
	struct text why = { 0 };

	(void)state;
	assert_false(text_md_load(&how, &blocks, &why));
	assert_true(why.len > 0);
	text_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_becomes_blocks),
		cmocka_unit_test(what_cannot_be_printed_is_told),
		cmocka_unit_test(a_missing_file_is_one_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
