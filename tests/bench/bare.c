/*
 * bare FLAT PDF - the floor: the report that report.c wrote, set with bare
 * libharu as one would at first: its own UTF-8 text calls, words filled into
 * lines greedily, each page in the same type and measure as typeset's.  No
 * hyphenation, tags, links or bookmarks.  It goes through the file twice: a
 * first time only to learn the pages that the list of contents names.
 */
#include <hpdf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONTS "/usr/share/fonts/truetype/liberation2/LiberationSans-"
#define LEFT 71.0f
#define RIGHT 524.0f
#define TOP 780.0f
#define BOTTOM 68.0f
#define MEASURE 354.0f
#define CELLS 6

struct heading {
	char *text;
	int level, page;
};

struct bare {
	HPDF_Doc doc;
	HPDF_Page page; /* NULL in the first pass */
	HPDF_Font regular, bold;
	bool draws;
	int pages;
	float y;
	struct heading *headings;
	size_t count, room;
};

static const float edges[CELLS + 1] = { LEFT, 225, 285, 345, 405, 455, RIGHT };

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *unused)
{
	(void)unused;
	fprintf(stderr, "libharu: %lx, %lu\n", error, detail);
	exit(70);
}

static float width(HPDF_Font font, float size, const char *text, size_t len)
{
	const HPDF_TextWidth sum = HPDF_Font_TextWidth(
		font, (const HPDF_BYTE *)text, (HPDF_UINT)len);

	return (float)sum.width * size / 1000;
}

static void put(struct bare *bare, HPDF_Font font, float size, float x,
		const char *text)
{
	if (!bare->draws)
		return;
	HPDF_Page_BeginText(bare->page);
	HPDF_Page_SetFontAndSize(bare->page, font, size);
	HPDF_Page_TextOut(bare->page, x, bare->y, text);
	HPDF_Page_EndText(bare->page);
}

/* The same with its right end at `x`. */
static void put_right(struct bare *bare, HPDF_Font font, float size, float x,
		      const char *text)
{
	if (bare->draws)
		put(bare, font, size, x - width(font, size, text, strlen(text)),
		    text);
}

static void rule(struct bare *bare, float from, float to)
{
	if (!bare->draws)
		return;
	HPDF_Page_SetLineWidth(bare->page, 0.25f);
	HPDF_Page_MoveTo(bare->page, from, bare->y);
	HPDF_Page_LineTo(bare->page, to, bare->y);
	HPDF_Page_Stroke(bare->page);
}

/* Running header and footer, then the top of the page. */
static void begin_page(struct bare *bare)
{
	char number[32];

	bare->pages++;
	if (bare->draws) {
		bare->page = HPDF_AddPage(bare->doc);
		HPDF_Page_SetSize(bare->page, HPDF_PAGE_SIZE_A4,
				  HPDF_PAGE_PORTRAIT);
	}
	bare->y = 805;
	put(bare, bare->regular, 8.5f, LEFT,
	    "Nordvikens kommun · Socialnämnden");
	put_right(bare, bare->regular, 8.5f, RIGHT, "Rapport");
	bare->y = 798;
	rule(bare, LEFT, RIGHT);
	bare->y = 40;
	put(bare, bare->regular, 8.5f, LEFT, "SN 2025/41");
	(void)snprintf(number, sizeof(number), "%d", bare->pages);
	put_right(bare, bare->regular, 8.5f, RIGHT, number);
	bare->y = TOP;
}

/* Go down by so much, to the next page if this one ends. */
static void down(struct bare *bare, float height)
{
	if (bare->y - height < BOTTOM)
		begin_page(bare);
	bare->y -= height;
}

/* How many bytes of `text` fill a line. */
static size_t fill(HPDF_Font font, float size, const char *text)
{
	size_t taken = 0;
	float used = 0;

	while (text[taken]) {
		const size_t word = strcspn(text + taken, " ");
		const size_t space = text[taken + word] == ' ';
		const float wide = width(font, size, text + taken, word);

		if (taken > 0 && used + wide > MEASURE)
			break;
		used += wide + width(font, size, " ", 1);
		taken += word + space;
	}
	return taken;
}

static void put_paragraph(struct bare *bare, const char *text)
{
	while (*text) {
		const size_t taken = fill(bare->regular, 10.5f, text);
		char line[1024];

		(void)snprintf(line, sizeof(line), "%.*s", (int)taken, text);
		down(bare, 15);
		put(bare, bare->regular, 10.5f, LEFT, line);
		text += taken;
	}
	bare->y -= 7.5f;
}

