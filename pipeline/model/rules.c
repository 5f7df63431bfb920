#include "model/rules.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "lib/csv_reader.h"
#include "lib/digest.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "model/names.h"

static const char *const terms[] = {
	/* of a source */
	"column",
	"figures",
	"records",
	"check",
	"cross_foot",
	"cut_off",
	"freshness",
	"control",
	/* windows of a measure */
	"accumulated",
	"period",
	"whole_year",
	"own",
	"rolling",
	"last_days",
	"at_end",
	"each_month",
	/* which rows of a source */
	"any_of",
	"between",
	"missing",
	"present",
	/* of a scale */
	"grade",
	/* of a risk matrix */
	"from",
	/* of a checklist */
	"question",
	/* of key figures */
	"figure",
	/* what a rule is for */
	"indicators",
	"goals",
	/* how its rows are taken */
	"unique",
	"first",
	"any",
	/* what it is given */
	"target_met",
	"shortfall",
	"shortfall_part",
	"no_figures",
	"measured_in",
	"share",
	"count",
	"no_indicators",
	/* tests */
	"eq",
	"below",
	"above",
	"at_least",
	"at_most",
	"one_of",
	NULL,
};

static bool take_workspace(struct rules *rules, const struct lua_file *file,
			   const struct lua_node *node)
{
	return workspace_declare(&rules->workspace, &rules->arena, file, node);
}

static bool take_report(struct rules *rules, const struct lua_file *file,
			const struct lua_node *node)
{
	return report_declare(&rules->reports, &rules->arena, file, node);
}

static bool take_close(struct rules *rules, const struct lua_file *file,
		       const struct lua_node *node)
{
	return close_declare(&rules->calendar, &rules->arena, file, node);
}

static bool take_quantity(struct rules *rules, const struct lua_file *file,
			  const struct lua_node *node)
{
	return quantity_declare(&rules->quantities, &rules->arena, file, node);
}

static bool take_source(struct rules *rules, const struct lua_file *file,
			const struct lua_node *node)
{
	return profile_declare(&rules->profiles, &rules->arena, file, node);
}

static bool take_measure(struct rules *rules, const struct lua_file *file,
			 const struct lua_node *node)
{
	return measure_declare(&rules->measures, &rules->arena, file, node);
}

static bool take_statement(struct rules *rules, const struct lua_file *file,
			   const struct lua_node *node)
{
	return statement_declare(&rules->statements, &rules->arena, file, node);
}

static bool take_scale(struct rules *rules, const struct lua_file *file,
		       const struct lua_node *node)
{
	return scale_declare(&rules->scales, &rules->arena, file, node);
}

static bool take_matrix(struct rules *rules, const struct lua_file *file,
			const struct lua_node *node)
{
	return risk_matrix_declare(&rules->matrices, &rules->arena, file, node);
}

static bool take_regulation(struct rules *rules, const struct lua_file *file,
			    const struct lua_node *node)
{
	return regulation_declare(&rules->regulations, &rules->arena, file,
				  node);
}

static bool take_checklist(struct rules *rules, const struct lua_file *file,
			   const struct lua_node *node)
{
	return checklist_declare(&rules->checklists, &rules->arena, file, node);
}

static bool take_key_figures(struct rules *rules, const struct lua_file *file,
			     const struct lua_node *node)
{
	return key_figures_declare(&rules->key_figures, &rules->arena, file,
				   node);
}

static bool take_rule(struct rules *rules, const struct lua_file *file,
		      const struct lua_node *node)
{
	rules->rules = arena_grow(&rules->arena, rules->rules,
				  rules->rule_count, sizeof(*rules->rules));
	rules->rules[rules->rule_count++] =
		(struct rule_source){ .file = file, .statement = node };
	return true;
}

static const struct {
	const char *word;
	bool (*take)(struct rules *rules, const struct lua_file *file,
		     const struct lua_node *node);
} takers[] = {
	{ "workspace", take_workspace },
	{ "report", take_report },
	{ "close", take_close },
	{ "quantity", take_quantity },
	{ "source", take_source },
	{ "measure", take_measure },
	{ "statement", take_statement },
	{ "scale", take_scale },
	{ "rule", take_rule },
	{ "risk_matrix", take_matrix },
	{ "regulation", take_regulation },
	{ "checklist", take_checklist },
	{ "key_figures", take_key_figures },
};

/* Every statement of a file, so that all its faults are told. */
static bool take_file(struct rules *rules, const struct lua_file *file)
{
	bool ok = true;

	for (size_t i = 0; i < file->statement_count; i++) {
		const struct lua_node *node = file->statements[i];

		for (size_t j = 0; j < COUNT_OF(takers); j++)
			if (strcmp(node->text, takers[j].word) == 0 &&
			    !takers[j].take(rules, file, node))
				ok = false;
	}
	return ok;
}

static bool is_lua(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && len > 4 && strcmp(name + len - 4, ".lua") == 0;
}

bool rules_list(struct names *names, struct arena *arena, const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;

	if (!folder)
		return false;
	while ((entry = readdir(folder)) != NULL) {
		if (is_lua(entry->d_name))
			names_add(names, arena,
				  arena_strdup(arena, entry->d_name));
	}
	(void)closedir(folder);
	names_sort(names);
	return true;
}

bool rules_load_file(struct lua_file *file, const char *path, const char *shown,
		     struct text *why)
{
	const char *statements[COUNT_OF(takers) + 1] = { NULL };
	const struct lua_words words = { statements, terms, "decide" };

	for (size_t i = 0; i < COUNT_OF(takers); i++)
		statements[i] = takers[i].word;
	return lua_load_file(file, path, shown, &words, why);
}

/* Every file of the folder; those after a refused one are read too, so that
 * their faults are told in the same run. */
static bool load_files(struct rules *rules, const struct names *names,
		       const char *folder, struct text *why)
{
	bool ok = true;

	rules->files = arena_alloc(&rules->arena,
				   names->count * sizeof(*rules->files));
	for (size_t i = 0; i < names->count && why->len == 0; i++) {
		const char *name = names->list[i];
		struct lua_file *file = &rules->files[rules->file_count++];

		if (!rules_load_file(
			    file,
			    arena_printf(&rules->arena, "%s/%s", folder, name),
			    arena_printf(&rules->arena, "rules/%s", name),
			    why) ||
		    !take_file(rules, file))
			ok = false;
	}
	return ok;
}

bool rules_load(struct rules *rules, const char *workspace, struct text *why)
{
	struct names names = { 0 };
	const char *folder = arena_printf(&rules->arena, "%s/rules", workspace);
	bool ok;

	ok = rules_list(&names, &rules->arena, folder);
	if (!ok)
		text_printf(why, _("cannot read the folder %s: %s"), folder,
			    strerror(errno));
	ok = ok && load_files(rules, &names, folder, why);
	if (ok)
		ok = rules_prove(rules);
	if (!ok)
		rules_clear(rules);
	return ok;
}

void rules_clear(struct rules *rules)
{
	for (size_t i = 0; i < rules->file_count; i++)
		lua_load_clear(&rules->files[i]);
	arena_clear(&rules->arena);
	*rules = (struct rules){ 0 };
}

void rules_libraries(struct text *lines)
{
	csv_reader_library(lines);
	digest_library(lines);
	lua_load_library(lines);
	xml_reader_library(lines);
}
