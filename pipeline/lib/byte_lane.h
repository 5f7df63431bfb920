/*
 * byte_lane - a text looked at sixteen bytes at a time.
 *
 * Lanes are compared and combined as numbers are, byte by byte, and a
 * comparison sets all bits of the bytes for which it holds.  What was found
 * comes as a number with a bit for each byte, the first byte of the text
 * lowest.
 */
#ifndef LIB_BYTE_LANE_H
#define LIB_BYTE_LANE_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

#define BYTE_LANE ((size_t)16)
#define BYTE_BLOCK (4 * BYTE_LANE) /* as many as a number has bits */

typedef unsigned char byte_lane __attribute__((vector_size(BYTE_LANE)));
typedef signed char byte_lane_found __attribute__((vector_size(BYTE_LANE)));

/* The bytes that stand here. */
static inline byte_lane byte_lane_at(const void *at)
{
	byte_lane lane;

	memcpy(&lane, at, sizeof(lane));
	return lane;
}

/* The top bits of eight bytes. */
static inline uint64_t byte_lane_tops(uint64_t eight)
{
	return (le64toh(eight) >> 7 & 0x0101010101010101U) *
		       0x0102040810204080U >>
	       56;
}

/* Which bytes have their top bit set, as those that were found. */
static inline uint64_t byte_lane_bits(byte_lane_found found)
{
#ifdef __SSE2__
	typedef char found_char __attribute__((vector_size(BYTE_LANE)));

	return (uint64_t)__builtin_ia32_pmovmskb128((found_char)found);
#else
	uint64_t halves[2];

	memcpy(halves, &found, sizeof(halves));
	return byte_lane_tops(halves[0]) | byte_lane_tops(halves[1]) << 8;
#endif
}

#endif
