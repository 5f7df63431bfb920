/*
 * picture - a PNG or JPEG file, as a page can show it.
 *
 * Pixels are carried as they are packed in the file wherever PDF knows the same
 * packing; what shines through is laid on white, since nothing on a page may.
 * A file is trusted in nothing: what it holds is unpacked and proved first.
 * Colours are taken as sRGB; what else a file tells of itself (who made it,
 * where and with what) is left out.
 *
 * Ownership: a picture owns its bytes until picture_clear().
 */
#ifndef TYPESET_PICTURE_H
#define TYPESET_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/mem.h"
#include "lib/text.h"

#define PICTURE_FILE_MOST (2 << 20) /* bytes of a file */
#define PICTURE_PIXELS_MOST 4000000

enum picture_colours { PICTURE_GREY, PICTURE_RGB, PICTURE_PALETTE };

enum picture_packing {
	PICTURE_PLAIN, /* rows of samples, each row begins with a new byte */
	PICTURE_PNG,   /* as in PNG: a zlib stream of rows with their filters */
	PICTURE_JPEG   /* a whole JPEG file */
};

/* Zeroed is empty: no picture. */
struct picture {
	int32_t width, height; /* pixels */
	enum picture_colours colours;
	int bits; /* of a sample: 1, 2, 4, 8 or 16 */
	enum picture_packing packing;
	struct text palette; /* three bytes for each colour */
	struct text bytes;
};

/*
 * Read the file at `path`.  False with what is wrong with it in `why`, as the
 * end of a sentence that names it; `picture` was empty, and stays so then.
 */
bool picture_load(struct picture *picture, const char *path,
		  struct text *why) MUST_CHECK;

/* The same of a file's bytes. */
bool picture_read(struct picture *picture, const struct text *file,
		  struct text *why) MUST_CHECK;

void picture_clear(struct picture *picture);

/* How many samples a pixel has. */
size_t picture_samples(const struct picture *picture);

#endif
