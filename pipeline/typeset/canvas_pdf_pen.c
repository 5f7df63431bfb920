/*
 * The pen: whose what is drawn is, and with which colours and lines.  Each run
 * of drawing that belongs to one element is one marked content; colours and
 * strokes are written only when they change.
 */
#include <assert.h>

#include "typeset/canvas_pdf.h"

void pen_start(struct pen *pen, struct text content)
{
	pen->content = content;
	pen->in_text = false;
	pen->font = 0;
	pen->has_fill = false;
	pen->has_stroke = false;
	pen->marked = false;
}

void pen_end_text(struct pen *pen)
{
	if (pen->in_text)
		text_add(&pen->content, "ET\n");
	pen->in_text = false;
}

void pen_end(struct pen *pen)
{
	pen_end_text(pen);
	if (pen->marked)
		text_add(&pen->content, "EMC\n");
	pen->marked = false;
}

int32_t pen_up(const struct canvas *canvas, int32_t y)
{
	return sheet_up(canvas, (int)canvas->page, y);
}

static void begin_mark(struct canvas *canvas, tag_handle owner)
{
	struct pen *pen = &canvas->pen;
	struct sheet *sheet = &canvas->sheets[canvas->page - 1];

	pen_end(pen);
	pen->marked = true;
	pen->owner = owner;
	if (owner == 0) {
		text_add(&pen->content, pen->artifact);
		return;
	}
	text_add_char(&pen->content, '/');
	text_add(&pen->content, tags_name(&canvas->tags, owner));
	text_add(&pen->content, " <</MCID ");
	text_add_number(&pen->content, sheet->mark_count);
	text_add(&pen->content, ">> BDC\n");
	tags_add_mark(&canvas->pdf, &canvas->tags, owner, (int)canvas->page,
		      (int)sheet->mark_count);
	sheet->marks = arena_grow(&canvas->pdf.arena, sheet->marks,
				  sheet->mark_count, sizeof(owner));
	sheet->marks[sheet->mark_count++] = owner;
}

/* Be inside the marked content of whom the drawing belongs to. */
void pen_mark(struct canvas *canvas)
{
	struct pen *pen = &canvas->pen;
	tag_handle owner = 0;

	assert(canvas->page > 0);
	if (!pen->artifact) {
		owner = tags_innermost(&canvas->tags);
		assert(owner != 0 && tags_hold_text(&canvas->tags, owner));
	}
	if (!pen->marked || pen->owner != owner)
		begin_mark(canvas, owner);
}

/* Inside another artifact it changes nothing: all of that is decoration. */
static void open_artifact(struct canvas *canvas, const char *begin)
{
	if (canvas->pen.artifact_depth++ == 0)
		canvas->pen.artifact = begin;
}

void canvas_artifact_open(struct canvas *canvas)
{
	open_artifact(canvas, "/Artifact BMC\n");
}

void canvas_pagination_open(struct canvas *canvas, const char *subtype)
{
	open_artifact(canvas, arena_printf(&canvas->pdf.arena,
					   "/Artifact <</Type /Pagination "
					   "/Subtype /%s>> BDC\n",
					   subtype));
}

void canvas_artifact_close(struct canvas *canvas)
{
	assert(canvas->pen.artifact_depth > 0);
	if (--canvas->pen.artifact_depth > 0)
		return;
	if (canvas->pen.marked && canvas->pen.owner == 0)
		pen_end(&canvas->pen);
	canvas->pen.artifact = NULL;
}

bool canvas_in_artifact(const struct canvas *canvas)
{
	return canvas->pen.artifact_depth > 0;
}

static bool same_colour(struct colour a, struct colour b)
{
	return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void add_colour(struct text *to, struct colour colour)
{
	const uint8_t parts[] = { colour.red, colour.green, colour.blue };

	for (int i = 0; i < 3; i++)
		pdf_add_points(to, (parts[i] * 1000 + 127) / 255);
}

void pen_fill(struct pen *pen, struct colour colour)
{
	if (pen->has_fill && same_colour(pen->fill, colour))
		return;
	add_colour(&pen->content, colour);
	text_add(&pen->content, "rg\n");
	pen->fill = colour;
	pen->has_fill = true;
}

void pen_stroke(struct pen *pen, const struct stroke *stroke)
{
	const struct stroke *old = pen->has_stroke ? &pen->stroke : NULL;
	struct text *to = &pen->content;

	if (!old || !same_colour(old->colour, stroke->colour)) {
		add_colour(to, stroke->colour);
		text_add(to, "RG\n");
	}
	if (!old || old->width != stroke->width) {
		pdf_add_points(to, stroke->width);
		text_add(to, "w\n");
	}
	if (!old || old->dash != stroke->dash) {
		text_add_char(to, '[');
		if (stroke->dash > 0)
			pdf_add_points(to, stroke->dash);
		text_add(to, "] 0 d\n");
	}
	pen->stroke = *stroke;
	pen->has_stroke = true;
}
