#include "bokslut/used_rules.h"

#include <string.h>

#include "bokslut/desk.h"
#include "bokslut/kept.h"
#include "bokslut/made.h"
#include "bokslut/manifest.h"
#include "bokslut/revision.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* The approved revision of one close. */
struct approved {
	struct desk *desk;
	const char *close; /* "2025-T1/prognosrapport" */
	int number;
	struct text *why;
};

static bool same_text(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
}

/* Whether two statements say the same, wherever they stand. */
static bool same_node(const struct lua_node *one, const struct lua_node *other)
{
	bool same = one->kind == other->kind && one->yes == other->yes &&
		    same_text(one->text, other->text) &&
		    one->item_count == other->item_count &&
		    one->field_count == other->field_count;

	for (size_t i = 0; same && i < one->item_count; i++)
		same = same_node(one->items[i], other->items[i]);
	for (size_t i = 0; same && i < one->field_count; i++)
		same = same_text(one->fields[i].name, other->fields[i].name) &&
		       same_node(one->fields[i].value, other->fields[i].value);
	return same;
}

static const char *text_of(const struct lua_node *rule, const char *name)
{
	const struct lua_node *field = lua_field(rule, name);

	return field && field->text ? field->text : "";
}

static bool is_version(const struct lua_node *one, const struct lua_node *other)
{
	return strcmp(text_of(one, "id"), text_of(other, "id")) == 0 &&
	       strcmp(text_of(one, "version"), text_of(other, "version")) == 0;
}

/* One that is there no more can be told from the kept file: that is no fault.
 */
static bool rule_holds(const struct approved *approved,
		       const struct lua_node *rule)
{
	const struct rules *rules = &approved->desk->rules;
	bool ok = true;

	for (size_t i = 0; i < rules->rule_count; i++) {
		const struct rule_source *now = &rules->rules[i];
		const struct place place = { .file = now->file->path,
					     .line = now->statement->line,
					     .header = "rule" };

		if (!is_version(rule, now->statement) ||
		    same_node(rule, now->statement))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("version %s of \"%s\" was used for %s r%d, which is "
			 "approved, and no longer says what it said; undo "
			 "that, and write a new version with its own from"),
		       text_of(rule, "version"), text_of(rule, "id"),
		       approved->close, approved->number);
		ok = false;
	}
	return ok;
}

/* A file of rules as it was, if it is not what it was. */
static bool file_holds(const struct approved *approved,
		       const struct manifest_line *line)
{
	struct desk *desk = approved->desk;
	const char *path = arena_printf(&desk->arena, "%s/%s", desk->workspace,
					line->name);
	const char *kept = kept_lookup(desk, line->value);
	struct lua_file file = { 0 };
	bool ok = true;

	if (!kept || known_is(&desk->known, path, line->value))
		return true;
	ok = rules_load_file(&file, kept, line->name, approved->why);
	for (size_t i = 0; i < file.statement_count; i++)
		if (strcmp(file.statements[i]->text, "rule") == 0)
			ok = rule_holds(approved, file.statements[i]) && ok;
	lua_load_clear(&file);
	return ok;
}

static bool close_holds(struct desk *desk, const char *close, struct text *why)
{
	const char *folder =
		arena_printf(&desk->arena, "%s/%s", desk->output, close);
	const struct approved approved = {
		desk, close, revision_pointed(folder, REVISION_APPROVED), why
	};
	struct manifest manifest = { 0 };
	bool ok = approved.number == 0 ||
		  manifest_load(&manifest, &desk->arena,
				revision_manifest(&desk->arena, folder,
						  approved.number),
				why);

	for (size_t i = 0; ok && i < manifest.count; i++)
		if (strcmp(manifest.lines[i].kind, "rules") == 0)
			ok = file_holds(&approved, &manifest.lines[i]);
	return ok;
}

bool used_rules_hold(struct desk *desk)
{
	struct names closes = made_closes(desk, NULL, 0);
	struct text why = { 0 };
	bool ok = true;

	for (size_t i = 0; i < closes.count && why.len == 0; i++)
		ok = close_holds(desk, closes.list[i], &why) && ok;
	if (why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	return ok;
}
