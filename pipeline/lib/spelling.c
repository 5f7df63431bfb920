#include "lib/spelling.h"

#include <stdint.h>

#include "lib/text.h"

/* Words are compared as far as this; no name in a register is longer. */
#define WORD_ROOM 128

/* The character at `*word`, which is moved behind it; 0 at the end.  A byte
 * that begins no sequence stands for itself. */
static uint32_t next_char(const char **word)
{
	const unsigned char *at = (const unsigned char *)*word;
	uint32_t letter = at[0];
	int more = 0;

	if (letter == 0)
		return 0;
	if (letter >= 0xF0)
		more = 3;
	else if (letter >= 0xE0)
		more = 2;
	else if (letter >= 0xC2)
		more = 1;
	for (int i = 1; i <= more; i++)
		if (!text_goes_on(at[i]))
			more = 0;
	if (more > 0)
		letter &= 0x3Fu >> more;
	for (int i = 1; i <= more; i++)
		letter = letter << 6 | (at[i] & 0x3Fu);
	*word += 1 + more;
	return letter;
}

/* Latin Extended-A pairs capital and small letter, but shifts by one at the
 * letters that have no partner in it. */
static uint32_t lower_extended(uint32_t letter)
{
	static const uint32_t alone[] = { 0x130, 0x131, 0x138, 0x149, 0x17F };
	bool small_is_even =
		(letter >= 0x139 && letter <= 0x148) || letter >= 0x179;

	for (size_t i = 0; i < COUNT_OF(alone); i++)
		if (letter == alone[i])
			return letter;
	if (letter == 0x178)
		return 0xFF;
	if (small_is_even)
		return letter % 2 == 1 ? letter + 1 : letter;
	return letter | 1;
}

static uint32_t lower(uint32_t letter)
{
	if (letter >= 'A' && letter <= 'Z')
		return letter + 32;
	if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7)
		return letter + 32;
	if (letter >= 0x100 && letter <= 0x17F)
		return lower_extended(letter);
	return letter;
}

bool spelling_same(const char *a, const char *b)
{
	uint32_t letter;

	do {
		letter = lower(next_char(&a));
		if (letter != lower(next_char(&b)))
			return false;
	} while (letter != 0);
	return true;
}

static size_t spread(uint32_t letters[WORD_ROOM], const char *word)
{
	size_t count = 0;
	uint32_t letter;

	while (count < WORD_ROOM && (letter = lower(next_char(&word))) != 0)
		letters[count++] = letter;
	return count;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Two words, and the last three rows of the table of their distances. */
struct comparison {
	uint32_t a[WORD_ROOM];
	uint32_t b[WORD_ROOM];
	size_t rows[3][WORD_ROOM + 1];
};

/* Fill row `i`, from 1, out of the two above it; its least member. */
static size_t fill_row(struct comparison *words, size_t i, size_t b_len)
{
	size_t *row = words->rows[i % 3];
	const size_t *above = words->rows[(i - 1) % 3];
	const size_t *before = words->rows[(i + 1) % 3];
	size_t lowest = i;

	row[0] = i;
	for (size_t j = 1; j <= b_len; j++) {
		bool same = words->a[i - 1] == words->b[j - 1];

		row[j] = least(above[j], row[j - 1]) + 1;
		row[j] = least(row[j], above[j - 1] + (same ? 0 : 1));
		if (i > 1 && j > 1 && words->a[i - 1] == words->b[j - 2] &&
		    words->a[i - 2] == words->b[j - 1])
			row[j] = least(row[j], before[j - 2] + 1);
		lowest = least(lowest, row[j]);
	}
	return lowest;
}

size_t spelling_distance(const char *a, const char *b, size_t limit)
{
	struct comparison words;
	size_t a_len = spread(words.a, a);
	size_t b_len = spread(words.b, b);
	size_t longer = a_len > b_len ? a_len : b_len;

	if (longer - least(a_len, b_len) >= limit)
		return limit;
	for (size_t j = 0; j <= b_len; j++)
		words.rows[0][j] = j;
	for (size_t i = 1; i <= a_len; i++)
		if (fill_row(&words, i, b_len) > limit)
			return limit;
	return least(words.rows[a_len % 3][b_len], limit);
}

static size_t letters_of(const char *word)
{
	size_t count = 0;

	while (count < WORD_ROOM && next_char(&word) != 0)
		count++;
	return count;
}

void spelling_offer(struct spelling_search *search, const char *candidate)
{
	size_t wanted = letters_of(search->wanted);
	size_t offered = letters_of(candidate);
	size_t limit = (wanted > offered ? wanted : offered) / 3 + 1;
	size_t distance;

	if (search->nearest)
		limit = least(limit, search->distance);
	distance = spelling_distance(search->wanted, candidate, limit);
	if (distance >= limit)
		return;
	search->nearest = candidate;
	search->distance = distance;
}
