/*
 * Subsets as 1-byte symbolic TrueType fonts: one (1,0) cmap of format 0, and
 * no name, post or OS/2, which a PDF needs not (ISO 32000-1, 9.9).  Glyphs
 * are numbered anew: 0 is .notdef, then in order of codes, then what composite
 * glyphs are made of.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "typeset/canvas_pdf.h"

/* Flags of a part of a composite glyph. */
#define PART_WIDE_ARGUMENTS 0x0001
#define PART_SCALE 0x0008
#define PART_MORE 0x0020
#define PART_TWO_SCALES 0x0040
#define PART_MATRIX 0x0080

#define CHECKSUM_OF_FONT 0xB1B0AFBAU

struct subset {
	const struct typeface *face;
	uint16_t *old; /* by new number */
	size_t count;
	uint8_t code_glyphs[256]; /* new number by code */
	struct text glyf, loca;
};

static void add_u16(struct text *to, unsigned value)
{
	text_add_char(to, (char)(value >> 8 & 0xFF));
	text_add_char(to, (char)(value & 0xFF));
}

static void add_u32(struct text *to, uint32_t value)
{
	add_u16(to, value >> 16);
	add_u16(to, value & 0xFFFF);
}

static void put_u16(struct text *in, size_t at, unsigned value)
{
	in->at[at] = (char)(value >> 8 & 0xFF);
	in->at[at + 1] = (char)(value & 0xFF);
}

static void put_u32(struct text *in, size_t at, uint32_t value)
{
	put_u16(in, at, value >> 16);
	put_u16(in, at + 2, value & 0xFFFF);
}

static void pad(struct text *to)
{
	while (to->len % 4 != 0)
		text_add_char(to, '\0');
}

/* The new number of a glyph; a damaged part becomes .notdef. */
static size_t number_of(struct subset *subset, uint16_t glyph)
{
	if (glyph >= subset->face->glyphs)
		return 0;
	for (size_t i = 0; i < subset->count; i++) {
		if (subset->old[i] == glyph)
			return i;
	}
	subset->old = mem_resize(subset->old, subset->count + 1,
				 sizeof(*subset->old));
	subset->old[subset->count] = glyph;
	return subset->count++;
}

static uint32_t part_length(int flags)
{
	uint32_t len = flags & PART_WIDE_ARGUMENTS ? 8 : 6;

	if (flags & PART_SCALE)
		len += 2;
	else if (flags & PART_TWO_SCALES)
		len += 4;
	else if (flags & PART_MATRIX)
		len += 8;
	return len;
}

/* Parts get their new numbers, and their outlines follow in the loop. */
static void renumber_parts(struct subset *subset, struct slice from, size_t to)
{
	uint32_t at = 10;
	int flags = PART_MORE;

	while ((flags & PART_MORE) && at + 4 <= from.len) {
		int part = typeface_u16(subset->face, from.at + at + 2);
		size_t number = number_of(subset, (uint16_t)part);

		flags = typeface_u16(subset->face, from.at + at);
		put_u16(&subset->glyf, to + at + 2, (unsigned)number);
		at += part_length(flags);
	}
}

static void add_outlines(struct subset *subset)
{
	for (size_t i = 0; i < subset->count; i++) {
		struct slice from =
			typeface_outline(subset->face, subset->old[i]);
		size_t to = subset->glyf.len;

		add_u32(&subset->loca, (uint32_t)to);
		text_add_bytes(&subset->glyf, subset->face->file.at + from.at,
			       from.len);
		if (from.len >= 10 && typeface_i16(subset->face, from.at) < 0)
			renumber_parts(subset, from, to);
		pad(&subset->glyf);
	}
	add_u32(&subset->loca, (uint32_t)subset->glyf.len);
}

static void add_cmap(struct text *to, const struct subset *subset)
{
	add_u16(to, 0);  /* version */
	add_u16(to, 1);  /* tables: */
	add_u16(to, 1);  /* Macintosh … */
	add_u16(to, 0);  /* … Roman */
	add_u32(to, 12); /* is here: */
	add_u16(to, 0);  /* format */
	add_u16(to, 262);
	add_u16(to, 0); /* language */
	text_add_bytes(to, subset->code_glyphs, sizeof(subset->code_glyphs));
}

