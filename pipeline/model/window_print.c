#include <assert.h>
#include <string.h>

#include "lib/text.h"
#include "model/window.h"

#define EN_DASH "\xe2\x80\x93"

struct month_names {
	const char *language;
	const char *months[12];
};

static const struct month_names names[] = {
	{ "en",
	  { "January", "February", "March", "April", "May", "June", "July",
	    "August", "September", "October", "November", "December" } },
	{ "sv",
	  { "januari", "februari", "mars", "april", "maj", "juni", "juli",
	    "augusti", "september", "oktober", "november", "december" } },
};

const char *date_month_name(int month, const char *language)
{
	assert(month >= 1 && month <= 12);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].language, language) == 0)
			return names[i].months[month - 1];
	return names[0].months[month - 1];
}

void date_print(struct text *text, struct date date, const char *language)
{
	assert(date_is_sound(date));
	text_printf(text, "%d %s %d", date.day,
		    date_month_name(date.month, language), date.year);
}

/* "2025", "2023–2025", "april 2025", "januari–april 2025" */
static void print_months(struct text *text, const struct window *window,
			 const char *language)
{
	const struct date *first = &window->first;
	const struct date *last = &window->last;
	bool whole_years = first->month == 1 && last->month == 12;
	bool one_year = first->year == last->year;

	if (whole_years && !one_year)
		text_printf(text, "%d" EN_DASH, first->year);
	if (!whole_years) {
		if (!one_year)
			text_printf(text, "%s %d" EN_DASH,
				    date_month_name(first->month, language),
				    first->year);
		else if (first->month != last->month)
			text_printf(text, "%s" EN_DASH,
				    date_month_name(first->month, language));
		text_printf(text, "%s ",
			    date_month_name(last->month, language));
	}
	text_printf(text, "%d", last->year);
}

/* "1–15 april 2025", "15 januari–30 april 2025" */
static void print_days(struct text *text, const struct window *window,
		       const char *language)
{
	const struct date *first = &window->first;
	const struct date *last = &window->last;

	if (first->year != last->year)
		date_print(text, *first, language);
	else if (first->month != last->month)
		text_printf(text, "%d %s", first->day,
			    date_month_name(first->month, language));
	else if (first->day != last->day)
		text_printf(text, "%d", first->day);
	if (date_compare(*first, *last) != 0)
		text_add(text, EN_DASH);
	date_print(text, *last, language);
}

void window_print(struct text *text, struct window window, const char *language)
{
	assert(window.form != WINDOW_NONE);
	if (window.form == WINDOW_MONTHS)
		print_months(text, &window, language);
	else
		print_days(text, &window, language);
}
