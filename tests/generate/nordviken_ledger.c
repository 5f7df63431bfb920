/*
 * nordviken_ledger - the ledger export of Nordviken's finance system.
 *
 *	nordviken_ledger >huvudbok.csv
 *
 * One row per unit and account with budget, outcome January to April 2025 and
 * forecast of the year, in kronor, UTF-8 with LF.  Costs are above zero and
 * income below.  Each unit's rows add up exactly to its published thousands
 * (home care to the sum of its two units), and a row "Summa" ends the file.
 * On purpose: thousands are parted by U+00A0, in every fourth row by a plain
 * space; the minus is a hyphen, in some rows U+2212, in some it stands last.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "chance.h"

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

#define SEED UINT64_C(20250430)
#define ORE_OF_TKR INT64_C(100000)

enum amount { BUDGET, OUTCOME, FORECAST, AMOUNTS };

enum {
	FEES,
	RENTS,
	GRANTS,
	SALES,
	BOUGHT_CARE,
	BENEFITS,
	SALARIES,
	HOURLY_WAGES,
	OVERTIME,
	UNSOCIAL_HOURS,
	HOLIDAY_PAY,
	SICK_PAY,
	EMPLOYER_TAX,
	PREMISES,
	SUPPLIES,
	CARE_SUPPLIES,
	PHONES,
	VEHICLES,
	LEASING,
	TRAINING,
	BUFFER,
	ACCOUNTS
};

/* Numbers and names are invented; they only look like a chart of accounts. */
static const struct {
	const char *code;
	const char *name;
} accounts[ACCOUNTS] = {
	[FEES] = { "3110", "Taxor och avgifter" },
	[RENTS] = { "3410", "Hyresintäkter" },
	[GRANTS] = { "3510", "Bidrag från staten" },
	[SALES] = { "3630", "Försäljning av tjänster" },
	[BOUGHT_CARE] = { "4510", "Köp av verksamhet" },
	[BENEFITS] = { "4620", "Ekonomiskt bistånd" },
	[SALARIES] = { "5010", "Lön månadsavlönade" },
	[HOURLY_WAGES] = { "5020", "Lön timavlönade" },
	[OVERTIME] = { "5030", "Övertid och mertid" },
	[UNSOCIAL_HOURS] = { "5040", "Ersättning för obekväm arbetstid" },
	[HOLIDAY_PAY] = { "5070", "Semesterlön" },
	[SICK_PAY] = { "5080", "Sjuklön" },
	[EMPLOYER_TAX] = { "5610", "Arbetsgivaravgifter" },
	[PREMISES] = { "6010", "Lokalhyror" },
	[SUPPLIES] = { "6410", "Förbrukningsmaterial" },
	[CARE_SUPPLIES] = { "6460", "Sjukvårdsmaterial och hjälpmedel" },
	[PHONES] = { "6850", "Telefoni och it" },
	[VEHICLES] = { "6910", "Fordon och drivmedel" },
	[LEASING] = { "7030", "Hyra av inventarier" },
	[TRAINING] = { "7430", "Kompetensutveckling" },
	[BUFFER] = { "7990", "Buffert till nämndens förfogande" },
};

struct unit {
	const char *name;
	int64_t published[AMOUNTS]; /* thousands of kronor */
	int lead;   /* the account that takes most of what is left over … */
	int second; /* … and the one that takes the rest, a third */
	int shares[ACCOUNTS]; /* in 1000 of the budget; 0: no such account */
};

