#include "compose/print.h"

#include <assert.h>
#include <string.h>

#include "compose/words.h"
#include "lib/text.h"

#define NO_BREAK_SPACE "\xc2\xa0" /* U+00A0 */

const char *print_missing_symbol(const struct words *words,
				 enum missing missing)
{
	return words_at(words, (enum word)(WORD_MISSING_SYMBOL + (int)missing));
}

const char *print_missing_words(const struct words *words, enum missing missing)
{
	return words_at(words, (enum word)(WORD_MISSING + (int)missing));
}

static bool is_numeric(const struct figure *figure)
{
	return figure->kind == FIGURE_NUMBER || figure->kind == FIGURE_RATIO;
}

/*
 * What the figure says, rounded to what its quantity prints.  One too large
 * for a decimal cannot come here: facts, too, are decimals, and assess
 * refuses what overflows.
 */
static struct decimal rounded(const struct quantity *quantity,
			      const struct figure *figure)
{
	struct decimal number = { 0 };
	struct ratio ratio;
	bool ok = quantity_ratio(quantity, figure, &ratio) &&
		  ratio_round(&number, ratio, quantity->max_decimals);

	assert(ok);
	return number;
}

int print_decimals(const struct quantity *quantity, const struct figure *figure)
{
	struct decimal number;
	int decimals;

	if (!is_numeric(figure))
		return 0;
	number = rounded(quantity, figure);
	decimals = number.scale;
	while (decimals > quantity->min_decimals && number.units % 10 == 0) {
		number.units /= 10;
		decimals--;
	}
	return decimals;
}

/* By the words of the language and the house style; without decimals. */
static struct number_style style_of(const struct words *words, bool thousands)
{
	const struct number_format *format = &words->numbers;

	return (struct number_style){
		.decimal_point =
			strcmp(words_at(words, WORD_DECIMAL_SIGN), ".") == 0,
		.group_from_1000 =
			format->from ? format->from == 1000 : thousands,
		.group = format->group,
		.minus = format->minus,
	};
}

static void print_number(struct text *text, const struct words *words,
			 const struct quantity *quantity,
			 const struct figure *figure, int decimals)
{
	struct number_style style = style_of(words, quantity->thousands);

	style.min_decimals = words->numbers.padded ? quantity->max_decimals
						   : quantity->min_decimals;
	style.max_decimals = quantity->max_decimals;
	if (decimals > style.min_decimals)
		style.min_decimals = decimals;
	assert(style.min_decimals <= style.max_decimals);
	decimal_print(text, rounded(quantity, figure), &style);
}

void print_bare(struct text *text, const struct words *words,
		const struct quantity *quantity, const struct figure *figure,
		int decimals)
{
	switch (figure->kind) {
	case FIGURE_MISSING:
		text_add(text, print_missing_symbol(words, figure->missing));
		break;
	case FIGURE_NUMBER:
	case FIGURE_RATIO:
		print_number(text, words, quantity, figure, decimals);
		break;
	case FIGURE_YESNO:
		text_add(text,
			 words_at(words, figure->yes ? WORD_YES : WORD_NO));
		break;
	case FIGURE_DATE:
		date_print(text, figure->date, words->language);
		break;
	case FIGURE_WORD:
		text_add(text, figure->word);
		break;
	}
}

/* "1 person", but "1,0 personer" and "0 personer". */
static long count_of(const char *printed)
{
	return strcmp(printed, "1") == 0 ? 1 : 0;
}

static const char *space_before(const struct words *words, const char *unit)
{
	const char *percent = words->numbers.percent;

	return percent && *unit == '%' ? percent : NO_BREAK_SPACE;
}

void print_figure(struct text *text, const struct words *words,
		  const struct quantity *quantity, const struct figure *figure)
{
	struct text number = { 0 };

	print_bare(&number, words, quantity, figure, 0);
	text_add(text, text_string(&number));
	if (is_numeric(figure) && *quantity->print) {
		text_add(text, space_before(words, quantity->print));
		text_add(text, words_counted(words, quantity->print,
					     count_of(number.at)));
	}
	text_clear(&number);
}

void print_in_words(struct text *text, const struct words *words,
		    const struct quantity *quantity,
		    const struct figure *figure)
{
	if (figure->kind == FIGURE_MISSING)
		text_add(text, print_missing_words(words, figure->missing));
	else
		print_figure(text, words, quantity, figure);
}

/* `first` is the word for the first operation. */
static void add_target(struct text *text, const struct words *words,
		       enum word first, enum target_op op, const char *value)
{
	assert(op != TARGET_UNSTATED);
	words_fill(text, words,
		   (enum word)((int)first + (int)op - (int)TARGET_AT_LEAST),
		   (struct filling[]){ { "value", value }, { 0 } });
}

/* To a decimal more where the target's own decimals do not tell all of it: what
 * is short of 33,3 must not be seen to reach 33. */
static struct quantity finer(const struct quantity *quantity,
			     const struct figure *figure)
{
	struct quantity fine = *quantity;
	struct decimal whole;
	struct ratio ratio;

	if (is_numeric(figure) && quantity_ratio(quantity, figure, &ratio) &&
	    ratio_round(&whole, ratio, quantity->max_decimals) &&
	    ratio_compare(ratio_of(whole), ratio) != 0)
		fine.max_decimals++;
	return fine;
}

void print_target_in_words(struct text *text, const struct words *words,
			   const struct quantity *quantity,
			   const struct target *target)
{
	const struct quantity fine = finer(quantity, &target->figure);
	struct text value = { 0 };

	print_in_words(&value, words, &fine, &target->figure);
	if (target->figure.kind == FIGURE_MISSING)
		text_add(text, value.at);
	else
		add_target(text, words, WORD_TARGET_SAID, target->op, value.at);
	text_clear(&value);
}

void print_target(struct text *text, const struct words *words,
		  const struct quantity *quantity, const struct target *target)
{
	const struct quantity fine = finer(quantity, &target->figure);
	struct text value = { 0 };

	print_figure(&value, words, &fine, &target->figure);
	if (target->figure.kind == FIGURE_MISSING)
		text_add(text, value.at);
	else
		add_target(text, words, WORD_TARGET, target->op, value.at);
	text_clear(&value);
}

void print_count(struct text *text, const struct words *words, long count)
{
	const struct number_style style = style_of(words, false);

	decimal_print(text, decimal_of(count), &style);
}
