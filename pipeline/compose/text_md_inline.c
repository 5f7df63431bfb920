#include "compose/text_md_inline.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/xml_writer.h"

static void take_children(struct text_md_reading *reading, cmark_node *node);

struct place text_md_place(const struct text_md_reading *reading,
			   cmark_node *node)
{
	struct place place = { .file = reading->how->shown };

	for (; node && place.line <= 0; node = cmark_node_parent(node))
		place.line = cmark_node_get_start_line(node);
	return place;
}

bool text_md_enter(struct text_md_reading *reading, cmark_node *node)
{
	if (reading->depth < TEXT_MD_DEPTH)
		return true;
	msg_at(OUTCOME_REFUSED, text_md_place(reading, node),
	       _("lists, quotes or emphasis are nested more than %d deep; "
		 "write it flatter"),
	       TEXT_MD_DEPTH);
	reading->sound = false;
	return false;
}

static void refuse(struct text_md_reading *reading, cmark_node *node,
		   const char *what)
{
	msg_at(OUTCOME_REFUSED, text_md_place(reading, node),
	       _("%s cannot be printed in a report; write it as plain text"),
	       what);
	reading->sound = false;
}

/* The text gathered so far becomes a run. */
static void flush(struct text_md_reading *reading)
{
	struct run *run;

	if (reading->pending.len == 0)
		return;
	run = runs_add(reading->runs, reading->how->arena, reading->pending.at);
	run->strong = reading->style.strong;
	run->emphasis = reading->style.emphasis;
	run->to = reading->style.to;
	text_reset(&reading->pending);
}

static void add_quoted(struct text_md_reading *reading, cmark_node *node,
		       const char *name, size_t len)
{
	const struct text_md *how = reading->how;
	struct text wanted = { 0 };

	text_add_bytes(&wanted, name, len);
	if (!how->quote(how->context, text_md_place(reading, node),
			text_string(&wanted), &reading->pending))
		reading->sound = false;
	text_clear(&wanted);
}

/* An entity such as &#1; may bring in what no XML can hold. */
static bool is_printable(struct text_md_reading *reading, cmark_node *node,
			 const char *text)
{
	if (xml_writer_accepts(text, strlen(text)))
		return true;
	refuse(reading, node, _("a control character"));
	return false;
}

static void add_text(struct text_md_reading *reading, cmark_node *node)
{
	const char *at = cmark_node_get_literal(node);

	if (!is_printable(reading, node, at))
		return;
	while (*at) {
		size_t plain = strcspn(at, "{");
		size_t len;

		text_add_bytes(&reading->pending, at, plain);
		at += plain;
		if (!*at)
			break;
		len = strcspn(++at, "{}");
		if (at[len] == '}') {
			add_quoted(reading, node, at, len);
			at += len + 1;
		} else {
			text_add_char(&reading->pending, '{');
		}
	}
}

static void add_literal(struct text_md_reading *reading, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	if (is_printable(reading, node, literal))
		text_add(&reading->pending, literal);
}

/* Inside `node` the style is another one. */
static void take_styled(struct text_md_reading *reading, cmark_node *node,
			struct run style)
{
	struct run outer = reading->style;

	flush(reading);
	reading->style = style;
	take_children(reading, node);
	flush(reading);
	reading->style = outer;
}

static void take_link(struct text_md_reading *reading, cmark_node *node)
{
	const struct text_md *how = reading->how;
	const char *url = cmark_node_get_url(node);
	struct run style = reading->style;

	if (!is_printable(reading, node, url))
		return;
	if (url[0] == '#') {
		style.to = arena_strdup(how->arena, url + 1);
		how->link(how->context, text_md_place(reading, node), style.to);
		take_styled(reading, node, style);
		return;
	}
	take_children(reading, node);
	text_printf(&reading->pending, " (%s)", url);
}

static void take_break(struct text_md_reading *reading)
{
	flush(reading);
	runs_add_break(reading->runs, reading->how->arena);
}

static void take_emphasis(struct text_md_reading *reading, cmark_node *node)
{
	struct run style = reading->style;

	if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
		style.strong = true;
	else
		style.emphasis = true;
	take_styled(reading, node, style);
}

static void take_inline(struct text_md_reading *reading, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_TEXT)
		add_text(reading, node);
	else if (type == CMARK_NODE_CODE)
		add_literal(reading, node);
	else if (type == CMARK_NODE_SOFTBREAK)
		text_add_char(&reading->pending, ' ');
	else if (type == CMARK_NODE_LINEBREAK)
		take_break(reading);
	else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
		take_emphasis(reading, node);
	else if (type == CMARK_NODE_LINK)
		take_link(reading, node);
	else if (type == CMARK_NODE_HTML_INLINE)
		refuse(reading, node, _("raw HTML"));
	else if (type == CMARK_NODE_IMAGE)
		refuse(reading, node, _("an image"));
	else
		refuse(reading, node, cmark_node_get_type_string(node));
}

static void take_children(struct text_md_reading *reading, cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);

	if (!text_md_enter(reading, node))
		return;
	reading->depth++;
	for (; child; child = cmark_node_next(child))
		take_inline(reading, child);
	reading->depth--;
}

void text_md_take_runs(struct text_md_reading *reading, cmark_node *node,
		       struct runs *runs)
{
	reading->runs = runs;
	reading->style = (struct run){ 0 };
	take_children(reading, node);
	flush(reading);
}
