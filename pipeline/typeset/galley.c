#include "typeset/galley.h"

#include "model/report.h"

static bool same_form(const struct paragraph_form *a,
		      const struct paragraph_form *b)
{
	return a->style == b->style && a->measure == b->measure &&
	       a->align == b->align && a->even == b->even &&
	       a->justified == b->justified;
}

const struct paragraph *galley_paragraph(struct galley *galley,
					 const struct press *press,
					 const struct block *block,
					 const struct paragraph_form *form)
{
	struct galley_paragraph *one;

	for (size_t i = 0; i < GALLEY_PARAGRAPHS; i++) {
		one = &galley->paragraphs[i];
		if (one->block == block && same_form(&one->filled.form, form))
			return &one->filled;
	}
	one = &galley->paragraphs[galley->next_paragraph];
	galley->next_paragraph =
		(galley->next_paragraph + 1) % GALLEY_PARAGRAPHS;
	paragraph_clear(&one->filled);
	one->block = block;
	paragraph_fill(&one->filled, press, &block->runs, form);
	return &one->filled;
}

static bool same_place(const struct table_place *a, const struct table_place *b)
{
	return a->x == b->x && a->measure == b->measure && a->wide == b->wide;
}

struct set_table *galley_table(struct galley *galley, const struct press *press,
			       const struct block *block,
			       const struct table_place *place)
{
	struct galley_table *one;

	for (size_t i = 0; i < GALLEY_TABLES; i++) {
		one = &galley->tables[i];
		if (one->block == block && same_place(&one->place, place))
			return &one->filled;
	}
	one = &galley->tables[galley->next_table];
	galley->next_table = (galley->next_table + 1) % GALLEY_TABLES;
	table_clear(&one->filled);
	one->block = block;
	one->place = *place;
	table_fill(&one->filled, press, block->table, place);
	return &one->filled;
}

void galley_clear(struct galley *galley)
{
	for (size_t i = 0; i < GALLEY_PARAGRAPHS; i++)
		paragraph_clear(&galley->paragraphs[i].filled);
	for (size_t i = 0; i < GALLEY_TABLES; i++)
		table_clear(&galley->tables[i].filled);
	*galley = (struct galley){ 0 };
}
