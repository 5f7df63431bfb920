/*
 * Any bytes as an export that nobody has declared: the profile proposed for it
 * is one that rules take, and reads that export with every row accounted for.
 */
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"
#include "ingest/export.h"
#include "ingest/intake.h"
#include "ingest/proposal.h"
#include "lib/outfile.h"
#include "model/rules.h"

#define PERIOD "2025-T1"
#define EXPORT "x/new.csv"

static const char *const folders[] = { "",
				       "/rules",
				       "/input",
				       "/input/register",
				       "/input/2025-T1",
				       "/input/2025-T1/x" };

static const struct {
	const char *name;
	const char *content;
} files[] = {
	{ "/rules/workspace.lua",
	  "workspace { municipality = \"Nordviken\", code = \"0000\", "
	  "language = \"en\" }\n"
	  "quantity { id = \"number\", print = \"\" }\n" },
	{ "/input/register/units.csv",
	  "id;namn;alias;överordnad\nson;Socialnämnden;SON;\nlss;LSS;;son\n" },
	{ "/input/register/goals.csv",
	  "id;slag;namn;överordnat;enhet\ng;mål;Mål;;son\n" },
	{ "/input/register/indicators.csv",
	  "id;namn;alias;mål;enhet;måttenhet;riktning;målvärde\n"
	  "nki;Nöjda;NKI;g;son;number;högre;80\n" },
};

static void put(const char *workspace, const char *name, const char *content)
{
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok;

	text_printf(&path, "%s%s", workspace, name);
	ok = outfile_write(path.at, content, strlen(content), &why);
	assert(ok);
	text_clear(&path);
	text_clear(&why);
}

/* A workspace whose only export is `file`. */
static void lay_out(const char *workspace, const struct fuzz_file *file)
{
	struct text path = { 0 };
	int linked;

	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		text_reset(&path);
		text_printf(&path, "%s%s", workspace, folders[i]);
		(void)mkdir(path.at, 0700);
	}
	for (size_t i = 0; i < COUNT_OF(files); i++)
		put(workspace, files[i].name, files[i].content);
	text_reset(&path);
	text_printf(&path, "%s/rules/proposed.lua", workspace);
	(void)unlink(path.at);
	text_reset(&path);
	text_printf(&path, "%s/input/" PERIOD "/" EXPORT, workspace);
	(void)unlink(path.at);
	linked = symlink(file->path, path.at);
	assert(linked == 0);
	text_clear(&path);
}

static void load(struct rules *rules, struct registry *reg,
		 const char *workspace)
{
	const struct date as_of = { 2025, 5, 5 };
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok = rules_load(rules, workspace, &why);

	assert(ok);
	text_printf(&path, "%s/input/register", workspace);
	ok = register_load(reg, path.at, &as_of, ',', &why);
	assert(ok);
	text_clear(&path);
}

static bool propose(const char *workspace)
{
	struct rules rules = { 0 };
	struct registry reg = { 0 };
	struct text path = { 0 };
	struct text lua = { 0 };
	struct text why = { 0 };
	bool proposed;

	load(&rules, &reg, workspace);
	text_printf(&path, "%s/input/" PERIOD "/" EXPORT, workspace);
	proposed =
		proposal_make(&lua, path.at, &rules, &reg, &why) && lua.len > 0;
	assert(why.len == 0);
	if (proposed)
		put(workspace, "/rules/proposed.lua", lua.at);
	text_clear(&lua);
	text_clear(&path);
	register_clear(&reg);
	rules_clear(&rules);
	return proposed;
}

/* As bokslut-ingest does it. */
static void start(struct intake *intake, struct rules *rules,
		  struct registry *reg, struct facts *facts)
{
	const struct unit *unit = NULL;
	bool ok = window_of_period(&intake->window, PERIOD);

	assert(ok);
	assert(rules->profiles.count == 1);
	intake->profile = &rules->profiles.list[0];
	intake->period = PERIOD;
	intake->quantities = &rules->quantities;
	intake->reg = reg;
	intake->facts = facts;
	if (intake->profile->unit)
		unit = register_unit(reg, intake->profile->unit);
	intake->unit = unit ? (size_t)(unit - reg->units) : SIZE_MAX;
	intake_start(intake, &rules->measures);
}

static void ingest(const char *workspace)
{
	struct rules rules = { 0 };
	struct registry reg = { 0 };
	struct facts facts = { 0 };
	struct intake intake = { .workspace = workspace };
	struct text why = { 0 };
	struct facts_file sum;
	bool ok;

	load(&rules, &reg, workspace);
	start(&intake, &rules, &reg, &facts);
	ok = export_read(&intake, EXPORT, &why);
	assert(ok);
	sum = facts_sum(&facts);
	assert(!intake.rejects.whole);
	assert(sum.rows == sum.used + sum.left_out + sum.rejected);
	assert(sum.rejected == intake.profile->reject_limit);
	intake_clear(&intake);
	facts_clear(&facts);
	register_clear(&reg);
	rules_clear(&rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_file file;
	struct text workspace = { 0 };

	fuzz_open(&file, bytes, len);
	fuzz_folder(&workspace);
	lay_out(workspace.at, &file);
	if (propose(workspace.at))
		ingest(workspace.at);
	text_clear(&workspace);
	fuzz_close(&file);
	return 0;
}
