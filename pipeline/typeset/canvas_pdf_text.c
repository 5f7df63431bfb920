/*
 * Text: consecutive texts of one element share a text object, and each is
 * placed from the one before.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "typeset/canvas_pdf.h"

#define QUOTED 40 /* bytes of a text that a message shows */

static void set_font(struct pen *pen, uint16_t font, int32_t size)
{
	if (pen->font == font && pen->size == size)
		return;
	text_printf(&pen->content, "/F%u ", (unsigned)font);
	pdf_add_points(&pen->content, size);
	text_add(&pen->content, "Tf\n");
	pen->font = font;
	pen->size = size;
}

static void tell_missing(struct canvas *canvas, uint32_t character,
			 const char *text, size_t len)
{
	size_t shown = len < QUOTED ? len : QUOTED;

	while (shown < len && text_goes_on(text[shown]))
		shown--;
	pdf_fault(&canvas->pdf,
		  _("no font has the character U+%04lX, in \"%.*s%s\": "
		    "write it otherwise"),
		  (unsigned long)character, (int)shown, text,
		  shown < len ? "…" : "");
}

static bool is_special(uint8_t code)
{
	return code == '(' || code == ')' || code == '\\';
}

/*
 * Put the codes of what is shown in the font of its first character into
 * pen.codes; where the rest begins.  Nothing is shown if that is missing.
 */
static const char *take_codes(struct canvas *canvas, enum face face,
			      const char *at, const char *end, uint16_t *font)
{
	struct text *codes = &canvas->pen.codes;
	char *begin;
	char *put;

	text_reset(codes);
	begin = text_reserve(codes, 2 * (size_t)(end - at));
	put = begin;
	*font = 0;
	while (at < end) {
		const char *next = at;
		struct shown *shown = fonts_lookup(&canvas->pdf, &canvas->fonts,
						   face, utf8_next(&next, end));

		if (!shown)
			break;
		if (shown->font == 0)
			fonts_encode(&canvas->pdf, &canvas->fonts, shown);
		if (*font != 0 && *font != shown->font)
			break;
		*font = shown->font;
		if (is_special(shown->code))
			*put++ = '\\';
		*put++ = (char)shown->code;
		at = next;
	}
	text_take(codes, (size_t)(put - begin));
	return at;
}

/* Show the text from where the text object stands. */
static void show(struct canvas *canvas, const struct font *font,
		 const char *text, size_t len)
{
	struct pen *pen = &canvas->pen;
	const char *end = text + len;
	const char *at = text;

	while (at < end) {
		uint16_t number;
		const char *next =
			take_codes(canvas, font->face, at, end, &number);

		if (next == at) {
			tell_missing(canvas, utf8_next(&at, end), text, len);
			return;
		}
		set_font(pen, number, font->size);
		text_add_char(&pen->content, '(');
		text_add_bytes(&pen->content, pen->codes.at, pen->codes.len);
		text_add(&pen->content, ") Tj\n");
		at = next;
	}
}

int32_t canvas_width(struct canvas *canvas, const struct font *font,
		     const char *text, size_t len)
{
	const int32_t *ascii = canvas->fonts.ascii[font->face];
	const char *end = text + len;
	int64_t width = 0;

	while (text < end) {
		const struct shown *shown;

		if ((unsigned char)*text < 0x80) {
			width += ascii[(unsigned char)*text++];
			continue;
		}
		shown = fonts_lookup(&canvas->pdf, &canvas->fonts, font->face,
				     utf8_next(&text, end));

		if (shown)
			width += shown->advance;
	}
	return (int32_t)((width * font->size + EM / 2) / EM);
}

static int32_t scaled(const struct canvas *canvas, const struct font *font,
		      int units)
{
	int64_t all = canvas->fonts.faces[font->face].units;

	return (int32_t)(((int64_t)units * font->size + all / 2) / all);
}

int32_t canvas_cap_height(struct canvas *canvas, const struct font *font)
{
	return scaled(canvas, font, canvas->fonts.faces[font->face].cap_height);
}

int32_t canvas_x_height(struct canvas *canvas, const struct font *font)
{
	return scaled(canvas, font, canvas->fonts.faces[font->face].x_height);
}

int32_t canvas_ascent(struct canvas *canvas, const struct font *font)
{
	return scaled(canvas, font, canvas->fonts.faces[font->face].ascent);
}

int32_t canvas_descent(struct canvas *canvas, const struct font *font)
{
	return scaled(canvas, font, -canvas->fonts.faces[font->face].descent);
}

static void extend(struct canvas *canvas, struct point start,
		   const struct font *font, int32_t width)
{
	tags_extend(&canvas->tags, (int)canvas->page,
		    (struct box){ start.x,
				  start.y - canvas_ascent(canvas, font),
				  start.x + width,
				  start.y + canvas_descent(canvas, font) });
}

void canvas_text(struct canvas *canvas, struct point at,
		 const struct font *font, const char *text, size_t len)
{
	struct pen *pen = &canvas->pen;
	struct point start = { at.x, pen_up(canvas, at.y) };

	if (len == 0)
		return;
	pen_mark(canvas);
	if (tags_innermost_of(&canvas->tags, TAG_FIGURE))
		extend(canvas, at, font, canvas_width(canvas, font, text, len));
	pen_fill(pen, font->colour);
	if (!pen->in_text) {
		text_add(&pen->content, "BT\n");
		pen->in_text = true;
		pen->line = (struct point){ 0, 0 };
	}
	pdf_add_points(&pen->content, start.x - pen->line.x);
	pdf_add_points(&pen->content, start.y - pen->line.y);
	text_add(&pen->content, "Td\n");
	pen->line = start;
	show(canvas, font, text, len);
}

static void add_fraction(struct text *to, double value)
{
	long parts = lround(value * 100000);

	text_printf(to, "%s%ld.%05ld ", parts < 0 ? "-" : "",
		    labs(parts) / 100000, labs(parts) % 100000);
}

void canvas_text_turned(struct canvas *canvas, struct point at, int degrees,
			const struct font *font, const char *text)
{
	struct pen *pen = &canvas->pen;
	double angle = degrees * acos(-1) / 180;
	int32_t width = canvas_width(canvas, font, text, strlen(text));
	int32_t end_x = at.x + (int32_t)lround(width * cos(angle));
	int32_t end_y = at.y - (int32_t)lround(width * sin(angle));
	int32_t high = canvas_ascent(canvas, font);

	pen_mark(canvas);
	pen_end_text(pen);
	tags_extend(&canvas->tags, (int)canvas->page,
		    (struct box){ at.x - high, at.y - high, at.x + high,
				  at.y + high });
	tags_extend(&canvas->tags, (int)canvas->page,
		    (struct box){ end_x - high, end_y - high, end_x + high,
				  end_y + high });
	pen_fill(pen, font->colour);
	text_add(&pen->content, "BT\n");
	add_fraction(&pen->content, cos(angle));
	add_fraction(&pen->content, sin(angle));
	add_fraction(&pen->content, -sin(angle));
	add_fraction(&pen->content, cos(angle));
	pdf_add_points(&pen->content, at.x);
	pdf_add_points(&pen->content, pen_up(canvas, at.y));
	text_add(&pen->content, "Tm\n");
	show(canvas, font, text, strlen(text));
	text_add(&pen->content, "ET\n");
}
