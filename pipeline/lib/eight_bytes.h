/*
 * eight_bytes - a text looked at eight bytes at a time.
 *
 * What is looked for comes as a word whose bytes have their top bit set where
 * it stands, the first byte of the text lowest.  Only the lowest of them is
 * sure: one above it may be set wrongly.
 */
#ifndef LIB_EIGHT_BYTES_H
#define LIB_EIGHT_BYTES_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_BYTES sizeof(uint64_t)
#define EIGHT_ONES 0x0101010101010101U
#define EIGHT_TOPS (0x80 * EIGHT_ONES)

/* The eight bytes that stand here. */
static inline uint64_t eight_bytes(const void *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof(word));
	return le64toh(word);
}

/* Where one below a space stands. */
static inline uint64_t eight_controls(uint64_t word)
{
	return (word - ' ' * EIGHT_ONES) & ~word & EIGHT_TOPS;
}

/* The place of the first of what was found; EIGHT_BYTES for none. */
static inline size_t eight_first(uint64_t found)
{
	return found == 0 ? EIGHT_BYTES : (size_t)__builtin_ctzll(found) / 8;
}

#endif
