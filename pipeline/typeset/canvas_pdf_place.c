/* Places, and what leads to them: links (7.18.5) and bookmarks. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "typeset/canvas_pdf.h"

#define LEVELS 9

struct place_named {
	const char *name;
	int page;
	int32_t y;
};

struct bookmark {
	int level;
	const char *title, *name;
	HPDF_Dict object;
	/* bookmarks, from 1; 0: none */
	size_t parent, previous, next, first, last;
	int children;
};

void canvas_destination(struct canvas *canvas, const char *name, int32_t y)
{
	struct places *places = &canvas->places;
	struct place_named named = {
		.name = arena_strdup(&canvas->pdf.arena, name),
		.page = (int)canvas->page,
		.y = y,
	};

	assert(named.page > 0);
	places->named = arena_grow(&canvas->pdf.arena, places->named,
				   places->named_count, sizeof(named));
	places->named[places->named_count++] = named;
}

void canvas_link(struct canvas *canvas, const struct area *area,
		 const char *name, const char *about)
{
	struct places *places = &canvas->places;
	struct link link = {
		.element = tags_innermost_of(&canvas->tags, TAG_LINK),
		.page = (int)canvas->page,
		.box = { area->corner.x, area->corner.y,
			 area->corner.x + area->width,
			 area->corner.y + area->height },
		.name = arena_strdup(&canvas->pdf.arena, name),
		.about = arena_strdup(&canvas->pdf.arena, about),
	};

	assert(link.page > 0 && link.element > 0 && about[0]);
	link.object = pdf_object(&canvas->pdf);
	places->links = arena_grow(&canvas->pdf.arena, places->links,
				   places->link_count, sizeof(link));
	places->links[places->link_count] = link;
	tags_add_link(&canvas->pdf, &canvas->tags, link.element, link.page,
		      places->link_count++);
}

void canvas_bookmark(struct canvas *canvas, int level, const char *title,
		     const char *name)
{
	struct places *places = &canvas->places;
	size_t number = places->bookmark_count + 1;
	struct bookmark bookmark = {
		.level = level,
		.title = arena_strdup(&canvas->pdf.arena, title),
		.name = arena_strdup(&canvas->pdf.arena, name),
	};
	struct bookmark *parent = NULL;

	assert(level >= 1 && level <= LEVELS);
	places->bookmarks =
		arena_grow(&canvas->pdf.arena, places->bookmarks,
			   places->bookmark_count, sizeof(bookmark));
	bookmark.parent = places->last_of_level[level - 1];
	bookmark.previous = places->last_of_level[level];
	assert(level == 1 || bookmark.parent > 0);
	if (bookmark.previous > 0)
		places->bookmarks[bookmark.previous - 1].next = number;
	if (bookmark.parent > 0) {
		parent = &places->bookmarks[bookmark.parent - 1];
		parent->first = parent->first > 0 ? parent->first : number;
		parent->last = number;
		parent->children++;
	}
	places->bookmarks[places->bookmark_count++] = bookmark;
	places->last_of_level[level] = number;
	for (int deeper = level + 1; deeper <= LEVELS; deeper++)
		places->last_of_level[deeper] = 0;
}

static int compare_places(const void *left, const void *right)
{
	const struct place_named *a = left;
	const struct place_named *b = right;

	return strcmp(a->name, b->name);
}

static void sort_places(struct places *places)
{
	if (places->named_count == 0)
		return;
	qsort(places->named, places->named_count, sizeof(*places->named),
	      compare_places);
	for (size_t i = 1; i < places->named_count; i++)
		assert(compare_places(&places->named[i - 1],
				      &places->named[i]) != 0);
}

static void add_destination(struct text *to, struct canvas *canvas,
			    const char *name)
{
	const struct place_named wanted = { .name = name };
	const struct place_named *found = NULL;

	if (canvas->places.named_count > 0)
		found = bsearch(&wanted, canvas->places.named,
				canvas->places.named_count, sizeof(wanted),
				compare_places);
	if (!found) {
		pdf_fault(&canvas->pdf,
			  _("a link leads to \"%s\", which is nowhere in the "
			    "report"),
			  name);
		return;
	}
	text_add(to, "/Dest [");
	pdf_add_reference(to, canvas->sheets[found->page - 1].page);
	text_add(to, " /XYZ 0 ");
	pdf_add_points(to, sheet_up(canvas, found->page, found->y));
	text_add(to, "null]\n");
}

