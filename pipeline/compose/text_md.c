#include "compose/text_md.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "compose/text_md_inline.h"
#include "lib/encoding_proof.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/xml_writer.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void take_block(struct text_md_reading *reading, cmark_node *node,
		       struct blocks *into);

static void refuse(struct text_md_reading *reading, cmark_node *node,
		   const char *what)
{
	msg_at(OUTCOME_REFUSED, text_md_place(reading, node),
	       _("%s has no place in a report's text; take it out"), what);
	reading->sound = false;
}

/* Whether `node` is of a type that the table extension adds. */
static bool is_table(cmark_node *node, const char *type)
{
	return strcmp(cmark_node_get_type_string(node), type) == 0;
}

static void take_children(struct text_md_reading *reading, cmark_node *node,
			  struct block *into)
{
	cmark_node *child = cmark_node_first_child(node);
	struct blocks content = { 0 };

	if (!text_md_enter(reading, node))
		return;
	reading->depth++;
	for (; child; child = cmark_node_next(child))
		take_block(reading, child, &content);
	reading->depth--;
	block_fill(into, &content);
}

/* Numbers are printed from 1: another beginning would be lost. */
static void prove_start(struct text_md_reading *reading, cmark_node *list)
{
	int start = cmark_node_get_list_start(list);

	if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST || start == 1)
		return;
	msg_at(OUTCOME_REFUSED, text_md_place(reading, list),
	       _("this numbered list begins with %d; a report numbers from 1, "
		 "so begin with 1 or write the numbers as text"),
	       start);
	reading->sound = false;
}

static void take_list(struct text_md_reading *reading, cmark_node *node,
		      struct blocks *into)
{
	struct arena *arena = reading->how->arena;
	struct block list = { .kind = BLOCK_LIST };

	prove_start(reading, node);
	list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	take_children(reading, node, &list);
	*blocks_add(into, arena, BLOCK_LIST) = list;
}

/* Line `line` of the text, from 1; CR, LF and CR LF end one, as cmark has it.
 */
static const char *line_at(const char *text, int line)
{
	for (; line > 1; line--) {
		text += strcspn(text, "\r\n");
		text += strncmp(text, "\r\n", 2) == 0 ? 2 : 1;
	}
	return text;
}

/*
 * The cells that a row of a table is written with: libcmark-gfm drops, without
 * a word, those that are more than the table has columns.
 */
static size_t cells_written(const struct text_md_reading *reading,
			    cmark_node *row)
{
	const char *at =
		line_at(reading->source, cmark_node_get_start_line(row));
	size_t cells = 1;
	size_t len;

	at += strspn(at, " \t>");
	at += *at == '|';
	len = strcspn(at, "\r\n");
	while (len > 0 && strchr(" \t", at[len - 1]))
		len--;
	if (len > 0 && at[len - 1] == '|')
		len--;
	for (size_t i = 0; i < len; i++)
		cells += at[i] == '|' && (i == 0 || at[i - 1] != '\\');
	return cells;
}

static void take_row(struct text_md_reading *reading, cmark_node *node,
		     struct table *table)
{
	struct arena *arena = reading->how->arena;
	bool head = cmark_gfm_extensions_get_table_row_is_header(node);
	struct table_row *row =
		table_add_row(table, arena, head ? ROW_HEAD : ROW_BODY);
	cmark_node *cell = cmark_node_first_child(node);

	if (cells_written(reading, node) > table->column_count) {
		msg_at(OUTCOME_REFUSED, text_md_place(reading, node),
		       _("this row has more cells than the table has columns "
			 "(%zu); write a \"|\" inside a cell as \"\\|\""),
		       table->column_count);
		reading->sound = false;
	}
	for (; cell; cell = cmark_node_next(cell)) {
		struct table_cell *into = row_add_cell(row, arena);

		into->heads = !head && row->cell_count == 1;
		text_md_take_runs(reading, cell, &into->runs);
		for (size_t i = 0; head && i < into->runs.count; i++)
			into->runs.list[i].strong = true;
	}
}

static void take_table(struct text_md_reading *reading, cmark_node *node,
		       struct blocks *into)
{
	size_t count = cmark_gfm_extensions_get_table_columns(node);
	const uint8_t *aligns = cmark_gfm_extensions_get_table_alignments(node);
	struct table_column *columns = mem_alloc(count * sizeof(*columns));
	cmark_node *row = cmark_node_first_child(node);
	struct table *table;

	for (size_t i = 0; i < count; i++) {
		if (aligns[i] == 'r')
			columns[i].align = ALIGN_NUMBER;
		else if (aligns[i] == 'c')
			columns[i].align = ALIGN_CENTRE;
		else
			columns[i].weight = 1;
	}
	table = blocks_add_table(into, reading->how->arena, "table", columns,
				 count);
	free(columns);
	for (; row; row = cmark_node_next(row))
		take_row(reading, row, table);
}

static void take_container(struct text_md_reading *reading, cmark_node *node,
			   struct blocks *into, enum block_kind kind)
{
	struct block block = { .kind = kind };

	take_children(reading, node, &block);
	*blocks_add(into, reading->how->arena, kind) = block;
}

static void take_paragraph(struct text_md_reading *reading, cmark_node *node,
			   struct blocks *into)
{
	struct runs runs = { 0 };

