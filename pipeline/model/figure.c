#include "model/figure.h"

#include <assert.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "lib/xml_writer.h"

static const char *const missing_names[] = {
	[MISSING_NOT_MEASURED] = "not-measured",
	[MISSING_NOT_APPLICABLE] = "not-applicable",
	[MISSING_SECRET] = "secret",
	[MISSING_NOT_DELIVERED] = "not-delivered",
	[MISSING_NOT_YET_DUE] = "not-yet-due",
};

static const char *const series_names[] = {
	[SERIES_VALUE] = "value",     [SERIES_FORECAST] = "forecast",
	[SERIES_TARGET] = "target",   [SERIES_BUDGET] = "budget",
	[SERIES_OUTCOME] = "outcome", [SERIES_BASE] = "base",
};

/* The place of `name` in the list; `count` if it is not there. */
static size_t index_of(const char *name, const char *const *names, size_t count)
{
	size_t i = 0;

	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i;
}

const char *missing_name(enum missing missing)
{
	assert((size_t)missing < COUNT_OF(missing_names));
	return missing_names[missing];
}

bool missing_of_name(enum missing *missing, const char *name)
{
	size_t i = index_of(name, missing_names, COUNT_OF(missing_names));

	if (i == COUNT_OF(missing_names))
		return false;
	*missing = (enum missing)i;
	return true;
}

const char *series_name(enum series series)
{
	assert((size_t)series < COUNT_OF(series_names));
	return series_names[series];
}

bool series_of_name(enum series *series, const char *name)
{
	size_t i = index_of(name, series_names, COUNT_OF(series_names));

	if (i == COUNT_OF(series_names))
		return false;
	*series = (enum series)i;
	return true;
}

bool series_of_word(enum series *series, const char *word)
{
	static const char *const words[] = {
		[SERIES_VALUE] = "värde",    [SERIES_FORECAST] = "prognos",
		[SERIES_TARGET] = "mål",     [SERIES_BUDGET] = "budget",
		[SERIES_OUTCOME] = "utfall", [SERIES_BASE] = "bas",
	};

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!spelling_same(words[i], word))
			continue;
		*series = (enum series)i;
		return true;
	}
	return series_of_name(series, word);
}

struct figure figure_of_number(struct decimal number)
{
	struct figure figure = { .kind = FIGURE_NUMBER, .number = number };

	return figure;
}

struct figure figure_of_ratio(struct ratio ratio)
{
	struct figure figure = {
		.kind = FIGURE_RATIO,
		.number = ratio.numerator,
		.denominator = ratio.denominator,
	};

	assert(ratio_is_sound(ratio));
	return figure;
}

struct figure figure_of_missing(enum missing missing)
{
	struct figure figure = { .missing = missing };

	return figure;
}

bool figure_ratio(const struct figure *figure, struct ratio *out)
{
	if (figure->kind == FIGURE_NUMBER)
		*out = ratio_of(figure->number);
	else if (figure->kind == FIGURE_RATIO)
		*out = ratio_over(figure->number, figure->denominator);
	else
		return false;
	return true;
}

bool figure_equal(const struct figure *a, const struct figure *b)
{
	struct ratio left;
	struct ratio right;

	if (figure_ratio(a, &left) && figure_ratio(b, &right))
		return ratio_compare(left, right) == 0;
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case FIGURE_MISSING:
		return a->missing == b->missing;
	case FIGURE_YESNO:
		return a->yes == b->yes;
	case FIGURE_DATE:
		return date_compare(a->date, b->date) == 0;
	case FIGURE_WORD:
		return strcmp(a->word, b->word) == 0;
	case FIGURE_NUMBER:
	case FIGURE_RATIO:
		break;
	}
	return false;
}

static void write_decimal(struct xml_writer *writer, const char *name,
			  struct decimal number)
{
	struct text text = { 0 };

	decimal_add_text(&text, number);
	xml_writer_attribute(writer, name, text_string(&text));
	text_clear(&text);
}

static void write_typed(struct xml_writer *writer, const char *value,
			const char *type)
{
	xml_writer_attribute(writer, "value", value);
	xml_writer_attribute(writer, "type", type);
}

void figure_write(struct xml_writer *writer, const struct figure *figure)
{
	struct text text = { 0 };

	switch (figure->kind) {
	case FIGURE_MISSING:
		xml_writer_attribute(writer, "missing",
				     missing_name(figure->missing));
		break;
	case FIGURE_NUMBER:
		write_decimal(writer, "value", figure->number);
		break;
	case FIGURE_RATIO:
		write_decimal(writer, "numerator", figure->number);
		write_decimal(writer, "denominator", figure->denominator);
		break;
	case FIGURE_YESNO:
		write_typed(writer, figure->yes ? "yes" : "no", "yes-no");
		break;
	case FIGURE_DATE:
		date_add_text(&text, figure->date);
		write_typed(writer, text_string(&text), "date");
		break;
	case FIGURE_WORD:
		write_typed(writer, figure->word, "word");
		break;
	}
	text_clear(&text);
}

/* The attributes as they were read; NULL for those that are not there. */
struct attributes {
	const char *value;
	const char *type;
	const char *numerator;
	const char *denominator;
	const char *missing;
};

static bool read_yesno(struct figure *figure, const char *value)
{
	figure->yes = strcmp(value, "yes") == 0;
	return figure->yes || strcmp(value, "no") == 0;
}

static bool read_value(struct figure *figure, const struct attributes *from,
		       struct arena *arena)
{
	if (!from->type) {
		figure->kind = FIGURE_NUMBER;
		return decimal_parse(&figure->number, from->value);
	}
	if (strcmp(from->type, "yes-no") == 0) {
		figure->kind = FIGURE_YESNO;
		return read_yesno(figure, from->value);
	}
	if (strcmp(from->type, "date") == 0) {
		figure->kind = FIGURE_DATE;
		return date_parse(&figure->date, from->value);
	}
	figure->kind = FIGURE_WORD;
	figure->word = arena_strdup(arena, from->value);
	return strcmp(from->type, "word") == 0;
}

static bool read_ratio(struct figure *figure, const struct attributes *from)
{
	figure->kind = FIGURE_RATIO;
	return from->numerator && from->denominator &&
	       decimal_parse(&figure->number, from->numerator) &&
	       decimal_parse(&figure->denominator, from->denominator) &&
	       !decimal_is_zero(figure->denominator);
}

/* Exactly one form must be there. */
static bool read_attributes(struct figure *figure,
			    const struct attributes *from, struct arena *arena)
{
	bool as_ratio = from->numerator || from->denominator;

	if ((from->value != NULL) + as_ratio + (from->missing != NULL) != 1 ||
	    (from->type && !from->value))
		return false;
	if (from->value)
		return read_value(figure, from, arena);
	if (as_ratio)
		return read_ratio(figure, from);
	return missing_of_name(&figure->missing, from->missing);
}

bool figure_read(struct figure *figure, struct xml_reader *reader,
		 struct arena *arena)
{
	struct attributes from = {
		.value = xml_reader_attribute(reader, "value"),
		.type = xml_reader_attribute(reader, "type"),
		.numerator = xml_reader_attribute(reader, "numerator"),
		.denominator = xml_reader_attribute(reader, "denominator"),
		.missing = xml_reader_attribute(reader, "missing"),
	};
	struct figure read = { 0 };

	if (!read_attributes(&read, &from, arena)) {
		msg_at(OUTCOME_BROKEN, xml_reader_place(reader),
		       _("the attributes are no figure: expected value, "
			 "numerator and denominator, or missing"));
		return false;
	}
	*figure = read;
	return true;
}
