#include "typeset/matrix.h"

#include <string.h>

#include "lib/arena.h"
#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/paragraph.h"
#include "typeset/press.h"

#define FIELD (22 * MPT_PER_MM) /* side of a field */
#define NAMES (30 * MPT_PER_MM) /* width of the names to the left */
#define FIELD_GAP 1000          /* white between fields */
#define CORNER 4000             /* from a field's corner to its letter */
#define RING 6500               /* radius, of a risk's number */
#define RING_GAP 3000           /* between rings */
#define RING_LINE 750
#define NUMBER_SIZE 7500 /* of the number in the ring */
#define LEGEND_GAP 5000

static const struct colour paper = { 255, 255, 255 };

/* Everything that the parts of one matrix share. */
struct grid {
	const struct press *press;
	const struct matrix *matrix;
	const struct text_style *style;
	int32_t width;      /* of all of it */
	int32_t wide, high; /* of a field */
	struct paragraph title;
	struct paragraph across; /* the name of the axis to the right */
	int32_t below;           /* height of the names below the fields */
};

static void fill_words(struct paragraph *into, const struct press *press,
		       const char *text, const struct paragraph_form *form)
{
	struct run run = { .text = text };
	const struct runs runs = { &run, 1 };

	paragraph_fill(into, press, &runs, form);
}

static bool is_in(const struct matrix_risk *risk,
		  const struct matrix_field *field)
{
	return risk->likelihood == field->likelihood &&
	       risk->severity == field->severity;
}

static size_t count_risks(const struct matrix *matrix,
			  const struct matrix_field *field)
{
	size_t count = 0;

	for (size_t i = 0; i < matrix->risk_count; i++)
		if (is_in(&matrix->risks[i], field))
			count++;
	return count;
}

/* How many rings stand side by side in a field. */
static size_t rings_across(const struct grid *grid)
{
	return (size_t)((grid->wide - RING_GAP) / (2 * RING + RING_GAP));
}

/* Fields are as high as the one with most risks needs. */
static int32_t field_height(const struct grid *grid)
{
	const struct matrix *matrix = grid->matrix;
	int32_t height = FIELD;

	for (size_t i = 0; i < matrix->field_count; i++) {
		const size_t risks = count_risks(matrix, &matrix->fields[i]);
		const size_t across = rings_across(grid);
		const int32_t rows = (int32_t)((risks + across - 1) / across);
		const int32_t need = grid->style->leading +
				     rows * (2 * RING + RING_GAP) +
				     2 * RING_GAP;

		if (height < need)
			height = need;
	}
	return height;
}

static struct paragraph_form name_form(const struct grid *grid)
{
	return (struct paragraph_form){
		.style = grid->style,
		.measure = grid->wide - 2 * FIELD_GAP,
		.align = ALIGN_MIDDLE,
	};
}

static int32_t names_below(const struct grid *grid)
{
	const struct paragraph_form form = name_form(grid);
	int32_t height = 0;

	for (size_t i = 0; i < grid->matrix->severity_count; i++) {
		struct paragraph name = { 0 };

		fill_words(&name, grid->press, grid->matrix->severities[i],
			   &form);
		if (height < paragraph_height(&name, name.line_count))
			height = paragraph_height(&name, name.line_count);
		paragraph_clear(&name);
	}
	return height;
}

static void measure(struct grid *grid, const struct press *press,
		    const struct matrix *matrix, int32_t width)
{
	const struct paragraph_form caption = {
		.style = &press->style->texts[TEXT_CAPTION],
		.measure = width,
	};
	const int32_t room = (width - NAMES) / (int32_t)matrix->severity_count;
	struct paragraph_form axis = {
		.style = &press->style->texts[TEXT_TABLE],
		.align = ALIGN_MIDDLE,
	};

	grid->press = press;
	grid->matrix = matrix;
	grid->style = &press->style->texts[TEXT_TABLE];
	grid->width = width;
	grid->wide = room < FIELD ? room : FIELD;
	grid->high = field_height(grid);
	axis.measure = grid->wide * (int32_t)matrix->severity_count;
	fill_words(&grid->title, press, matrix->title, &caption);
	fill_words(&grid->across, press, matrix->severity, &axis);
	grid->below = names_below(grid);
}

