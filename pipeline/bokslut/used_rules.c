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
	const char *as_of; /* "2025-05-05" */
	int number;
	struct text *why;
};

static bool same_text(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
}

static bool same_node(const struct lua_node *one, const struct lua_node *other);

static bool same_fields(const struct lua_node *one,
			const struct lua_node *other)
{
	bool same = one->field_count == other->field_count;

	for (size_t i = 0; same && i < one->field_count; i++)
		same = same_text(one->fields[i].name, other->fields[i].name) &&
		       same_node(one->fields[i].value, other->fields[i].value);
	return same;
}

/* Whether two statements say the same, wherever they stand. */
static bool same_node(const struct lua_node *one, const struct lua_node *other)
{
	bool same = one->kind == other->kind && one->yes == other->yes &&
		    same_text(one->text, other->text) &&
		    one->item_count == other->item_count;

	for (size_t i = 0; same && i < one->item_count; i++)
		same = same_node(one->items[i], other->items[i]);
	return same && same_fields(one, other);
}

/* Whether they say the same but for when they end, which may be set later. */
static bool same_words(const struct lua_node *used, const struct lua_node *now)
{
	const struct lua_node *ends[] = { lua_field(used, "till"),
					  lua_field(now, "till") };
	bool same =
		used->item_count == now->item_count &&
		used->field_count - !!ends[0] == now->field_count - !!ends[1];

	for (size_t i = 0; same && i < used->item_count; i++)
		same = same_node(used->items[i], now->items[i]);
	for (size_t i = 0; same && i < used->field_count; i++) {
		const struct lua_field *field = &used->fields[i];
		const struct lua_node *other = lua_field(now, field->name);

		same = field->value == ends[0] ||
		       (other && same_node(field->value, other));
	}
	return same;
}

static const char *text_of(const struct lua_node *statement, const char *name)
{
	const struct lua_node *field = lua_field(statement, name);

	return field && field->text ? field->text : "";
}

static bool has_versions(const struct lua_node *statement)
{
	static const char *const words[] = { "rule", "risk_matrix",
					     "checklist" };

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (strcmp(statement->text, words[i]) == 0)
			return true;
	return false;
}

static bool is_version(const struct lua_node *one, const struct lua_node *other)
{
	return strcmp(one->text, other->text) == 0 &&
	       strcmp(text_of(one, "id"), text_of(other, "id")) == 0 &&
	       strcmp(text_of(one, "version"), text_of(other, "version")) == 0;
}

/* Whether it still holds on the day that the report is as of. */
static bool ends_later(const struct approved *approved,
		       const struct lua_node *now)
{
	struct date as_of = { 0 };
	struct date till = { 0 };

	return !date_parse(&till, text_of(now, "till")) ||
	       (date_parse(&as_of, approved->as_of) &&
		date_compare(as_of, till) <= 0);
}

static bool statement_holds(const struct approved *approved,
			    const struct lua_node *used,
			    const struct lua_file *file,
			    const struct lua_node *now)
{
	const struct place place = { .file = file->path,
				     .line = now->line,
				     .header = now->text };

	if (!is_version(used, now) ||
	    (same_words(used, now) && ends_later(approved, now)))
		return true;
	msg_at(OUTCOME_MISCONFIGURED, place,
	       _("version %s of \"%s\" was used for %s r%d, which is "
		 "approved, and no longer says what it said; undo "
		 "that, and write a new version with its own from"),
	       text_of(used, "version"), text_of(used, "id"), approved->close,
	       approved->number);
	return false;
}

/* One that is there no more can be told from the kept file: that is no fault.
 */
static bool version_is_as_used(const struct approved *approved,
			       const struct lua_node *used)
{
	const struct rules *rules = &approved->desk->rules;
	bool ok = true;

	for (size_t i = 0; i < rules->file_count; i++) {
		const struct lua_file *file = &rules->files[i];

		for (size_t j = 0; j < file->statement_count; j++)
			ok = statement_holds(approved, used, file,
					     file->statements[j]) &&
			     ok;
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
		if (has_versions(file.statements[i]))
			ok = version_is_as_used(approved, file.statements[i]) &&
			     ok;
	lua_load_clear(&file);
	return ok;
}

static bool close_holds(struct desk *desk, const char *close, struct text *why)
{
	const char *folder =
		arena_printf(&desk->arena, "%s/%s", desk->output, close);
	struct approved approved = {
		.desk = desk,
		.close = close,
		.number = revision_pointed(folder, REVISION_APPROVED),
		.why = why,
	};
	struct manifest manifest = { 0 };
	bool ok = approved.number == 0 ||
		  manifest_load(&manifest, &desk->arena,
				revision_manifest(&desk->arena, folder,
						  approved.number),
				why);

	approved.as_of = manifest_as_of(&manifest);
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
