#include "model/register.h"

#include <assert.h>
#include <string.h>

#include "lib/digest.h"
#include "lib/text.h"
#include "model/register_read.h"

static const struct table_header unit_headers[] = {
	[UNIT_ID] = { .name = "id" },
	[UNIT_NAME] = { .name = "namn" },
	[UNIT_ALIAS] = { .name = "alias", .optional = true },
	[UNIT_PARENT] = { .name = "överordnad" },
	[UNIT_FROM] = { .name = "från", .optional = true },
	[UNIT_TO] = { .name = "till", .optional = true },
	[UNIT_PREDECESSORS] = { .name = "efterträder", .optional = true },
};

static const struct table_header goal_headers[] = {
	[GOAL_ID] = { .name = "id" },
	[GOAL_KIND] = { .name = "slag" },
	[GOAL_NAME] = { .name = "namn" },
	[GOAL_PARENTS] = { .name = "överordnat" },
	[GOAL_UNIT] = { .name = "enhet" },
	[GOAL_FROM] = { .name = "från", .optional = true },
	[GOAL_TO] = { .name = "till", .optional = true },
};

static const struct table_header indicator_headers[] = {
	[INDICATOR_ID] = { .name = "id" },
	[INDICATOR_NAME] = { .name = "namn" },
	[INDICATOR_ALIAS] = { .name = "alias", .optional = true },
	[INDICATOR_GOALS] = { .name = "mål" },
	[INDICATOR_UNIT] = { .name = "enhet" },
	[INDICATOR_QUANTITY] = { .name = "måttenhet" },
	[INDICATOR_DIRECTION] = { .name = "riktning" },
	[INDICATOR_TARGET] = { .name = "målvärde" },
	[INDICATOR_VALUE] = { .name = "värde", .optional = true },
	[INDICATOR_FORECAST] = { .name = "prognos", .optional = true },
	[INDICATOR_SOURCE] = { .name = "källa", .optional = true },
	[INDICATOR_REPORTED] = { .name = "redovisas", .optional = true },
	[INDICATOR_NEXT] = { .name = "nästa", .optional = true },
	[INDICATOR_KIND] = { .name = "slag", .optional = true },
	[INDICATOR_PHASING] = { .name = "fasning", .optional = true },
	[INDICATOR_FROM] = { .name = "från", .optional = true },
	[INDICATOR_TO] = { .name = "till", .optional = true },
};

static const struct table_form unit_form = {
	.headers = unit_headers,
	.header_count = UNIT_HEADERS,
};

static const struct table_form goal_form = {
	.headers = goal_headers,
	.header_count = GOAL_HEADERS,
};

static const struct table_form indicator_form = {
	.headers = indicator_headers,
	.header_count = INDICATOR_HEADERS,
};

/* Read one file; its faults do not keep the others from being read. */
static bool load_table(struct table_file *table, const struct table_form *form,
		       const char *folder, const char *name, struct text *why)
{
	struct text path = { 0 };
	struct text shown = { 0 };
	bool ok;

	if (why->len > 0)
		return false;
	text_printf(&path, "%s/%s", folder, name);
	text_printf(&shown, "input/register/%s", name);
	ok = table_file_load(table, form, text_string(&path),
			     text_string(&shown), why);
	text_clear(&path);
	text_clear(&shown);
	return ok;
}

static bool load_tables(struct register_reading *reading, const char *folder,
			struct text *why)
{
	bool units = load_table(&reading->units, &unit_form, folder,
				"units.csv", why);
	bool goals = load_table(&reading->goals, &goal_form, folder,
				"goals.csv", why);
	bool indicators = load_table(&reading->indicators, &indicator_form,
				     folder, "indicators.csv", why);

	return units && goals && indicators;
}

static void add_digests(struct register_reading *reading)
{
	struct text all = { 0 };

	text_add(&all, reading->units.sha256);
	text_add(&all, reading->goals.sha256);
	text_add(&all, reading->indicators.sha256);
	digest_bytes(reading->reg->sha256, all.at, all.len);
	text_clear(&all);
}

bool register_load(struct registry *reg, const char *path,
		   const struct date *as_of, char point, struct text *why)
{
	struct register_reading reading = { .reg = reg,
					    .as_of = *as_of,
					    .point = point };
	bool ok;

	assert(!reg->arena.blocks);
	ok = load_tables(&reading, path, why);
	if (ok) {
		add_digests(&reading);
		reg->as_of = *as_of;
		register_take_units(&reading);
		register_take_goals(&reading);
		register_take_indicators(&reading);
		register_prove(&reading);
		register_prove_eras(&reading);
		ok = !reading.refused;
	}
	table_file_clear(&reading.units);
	table_file_clear(&reading.goals);
	table_file_clear(&reading.indicators);
	if (!ok)
		register_clear(reg);
	return ok;
}

void register_clear(struct registry *reg)
{
	arena_clear(&reg->arena);
	*reg = (struct registry){ 0 };
}
