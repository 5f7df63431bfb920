/*
 * light COUNT - the traffic light of so many indicators, timed two ways.
 *
 * Of indicators with a value and a target each (in whole thousands): what they
 * fall short by and which row of the sample's table decides, by the functions
 * that assess calls; and the same logic as a plain Lua function that is given
 * both as numbers, the way a host without tables would do it.  Both must give
 * every indicator the same grade.  They take turns with each thousand; what is
 * printed are the medians of five such runs, in seconds.
 */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "assess/inputs.h"
#include "assess/rule_book.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/rules.h"

#define TURNS 5
#define BATCH 1000

static const char light[] =
	"function light(value, target)\n"
	"  if value == nil then return 'not-measured' end\n"
	"  if value >= target then return 'green' end\n"
	"  local short = target - value\n"
	"  local part = target ~= 0 and short / math.abs(target) or 1\n"
	"  if short <= 3 and part <= 0.05 then return 'yellow' end\n"
	"  return 'red'\n"
	"end\n";

struct bench {
	struct rules rules;
	struct rule_book book;
	struct assessed_indicator *indicators;
	const char **grades; /* what the table gave, borrowed from it */
	size_t unlike;       /* grades that the function gave otherwise */
	lua_State *lua;
};

static double seconds(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Values around a target of 40 to 100, in quarters, which a Lua number holds
 * exactly: all grades come up. */
static void make_indicators(struct bench *bench, size_t first)
{
	for (size_t i = 0; i < BATCH; i++) {
		const size_t n = first + i;
		const int64_t target = 4000 + 25 * (int64_t)(n * 7919 % 240);
		const int64_t apart = 25 * ((int64_t)(n * 104729 % 41) - 20);
		struct assessed_indicator *indicator = &bench->indicators[i];

		*indicator =
			(struct assessed_indicator){ .id = "x",
						     .quantity = "percent" };
		indicator->target.op = TARGET_AT_LEAST;
		indicator->target.figure =
			figure_of_number((struct decimal){ target, 2 });
		if (n % 50 != 0)
			indicator->value.figure = figure_of_number(
				(struct decimal){ target + apart, 2 });
	}
}

static bool by_table(struct bench *bench)
{
	const struct decision_table *table =
		rule_book_for_indicators(&bench->book);
	struct figure *values = mem_alloc(table->input_count * sizeof(*values));
	bool ok = true;

	for (size_t i = 0; ok && i < BATCH; i++) {
		const struct assessed_indicator *indicator =
			&bench->indicators[i];
		const struct quantity *quantity = quantity_lookup(
			&bench->rules.quantities, indicator->quantity);
		const struct decision_row *row = NULL;
		struct standing standing;

		if (standing_of(&standing, indicator, quantity)) {
			inputs_of_indicator(table, indicator, &standing,
					    values);
			row = decision_table_decide(table, values,
						    indicator->id);
		}
		ok = row != NULL;
		if (ok)
			bench->grades[i] =
				row->grade ? row->grade : "not-measured";
	}
	free(values);
	return ok;
}

static void push(lua_State *lua, const struct figure *figure)
{
	if (figure->kind == FIGURE_NUMBER)
		lua_pushnumber(lua, (lua_Number)figure->number.units / 100);
	else
		lua_pushnil(lua);
}

static bool by_function(struct bench *bench)
{
	lua_State *lua = bench->lua;

	for (size_t i = 0; i < BATCH; i++) {
		(void)lua_getglobal(lua, "light");
		push(lua, &bench->indicators[i].value.figure);
		push(lua, &bench->indicators[i].target.figure);
		if (lua_pcall(lua, 2, 1, 0) != LUA_OK)
			return false;
		bench->unlike +=
			strcmp(lua_tostring(lua, -1), bench->grades[i]) != 0;
		lua_pop(lua, 1);
	}
	return true;
}

static int compare_seconds(const void *left, const void *right)
{
	const double a = *(const double *)left;
	const double b = *(const double *)right;

	return (a > b) - (a < b);
}

static double median(double *turns)
{
	qsort(turns, TURNS, sizeof(*turns), compare_seconds);
	return turns[TURNS / 2];
}

/* One run over all: the seconds of the table and of the function. */
static bool run(struct bench *bench, size_t count, double *table,
		double *function)
{
	for (size_t first = 0; first < count; first += BATCH) {
		double began;
		double between;

		make_indicators(bench, first);
		began = seconds();
		if (!by_table(bench))
			return false;
		between = seconds();
		if (!by_function(bench))
			return false;
		*table += between - began;
		*function += seconds() - between;
	}
	return true;
}

static bool take_turns(struct bench *bench, size_t count)
{
	double table[TURNS] = { 0 };
	double function[TURNS] = { 0 };

	for (int turn = 0; turn < TURNS; turn++)
		if (!run(bench, count, &table[turn], &function[turn]))
			return false;
	printf("%.4f %.4f\n", median(table), median(function));
	if (bench->unlike > 0)
		(void)fprintf(stderr, "light: %zu grades differ\n",
			      bench->unlike);
	return bench->unlike == 0;
}

static bool open_bench(struct bench *bench, struct text *why)
{
	const struct date as_of = { 2025, 5, 5 };

	bench->lua = luaL_newstate();
	if (!bench->lua)
		return false;
	luaL_openlibs(bench->lua);
	if (luaL_dostring(bench->lua, light) ||
	    !rules_load(&bench->rules, ".", why) ||
	    !rule_book_load(&bench->book, &bench->rules.arena, &bench->rules,
			    as_of))
		return false;
	bench->indicators = mem_alloc(BATCH * sizeof(*bench->indicators));
	bench->grades = mem_alloc(BATCH * sizeof(*bench->grades));
	return true;
}

int main(int argc, char **argv)
{
	struct bench bench = { 0 };
	struct text why = { 0 };
	const size_t count = argc == 2 ? strtoul(argv[1], NULL, 10) : 0;
	bool ok;

	msg_start("light");
	ok = count > 0 && open_bench(&bench, &why) && take_turns(&bench, count);
	if (!ok)
		(void)fprintf(stderr, "light: failed. %s\n", text_string(&why));
	if (bench.lua)
		lua_close(bench.lua);
	free(bench.indicators);
	free(bench.grades);
	rules_clear(&bench.rules);
	text_clear(&why);
	return ok ? 0 : 70;
}
