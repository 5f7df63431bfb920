#include "bokslut/moved.h"

#include <assert.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

static const struct thing *lookup(const struct things *things,
				  const struct thing *like)
{
	for (size_t i = 0; i < things->count; i++) {
		const struct thing *thing = &things->list[i];

		if (thing->kind == like->kind &&
		    strcmp(thing->id, like->id) == 0 &&
		    strcmp(thing->part, like->part) == 0)
			return thing;
	}
	return NULL;
}

static bool is_made_of(const struct thing *thing, const char *source)
{
	return !thing || thing->sources.count == 0 ||
	       names_has(&thing->sources, source);
}

/* Whether an export changed that either side is made of. */
static bool has_data(const struct shapings *shapings, const struct moved *moved)
{
	for (size_t i = 0; i < shapings->count; i++) {
		const struct shaping *shaping = &shapings->list[i];

		if (shaping->cause == CAUSE_DATA &&
		    (!shaping->source ||
		     is_made_of(moved->before, shaping->source) ||
		     is_made_of(moved->after, shaping->source)))
			return true;
	}
	return false;
}

static bool same_rule(const struct moved *moved)
{
	const char *one = moved->before ? moved->before->rule : NULL;
	const char *other = moved->after ? moved->after->rule : NULL;

	return one && other && strcmp(one, other) == 0;
}

static unsigned causes_of(const struct shapings *shapings,
			  const struct moved *moved)
{
	unsigned may = (moved->before ? moved->before->may : 0) |
		       (moved->after ? moved->after->may : 0);

	if (!has_data(shapings, moved))
		may &= ~(1U << CAUSE_DATA);
	if (same_rule(moved) && (may & shapings->set) != 1U << CAUSE_RULE)
		may &= ~(1U << CAUSE_RULE);
	/* what nothing explains is told with all that changed */
	may &= shapings->set;
	return may != 0 ? may : shapings->set;
}

static void add_moved(struct comparison *comparison, const struct thing *before,
		      const struct thing *after)
{
	const struct thing *thing = after ? after : before;
	struct moved moved = { .before = before, .after = after };

	assert(thing);
	moved.causes = causes_of(&comparison->shapings, &moved);
	comparison->list =
		arena_grow(&comparison->arena, comparison->list,
			   comparison->count, sizeof(*comparison->list));
	comparison->list[comparison->count++] = moved;
	comparison->counts[thing->kind]++;
}

static void compare(struct comparison *comparison)
{
	const struct things *old = &comparison->old_things;
	const struct things *new = &comparison->new_things;

	for (size_t i = 0; i < new->count; i++) {
		const struct thing *before = lookup(old, &new->list[i]);

		if (!before || strcmp(before->says, new->list[i].says) != 0)
			add_moved(comparison, before, &new->list[i]);
	}
	for (size_t i = 0; i < old->count; i++)
		if (!lookup(new, &old->list[i]))
			add_moved(comparison, &old->list[i], NULL);
}

bool moved_compare(struct comparison *comparison, const char *before,
		   const char *after, struct text *why)
{
	struct arena *arena = &comparison->arena;
	bool ok =
		manifest_load(&comparison->old_manifest, arena,
			      arena_printf(arena, "%s/manifest", before),
			      why) &&
		manifest_load(&comparison->new_manifest, arena,
			      arena_printf(arena, "%s/manifest", after), why) &&
		moved_take(&comparison->old_things, arena, before, why) &&
		moved_take(&comparison->new_things, arena, after, why);

	if (ok) {
		comparison->shapings =
			cause_find(arena, &comparison->old_manifest,
				   &comparison->new_manifest);
		compare(comparison);
	}
	return ok;
}

void moved_clear(struct comparison *comparison)
{
	arena_clear(&comparison->arena);
	*comparison = (struct comparison){ 0 };
}

void moved_add_sentence(struct text *text, const struct comparison *comparison)
{
	text_printf(text, _("moved: values %zu, grades %zu, texts %zu"),
		    comparison->counts[MOVED_VALUE],
		    comparison->counts[MOVED_GRADE],
		    comparison->counts[MOVED_TEXT]);
	if (comparison->shapings.set == 0)
		return;
	text_add(text, _("; by "));
	cause_add_words(text, comparison->shapings.set);
}