static void add_metrics(struct text *to, const struct subset *subset)
{
	for (size_t i = 0; i < subset->count; i++) {
		uint16_t glyph = subset->old[i];

		add_u16(to, (unsigned)typeface_advance(subset->face, glyph));
		add_u16(to, (unsigned)typeface_bearing(subset->face, glyph));
	}
}

static void add_table(struct text *to, const struct subset *subset,
		      enum table table)
{
	struct slice slice = subset->face->tables[table];
	size_t at = to->len;

	switch (table) {
	case TABLE_CMAP:
		add_cmap(to, subset);
		return;
	case TABLE_GLYF:
		text_add_bytes(to, text_string(&subset->glyf),
			       subset->glyf.len);
		return;
	case TABLE_HMTX:
		add_metrics(to, subset);
		return;
	case TABLE_LOCA:
		text_add_bytes(to, subset->loca.at, subset->loca.len);
		return;
	default:
		text_add_bytes(to, subset->face->file.at + slice.at, slice.len);
	}
	if (table == TABLE_HEAD) {
		put_u32(to, at + 8, 0);  /* the checksum of all comes last */
		put_u16(to, at + 50, 1); /* long offsets */
	}
	if (table == TABLE_HHEA)
		put_u16(to, at + 34, (unsigned)subset->count);
	if (table == TABLE_MAXP)
		put_u16(to, at + 4, (unsigned)subset->count);
}

static uint32_t checksum(const struct text *of, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)of->at;
	uint32_t sum = 0;

	for (; at < of->len; at += 4)
		sum += (uint32_t)bytes[at] << 24 |
		       (uint32_t)bytes[at + 1] << 16 |
		       (uint32_t)bytes[at + 2] << 8 | (uint32_t)bytes[at + 3];
	return sum;
}

/* The tables stand by tag in the directory, as it should be. */
static const enum table kept[] = { TABLE_CMAP, TABLE_CVT,  TABLE_FPGM,
				   TABLE_GLYF, TABLE_HEAD, TABLE_HHEA,
				   TABLE_HMTX, TABLE_LOCA, TABLE_MAXP,
				   TABLE_PREP };

static void add_directory(struct text *font, int count)
{
	int log = 0;

	while (2 << log <= count)
		log++;
	add_u32(font, 0x00010000);
	add_u16(font, (unsigned)count);
	add_u16(font, 16U << log);
	add_u16(font, (unsigned)log);
	add_u16(font, (unsigned)count * 16 - (16U << log));
	for (int i = 0; i < 4 * count; i++)
		add_u32(font, 0);
}

static void assemble(struct text *font, const struct subset *subset)
{
	size_t head = 0;
	size_t entry = 12;
	int count = 0;

	for (size_t i = 0; i < COUNT_OF(kept); i++)
		count += subset->face->tables[kept[i]].len > 0;
	add_directory(font, count);
	for (size_t i = 0; i < COUNT_OF(kept); i++) {
		size_t at = font->len;

		if (subset->face->tables[kept[i]].len == 0)
			continue;
		add_table(font, subset, kept[i]);
		memcpy(font->at + entry, table_tag(kept[i]), 4);
		put_u32(font, entry + 8, (uint32_t)at);
		put_u32(font, entry + 12, (uint32_t)(font->len - at));
		pad(font);
		put_u32(font, entry + 4, checksum(font, at));
		entry += 16;
		if (kept[i] == TABLE_HEAD)
			head = at;
	}
	put_u32(font, head + 8, CHECKSUM_OF_FONT - checksum(font, 0));
}

void subset_add(struct text *to, const struct typeface *face,
		const uint16_t *glyphs, int count)
{
	struct subset subset = { .face = face };
	struct text font = { 0 };

	assert(count <= CODES);
	(void)number_of(&subset, 0);
	for (int i = 0; i < count; i++)
		subset.code_glyphs[FIRST_CODE + i] =
			(uint8_t)number_of(&subset, glyphs[i]);
	add_outlines(&subset);
	assemble(&font, &subset);
	text_add_bytes(to, font.at, font.len);

	text_clear(&font);
	text_clear(&subset.glyf);
	text_clear(&subset.loca);
	free(subset.old);
}
