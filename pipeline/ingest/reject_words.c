#include "ingest/reject_words.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

#define SHOWN_AT_MOST 60 /* bytes of a raw value in a sentence */

/* What stands in the export, on one line and cut where it is long. */
static void add_shown(struct text *text, const char *value)
{
	size_t len = strlen(value);
	bool cut = len > SHOWN_AT_MOST;

	if (cut)
		for (len = SHOWN_AT_MOST; (value[len] & 0xC0) == 0x80; len--)
			;
	for (size_t i = 0; i < len; i++) {
		bool breaks = (unsigned char)value[i] < ' ';

		text_add_bytes(text, breaks ? " " : value + i, 1);
	}
	if (cut)
		text_add(text, "…");
}

static void explain_empty(struct text *text, const struct reject *reject,
			  const char *value)
{
	(void)reject;
	(void)value;
	text_add(text, _("the cell is empty; it must be filled in"));
}

static void explain_cell(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text, "\"%s\": %s", value, cell_fault_text(reject->fault));
}

static void explain_unit(struct text *text, const struct reject *reject,
			 const char *value)
{
	if (reject->hint)
		text_printf(text,
			    _("there is no unit \"%s\" in the register; is it "
			      "\"%s\" that is meant? Mend the export, or add "
			      "an alias in input/register/units.csv"),
			    value, reject->hint);
	else
		text_printf(text,
			    _("there is no unit \"%s\" in the register; mend "
			      "the export, or add the unit to "
			      "input/register/units.csv"),
			    value);
}

static void explain_indicator(struct text *text, const struct reject *reject,
			      const char *value)
{
	if (reject->hint)
		text_printf(text,
			    _("there is no indicator \"%s\" in the register; "
			      "is it \"%s\" that is meant? Mend the export, or "
			      "add an alias in input/register/indicators.csv"),
			    value, reject->hint);
	else
		text_printf(text,
			    _("there is no indicator \"%s\" in the register; "
			      "mend the export, or add the indicator to "
			      "input/register/indicators.csv"),
			    value);
}

static void explain_below(struct text *text, const struct reject *reject,
			  const char *value)
{
	text_printf(text, _("%s is less than %s, the least that is allowed"),
		    value, reject->hint);
}

static void explain_above(struct text *text, const struct reject *reject,
			  const char *value)
{
	text_printf(text, _("%s is more than %s, the most that is allowed"),
		    value, reject->hint);
}

static void explain_word(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text, _("\"%s\" is none of the words allowed: %s"), value,
		    reject->hint);
}

static void explain_decision(struct text *text, const struct reject *reject,
			     const char *value)
{
	(void)reject;
	text_printf(text,
		    _("\"%s\" cannot be read as a decision; expected a day and "
		      "a paragraph, such as SON 2018-08-27 §52"),
		    value);
}

static void explain_code(struct text *text, const struct reject *reject,
			 const char *value)
{
	(void)reject;
	text_printf(text,
		    _("\"%s\" cannot be the id of a record; expected letters "
		      "a-z, digits, full stop and hyphen"),
		    value);
}

static void explain_character(struct text *text, const struct reject *reject,
			      const char *value)
{
	(void)reject;
	(void)value;
	text_add(text, _("the cell holds a control character that no text may "
			 "hold; take it away in the system that exports"));
}

static void explain_unnamed(struct text *text, const struct reject *reject,
			    const char *value)
{
	(void)reject;
	(void)value;
	text_add(text, _("the cell is filled in, but its column has no name in "
			 "the header; name the column, or take it away"));
}

static void explain_quantity(struct text *text, const struct reject *reject,
			     const char *value)
{
	text_printf(text,
		    _("\"%s\" is not told in \"%s\", which is the unit of "
		      "measure in the register"),
		    value, reject->hint);
}

static void explain_twice(struct text *text, const struct reject *reject,
			  const char *value)
{
	text_printf(text, _("\"%s\" stands already on line %ld"), value,
		    reject->a);
}

static void explain_cell_count(struct text *text, const struct reject *reject,
			       const char *value)
{
	(void)value;
	text_printf(text,
		    _("the row has %ld cells, but the header names %ld "
		      "columns"),
		    reject->a, reject->b);
}

static void explain_encoding(struct text *text, const struct reject *reject,
			     const char *value)
{
	(void)value;
	text_printf(text,
		    _("the file is not %s: character %ld of the line is the "
		      "byte %02lX; export it anew, or declare its encoding in "
		      "rules/sources.lua"),
		    reject->hint, reject->b, (unsigned long)reject->a);
}

