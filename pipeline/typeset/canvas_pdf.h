/*
 * canvas_pdf - the inside of a canvas, for canvas_pdf*.c only.
 *
 * libharu writes objects, streams and the cross-reference table; what stands
 * in them is ours, written as text: fonts, pages, tags, links, metadata.
 * Numbers in comments like 7.18.5 are clauses of ISO 14289-1 (PDF/UA-1).
 *
 * In order: objects of the file, typefaces, fonts, tags, places, pictures,
 * metadata, and the canvas that holds them.  Everything lives as long as its
 * canvas.
 */
#ifndef TYPESET_CANVAS_PDF_H
#define TYPESET_CANVAS_PDF_H

#include <hpdf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/infile.h"
#include "lib/text.h"
#include "typeset/canvas.h"

struct libdeflate_compressor;

/* --- objects (canvas_pdf_object.c) and the file (canvas_pdf_save.c) */

/* Add what object `index` of a series is. */
typedef void pdf_add(struct text *to, struct canvas *canvas, size_t index);

/* Objects that libharu does not know of: each is written when it is saved. */
struct pdf_series {
	size_t first, count; /* their numbers; 0, 0: there are none */
	pdf_add *add;
	struct canvas *canvas; /* for `add` */
};

struct pdf {
	HPDF_Doc doc;
	struct pdf_series series;
	struct arena arena; /* what objects say, until they are saved */
	struct text fault;  /* the first; later ones follow from it */
	struct libdeflate_compressor *compressor;
	struct text packed; /* room for what is packed at last */
};

void pdf_start(struct pdf *pdf);
void pdf_clear(struct pdf *pdf);

/* Keep the first fault. */
void pdf_fault(struct pdf *pdf, const char *format, ...) PRINTF_LIKE(2, 3);

/* The same for what libharu returned, if that is no success. */
void pdf_check(struct pdf *pdf, HPDF_STATUS status);

/* A new object that is a dictionary, empty until pdf_entries(). */
HPDF_Dict pdf_object(struct pdf *pdf);

/* So many new objects in a row, dictionaries of what `add` adds; once only. */
void pdf_objects(struct pdf *pdf, size_t count, pdf_add *add,
		 struct canvas *canvas);

/* A new object that is a stream; if `packed`, its entries must say PACKED. */
HPDF_Dict pdf_stream(struct pdf *pdf, const struct text *bytes, bool packed);

/* What the dictionary says beyond what libharu knows of it; once only. */
void pdf_entries(struct pdf *pdf, HPDF_Dict object, const struct text *entries);
void pdf_entry_text(struct pdf *pdf, HPDF_Dict object, const char *entries);

/* Put bytes packed into a stream, whose object must say PACKED, or a text. */
#define PACKED "/Filter /FlateDecode\n"
void pdf_pack(struct pdf *pdf, HPDF_Stream stream, const struct text *bytes);
void pdf_add_packed(struct pdf *pdf, struct text *to, const struct text *bytes);

/* Add "12 0 R", or a text string, or the bytes of one as they are. */
void pdf_add_reference(struct text *to, HPDF_Dict object);
void pdf_add_reference_to(struct text *to, size_t number);
void pdf_add_string(struct text *to, const char *utf8);
void pdf_add_bytes(struct text *to, const char *bytes);

/* Add mpt as points, and a space: "12.5 ". */
void pdf_add_points(struct text *to, int32_t mpt);

/* Write the file, its ID made from its content, and add it to `file`. */
bool pdf_save(struct pdf *pdf, struct text *file) MUST_CHECK;

/* --- typefaces (canvas_pdf_face.c) */

enum table {
	TABLE_CMAP,
	TABLE_CVT,
	TABLE_FPGM,
	TABLE_GLYF,
	TABLE_HEAD,
	TABLE_HHEA,
	TABLE_HMTX,
	TABLE_LOCA,
	TABLE_MAXP,
	TABLE_PREP,
	TABLE_NAME,
	TABLE_OS2,
	TABLE_POST,
	TABLES
};

/* The tag of a table, four characters. */
const char *table_tag(enum table table);

struct slice {
	uint32_t at, len; /* bytes of the file */
};

