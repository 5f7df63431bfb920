/*
 * canvas - pages to draw on, with the tags that make them accessible.
 *
 * Layout draws through this header only; canvas_pdf*.c implements it with
 * libharu as PDF/UA-1 + PDF/A-3a, or PDF/A-2a without an attachment.  All
 * lengths are integer thousandths of a point (mpt); the origin is the top left
 * corner of the page, y grows downwards; text is placed by its baseline.
 *
 * Order of calls: canvas_new(), then pages; on each page tags are opened and
 * closed and things are drawn; last canvas_end().  Everything drawn belongs
 * to the innermost open tag, or is an artifact while one is open; drawing
 * with neither is a bug (assertion).
 *
 * A tag may span pages: while it is open, canvas_page() may be called.  A
 * tag that was closed may be opened again on a later page by its handle
 * (table cells that go on), and content is then added to the same element.
 * What is known only at the end (how many pages there are) is drawn then, by
 * turning back to the pages where it stands.
 *
 * Faults that are not bugs (a font that cannot be read, a character that no
 * face has, what no page holds, libharu's own errors) are kept: canvas_end()
 * tells the first.
 */
#ifndef TYPESET_CANVAS_H
#define TYPESET_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/mem.h"

struct canvas;
struct picture;
struct text;

#define MPT_PER_POINT 1000
#define MPT_PER_MM 2835 /* 72000 / 25.4, rounded */

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACES };

struct colour {
	uint8_t red, green, blue;
};

struct font {
	enum face face;
	int32_t size; /* mpt */
	struct colour colour;
};

struct point {
	int32_t x, y;
};

struct page_size {
	int32_t width, height;
};

/* The larger of two lengths. */
static inline int32_t larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

struct area {
	struct point corner; /* top left */
	int32_t width, height;
};

enum canvas_tag {
	TAG_DOCUMENT,
	TAG_SECT,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_H4,
	TAG_H5,
	TAG_H6,
	TAG_P,
	TAG_BLOCK_QUOTE,
	TAG_L,
	TAG_LI,
	TAG_LBL,
	TAG_LBODY,
	TAG_TABLE,
	TAG_CAPTION,
	TAG_THEAD,
	TAG_TBODY,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_FIGURE,
	TAG_TOC,
	TAG_TOCI,
	TAG_REFERENCE,
	TAG_LINK,
	TAG_SPAN,
	TAG_NOTE
};

/* What an element says of itself; zero members are left out. */
struct tag_attributes {
	const char *alt;   /* of a FIGURE: needed */
	const char *scope; /* of a TH: "Column", "Row" or "Both": needed */
	int column_span;   /* of TH and TD, if more than 1 */
	int row_span;
	const char *list_numbering; /* of an L: "Disc", "Decimal", "None" */
	const char *id;          /* of a TH or NOTE; unique in the document */
	const char *actual_text; /* what is read in place of what is drawn */
};

/* An element, to open it again; 0 is none. */
typedef uint32_t tag_handle;

struct canvas_info {
	const char *title;        /* needed; shown in the window's title bar */
	const char *author;       /* the municipality */
	const char *subject;      /* report and period in words */
	const char *language;     /* BCP 47: "sv" */
	const char *date;         /* "2025-05-05": created and modified */
	const char *producer;     /* "bokslut 0.1.0" */
	const char *faces[FACES]; /* paths of TrueType files */
	const char *icc;          /* path of the sRGB profile */
	/* a file to embed as the source of the document, which makes it
	 * PDF/A-3a; NULL for none: PDF/A-2a */
	const char *attachment_name;  /* "report.xml" */
	const char *attachment_type;  /* "application/xml" */
	const char *attachment_about; /* its description */
	const char *attachment;
	size_t attachment_len;
};

/*
 * Begin a document; what `info` points to is borrowed until canvas_end().
 */
struct canvas *canvas_new(const struct canvas_info *info) MUST_CHECK;

/* Begin a page of this size; the number of the page, from 1. */
int canvas_page(struct canvas *canvas, struct page_size size);

/* How large the page is that is drawn on. */
struct page_size canvas_size(const struct canvas *canvas);

/*
 * Turn to a page, from 1: what is drawn from now on stands on it, over what is
 * there already.
 */
void canvas_turn(struct canvas *canvas, int page);

