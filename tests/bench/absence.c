/*
 * absence ROWS WORKSPACE - write an HR export of so many rows, and a workspace
 * that reads it, as a large municipality would have it: 800 units, 36 months,
 * names that need quoting, comments with separators, doubled marks and line
 * breaks.  The same bytes on every machine.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../generate/chance.h"

#define UNITS 800
#define MONTHS 36
#define PEOPLE 90000

static const char *const kinds[] = { "Hemtjänst", "Förskola", "Vård; omsorg",
				     "Äldreboende", "LSS-boende" };
static const char *const places[] = { "Norr",  "Söder", "Öster",   "Väster",
				      "Åkern", "Ängen", "Björken", "Lärkan" };
static const char *const types[] = { "Sjuk dag 1–14", "Sjuk dag 15–90",
				     "Vård av barn",  "Föräldraledig",
				     "Semester",      "Tjänstledig" };
static const char *const notes[] = { "Läkarintyg inlämnat",
				     "Återgår på deltid; se ärende",
				     "Märkt \"\"brådskande\"\"",
				     "Samtal med närmaste chef\nföljs upp",
				     "Vikarie insatt, ändrad i efterhand" };

/* The unit's name, in quotation marks where it holds the separator. */
static void put_unit(FILE *into, int unit)
{
	const char *kind = kinds[unit % 5];
	const char *mark = kind == kinds[2] ? "\"" : "";

	fprintf(into, "%s%s %s %d%s", mark, kind, places[unit / 5 % 8],
		unit / 40 + 1, mark);
}

static FILE *open_in(const char *workspace, const char *name)
{
	char path[4096];
	FILE *file;

	(void)snprintf(path, sizeof(path), "%s/%s", workspace, name);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		exit(73);
	}
	return file;
}

static void put_rows(FILE *into, long rows)
{
	struct chance chance = { 20250101 };

	fputs("Månad;Anställning;Enhet;Slag;Tid;Frånvaro;Kommentar\n", into);
	for (long i = 0; i < rows; i++) {
		int month = (int)(i * MONTHS / rows);
		int person = chance_below(&chance, PEOPLE);
		int hours = chance_between(&chance, 40, 344);

		fprintf(into, "%d-%02d;%06d;", 2023 + month / 12,
			month % 12 + 1, 100000 + person);
		/* people change place now and then */
		put_unit(into, (person + chance_below(&chance, 2)) % UNITS);
		fprintf(into, ";%s;%d,%d0;%d,25;",
			types[chance_below(&chance, 6)], hours / 2,
			hours % 2 * 5, chance_below(&chance, hours / 2));
		if (chance_happens(&chance, 650))
			fprintf(into, "\"%s\"",
				notes[chance_below(&chance, 5)]);
		fputc('\n', into);
	}
}

static void put_register(const char *workspace)
{
	FILE *units = open_in(workspace, "input/register/units.csv");
	FILE *goals = open_in(workspace, "input/register/goals.csv");
	FILE *indicators = open_in(workspace, "input/register/indicators.csv");

	fputs("id;namn;alias;överordnad\nall;Nordviken;;\n", units);
	for (int i = 0; i < UNITS; i++) {
		fprintf(units, "u%d;", i);
		put_unit(units, i);
		fputs(";;all\n", units);
	}
	fputs("id;slag;namn;överordnat;enhet\n", goals);
	fputs("id;namn;alias;mål;enhet;måttenhet;riktning;målvärde\n",
	      indicators);
	fclose(units);
	fclose(goals);
	fclose(indicators);
}

static void put_rules(const char *workspace)
{
	FILE *rules = open_in(workspace, "rules/rules.lua");
	const char *window = "month = \"month\", quantity = \"number\", "
			     "window = each_month(\"2023-01..2025-12\") }\n";

	fputs("workspace { municipality = \"Nordviken\", code = \"0000\",\n"
	      "  language = \"sv\" }\n"
	      "quantity { id = \"number\" }\n",
	      rules);
	for (int distinct = 0; distinct < 2; distinct++) {
		const char *id = distinct ? "distinct" : "plain";

		fprintf(rules,
			"source { id = \"%s\", files = \"absence.csv\",\n"
			"  column { \"Månad\", as = \"month\", type = "
			"\"month\" },\n"
			"  column { \"Anställning\", as = \"employee\",\n"
			"    type = \"code\", personal = true },\n"
			"  column { \"Enhet\", as = \"unit\", type = \"unit\" "
			"},\n"
			"  column { \"Slag\", as = \"kind\", type = \"word\",\n"
			"    words = { ",
			id);
		for (int i = 0; i < 6; i++)
			fprintf(rules, "\"%s\", ", types[i]);
		fprintf(rules,
			"} },\n"
			"  column { \"Tid\", as = \"time\", type = "
			"\"number\",\n"
			"    min = 0, max = 744 },\n"
			"  column { \"Frånvaro\", as = \"absent\",\n"
			"    type = \"number\", min = 0 },\n"
			"  column { \"Kommentar\", as = \"note\", type = "
			"\"text\",\n"
			"    may_be_empty = true } }\n"
			"measure { id = \"%s.time\", source = \"%s\",\n"
			"  sum = \"time\", %s"
			"measure { id = \"%s.absent\", source = \"%s\",\n"
			"  sum = \"absent\", %s",
			id, id, window, id, id, window);
		if (distinct)
			fprintf(rules,
				"measure { id = \"people\", source = \"%s\",\n"
				"  distinct = \"employee\", %s",
				id, window);
	}
	fclose(rules);
}

int main(int argc, char **argv)
{
	FILE *rows;

	if (argc != 3) {
		fputs("usage: absence ROWS WORKSPACE\n", stderr);
		return 64;
	}
	rows = open_in(argv[2], "input/2025/absence.csv");
	put_rows(rows, atol(argv[1]));
	fclose(rows);
	put_register(argv[2]);
	put_rules(argv[2]);
	return 0;
}
