/* Shapes: lines, rectangles, polygons, circles. */
#include <assert.h>

#include "typeset/canvas_pdf.h"

/* How far the handles of a quarter circle are from its ends: 0.55228 r. */
#define HANDLE(radius) ((int32_t)((int64_t)(radius)*55228 / 100000))

static void add_point(struct canvas *canvas, struct point point,
		      const char *verb)
{
	struct text *to = &canvas->pen.content;

	pdf_add_points(to, point.x);
	pdf_add_points(to, pen_up(canvas, point.y));
	text_add(to, verb);
}

static void begin(struct canvas *canvas, const struct colour *fill,
		  const struct stroke *stroke)
{
	struct pen *pen = &canvas->pen;

	pen_mark(canvas);
	pen_end_text(pen);
	if (fill)
		pen_fill(pen, *fill);
	if (stroke)
		pen_stroke(pen, stroke);
}

/* Close the path and paint it. */
static void paint(struct canvas *canvas, const struct colour *fill,
		  const struct stroke *stroke)
{
	const char *verb = "n\n";

	if (fill && stroke)
		verb = "b\n";
	else if (fill)
		verb = "f\n";
	else if (stroke)
		verb = "s\n";
	text_add(&canvas->pen.content, verb);
}

static const struct stroke *visible(const struct stroke *stroke)
{
	return stroke && stroke->width > 0 ? stroke : NULL;
}

static void extend(struct canvas *canvas, struct point point, int32_t around)
{
	tags_extend(&canvas->tags, (int)canvas->page,
		    (struct box){ point.x - around, point.y - around,
				  point.x + around, point.y + around });
}

void canvas_line(struct canvas *canvas, struct point from, struct point to,
		 const struct stroke *stroke)
{
	if (!visible(stroke))
		return;
	begin(canvas, NULL, stroke);
	extend(canvas, from, stroke->width);
	extend(canvas, to, stroke->width);
	add_point(canvas, from, "m ");
	add_point(canvas, to, "l S\n");
}

void canvas_rectangle(struct canvas *canvas, struct point corner, int32_t width,
		      int32_t height, const struct colour *fill)
{
	const struct point low = { corner.x, corner.y + height };
	struct text *to = &canvas->pen.content;

	if (!fill)
		return;
	begin(canvas, fill, NULL);
	extend(canvas, corner, 0);
	extend(canvas, (struct point){ corner.x + width, low.y }, 0);
	add_point(canvas, low, "");
	pdf_add_points(to, width);
	pdf_add_points(to, height);
	text_add(to, "re f\n");
}

void canvas_polygon(struct canvas *canvas, const struct point *points,
		    size_t count, const struct colour *fill,
		    const struct stroke *stroke)
{
	assert(count > 1);
	stroke = visible(stroke);
	begin(canvas, fill, stroke);
	for (size_t i = 0; i < count; i++) {
		extend(canvas, points[i], stroke ? stroke->width : 0);
		add_point(canvas, points[i], i == 0 ? "m " : "l ");
	}
	paint(canvas, fill, stroke);
}

/* Four quarters against the clock, each from one direction to the next. */
void canvas_circle(struct canvas *canvas, struct point centre, int32_t radius,
		   const struct colour *fill, const struct stroke *stroke)
{
	static const struct point to[] = {
		{ 1, 0 }, { 0, -1 }, { -1, 0 }, { 0, 1 }, { 1, 0 }
	};
	const int32_t handle = HANDLE(radius);

	stroke = visible(stroke);
	begin(canvas, fill, stroke);
	extend(canvas, centre, radius + (stroke ? stroke->width : 0));
	add_point(canvas, (struct point){ centre.x + radius, centre.y }, "m\n");
	for (int i = 0; i < 4; i++) {
		struct point a = to[i];
		struct point b = to[i + 1];

		add_point(canvas,
			  (struct point){
				  centre.x + a.x * radius + b.x * handle,
				  centre.y + a.y * radius + b.y * handle },
			  "");
		add_point(canvas,
			  (struct point){
				  centre.x + a.x * handle + b.x * radius,
				  centre.y + a.y * handle + b.y * radius },
			  "");
		add_point(canvas,
			  (struct point){ centre.x + b.x * radius,
					  centre.y + b.y * radius },
			  "c\n");
	}
	paint(canvas, fill, stroke);
}
