/*
 * The pixels of a PNG: rows, each with the filter that it was packed better
 * with (ISO/IEC 15948, 9), together one zlib stream.
 */
#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "typeset/picture.h"
#include "typeset/picture_parts.h"

#define PACKED_WRONG                                                           \
	N_("it is damaged: its pixels cannot be unpacked to the size "         \
	   "that it tells")

enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_MEAN, FILTER_PAETH };

/* The rows unpacked: `row` bytes each, behind the byte that was its filter. */
struct rows {
	const struct png *png;
	unsigned char *bytes;
	size_t row, len;
};

size_t png_samples(const struct png *png)
{
	static const size_t samples[] = { [PNG_GREY] = 1,
					  [PNG_RGB] = 3,
					  [PNG_PALETTE] = 1,
					  [PNG_GREY_ALPHA] = 2,
					  [PNG_RGB_ALPHA] = 4 };

	return samples[png->kind];
}

/* Of three neighbours the one that is nearest to a + b - c. */
static int paeth(int a, int b, int c)
{
	const int to_a = abs(b - c);
	const int to_b = abs(a - c);
	const int to_c = abs(a + b - 2 * c);

	if (to_a <= to_b && to_a <= to_c)
		return a;
	return to_b <= to_c ? b : c;
}

/* What is to be added to a byte: `a` left of it, `b` above, `c` above `a`. */
static int forecast(enum filter filter, int a, int b, int c)
{
	switch (filter) {
	case FILTER_NONE:
		return 0;
	case FILTER_SUB:
		return a;
	case FILTER_UP:
		return b;
	case FILTER_MEAN:
		return (a + b) / 2;
	case FILTER_PAETH:
		return paeth(a, b, c);
	}
	return 0;
}

/* `step`: bytes from a pixel to the next. */
static void unfilter(unsigned char *row, const unsigned char *above, size_t len,
		     size_t step)
{
	const enum filter filter = (enum filter)row[0];

	row++;
	for (size_t i = 0; i < len; i++) {
		const int a = i >= step ? row[i - step] : 0;
		const int b = above ? above[1 + i] : 0;
		const int c = above && i >= step ? above[1 + i - step] : 0;

		row[i] = (unsigned char)(row[i] + forecast(filter, a, b, c));
	}
}

static bool unfilter_all(struct rows *rows)
{
	const struct png *png = rows->png;
	const size_t bits = png_samples(png) * (size_t)png->bits;
	unsigned char *above = NULL;

	for (uint32_t y = 0; y < png->height; y++) {
		unsigned char *row = rows->bytes + y * (rows->row + 1);

		if (*row > FILTER_PAETH)
			return false;
		unfilter(row, above, rows->row, bits < 8 ? 1 : bits / 8);
		above = row;
	}
	return true;
}

/* What stands behind the zlib stream is cut off. */
static bool unpack(struct rows *rows)
{
	struct libdeflate_decompressor *unpacker =
		libdeflate_alloc_decompressor();
	struct text *data = rows->png->data;
	size_t read = 0;
	enum libdeflate_result result;

	assert(unpacker);
	result = libdeflate_zlib_decompress_ex(unpacker, text_string(data),
					       data->len, rows->bytes,
					       rows->len, &read, NULL);
	libdeflate_free_decompressor(unpacker);
	if (result == LIBDEFLATE_SUCCESS)
		data->len = read;
	return result == LIBDEFLATE_SUCCESS;
}

/* The sample `index` of a row, from 0 to 2^bits - 1. */
static unsigned sample(const unsigned char *row, size_t index, int bits)
{
	const size_t at = index * (size_t)bits / 8;
	const int low = 8 - bits - (int)(index * (size_t)bits % 8);

	if (bits == 16)
		return (unsigned)row[at] << 8 | row[at + 1];
	return (unsigned)row[at] >> low & ((1U << bits) - 1);
}

static const unsigned char *row_of(const struct rows *rows, uint32_t y)
{
	return rows->bytes + y * (rows->row + 1) + 1;
}

