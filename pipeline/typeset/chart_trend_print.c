/*
 * chart_trend_print - values beside the points of a line, where nothing goes
 * through them.
 *
 * A value stands above its point, or below it if a target, a mean, the line
 * itself or the value before it is in its way; if they are on both sides, just
 * beyond the target or mean.
 */
#include "model/report.h"
#include "typeset/chart_trend.h"
#include "typeset/house_style.h"
#include "typeset/press.h"

#define CLEAR 1500 /* between a value and a line */
#define TAIL 2000  /* of a comma, below the baseline */
#define FAR 20000  /* from a point, a value is taken for another's */

/* What it costs to stand badly. */
#define OUTSIDE 1000 /* of the plot, or far away */
#define CROSSED 100  /* by a level */
#define COVERED 10   /* another value, or the point */
#define TOUCHED 1    /* by the line */

struct box {
	int32_t left, top, right, bottom;
};

struct printing {
	const struct trend *trend;
	struct point points[3]; /* before, the one, after */
	bool known[3];
	int32_t wide, cap; /* of the value */
	struct box before; /* the value before it */
};

static struct box box_at(const struct printing *printing, int32_t base)
{
	const struct point at = printing->points[1];

	return (struct box){
		.left = at.x - printing->wide / 2,
		.top = base - printing->cap,
		.right = at.x + printing->wide / 2,
		.bottom = base + TAIL,
	};
}

static bool is_over(const struct box *box, int32_t top, int32_t bottom)
{
	return box->top < bottom + CLEAR && box->bottom > top - CLEAR;
}

static int32_t height_at(struct point from, struct point to, int32_t x)
{
	if (x <= from.x)
		return from.y;
	if (x >= to.x)
		return to.y;
	return from.y + (int32_t)((int64_t)(to.y - from.y) * (x - from.x) /
				  (to.x - from.x));
}

/* Whether a part of the line goes through the figures in a box. */
static bool is_touched(const struct box *value, struct point from,
		       struct point to)
{
	const struct box figures = { value->left, value->top, value->right,
				     value->bottom - TAIL };
	const struct box *box = &figures;
	const int32_t left = height_at(from, to, box->left);
	const int32_t right = height_at(from, to, box->right);

	if (left < right)
		return is_over(box, left, right);
	return is_over(box, right, left);
}

/* Whether it leaves the room around the plot, or is far from its point. */
static bool is_outside(const struct printing *printing, const struct box *box)
{
	const struct trend *trend = printing->trend;
	const int32_t y = printing->points[1].y;

	return y - box->bottom > FAR || box->top - y > FAR ||
	       box->top < -trend->style->leading - TREND_GAP ||
	       box->bottom > TREND_HEIGHT + trend->below;
}

/* Whether it lies over its point, or over the value before it. */
static bool covers(const struct printing *printing, const struct box *box)
{
	const struct box *before = &printing->before;
	const int32_t y = printing->points[1].y;

	return is_over(box, y, y) ||
	       (box->left < before->right &&
		is_over(box, before->top, before->bottom));
}

static int cost_at(const struct printing *printing, int32_t base)
{
	const struct trend *trend = printing->trend;
	const struct box box = box_at(printing, base);
	int cost = 0;

	if (is_outside(printing, &box))
		cost += OUTSIDE;
	if (covers(printing, &box))
		cost += COVERED;
	for (size_t i = 0; i < trend->level_count; i++) {
		const int32_t y = trend_y(trend, trend->levels[i].value);

		cost += is_over(&box, y, y) ? CROSSED : 0;
	}
	for (int i = 0; i < 2; i++)
		if (printing->known[i] && printing->known[i + 1] &&
		    is_touched(&box, printing->points[i],
			       printing->points[i + 1]))
			cost += TOUCHED;
	return cost;
}

/* The baseline that costs least: above, below, beyond a level. */
static int32_t best_base(const struct printing *printing)
{
	const struct trend *trend = printing->trend;
	const int32_t y = printing->points[1].y;
	const int32_t over = CLEAR + TAIL;
	const int32_t under = CLEAR + printing->cap;
	int32_t bases[2 + 2 * CHART_LEVELS] = {
		y - TREND_GAP,
		y + TREND_GAP + printing->cap,
	};
	size_t count = 2;
	size_t best = 0;

	for (size_t i = 0; i < trend->level_count; i++) {
		const int32_t level = trend_y(trend, trend->levels[i].value);

		bases[count++] = level - over;
		bases[count++] = level + under;
	}
	for (size_t i = 1; i < count; i++)
		if (cost_at(printing, bases[i]) <
		    cost_at(printing, bases[best]))
			best = i;
	return bases[best];
}

static void take_point(struct printing *printing, int i, size_t period)
{
	const struct trend *trend = printing->trend;
	const struct chart_bar *bars = trend->chart->bars;

	printing->known[i] = period < trend->periods && !bars[period].missing;
	if (printing->known[i])
		printing->points[i] = (struct point){
			trend_x(trend, period),
			trend_y(trend, bars[period].value),
		};
}

void trend_draw_prints(const struct trend *trend, struct point origin)
{
	const struct font *font = &trend->style->font;
	struct printing printing = {
		.trend = trend,
		.cap = canvas_cap_height(trend->press->canvas, font),
		.before = { .right = INT32_MIN },
	};

	for (size_t i = 0; i < trend->periods; i++) {
		const struct chart_bar *bar = &trend->chart->bars[i];
		int32_t base;

		for (size_t k = 0; k < 3; k++)
			take_point(&printing, (int)k, i + k - 1);
		if (!printing.known[1])
			continue;
		printing.wide = trend_text_width(trend, bar->print);
		base = best_base(&printing);
		printing.before = box_at(&printing, base);
		chart_word_draw(trend->press, font,
				(struct point){ origin.x + printing.before.left,
						origin.y + base },
				bar->print);
	}
}
