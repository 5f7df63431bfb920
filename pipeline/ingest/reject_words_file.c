#include "ingest/reject_words.h"
#include "lib/lang.h"
#include "lib/text.h"

static void explain_encoding(struct text *text, const struct reject *reject,
			     const char *value)
{
	(void)value;
	if (reject->a == 0)
		text_printf(text,
			    _("character %ld of the line, at offset %ld in the "
			      "file, is a NUL; is the file UTF-16 without a "
			      "byte order mark? Export it anew, as UTF-8"),
			    reject->b, reject->c);
	else
		text_printf(text,
			    _("the file is not %s: character %ld of the line, "
			      "at offset %ld in the file, is the byte %02lX; "
			      "export it anew, or declare its encoding in "
			      "rules/sources.lua"),
			    reject->hint, reject->b, reject->c,
			    (unsigned long)reject->a);
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

static void explain_header_at(struct text *text, const struct reject *reject,
			      const char *value)
{
	(void)value;
	text_printf(text,
		    _("none of the first 20 lines begins with \"%s\", as the "
		      "header must (header_at in rules/sources.lua)"),
		    reject->hint);
}

static void explain_stamp(struct text *text, const struct reject *reject,
			  const char *value)
{
	(void)value;
	text_printf(text,
		    _("no line above the header and no footer begins with "
		      "\"%s\" and a day; the profile's freshness asks for "
		      "one"),
		    reject->hint);
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
		text_add_shown(&hint, reject->hint);
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

static void explain_foot(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text,
		    _("the row \"%s\" says %s, but its other columns come to "
		      "%s"),
		    reject->row, value, reject->hint);
}

static void explain_slip(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text,
		    _("the row \"%s\" says %s, but both the rest of the row "
		      "and the total of the column want %s"),
		    reject->row, value, reject->hint);
}

static void explain_footer(struct text *text, const struct reject *reject,
			   const char *value)
{
	text_printf(text, _("the footer says %s rows, but %ld are read"), value,
		    reject->a);
}

static void explain_utf8(struct text *text, const struct reject *reject,
			 const char *value)
{
	text_printf(text,
		    _("\"%s\" stands for \"%s\" (character %ld of the line; "
		      "%ld such in the file): UTF-8 was read as Windows-1252; "
		      "mend the encoding in rules/sources.lua, or the export"),
		    reject->hint, value, reject->b, reject->a);
}

static void explain_dos(struct text *text, const struct reject *reject,
			const char *value)
{
	text_printf(text,
		    _("\"%s\" stands for \"%s\" (character %ld of the line; "
		      "%ld such in the file): CP437 or CP850 was read as "
		      "Windows-1252; mend the encoding in rules/sources.lua, "
		      "or the export"),
		    reject->hint, value, reject->b, reject->a);
}

static void (*const explainers[])(struct text *text,
				  const struct reject *reject,
				  const char *value) = {
	[REJECT_ENCODING] = explain_encoding,
	[REJECT_SAME_FILE] = explain_same_file,
	[REJECT_QUOTING] = explain_quoting,
	[REJECT_NO_HEADER] = explain_no_header,
	[REJECT_HEADER_AT] = explain_header_at,
	[REJECT_STAMP] = explain_stamp,
	[REJECT_HEADER_UNKNOWN] = explain_header_unknown,
	[REJECT_HEADER_TWICE] = explain_header_twice,
	[REJECT_HEADER_MISSING] = explain_header_missing,
	[REJECT_SUM] = explain_sum,
	[NOTE_UNUSED] = explain_unused,
	[NOTE_TOTAL] = explain_total,
	[NOTE_FOOT] = explain_foot,
	[NOTE_CELL] = explain_slip,
	[NOTE_FOOTER] = explain_footer,
	[NOTE_UTF8] = explain_utf8,
	[NOTE_DOS] = explain_dos,
};

void reject_explain_file(struct text *text, const struct reject *reject,
			 const char *value)
{
	explainers[reject->cause](text, reject, value);
}
