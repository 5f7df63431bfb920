/*
 * signatures - places to sign, side by side: one for each of the roles, above
 * its name.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/parts_of.h"
#include "compose/words.h"
#include "lib/lang.h"

void signatures_compose(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	const struct names roles = parts_of(arena, part->roles, '|');
	const struct names names = part->names
					   ? parts_of(arena, part->names, '|')
					   : (struct names){ 0 };
	struct block *block;

	if (roles.count == 0 || (part->names && names.count != roles.count)) {
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("roles=\"Ordförande|Sekreterare\" must name one or "
			 "more, and names=\"…|…\" as many"));
		return;
	}
	block = blocks_add(into, arena, BLOCK_SIGNATURES);
	block->signatures =
		arena_alloc(arena, roles.count * sizeof(*block->signatures));
	block->signature_count = roles.count;
	for (size_t i = 0; i < roles.count; i++)
		block->signatures[i] = (struct signature){
			.name = part->names ? names.list[i]
					    : words_at(composition->words,
						       WORD_SIGNATURE_NAME),
			.role = roles.list[i],
		};
}
