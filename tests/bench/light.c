/*
 * light COUNT - the traffic light of so many indicators, timed two ways.
 *
 * Of indicators with a value and a target each (in whole thousands): what they
 * fall short by and which row of the sample's table decides, by the functions
 * that assess calls; and the same logic as a plain Lua function that is given
 * both as numbers, the way a host without tables would do it; and, third, as a
 * rule's function in the sandbox, with exact figures.  All must give every
 * indicator the same grade.  They take turns with each thousand; what is
 * printed are the medians of five such runs, in seconds of processor time: of
 * the table, the plain function and the rule's function.
 */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "assess/inputs.h"
#include "assess/rule_book.h"
#include "assess/rule_function.h"
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

static const char rule[] =
	"rule { id = 'f', version = 1, from = '2025-01-01', about = 'f',\n"
	"  scale = 'traffic-light', to = indicators(), given = {\n"
	"    met = target_met(), short = shortfall(),\n"
	"    part = shortfall_part(), unmeasured = no_figures() },\n"
	"  decide = function(given)\n"
	"    if given.unmeasured then return 'not-measured' end\n"
	"    if given.met then return 'green' end\n"
	"    if given.short:at_most(3) and given.part:at_most(0.05) then\n"
	"      return 'yellow'\n"
	"    end\n"
	"    return 'red'\n"
	"  end }\n";

struct bench {
	struct rules rules;
	struct rule_book book;
	struct lua_file file;           /* of the rule below */
	struct decision_table function; /* a rule that is one */
	struct assessed_indicator *indicators;
	const char **grades; /* what the table gave, borrowed from it */
	size_t unlike;       /* grades that the function gave otherwise */
	lua_State *lua;
};

static double seconds(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
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

/* Judge by a rule; the first time round it sets the grades, then compares. */
static bool by_rule(struct bench *bench, const struct decision_table *table,
		    bool sets)
{
	struct figure *values = mem_alloc(table->input_count * sizeof(*values));
	bool ok = true;

	for (size_t i = 0; ok && i < BATCH; i++) {
		const struct assessed_indicator *indicator =
			&bench->indicators[i];
		const struct quantity *quantity = quantity_lookup(
			&bench->rules.quantities, indicator->quantity);
		struct rule_answer answer;
		struct standing standing;
		const char *grade;

		ok = standing_of(&standing, indicator, quantity);
		if (!ok)
			break;
		inputs_of_indicator(table, indicator, &standing, values);
		ok = rule_decide(table, values, indicator->id, &answer);
		grade = ok && answer.grade ? answer.grade : "not-measured";
		if (sets)
			bench->grades[i] = grade;
		else
			bench->unlike += strcmp(grade, bench->grades[i]) != 0;
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

enum way { TABLE, FUNCTION, RULE, WAYS };

static bool judge(struct bench *bench, enum way way)
{
	if (way == FUNCTION)
		return by_function(bench);
	return way == TABLE
		       ? by_rule(bench, rule_book_for_indicators(&bench->book),
				 true)
		       : by_rule(bench, &bench->function, false);
}

/* One run over all: the seconds of each way are added. */
static bool run(struct bench *bench, size_t count, double *spent[WAYS])
{
	for (size_t first = 0; first < count; first += BATCH) {
		make_indicators(bench, first);
		for (enum way way = TABLE; way < WAYS; way++) {
			const double began = seconds();

			if (!judge(bench, way))
				return false;
			*spent[way] += seconds() - began;
		}
	}
	return true;
}

static bool take_turns(struct bench *bench, size_t count)
{
	double turns[WAYS][TURNS] = { { 0 } };

	for (int turn = 0; turn < TURNS; turn++)
		if (!run(bench, count,
			 (double *[WAYS]){ &turns[TABLE][turn],
					   &turns[FUNCTION][turn],
					   &turns[RULE][turn] }))
			return false;
	printf("%.4f %.4f %.4f\n", median(turns[TABLE]),
	       median(turns[FUNCTION]), median(turns[RULE]));
	if (bench->unlike > 0)
		(void)fprintf(stderr, "light: %zu grades differ\n",
			      bench->unlike);
	return bench->unlike == 0;
}

static bool open_function(struct bench *bench, struct text *why)
{
	char path[] = "/tmp/light.XXXXXX";
	const int file = mkstemp(path);
	bool ok = file >= 0 &&
		  write(file, rule, strlen(rule)) == (ssize_t)strlen(rule);

	ok = ok && rules_load_file(&bench->file, path, "rules/f.lua", why);
	(void)close(file);
	(void)unlink(path);
	return ok && decision_table_load(
			     &bench->function, &bench->rules.arena,
			     &(struct rule_source){ &bench->file,
						    bench->file.statements[0] },
			     &bench->rules.scales);
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
			    as_of) ||
	    !open_function(bench, why))
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
	lua_load_clear(&bench.file);
	rules_clear(&bench.rules);
	text_clear(&why);
	return ok ? 0 : 70;
}
