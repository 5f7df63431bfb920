/*
 * report CHAPTERS FOLDER - write a report of so many chapters, as a committee
 * would have it, into FOLDER: report.xml for typeset, and report.flat with the
 * same words, a line each, for the floor (bare.c).  Ten chapters are 15 400
 * words, ten tables of 30 rows and four charts.  The same bytes on every
 * machine.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../generate/chance.h"

#define ROWS 30
#define BARS 10
#define COUNT_OF(list) ((int)(sizeof(list) / sizeof((list)[0])))

static const char *const units[] = { "Hemtjänst Norra",
				     "Hemtjänst Södra",
				     "Förskolan Björken",
				     "Förskolan Åkern",
				     "Östergårdens äldreboende",
				     "Ängsskolan",
				     "Västra gymnasiet",
				     "LSS Blåklockan",
				     "Socialkontoret",
				     "Räddningstjänsten",
				     "Kostenheten",
				     "Städ och service",
				     "Fastighetsenheten",
				     "Gatuenheten",
				     "Biblioteket" };
static const char *const subjects[] = {
	"Nämnden",          "Förvaltningen",
	"Enheten",          "Verksamheten",
	"Kommunstyrelsen",  "Den interna kontrollen",
	"Ledningsgruppen",  "Det systematiska arbetsmiljöarbetet",
	"Kvalitetsarbetet", "Hemtjänstens planering"
};
static const char *const verbs[] = { "har under perioden minskat",
				     "redovisar en ökning av",
				     "bedömer att målet nås för",
				     "har följt upp",
				     "behöver förstärka",
				     "har kartlagt",
				     "beskriver tydliga förbättringar av",
				     "saknar ännu underlag för",
				     "prognostiserar ett underskott för" };
static const char *const objects[] = { "sjukfrånvaron bland månadsavlönade",
				       "kostnaden för inhyrd personal",
				       "antalet avvikelser enligt lex Sarah",
				       "andelen behöriga lärare",
				       "väntetiden till särskilt boende",
				       "nöjdheten hos brukarna",
				       "elförbrukningen i lokalerna",
				       "personalomsättningen på enhetsnivå",
				       "kontinuiteten i hemtjänsten",
				       "åtgärderna efter tillsynen" };
static const char *const reasons[] = {
	"vilket främst förklaras av färre långa sjukfall",
	"jämfört med samma period föregående år",
	"trots att vikariekostnaderna ökade under sommaren",
	"efter de åtgärder som beslutades i maj",
	"i enlighet med kommunfullmäktiges inriktningsmål",
	"men spridningen mellan enheterna är fortfarande stor",
	"eftersom rekryteringen av undersköterskor har gått långsamt"
};
static const char *const heads[] = {
	"Sammanfattning",          "Måluppfyllelse",
	"Ekonomi och prognos",     "Personal och sjukfrånvaro",
	"Kvalitet och avvikelser", "Intern kontroll",
	"Brukarnas upplevelse",    "Miljö och energi",
	"Investeringar",           "Åtgärder och uppföljning"
};
static const char *const parts[] = { "Utfall för perioden",
				     "Analys och bedömning",
				     "Åtgärder framåt" };
static const char *const columns[] = { "Enhet",     "Budget",   "Utfall",
				       "Avvikelse", "Frånvaro", "Bedömning" };
static const char *const grades[] = { "Uppfyllt", "Delvis", "Ej uppfyllt" };

/* The two files that are written, and where the chance has come. */
struct writing {
	FILE *xml, *flat;
	struct chance chance;
};

#define PICK(writing, list)                                                    \
	((list)[chance_below(&(writing)->chance, COUNT_OF(list))])

/* Into both: words without marks. */
static void __attribute__((format(printf, 2, 3)))
put(struct writing *writing, const char *format, ...)
{
	FILE *const files[] = { writing->xml, writing->flat };

	for (int i = 0; i < COUNT_OF(files); i++) {
		va_list args;

		va_start(args, format);
		(void)vfprintf(files[i], format, args);
		va_end(args);
	}
}

/* A reason with a figure in three, as reports have them. */
static void put_sentence(struct writing *writing)
{
	put(writing, "%s ", PICK(writing, subjects));
	put(writing, "%s ", PICK(writing, verbs));
	put(writing, "%s, ", PICK(writing, objects));
	if (chance_happens(&writing->chance, 300))
		put(writing, "där utfallet blev %d,%d procent mot målet %d. ",
		    chance_between(&writing->chance, 3, 95),
		    chance_below(&writing->chance, 10),
		    chance_between(&writing->chance, 3, 95));
	else
		put(writing, "%s. ", PICK(writing, reasons));
}

static void put_paragraphs(struct writing *writing, int count)
{
	for (int i = 0; i < count; i++) {
		fputs("<p><run>", writing->xml);
		fputs("p\t", writing->flat);
		for (int left = chance_between(&writing->chance, 5, 8);
		     left > 0; left--)
			put_sentence(writing);
		fputs("</run></p>\n", writing->xml);
		fputs("\n", writing->flat);
	}
}

/* A cell; the first of a body row heads it. */
static void __attribute__((format(printf, 3, 4)))
put_cell(struct writing *writing, const char *mark, const char *format, ...)
{
	char text[128];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	fprintf(writing->xml, "<cell%s><run>%s</run></cell>", mark, text);
	fprintf(writing->flat, "\t%s", text);
}

