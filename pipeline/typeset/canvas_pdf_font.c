/*
 * Fonts: which face has a character, which code it gets, and what the PDF
 * says of it (ISO 19005-3, 6.2.11): symbolic TrueType without Encoding, with
 * Widths equal to the font file's and a ToUnicode map.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/digest.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "typeset/canvas_pdf.h"

#define BMP 0x10000
#define UNKNOWN 0xFFFD
#define NOT_SHOWN UINT16_MAX /* in an index: looked for, and found nowhere */
#define MAP_BLOCK 100        /* entries that a ToUnicode block may have */
#define FLAG_SYMBOLIC 4
#define FLAG_ITALIC 64

struct pdf_font {
	enum face face;
	int count;
	uint16_t glyphs[CODES];
	uint16_t characters[CODES];
};

/* What stands in for a character that no face has, in order of trial. */
static const struct {
	uint16_t character, instead;
} aliases[] = {
	{ 0x00A0, 0x0020 },                     /* no-break space */
	{ 0x2010, 0x002D },                     /* hyphen */
	{ 0x2011, 0x2010 },                     /* no-break hyphen */
	{ 0x2011, 0x002D }, { 0x202F, 0x2009 }, /* narrow no-break space */
	{ 0x202F, 0x0020 }, { 0x2009, 0x0020 }, /* thin space */
};

