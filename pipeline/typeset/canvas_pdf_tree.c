/*
 * The structure tree in the file (ISO 32000-1, 14.7 and 14.8.5).
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

static void add_element(struct text *to, const struct canvas *canvas,
			tag_handle handle)
{
	pdf_add_reference_to(to, canvas->pdf.series.first + handle - 1);
}

static void add_page(struct text *to, const struct canvas *canvas, int page)
{
	text_add(to, "/Pg ");
	pdf_add_reference(to, canvas->sheets[page - 1].page);
	text_add_char(to, ' ');
}

static void add_kids(struct text *to, const struct canvas *canvas,
		     const struct element *element)
{
	const struct kid *kids = canvas->tags.kids;

	for (uint32_t i = element->first; i > 0; i = kids[i - 1].next) {
		const struct kid *kid = &kids[i - 1];

		if (kid->kind == KID_ELEMENT) {
			add_element(to, canvas, kid->number);
		} else if (kid->kind == KID_LINK) {
			text_add(to, "<</Type /OBJR ");
			add_page(to, canvas, kid->page);
			text_add(to, "/Obj ");
			pdf_add_reference(
				to, canvas->places.links[kid->number].object);
			text_add(to, ">>");
		} else if (kid->page == element->page) {
			text_add_number(to, kid->number);
		} else {
			text_add(to, "<</Type /MCR ");
			add_page(to, canvas, kid->page);
			text_add(to, "/MCID ");
			text_add_number(to, kid->number);
			text_add(to, ">>");
		}
		text_add_char(to, '\n');
	}
}

static bool has_table_attributes(const struct tag_attributes *about)
{
	return about->scope || about->column_span > 1 || about->row_span > 1;
}

static void add_table_attributes(struct text *to,
				 const struct tag_attributes *about)
{
	text_add(to, "<</O /Table ");
	if (about->scope) {
		text_add(to, "/Scope /");
		text_add(to, about->scope);
		text_add_char(to, ' ');
	}
	if (about->column_span > 1)
		text_printf(to, "/ColSpan %d ", about->column_span);
	if (about->row_span > 1)
		text_printf(to, "/RowSpan %d ", about->row_span);
	text_add(to, ">>");
}

/* What leaves the page nobody sees. */
static void check_box(struct canvas *canvas, const struct element *element)
{
	const struct box *box = &element->box;
	const struct page_size size =
		canvas->sheets[element->box_page - 1].size;

	if (box->left < 0 || box->top < 0 || box->right > size.width ||
	    box->bottom > size.height)
		pdf_fault(&canvas->pdf,
			  _("a figure is larger than a page, so that not all "
			    "of it would be seen: \"%s\""),
			  element->about->alt);
}

static void add_layout_attributes(struct text *to, struct canvas *canvas,
				  const struct element *element)
{
	const struct box *box = &element->box;

	check_box(canvas, element);
	text_add(to, "<</O /Layout /Placement /Block /BBox [");
	pdf_add_points(to, box->left);
	pdf_add_points(to, sheet_up(canvas, element->box_page, box->bottom));
	pdf_add_points(to, box->right);
	pdf_add_points(to, sheet_up(canvas, element->box_page, box->top));
	text_add(to, "]>>");
}

/* Attributes have owners: tables, lists, layout. */
static void add_owned(struct text *to, struct canvas *canvas,
		      const struct element *element)
{
	const struct tag_attributes *about = element->about;
	const bool table = has_table_attributes(about);

	if (!table && !about->list_numbering && element->box_page == 0)
		return;
	text_add(to, "/A [");
	if (table)
		add_table_attributes(to, about);
	if (about->list_numbering)
		text_printf(to, "<</O /List /ListNumbering /%s>>",
			    about->list_numbering);
	if (element->box_page > 0)
		add_layout_attributes(to, canvas, element);
	text_add(to, "]\n");
}

static void add_about(struct text *to, struct canvas *canvas,
		      const struct element *element)
{
	const struct tag_attributes *about = element->about;

	if (about->alt) {
		text_add(to, "/Alt ");
		pdf_add_string(to, about->alt);
	}
	if (about->actual_text) {
		text_add(to, "/ActualText ");
		pdf_add_string(to, about->actual_text);
	}
	if (about->id) {
		text_add(to, "/ID ");
		pdf_add_bytes(to, about->id);
	}
	add_owned(to, canvas, element);
}