/* A TrueType file; lengths are in its units, `units` to the em. */
struct typeface {
	struct infile_view file;
	struct slice tables[TABLES]; /* length 0: is not there */
	uint32_t characters;         /* where the map of the BMP starts */
	int units, glyphs, advances;
	int ascent, descent, cap_height, x_height, weight, slant;
	int box[4];
	bool long_offsets;
	char name[64]; /* PostScript */
};

bool typeface_load(struct typeface *face, const char *path,
		   struct text *why) MUST_CHECK;
void typeface_clear(struct typeface *face);

/* Big-endian numbers at an offset of the file; 0 outside of it. */
int typeface_u16(const struct typeface *face, uint32_t at);
int typeface_i16(const struct typeface *face, uint32_t at);
uint32_t typeface_u32(const struct typeface *face, uint32_t at);

/* The glyph of a character, 0 if there is none. */
uint16_t typeface_glyph(const struct typeface *face, uint32_t character);

int typeface_advance(const struct typeface *face, uint16_t glyph);
int typeface_bearing(const struct typeface *face, uint16_t glyph);
struct slice typeface_outline(const struct typeface *face, uint16_t glyph);

/* --- subsets (canvas_pdf_subset.c) */

#define FIRST_CODE 32
#define CODES 224 /* that one font has */

/* A font file with only these glyphs; the first has the code FIRST_CODE. */
void subset_add(struct text *to, const struct typeface *face,
		const uint16_t *glyphs, int count);

/* --- fonts (canvas_pdf_font.c) */

#define EM 65536 /* of advances that are free of a face's units */

/* A character as it is shown in a face. */
struct shown {
	uint32_t character;
	enum face face; /* that has the glyph */
	uint16_t glyph;
	int32_t advance; /* 1/EM */
	uint16_t font;   /* number of the font that has it; 0: not drawn yet */
	uint8_t code;
};

struct fonts {
	struct typeface faces[FACES];
	uint16_t *index[FACES];    /* by character: which of `shown`, from 1 */
	int32_t ascii[FACES][128]; /* advances [1/EM] */
	struct shown *shown;
	size_t shown_count;
	struct pdf_font *list; /* font n is /Fn */
	size_t count;
	uint16_t filling[FACES]; /* the font that takes the next character */
};

bool fonts_load(struct fonts *fonts, const char *const *paths,
		struct text *why) MUST_CHECK;
void fonts_clear(struct fonts *fonts);

/* Note how wide the characters of ASCII are. */
void fonts_measure(struct pdf *pdf, struct fonts *fonts);

/* The character in `face` or another that has it; NULL if none has. */
struct shown *fonts_lookup(struct pdf *pdf, struct fonts *fonts, enum face face,
			   uint32_t character);

/* Give it a font and a code in it, if it has none. */
void fonts_encode(struct pdf *pdf, struct fonts *fonts, struct shown *shown);

/* Write all fonts; adds the entries of a /Font resource. */
void fonts_write(struct pdf *pdf, struct fonts *fonts, struct text *resources);

/* The next character of UTF-8, U+FFFD for what is not; `*at` < `end`. */
uint32_t utf8_next(const char **at, const char *end);

/* --- tags (canvas_pdf_tags.c) */

#define TAG_DEPTH 64

struct box {
	int32_t left, top, right, bottom; /* mpt */
};

enum kid_kind { KID_ELEMENT, KID_MARK, KID_LINK };

struct kid {
	enum kid_kind kind;
	uint32_t number; /* handle, marked content of the page, or link */
	int page;        /* from 1 */
	uint32_t next;   /* kid from 1; 0: the last */
};

struct element {
	enum canvas_tag tag;
	tag_handle parent;
	const struct tag_attributes *about; /* NULL: nothing */
	int page;                           /* of its first mark; 0: none */
	uint32_t first, last;               /* kids, from 1; 0: none */
	struct box box;                     /* of a figure, on this page */
	int box_page;                       /* 0: it has none */
};

struct tags {
	struct element *elements; /* handle n is the member n - 1 */
	size_t count;
	struct kid *kids;
	size_t kid_count;
	tag_handle open[TAG_DEPTH];
	int depth;
};

