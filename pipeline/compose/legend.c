#include "compose/legend.h"

#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

void legend_note(struct legend *legend, const struct figure *figure)
{
	if (figure->kind == FIGURE_MISSING)
		legend->seen[figure->missing] = true;
}

void legend_compose(const struct legend *legend, const struct words *words,
		    struct blocks *into, struct arena *arena)
{
	struct text list = { 0 };
	struct text note = { 0 };

	for (size_t i = 0; i < COUNT_OF(legend->seen); i++) {
		if (!legend->seen[i])
			continue;
		text_printf(&list, "%s%s %s", list.len > 0 ? ", " : "",
			    print_missing_symbol(words, (enum missing)i),
			    print_missing_words(words, (enum missing)i));
	}
	if (list.len > 0) {
		words_fill(&note, words, WORD_LEGEND,
			   (struct filling[]){ { "list", list.at }, { 0 } });
		blocks_add_words(into, arena, BLOCK_NOTE, note.at);
	}
	text_clear(&note);
	text_clear(&list);
}
