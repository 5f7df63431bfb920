/*
 * Any bytes as a text in CommonMark: what is accepted can be written into a
 * report, and that report is read again.
 */
#include <string.h>
#include <sys/stat.h>

#include "compose/text_md.h"
#include "fuzz.h"
#include "model/report.h"

static bool quote(void *context, struct place place, const char *name,
		  struct text *into)
{
	(void)context;
	assert(place.file && place.line > 0);
	if (strchr(name, '.') == NULL)
		return false;
	text_add(into, "12 %");
	return true;
}

static void keep_link(void *context, struct place place, const char *id)
{
	(void)context;
	assert(place.file && place.line > 0);
	assert(id);
}

/* Links lead nowhere here: their ids are another's to prove. */
static void cut_links(struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		runs->list[i].to = NULL;
}

static void cut_table_links(struct table *table)
{
	for (size_t i = 0; i < table->row_count; i++)
		for (size_t j = 0; j < table->rows[i].cell_count; j++)
			cut_links(&table->rows[i].cells[j].runs);
}

/* The composer numbers sections; here any number will do. */
static void number(struct block *blocks, size_t count, struct arena *arena,
		   int *last)
{
	for (size_t i = 0; i < count; i++) {
		struct block *block = &blocks[i];

		cut_links(&block->runs);
		if (block->table)
			cut_table_links(block->table);
		if (block->kind == BLOCK_SECTION || block->kind == BLOCK_TABLE)
			block->id = arena_printf(arena, "s%d", ++*last);
		number(block->blocks, block->block_count, arena, last);
	}
}

static void fill_head(struct report *report)
{
	report->language = "sv";
	report->id = "prognosrapport";
	report->period = "2025-T1";
	report->revision = 1;
	report->head = (struct report_head){
		.title = "Prognosrapport",
		.subtitle = "januari-april 2025",
		.short_title = "Prognosrapport",
		.municipality = "Nordvikens kommun",
		.unit = "Socialn\xC3\xA4mnden",
		.date = "2025-05-05",
		.word_contents = "Inneh\xC3\xA5ll",
		.word_continued = "forts.",
		.word_page = "Sida",
	};
}

static void prove_report(struct report *report)
{
	struct text path = { 0 };
	struct text why = { 0 };
	struct report again = { 0 };
	int last = 0;
	bool ok;

	fill_head(report);
	number(report->blocks, report->block_count, &report->arena, &last);
	fuzz_folder(&path);
	(void)mkdir(path.at, 0700);
	text_add(&path, "/report.xml");
	ok = report_save(report, path.at, &why) &&
	     report_load(&again, path.at, &why);
	assert(ok);
	report_clear(&again);
	text_clear(&path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_file file;
	struct report report = { 0 };
	struct blocks blocks = { 0 };
	struct text why = { 0 };
	struct text_md how = { .arena = &report.arena,
			       .shown = "text/any.md",
			       .quote = quote,
			       .link = keep_link };

	fuzz_open(&file, bytes, len);
	how.path = file.path;
	if (text_md_load(&how, &blocks, &why)) {
		report.blocks = blocks.list;
		report.block_count = blocks.count;
		prove_report(&report);
	}
	assert(why.len == 0);
	report_clear(&report);
	fuzz_close(&file);
	return 0;
}
