/*
 * picture_parts - the readers of picture_load(), for picture*.c only.
 *
 * Each reads a whole file into a picture and returns NULL, or what is wrong
 * with the file, to be translated; what it made then is cleared by the caller.
 */
#ifndef TYPESET_PICTURE_PARTS_H
#define TYPESET_PICTURE_PARTS_H

#include <stddef.h>
#include <stdint.h>

struct picture;
struct text;

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define JPEG_SIGNATURE "\xff\xd8\xff"

const char *picture_read_png(struct picture *picture, const struct text *file);
const char *picture_read_jpeg(struct picture *picture, const struct text *file);

/* What is wrong with a picture of that size, or NULL. */
const char *picture_prove_size(uint32_t width, uint32_t height);

/* --- the pixels of a PNG (picture_png_rows.c) */

struct png {
	uint32_t width, height;
	int bits, kind;             /* of IHDR */
	struct text *data;          /* of all IDAT, one behind the other */
	const unsigned char *alpha; /* of tRNS; NULL: none */
	size_t alpha_len;
};

/* What IHDR calls a kind of colours. */
enum {
	PNG_GREY = 0,
	PNG_RGB = 2,
	PNG_PALETTE = 3,
	PNG_GREY_ALPHA = 4,
	PNG_RGB_ALPHA = 6
};

size_t png_samples(const struct png *png);

/*
 * Unpack the pixels, prove them, and put them into the picture, whose palette
 * is there already: as they are packed, or laid on white.
 */
const char *png_take_rows(struct picture *picture, const struct png *png);

#endif
