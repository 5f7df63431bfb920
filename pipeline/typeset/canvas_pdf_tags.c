/*
 * Tags: the structure tree (ISO 32000-1, 14.7 and 14.8).  While a document is
 * drawn elements and their kids are noted; the tree is written at the end.
 */
#include <assert.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

static const char *const names[] = {
	[TAG_DOCUMENT] = "Document",
	[TAG_SECT] = "Sect",
	[TAG_H1] = "H1",
	[TAG_H2] = "H2",
	[TAG_H3] = "H3",
	[TAG_H4] = "H4",
	[TAG_H5] = "H5",
	[TAG_H6] = "H6",
	[TAG_P] = "P",
	[TAG_BLOCK_QUOTE] = "BlockQuote",
	[TAG_L] = "L",
	[TAG_LI] = "LI",
	[TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody",
	[TAG_TABLE] = "Table",
	[TAG_CAPTION] = "Caption",
	[TAG_THEAD] = "THead",
	[TAG_TBODY] = "TBody",
	[TAG_TR] = "TR",
	[TAG_TH] = "TH",
	[TAG_TD] = "TD",
	[TAG_FIGURE] = "Figure",
	[TAG_TOC] = "TOC",
	[TAG_TOCI] = "TOCI",
	[TAG_REFERENCE] = "Reference",
	[TAG_LINK] = "Link",
	[TAG_SPAN] = "Span",
	[TAG_NOTE] = "Note",
};

static struct element *at(const struct tags *tags, tag_handle handle)
{
	assert(handle > 0 && handle <= tags->count);
	return &tags->elements[handle - 1];
}

const char *tags_name(const struct tags *tags, tag_handle handle)
{
	return names[at(tags, handle)->tag];
}

tag_handle tags_innermost(const struct tags *tags)
{
	return tags->depth > 0 ? tags->open[tags->depth - 1] : 0;
}

tag_handle tags_innermost_of(const struct tags *tags, enum canvas_tag tag)
{
	for (int i = tags->depth; i > 0; i--) {
		if (at(tags, tags->open[i - 1])->tag == tag)
			return tags->open[i - 1];
	}
	return 0;
}

static void add_kid(struct pdf *pdf, struct tags *tags, tag_handle handle,
		    struct kid kid)
{
	struct element *element = at(tags, handle);

	tags->kids = arena_grow(&pdf->arena, tags->kids, tags->kid_count,
				sizeof(kid));
	tags->kids[tags->kid_count++] = kid;
	if (element->last > 0)
		tags->kids[element->last - 1].next = (uint32_t)tags->kid_count;
	else
		element->first = (uint32_t)tags->kid_count;
	element->last = (uint32_t)tags->kid_count;
}

void tags_add_mark(struct pdf *pdf, struct tags *tags, tag_handle handle,
		   int page, int number)
{
	if (at(tags, handle)->page == 0)
		at(tags, handle)->page = page;
	add_kid(pdf, tags, handle,
		(struct kid){ .kind = KID_MARK,
			      .number = (uint32_t)number,
			      .page = page });
}

void tags_add_link(struct pdf *pdf, struct tags *tags, tag_handle handle,
		   int page, size_t link)
{
	add_kid(pdf, tags, handle,
		(struct kid){ .kind = KID_LINK,
			      .number = (uint32_t)link,
			      .page = page });
}

static void open_element(struct tags *tags, tag_handle handle)
{
	assert(tags->depth < TAG_DEPTH);
	tags->open[tags->depth++] = handle;
}

static const struct tag_attributes *copy_of(struct pdf *pdf,
					    const struct tag_attributes *from)
{
	struct tag_attributes *copy = arena_alloc(&pdf->arena, sizeof(*copy));

	*copy = *from;
	copy->alt = arena_strdup(&pdf->arena, from->alt);
	copy->scope = arena_strdup(&pdf->arena, from->scope);
	copy->list_numbering = arena_strdup(&pdf->arena, from->list_numbering);
	copy->id = arena_strdup(&pdf->arena, from->id);
	copy->actual_text = arena_strdup(&pdf->arena, from->actual_text);
	return copy;
}

#define BIT(tag) (1UL << (tag))

/*
 * What may stand in elements that are made of others only (ISO 32000-1, tables
 * 333, 336 and 337); elements without a row hold text and anything.
 */
static const unsigned long made_of[] = {
	[TAG_L] = BIT(TAG_L) | BIT(TAG_LI) | BIT(TAG_CAPTION),
	[TAG_LI] = BIT(TAG_LBL) | BIT(TAG_LBODY),
	[TAG_TABLE] = BIT(TAG_CAPTION) | BIT(TAG_THEAD) | BIT(TAG_TBODY) |
		      BIT(TAG_TR),
	[TAG_THEAD] = BIT(TAG_TR),
	[TAG_TBODY] = BIT(TAG_TR),
	[TAG_TR] = BIT(TAG_TH) | BIT(TAG_TD),
	[TAG_TOC] = BIT(TAG_TOC) | BIT(TAG_TOCI) | BIT(TAG_CAPTION),
	[TAG_TOCI] =
		BIT(TAG_LBL) | BIT(TAG_REFERENCE) | BIT(TAG_P) | BIT(TAG_TOC),
	[TAG_NOTE] = 0,
};

/* Elements that stand nowhere else than in such a one. */
static const unsigned long parts =
	BIT(TAG_LI) | BIT(TAG_LBODY) | BIT(TAG_THEAD) | BIT(TAG_TBODY) |
	BIT(TAG_TR) | BIT(TAG_TH) | BIT(TAG_TD) | BIT(TAG_TOCI);

bool tags_hold_text(const struct tags *tags, tag_handle handle)
{
	enum canvas_tag tag = at(tags, handle)->tag;

	return made_of[tag] == 0 && tag != TAG_DOCUMENT && tag != TAG_SECT;
}

static bool may_stand_in(const struct tags *tags, enum canvas_tag tag)
{
	unsigned long allowed;

	if (tags->count == 0 || tag == TAG_DOCUMENT)
		return tags->count == 0 && tag == TAG_DOCUMENT;
	assert(tags->depth > 0);
	allowed = made_of[at(tags, tags_innermost(tags))->tag];
	return allowed ? (allowed & BIT(tag)) != 0 : (parts & BIT(tag)) == 0;
}

/* What PDF/UA asks of an element (7.3, 7.5, 7.9). */
static void check(struct pdf *pdf, enum canvas_tag tag,
		  const struct tag_attributes *about)
{
	assert(tag != TAG_TH || (about && about->scope));
	assert(tag != TAG_NOTE || (about && about->id));
	if (tag == TAG_FIGURE && !(about && about->alt && *about->alt))
		pdf_fault(pdf, _("a figure has no alternative text"));
}

tag_handle canvas_open(struct canvas *canvas, enum canvas_tag tag,
		       const struct tag_attributes *attributes)
{
	struct tags *tags = &canvas->tags;
	struct element element = { .tag = tag, .parent = tags_innermost(tags) };
	tag_handle handle;

	assert(!canvas_in_artifact(canvas) && may_stand_in(tags, tag));
	check(&canvas->pdf, tag, attributes);
	if (attributes)
		element.about = copy_of(&canvas->pdf, attributes);
	tags->elements = arena_grow(&canvas->pdf.arena, tags->elements,
				    tags->count, sizeof(element));
	tags->elements[tags->count++] = element;
	handle = (tag_handle)tags->count;
	if (element.parent > 0)
		add_kid(&canvas->pdf, tags, element.parent,
			(struct kid){ .kind = KID_ELEMENT, .number = handle });
	open_element(tags, handle);
	return handle;
}

void canvas_reopen(struct canvas *canvas, tag_handle handle)
{
	struct tags *tags = &canvas->tags;

	assert(at(tags, handle)->parent == tags_innermost(tags));
	open_element(tags, handle);
}

int canvas_reenter(struct canvas *canvas, tag_handle handle)
{
	struct tags *tags = &canvas->tags;
	int opened = 1;

	if (at(tags, handle)->parent != tags_innermost(tags))
		opened += canvas_reenter(canvas, at(tags, handle)->parent);
	open_element(tags, handle);
	return opened;
}

void canvas_close(struct canvas *canvas)
{
	assert(canvas->tags.depth > 0);
	canvas->tags.depth--;
}

void tags_extend(struct tags *tags, int page, struct box box)
{
	tag_handle handle = tags_innermost_of(tags, TAG_FIGURE);
	struct element *figure;

	if (handle == 0)
		return;
	figure = at(tags, handle);
	if (figure->box_page == 0)
		figure->box = box;
	figure->box_page = page;
	if (box.left < figure->box.left)
		figure->box.left = box.left;
	if (box.top < figure->box.top)
		figure->box.top = box.top;
	if (box.right > figure->box.right)
		figure->box.right = box.right;
	if (box.bottom > figure->box.bottom)
		figure->box.bottom = box.bottom;
}
