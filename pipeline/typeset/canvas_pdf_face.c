/*
 * TrueType files, as the OpenType specification 1.9 lays them out.  Only what
 * widths, descriptors and subsets need is read, and no offset is trusted.
 */
#include <assert.h>
#include <string.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

#define NAME_POSTSCRIPT 6

static const char *const tags[TABLES] = {
	[TABLE_CMAP] = "cmap", [TABLE_CVT] = "cvt ",  [TABLE_FPGM] = "fpgm",
	[TABLE_GLYF] = "glyf", [TABLE_HEAD] = "head", [TABLE_HHEA] = "hhea",
	[TABLE_HMTX] = "hmtx", [TABLE_LOCA] = "loca", [TABLE_MAXP] = "maxp",
	[TABLE_PREP] = "prep", [TABLE_NAME] = "name", [TABLE_OS2] = "OS/2",
	[TABLE_POST] = "post",
};

const char *table_tag(enum table table)
{
	return tags[table];
}

int typeface_u16(const struct typeface *face, uint32_t at)
{
	const unsigned char *bytes = (const unsigned char *)face->file.at;

	if (at + 2ULL > face->file.len)
		return 0;
	return bytes[at] << 8 | bytes[at + 1];
}

int typeface_i16(const struct typeface *face, uint32_t at)
{
	int value = typeface_u16(face, at);

	return value < 0x8000 ? value : value - 0x10000;
}

uint32_t typeface_u32(const struct typeface *face, uint32_t at)
{
	return (uint32_t)typeface_u16(face, at) << 16 |
	       (uint32_t)typeface_u16(face, at + 2);
}

static void find_tables(struct typeface *face)
{
	int count = typeface_u16(face, 4);

	for (int i = 0; i < count; i++) {
		uint32_t entry = 12 + 16 * (uint32_t)i;
		struct slice slice = { typeface_u32(face, entry + 8),
				       typeface_u32(face, entry + 12) };

		if (entry + 16ULL > face->file.len ||
		    (uint64_t)slice.at + slice.len > face->file.len)
			return;
		for (enum table table = 0; table < TABLES; table++) {
			if (!memcmp(face->file.at + entry, tags[table], 4))
				face->tables[table] = slice;
		}
	}
}

/* The map of Unicode's basic plane: platform 3, encoding 1, format 4. */
static void find_characters(struct typeface *face)
{
	uint32_t cmap = face->tables[TABLE_CMAP].at;
	int count = typeface_u16(face, cmap + 2);

	for (int i = 0; i < count; i++) {
		uint32_t entry = cmap + 4 + 8 * (uint32_t)i;
		uint32_t at = cmap + typeface_u32(face, entry + 4);

		if (typeface_u16(face, entry) == 3 &&
		    typeface_u16(face, entry + 2) == 1 &&
		    typeface_u16(face, at) == 4)
			face->characters = at;
	}
}

static void read_metrics(struct typeface *face)
{
	uint32_t head = face->tables[TABLE_HEAD].at;
	uint32_t hhea = face->tables[TABLE_HHEA].at;
	uint32_t os2 = face->tables[TABLE_OS2].at;

	face->units = typeface_u16(face, head + 18);
	for (uint32_t i = 0; i < 4; i++)
		face->box[i] = typeface_i16(face, head + 36 + 2 * i);
	face->long_offsets = typeface_u16(face, head + 50) != 0;
	face->ascent = typeface_i16(face, hhea + 4);
	face->descent = typeface_i16(face, hhea + 6);
	face->advances = typeface_u16(face, hhea + 34);
	face->glyphs = typeface_u16(face, face->tables[TABLE_MAXP].at + 4);
	face->weight = typeface_u16(face, os2 + 4);
	face->x_height = typeface_i16(face, os2 + 86);
	face->cap_height = typeface_i16(face, os2 + 88);
	face->slant = typeface_i16(face, face->tables[TABLE_POST].at + 4);
}

static bool is_name_character(int c)
{
	return c > ' ' && c < 127 && !strchr("()<>[]{}/%#", c);
}

