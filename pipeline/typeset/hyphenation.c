#include "typeset/hyphenation.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "typeset/hyphenation_patterns.h"

#define LETTERS PATTERNS_WORD /* of the longest word that is divided */
#define SHORTEST 6            /* letters of the shortest */
#define POINTS 64             /* of one word at most */

/* Letters are ISO 8859-1 in lower case, as in the dictionary. */
struct letters {
	unsigned char at[LETTERS + 1];
	bool point[LETTERS + 1]; /* whether it may be divided before `at` */
	size_t count;
};

struct exception {
	const struct letters *letters;
	struct exception *next; /* of the same first letter; longest first */
};

/* A word that was asked for, and all its points. */
struct memory {
	struct memory *next; /* in its slot */
	const char *word;
	size_t len;
	uint16_t *points;
	size_t count;
};

#define SLOTS 4096 /* at first; a report has some thousand words */

struct hyphenation {
	struct patterns *patterns;
	struct arena arena;
	struct exception *exceptions[256]; /* by first letter */
	struct memory **memories;          /* by hash */
	size_t slots;                      /* a power of two */
	size_t memory_count;
};

/* Bytes; for what is longer it is cheap to load all patterns. */
#define EXPECTED ((size_t)256 * 1024)

#define FOREIGN 0x100 /* a letter that ISO 8859-1 has not */

/* The character at `at`, `*len` bytes long; 0 if it is no letter for sure. */
static unsigned int character_at(const char *at, const char *end, size_t *len)
{
	const unsigned char first = (unsigned char)at[0];

	*len = 1;
	if (first < 0x80)
		return first;
	if (first < 0xc2 || first > 0xdf || at + 1 == end)
		return 0;
	*len = 2;
	if (first > 0xc3)
		return FOREIGN;
	return (first & 3u) << 6 | ((unsigned char)at[1] & 0x3fu);
}

/* In lower case; 0 for what is no letter. */
static unsigned int letter_of(unsigned int character)
{
	if (character >= 'A' && character <= 'Z')
		return character + 32;
	if (character >= 'a' && character <= 'z')
		return character;
	if (character < 0xc0 || character == 0xd7 || character == 0xf7)
		return 0;
	return character < 0xdf ? character + 32 : character;
}

/* Read "re-sul-tat" up to the end of the line; false if it is no such word. */
static bool read_exception(struct letters *letters, const char *at,
			   const char *end)
{
	size_t len = 0;

	for (; at < end; at += len) {
		const unsigned int letter =
			letter_of(character_at(at, end, &len));

		if (*at == '-' && letters->count > 0 &&
		    !letters->point[letters->count])
			letters->point[letters->count] = true;
		else if (letter && letter < FOREIGN && letters->count < LETTERS)
			letters->at[letters->count++] = (unsigned char)letter;
		else
			return false;
	}
	return letters->count >= 3 && !letters->point[letters->count];
}

static void keep_exception(struct hyphenation *hyphenation,
			   const struct letters *letters)
{
	struct exception **place = &hyphenation->exceptions[letters->at[0]];
	struct exception *exception =
		arena_alloc(&hyphenation->arena, sizeof(*exception));

	exception->letters = letters;
	while (*place && (*place)->letters->count >= letters->count)
		place = &(*place)->next;
	exception->next = *place;
	*place = exception;
}

static bool read_line(struct hyphenation *hyphenation, const char *path,
		      long line, const char *at, size_t len)
{
	struct letters *letters;

	while (len > 0 && strchr(" \t\r", at[len - 1]))
		len--;
	if (len == 0 || *at == '#')
		return true;
	letters = arena_alloc(&hyphenation->arena, sizeof(*letters));
	if (read_exception(letters, at, at + len)) {
		keep_exception(hyphenation, letters);
		return true;
	}
	msg_at(OUTCOME_MISCONFIGURED,
	       (struct place){ .file = path, .line = line },
	       _("\"%.*s\" is no word with hyphens: expected was something "
		 "like \"re-sul-tat-upp\", one word a line"),
	       (int)len, at);
	return false;
}

static bool read_exceptions(struct hyphenation *hyphenation, const char *path,
			    struct text *why)
{
	struct text content = { 0 };
	const char *at;
	long line = 1;
	bool ok = infile_load(&content, path, why);

	for (at = text_string(&content); *at; line++) {
		const size_t len = strcspn(at, "\n");

		if (!read_line(hyphenation, path, line, at, len))
			ok = false;
		at += at[len] ? len + 1 : len;
	}
	text_clear(&content);
	return ok;
}

struct hyphenation *hyphenation_load(const char *dictionary,
				     const char *exceptions, struct text *why)
{
	struct hyphenation *hyphenation = mem_alloc(sizeof(*hyphenation));

	hyphenation->slots = SLOTS;
	hyphenation->memories = mem_alloc(SLOTS * sizeof(struct memory *));
	hyphenation->patterns = patterns_load(dictionary, why);
	if (hyphenation->patterns &&
	    (!exceptions || read_exceptions(hyphenation, exceptions, why)))
		return hyphenation;
	hyphenation_free(hyphenation);
	return NULL;
}

void hyphenation_free(struct hyphenation *hyphenation)
{
	if (!hyphenation)
		return;
	patterns_free(hyphenation->patterns);
	arena_clear(&hyphenation->arena);
	free(hyphenation->memories);
	free(hyphenation);
}

