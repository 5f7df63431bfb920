/* canvas_pdf - begins and ends pages and the document. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

struct canvas *canvas_new(const struct canvas_info *info)
{
	struct canvas *canvas = mem_alloc(sizeof(*canvas));
	struct text why = { 0 };

	assert(strlen(info->date) == strlen("2025-05-05"));
	canvas->info = *info;
	pdf_start(&canvas->pdf);
	if (!fonts_load(&canvas->fonts, info->faces, &why))
		pdf_fault(&canvas->pdf, "%s", why.at);
	fonts_measure(&canvas->pdf, &canvas->fonts);
	canvas->resources = pdf_object(&canvas->pdf);
	text_clear(&why);
	return canvas;
}

/* Lay what is drawn back on its page, without room for more. */
static void leave_page(struct canvas *canvas)
{
	struct text *content = &canvas->pen.content;

	if (canvas->page == 0)
		return;
	pen_end(&canvas->pen);
	if (content->at) {
		content->room = content->len + 1;
		content->at = mem_resize(content->at, content->room, 1);
	}
	canvas->sheets[canvas->page - 1].content = *content;
}

/* What is drawn on a page that is too many is lost. */
static HPDF_Page add_page(struct canvas *canvas, struct page_size size)
{
	HPDF_Page page = HPDF_AddPage(canvas->pdf.doc);

	if (!page) {
		pdf_fault(&canvas->pdf, _("no PDF can have so many pages: %zu"),
			  canvas->sheet_count + 1);
		return NULL;
	}
	(void)HPDF_Page_SetWidth(page, (HPDF_REAL)size.width / MPT_PER_POINT);
	(void)HPDF_Page_SetHeight(page, (HPDF_REAL)size.height / MPT_PER_POINT);
	(void)HPDF_Dict_Add(page, "Resources", canvas->resources);
	(void)HPDF_Dict_AddNumber(page, "StructParents",
				  (HPDF_INT32)canvas->sheet_count);
	(void)HPDF_Dict_AddName(page, "Tabs", "S");
	return page;
}

int canvas_page(struct canvas *canvas, struct page_size size)
{
	const struct sheet sheet = {
		.page = add_page(canvas, size),
		.size = size,
	};

	canvas->sheets = arena_grow(&canvas->pdf.arena, canvas->sheets,
				    canvas->sheet_count, sizeof(sheet));
	canvas->sheets[canvas->sheet_count++] = sheet;
	canvas_turn(canvas, (int)canvas->sheet_count);
	return (int)canvas->sheet_count;
}

void canvas_turn(struct canvas *canvas, int page)
{
	assert(!canvas->pen.artifact);
	assert(page > 0 && (size_t)page <= canvas->sheet_count);
	leave_page(canvas);
	canvas->page = (size_t)page;
	pen_start(&canvas->pen, canvas->sheets[page - 1].content);
}

struct page_size canvas_size(const struct canvas *canvas)
{
	assert(canvas->page > 0);
	return canvas->sheets[canvas->page - 1].size;
}

int32_t sheet_up(const struct canvas *canvas, int page, int32_t y)
{
	assert(page > 0 && (size_t)page <= canvas->sheet_count);
	return canvas->sheets[page - 1].size.height - y;
}

int canvas_pages(const struct canvas *canvas)
{
	return (int)canvas->sheet_count;
}

/* Pack the content of each page into its stream. */
static void pack_pages(struct canvas *canvas)
{
	for (size_t i = 0; i < canvas->sheet_count; i++) {
		struct sheet *sheet = &canvas->sheets[i];
		const HPDF_PageAttr page = sheet->page->attr;

		pdf_pack(&canvas->pdf, page->stream, &sheet->content);
		text_clear(&sheet->content);
		pdf_entry_text(&canvas->pdf, page->contents, PACKED);
	}
}

static bool save(struct canvas *canvas, struct text *file, struct text *why)
{
	struct pdf *pdf = &canvas->pdf;
	struct text resources = { 0 };
	struct text catalog = { 0 };
	bool ok;

	pack_pages(canvas);
	text_add(&resources, "/Font <<\n");
	fonts_write(pdf, &canvas->fonts, &resources);
	text_add(&resources, ">>\n");
	pictures_write(canvas, &resources);
	pdf_entries(pdf, canvas->resources, &resources);

	tree_write(canvas, &catalog);
	places_write(canvas, &catalog);
	ok = meta_write(canvas, &catalog, why);
	pdf_entries(pdf, pdf->doc->catalog, &catalog);

	ok = ok && pdf->fault.len == 0 && pdf_save(pdf, file);
	text_clear(&resources);
	text_clear(&catalog);
	return ok;
}

void canvas_refuse(struct canvas *canvas, const char *fault)
{
	pdf_fault(&canvas->pdf, "%s", fault);
}

static void release(struct canvas *taken)
{
	for (size_t i = 0; i < taken->sheet_count; i++)
		text_clear(&taken->sheets[i].content);
	text_clear(&taken->pen.codes);
	fonts_clear(&taken->fonts);
	pdf_clear(&taken->pdf);
	free(taken);
}

bool canvas_end(struct canvas *taken, struct text *pdf, struct text *why)
{
	bool ok = taken->pdf.fault.len == 0;

	assert(taken->tags.depth == 0 && taken->sheet_count > 0);
	leave_page(taken);
	if (ok)
		ok = save(taken, pdf, why);
	if (taken->pdf.fault.len > 0)
		text_add(why, taken->pdf.fault.at);
	release(taken);
	return ok;
}
