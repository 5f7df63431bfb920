/*
 * fake_canvas - a canvas on which every character is half as wide as the font
 * is large, and which keeps what is drawn: widths in tests are counted by hand.
 *
 * It stands in for canvas_pdf* where a test defines it.
 */
#ifndef TESTS_FAKE_CANVAS_H
#define TESTS_FAKE_CANVAS_H

#include <stdint.h>
#include <string.h>

#include "lib/text.h"
#include "typeset/canvas.h"

struct drawn {
	char text[200];
	int32_t x, y;
	bool artifact;
	int page;
};

struct canvas {
	struct drawn drawn[4000];
	size_t count;
	int depth;
	int tables; /* opened */
	bool artifact;
	int pages;
	struct page_size size; /* of the last page */
};

/* Bytes that begin a character. */
static inline int32_t fake_characters(const char *text, size_t len)
{
	int32_t count = 0;

	for (size_t i = 0; i < len; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			count++;
	return count;
}

int32_t canvas_width(struct canvas *canvas, const struct font *font,
		     const char *text, size_t len)
{
	(void)canvas;
	return fake_characters(text, len) * font->size / 2;
}

int32_t canvas_cap_height(struct canvas *canvas, const struct font *font)
{
	(void)canvas;
	return font->size * 7 / 10;
}

int32_t canvas_x_height(struct canvas *canvas, const struct font *font)
{
	(void)canvas;
	return font->size / 2;
}

void canvas_turn(struct canvas *canvas, int page)
{
	canvas->pages = page;
}

int canvas_page(struct canvas *canvas, struct page_size size)
{
	canvas->size = size;
	return ++canvas->pages;
}

struct page_size canvas_size(const struct canvas *canvas)
{
	return canvas->size;
}

tag_handle canvas_open(struct canvas *canvas, enum canvas_tag tag,
		       const struct tag_attributes *attributes)
{
	(void)attributes;
	canvas->depth++;
	canvas->tables += tag == TAG_TABLE;
	return 1;
}

void canvas_reopen(struct canvas *canvas, tag_handle handle)
{
	(void)handle;
	canvas->depth++;
}

void canvas_close(struct canvas *canvas)
{
	canvas->depth--;
}

void canvas_artifact_open(struct canvas *canvas)
{
	canvas->artifact = true;
}

void canvas_pagination_open(struct canvas *canvas, const char *subtype)
{
	(void)subtype;
	canvas->artifact = true;
}

void canvas_artifact_close(struct canvas *canvas)
{
	canvas->artifact = false;
}

bool canvas_in_artifact(const struct canvas *canvas)
{
	return canvas->artifact;
}

void canvas_text(struct canvas *canvas, struct point at,
		 const struct font *font, const char *text, size_t len)
{
	struct drawn *drawn = &canvas->drawn[canvas->count];

	(void)font;
	if (canvas->count == COUNT_OF(canvas->drawn) ||
	    len >= sizeof(drawn->text))
		return;
	memcpy(drawn->text, text, len);
	drawn->text[len] = '\0';
	drawn->x = at.x;
	drawn->y = at.y;
	drawn->artifact = canvas->artifact;
	drawn->page = canvas->pages;
	canvas->count++;
}

void canvas_line(struct canvas *canvas, struct point from, struct point to,
		 const struct stroke *stroke)
{
	(void)canvas;
	(void)from;
	(void)to;
	(void)stroke;
}

void canvas_rectangle(struct canvas *canvas, struct point corner, int32_t width,
		      int32_t height, const struct colour *fill)
{
	(void)canvas;
	(void)corner;
	(void)width;
	(void)height;
	(void)fill;
}

void canvas_polygon(struct canvas *canvas, const struct point *points,
		    size_t count, const struct colour *fill,
		    const struct stroke *stroke)
{
	(void)canvas;
	(void)points;
	(void)count;
	(void)fill;
	(void)stroke;
}

void canvas_circle(struct canvas *canvas, struct point centre, int32_t radius,
		   const struct colour *fill, const struct stroke *stroke)
{
	(void)canvas;
	(void)centre;
	(void)radius;
	(void)fill;
	(void)stroke;
}

void canvas_link(struct canvas *canvas, const struct area *area,
		 const char *name, const char *about)
{
	(void)canvas;
	(void)area;
	(void)name;
	(void)about;
}

#endif