static const struct exception *exception_at(
	const struct hyphenation *hyphenation, const struct letters *word,
	size_t at)
{
	const struct exception *one = hyphenation->exceptions[word->at[at]];

	while (one && (at + one->letters->count > word->count ||
		       memcmp(one->letters->at, word->at + at,
			      one->letters->count) != 0))
		one = one->next;
	return one;
}

/* The first that fits wins; what it covers is not looked at again. */
static void heed_exceptions(const struct hyphenation *hyphenation,
			    struct letters *word)
{
	for (size_t at = 0; at < word->count;) {
		const struct exception *one =
			exception_at(hyphenation, word, at);

		if (!one) {
			at++;
			continue;
		}
		for (size_t i = 1; i < one->letters->count; i++)
			word->point[at + i] = one->letters->point[i];
		at += one->letters->count - 1;
	}
}

/* No part of one letter: the letter stays with the part before it. */
static void drop_short_parts(struct letters *word)
{
	for (size_t i = 0; i < word->count; i++)
		if (i < PATTERNS_BEFORE || word->count - i < PATTERNS_AFTER ||
		    word->point[i + 1])
			word->point[i] = false;
}

static void divide(const struct hyphenation *hyphenation, struct letters *word)
{
	if (word->count < SHORTEST)
		return;
	patterns_match(hyphenation->patterns, word->at, word->count,
		       word->point);
	heed_exceptions(hyphenation, word);
	drop_short_parts(word);
}

/* Read letters from `at` on; where they end.  A word not to be divided is
 * left empty. */
static const char *read_word(struct letters *word, const char *at,
			     const char *end)
{
	size_t len = 0;
	bool fits = true;

	*word = (struct letters){ 0 };
	for (; at < end; at += len) {
		const unsigned int letter =
			letter_of(character_at(at, end, &len));

		if (!letter)
			break;
		fits = fits && letter < FOREIGN && word->count < LETTERS;
		if (fits)
			word->at[word->count++] = (unsigned char)letter;
	}
	if (!fits)
		word->count = 0;
	return at;
}

void hyphenation_expect(struct hyphenation *hyphenation, const char *text,
			size_t len)
{
	patterns_expect(hyphenation->patterns, text,
			len < EXPECTED ? len : EXPECTED);
}

/* All points of a word, as the dictionary and its exceptions have them. */
static size_t find_points(const struct hyphenation *hyphenation,
			  const char *word, size_t len, uint16_t points[POINTS])
{
	const char *at = word;
	const char *end = word + len;
	size_t count = 0;

	while (at < end) {
		const char *begin = at;
		struct letters letters;

		at = read_word(&letters, at, end);
		divide(hyphenation, &letters);
		for (size_t i = 0; i < letters.count && count < POINTS; i++) {
			if (letters.point[i])
				points[count++] = (uint16_t)(begin - word);
			begin += letters.at[i] < 0x80 ? 1 : 2;
		}
		if (at < end)
			at++;
	}
	return count;
}

static struct memory *remember(struct hyphenation *hyphenation,
			       const char *word, size_t len)
{
	struct arena *arena = &hyphenation->arena;
	struct memory *memory = arena_alloc(arena, sizeof(*memory));
	uint16_t points[POINTS];

	memory->count = find_points(hyphenation, word, len, points);
	memory->word = arena_strndup(arena, word, len);
	memory->len = len;
	memory->points =
		arena_alloc(arena, memory->count * sizeof(*points) + 1);
	memcpy(memory->points, points, memory->count * sizeof(*points));
	return memory;
}

/* FNV-1a (Fowler, Noll, Vo), of 32 bits. */
static struct memory **slot_of(const struct hyphenation *hyphenation,
			       const char *word, size_t len)
{
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word[i]) * 16777619U;
	return &hyphenation->memories[hash & (hyphenation->slots - 1)];
}

static void put_memory(struct hyphenation *hyphenation, struct memory *memory)
{
	struct memory **slot = slot_of(hyphenation, memory->word, memory->len);

	memory->next = *slot;
	*slot = memory;
}

/* As many slots as memories, at least. */
static void make_room(struct hyphenation *hyphenation)
{
	struct memory **old = hyphenation->memories;
	const size_t count = hyphenation->slots;

	if (hyphenation->memory_count++ < count)
		return;
	hyphenation->slots = 2 * count;
	hyphenation->memories = mem_alloc(2 * count * sizeof(*old));
	for (size_t i = 0; i < count; i++)
		for (struct memory *one = old[i], *next; one; one = next) {
			next = one->next;
			put_memory(hyphenation, one);
		}
	free(old);
}

/* Figures, which are many, never are. */
static bool may_be_divided(const char *word, size_t len)
{
	if (len < SHORTEST || len > UINT16_MAX)
		return false;
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)word[i] > '@')
			return true;
	return false;
}

size_t hyphenation_points(struct hyphenation *hyphenation, const char *word,
			  size_t len, size_t *points, size_t room)
{
	struct memory *found;
	size_t count = 0;

	if (!hyphenation || !may_be_divided(word, len))
		return 0;
	found = *slot_of(hyphenation, word, len);
	for (; found; found = found->next)
		if (found->len == len && memcmp(found->word, word, len) == 0)
			break;
	if (!found) {
		make_room(hyphenation);
		found = remember(hyphenation, word, len);
		put_memory(hyphenation, found);
	}
	for (; count < found->count && count < room; count++)
		points[count] = found->points[count];
	return count;
}