/* Whether each pixel has a colour of the palette. */
static bool in_palette(const struct rows *rows, size_t colours)
{
	for (uint32_t y = 0; y < rows->png->height; y++)
		for (uint32_t x = 0; x < rows->png->width; x++)
			if (sample(row_of(rows, y), x, rows->png->bits) >=
			    colours)
				return false;
	return true;
}

/* A share of a colour, 255 the whole, laid on white. */
static unsigned char on_white(unsigned colour, unsigned alpha)
{
	return (unsigned char)((colour * alpha + 255 * (255 - alpha) + 127) /
			       255);
}

static void whiten_palette(struct picture *picture, const struct png *png)
{
	for (size_t i = 0; i < 3 * png->alpha_len; i++) {
		unsigned char *part = (unsigned char *)picture->palette.at + i;

		*part = on_white(*part, png->alpha[i / 3]);
	}
}

/* Without alpha of its own a pixel is there, or is the colour that is not. */
static unsigned alpha_of(const struct png *png, const unsigned char *row,
			 size_t first)
{
	const unsigned most = (1U << png->bits) - 1;
	const size_t samples = png_samples(png);

	if (!png->alpha)
		return sample(row, first + samples - 1, png->bits) * 255 / most;
	for (size_t i = 0; i < samples; i++) {
		const unsigned key = (unsigned)png->alpha[2 * i] << 8 |
				     png->alpha[2 * i + 1];

		if (sample(row, first + i, png->bits) != (key & most))
			return 255;
	}
	return 0;
}

static void whiten_row(struct picture *picture, const struct png *png,
		       const unsigned char *row)
{
	const unsigned most = (1U << png->bits) - 1;
	const size_t samples = png_samples(png);
	const size_t shown = picture_samples(picture);

	for (size_t at = 0; at < samples * png->width; at += samples)
		for (size_t i = 0; i < shown; i++)
			text_add_char(
				&picture->bytes,
				(char)on_white(sample(row, at + i, png->bits) *
						       255 / most,
					       alpha_of(png, row, at)));
}

/* All pixels on white, eight bits a sample. */
static void whiten(struct picture *picture, const struct rows *rows)
{
	for (uint32_t y = 0; y < rows->png->height; y++)
		whiten_row(picture, rows->png, row_of(rows, y));
	picture->bits = 8;
	picture->packing = PICTURE_PLAIN;
}

static const char *take(struct picture *picture, struct rows *rows)
{
	const struct png *png = rows->png;

	if (!unpack(rows) || !unfilter_all(rows))
		return PACKED_WRONG;
	if (png->kind == PNG_PALETTE) {
		if (!in_palette(rows, picture->palette.len / 3))
			return N_("it is damaged: a pixel has a colour that "
				  "is not in its palette");
		whiten_palette(picture, png);
	} else if (png->alpha || png->kind == PNG_GREY_ALPHA ||
		   png->kind == PNG_RGB_ALPHA) {
		whiten(picture, rows);
		return NULL;
	}
	text_add_bytes(&picture->bytes, png->data->at, png->data->len);
	return NULL;
}

const char *png_take_rows(struct picture *picture, const struct png *png)
{
	const size_t bits = png_samples(png) * (size_t)png->bits;
	struct rows rows = { .png = png, .row = (png->width * bits + 7) / 8 };
	const char *fault;

	picture->width = (int32_t)png->width;
	picture->height = (int32_t)png->height;
	picture->bits = png->bits;
	picture->packing = PICTURE_PNG;
	picture->colours = png->kind == PNG_PALETTE ? PICTURE_PALETTE
			   : (png->kind & PNG_RGB)  ? PICTURE_RGB
						    : PICTURE_GREY;
	rows.len = png->height * (rows.row + 1);
	rows.bytes = mem_alloc(rows.len);
	fault = take(picture, &rows);
	free(rows.bytes);
	return fault;
}
