#include "lib/encoding_proof.h"

#include <string.h>

#include "lib/byte_lane.h"
#include "lib/eight_bytes.h"
#include "lib/mem.h"
#include "lib/text.h"

/* The well-formed sequences: table 3-7 of the Unicode Standard. */
static const struct {
	unsigned char first; /* lead bytes, from … to */
	unsigned char last;
	unsigned char low; /* second byte, from … to; more bytes: 80 to BF */
	unsigned char high;
	size_t len;
} sequences[] = {
	{ 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 },
	{ 0xE1, 0xEC, 0x80, 0xBF, 3 }, { 0xED, 0xED, 0x80, 0x9F, 3 },
	{ 0xEE, 0xEF, 0x80, 0xBF, 3 }, { 0xF0, 0xF0, 0x90, 0xBF, 4 },
	{ 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

/* The length of the sequence of several bytes that stands here; 0 for none. */
static size_t sequence_len(const unsigned char *at, size_t left)
{
	size_t row = 0;
	size_t len;

	while (row < COUNT_OF(sequences) && at[0] > sequences[row].last)
		row++;
	if (row == COUNT_OF(sequences) || at[0] < sequences[row].first)
		return 0;
	len = sequences[row].len;
	if (left < len || at[1] < sequences[row].low ||
	    at[1] > sequences[row].high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (!text_goes_on(at[i]))
			return 0;
	return len;
}

/* Where bytes stand that are not from space to DEL. */
static uint64_t odd_bytes(const unsigned char *at)
{
	uint64_t word = eight_bytes(at);

	return (word & EIGHT_TOPS) | eight_controls(word);
}

size_t encoding_plain(const unsigned char *at, size_t len)
{
	size_t done = 0;
	size_t step = EIGHT_BYTES;

	while (len - done >= 2 * step &&
	       (odd_bytes(at + done) | odd_bytes(at + done + step)) == 0)
		done += 2 * step;
	while (step == EIGHT_BYTES && len - done >= step) {
		step = eight_first(odd_bytes(at + done));
		done += step;
	}
	while (done < len && at[done] >= 0x20 && at[done] < 0x80)
		done++;
	return done;
}

static bool is_control(unsigned char byte)
{
	return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/* U+FFFE and U+FFFF, of a valid sequence. */
static bool is_no_character(const unsigned char *at)
{
	return at[0] == 0xEF && at[1] == 0xBF && at[2] >= 0xBE;
}

/* Where characters begin and go on in a block of bytes. */
struct letters {
	uint64_t tops;         /* bytes that are not ASCII */
	uint64_t firsts;       /* of these, those that begin a character */
	uint64_t threes;       /* of these, of three bytes or more */
	byte_lane_found other; /* what wants a closer look */
};

/* C0, C1, F0 to FF and E0, ED, EF: more is asked of what follows them, or
 * nothing may. */
static byte_lane_found is_special(byte_lane lane)
{
	return ((lane & 0xFE) == 0xC0) | ((lane & 0xF0) == 0xF0) |
	       (lane == 0xE0) | ((lane | 0x02) == 0xEF);
}

static byte_lane_found is_odd(byte_lane lane)
{
	byte_lane_found allowed =
		(lane == '\n') | (lane == '\r') | (lane == '\t');

	return ((lane & 0xE0) == 0) & ~allowed;
}

static inline void look_at_lane(struct letters *letters,
				const unsigned char *at, size_t shift)
{
	byte_lane lane = byte_lane_at(at + shift);
	byte_lane twice = lane + lane;
	uint64_t tops = byte_lane_bits((byte_lane_found)lane);
	uint64_t firsts = tops & byte_lane_bits((byte_lane_found)twice);
	uint64_t threes =
		firsts & byte_lane_bits((byte_lane_found)(twice + twice));

	letters->tops |= tops << shift;
	letters->firsts |= firsts << shift;
	letters->threes |= threes << shift;
	letters->other |= is_special(lane) | is_odd(lane);
}

/*
 * Whether in the block, as far as that can be told at once, what follows the
 * first bytes goes on, and nothing else does.  `*pending` are the bytes that
 * must go on a character of the block before, and then of this one.
 */
static bool prove_block(const unsigned char *at, uint64_t *pending)
{
	struct letters letters = { 0 };
	uint64_t more;

	look_at_lane(&letters, at, 0);
	look_at_lane(&letters, at, BYTE_LANE);
	look_at_lane(&letters, at, 2 * BYTE_LANE);
	look_at_lane(&letters, at, 3 * BYTE_LANE);
	more = *pending | letters.firsts << 1 | letters.threes << 2;
	*pending = letters.firsts >> 63 | letters.threes >> 62;
	return byte_lane_bits(letters.other) == 0 &&
	       (letters.tops ^ letters.firsts) == more;
}

/* Whole characters that are valid and not odd, as many as can be told so; the
 * blocks do not wait for each other. */
static size_t prove_blocks(const unsigned char *at, size_t len)
{
	size_t done = 0;
	uint64_t pending = 0;
	uint64_t next = 0;

	while (len - done >= BYTE_BLOCK && prove_block(at + done, &next)) {
		pending = next;
		done += BYTE_BLOCK;
	}
	if (pending == 0)
		return done;
	do
		done--;
	while (text_goes_on(at[done]));
	return done;
}

size_t encoding_prove(const char *bytes, size_t len, bool *odd)
{
	const unsigned char *at = (const unsigned char *)bytes;
	size_t valid = 0;

	for (;;) {
		size_t step = 1;

		valid += prove_blocks(at + valid, len - valid);
		valid += encoding_plain(at + valid, len - valid);
		if (valid == len)
			return valid;
		if (at[valid] < 0x80) {
			*odd = *odd || is_control(at[valid]);
		} else {
			step = sequence_len(at + valid, len - valid);
			if (step == 0)
				return valid;
			*odd = *odd || is_no_character(at + valid);
		}
		valid += step;
	}
}

size_t encoding_valid_utf8(const char *bytes, size_t len)
{
	bool odd = false;

	return encoding_prove(bytes, len, &odd);
}

size_t encoding_understood(const char *bytes, size_t len, bool *odd)
{
	size_t valid = encoding_prove(bytes, len, odd);
	const char *nul = *odd ? memchr(bytes, '\0', valid) : NULL;

	return nul ? (size_t)(nul - bytes) : valid;
}
