#include <string.h>

#include "lib/spelling.h"
#include "model/register.h"

bool register_holds(const struct unit_era *era, struct date day)
{
	return (era->from.year == 0 || date_compare(era->from, day) <= 0) &&
	       (era->to.year == 0 || date_compare(day, era->to) <= 0);
}

const struct unit *register_unit(const struct registry *reg, const char *id)
{
	for (size_t i = 0; i < reg->unit_count; i++)
		if (strcmp(reg->units[i].id, id) == 0)
			return &reg->units[i];
	return NULL;
}

const struct goal *register_goal(const struct registry *reg, const char *id)
{
	for (size_t i = 0; i < reg->goal_count; i++)
		if (strcmp(reg->goals[i].id, id) == 0)
			return &reg->goals[i];
	return NULL;
}

const struct indicator *register_indicator(const struct registry *reg,
					   const char *id)
{
	for (size_t i = 0; i < reg->indicator_count; i++)
		if (strcmp(reg->indicators[i].id, id) == 0)
			return &reg->indicators[i];
	return NULL;
}

const struct unit *register_unit_named(const struct registry *reg,
				       const char *name)
{
	size_t at = name_index_lookup(&reg->unit_names, name);

	return at == NAME_INDEX_NONE ? NULL : &reg->units[at];
}

const struct indicator *register_indicator_named(const struct registry *reg,
						 const char *name)
{
	size_t at = name_index_lookup(&reg->indicator_names, name);

	return at == NAME_INDEX_NONE ? NULL : &reg->indicators[at];
}

static void offer_names(struct spelling_search *search, const char *name,
			const struct names *aliases, const char *id)
{
	spelling_offer(search, name);
	for (size_t i = 0; i < aliases->count; i++)
		spelling_offer(search, aliases->list[i]);
	spelling_offer(search, id);
}

bool register_knows_indicator(const struct registry *reg, const char *name)
{
	return name_index_lookup(&reg->indicators_of_other_days, name) !=
	       NAME_INDEX_NONE;
}

const char *register_nearest_unit(const struct registry *reg, const char *name)
{
	struct spelling_search search = { .wanted = name };

	for (size_t i = 0; i < reg->unit_count; i++)
		offer_names(&search, reg->units[i].name, &reg->units[i].aliases,
			    reg->units[i].id);
	return search.nearest;
}

const char *register_nearest_indicator(const struct registry *reg,
				       const char *name)
{
	struct spelling_search search = { .wanted = name };

	for (size_t i = 0; i < reg->indicator_count; i++)
		offer_names(&search, reg->indicators[i].name,
			    &reg->indicators[i].aliases, reg->indicators[i].id);
	return search.nearest;
}

bool register_belongs(const struct registry *reg, const char *unit,
		      const char *above)
{
	const struct unit *at = register_unit(reg, unit);

	while (at) {
		if (strcmp(at->id, above) == 0)
			return true;
		at = at->parent ? register_unit(reg, at->parent) : NULL;
	}
	return false;
}