/* How many bytes follow the first of a character; -1: none begins so. */
static int following(unsigned char lead)
{
	if (lead < 0x80)
		return 0;
	if (lead < 0xC2 || lead > 0xF4)
		return -1;
	return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

uint32_t utf8_next(const char **at, const char *end)
{
	static const uint32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	unsigned char lead = (unsigned char)*(*at)++;
	int more = following(lead);
	uint32_t character = lead;

	if (more < 0)
		return UNKNOWN;
	if (more > 0)
		character &= 0x3FU >> more;
	for (int i = 0; i < more; i++) {
		if (*at == end || !text_goes_on(**at))
			return UNKNOWN;
		character = character << 6 | ((unsigned char)*(*at)++ & 0x3F);
	}
	return character < least[more] ? UNKNOWN : character;
}

/* A face that cannot be read has no glyphs, but can be asked. */
bool fonts_load(struct fonts *fonts, const char *const *paths, struct text *why)
{
	bool ok = true;

	for (int face = 0; face < FACES; face++) {
		ok = ok && typeface_load(&fonts->faces[face], paths[face], why);
		if (!ok)
			fonts->faces[face].units = 1000;
		fonts->index[face] = mem_alloc(BMP * sizeof(uint16_t));
	}
	return ok;
}

void fonts_clear(struct fonts *fonts)
{
	for (int face = 0; face < FACES; face++) {
		typeface_clear(&fonts->faces[face]);
		free(fonts->index[face]);
	}
	*fonts = (struct fonts){ 0 };
}

/* In `first`, or else in the first face that has it; false if none has. */
static bool find_glyph(const struct fonts *fonts, enum face first,
		       uint32_t character, struct shown *found)
{
	for (int i = 0; i <= FACES; i++) {
		enum face face = i == 0 ? first : (enum face)(i - 1);
		const struct typeface *typeface = &fonts->faces[face];
		uint16_t glyph = typeface_glyph(typeface, character);

		if (glyph == 0 || glyph >= typeface->glyphs)
			continue;
		found->face = face;
		found->glyph = glyph;
		found->advance = typeface_advance(typeface, glyph) * EM /
				 typeface->units;
		return true;
	}
	return false;
}

/*
 * A soft hyphen is shown where a word is divided; some fonts have a blank
 * for it, so it always is the hyphen.
 */
static bool find_shown(const struct fonts *fonts, enum face face,
		       struct shown *found)
{
	uint32_t character = found->character;

	if (character == 0x00AD)
		return find_glyph(fonts, face, '-', found);
	if (find_glyph(fonts, face, character, found))
		return true;
	for (size_t i = 0; i < COUNT_OF(aliases); i++) {
		if (aliases[i].character == character &&
		    find_glyph(fonts, face, aliases[i].instead, found))
			return true;
	}
	return false;
}

static uint16_t add_shown(struct pdf *pdf, struct fonts *fonts, enum face face,
			  uint32_t character)
{
	struct shown shown = { .character = character };

	if (!find_shown(fonts, face, &shown))
		return NOT_SHOWN;
	if (shown.face != face && fonts->index[shown.face][character] > 0)
		return fonts->index[shown.face][character];
	fonts->shown = arena_grow(&pdf->arena, fonts->shown, fonts->shown_count,
				  sizeof(shown));
	fonts->shown[fonts->shown_count++] = shown;
	fonts->index[shown.face][character] = (uint16_t)fonts->shown_count;
	return (uint16_t)fonts->shown_count;
}

/*
 * Signs of private use mean nothing to who listens, and a map to Unicode may
 * not lead to these others (ISO 19005-3, 6.2.11.7), whatever a face draws.
 */
static bool has_meaning(uint32_t character)
{
	return (character < 0xE000 || character > 0xF8FF) &&
	       character != 0xFEFF && character != 0xFFFE && character != 0;
}

struct shown *fonts_lookup(struct pdf *pdf, struct fonts *fonts, enum face face,
			   uint32_t character)
{
	uint16_t *entry;

	if (character >= BMP)
		return NULL;
	entry = &fonts->index[face][character];
	if (*entry == 0)
		*entry = has_meaning(character)
				 ? add_shown(pdf, fonts, face, character)
				 : NOT_SHOWN;
	return *entry == NOT_SHOWN ? NULL : &fonts->shown[*entry - 1];
}

void fonts_measure(struct pdf *pdf, struct fonts *fonts)
{
	for (enum face face = 0; face < FACES; face++)
		for (uint32_t i = 0; i < 128; i++) {
			const struct shown *shown =
				fonts_lookup(pdf, fonts, face, i);

			fonts->ascii[face][i] = shown ? shown->advance : 0;
		}
}

static void add_font(struct pdf *pdf, struct fonts *fonts, enum face face)
{
	struct pdf_font font = { .face = face };

	fonts->list = arena_grow(&pdf->arena, fonts->list, fonts->count,
				 sizeof(font));
	fonts->list[fonts->count++] = font;
	fonts->filling[face] = (uint16_t)fonts->count;
}

void fonts_encode(struct pdf *pdf, struct fonts *fonts, struct shown *shown)
{
	struct pdf_font *font;

	if (shown->font > 0)
		return;
	if (fonts->filling[shown->face] == 0 ||
	    fonts->list[fonts->filling[shown->face] - 1].count == CODES)
		add_font(pdf, fonts, shown->face);
	shown->font = fonts->filling[shown->face];
	font = &fonts->list[shown->font - 1];
	shown->code = (uint8_t)(FIRST_CODE + font->count);
	font->glyphs[font->count] = shown->glyph;
	font->characters[font->count] = (uint16_t)shown->character;
	font->count++;
}

/* 1/1000 of an em, to three places: what viewers place glyphs by. */
static int per_mille(const struct typeface *face, int units)
{
	return units * 1000 / face->units;
}

static HPDF_Dict write_map(struct pdf *pdf, const struct pdf_font *font)
{
	struct text map = { 0 };
	HPDF_Dict object;

	text_add(&map, "/CIDInit /ProcSet findresource begin\n"
		       "12 dict begin\nbegincmap\n"
		       "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
		       "/Supplement 0 >> def\n"
		       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		       "1 begincodespacerange\n<00> <FF>\n"
		       "endcodespacerange\n");
	for (int i = 0; i < font->count; i++) {
		int left = font->count - i;

		if (i % MAP_BLOCK == 0)
			text_printf(&map, "%d beginbfchar\n",
				    left < MAP_BLOCK ? left : MAP_BLOCK);
		text_printf(&map, "<%02X> <%04X>\n", (unsigned)(FIRST_CODE + i),
			    (unsigned)font->characters[i]);
		if (i % MAP_BLOCK == MAP_BLOCK - 1 || left == 1)
			text_add(&map, "endbfchar\n");
	}
	text_add(&map, "endcmap\nCMapName currentdict /CMap defineresource "
		       "pop\nend\nend\n");
	object = pdf_stream(pdf, &map, true);
	pdf_entry_text(pdf, object, PACKED);
	text_clear(&map);
	return object;
}

/*
 * The name of a subset begins with six letters of its own (ISO 32000-1,
 * 9.6.4); they come from its content, so the same subset has the same name.
 */
static HPDF_Dict write_file(struct pdf *pdf, const struct typeface *face,
			    const struct pdf_font *font, char letters[7])
{
	struct text file = { 0 };
	struct text entries = { 0 };
	char hex[DIGEST_HEX];
	HPDF_Dict object;

	subset_add(&file, face, font->glyphs, font->count);
	digest_bytes(hex, file.at, file.len);
	for (int i = 0; i < 6; i++)
		letters[i] = (char)(hex[i] <= '9' ? 'A' + hex[i] - '0'
						  : 'K' + hex[i] - 'a');
	letters[6] = '\0';
	object = pdf_stream(pdf, &file, true);
	text_printf(&entries, PACKED "/Length1 %zu\n", file.len);
	pdf_entries(pdf, object, &entries);
	text_clear(&entries);
	text_clear(&file);
	return object;
}

static HPDF_Dict write_descriptor(struct pdf *pdf, const struct typeface *face,
				  HPDF_Dict file, const char *letters)
{
	struct text entries = { 0 };
	HPDF_Dict object = pdf_object(pdf);
	/* No table says it: a common estimate from the weight, 400 or 700. */
	int stem = 50 + face->weight * face->weight / (65 * 65);

	text_printf(&entries, "/Type /FontDescriptor\n/FontName /%s+%s\n",
		    letters, face->name);
	text_printf(&entries, "/Flags %d\n/ItalicAngle %d\n/StemV %d\n",
		    FLAG_SYMBOLIC | (face->slant != 0 ? FLAG_ITALIC : 0),
		    face->slant, stem);
	text_printf(&entries, "/FontBBox [%d %d %d %d]\n",
		    per_mille(face, face->box[0]),
		    per_mille(face, face->box[1]),
		    per_mille(face, face->box[2]),
		    per_mille(face, face->box[3]));
	text_printf(&entries,
		    "/Ascent %d\n/Descent %d\n/CapHeight %d\n"
		    "/XHeight %d\n/FontFile2 ",
		    per_mille(face, face->ascent),
		    per_mille(face, face->descent),
		    per_mille(face, face->cap_height),
		    per_mille(face, face->x_height));
	pdf_add_reference(&entries, file);
	text_add_char(&entries, '\n');
	pdf_entries(pdf, object, &entries);
	text_clear(&entries);
	return object;
}

static void add_widths(struct text *to, const struct typeface *face,
		       const struct pdf_font *font)
{
	text_printf(to, "/FirstChar %d\n/LastChar %d\n/Widths [", FIRST_CODE,
		    FIRST_CODE + font->count - 1);
	for (int i = 0; i < font->count; i++) {
		int64_t units = typeface_advance(face, font->glyphs[i]);
		int64_t mille =
			(units * 1000000 + face->units / 2) / face->units;

		/* A width in 1/1000 em looks like a length in mpt. */
		pdf_add_points(to, (int32_t)mille);
	}
	text_add(to, "]\n");
}

static HPDF_Dict write_font(struct pdf *pdf, const struct typeface *face,
			    const struct pdf_font *font)
{
	struct text entries = { 0 };
	HPDF_Dict object = pdf_object(pdf);
	char letters[7];
	HPDF_Dict file = write_file(pdf, face, font, letters);
	HPDF_Dict descriptor = write_descriptor(pdf, face, file, letters);

	text_printf(&entries,
		    "/Type /Font\n/Subtype /TrueType\n/BaseFont /%s+%s\n",
		    letters, face->name);
	add_widths(&entries, face, font);
	text_add(&entries, "/FontDescriptor ");
	pdf_add_reference(&entries, descriptor);
	text_add(&entries, "\n/ToUnicode ");
	pdf_add_reference(&entries, write_map(pdf, font));
	text_add_char(&entries, '\n');
	pdf_entries(pdf, object, &entries);
	text_clear(&entries);
	return object;
}

void fonts_write(struct pdf *pdf, struct fonts *fonts, struct text *resources)
{
	for (size_t i = 0; i < fonts->count; i++) {
		const struct pdf_font *font = &fonts->list[i];

		text_printf(resources, "/F%zu ", i + 1);
		pdf_add_reference(resources,
				  write_font(pdf, &fonts->faces[font->face],
					     font));
		text_add_char(resources, '\n');
	}
}
