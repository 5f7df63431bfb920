#include "model/profile.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "model/cell.h"
#include "model/declaration.h"
#include "model/profile_column.h"
#include "model/profile_rows.h"

#define SKIP_MOST 100 /* lines */

static long take_limit(struct declaration *given, const char *name)
{
	long limit = declaration_whole(given, name, 0);

	if (limit >= 0)
		return limit;
	msg_at(OUTCOME_MISCONFIGURED,
	       declaration_fault(given, lua_field(given->node, name)),
	       _("%s = %ld must be 0 or more"), name, limit);
	return 0;
}

/* The header must stand among the first lines: it is not looked for long. */
static long take_skip(struct declaration *given)
{
	long skip = take_limit(given, "skip");

	if (skip > SKIP_MOST)
		msg_at(OUTCOME_MISCONFIGURED,
		       declaration_fault(given, lua_field(given->node, "skip")),
		       _("skip = %ld must be %d at most"), skip, SKIP_MOST);
	return skip;
}

static enum encoding take_encoding(struct declaration *given)
{
	const char *name = declaration_string(given, "encoding", false);
	enum encoding encoding = ENCODING_AUTO;

	if (name && !encoding_of_name(&encoding, name))
		msg_at(OUTCOME_MISCONFIGURED,
		       declaration_fault(given,
					 lua_field(given->node, "encoding")),
		       _("encoding = \"%s\" is not known; write auto, utf-8, "
			 "utf-8-bom, utf-16le, utf-16be, windows-1252, "
			 "iso-8859-1, cp437 or cp850"),
		       name);
	return encoding;
}

/* No part may begin with a full stop, as ".." does and what ".*" may be. */
static bool leads_out(const char *files)
{
	bool out = *files == '/';

	for (const char *part = files; part && !out;) {
		out = *part == '.';
		part = strchr(part, '/');
		part = part ? part + 1 : NULL;
	}
	return out;
}

/* A pattern of files under the period's folder, which it cannot leave. */
static const char *take_files(struct declaration *given)
{
	const char *files = declaration_string(given, "files", true);

	if (files && leads_out(files))
		msg_at(OUTCOME_MISCONFIGURED,
		       declaration_fault(given,
					 lua_field(given->node, "files")),
		       _("files = \"%s\" leads out of the folder of the "
			 "period; name files below it, as in \"hr/*.csv\""),
		       files);
	return files;
}

static void take_fields(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = {
		"id",         "about",      "files",        "encoding",
		"separator",  "decimal",    "skip",         "reject_limit",
		"unit",       "totals",     "header_at",    "footers",
		"key",        "duplicates", "may_be_empty", "may_repeat",
		"cell_limit", "varav",      "often_empty",  NULL
	};

	declaration_only(given, names);
	profile->id = declaration_id(given, "id");
	profile->about = declaration_string(given, "about", false);
	profile->files = take_files(given);
	profile->encoding = take_encoding(given);
	profile->separator = declaration_char(given, "separator", ";,\t|");
	profile->decimal = declaration_char(given, "decimal", ",.");
	profile->skip = take_skip(given);
	profile->reject_limit = take_limit(given, "reject_limit");
	profile->cell_limit = take_limit(given, "cell_limit");
	profile->often_empty = declaration_flag(given, "often_empty", false);
	profile->may_be_empty = profile->often_empty ||
				declaration_flag(given, "may_be_empty", false);
	profile->may_repeat = declaration_flag(given, "may_repeat", false);
	profile->unit = declaration_string(given, "unit", false);
	profile->totals = declaration_string(given, "totals", false);
	profile->varav = declaration_string(given, "varav", false);
	profile->header_at = declaration_string(given, "header_at", false);
	profile->footers =
		declaration_list(given, "footers", &profile->footer_count);
}

/* The column that a field of figures or records names; NULL if it is absent,
 * or told. */
static const char *take_column(const struct profile *profile,
			       struct declaration *given, const char *name,
			       bool needed)
{
	const char *as = declaration_string(given, name, needed);

	if (!as || profile_column(profile, as))
		return as;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("%s = \"%s\" names no column of this source; a column is "
		 "named "
		 "by its as = \"…\""),
	       name, as);
	return NULL;
}

static void expect_type(const struct profile *profile,
			struct declaration *given, const char *as,
			enum column_type type)
{
	if (!as || profile_column(profile, as)->type == type)
		return;
	msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
	       _("the column \"%s\" must have type = \"%s\" here"), as,
	       column_type_name(type));
}

static bool take_figures(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "id",   "value", "forecast",
					     "base", "asked", "comment",
					     NULL };
	struct profile_figures *figures = &profile->figures;

	if (figures->id)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a source has one figures { … }, not two"));
	declaration_only(given, names);
	figures->id = take_column(profile, given, "id", true);
	figures->value = take_column(profile, given, "value", false);
	figures->forecast = take_column(profile, given, "forecast", false);
	figures->base = take_column(profile, given, "base", false);
	figures->asked = take_column(profile, given, "asked", false);
	if (figures->asked && !figures->base)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("asked says how many were asked, and stands with "
			 "base, how many answered"));
	figures->comment = take_column(profile, given, "comment", false);
	expect_type(profile, given, figures->id, COLUMN_INDICATOR);
	expect_type(profile, given, figures->value, COLUMN_FIGURE);
	expect_type(profile, given, figures->forecast, COLUMN_FIGURE);
	expect_type(profile, given, figures->base, COLUMN_NUMBER);
	expect_type(profile, given, figures->asked, COLUMN_NUMBER);
	return !given->refused;
}