static void put_amount(struct writing *writing, int amount)
{
	if (amount < 0)
		put_cell(writing, "", "−%d,%d", -amount / 10, -amount % 10);
	else
		put_cell(writing, "", "%d,%d", amount / 10, amount % 10);
}

static void put_row(struct writing *writing, int row)
{
	const int budget = chance_between(&writing->chance, 900, 98000);
	const int actual =
		budget * chance_between(&writing->chance, 900, 1120) / 1000;

	fputs("<row kind=\"body\">", writing->xml);
	fputs("row", writing->flat);
	put_cell(writing, " heads=\"true\"", "%s %d",
		 units[row % COUNT_OF(units)], row / COUNT_OF(units) + 1);
	put_amount(writing, budget);
	put_amount(writing, actual);
	put_amount(writing, budget - actual);
	put_cell(writing, "", "%d,%d\u00a0%%",
		 chance_between(&writing->chance, 2, 13),
		 chance_below(&writing->chance, 10));
	put_cell(writing, "", "%s", PICK(writing, grades));
	fputs("</row>\n", writing->xml);
	fputs("\n", writing->flat);
}

static void put_table(struct writing *writing, int chapter)
{
	const char *head = heads[chapter % COUNT_OF(heads)];

	fprintf(writing->xml, "<table id=\"t%d\"><caption><run>", chapter);
	fputs("caption\t", writing->flat);
	put(writing, "%s: utfall per enhet, tusen kronor", head);
	fputs("</run></caption><column align=\"text\"/>", writing->xml);
	for (int i = 0; i < 4; i++)
		fputs("<column align=\"number\"/>", writing->xml);
	fputs("<column align=\"text\"/>\n<row kind=\"head\">", writing->xml);
	fputs("\nhead", writing->flat);
	for (int i = 0; i < COUNT_OF(columns); i++)
		put_cell(writing, "", "%s", columns[i]);
	fputs("</row>\n", writing->xml);
	fputs("\n", writing->flat);
	for (int row = 0; row < ROWS; row++)
		put_row(writing, row);
	fputs("</table>\n", writing->xml);
}

static void put_chart(struct writing *writing, int chapter)
{
	const char *head = heads[chapter % COUNT_OF(heads)];

	fprintf(writing->xml,
		"<chart id=\"c%d\" kind=\"bars\" title=\"%s per enhet\" "
		"alt=\"Staplar för tio enheter\">\n",
		chapter, head);
	fprintf(writing->flat, "caption\t%s per enhet\n", head);
	for (int i = 0; i < BARS; i++) {
		const int whole = chance_between(&writing->chance, 2, 13);
		const int tenth = chance_below(&writing->chance, 10);

		fprintf(writing->xml,
			"<bar label=\"%s\" print=\"%d,%d\" value=\"%d.%d\"/>\n",
			units[i], whole, tenth, whole, tenth);
		fprintf(writing->flat, "bar\t%s\t%d,%d\t%d\n", units[i], whole,
			tenth, whole * 10 + tenth);
	}
	fputs("</chart>\n", writing->xml);
}

static void put_title(struct writing *writing, const char *kind, const char *id,
		      const char *title)
{
	fprintf(writing->xml, "<section id=\"%s\"><title><run>%s", id, title);
	fputs("</run></title>\n", writing->xml);
	fprintf(writing->flat, "%s\t%s\n", kind, title);
}

static void put_chapter(struct writing *writing, int chapter)
{
	char id[32];

	(void)snprintf(id, sizeof(id), "s%d", chapter);
	put_title(writing, "h1", id, heads[chapter % COUNT_OF(heads)]);
	put_paragraphs(writing, 3);
	for (int i = 0; i < COUNT_OF(parts); i++) {
		(void)snprintf(id, sizeof(id), "s%d.%d", chapter, i);
		put_title(writing, "h2", id, parts[i]);
		put_paragraphs(writing, 4);
		fputs("</section>\n", writing->xml);
	}
	put_table(writing, chapter);
	if (chapter % 10 % 2 == 1 && chapter % 10 < 8)
		put_chart(writing, chapter);
	fputs("</section>\n", writing->xml);
}

static FILE *open_in(const char *folder, const char *name)
{
	char path[4096];
	FILE *file;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		exit(73);
	}
	return file;
}

static const char beginning[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<report xmlns=\"urn:bokslut:report:1\" lang=\"sv\" id=\"rapport\" "
	"period=\"2025-T1\" revision=\"1\">\n<head><title>Rapport</title>"
	"<subtitle>januari–april 2025</subtitle>"
	"<short-title>Rapport</short-title>"
	"<municipality>Nordvikens kommun</municipality>"
	"<unit>Socialnämnden</unit><date>2025-05-05</date>"
	"<diary-number>SN 2025/41</diary-number>"
	"<words contents=\"Innehåll\" continued=\"forts.\" page=\"sida\"/>"
	"</head>\n<body>\n<cover/>\n<contents depth=\"2\"/>\n";

int main(int argc, char **argv)
{
	struct writing writing = { .chance = { 20250505 } };
	long chapters;

	if (argc != 3 || (chapters = strtol(argv[1], NULL, 10)) < 1)
		return 64;
	writing.xml = open_in(argv[2], "report.xml");
	writing.flat = open_in(argv[2], "report.flat");
	fputs(beginning, writing.xml);
	for (int chapter = 0; chapter < chapters; chapter++)
		put_chapter(&writing, chapter);
	fputs("</body>\n<data/>\n</report>\n", writing.xml);
	return fclose(writing.xml) == 0 && fclose(writing.flat) == 0 ? 0 : 74;
}
