/*
 * nordviken_hr - the absence export of Nordviken's HR system.
 *
 *	nordviken_hr >franvaro.csv
 *
 * One row per employee and month, January to March 2025, in Windows-1252 with
 * CRLF and decimal comma.  Sick leave over ordinary hours is exactly 31415.00
 * of 261792.00; on top comes one row whose unit is misspelt and which readers
 * must refuse.  Time is counted in quarters of an hour, so sums are exact.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "chance.h"

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

#define MONTHS 3
#define EMPLOYEES 1200
#define ORDINARY_QUARTERS (INT64_C(261792) * 4)
#define SICK_QUARTERS (31415 * 4)
#define SEED UINT64_C(20250505)

/* The row to refuse stands before this one. */
#define MISSPELT_BEFORE 1873

enum form { FORM_MONTHLY, FORM_HOURLY };

/* The employees of one unit, as the HR system calls it. */
struct group {
	const char *unit;
	int monthly;
	int hourly;
	int sick; /* in 100 of what is usual */
};

static const struct group groups[] = {
	{ "Förv.gem", 22, 4, 70 },  { "LSS", 118, 128, 95 },
	{ "Soc.psyk", 8, 6, 80 },   { "HTJ Nord", 62, 98, 150 },
	{ "HTJ Syd", 58, 92, 145 }, { "HSV", 44, 16, 85 },
	{ "SÄBO", 158, 236, 115 },  { "IFO", 66, 8, 80 },
	{ "AMI", 24, 52, 65 },
};

struct employee {
	const struct group *group;
	int number; /* invented; printed as A01234 */
	enum form form;
	int contract;  /* per cent of full time; 0 by the hour */
	int long_sick; /* per cent away all three months; 0 for most */
};

struct absence {
	int month; /* from 1 */
	const struct employee *employee;
	int ordinary;   /* quarters of an hour, from here on */
	int sick;       /* at most `ordinary` */
	int first_days; /* of `sick`: days 1 to 14 of an absence */
};

struct export
{
	struct absence rows[EMPLOYEES * MONTHS];
	size_t count;
};

/* Quarters of an hour of full time: 21, 20 and 21 days of 8 hours. */
static const int full_time[MONTHS] = { 672, 640, 672 };

static struct employee employ(const struct group *group, int index,
			      enum form form, struct chance *chance)
{
	static const int contracts[] = { 100, 100, 100, 90, 85, 80,
					 80,  75,  75,  60, 50, 50 };
	static const int parts[] = { 100, 100, 75, 50, 50, 25 };
	struct employee employee = { .group = group, .form = form };

	/* 9973 is prime, so no number comes twice. */
	employee.number = 1000 + index * 7919 % 9973;
	if (form == FORM_HOURLY)
		return employee;
	employee.contract =
		contracts[chance_below(chance, COUNT_OF(contracts))];
	if (chance_happens(chance, 55 * group->sick / 100))
		employee.long_sick =
			parts[chance_below(chance, COUNT_OF(parts))];
	return employee;
}

static void employ_all(struct employee *employees, struct chance *chance)
{
	int index = 0;

	for (size_t i = 0; i < COUNT_OF(groups); i++) {
		int all = groups[i].monthly + groups[i].hourly;

		for (int j = 0; j < all; j++, index++)
			employees[index] =
				employ(&groups[i], index,
				       j < groups[i].monthly ? FORM_MONTHLY
							     : FORM_HOURLY,
				       chance);
	}
	assert(index == EMPLOYEES);
}

/* Some begin in February, some leave before March. */
static bool works(const struct employee *employee, int month)
{
	if (month == 1 && employee->number % 37 == 5)
		return false;
	return month != 3 || employee->number % 53 != 11;
}

static void add_rows(struct export *export, const struct employee *employees,
		     struct chance *chance)
{
	for (int month = 1; month <= MONTHS; month++) {
		for (int i = 0; i < EMPLOYEES; i++) {
			const struct employee *employee = &employees[i];
			struct absence *row;

			if (!works(employee, month))
				continue;
			row = &export->rows[export->count++];
			row->month = month;
			row->employee = employee;
			row->ordinary =
				full_time[month - 1] * employee->contract / 100;
			if (employee->form == FORM_HOURLY)
				row->ordinary = chance_between(chance, 16, 200);
		}
	}
}

/*
 * Share what full time leaves of the ordinary hours among those paid by the
 * hour, as their drawn hours are to each other; rounding runs on from row to
 * row, so that the sum is exact.
 */
static void settle_ordinary(struct export *export)
{
	int64_t left = ORDINARY_QUARTERS;
	int64_t drawn = 0;
	int64_t before = 0;

	for (size_t i = 0; i < export->count; i++) {
		if (export->rows[i].employee->form == FORM_MONTHLY)
			left -= export->rows[i].ordinary;
		else
			drawn += export->rows[i].ordinary;
	}
	assert(left > 0 && drawn > 0);
	for (size_t i = 0; i < export->count; i++) {
		struct absence *row = &export->rows[i];
		int64_t after;

		if (row->employee->form == FORM_MONTHLY)
			continue;
		after = before + row->ordinary;
		row->ordinary =
			(int)(left * after / drawn - left * before / drawn);
		before = after;
	}
}

