#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/distinct.h"
#include "ingest/serials.h"
#include "lib/csv_reader.h"
#include "lib/text.h"

#define PEOPLE 20000

/* Each cell with the number that it must be given, in this order. */
static const struct {
	const char *cell;
	uint32_t serial;
} name_rows[] = {
	{ "a", 1 },         { "b", 2 },
	{ "a", 1 },         { "A", 1 }, /* the same when folded */
	{ " b ", 2 },       { "1234567", 3 },
	{ "12345678", 4 }, /* as long as a key */
	{ "123456789", 5 }, { "12345678A", 6 },
	{ "12345678a", 6 }, { "12345678", 4 },
	{ "123456789", 5 }, { "1234567", 3 },
	{ "12345678 ", 4 }, { "Åsa Öberg", 7 },
	{ "åsa öberg", 7 }, { "asa oberg", 8 },
};

static uint32_t serial_of(struct serials *serials, const char *text)
{
	struct csv_cell cell = { .text = text, .len = strlen(text) };
	struct csv_cell *cells[] = { &cell };

	serials_give(serials, cells, 1);
	return cell.serial;
}

static void cells_that_fold_alike_share_a_number(void **state)
{
	struct serials serials = { .folds = true };

	(void)state;
	for (size_t i = 0; i < sizeof(name_rows) / sizeof(*name_rows); i++) {
		uint32_t got = serial_of(&serials, name_rows[i].cell);

		if (got != name_rows[i].serial)
			fail_msg("row %zu, \"%s\": wanted %u, got %u", i,
				 name_rows[i].cell,
				 (unsigned)name_rows[i].serial, (unsigned)got);
	}
	serials_clear(&serials);
}

/* Through every growth of the table, and once more when it is full grown.  They
 * are so many that some have the same hash. */
static void numbers_outlive_growth(void **state)
{
	static const char *const around[][2] = {
		{ "", "" },
		{ "", " is employed" },
		{ "employee ", "" },
		{ "employee number ", " of a town" },
	};

	(void)state;
	for (size_t form = 0; form < COUNT_OF(around); form++) {
		struct serials serials = { .folds = true };

		for (int turn = 0; turn < 2; turn++)
			for (int i = 0; i < 10 * PEOPLE; i++) {
				struct text cell = { 0 };

				text_printf(&cell, "%s%06d%s", around[form][0],
					    i, around[form][1]);
				assert_int_equal(serial_of(&serials, cell.at),
						 i + 1);
				text_clear(&cell);
			}
		assert_int_equal(serials.given, 10 * PEOPLE);
		serials_clear(&serials);
	}
}

/* Looked up together or alone, before and after growth, in a column whose
 * memory is limited too: the first hundred keep their serials. */
static void serials_are_given_in_order_up_to_the_limit(void **state)
{
	struct serials serials = { .most = 100 };

	(void)state;
	for (int turn = 0; turn < 2; turn++)
		for (int i = 0; i < 160; i += SERIALS_TOGETHER) {
			char texts[SERIALS_TOGETHER][32];
			struct csv_cell cells[SERIALS_TOGETHER] = { 0 };
			struct csv_cell *list[SERIALS_TOGETHER];

			for (int j = 0; j < SERIALS_TOGETHER; j++) {
				(void)snprintf(texts[j], sizeof(texts[j]),
					       "%0*d", j % 3 ? 17 : 4, i + j);
				cells[j].text = texts[j];
				cells[j].len = strlen(texts[j]);
				list[j] = &cells[j];
			}
			serials_give(&serials, list, SERIALS_TOGETHER);
			for (int j = 0; j < SERIALS_TOGETHER; j++)
				assert_int_equal(cells[j].serial,
						 i + j < 100 ? i + j + 1 : 0);
		}
	serials_clear(&serials);
	assert_int_equal(serials.most, 100);
}

