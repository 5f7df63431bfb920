/* canvas_pdf - begins and ends pages and the document. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

struct canvas *canvas_new(const struct canvas_info *info, bool dry)
{
	struct canvas *canvas = mem_alloc(sizeof(*canvas));
	struct text why = { 0 };

	assert(strlen(info->date) == strlen("2025-05-05"));
	canvas->info = *info;
	canvas->dry = dry;
	pdf_start(&canvas->pdf, dry);
	if (!fonts_load(&canvas->fonts, info->faces, &why))
		pdf_fault(&canvas->pdf, "%s", why.at);
	if (!dry)
		canvas->resources = pdf_object(&canvas->pdf);
	text_clear(&why);
	return canvas;
}

/* Pack the content of the last page into its stream. */
static void end_page(struct canvas *canvas)
{
	HPDF_PageAttr page;

	if (canvas->sheet_count == 0)
		return;
	pen_end(&canvas->pen);
	if (canvas->dry)
		return;
	page = canvas->sheets[canvas->sheet_count - 1].page->attr;
	pdf_pack(&canvas->pdf, page->stream, &canvas->pen.content);
	pdf_entry_text(&canvas->pdf, page->contents, PACKED);
}

static HPDF_Page add_page(struct canvas *canvas)
{
	HPDF_Page page = HPDF_AddPage(canvas->pdf.doc);

	/* What comes is drawn nowhere. */
	if (!page) {
		pdf_fault(&canvas->pdf, _("no PDF can have so many pages: %zu"),
			  canvas->sheet_count + 1);
		canvas->dry = true;
		return NULL;
	}
	(void)HPDF_Page_SetWidth(page,
				 (HPDF_REAL)canvas->info.width / MPT_PER_POINT);
	(void)HPDF_Page_SetHeight(page, (HPDF_REAL)canvas->info.height /
						MPT_PER_POINT);
	(void)HPDF_Dict_Add(page, "Resources", canvas->resources);
	(void)HPDF_Dict_AddNumber(page, "StructParents",
				  (HPDF_INT32)canvas->sheet_count);
	(void)HPDF_Dict_AddName(page, "Tabs", "S");
	return page;
}

int canvas_page(struct canvas *canvas)
{
	struct sheet sheet = { 0 };

	assert(!canvas->pen.artifact);
	end_page(canvas);
	if (!canvas->dry)
		sheet.page = add_page(canvas);
	canvas->sheets = arena_grow(&canvas->pdf.arena, canvas->sheets,
				    canvas->sheet_count, sizeof(sheet));
	canvas->sheets[canvas->sheet_count++] = sheet;
	pen_start(&canvas->pen);
	return (int)canvas->sheet_count;
}

int canvas_pages(const struct canvas *canvas)
{
	return (int)canvas->sheet_count;
}

static bool save(struct canvas *canvas, struct text *file, struct text *why)
{
	struct pdf *pdf = &canvas->pdf;
	struct text resources = { 0 };
	struct text catalog = { 0 };
	bool ok;

	text_add(&resources, "/Font <<\n");
	fonts_write(pdf, &canvas->fonts, &resources);
	text_add(&resources, ">>\n");
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

bool canvas_end(struct canvas *taken, struct text *pdf, struct text *why)
{
	bool ok = taken->pdf.fault.len == 0;

	assert(taken->tags.depth == 0 && taken->sheet_count > 0);
	end_page(taken);
	if (ok && !taken->dry)
		ok = save(taken, pdf, why);
	if (taken->pdf.fault.len > 0)
		text_add(why, taken->pdf.fault.at);

	text_clear(&taken->pen.content);
	fonts_clear(&taken->fonts);
	pdf_clear(&taken->pdf);
	free(taken);
	return ok;
}