/* The innermost open element, or the innermost of a kind; 0: none. */
tag_handle tags_innermost(const struct tags *tags);
tag_handle tags_innermost_of(const struct tags *tags, enum canvas_tag tag);

/* "P" */
const char *tags_name(const struct tags *tags, tag_handle handle);

/* Whether what is drawn may belong to the element itself. */
bool tags_hold_text(const struct tags *tags, tag_handle handle);

/* Give the element a marked content or a link as its next kid. */
void tags_add_mark(struct pdf *pdf, struct tags *tags, tag_handle handle,
		   int page, int number);
void tags_add_link(struct pdf *pdf, struct tags *tags, tag_handle handle,
		   int page, size_t link);

/* Something was drawn there on the page: figures grow by it. */
void tags_extend(struct tags *tags, int page, struct box box);

/* --- the tree of tags in the file (canvas_pdf_tree.c) */

/* Write it; adds the entries of the catalog. */
void tree_write(struct canvas *canvas, struct text *catalog);

/* --- places (canvas_pdf_place.c) */

struct link {
	tag_handle element;
	int page;
	struct box box;
	const char *name, *about;
	HPDF_Dict object;
};

struct places {
	struct place_named *named;
	size_t named_count;
	struct link *links;
	size_t link_count;
	struct bookmark *bookmarks;
	size_t bookmark_count;
	size_t last_of_level[10]; /* bookmark, from 1 */
};

/* Write links and bookmarks; adds the entries of the catalog. */
void places_write(struct canvas *canvas, struct text *catalog);

/* --- pictures (canvas_pdf_picture.c) */

struct pictures {
	const struct picture **list; /* picture n, from 1, is /In */
	size_t count;
};

/* Write all pictures; adds the entries of resources. */
void pictures_write(struct canvas *canvas, struct text *resources);

/* --- metadata (canvas_pdf_meta.c) */

/* Write Info, XMP, colours, the attachment; adds entries of the catalog. */
bool meta_write(struct canvas *canvas, struct text *catalog,
		struct text *why) MUST_CHECK;

/* --- the pen (canvas_pdf_pen.c) */

struct pen {
	struct text content; /* of the page */
	struct text codes;   /* room for what is shown next */
	bool in_text;
	struct point line; /* what the next text is placed from */
	uint16_t font;     /* 0: none yet */
	int32_t size;
	bool has_fill, has_stroke;
	struct colour fill;
	struct stroke stroke;
	const char *artifact; /* how one begins, while one is open */
	int artifact_depth;   /* how many are open, one inside the other */
	bool marked;          /* a marked content is open … */
	tag_handle owner;     /* … and belongs to this; 0: an artifact */
};

/* Begin to draw on a page, and end what is begun. */
void pen_start(struct pen *pen, struct text content);
void pen_end(struct pen *pen);

/* Be inside the marked content of whom the drawing belongs to. */
void pen_mark(struct canvas *canvas);

/* Shapes cannot stand in a text object. */
void pen_end_text(struct pen *pen);

void pen_fill(struct pen *pen, struct colour colour);
void pen_stroke(struct pen *pen, const struct stroke *stroke);

/* A height of the page that is drawn on as PDF counts it, from below. */
int32_t pen_up(const struct canvas *canvas, int32_t y);

/* --- the canvas (canvas_pdf.c) */

/* A page of the document. */
struct sheet {
	HPDF_Page page;
	struct page_size size;
	struct text content; /* while the pen is not on it */
	HPDF_Array links;    /* NULL: none */
	tag_handle *marks;   /* the element that each marked content is of */
	size_t mark_count;
};

struct canvas {
	struct canvas_info info;
	struct pdf pdf;
	struct fonts fonts;
	struct tags tags;
	struct places places;
	struct pictures pictures;
	struct pen pen;
	struct sheet *sheets;
	size_t sheet_count;
	size_t page;         /* that is drawn on, from 1; 0: none yet */
	HPDF_Dict resources; /* one for all pages */
};

/* The same height of any page, from 1. */
int32_t sheet_up(const struct canvas *canvas, int page, int32_t y);

#endif