static void a_set_holds_each_number_once(void **state)
{
	struct distinct_set set = { 0 };

	(void)state;
	for (uint32_t turn = 0; turn < 3; turn++)
		for (uint32_t i = 0; i < PEOPLE; i += 1 + turn)
			distinct_add(&set, i + 1);
	assert_int_equal(set.count, PEOPLE);
	distinct_add(&set, UINT32_MAX); /* the largest */
	distinct_add(&set, UINT32_MAX);
	assert_int_equal(set.count, PEOPLE + 1);
	distinct_clear(&set);
	assert_int_equal(set.count, 0);
}

/* Of 1 to 30 and 21 to 50 there are fifty; few among many serials are kept as
 * they are, among few as bits. */
static void units_are_taken_together_without_counting_twice(void **state)
{
	static const uint32_t highest[] = { 50, 63, 64, 1000, 1000000 };

	(void)state;
	for (size_t turn = 0; turn < sizeof(highest) / sizeof(*highest);
	     turn++) {
		struct distinct_set above = { 0 };
		struct distinct_set below = { 0 };
		struct distinct_set empty = { 0 };

		for (uint32_t i = 0; i < 30; i++) {
			distinct_add(&above, i + 1);
			distinct_add(&below, 21 + i);
		}
		distinct_merge(&above, &below, highest[turn]);
		distinct_merge(&above, &empty, highest[turn]);
		assert_int_equal(above.count, 50);
		assert_int_equal(above.is_bits, highest[turn] <= 1000);
		assert_int_equal(below.count, 30);
		distinct_merge(&empty, &above, highest[turn]);
		distinct_merge(&empty, &below, highest[turn]);
		distinct_merge(&empty, &above, highest[turn]);
		assert_int_equal(empty.count, 50);
		distinct_clear(&above);
		distinct_clear(&below);
		distinct_clear(&empty);
	}
}

/* Two units with the same sixteen of a thousand: what is kept as bits above
 * them is taken into what is kept otherwise, on the next two levels. */
static void what_is_the_same_is_taken_further_up(void **state)
{
	struct distinct_set levels[3] = { 0 };
	struct distinct_set below = { 0 };

	(void)state;
	for (uint32_t i = 0; i < 16; i++)
		distinct_add(&below, 1 + 60 * i);
	distinct_merge(&levels[0], &below, 1000);
	assert_false(levels[0].is_bits);
	distinct_merge(&levels[0], &below, 1000);
	assert_true(levels[0].is_bits);
	distinct_add(&levels[1], 2);
	distinct_merge(&levels[1], &levels[0], 1000);
	distinct_merge(&levels[2], &levels[1], 1000);
	assert_int_equal(levels[0].count, 16);
	assert_int_equal(levels[1].count, 17);
	assert_int_equal(levels[2].count, 17);
	for (size_t i = 0; i < 3; i++)
		distinct_clear(&levels[i]);
	distinct_clear(&below);
}

/* (1, 2) is not (2, 1); 100 times 100 of them, and as many again shifted by
 * half: 15 000 different. */
static void pairs_are_told_apart_by_both_halves(void **state)
{
	struct distinct_pairs pairs = { 0 };
	struct distinct_pairs more = { 0 };

	(void)state;
	for (uint32_t of = 0; of < 100; of++)
		for (uint32_t number = 0; number < 100; number++) {
			distinct_add_pair(&pairs, of, number + 1);
			distinct_add_pair(&pairs, of, number + 1);
			distinct_add_pair(&more, of + 50, number + 1);
		}
	assert_int_equal(pairs.count, 10000);
	distinct_merge_pairs(&pairs, &more);
	assert_int_equal(pairs.count, 15000);
	distinct_clear_pairs(&pairs);
	distinct_clear_pairs(&more);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_that_fold_alike_share_a_number),
		cmocka_unit_test(numbers_outlive_growth),
		cmocka_unit_test(serials_are_given_in_order_up_to_the_limit),
		cmocka_unit_test(a_set_holds_each_number_once),
		cmocka_unit_test(
			units_are_taken_together_without_counting_twice),
		cmocka_unit_test(what_is_the_same_is_taken_further_up),
		cmocka_unit_test(pairs_are_told_apart_by_both_halves),
	};

	return cmocka_run_group_tests_name("distinct", tests, NULL, NULL);
}
