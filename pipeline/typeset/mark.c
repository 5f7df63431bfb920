#include "typeset/mark.h"

#include <stddef.h>
#include <string.h>

#include "typeset/house_style.h"
#include "typeset/press.h"

#define OUTLINE 500     /* of the triangle: yellow alone fails contrast [mpt] */
#define RING_LINE 1000  /* [mpt] */
#define SQUARE_CORNER 2 /* corners of a diamond reach further, by 1/this pt */

int32_t mark_width(const struct press *press)
{
	return press->style->mark + press->style->mark * 2 / 5;
}

static void draw_triangle(const struct press *press, struct point middle,
			  int32_t half, const struct colour *fill)
{
	const struct stroke outline = {
		.width = OUTLINE,
		.colour = press->style->colours[COLOUR_INK],
	};
	const int32_t bottom = middle.y + half - OUTLINE;
	const struct point corners[] = {
		{ middle.x - half, bottom },
		{ middle.x + half, bottom },
		{ middle.x, middle.y - half },
	};

	canvas_polygon(press->canvas, corners, COUNT_OF(corners), fill,
		       &outline);
}

static void draw_diamond(const struct press *press, struct point middle,
			 int32_t half, const struct colour *fill)
{
	const int32_t reach = half + MPT_PER_POINT / SQUARE_CORNER;
	const struct point corners[] = {
		{ middle.x - reach, middle.y },
		{ middle.x, middle.y - reach },
		{ middle.x + reach, middle.y },
		{ middle.x, middle.y + reach },
	};

	canvas_polygon(press->canvas, corners, COUNT_OF(corners), fill, NULL);
}

struct colour mark_colour(const struct press *press, const char *colour)
{
	struct colour own;

	if (colour && house_style_colour(&own, colour))
		return own;
	return press->style->colours[COLOUR_INK];
}

void mark_draw(const struct press *press, const char *symbol,
	       struct colour fill, struct point at, const struct font *font)
{
	const int32_t half = press->style->mark / 2;
	const struct point middle = {
		at.x + half, at.y - canvas_x_height(press->canvas, font) / 2
	};
	const struct stroke ring = { .width = RING_LINE, .colour = fill };

	canvas_artifact_open(press->canvas);
	if (strcmp(symbol, "triangle") == 0)
		draw_triangle(press, middle, half, &fill);
	else if (strcmp(symbol, "diamond") == 0)
		draw_diamond(press, middle, half, &fill);
	else if (strcmp(symbol, "ring") == 0)
		canvas_circle(press->canvas, middle, half - RING_LINE / 2, NULL,
			      &ring);
	else if (strcmp(symbol, "square") == 0)
		canvas_rectangle(press->canvas,
				 (struct point){ at.x, middle.y - half },
				 2 * half, 2 * half, &fill);
	else
		canvas_circle(press->canvas, middle, half, &fill, NULL);
	canvas_artifact_close(press->canvas);
}