/*
 * Open an element inside the innermost open one; the first is TAG_DOCUMENT.
 * What may stand in what is checked by assertion: a table is made of rows, a
 * list of items with labels and bodies, contents (TOC) of TOCI, a TOCI of
 * references or paragraphs; nothing is drawn directly in those or in a SECT.
 */
tag_handle canvas_open(struct canvas *canvas, enum canvas_tag tag,
		       const struct tag_attributes *attributes);

/* Open an element again that was closed; its parent must be open. */
void canvas_reopen(struct canvas *canvas, tag_handle handle);

/*
 * The same with the elements that it stands in, as far as they are closed; how
 * many were opened and are to be closed.
 */
int canvas_reenter(struct canvas *canvas, tag_handle handle);

/* Close the innermost open element. */
void canvas_close(struct canvas *canvas);

/* Between these, what is drawn is decoration; one may stand in another. */
void canvas_artifact_open(struct canvas *canvas);
/* The same for running headers and footers ("Header", "Footer"). */
void canvas_pagination_open(struct canvas *canvas, const char *subtype);
void canvas_artifact_close(struct canvas *canvas);
/* Whether one is open: nothing in it is tagged, and nothing leads away. */
bool canvas_in_artifact(const struct canvas *canvas);

/* How wide `len` bytes of UTF-8 are; a character without glyph counts 0. */
int32_t canvas_width(struct canvas *canvas, const struct font *font,
		     const char *text, size_t len);

/* How high capitals, x and the highest stand, and the lowest descent. */
int32_t canvas_cap_height(struct canvas *canvas, const struct font *font);
int32_t canvas_x_height(struct canvas *canvas, const struct font *font);
int32_t canvas_ascent(struct canvas *canvas, const struct font *font);
int32_t canvas_descent(struct canvas *canvas, const struct font *font);

/*
 * Draw text with its left end and its baseline at `at`.  A soft hyphen
 * (U+00AD) is drawn as a hyphen, wide as one, and read as a soft hyphen.
 * Texts are read one after another as they are: draw the space between words
 * also where a line is broken or words are set apart.
 */
void canvas_text(struct canvas *canvas, struct point at,
		 const struct font *font, const char *text, size_t len);

/* Draw text turned by whole degrees against the clock around `at`. */
void canvas_text_turned(struct canvas *canvas, struct point at, int degrees,
			const struct font *font, const char *text);

struct stroke {
	int32_t width; /* 0: none */
	struct colour colour;
	int32_t dash; /* length of dashes and gaps; 0: a whole line */
};

void canvas_line(struct canvas *canvas, struct point from, struct point to,
		 const struct stroke *stroke);

/* Closed shapes; `fill` or `stroke` may be NULL for none. */
void canvas_rectangle(struct canvas *canvas, struct point corner, int32_t width,
		      int32_t height, const struct colour *fill);
void canvas_polygon(struct canvas *canvas, const struct point *points,
		    size_t count, const struct colour *fill,
		    const struct stroke *stroke);
void canvas_circle(struct canvas *canvas, struct point centre, int32_t radius,
		   const struct colour *fill, const struct stroke *stroke);

/*
 * Draw a picture into an area, which it fills; borrowed until canvas_end(), and
 * however often it is drawn, the document has it once.
 */
void canvas_picture(struct canvas *canvas, const struct area *area,
		    const struct picture *picture);

/*
 * Make a rectangle of the page, inside an open TAG_LINK, lead to `name`.
 * `about` is what assistive technology says of it.
 */
void canvas_link(struct canvas *canvas, const struct area *area,
		 const char *name, const char *about);

/* A place that links and bookmarks lead to: this height of this page. */
void canvas_destination(struct canvas *canvas, const char *name, int32_t y);

/* A bookmark; level 1 is the outermost, levels are not skipped. */
void canvas_bookmark(struct canvas *canvas, int level, const char *title,
		     const char *name);

/* What is to be set does not fit on any page: canvas_end() tells `fault`. */
void canvas_refuse(struct canvas *canvas, const char *fault);

/* How many pages there are. */
int canvas_pages(const struct canvas *canvas);

/*
 * End the document: add the PDF to `pdf` and release the canvas.  False with
 * one sentence in `why` if anything failed; `pdf` is then untouched.
 */
bool canvas_end(struct canvas *taken, struct text *pdf,
		struct text *why) MUST_CHECK;

/* Add a line "library NAME VERSION" for each library that shapes the PDF. */
void canvas_libraries(struct text *lines);

#endif