static const struct unit units[] = {
	{ .name = "Förvaltningsgemensamt",
	  .published = { 19304, 4015, 15324 },
	  .lead = SALARIES,
	  .second = BOUGHT_CARE,
	  .shares = { [GRANTS] = -60,
		      [SALES] = -15,
		      [BOUGHT_CARE] = 140,
		      [SALARIES] = 340,
		      [HOURLY_WAGES] = 6,
		      [HOLIDAY_PAY] = 34,
		      [SICK_PAY] = 8,
		      [EMPLOYER_TAX] = 120,
		      [PREMISES] = 62,
		      [SUPPLIES] = 12,
		      [PHONES] = 96,
		      [LEASING] = 41,
		      [TRAINING] = 35,
		      [BUFFER] = 181 } },
	{ .name = "LSS",
	  .published = { 44989, 15365, 45052 },
	  .lead = SALARIES,
	  .second = OVERTIME,
	  .shares = { [FEES] = -4,
		      [RENTS] = -31,
		      [GRANTS] = -122,
		      [SALES] = -9,
		      [BOUGHT_CARE] = 96,
		      [SALARIES] = 552,
		      [HOURLY_WAGES] = 78,
		      [OVERTIME] = 11,
		      [UNSOCIAL_HOURS] = 54,
		      [HOLIDAY_PAY] = 62,
		      [SICK_PAY] = 16,
		      [EMPLOYER_TAX] = 218,
		      [PREMISES] = 49,
		      [SUPPLIES] = 11,
		      [CARE_SUPPLIES] = 4,
		      [VEHICLES] = 8,
		      [PHONES] = 7 } },
	{ .name = "Socialpsykiatri",
	  .published = { 2532, 841, 2532 },
	  .lead = SALARIES,
	  .second = HOURLY_WAGES,
	  .shares = { [GRANTS] = -40,
		      [BOUGHT_CARE] = 110,
		      [SALARIES] = 510,
		      [HOURLY_WAGES] = 42,
		      [OVERTIME] = 6,
		      [UNSOCIAL_HOURS] = 21,
		      [HOLIDAY_PAY] = 48,
		      [EMPLOYER_TAX] = 182,
		      [PREMISES] = 84,
		      [SUPPLIES] = 14,
		      [VEHICLES] = 23 } },
	{ .name = "Hemtjänst Nord",
	  .published = { 16120, 6395, 18770 },
	  .lead = HOURLY_WAGES,
	  .second = OVERTIME,
	  .shares = { [FEES] = -52,
		      [SALARIES] = 521,
		      [HOURLY_WAGES] = 92,
		      [OVERTIME] = 12,
		      [UNSOCIAL_HOURS] = 71,
		      [HOLIDAY_PAY] = 60,
		      [SICK_PAY] = 18,
		      [EMPLOYER_TAX] = 214,
		      [PREMISES] = 11,
		      [SUPPLIES] = 9,
		      [CARE_SUPPLIES] = 6,
		      [PHONES] = 12,
		      [VEHICLES] = 26 } },
	{ .name = "Hemtjänst Syd",
	  .published = { 14853, 5735, 17203 },
	  .lead = HOURLY_WAGES,
	  .second = OVERTIME,
	  .shares = { [FEES] = -55,
		      [SALARIES] = 512,
		      [HOURLY_WAGES] = 98,
		      [OVERTIME] = 13,
		      [UNSOCIAL_HOURS] = 73,
		      [HOLIDAY_PAY] = 59,
		      [SICK_PAY] = 19,
		      [EMPLOYER_TAX] = 213,
		      [PREMISES] = 12,
		      [SUPPLIES] = 9,
		      [CARE_SUPPLIES] = 6,
		      [PHONES] = 12,
		      [VEHICLES] = 29 } },
	{ .name = "Hälso- och sjukvård",
	  .published = { 18902, 6164, 19340 },
	  .lead = SALARIES,
	  .second = CARE_SUPPLIES,
	  .shares = { [FEES] = -12,
		      [GRANTS] = -48,
		      [SALES] = -7,
		      [SALARIES] = 566,
		      [HOURLY_WAGES] = 21,
		      [OVERTIME] = 8,
		      [UNSOCIAL_HOURS] = 38,
		      [HOLIDAY_PAY] = 59,
		      [SICK_PAY] = 11,
		      [EMPLOYER_TAX] = 205,
		      [PREMISES] = 24,
		      [SUPPLIES] = 9,
		      [CARE_SUPPLIES] = 94,
		      [PHONES] = 13,
		      [VEHICLES] = 19 } },
	{ .name = "Särskilt boende",
	  .published = { 50631, 17247, 50826 },
	  .lead = HOURLY_WAGES,
	  .second = OVERTIME,
	  .shares = { [FEES] = -64,
		      [RENTS] = -143,
		      [SALARIES] = 548,
		      [HOURLY_WAGES] = 81,
		      [OVERTIME] = 10,
		      [UNSOCIAL_HOURS] = 82,
		      [HOLIDAY_PAY] = 64,
		      [SICK_PAY] = 17,
		      [EMPLOYER_TAX] = 222,
		      [PREMISES] = 131,
		      [SUPPLIES] = 24,
		      [CARE_SUPPLIES] = 15,
		      [PHONES] = 8,
		      [LEASING] = 5 } },
	{ .name = "Individ- och familjeomsorg",
	  .published = { 31719, 10672, 31719 },
	  .lead = BOUGHT_CARE,
	  .second = BENEFITS,
	  .shares = { [FEES] = -6,
		      [GRANTS] = -71,
		      [BOUGHT_CARE] = 318,
		      [BENEFITS] = 196,
		      [SALARIES] = 332,
		      [HOURLY_WAGES] = 4,
		      [OVERTIME] = 3,
		      [HOLIDAY_PAY] = 35,
		      [SICK_PAY] = 7,
		      [EMPLOYER_TAX] = 121,
		      [PREMISES] = 31,
		      [SUPPLIES] = 6,
		      [PHONES] = 12,
		      [VEHICLES] = 6,
		      [TRAINING] = 6 } },
	{ .name = "Arbetsmarknad och integration",
	  .published = { 3956, -1087, 3140 },
	  .lead = GRANTS,
	  .second = GRANTS,
	  .shares = { [GRANTS] = -1240,
		      [SALES] = -60,
		      [BENEFITS] = 310,
		      [SALARIES] = 1050,
		      [HOURLY_WAGES] = 92,
		      [HOLIDAY_PAY] = 96,
		      [EMPLOYER_TAX] = 372,
		      [PREMISES] = 214,
		      [SUPPLIES] = 38,
		      [PHONES] = 24,
		      [VEHICLES] = 46,
		      [TRAINING] = 58 } },
};