static void clear(struct grid *grid)
{
	paragraph_clear(&grid->title);
	paragraph_clear(&grid->across);
}

/* The name of the axis that goes up stands above it. */
static int32_t top_of(const struct grid *grid)
{
	return paragraph_height(&grid->title, grid->title.line_count) +
	       grid->title.form.style->after + grid->style->leading;
}

static size_t class_size(const struct matrix *matrix, const char *letter)
{
	size_t count = 0;

	for (size_t i = 0; i < matrix->field_count; i++)
		if (strcmp(matrix->fields[i].letter, letter) == 0)
			count += count_risks(matrix, &matrix->fields[i]);
	return count;
}

/* "H Hög: 1" */
static int32_t set_legend(const struct grid *grid, struct point at, bool draw)
{
	const struct matrix *matrix = grid->matrix;
	const struct area area = { .corner = at, .width = grid->width };
	struct arena arena = { 0 };
	struct chart_text *entries =
		arena_alloc(&arena, matrix->class_count * sizeof(*entries) + 1);
	int32_t height;

	for (size_t i = 0; i < matrix->class_count; i++) {
		const struct matrix_class *class = &matrix->classes[i];

		entries[i] = (struct chart_text){
			.text = arena_printf(&arena, "%s %s: %zu",
					     class->letter, class->name,
					     class_size(matrix, class->letter)),
			.font = grid->style->font,
		};
	}
	height = chart_legend_set(grid->press, entries, matrix->class_count,
				  area, draw);
	arena_clear(&arena);
	return height;
}

static int32_t grid_height(const struct grid *grid)
{
	return grid->high * (int32_t)grid->matrix->likelihood_count;
}

int32_t matrix_height(const struct press *press, const struct matrix *matrix,
		      int32_t width)
{
	const struct point nowhere = { 0 };
	struct grid grid = { 0 };
	int32_t height;

	measure(&grid, press, matrix, width);
	height = top_of(&grid) + grid_height(&grid) + grid.below +
		 paragraph_height(&grid.across, grid.across.line_count) +
		 LEGEND_GAP + set_legend(&grid, nowhere, false);
	clear(&grid);
	return height;
}

static void draw_ring(const struct grid *grid, const char *number,
		      struct point middle)
{
	const struct press *press = grid->press;
	const struct stroke line = {
		.width = RING_LINE,
		.colour = press->style->colours[COLOUR_INK],
	};
	struct font font = grid->style->font;
	int32_t wide;

	font.face = FACE_BOLD;
	font.size = NUMBER_SIZE;
	wide = canvas_width(press->canvas, &font, number, strlen(number));
	canvas_circle(press->canvas, middle, RING, &paper, &line);
	chart_word_draw(
		press, &font,
		(struct point){
			middle.x - wide / 2,
			middle.y +
				canvas_cap_height(press->canvas, &font) / 2 },
		number);
}

/* Rings in rows below the letter. */
static void draw_risks(const struct grid *grid,
		       const struct matrix_field *field, struct point corner)
{
	const struct matrix *matrix = grid->matrix;
	const int32_t step = 2 * RING + RING_GAP;
	const int32_t across = (int32_t)rings_across(grid);
	int32_t count = 0;

	for (size_t i = 0; i < matrix->risk_count; i++) {
		if (!is_in(&matrix->risks[i], field))
			continue;
		draw_ring(grid, matrix->risks[i].number,
			  (struct point){ corner.x + RING_GAP + RING +
						  count % across * step,
					  corner.y + grid->style->leading +
						  RING_GAP + RING +
						  count / across * step });
		count++;
	}
}

static struct colour colour_of(const struct grid *grid, const char *letter)
{
	const struct matrix *matrix = grid->matrix;
	struct colour colour = grid->press->style->colours[COLOUR_BAND];

