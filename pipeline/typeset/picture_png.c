/*
 * PNG (ISO/IEC 15948): a signature, then parts (chunks), each with its length,
 * its name, what it holds and a checksum.
 */
#include <assert.h>
#include <libdeflate.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "typeset/picture.h"
#include "typeset/picture_parts.h"

#define PALETTE_MOST 256
#define LENGTH_MOST 0x7FFFFFFF
#define AROUND 12 /* bytes of a part beside what it holds */

#define CUT N_("it is damaged: a part of it does not end inside the file")
#define MIXED N_("it is damaged: its parts do not stand as in a PNG")

struct part {
	const char *name; /* four letters */
	const unsigned char *at;
	size_t len;
};

struct reading {
	struct png png;
	struct picture *picture;
	const unsigned char *at; /* the next part */
	size_t left;             /* bytes from there on */
	struct text data;
	bool begun, ended; /* IHDR, IEND */
	bool after_data;   /* another part stood behind IDAT */
};

static uint32_t u32(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
	       (uint32_t)at[2] << 8 | at[3];
}

static bool is(const struct part *part, const char *name)
{
	return memcmp(part->name, name, 4) == 0;
}

/* A small letter begins the name of what a reader need not know. */
static bool is_needed(const struct part *part)
{
	return (part->name[0] & 0x20) == 0;
}

static const char *next_part(struct reading *reading, struct part *part)
{
	uint32_t len;

	if (reading->left < AROUND)
		return CUT;
	len = u32(reading->at);
	if (len > LENGTH_MOST || reading->left - AROUND < len)
		return CUT;
	*part = (struct part){ .name = (const char *)reading->at + 4,
			       .at = reading->at + 8,
			       .len = len };
	if (libdeflate_crc32(0, part->name, len + 4) != u32(part->at + len))
		return N_("it is damaged: a checksum in it is wrong");
	reading->at += len + AROUND;
	reading->left -= len + AROUND;
	return NULL;
}

/* Which depths a kind of colours may have (table 11.1), a bit for each. */
static bool is_known(int kind, int bits)
{
	static const int depths[] = {
		[PNG_GREY] = 1 | 2 | 4 | 8 | 16, [PNG_RGB] = 8 | 16,
		[PNG_PALETTE] = 1 | 2 | 4 | 8,   [PNG_GREY_ALPHA] = 8 | 16,
		[PNG_RGB_ALPHA] = 8 | 16,
	};
	const bool power = bits > 0 && (bits & (bits - 1)) == 0;

	return power && kind < (int)COUNT_OF(depths) &&
	       (depths[kind] & bits) != 0;
}

static const char *take_header(struct reading *reading, const struct part *part)
{
	struct png *png = &reading->png;
	const char *fault;

	if (reading->begun || part->len != 13)
		return MIXED;
	reading->begun = true;
	png->width = u32(part->at);
	png->height = u32(part->at + 4);
	png->bits = part->at[8];
	png->kind = part->at[9];
	fault = picture_prove_size(png->width, png->height);
	if (fault)
		return fault;
	if (!is_known(png->kind, png->bits) || part->at[10] != 0 ||
	    part->at[11] != 0 || part->at[12] > 1)
		return N_("it is damaged: no PNG has such colours or packing");
	if (part->at[12] == 1)
		return N_("it is interlaced; save it without interlacing "
			  "(Adam7)");
	return NULL;
}

static const char *take_palette(struct reading *reading,
				const struct part *part)
{
	struct text *palette = &reading->picture->palette;
	const size_t room = (size_t)1
			    << (reading->png.bits < 8 ? reading->png.bits : 8);

	if (palette->len > 0 || reading->data.len > 0)
		return MIXED;
	if (reading->png.kind != PNG_PALETTE)
		return NULL; /* what is advised to poorer screens */
	if (part->len == 0 || part->len % 3 != 0 || part->len > 3 * room)
		return N_("it is damaged: its palette has no whole colours, "
			  "or too many");
	text_add_bytes(palette, part->at, part->len);
	return NULL;
}

static const char *take_alpha(struct reading *reading, const struct part *part)
{
	struct png *png = &reading->png;
	const size_t colours = reading->picture->palette.len / 3;
	bool fits = false;

	if (reading->data.len > 0 || png->alpha)
		return MIXED;
	if (png->kind == PNG_PALETTE)
		fits = part->len <= colours;
	else if (png->kind == PNG_GREY || png->kind == PNG_RGB)
		fits = part->len == 2 * png_samples(png);
	if (!fits)
		return N_("it is damaged: what is transparent in it (tRNS) "
			  "does not go with its colours");
	png->alpha = part->at;
	png->alpha_len = part->len;
	return NULL;
}

static const char *take_data(struct reading *reading, const struct part *part)
{
	if (reading->after_data || (reading->png.kind == PNG_PALETTE &&
				    reading->picture->palette.len == 0))
		return MIXED;
	text_add_bytes(&reading->data, part->at, part->len);
	return NULL;
}

static const char *take_part(struct reading *reading, const struct part *part)
{
	if (is(part, "IHDR"))
		return take_header(reading, part);
	if (!reading->begun)
		return MIXED;
	if (is(part, "IDAT"))
		return take_data(reading, part);
	reading->after_data = reading->data.len > 0;
	if (is(part, "PLTE"))
		return take_palette(reading, part);
	if (is(part, "tRNS"))
		return take_alpha(reading, part);
	reading->ended = is(part, "IEND");
	if (!reading->ended && is_needed(part))
		return MIXED;
	return NULL;
}

const char *picture_read_png(struct picture *picture, const struct text *file)
{
	const size_t start = strlen(PNG_SIGNATURE);
	struct reading reading = {
		.picture = picture,
		.at = (const unsigned char *)file->at + start,
		.left = file->len - start,
	};
	const char *fault = NULL;
	struct part part;

	while (!fault && !reading.ended) {
		fault = next_part(&reading, &part);
		if (!fault)
			fault = take_part(&reading, &part);
	}
	reading.png.data = &reading.data;
	if (!fault)
		fault = png_take_rows(picture, &reading.png);
	text_clear(&reading.data);
	return fault;
}
