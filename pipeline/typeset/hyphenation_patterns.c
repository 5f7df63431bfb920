#include "typeset/hyphenation_patterns.h"

#include <assert.h>
#include <hyphen.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/infile.h"
#include "lib/text.h"

#define SIGN_BITS 6 /* of a letter among the 60 that there are */
#define SET_BITS (3 * SIGN_BITS)
#define SPREAD 2654435761U /* times four letters: numbers apart (Knuth) */
#define WORD_BITS 64

/* A set of numbers of SET_BITS bits. */
struct set {
	uint64_t words[((size_t)1 << SET_BITS) / WORD_BITS];
};

struct patterns {
	struct text file;
	HyphenDict *dictionary;        /* NULL: not loaded yet */
	bool whole;                    /* it has every pattern */
	uint8_t signs[UINT8_MAX + 1];  /* by letter */
	uint8_t folded[UINT8_MAX + 1]; /* the same of capitals, too */
	struct set threes; /* letters that are expected behind each other … */
	struct set fours;  /* … by a number that some others have too */
};

/* Where a word begins and ends. */
#define SIGN_EDGE 0
#define SIGN_NONE UINT8_MAX

static uint8_t sign_of(unsigned char letter)
{
	if (letter == '.')
		return SIGN_EDGE;
	if (letter >= 'a' && letter <= 'z')
		return (uint8_t)(letter - 'a' + 1);
	if (letter >= 0xdf && letter != 0xf7)
		return (uint8_t)(letter - 0xdf + 27);
	return SIGN_NONE;
}

/* What is no letter is where words end. */
static uint8_t folded_sign_of(unsigned char letter)
{
	uint8_t sign;

	if ((letter >= 'A' && letter <= 'Z') ||
	    (letter >= 0xc0 && letter <= 0xde && letter != 0xd7))
		letter = (unsigned char)(letter + 0x20);
	sign = sign_of(letter);
	return sign == SIGN_NONE ? SIGN_EDGE : sign;
}

/* The last four letters, with one more. */
static uint32_t push(uint32_t last, uint8_t sign)
{
	return (last << SIGN_BITS | sign) & 0xFFFFFF;
}

static uint32_t three_of(uint32_t last)
{
	return last & (((uint32_t)1 << SET_BITS) - 1);
}

static uint32_t four_of(uint32_t last)
{
	return last * SPREAD >> (32 - SET_BITS);
}

static void add(struct set *set, uint32_t number)
{
	set->words[number / WORD_BITS] |= UINT64_C(1) << number % WORD_BITS;
}

static bool has(const struct set *set, uint32_t number)
{
	return set->words[number / WORD_BITS] >> number % WORD_BITS & 1;
}

static void expect(struct patterns *patterns, uint32_t last)
{
	add(&patterns->threes, three_of(last));
	add(&patterns->fours, four_of(last));
}

/* Whether the last of `count` letters stand so in a word. */
static bool is_expected(const struct patterns *patterns, uint32_t last,
			size_t count)
{
	return (count < 3 || has(&patterns->threes, three_of(last))) &&
	       (count < 4 || has(&patterns->fours, four_of(last)));
}

struct patterns *patterns_load(const char *path, struct text *why)
{
	struct patterns *patterns = mem_alloc(sizeof(*patterns));

	for (size_t i = 0; i < COUNT_OF(patterns->signs); i++) {
		patterns->signs[i] = sign_of((unsigned char)i);
		patterns->folded[i] = folded_sign_of((unsigned char)i);
	}
	if (infile_load(&patterns->file, path, why))
		return patterns;
	free(patterns);
	return NULL;
}

void patterns_free(struct patterns *patterns)
{
	if (!patterns)
		return;
	if (patterns->dictionary)
		hnj_hyphen_free(patterns->dictionary);
	text_clear(&patterns->file);
	free(patterns);
}

