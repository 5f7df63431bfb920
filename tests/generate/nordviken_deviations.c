/*
 * nordviken_deviations - the deviations that Nordviken's units reported in
 * January-August 2023, one a row.
 *
 *	nordviken_deviations >avvikelser.csv
 *
 * Number, day, law, unit, and whether it was followed up: "ja", "nej", or
 * nothing where the unit does not tell.  UTF-8 with byte order mark and CRLF.
 * The published counts: 186 by SoL of which 161 were followed up, 138 (116) and
 * 39 (36) of them in two units; 115 (67) by LSS; 19 (13), 19 (19) and 15.  Six
 * of September stand in the export too, and are of no window.
 */
#include <stdint.h>
#include <stdio.h>

#include "chance.h"

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

#define SEED UINT64_C(20230901)
#define LATE 6 /* in September */

static const struct {
	const char *law;
	const char *unit;
	int count;
	int followed; /* -1: not told */
} units[] = {
	{ "SoL", "Särskilt boende/demens", 138, 116 },
	{ "SoL", "Hemtjänst", 39, 36 },
	{ "SoL", "Korttidsvård", 9, 9 },
	{ "LSS", "Gruppbostad", 115, 67 },
	{ "SoL", "Familjehem", 19, 13 },
	{ "SoL", "Ekonomiskt bistånd", 19, 19 },
	{ "SoL", "Barn- och ungdomsgruppen", 15, -1 },
};

static void print_row(struct chance *chance, int number, size_t unit,
		      const char *followed)
{
	printf("A23-%03d;2023-%02d-%02d;%s;%s;%s\r\n", number,
	       chance_between(chance, 1, 8), chance_between(chance, 1, 28),
	       units[unit].law, units[unit].unit, followed);
}

/* Those that were followed up stand among the others, evenly. */
static int print_unit(struct chance *chance, int number, size_t unit)
{
	const int count = units[unit].count;
	const int followed = units[unit].followed;

	for (int i = 0; i < count; i++) {
		const int before = i * followed / count;
		const int after = (i + 1) * followed / count;
		const char *told = after > before ? "ja" : "nej";

		print_row(chance, ++number, unit, followed < 0 ? "" : told);
	}
	return number;
}

int main(void)
{
	struct chance chance = { SEED };
	int number = 0;

	printf("\xef\xbb\xbf"
	       "Nummer;Dag;Lagrum;Enhet;Följd upp\r\n");
	for (size_t i = 0; i < COUNT_OF(units); i++)
		number = print_unit(&chance, number, i);
	for (int i = 0; i < LATE; i++)
		printf("A23-%03d;2023-09-%02d;LSS;Gruppbostad;nej\r\n",
		       ++number, chance_between(&chance, 1, 25));
	return 0;
}
