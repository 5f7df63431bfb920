#include "model/succession.h"

#include <stdint.h>
#include <string.h>

#include "model/cell.h"

static const char *const succession_names[] = {
	[SUCCESSION_SAME] = "same",       [SUCCESSION_MERGED] = "merged",
	[SUCCESSION_SPLIT] = "split",     [SUCCESSION_MOVED] = "moved",
	[SUCCESSION_NO_UNIT] = "no-unit",
};

/* The units of one day, by their eras. */
struct roll {
	const struct registry *reg;
	struct date day;
	struct arena *arena;
};

const char *succession_name(enum succession succession)
{
	return succession_names[succession];
}

bool succession_of_name(enum succession *succession, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(succession_names); i++) {
		if (strcmp(succession_names[i], name) != 0)
			continue;
		*succession = (enum succession)i;
		return true;
	}
	return false;
}

bool succession_compares(enum succession succession)
{
	return succession == SUCCESSION_SAME || succession == SUCCESSION_MERGED;
}

static const struct unit_era *era_of(const struct roll *roll, const char *id)
{
	for (size_t i = 0; i < roll->reg->era_count; i++) {
		const struct unit_era *era = &roll->reg->eras[i];

		if (strcmp(era->id, id) == 0 && register_holds(era, roll->day))
			return era;
	}
	return NULL;
}

static void add_once(const struct roll *roll, struct names *names,
		     const char *id)
{
	if (!names_has(names, id))
		names_add(names, roll->arena, id);
}

/* Whether the unit stands at or below one of `above` on the roll's day. */
static bool is_below(const struct roll *roll, const char *id,
		     const struct names *above)
{
	const struct unit_era *at = era_of(roll, id);
	size_t steps = roll->reg->era_count;

	for (; at && steps > 0; steps--) {
		if (names_has(above, at->id))
			return true;
		at = at->parent ? era_of(roll, at->parent) : NULL;
	}
	return false;
}

static bool is_parent(const struct roll *roll, const char *id)
{
	for (size_t i = 0; i < roll->reg->era_count; i++) {
		const struct unit_era *era = &roll->reg->eras[i];

		if (era->parent && strcmp(era->parent, id) == 0 &&
		    register_holds(era, roll->day))
			return true;
	}
	return false;
}

/* The lowest units at or below `above`: what its figures are made of. */
static struct names ground_of(const struct roll *roll,
			      const struct names *above)
{
	struct names ground = { 0 };

	for (size_t i = 0; i < roll->reg->era_count; i++) {
		const struct unit_era *era = &roll->reg->eras[i];

		if (register_holds(era, roll->day) &&
		    !is_parent(roll, era->id) && is_below(roll, era->id, above))
			add_once(roll, &ground, era->id);
	}
	return ground;
}

/* Whether an era began after `then` and not after `now`. */
static bool began_between(const struct unit_era *era, const struct roll *then,
			  const struct roll *now)
{
	return era->from.year != 0 && date_compare(then->day, era->from) < 0 &&
	       date_compare(era->from, now->day) <= 0;
}

/* Add the units of `then` that `id` came from, by way of any in between. */
static void add_origins(const struct roll *then, const struct roll *now,
			const char *id, struct names *origins)
{
	const struct registry *reg = then->reg;
	struct names seen = { 0 };

	names_add(&seen, then->arena, id);
	for (size_t next = 0; next < seen.count; next++) {
		if (era_of(then, seen.list[next]))
			add_once(then, origins, seen.list[next]);
		for (size_t i = 0; i < reg->era_count; i++) {
			const struct unit_era *era = &reg->eras[i];

			if (strcmp(era->id, seen.list[next]) != 0 ||
			    !began_between(era, then, now))
				continue;
			for (size_t j = 0; j < era->predecessors.count; j++)
				add_once(then, &seen,
					 era->predecessors.list[j]);
		}
	}
}

/* Add the units of `now` that `id` went to, by way of any in between. */
static void add_heirs(const struct roll *then, const struct roll *now,
		      const char *id, struct names *heirs)
{
	const struct registry *reg = then->reg;
	struct names seen = { 0 };

	names_add(&seen, now->arena, id);
	for (size_t next = 0; next < seen.count; next++) {
		if (era_of(now, seen.list[next]))
			add_once(now, heirs, seen.list[next]);
		for (size_t i = 0; i < reg->era_count; i++) {
			const struct unit_era *era = &reg->eras[i];

			if (began_between(era, then, now) &&
			    names_has(&era->predecessors, seen.list[next]))
				add_once(now, &seen, era->id);
		}
	}
}

