/*
 * nordviken_visits - the visits of Nordviken's home care, 18-31 August 2023.
 *
 *	nordviken_visits >hembesok.csv
 *
 * One row per visit: day, group, client and member of staff, UTF-8 with LF.
 * The members of staff that a client meets, on the average of each group, are
 * the published 14.19, 13.53, 15.87, 14.22 and 11.68; the mean of the five is
 * 13.9, while that of all clients is another (1018 over 74).  Some visits of
 * the week before stand in the export too, and are of no window.
 */
#include <stdint.h>
#include <stdio.h>

#include "chance.h"

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

#define SEED UINT64_C(20230831)
#define FIRST_DAY 18
#define LAST_DAY 31

/* So many clients meet so many, added up over the clients. */
static const struct {
	const char *name;
	int clients;
	int met;
} groups[] = {
	{ "Hemtjänst Hamnen", 16, 227 },  /* 14.1875 */
	{ "Hemtjänst Kvarnen", 15, 203 }, /* 13.5333 */
	{ "Hemtjänst Sjövik", 15, 238 },  /* 15.8667 */
	{ "Hemtjänst Tallåsen", 9, 128 }, /* 14.2222 */
	{ "Hemtjänst Ängen", 19, 222 },   /* 11.6842 */
};

static void print_visit(int day, size_t group, int client, int staff)
{
	printf("2023-08-%02d;%s;B%d%02d;P%d%02d\n", day, groups[group].name,
	       (int)group + 1, client + 1, (int)group + 1, staff + 1);
}

/* Everyone that the client meets comes once, and some come again. */
static void print_client(struct chance *chance, size_t group, int client,
			 int met)
{
	int first = chance_below(chance, 30);

	for (int i = 0; i < met; i++) {
		int staff = (first + i) % 30;

		print_visit(chance_between(chance, FIRST_DAY, LAST_DAY), group,
			    client, staff);
		if (chance_happens(chance, 300))
			print_visit(chance_between(chance, FIRST_DAY, LAST_DAY),
				    group, client, staff);
	}
	if (chance_happens(chance, 200))
		print_visit(FIRST_DAY - 3, group, client, (first + 29) % 30);
}

/* Half of the clients meet two more than the mean, half two fewer. */
static void print_group(struct chance *chance, size_t group)
{
	int clients = groups[group].clients;
	int rest = groups[group].met % clients;

	for (int i = 0; i < clients; i++) {
		int met = groups[group].met / clients + (i < rest ? 1 : 0);

		if (i + 1 < clients || clients % 2 == 0)
			met += i % 2 == 0 ? 2 : -2;
		print_client(chance, group, i, met);
	}
}

int main(void)
{
	struct chance chance = { SEED };

	printf("Dag;Hemtjänstgrupp;Brukare;Personal\n");
	for (size_t i = 0; i < COUNT_OF(groups); i++)
		print_group(&chance, i);
	return 0;
}
