/*
 * sample_rules - a workspace's rules given as a string, for tests of assess.
 */
#ifndef TESTS_SAMPLE_RULES_H
#define TESTS_SAMPLE_RULES_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/outfile.h"
#include "lib/text.h"
#include "model/rules.h"

/* What every workspace has, and the two scales of the sample one. */
#define SAMPLE_WORKSPACE                                                       \
	"workspace { municipality = \"Nordvikens kommun\","                    \
	"  code = \"0000\", language = \"sv\" }\n"                             \
	"report { id = \"r\", title = \"R\", template = \"r\","                \
	"  unit = \"son\" }\n"                                                 \
	"scale { id = \"traffic-light\", about = \"Trafikljus\","              \
	"  grade { id = \"green\", label = \"grön\","                         \
	"    symbol = \"circle\", colour = \"#2e7d32\" },"                     \
	"  grade { id = \"yellow\", label = \"gul\","                          \
	"    symbol = \"triangle\", colour = \"#f9a825\" },"                   \
	"  grade { id = \"red\", label = \"röd\","                            \
	"    symbol = \"diamond\", colour = \"#b71c1c\" } }\n"                 \
	"scale { id = \"goal\", about = \"Måluppfyllelse\","                  \
	"  grade { id = \"reached\", label = \"uppnås\","                     \
	"    symbol = \"circle\", colour = \"#2e7d32\" },"                     \
	"  grade { id = \"partly\", label = \"uppnås delvis\","               \
	"    symbol = \"triangle\", colour = \"#f9a825\" },"                   \
	"  grade { id = \"not-reached\", label = \"uppnås ej\","              \
	"    symbol = \"diamond\", colour = \"#b71c1c\" } }\n"

#define SAMPLE_LIGHT                                                           \
	"rule { id = \"indicator.traffic-light\", version = 1,\n"              \
	"  from = \"2025-01-01\", scale = \"traffic-light\",\n"                \
	"  to = indicators(), about = \"Trafikljus\",\n"                       \
	"  given = { met = target_met(), short = shortfall(),\n"               \
	"    part = shortfall_part(), unmeasured = no_figures() },\n"          \
	"  unique {\n"                                                         \
	"    { unmeasured = true, missing = \"not-measured\" },\n"             \
	"    { met = true, grade = \"green\" },\n"                             \
	"    { met = false, short = at_most(3), part = at_most(0.05),\n"       \
	"      grade = \"yellow\" },\n"                                        \
	"    { met = false, short = above(3), grade = \"red\" },\n"            \
	"    { met = false, short = at_most(3), part = above(0.05),\n"         \
	"      grade = \"red\" } } }\n"

#define SAMPLE_GOAL                                                            \
	"rule { id = \"goal.fulfilment\", version = 1,\n"                      \
	"  from = \"2025-01-01\", scale = \"goal\",\n"                         \
	"  to = goals(\"nämndmål\"), about = \"Nämndens princip\",\n"       \
	"  given = { none = no_indicators(), green = share(\"green\"),\n"      \
	"    reached = share(\"green\", \"yellow\") },\n"                      \
	"  unique {\n"                                                         \
	"    { green = eq(1), grade = \"reached\" },\n"                        \
	"    { green = below(1), reached = at_least(0.5),\n"                   \
	"      grade = \"partly\" },\n"                                        \
	"    { green = below(1), reached = below(0.5),\n"                      \
	"      grade = \"not-reached\" },\n"                                   \
	"    { none = true, missing = \"not-measured\" } } }\n"

/* Load `lua` as the only rules file, rules/all.lua, of a workspace. */
static inline bool sample_rules_load(struct rules *rules, const char *lua)
{
	char folder[] = "/tmp/bokslut-test-XXXXXX";
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok = mkdtemp(folder) != NULL;

	text_printf(&path, "%s/rules", folder);
	ok = ok && outfile_folder(path.at, &why);
	text_add(&path, "/all.lua");
	ok = ok && outfile_write(path.at, lua, strlen(lua), &why) &&
	     rules_load(rules, folder, &why);
	(void)unlink(path.at);
	text_reset(&path);
	text_printf(&path, "%s/rules", folder);
	(void)rmdir(path.at);
	(void)rmdir(folder);
	text_clear(&path);
	text_clear(&why);
	return ok;
}

#endif