	text_md_take_runs(reading, node, &runs);
	if (runs.count > 0)
		blocks_add(into, reading->how->arena, BLOCK_PARAGRAPH)->runs =
			runs;
}

static void take_block(struct text_md_reading *reading, cmark_node *node,
		       struct blocks *into)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_PARAGRAPH)
		take_paragraph(reading, node, into);
	else if (type == CMARK_NODE_LIST)
		take_list(reading, node, into);
	else if (type == CMARK_NODE_ITEM)
		take_container(reading, node, into, BLOCK_ITEM);
	else if (type == CMARK_NODE_BLOCK_QUOTE)
		take_container(reading, node, into, BLOCK_QUOTE);
	else if (is_table(node, "table"))
		take_table(reading, node, into);
	else if (type == CMARK_NODE_HTML_BLOCK)
		refuse(reading, node, _("raw HTML"));
	else if (type == CMARK_NODE_CODE_BLOCK)
		refuse(reading, node,
		       _("a code block (lines indented by four spaces, or "
			 "between ```)"));
	else if (type == CMARK_NODE_THEMATIC_BREAK)
		refuse(reading, node, _("a horizontal rule"));
	else if (type == CMARK_NODE_HEADING)
		refuse(reading, node, _("a heading inside a list or quote"));
	else
		refuse(reading, node, cmark_node_get_type_string(node));
}

/* One section deeper, told where a report has no more of them. */
static void enter_section(struct text_md_reading *reading, cmark_node *node)
{
	reading->sections++;
	if (reading->sections != REPORT_LEVELS + 1)
		return;
	msg_at(OUTCOME_REFUSED, text_md_place(reading, node),
	       _("this is a heading of the seventh level, and a report has "
		 "six; move it up"));
	reading->sound = false;
}

/*
 * Blocks up to a heading of `level` or above it; `*at` is the next one then.
 * Each deeper heading opens a section, so levels that are left out (# then
 * ###) leave no gap.
 */
static void take_sections(struct text_md_reading *reading, cmark_node **at,
			  int level, struct blocks *into)
{
	struct arena *arena = reading->how->arena;

	while (*at) {
		cmark_node *node = *at;
		struct block section = { .kind = BLOCK_SECTION };
		struct blocks content = { 0 };
		int heading;

		if (cmark_node_get_type(node) != CMARK_NODE_HEADING) {
			take_block(reading, node, into);
			*at = cmark_node_next(node);
			continue;
		}
		heading = cmark_node_get_heading_level(node);
		if (heading <= level)
			return;
		text_md_take_runs(reading, node, &section.runs);
		enter_section(reading, node);
		*at = cmark_node_next(node);
		take_sections(reading, at, heading, &content);
		reading->sections--;
		block_fill(&section, &content);
		*blocks_add(into, arena, BLOCK_SECTION) = section;
	}
}

static void tell_line(struct place place, bool is_utf8)
{
	if (is_utf8)
		msg_at(OUTCOME_REFUSED, place,
		       _("%s cannot be printed in a report; write it as plain "
			 "text"),
		       _("a control character"));
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("this line is not UTF-8 text; save the file as "
			 "UTF-8"));
}

/*
 * Tell each line that holds a control character, and the first that is not
 * UTF-8: such a file was saved in another encoding, and all of it is wrong.
 */
static bool prove_characters(const struct text_md *how, const char *text,
			     size_t len)
{
	long line = 1;
	bool sound = true;

	for (size_t begin = 0; begin < len; line++) {
		const char *end = memchr(text + begin, '\n', len - begin);
		size_t bytes = end ? (size_t)(end - text) - begin : len - begin;

		if (!xml_writer_accepts(text + begin, bytes)) {
			const bool is_utf8 =
				encoding_valid_utf8(text + begin, bytes) ==
				bytes;

			tell_line((struct place){ .file = how->shown,
						  .line = line },
				  is_utf8);
			sound = false;
			if (!is_utf8)
				break;
		}
		begin += bytes + 1;
	}
	return sound;
}

static cmark_node *parse(const char *text, size_t len)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_node *document;

	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser_attach_syntax_extension(
		parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(parser, text, len);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	cmark_consolidate_text_nodes(document);
	return document;
}

static bool take_text(const struct text_md *how, const char *text, size_t len,
		      struct blocks *into)
{
	struct text_md_reading reading = { .how = how,
					   .source = text,
					   .sections = how->sections,
					   .sound = true };
	cmark_node *document = parse(text, len);
	cmark_node *at = cmark_node_first_child(document);

	if (!at) {
		msg_at(OUTCOME_REFUSED, (struct place){ .file = how->shown },
		       _("the text is empty; write it, or take it out of the "
			 "template"));
		reading.sound = false;
	}
	take_sections(&reading, &at, 0, into);
	cmark_node_free(document);
	text_clear(&reading.pending);
	return reading.sound;
}

bool text_md_load(const struct text_md *how, struct blocks *into,
		  struct text *why)
{
	struct text content = { 0 };
	const char *text;
	size_t len;
	bool ok = false;

	if (!infile_load(&content, how->path, why))
		return false;
	text = content.at;
	len = content.len;
	if (strncmp(text, BYTE_ORDER_MARK, 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (prove_characters(how, text, len))
		ok = take_text(how, text, len, into);
	text_clear(&content);
	return ok;
}

void text_md_library(struct text *lines)
{
	text_printf(lines, "library cmark-gfm %s\n", cmark_version_string());
}