	for (size_t i = 0; i < matrix->class_count; i++) {
		const struct matrix_class *class = &matrix->classes[i];

		if (strcmp(class->letter, letter) == 0 &&
		    house_style_colour(&colour, class->colour))
			break;
	}
	return colour;
}

static void draw_field(const struct grid *grid,
		       const struct matrix_field *field, struct point origin)
{
	const struct press *press = grid->press;
	const int32_t up =
		(int32_t)grid->matrix->likelihood_count - field->likelihood;
	const struct point corner = {
		origin.x + (field->severity - 1) * grid->wide,
		origin.y + up * grid->high,
	};
	const struct colour fill = colour_of(grid, field->letter);
	struct font font = grid->style->font;

	font.face = FACE_BOLD;
	canvas_rectangle(press->canvas, corner, grid->wide - FIELD_GAP,
			 grid->high - FIELD_GAP, &fill);
	chart_word_draw(press, &font,
			(struct point){ corner.x + CORNER,
					corner.y + CORNER +
						canvas_cap_height(press->canvas,
								  &font) },
			field->letter);
	draw_risks(grid, field, corner);
}

/* Names of the steps upwards, each in the middle of its row. */
static void draw_left(const struct grid *grid, struct point corner)
{
	const struct matrix *matrix = grid->matrix;
	const struct paragraph_form form = {
		.style = grid->style,
		.measure = NAMES - 2 * CORNER,
		.align = ALIGN_RIGHT,
	};

	for (size_t i = matrix->likelihood_count; i > 0; i--) {
		struct paragraph name = { 0 };
		struct point at = corner;

		fill_words(&name, grid->press, matrix->likelihoods[i - 1],
			   &form);
		at.y += (grid->high -
			 paragraph_height(&name, name.line_count)) /
			2;
		paragraph_draw(&name, grid->press, at, 0, name.line_count);
		chart_word_draw(grid->press, &grid->style->font, at, "");
		paragraph_clear(&name);
		corner.y += grid->high;
	}
}

static void draw_below(const struct grid *grid, struct point corner)
{
	const struct paragraph_form form = name_form(grid);
	struct point at = corner;

	for (size_t i = 0; i < grid->matrix->severity_count; i++) {
		struct paragraph name = { 0 };

		fill_words(&name, grid->press, grid->matrix->severities[i],
			   &form);
		paragraph_draw(&name, grid->press, at, 0, name.line_count);
		chart_word_draw(grid->press, &grid->style->font, at, "");
		paragraph_clear(&name);
		at.x += grid->wide;
	}
	at = (struct point){ corner.x, corner.y + grid->below };
	paragraph_draw(&grid->across, grid->press, at, 0,
		       grid->across.line_count);
	chart_word_draw(grid->press, &grid->style->font, at, "");
}

static void draw_title(const struct grid *grid, struct point at)
{
	const struct press *press = grid->press;
	const struct paragraph *title = &grid->title;

	paragraph_draw(title, press, at, 0, title->line_count);
	chart_word_draw(press, &title->form.style->font, at, "");
	at.y += top_of(grid) - CORNER;
	chart_word_draw(press, &grid->style->font, at,
			grid->matrix->likelihood);
}

void matrix_draw(const struct press *press, const struct matrix *matrix,
		 struct point at, int32_t width)
{
	const struct tag_attributes attributes = { .alt = matrix->alt };
	struct grid grid = { 0 };
	struct point origin;

	measure(&grid, press, matrix, width);
	origin = (struct point){ at.x + NAMES, at.y + top_of(&grid) };
	canvas_open(press->canvas, TAG_FIGURE, &attributes);
	draw_title(&grid, at);
	draw_left(&grid, (struct point){ at.x, origin.y });
	for (size_t i = 0; i < matrix->field_count; i++)
		draw_field(&grid, &matrix->fields[i], origin);
	origin.y += grid_height(&grid);
	draw_below(&grid, origin);
	at.y = origin.y + grid.below + LEGEND_GAP +
	       paragraph_height(&grid.across, grid.across.line_count);
	(void)set_legend(&grid, at, true);
	canvas_close(press->canvas);
	clear(&grid);
}