static void put_heading(struct bare *bare, int level, char *text)
{
	if (bare->y - 80 < BOTTOM)
		begin_page(bare);
	bare->y -= level == 1 ? 39 : 29;
	put(bare, bare->bold, level == 1 ? 20 : 14, LEFT, text);
	bare->y -= 10;
	if (bare->draws)
		return;
	if (bare->count == bare->room) {
		bare->room = bare->room * 2 + 64;
		bare->headings = realloc(bare->headings,
					 bare->room * sizeof(*bare->headings));
		if (!bare->headings)
			exit(70);
	}
	bare->headings[bare->count++] =
		(struct heading){ text, level, bare->pages };
}

static void put_row(struct bare *bare, HPDF_Font font, char *cells)
{
	down(bare, 16);
	for (int i = 0; i < CELLS && cells; i++) {
		char *cell = strsep(&cells, "\t");

		if (i == 0 || i == CELLS - 1)
			put(bare, font, 9, edges[i] + 4, cell);
		else
			put_right(bare, font, 9, edges[i + 1] - 4, cell);
	}
	bare->y -= 4;
	rule(bare, LEFT, RIGHT);
	bare->y += 4;
}

/* "label<TAB>value in words<TAB>tenths" */
static void put_bar(struct bare *bare, char *rest)
{
	const char *label = strsep(&rest, "\t");
	const char *print = strsep(&rest, "\t");
	const float wide = strtof(rest, NULL) * 1.2f;

	down(bare, 17);
	put(bare, bare->regular, 8.5f, LEFT, label);
	if (bare->draws) {
		HPDF_Page_SetRGBFill(bare->page, 0.12f, 0.31f, 0.47f);
		HPDF_Page_Rectangle(bare->page, 200, bare->y - 2, wide, 10);
		HPDF_Page_Fill(bare->page);
		HPDF_Page_SetRGBFill(bare->page, 0.1f, 0.1f, 0.1f);
	}
	put(bare, bare->regular, 8.5f, 204 + wide, print);
}

static void put_line(struct bare *bare, char *line)
{
	const char *kind = strsep(&line, "\t");

	if (strcmp(kind, "h1") == 0 || strcmp(kind, "h2") == 0) {
		put_heading(bare, kind[1] - '0', line);
	} else if (strcmp(kind, "p") == 0) {
		put_paragraph(bare, line);
	} else if (strcmp(kind, "caption") == 0) {
		down(bare, 26);
		put(bare, bare->bold, 8.5f, LEFT, line);
	} else if (strcmp(kind, "head") == 0) {
		put_row(bare, bare->bold, line);
	} else if (strcmp(kind, "row") == 0) {
		put_row(bare, bare->regular, line);
	} else if (strcmp(kind, "bar") == 0) {
		put_bar(bare, line);
	}
}

/* In the first pass there are no headings yet: leave as many lines as come. */
static void put_contents(struct bare *bare)
{
	bare->y -= 26;
	put(bare, bare->bold, 20, LEFT, "Innehåll");
	for (size_t i = 0; i < bare->count; i++) {
		const struct heading *heading = &bare->headings[i];
		char number[32];

		down(bare, 15);
		put(bare, bare->regular, 10,
		    LEFT + 12 * (float)(heading->level - 1), heading->text);
		(void)snprintf(number, sizeof(number), "%d", heading->page);
		put_right(bare, bare->regular, 10, LEFT + MEASURE, number);
	}
	begin_page(bare);
}

/* Lines are cut up where they stand: each pass has its own copy. */
static void set(struct bare *bare, char *flat)
{
	bare->pages = 0;
	begin_page(bare);
	bare->y = 470;
	put(bare, bare->bold, 28, LEFT, "Rapport");
	begin_page(bare);
	put_contents(bare);
	for (char *line; (line = strsep(&flat, "\n")) && *line;)
		put_line(bare, line);
}

static char *load(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	size_t room = 0;

	if (!file || getdelim(&bytes, &room, '\0', file) < 1)
		exit(66);
	(void)fclose(file);
	return bytes;
}

static HPDF_Font face(HPDF_Doc doc, const char *path)
{
	return HPDF_GetFont(doc, HPDF_LoadTTFontFromFile(doc, path, HPDF_TRUE),
			    "UTF-8");
}

int main(int argc, char **argv)
{
	struct bare bare = { 0 };
	char *flat[2] = { NULL };

	if (argc != 3)
		return 64;
	bare.doc = HPDF_New(on_error, NULL);
	HPDF_SetCompressionMode(bare.doc, HPDF_COMP_ALL);
	HPDF_UseUTFEncodings(bare.doc);
	bare.regular = face(bare.doc, FONTS "Regular.ttf");
	bare.bold = face(bare.doc, FONTS "Bold.ttf");
	for (int pass = 0; pass < 2; pass++) {
		flat[pass] = load(argv[1]);
		bare.draws = pass == 1;
		set(&bare, flat[pass]);
	}
	HPDF_SaveToFile(bare.doc, argv[2]);
	HPDF_Free(bare.doc);
	printf("%d pages\n", bare.pages);
	free(bare.headings);
	free(flat[0]);
	free(flat[1]);
	return 0;
}
