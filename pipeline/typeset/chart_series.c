/*
 * chart_series - rows of bars with one label, and the series that they are of.
 *
 * A series without a colour of its own has the house's, lighter the later it
 * comes: in grey the order of the legend still tells them apart.
 */
#include <string.h>

#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/house_style.h"
#include "typeset/press.h"

#define LIGHTER 30 /* per cent of the way to white, for each series */

size_t chart_row_end(const struct chart *chart, size_t first)
{
	const struct chart_bar *bars = chart->bars;
	size_t end = first + 1;

	while (end < chart->bar_count && bars[first].series &&
	       strcmp(bars[end].label, bars[first].label) == 0)
		end++;
	return end;
}

/* Whether another bar before this one is of its series. */
static bool is_known(const struct chart *chart, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (chart->bars[i].series &&
		    strcmp(chart->bars[i].series, chart->bars[at].series) == 0)
			return true;
	return false;
}

/* The first bar of each series stands for it. */
size_t chart_series(const struct chart *chart, const struct chart_bar *bar)
{
	size_t number = 0;

	for (size_t i = 0; bar->series && i < chart->bar_count; i++) {
		const struct chart_bar *one = &chart->bars[i];

		if (!one->series || is_known(chart, i))
			continue;
		if (strcmp(one->series, bar->series) == 0)
			break;
		number++;
	}
	return number;
}

size_t chart_series_count(const struct chart *chart)
{
	size_t count = 0;

	for (size_t i = 0; i < chart->bar_count; i++)
		if (chart->bars[i].series && !is_known(chart, i))
			count++;
	return count;
}

static uint8_t lighter(uint8_t part, size_t number)
{
	const int share = (int)number * LIGHTER;

	return (uint8_t)(part + (255 - part) * share / 100);
}

struct colour chart_colour(const struct press *press, const struct chart *chart,
			   const struct chart_bar *bar)
{
	struct colour colour = press->style->colours[COLOUR_HOUSE];
	const size_t number = chart_series(chart, bar);

	if (bar->colour && house_style_colour(&colour, bar->colour))
		return colour;
	return (struct colour){ lighter(colour.red, number),
				lighter(colour.green, number),
				lighter(colour.blue, number) };
}

const char *chart_symbol(const struct chart *chart, const struct chart_bar *bar)
{
	static const char *const symbols[CHART_SERIES] = { "circle", "triangle",
							   "diamond",
							   "square" };

	if (chart->kind != CHART_TREND)
		return bar->symbol ? bar->symbol : "square";
	return symbols[chart_series(chart, bar) % CHART_SERIES];
}

int32_t chart_series_legend(const struct press *press,
			    const struct chart *chart, struct area area,
			    bool draw)
{
	struct chart_text entries[CHART_SERIES];
	size_t count = 0;

	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct chart_bar *bar = &chart->bars[i];

		if (count == CHART_SERIES || !bar->series || is_known(chart, i))
			continue;
		entries[count++] = (struct chart_text){
			.text = bar->series,
			.symbol = chart_symbol(chart, bar),
			.colour = chart_colour(press, chart, bar),
			.font = press->style->texts[TEXT_TABLE].font,
		};
	}
	return count ? chart_legend_set(press, entries, count, area, draw) : 0;
}