static void take_record_id(struct profile *profile, struct declaration *given)
{
	const char *as = take_column(profile, given, "id", true);
	const struct column *column = as ? profile_column(profile, as) : NULL;

	profile->records.id = as;
	if (column && column->type != COLUMN_DECISION &&
	    column->type != COLUMN_CODE)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the column \"%s\" must have type = \"decision\" or "
			 "\"code\" to be the id of a record"),
		       as);
}

static bool take_records(struct profile *profile, struct declaration *given)
{
	static const char *const names[] = { "kind", "id", "fields",
					     "each_unit", NULL };
	struct profile_records *records = &profile->records;

	if (records->kind)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a source has one records { … }, not two"));
	declaration_only(given, names);
	records->kind = declaration_id(given, "kind");
	take_record_id(profile, given);
	records->each_unit = declaration_flag(given, "each_unit", false);
	records->fields =
		declaration_list(given, "fields", &records->field_count);
	for (size_t i = 0; i < records->field_count; i++)
		if (!profile_column(profile, records->fields[i]))
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("fields: there is no column \"%s\" in this "
				 "source"),
			       records->fields[i]);
	return !given->refused;
}

static bool is_call(const struct lua_node *node, const char *word)
{
	return node->kind == LUA_NODE_CALL && strcmp(node->text, word) == 0;
}

/* Anything but a column, which was taken before. */
static void take_item(struct profile *profile, struct declaration *given,
		      const struct lua_node *item)
{
	struct declaration part = { given->arena, given->file, item, false };
	bool ok = true;

	if (is_call(item, "figures"))
		ok = take_figures(profile, &part);
	else if (is_call(item, "records"))
		ok = take_records(profile, &part);
	else if (is_call(item, "freshness"))
		ok = freshness_take(profile, &part);
	else if (!is_call(item, "column") && !profile_take_rows(profile, &part))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, item),
		       _("only column, figures, records, check, cross_foot, "
			 "cut_off, control and freshness { … } may stand "
			 "here"));
	if (!ok || part.refused)
		given->refused = true;
}

/* Columns first: what else stands in the statement names them. */
static void take_items(struct profile *profile, struct declaration *given)
{
	const struct lua_node *node = given->node;

	for (size_t i = 0; i < node->item_count; i++)
		if (is_call(node->items[i], "column") &&
		    !column_declare(profile, given->arena, given->file,
				    node->items[i]))
			given->refused = true;
	profile_take_key(profile, given);
	for (size_t i = 0; i < node->item_count; i++)
		take_item(profile, given, node->items[i]);
}

static void prove_whole(const struct profile *profile,
			struct declaration *given)
{
	size_t unit_columns = 0;

	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == COLUMN_UNIT)
			unit_columns++;
	if (unit_columns + (profile->unit ? 1 : 0) > 1)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("a row has one unit: either one column of "
			 "type = \"unit\" or unit = \"…\" for all rows"));
	if (profile->records.kind && !profile_has_unit(profile))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("records need a unit: a column of type = \"unit\" or "
			 "unit = \"…\" for all rows"));
	if (profile->column_count == 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("the source has no column { … }"));
}

/* What is looked for must be there to be found. */
static void prove_dialect(const struct profile *profile,
			  struct declaration *given)
{
	bool found = !profile->header_at;

	for (size_t i = 0; i < profile->column_count && !found; i++)
		found = cell_same(profile->columns[i].header,
				  profile->header_at);
	if (!found)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("header_at = \"%s\" is the header of no column"),
		       profile->header_at);
	if (profile->header_at && profile->skip > 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("skip and header_at both say where the header is; "
			 "one is enough"));
	for (size_t i = 0; i < profile->footer_count; i++)
		if (cell_same(profile->footers[i], ""))
			msg_at(OUTCOME_MISCONFIGURED,
			       declaration_fault(given, NULL),
			       _("footers: an empty text begins every row"));
}

bool profile_declare(struct profiles *profiles, struct arena *arena,
		     const struct lua_file *file,
		     const struct lua_node *statement)
{
	struct declaration given = { arena, file, statement, false };
	struct profile profile = { .rules_file = file->path,
				   .line = statement->line };

	take_fields(&profile, &given);
	take_items(&profile, &given);
	prove_whole(&profile, &given);
	prove_dialect(&profile, &given);
	if (profile.id && profile_lookup(profiles, profile.id))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("the source \"%s\" is declared twice"), profile.id);
	if (given.refused)
		return false;

	profiles->list = arena_grow(arena, profiles->list, profiles->count,
				    sizeof(*profiles->list));
	profiles->list[profiles->count++] = profile;
	return true;
}

const struct profile *profile_lookup(const struct profiles *profiles,
				     const char *id)
{
	for (size_t i = 0; i < profiles->count; i++)
		if (strcmp(profiles->list[i].id, id) == 0)
			return &profiles->list[i];
	return NULL;
}

const struct column *profile_column(const struct profile *profile,
				    const char *as)
{
	for (size_t i = 0; i < profile->column_count; i++)
		if (strcmp(profile->columns[i].as, as) == 0)
			return &profile->columns[i];
	return NULL;
}

bool profile_has_unit(const struct profile *profile)
{
	for (size_t i = 0; i < profile->column_count; i++)
		if (profile->columns[i].type == COLUMN_UNIT)
			return true;
	return profile->unit != NULL;
}

void profile_add_number(const struct profile *profile, struct text *text,
			struct decimal number)
{
	size_t at = text->len;

	decimal_add_text(text, number);
	for (; at < text->len; at++)
		if (text->at[at] == '.')
			text->at[at] = profile->decimal;
}

struct place profile_place(const struct profile *profile)
{
	return (struct place){ .file = profile->rules_file,
			       .line = profile->line,
			       .header = profile->id };
}