/* The root stands just before the first element. */
static void add_entries(struct text *to, struct canvas *canvas, size_t index)
{
	const struct element *element = &canvas->tags.elements[index];

	text_add(to, "/Type /StructElem /S /");
	text_add(to, tags_name(&canvas->tags, (tag_handle)(index + 1)));
	text_add(to, " /P ");
	add_element(to, canvas, element->parent);
	text_add_char(to, '\n');
	if (element->page > 0)
		add_page(to, canvas, element->page);
	if (element->about)
		add_about(to, canvas, element);
	if (element->first > 0) {
		text_add(to, "/K [");
		add_kids(to, canvas, element);
		text_add(to, "]\n");
	}
}

/* The parent tree: pages by number, then links, as the page says it is. */
static HPDF_Dict write_parents(struct canvas *canvas)
{
	struct text entries = { 0 };
	HPDF_Dict object = pdf_object(&canvas->pdf);

	text_add(&entries, "/Nums [");
	for (size_t i = 0; i < canvas->sheet_count; i++) {
		const struct sheet *sheet = &canvas->sheets[i];

		text_printf(&entries, "%zu [", i);
		for (size_t m = 0; m < sheet->mark_count; m++) {
			add_element(&entries, canvas, sheet->marks[m]);
			text_add_char(&entries, '\n');
		}
		text_add(&entries, "]\n");
	}
	for (size_t i = 0; i < canvas->places.link_count; i++) {
		text_printf(&entries, "%zu ", canvas->sheet_count + i);
		add_element(&entries, canvas, canvas->places.links[i].element);
		text_add_char(&entries, '\n');
	}
	text_add(&entries, "]\n");
	pdf_entries(&canvas->pdf, object, &entries);
	text_clear(&entries);
	return object;
}

static int compare_ids(const void *left, const void *right)
{
	const struct element *const *a = left;
	const struct element *const *b = right;

	return strcmp((*a)->about->id, (*b)->about->id);
}

/* The elements that have an ID, by ID; adds an entry of the root if any. */
static void add_ids(struct text *root, struct canvas *canvas)
{
	struct tags *tags = &canvas->tags;
	const struct element **list =
		arena_alloc(&canvas->pdf.arena, tags->count * sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < tags->count; i++) {
		if (tags->elements[i].about && tags->elements[i].about->id)
			list[count++] = &tags->elements[i];
	}
	if (count == 0)
		return;
	qsort(list, count, sizeof(*list), compare_ids);
	text_add(root, "/IDTree <</Names [");
	for (size_t i = 0; i < count; i++) {
		assert(i == 0 || compare_ids(&list[i - 1], &list[i]) != 0);
		pdf_add_bytes(root, list[i]->about->id);
		text_add_char(root, ' ');
		add_element(root, canvas,
			    (tag_handle)(list[i] - tags->elements + 1));
		text_add_char(root, '\n');
	}
	text_add(root, "]>>\n");
}

void tree_write(struct canvas *canvas, struct text *catalog)
{
	struct tags *tags = &canvas->tags;
	struct text entries = { 0 };
	HPDF_Dict root = pdf_object(&canvas->pdf);

	pdf_objects(&canvas->pdf, tags->count, add_entries, canvas);
	text_add(&entries, "/Type /StructTreeRoot\n/K ");
	add_element(&entries, canvas, 1);
	text_add(&entries, "\n/ParentTree ");
	pdf_add_reference(&entries, write_parents(canvas));
	text_printf(&entries, "\n/ParentTreeNextKey %zu\n",
		    canvas->sheet_count + canvas->places.link_count);
	add_ids(&entries, canvas);
	pdf_entries(&canvas->pdf, root, &entries);
	text_clear(&entries);

	text_add(catalog, "/StructTreeRoot ");
	pdf_add_reference(catalog, root);
	text_add(catalog, "\n/MarkInfo <</Marked true>>\n");
}
