/*
 * Any bytes as a picture, and again as what stands behind the checksums of a
 * PNG, which noise seldom gets past: what is taken is whole.
 */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "typeset/picture.h"

#define HEADER 13 /* bytes of IHDR */

static size_t bits_of(const struct picture *picture)
{
	return picture_samples(picture) * (size_t)picture->bits;
}

static size_t row_of(const struct picture *picture)
{
	return ((size_t)picture->width * bits_of(picture) + 7) / 8;
}

/* What a PDF says of the rows is what they unpack to. */
static void prove_rows(const struct picture *picture)
{
	const size_t len = (size_t)picture->height * (row_of(picture) + 1);
	struct libdeflate_decompressor *unpacker =
		libdeflate_alloc_decompressor();
	unsigned char *rows = mem_alloc(len);
	size_t read = 0;
	const enum libdeflate_result result =
		libdeflate_zlib_decompress_ex(unpacker, picture->bytes.at,
					      picture->bytes.len, rows, len,
					      &read, NULL);

	assert(result == LIBDEFLATE_SUCCESS && read == picture->bytes.len);
	libdeflate_free_decompressor(unpacker);
	free(rows);
}

/* A JPEG that was taken is taken again, and nothing more is left out. */
static void prove_jpeg(const struct picture *picture)
{
	struct picture again = { 0 };
	struct text why = { 0 };
	const bool ok = picture_read(&again, &picture->bytes, &why);

	assert(ok && again.bytes.len == picture->bytes.len);
	assert(memcmp(again.bytes.at, picture->bytes.at, again.bytes.len) == 0);
	picture_clear(&again);
}

static void prove(const struct picture *picture)
{
	assert(picture->width > 0 && picture->height > 0);
	assert(picture->width <= PICTURE_PIXELS_MOST / picture->height);
	assert(picture->palette.len % 3 == 0);
	assert((picture->palette.len > 0) ==
	       (picture->colours == PICTURE_PALETTE));
	switch (picture->packing) {
	case PICTURE_PLAIN:
		assert(picture->bytes.len ==
		       (size_t)picture->height * row_of(picture));
		break;
	case PICTURE_PNG:
		prove_rows(picture);
		break;
	case PICTURE_JPEG:
		prove_jpeg(picture);
		break;
	}
}

static void try(const struct text *file)
{
	struct picture picture = { 0 };
	struct text why = { 0 };

	if (picture_read(&picture, file, &why))
		prove(&picture);
	else
		assert(why.len > 0 && picture.width == 0 && !picture.bytes.at);
	picture_clear(&picture);
	text_clear(&why);
}

static void add_u32(struct text *to, uint32_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		text_add_char(to, (char)(value >> shift & 0xFF));
}

static void add_chunk(struct text *to, const char *name, const void *bytes,
		      size_t len)
{
	const size_t start = to->len + 4;

	add_u32(to, (uint32_t)len);
	text_add(to, name);
	text_add_bytes(to, bytes, len);
	add_u32(to, libdeflate_crc32(0, to->at + start, to->len - start));
}

static void add_rows(struct text *to, const uint8_t *rows, size_t len)
{
	struct libdeflate_compressor *packer = libdeflate_alloc_compressor(1);
	const size_t room = libdeflate_zlib_compress_bound(packer, len);
	unsigned char *packed = mem_alloc(room);

	add_chunk(to, "IDAT", packed,
		  libdeflate_zlib_compress(packer, rows, len, packed, room));
	libdeflate_free_compressor(packer);
	free(packed);
}

/* IHDR, how many bytes PLTE and tRNS have, those, and rows. */
static void try_png(const uint8_t *bytes, size_t len)
{
	struct text file = { 0 };
	size_t at = HEADER + 2;
	size_t palette;
	size_t alpha;

	if (len < at)
		return;
	palette = bytes[HEADER] % 64;
	alpha = bytes[HEADER + 1] % 64;
	if (len < at + palette + alpha)
		return;
	text_add(&file, "\x89PNG\r\n\x1a\n");
	add_chunk(&file, "IHDR", bytes, HEADER);
	if (palette > 0)
		add_chunk(&file, "PLTE", bytes + at, palette);
	if (alpha > 0)
		add_chunk(&file, "tRNS", bytes + at + palette, alpha);
	at += palette + alpha;
	add_rows(&file, bytes + at, len - at);
	add_chunk(&file, "IEND", "", 0);
	try(&file);
	text_clear(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text file = { 0 };

	text_add_bytes(&file, bytes, len);
	try(&file);
	text_clear(&file);
	try_png(bytes, len);
	return 0;
}
