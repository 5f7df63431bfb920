#include "ingest/reject_words.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

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

static void explain_unit_day(struct text *text, const struct reject *reject,
			     const char *value)
{
	text_printf(text,
		    _("the unit \"%s\" is not in the register on %s, the day "
		      "of the row; mend the export, or the days in "
		      "input/register/units.csv"),
		    value, reject->hint);
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

static void explain_early(struct text *text, const struct reject *reject,
			  const char *value)
{
	text_printf(text, _("%s is before %s, the earliest that is allowed"),
		    value, reject->hint);
}

static void explain_late(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text, _("%s is after %s, the latest that is allowed"),
		    value, reject->hint);
}

static void explain_pattern(struct text *text, const struct reject *reject,
			    const char *value)
{
	text_printf(text,
		    _("\"%s\" does not look like %s, as the column's codes "
		      "must (9 is a digit, A a letter, * anything)"),
		    value, reject->hint);
}

static void explain_more(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text, _("%s is more than the row's %s allows"), value,
		    reject->hint);
}

static void explain_less(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text, _("%s is less than the row's %s demands"), value,
		    reject->hint);
}

static void explain_key(struct text *text, const struct reject *reject,
			const char *value)
{
	(void)value;
	text_printf(text, _("the row has the same key as line %ld of %s"),
		    reject->a, reject->hint);
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

static void explain_short(struct text *text, const struct reject *reject,
			  const char *value)
{
	(void)value;
	text_printf(text,
		    _("the row ends before this column: it has %ld cells, but "
		      "the header names %ld columns"),
		    reject->a, reject->b);
}

static void explain_long(struct text *text, const struct reject *reject,
			 const char *value)
{
	(void)value;
	text_printf(text,
		    _("the row has %ld cells, but the header names %ld "
		      "columns; a text that holds the separator must stand in "
		      "quotation marks"),
		    reject->a, reject->b);
}

static void explain_cell_limit(struct text *text, const struct reject *reject,
			       const char *value)
{
	(void)value;
	text_printf(text,
		    _("the cell has %ld characters, but at most %ld may be "
		      "(cell_limit); is a quotation mark missing?"),
		    reject->a, reject->b);
}

static void explain_late_posting(struct text *text, const struct reject *reject,
				 const char *value)
{
	text_printf(text,
		    _("%s is after %s, the last day that counts (cut_off): "
		      "the row is left out"),
		    value, reject->hint);
}

static void (*const explainers[])(struct text *text,
				  const struct reject *reject,
				  const char *value) = {
	[REJECT_EMPTY] = explain_empty,
	[REJECT_CELL] = explain_cell,
	[REJECT_UNIT] = explain_unit,
	[REJECT_UNIT_DAY] = explain_unit_day,
	[REJECT_INDICATOR] = explain_indicator,
	[REJECT_BELOW] = explain_below,
	[REJECT_ABOVE] = explain_above,
	[REJECT_EARLY] = explain_early,
	[REJECT_LATE] = explain_late,
	[REJECT_PATTERN] = explain_pattern,
	[REJECT_MORE] = explain_more,
	[REJECT_LESS] = explain_less,
	[REJECT_KEY] = explain_key,
	[REJECT_WORD] = explain_word,
	[REJECT_DECISION] = explain_decision,
	[REJECT_CODE] = explain_code,
	[REJECT_CHARACTER] = explain_character,
	[REJECT_CELL_LIMIT] = explain_cell_limit,
	[LISTED_LATE] = explain_late_posting,
	[REJECT_UNNAMED] = explain_unnamed,
	[REJECT_QUANTITY] = explain_quantity,
	[REJECT_TWICE] = explain_twice,
	[REJECT_SHORT] = explain_short,
	[REJECT_LONG] = explain_long,
};

void reject_explain(struct text *text, const struct reject *reject)
{
	struct text value = { 0 };

	text_add_shown(&value, reject->value ? reject->value : "");
	if (reject->cause < REJECT_ENCODING)
		explainers[reject->cause](text, reject, text_string(&value));
	else
		reject_explain_file(text, reject, text_string(&value));
	text_clear(&value);
}
