#include "ingest/columns.h"

#include "ingest/rejects.h"
#include "ingest/row.h"
#include "lib/spelling.h"
#include "lib/text.h"
#include "model/cell.h"

/* A header row being matched. */
struct matching {
	struct columns *columns;
	const struct profile *profile;
	const struct csv_row *header;
	const char *file;
	struct rejects *rejects;
	bool ok;
};

static struct place place_of(const struct matching *matching, int column)
{
	return (struct place){ .file = matching->file,
			       .line = matching->header->line,
			       .column = column };
}

static void refuse(struct matching *matching, struct reject reject)
{
	rejects_add(matching->rejects, reject);
	matching->ok = false;
}

static bool is_declared(const struct profile *profile, const char *name)
{
	for (size_t i = 0; i < profile->column_count; i++)
		if (cell_same(profile->columns[i].header, name))
			return true;
	return false;
}

/* The header that is missing in the file and nearest to `name`. */
static const char *nearest_declared(const struct matching *matching,
				    const char *name)
{
	struct spelling_search search = { .wanted = name };

	for (size_t i = 0; i < matching->profile->column_count; i++)
		spelling_offer(&search, matching->profile->columns[i].header);
	return search.nearest;
}

/* The name in the file that is not declared and nearest to `header`. */
static const char *nearest_unknown(const struct matching *matching,
				   const char *header)
{
	struct spelling_search search = { .wanted = header };

	for (size_t i = 0; i < matching->header->count; i++) {
		const char *name = matching->header->cells[i].text;

		if (!is_declared(matching->profile, name))
			spelling_offer(&search, name);
	}
	return search.nearest;
}

static void match_name(struct matching *matching, const char *name, int column)
{
	const struct profile *profile = matching->profile;
	struct columns *columns = matching->columns;

	for (size_t i = 0; i < profile->column_count; i++) {
		if (!cell_same(profile->columns[i].header, name))
			continue;
		if (columns->position[i] > 0) {
			refuse(matching,
			       (struct reject){
				       .cause = REJECT_HEADER_TWICE,
				       .place = place_of(matching, column),
				       .value = name,
				       .a = columns->position[i] });
			return;
		}
		columns->position[i] = column;
		columns->declared[column - 1] = (int)i;
		return;
	}
	refuse(matching,
	       (struct reject){ .cause = REJECT_HEADER_UNKNOWN,
				.place = place_of(matching, column),
				.value = name,
				.hint = nearest_declared(matching, name) });
}

static void find_missing(struct matching *matching)
{
	const struct profile *profile = matching->profile;

	for (size_t i = 0; i < profile->column_count; i++) {
		const struct column *column = &profile->columns[i];

		if (column->optional || matching->columns->position[i] > 0)
			continue;
		refuse(matching,
		       (struct reject){ .cause = REJECT_HEADER_MISSING,
					.place = place_of(matching, 0),
					.value = column->header,
					.hint = nearest_unknown(
						matching, column->header) });
	}
}

bool columns_match(struct columns *columns, const struct profile *profile,
		   const struct csv_row *header, const char *file,
		   struct rejects *rejects)
{
	struct arena *arena = &rejects->arena;
	struct matching matching = { columns, profile, header,
				     file,    rejects, true };

	columns->count = header->count;
	columns->declared =
		arena_alloc(arena, header->count * sizeof(*columns->declared));
	columns->position = arena_alloc(
		arena, profile->column_count * sizeof(*columns->position));
	for (size_t i = 0; i < header->count; i++) {
		struct text name = { 0 };

		columns->declared[i] = -1;
		cell_trim(&name, header->cells[i].text);
		if (name.len > 0)
			match_name(&matching, name.at, (int)i + 1);
		text_clear(&name);
	}
	find_missing(&matching);
	return matching.ok;
}

bool columns_repeat(const struct columns *columns,
		    const struct profile *profile, const struct csv_row *csv)
{
	if (csv->count != columns->count)
		return false;
	for (size_t i = 0; i < csv->count; i++) {
		const char *cell = csv->cells[i].text;
		const char *name =
			columns->declared[i] < 0
				? ""
				: profile->columns[columns->declared[i]].header;

		if (!row_begins_alike(cell, name) || !cell_same(cell, name))
			return false;
	}
	return true;
}
