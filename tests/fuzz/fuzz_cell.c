/*
 * Any string as a cell: what is read says the same when it is written in the
 * form of hand-overs, or as people read it, and read again.
 */
#include <string.h>

#include "fuzz.h"
#include "ingest/decision_key.h"
#include "model/cell.h"
#include "model/target.h"

static void prove_same(struct decimal a, struct decimal b)
{
	assert(a.units == b.units && a.scale == b.scale);
}

static void prove_decimal(struct decimal number)
{
	const struct number_style style = { .min_decimals = number.scale,
					    .max_decimals = number.scale };
	struct text text = { 0 };
	struct decimal again;
	bool ok;

	assert(number.scale >= 0 && number.scale <= DECIMAL_SCALE_MAX);
	decimal_add_text(&text, number);
	ok = decimal_parse(&again, text.at);
	assert(ok);
	prove_same(again, number);
	text_reset(&text);
	decimal_print(&text, number, &style);
	assert(cell_number(&again, text.at, ',') == CELL_SOUND);
	prove_same(again, number);
	text_clear(&text);
}

static void prove_number(const char *cell, char point)
{
	struct decimal number;
	struct decimal amount;
	const char *unit;
	size_t unit_len;
	bool is_number = cell_number(&number, cell, point) == CELL_SOUND;
	bool is_amount = cell_amount(&amount, &unit, &unit_len, cell, point) ==
			 CELL_SOUND;

	assert(is_amount || !is_number);
	if (is_number) {
		prove_decimal(number);
		prove_same(number, amount);
		assert(unit_len == 0);
	}
	if (is_amount) {
		prove_decimal(amount);
		assert(unit >= cell);
		assert(unit_len <= strlen(unit));
	}
}

static void prove_target(const char *cell, char point)
{
	struct arena arena = { 0 };
	struct target target;

	if (cell_target(&target, cell, point, &arena) == CELL_SOUND) {
		enum target_op op;
		bool ok = target_op_of_name(&op, target_op_name(target.op));

		assert(ok && op == target.op);
		assert(target.unit);
		if (target.figure.kind == FIGURE_NUMBER)
			prove_decimal(target.figure.number);
		else
			assert(target.figure.kind == FIGURE_YESNO);
	}
	arena_clear(&arena);
}

static void prove_date(const char *cell)
{
	struct text text = { 0 };
	struct date date;
	struct date again;
	bool ok;

	if (cell_date(&date, cell) != CELL_SOUND)
		return;
	date_add_text(&text, date);
	ok = date_parse(&again, text.at);
	assert(ok && date_compare(date, again) == 0);
	assert(cell_date(&again, text.at) == CELL_SOUND);
	assert(date_compare(date, again) == 0);
	text_clear(&text);
}

/* A month is a period; what is printed of one is read as the same. */
static void prove_period(const char *cell)
{
	struct text text = { 0 };
	struct window period;
	struct window again;
	bool is_month = cell_month(&again, cell) == CELL_SOUND;
	bool ok;

	if (cell_period(&period, cell) != CELL_SOUND) {
		assert(!is_month);
		return;
	}
	assert(!is_month || window_equal(period, again));
	window_add_text(&text, period);
	ok = window_parse(&again, text.at);
	assert(ok && window_equal(period, again));
	text_clear(&text);
}

static void prove_decision(const char *cell)
{
	struct decision_key key;
	struct decision_key again;
	struct text text = { 0 };
	bool ok;

	if (!decision_key_read(&key, cell))
		return;
	date_add_text(&text, key.date);
	text_printf(&text, " \xC2\xA7 %d", key.paragraph);
	ok = decision_key_read(&again, text.at);
	assert(ok && date_compare(key.date, again.date) == 0 &&
	       key.paragraph == again.paragraph);
	text_clear(&text);
}

/* A cell is the same as itself without what stands around it. */
static void prove_words(const char *cell)
{
	struct text trimmed = { 0 };
	struct text folded = { 0 };
	enum missing missing;
	bool yes;

	cell_trim(&trimmed, cell);
	cell_fold(&folded, cell);
	assert(trimmed.len <= strlen(cell));
	assert(folded.len <= trimmed.len);
	assert(cell_same(cell, cell));
	if (cell_yesno(&yes, cell) == CELL_SOUND)
		assert(!cell_missing(&missing, cell));
	text_clear(&trimmed);
	text_clear(&folded);
}

static void prove_written(const char *cell)
{
	struct decimal number;

	if (decimal_parse(&number, cell))
		prove_decimal(number);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text cell = { 0 };

	text_add_bytes(&cell, bytes, len);
	prove_written(cell.at);
	prove_number(cell.at, ',');
	prove_number(cell.at, '.');
	prove_target(cell.at, ',');
	prove_target(cell.at, '.');
	prove_date(cell.at);
	prove_period(cell.at);
	prove_decision(cell.at);
	prove_words(cell.at);
	text_clear(&cell);
	return 0;
}