static void write_link(struct canvas *canvas, size_t i, struct text *scratch)
{
	const struct link *link = &canvas->places.links[i];

	text_reset(scratch);
	text_add(scratch, "/Type /Annot\n/Subtype /Link\n/Border [0 0 0]\n"
			  "/F 4\n/Rect [");
	pdf_add_points(scratch, link->box.left);
	pdf_add_points(scratch, sheet_up(canvas, link->page, link->box.bottom));
	pdf_add_points(scratch, link->box.right);
	pdf_add_points(scratch, sheet_up(canvas, link->page, link->box.top));
	text_printf(scratch, "]\n/StructParent %zu\n/Contents ",
		    canvas->sheet_count + i);
	pdf_add_string(scratch, link->about);
	text_add_char(scratch, '\n');
	add_destination(scratch, canvas, link->name);
	pdf_entries(&canvas->pdf, link->object, scratch);
}

/* Give each link to its page. */
static void add_to_pages(struct canvas *canvas)
{
	const struct places *places = &canvas->places;

	for (size_t i = 0; i < places->link_count; i++) {
		const struct link *link = &places->links[i];
		struct sheet *sheet = &canvas->sheets[link->page - 1];

		if (!sheet->links) {
			sheet->links = HPDF_Array_New(canvas->pdf.doc->mmgr);
			(void)HPDF_Dict_Add(sheet->page, "Annots",
					    sheet->links);
		}
		(void)HPDF_Array_Add(sheet->links, link->object);
	}
}

static void add_relative(struct text *to, const struct places *places,
			 const char *key, size_t number)
{
	if (number == 0)
		return;
	text_printf(to, "/%s ", key);
	pdf_add_reference(to, places->bookmarks[number - 1].object);
	text_add_char(to, '\n');
}

/* The outermost level is open, everything under it closed: negative. */
static void write_bookmark(struct canvas *canvas, struct bookmark *bookmark,
			   HPDF_Dict root, struct text *scratch)
{
	const struct places *places = &canvas->places;
	HPDF_Dict parent = root;

	if (bookmark->parent > 0)
		parent = places->bookmarks[bookmark->parent - 1].object;
	text_reset(scratch);
	text_add(scratch, "/Title ");
	pdf_add_string(scratch, bookmark->title);
	text_add(scratch, "\n/Parent ");
	pdf_add_reference(scratch, parent);
	text_add_char(scratch, '\n');
	add_relative(scratch, places, "Prev", bookmark->previous);
	add_relative(scratch, places, "Next", bookmark->next);
	add_relative(scratch, places, "First", bookmark->first);
	add_relative(scratch, places, "Last", bookmark->last);
	if (bookmark->children > 0)
		text_printf(scratch, "/Count %s%d\n",
			    bookmark->level > 1 ? "-" : "", bookmark->children);
	add_destination(scratch, canvas, bookmark->name);
	pdf_entries(&canvas->pdf, bookmark->object, scratch);
}

static void write_bookmarks(struct canvas *canvas, struct text *catalog,
			    struct text *scratch)
{
	struct places *places = &canvas->places;
	HPDF_Dict root = pdf_object(&canvas->pdf);
	int visible = 0;

	for (size_t i = 0; i < places->bookmark_count; i++)
		places->bookmarks[i].object = pdf_object(&canvas->pdf);
	for (size_t i = 0; i < places->bookmark_count; i++) {
		write_bookmark(canvas, &places->bookmarks[i], root, scratch);
		visible += places->bookmarks[i].level <= 2;
	}
	text_reset(scratch);
	text_add(scratch, "/Type /Outlines\n");
	add_relative(scratch, places, "First", 1);
	add_relative(scratch, places, "Last", places->last_of_level[1]);
	text_printf(scratch, "/Count %d\n", visible);
	pdf_entries(&canvas->pdf, root, scratch);
	text_add(catalog, "/PageMode /UseOutlines\n/Outlines ");
	pdf_add_reference(catalog, root);
	text_add_char(catalog, '\n');
}

void places_write(struct canvas *canvas, struct text *catalog)
{
	struct text scratch = { 0 };

	sort_places(&canvas->places);
	for (size_t i = 0; i < canvas->places.link_count; i++)
		write_link(canvas, i, &scratch);
	add_to_pages(canvas);
	if (canvas->places.bookmark_count > 0)
		write_bookmarks(canvas, catalog, &scratch);
	text_clear(&scratch);
}