/* Days away in a month of 21, drawn for someone who is not away for long. */
static int days_away(const struct employee *employee, struct chance *chance)
{
	int usual = employee->form == FORM_MONTHLY ? 320 : 230;

	if (chance_happens(chance, usual * employee->group->sick / 100))
		return chance_between(chance, 1, 5);
	if (chance_happens(chance, 105 * employee->group->sick / 100))
		return chance_between(chance, 6, 16);
	return 0;
}

static void fall_ill(struct absence *row, struct chance *chance)
{
	if (row->employee->long_sick) {
		row->sick = row->ordinary * row->employee->long_sick / 100;
		return;
	}
	row->sick = row->ordinary * days_away(row->employee, chance) / 21;
}

/* Whether a row's sick leave may move by `step` and stay what it is. */
static bool may_move(const struct absence *row, int step)
{
	if (!row->sick || row->employee->long_sick)
		return false;
	return row->sick + step > 0 && row->sick + step <= row->ordinary;
}

/* Draw sick leave, then move it by quarters until the sum is exact. */
static void settle_sick(struct export *export, struct chance *chance)
{
	int left = SICK_QUARTERS;

	for (size_t i = 0; i < export->count; i++) {
		fall_ill(&export->rows[i], chance);
		left -= export->rows[i].sick;
	}
	while (left) {
		int step = left > 0 ? 1 : -1;
		bool moved = false;

		for (size_t i = 0; i < export->count && left; i++) {
			if (!may_move(&export->rows[i], step))
				continue;
			export->rows[i].sick += step;
			left -= step;
			moved = true;
		}
		assert(moved);
	}
}

/* The first 14 days hold at most 10 of the month's 21 working days. */
static void part_first_days(struct export *export)
{
	for (size_t i = 0; i < export->count; i++) {
		struct absence *row = &export->rows[i];
		int most = row->ordinary * 10 / 21;

		if (row->employee->long_sick)
			continue;
		row->first_days = row->sick < most ? row->sick : most;
	}
}

/*
 * Write UTF-8 as Windows-1252.  The samples hold nothing but letters of
 * Latin-1 and the en dash, which is 96 there.
 */
static void print_windows(const char *utf8)
{
	const unsigned char *at = (const unsigned char *)utf8;

	for (; *at; at++) {
		if (*at == 0xc3) {
			at++;
			putchar(*at + 0x40);
		} else if (*at == 0xe2) {
			assert(at[1] == 0x80 && at[2] == 0x93);
			at += 2;
			putchar(0x96);
		} else {
			assert(*at < 0x80);
			putchar(*at);
		}
	}
}

static void print_row(const struct absence *row, const char *unit)
{
	const int hours[] = { row->ordinary, row->sick, row->first_days };

	printf("2025-%02d;A%05d;", row->month, row->employee->number);
	print_windows(unit);
	print_windows(row->employee->form == FORM_MONTHLY ? ";Månadslön"
							  : ";Timlön");
	for (size_t i = 0; i < COUNT_OF(hours); i++)
		printf(";%d,%02d", hours[i] / 4, hours[i] % 4 * 25);
	printf("\r\n");
}

static void print_export(const struct export *export)
{
	static const struct employee stray = {
		.number = 11742,
		.form = FORM_HOURLY,
	};
	static const struct absence misspelt = {
		.month = 2,
		.employee = &stray,
		.ordinary = 31 * 4,
		.sick = 7 * 4 + 2,
		.first_days = 7 * 4 + 2,
	};

	print_windows("Månad;Anställningsnr;Enhet;Anställningsform;"
		      "Ordinarie tid;Sjukfrånvaro;Därav dag 1–14\r\n");
	for (size_t i = 0; i < export->count; i++) {
		if (i == MISSPELT_BEFORE)
			print_row(&misspelt, "HTJ Nrod");
		print_row(&export->rows[i],
			  export->rows[i].employee->group->unit);
	}
}

int main(void)
{
	struct employee *employees = calloc(EMPLOYEES, sizeof(*employees));
	struct export *export = calloc(1, sizeof(*export));
	struct chance chance = { SEED };
	bool ok = false;

	if (employees && export) {
		employ_all(employees, &chance);
		add_rows(export, employees, &chance);
		settle_ordinary(export);
		settle_sick(export, &chance);
		part_first_days(export);
		print_export(export);
		ok = fflush(stdout) == 0 && !ferror(stdout);
	}
	if (!ok)
		fprintf(stderr, "nordviken_hr: cannot write the export\n");
	free(employees);
	free(export);
	return ok ? 0 : 74;
}