static enum succession crossing(size_t parts)
{
	return parts == 1 ? SUCCESSION_MOVED : SUCCESSION_SPLIT;
}

/* Whether each lowest unit of then went to units at or below `is`. */
static enum succession follow(const struct roll *then, const struct roll *now,
			      const struct names *were, const struct names *is)
{
	struct names ground = ground_of(then, were);

	for (size_t i = 0; i < ground.count; i++) {
		struct names heirs = { 0 };

		add_heirs(then, now, ground.list[i], &heirs);
		for (size_t j = 0; j < heirs.count; j++)
			if (!is_below(now, heirs.list[j], is))
				return crossing(heirs.count);
	}
	return SUCCESSION_SAME;
}

/* Whether each lowest unit of now came from units at or below `were`. */
static enum succession trace(const struct roll *then, const struct roll *now,
			     const struct names *were, const struct names *is)
{
	struct names ground = ground_of(now, is);

	for (size_t i = 0; i < ground.count; i++) {
		struct names origins = { 0 };

		add_origins(then, now, ground.list[i], &origins);
		for (size_t j = 0; j < origins.count; j++)
			if (!is_below(then, origins.list[j], were))
				return crossing(origins.count);
	}
	return SUCCESSION_SAME;
}

enum succession succession_find(const struct registry *reg, struct arena *arena,
				const char *id, struct date day,
				struct names *were)
{
	const struct roll then = { reg, day, arena };
	const struct roll now = { reg, reg->as_of, arena };
	struct names is = { 0 };
	enum succession found;

	names_add(&is, arena, id);
	add_origins(&then, &now, id, were);
	if (were->count == 0)
		return SUCCESSION_NO_UNIT;
	found = follow(&then, &now, were, &is);
	if (found == SUCCESSION_SAME)
		found = trace(&then, &now, were, &is);
	if (found == SUCCESSION_SAME && were->count > 1)
		found = SUCCESSION_MERGED;
	return found;
}

bool succession_is_named(const struct unit_era *era, const char *name)
{
	if (cell_same(era->name, name) || cell_same(era->id, name))
		return true;
	for (size_t i = 0; i < era->aliases.count; i++)
		if (cell_same(era->aliases.list[i], name))
			return true;
	return false;
}

const struct unit_era *succession_era_named(const struct registry *reg,
					    const char *name, struct date day)
{
	for (size_t i = 0; i < reg->era_count; i++)
		if (register_holds(&reg->eras[i], day) &&
		    succession_is_named(&reg->eras[i], name))
			return &reg->eras[i];
	return NULL;
}

/* The lowest unit of now at or above `id` that holds all of `units`. */
static const char *holder_of(const struct roll *now, const char *id,
			     const struct names *units)
{
	const struct unit_era *at = era_of(now, id);

	for (; at; at = at->parent ? era_of(now, at->parent) : NULL) {
		struct names above = { 0 };
		size_t held = 0;

		names_add(&above, now->arena, at->id);
		for (size_t i = 0; i < units->count; i++)
			held += is_below(now, units->list[i], &above);
		if (held == units->count)
			return at->id;
	}
	return NULL;
}

size_t succession_place(const struct registry *reg, const struct unit_era *era)
{
	struct arena arena = { 0 };
	struct roll then = { reg, era->to, &arena };
	const struct roll now = { reg, reg->as_of, &arena };
	struct names heirs = { 0 };
	const char *place = NULL;
	size_t at = SIZE_MAX;

	if (register_holds(era, now.day))
		then.day = now.day;
	for (; era && heirs.count == 0;
	     era = era->parent ? era_of(&then, era->parent) : NULL)
		add_heirs(&then, &now, era->id, &heirs);
	if (heirs.count > 0)
		place = holder_of(&now, heirs.list[0], &heirs);
	for (size_t i = 0; place && i < reg->unit_count; i++)
		if (strcmp(reg->units[i].id, place) == 0)
			at = i;
	arena_clear(&arena);
	return at;
}