/* How the letters of ISO 8859-1 beyond ASCII begin in UTF-8. */
#define LETTER_LEAD 0xc3

void patterns_expect(struct patterns *patterns, const char *text, size_t len)
{
	const unsigned char *at = (const unsigned char *)text;
	const unsigned char *end = at + len;
	uint32_t last = push(0, SIGN_EDGE);

	while (at < end) {
		unsigned char letter = *at++;

		if (letter == LETTER_LEAD && at < end)
			letter = *at++ | 0xc0;
		else if (letter >= 0x80)
			letter = ' ';
		last = push(last, patterns->folded[letter]);
		expect(patterns, last);
	}
	expect(patterns, push(last, SIGN_EDGE));
}

static bool word_is_expected(const struct patterns *patterns,
			     const unsigned char *word, size_t count)
{
	uint32_t last = push(0, SIGN_EDGE);

	for (size_t i = 0; i <= count; i++) {
		last = push(last,
			    i < count ? patterns->signs[word[i]] : SIGN_EDGE);
		if (!is_expected(patterns, last, i + 2))
			return false;
	}
	return true;
}

/* Whether a line may matter; what is no plain pattern always does. */
static bool may_match(const struct patterns *patterns, const char *line,
		      size_t len)
{
	uint32_t last = 0;
	size_t letters = 0;

	for (size_t i = 0; i < len; i++) {
		uint8_t sign;

		if (line[i] >= '0' && line[i] <= '9')
			continue;
		sign = patterns->signs[(unsigned char)line[i]];
		if (sign == SIGN_NONE)
			return true;
		last = push(last, sign);
		if (!is_expected(patterns, last, ++letters))
			return false;
	}
	return true;
}

/* Add the lines of the dictionary that may matter, its first line always. */
static void add_needed(struct text *to, const struct patterns *patterns)
{
	const char *at = patterns->file.at;

	while (*at) {
		const size_t len = strcspn(at, "\n");
		const size_t line = len + (at[len] == '\n');

		if (to->len == 0 || may_match(patterns, at, len))
			text_add_bytes(to, at, line);
		at += line;
	}
}

static void load(struct patterns *patterns, bool whole)
{
	struct text needed = { 0 };
	const struct text *from = &patterns->file;
	FILE *file;

	if (patterns->dictionary)
		hnj_hyphen_free(patterns->dictionary);
	if (!whole) {
		add_needed(&needed, patterns);
		from = &needed;
	}
	file = fmemopen(from->at, from->len, "r");
	assert(file);
	patterns->dictionary = hnj_hyphen_load_file(file);
	assert(patterns->dictionary);
	patterns->whole = whole;
	(void)fclose(file);
	text_clear(&needed);
}

static void free_replacements(char **replacements, size_t count)
{
	for (size_t i = 0; replacements && i < count; i++)
		free(replacements[i]);
	free(replacements);
}

void patterns_match(struct patterns *patterns, const unsigned char *word,
		    size_t count, bool *points)
{
	char hyphens[PATTERNS_WORD + 5] = { 0 };
	char **replacements = NULL;
	int *positions = NULL;
	int *cuts = NULL;
	const bool expected = word_is_expected(patterns, word, count);

	assert(count <= PATTERNS_WORD);
	if (!patterns->dictionary || (!expected && !patterns->whole))
		load(patterns, !expected);
	if (hnj_hyphen_hyphenate3(patterns->dictionary, (const char *)word,
				  (int)count, hyphens, NULL, &replacements,
				  &positions, &cuts, PATTERNS_BEFORE,
				  PATTERNS_AFTER, PATTERNS_BEFORE,
				  PATTERNS_AFTER) == 0)
		for (size_t i = 0; i + 1 < count; i++)
			points[i + 1] = (hyphens[i] & 1) &&
					!(replacements && replacements[i]);
	free_replacements(replacements, count);
	free(positions);
	free(cuts);
}