static void explain_same_file(struct text *text, const struct reject *reject,
			      const char *value)
{
	(void)value;
	text_printf(text,
		    _("the file has the same content as %s; take one of them "
		      "away, or their rows count twice"),
		    reject->hint);
}

static void explain_quoting(struct text *text, const struct reject *reject,
			    const char *value)
{
	(void)value;
	text_add(text, reject->hint);
}

static void explain_no_header(struct text *text, const struct reject *reject,
			      const char *value)
{
	(void)reject;
	(void)value;
	text_add(text, _("the file is empty; expected a row with the names of "
			 "the columns"));
}

static void explain_header_unknown(struct text *text,
				   const struct reject *reject,
				   const char *value)
{
	if (reject->hint)
		text_printf(text,
			    _("the column \"%s\" is not declared; is it \"%s\" "
			      "that is meant?"),
			    value, reject->hint);
	else
		text_printf(
			text,
			_("the column \"%s\" is not declared; declare it in "
			  "rules/sources.lua, or leave it out of the "
			  "export"),
			value);
}

static void explain_header_twice(struct text *text, const struct reject *reject,
				 const char *value)
{
	text_printf(text,
		    _("the column \"%s\" stands twice, first as column %ld"),
		    value, reject->a);
}

static void explain_header_missing(struct text *text,
				   const struct reject *reject,
				   const char *value)
{
	struct text hint = { 0 };

	if (reject->hint) {
		add_shown(&hint, reject->hint);
		text_printf(text,
			    _("the column \"%s\" is missing; the file has "
			      "\"%s\""),
			    value, text_string(&hint));
	} else {
		text_printf(text,
			    _("the column \"%s\" is missing in the header"),
			    value);
	}
	text_clear(&hint);
}

static void explain_sum(struct text *text, const struct reject *reject,
			const char *value)
{
	(void)reject;
	text_printf(text,
		    _("with \"%s\" the sum of the column grows too large"),
		    value);
}

static void explain_unused(struct text *text, const struct reject *reject,
			   const char *value)
{
	(void)value;
	if (reject->a == 0)
		text_add(text, _("the file has a header but no rows; export it "
				 "anew if there should be some"));
	else
		text_printf(text,
			    PLURAL("the only row of the file is not used; see "
				   "that it is the right export",
				   "none of the file's %ld rows is used; see "
				   "that it is the right export",
				   reject->a),
			    reject->a);
}

static void explain_total(struct text *text, const struct reject *reject,
			  const char *value)
{
	text_printf(text,
		    _("the total says %s, but the rows that are read add up to "
		      "%s"),
		    value, reject->hint);
}

static void (*const explainers[])(struct text *text,
				  const struct reject *reject,
				  const char *value) = {
	[REJECT_EMPTY] = explain_empty,
	[REJECT_CELL] = explain_cell,
	[REJECT_UNIT] = explain_unit,
	[REJECT_INDICATOR] = explain_indicator,
	[REJECT_BELOW] = explain_below,
	[REJECT_ABOVE] = explain_above,
	[REJECT_WORD] = explain_word,
	[REJECT_DECISION] = explain_decision,
	[REJECT_CODE] = explain_code,
	[REJECT_CHARACTER] = explain_character,
	[REJECT_UNNAMED] = explain_unnamed,
	[REJECT_QUANTITY] = explain_quantity,
	[REJECT_TWICE] = explain_twice,
	[REJECT_CELL_COUNT] = explain_cell_count,
	[REJECT_ENCODING] = explain_encoding,
	[REJECT_SAME_FILE] = explain_same_file,
	[REJECT_QUOTING] = explain_quoting,
	[REJECT_NO_HEADER] = explain_no_header,
	[REJECT_HEADER_UNKNOWN] = explain_header_unknown,
	[REJECT_HEADER_TWICE] = explain_header_twice,
	[REJECT_HEADER_MISSING] = explain_header_missing,
	[REJECT_SUM] = explain_sum,
	[NOTE_UNUSED] = explain_unused,
	[NOTE_TOTAL] = explain_total,
};

void reject_explain(struct text *text, const struct reject *reject)
{
	struct text value = { 0 };

	add_shown(&value, reject->value ? reject->value : "");
	explainers[reject->cause](text, reject, text_string(&value));
	text_clear(&value);
}