/* The PostScript name, which is ASCII: every other byte of its UTF-16. */
static void read_name(struct typeface *face)
{
	uint32_t table = face->tables[TABLE_NAME].at;
	uint32_t strings = table + (uint32_t)typeface_u16(face, table + 4);
	int count = typeface_u16(face, table + 2);
	size_t len = 0;

	for (int i = 0; i < count; i++) {
		uint32_t entry = table + 6 + 12 * (uint32_t)i;
		uint32_t at =
			strings + (uint32_t)typeface_u16(face, entry + 10);
		int bytes = typeface_u16(face, entry + 8);

		if (typeface_u16(face, entry) != 3 ||
		    typeface_u16(face, entry + 6) != NAME_POSTSCRIPT || len > 0)
			continue;
		for (; bytes > 1 && len + 1 < sizeof(face->name); bytes -= 2) {
			int c = typeface_u16(face, at);

			if (is_name_character(c))
				face->name[len++] = (char)c;
			at += 2;
		}
	}
	if (len == 0)
		memcpy(face->name, "Unnamed", sizeof("Unnamed"));
}

/* Whether everything is there that later calls rely on. */
static bool is_whole(const struct typeface *face)
{
	static const enum table needed[] = { TABLE_CMAP, TABLE_GLYF, TABLE_HEAD,
					     TABLE_HHEA, TABLE_HMTX, TABLE_LOCA,
					     TABLE_MAXP, TABLE_OS2 };
	uint32_t loca = face->tables[TABLE_LOCA].len;
	bool whole = face->units >= 16 && face->glyphs > 0 &&
		     face->advances > 0 && face->characters > 0;

	for (size_t i = 0; i < COUNT_OF(needed); i++)
		whole = whole && face->tables[needed[i]].len > 0;
	return whole &&
	       loca / (face->long_offsets ? 4 : 2) > (uint32_t)face->glyphs;
}

bool typeface_load(struct typeface *face, const char *path, struct text *why)
{
	if (!infile_view(&face->file, path, why))
		return false;
	find_tables(face);
	find_characters(face);
	read_metrics(face);
	read_name(face);
	if (is_whole(face))
		return true;
	text_printf(why, _("%s is not a whole TrueType font file"), path);
	typeface_clear(face);
	return false;
}

void typeface_clear(struct typeface *face)
{
	infile_close(&face->file);
	*face = (struct typeface){ 0 };
}

/*
 * Format 4: segments by their last character, then, in parallel arrays, their
 * first character, what to add to it, and an offset into a list of glyphs
 * that is counted from where the offset itself stands.
 */
uint16_t typeface_glyph(const struct typeface *face, uint32_t character)
{
	uint32_t size = (uint32_t)typeface_u16(face, face->characters + 6);
	uint32_t last = face->characters + 14;
	uint32_t first = last + size + 2;
	uint32_t shift = first + size;
	uint32_t list = shift + size;
	uint32_t i = 0;
	int glyph;

	while (i < size && (uint32_t)typeface_u16(face, last + i) < character)
		i += 2;
	if (i >= size || (uint32_t)typeface_u16(face, first + i) > character)
		return 0;
	glyph = typeface_u16(face, list + i);
	if (glyph == 0) {
		glyph = (int)character + typeface_u16(face, shift + i);
		return (uint16_t)(glyph & 0xFFFF);
	}
	character -= (uint32_t)typeface_u16(face, first + i);
	glyph = typeface_u16(face, list + i + (uint32_t)glyph + 2 * character);
	if (glyph != 0)
		glyph += typeface_u16(face, shift + i);
	return (uint16_t)(glyph & 0xFFFF);
}

/* Glyphs past the last advance have that one, and only a bearing. */
int typeface_advance(const struct typeface *face, uint16_t glyph)
{
	int i = glyph < face->advances ? glyph : face->advances - 1;

	return typeface_u16(face,
			    face->tables[TABLE_HMTX].at + 4 * (uint32_t)i);
}

int typeface_bearing(const struct typeface *face, uint16_t glyph)
{
	uint32_t table = face->tables[TABLE_HMTX].at;
	uint32_t advances = (uint32_t)face->advances;

	if (glyph < advances)
		return typeface_i16(face, table + 4U * glyph + 2);
	return typeface_i16(face, table + 2 * advances + 2U * glyph);
}

struct slice typeface_outline(const struct typeface *face, uint16_t glyph)
{
	uint32_t table = face->tables[TABLE_LOCA].at;
	struct slice glyphs = face->tables[TABLE_GLYF];
	uint32_t at;
	uint32_t end;

	assert(glyph < face->glyphs);
	if (face->long_offsets) {
		at = typeface_u32(face, table + 4U * glyph);
		end = typeface_u32(face, table + 4U * glyph + 4);
	} else {
		at = 2 * (uint32_t)typeface_u16(face, table + 2U * glyph);
		end = 2 * (uint32_t)typeface_u16(face, table + 2U * glyph + 2);
	}
	if (end > glyphs.len || at >= end)
		return (struct slice){ 0 };
	return (struct slice){ glyphs.at + at, end - at };
}