/* An account's amounts of one unit, in öre. */
struct ledger_row {
	const struct unit *unit;
	int account;
	int64_t amounts[AMOUNTS];
};

struct ledger {
	struct ledger_row rows[COUNT_OF(units) * ACCOUNTS];
	size_t count;
};

/*
 * What an account comes to before the unit's sums are settled: the budget in
 * whole thousands, the forecast in hundreds near it, the outcome near a third
 * of it with öre.  The buffer is budgeted and not used.
 */
static void draw_amounts(struct ledger_row *row, struct chance *chance)
{
	const struct unit *unit = row->unit;
	int64_t budget = unit->published[BUDGET] * unit->shares[row->account] /
			 1000 * ORE_OF_TKR;

	row->amounts[BUDGET] = budget;
	if (row->account == BUFFER)
		return;
	row->amounts[OUTCOME] =
		budget / 3000 * chance_between(chance, 960, 1040);
	row->amounts[OUTCOME] += chance_between(chance, -9999, 9999);
	row->amounts[FORECAST] =
		budget * chance_between(chance, 985, 1015) / 10000000 * 10000;
}

/* Put what is missing of a published sum on the two accounts named for it. */
static void settle(struct ledger_row *rows, size_t count, enum amount amount)
{
	const struct unit *unit = rows[0].unit;
	int64_t left = unit->published[amount] * ORE_OF_TKR;
	int64_t third;

	for (size_t i = 0; i < count; i++)
		left -= rows[i].amounts[amount];
	third = left / 3 / 10000 * 10000;
	for (size_t i = 0; i < count; i++) {
		if (rows[i].account == unit->lead)
			rows[i].amounts[amount] += left - third;
		if (rows[i].account == unit->second)
			rows[i].amounts[amount] += third;
	}
}

static void add_unit(struct ledger *ledger, const struct unit *unit,
		     struct chance *chance)
{
	struct ledger_row *rows = &ledger->rows[ledger->count];
	size_t count = 0;

	for (int account = 0; account < ACCOUNTS; account++) {
		if (!unit->shares[account])
			continue;
		rows[count] =
			(struct ledger_row){ .unit = unit, .account = account };
		draw_amounts(&rows[count++], chance);
	}
	for (int amount = 0; amount < AMOUNTS; amount++)
		settle(rows, count, (enum amount)amount);
	ledger->count += count;
}

/* Digits in groups of three from the left, with `space` between. */
static void print_thousands(int64_t kronor, const char *space)
{
	if (kronor >= 1000) {
		print_thousands(kronor / 1000, space);
		printf("%s%03d", space, (int)(kronor % 1000));
	} else {
		printf("%d", (int)kronor);
	}
}

/* Print an amount in the ways of row number `row`. */
static void print_amount(int64_t hundredths, size_t row)
{
	const char *space = row % 4 == 3 ? " " : "\u00a0";
	int64_t all = hundredths < 0 ? -hundredths : hundredths;
	bool last = row % 7 == 2;

	if (hundredths < 0 && !last)
		printf("%s", row % 5 == 1 ? "\u2212" : "-");
	print_thousands(all / 100, space);
	printf(",%02d", (int)(all % 100));
	if (hundredths < 0 && last)
		printf("-");
}

static void print_amounts(const int64_t *amounts, size_t row)
{
	for (int amount = 0; amount < AMOUNTS; amount++) {
		printf(";");
		print_amount(amounts[amount], row);
	}
	printf("\n");
}

static void print_ledger(const struct ledger *ledger)
{
	int64_t sums[AMOUNTS] = { 0 };

	printf("Enhet;Konto;Kontotext;Budget;Utfall;Årsprognos\n");
	for (size_t i = 0; i < ledger->count; i++) {
		const struct ledger_row *row = &ledger->rows[i];

		printf("%s;%s;%s", row->unit->name, accounts[row->account].code,
		       accounts[row->account].name);
		print_amounts(row->amounts, i);
		for (int amount = 0; amount < AMOUNTS; amount++)
			sums[amount] += row->amounts[amount];
	}
	printf("Summa;;");
	print_amounts(sums, 0);
}

int main(void)
{
	struct ledger ledger = { .count = 0 };
	struct chance chance = { SEED };

	for (size_t i = 0; i < COUNT_OF(units); i++)
		add_unit(&ledger, &units[i], &chance);
	assert(ledger.count <= COUNT_OF(ledger.rows));
	print_ledger(&ledger);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return 0;
	fprintf(stderr, "nordviken_ledger: cannot write the export\n");
	return 74;
}
