/*
 * canvas_sample - a document of three pages with everything that a canvas
 * draws: tags, a list, contents with a link, a figure, a table whose cell
 * goes on on the next page, which lies on its side, an attachment.
 */
#ifndef TESTS_CANVAS_SAMPLE_H
#define TESTS_CANVAS_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/text.h"
#include "typeset/canvas.h"

#define FONTS "/usr/share/fonts/truetype/liberation2/LiberationSans-"

static const struct canvas_info sample = {
	.title = "Prognosrapport <& mål>",
	.author = "Nordvikens kommun",
	.subject = "Prognos 1, 2025",
	.language = "sv",
	.date = "2025-05-05",
	.producer = "bokslut 0.1.0",
	.faces = { FONTS "Regular.ttf", FONTS "Bold.ttf", FONTS "Italic.ttf",
		   FONTS "BoldItalic.ttf" },
	.icc = "/usr/share/color/icc/sRGB.icc",
	.attachment_name = "report.xml",
	.attachment_type = "application/xml",
	.attachment_about = "Rapporten",
	.attachment = "<report/>\n",
	.attachment_len = 10,
};

static const struct page_size upright = { 595276, 841890 };
static const struct page_size landscape = { 841890, 595276 };
static const struct font body = { FACE_REGULAR, 10000, { 0, 0, 0 } };
static const struct font heading = { FACE_BOLD, 20000, { 0, 60, 120 } };

static inline void draw(struct canvas *canvas, int32_t y, const char *text)
{
	canvas_text(canvas, (struct point){ 72000, y }, &body, text,
		    strlen(text));
}

static inline void tagged(struct canvas *canvas, enum canvas_tag tag, int32_t y,
			  const char *text)
{
	canvas_open(canvas, tag, NULL);
	draw(canvas, y, text);
	canvas_close(canvas);
}

static inline void draw_matter(struct canvas *canvas)
{
	const struct tag_attributes disc = { .list_numbering = "Disc" };
	const struct tag_attributes note = { .id = "not-1" };

	canvas_destination(canvas, "first", 60000);
	canvas_bookmark(canvas, 1, "Första", "first");
	canvas_bookmark(canvas, 2, "Andra", "last");
	canvas_open(canvas, TAG_H1, NULL);
	canvas_text(canvas, (struct point){ 72000, 80000 }, &heading, "Första",
		    7);
	canvas_close(canvas);
	canvas_open(canvas, TAG_P, NULL);
	draw(canvas, 100000, "Text (med) \\ och upp\u00AD");
	draw(canvas, 112000, "följning ");
	tagged(canvas, TAG_SPAN, 112000, "insprängt ");
	draw(canvas, 124000, "och slut.");
	canvas_close(canvas);
	canvas_open(canvas, TAG_L, &disc);
	canvas_open(canvas, TAG_LI, NULL);
	tagged(canvas, TAG_LBL, 140000, "•");
	tagged(canvas, TAG_LBODY, 140000, "Punkt");
	canvas_close(canvas);
	canvas_close(canvas);
	canvas_open(canvas, TAG_NOTE, &note);
	draw(canvas, 150000, "Not");
	canvas_close(canvas);
}

static inline void draw_contents(struct canvas *canvas)
{
	const struct area area = { .corner = { 72000, 180000 },
				   .width = 100000,
				   .height = 12000 };

	canvas_open(canvas, TAG_TOC, NULL);
	canvas_open(canvas, TAG_TOCI, NULL);
	canvas_open(canvas, TAG_REFERENCE, NULL);
	canvas_open(canvas, TAG_LINK, NULL);
	draw(canvas, 190000, "Sist 3");
	canvas_link(canvas, &area, "last", "Till Sist");
	canvas_close(canvas);
	canvas_close(canvas);
	canvas_close(canvas);
	canvas_close(canvas);
}

static inline void draw_figure(struct canvas *canvas)
{
	const struct tag_attributes alt = { .alt = "Cirkel" };
	const struct colour green = { 0, 128, 0 };
	const struct stroke line = { 1000, { 255, 0, 0 }, 2000 };
	const struct point points[] = { { 100000, 300000 },
					{ 140000, 300000 },
					{ 120000, 260000 } };

	canvas_open(canvas, TAG_FIGURE, &alt);
	canvas_circle(canvas, points[0], 20000, &green, &line);
	canvas_line(canvas, points[0], points[1], &line);
	canvas_polygon(canvas, points, 3, &green, NULL);
	canvas_rectangle(canvas, points[2], 10000, 10000, &green);
	canvas_text_turned(canvas, (struct point){ 200000, 300000 }, 90, &body,
			   "Vriden");
	canvas_close(canvas);
}

/* A table whose one cell goes on on the next page. */
static inline void draw_table(struct canvas *canvas)
{
	const struct tag_attributes over = { .scope = "Column",
					     .column_span = 2 };
	const struct tag_attributes side = { .scope = "Row" };
	tag_handle open[4];

	open[0] = canvas_open(canvas, TAG_TABLE, NULL);
	canvas_open(canvas, TAG_THEAD, NULL);
	canvas_open(canvas, TAG_TR, NULL);
	canvas_open(canvas, TAG_TH, &over);
	draw(canvas, 400000, "Utfall");
	canvas_close(canvas);
	canvas_close(canvas);
	canvas_close(canvas);
	open[1] = canvas_open(canvas, TAG_TBODY, NULL);
	open[2] = canvas_open(canvas, TAG_TR, NULL);
	canvas_open(canvas, TAG_TH, &side);
	draw(canvas, 420000, "Skola");
	canvas_close(canvas);
	open[3] = canvas_open(canvas, TAG_TD, NULL);
	draw(canvas, 420000, "12 345");
	for (int i = 0; i < 4; i++)
		canvas_close(canvas);

	canvas_page(canvas, landscape);
	canvas_artifact_open(canvas);
	draw(canvas, 72000, "Utfall");
	canvas_artifact_close(canvas);
	for (int i = 0; i < 4; i++)
		canvas_reopen(canvas, open[i]);
	draw(canvas, 90000, "går vidare");
	for (int i = 0; i < 4; i++)
		canvas_close(canvas);
}

/* The sample, its TAG_DOCUMENT still open. */
static inline struct canvas *sample_canvas(const struct canvas_info *info)
{
	struct canvas *canvas = canvas_new(info);

	canvas_page(canvas, upright);
	canvas_open(canvas, TAG_DOCUMENT, NULL);
	canvas_pagination_open(canvas, "Header");
	draw(canvas, 40000, "Nordvikens kommun");
	canvas_artifact_close(canvas);
	draw_matter(canvas);
	draw_contents(canvas);
	draw_figure(canvas);
	draw_table(canvas);
	canvas_page(canvas, upright);
	canvas_destination(canvas, "last", 60000);
	tagged(canvas, TAG_P, 72000, "Sist");
	return canvas;
}

static inline void make_sample(struct text *pdf)
{
	struct canvas *canvas = sample_canvas(&sample);
	struct text why = { 0 };

	canvas_close(canvas);
	assert_int_equal(canvas_pages(canvas), 3);
	if (!canvas_end(canvas, pdf, &why))
		fail_msg("canvas_end: %s", text_string(&why));
	text_clear(&why);
}

#endif
