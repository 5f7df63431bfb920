#include "model/risk_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/spelling.h"
#include "model/declaration.h"

#define LEVELS 10 /* of likelihood and of severity, at most */

/* `from { 6, "soon" }`, as it is declared. */
struct step {
	long product;
	const char *grade;
};

static void refuse(struct declaration *given, const struct lua_node *at,
		   const char *sentence)
{
	const struct place place = declaration_fault(given, at);

	msg_made(OUTCOME_MISCONFIGURED, place, sentence, sentence);
}

static void take_levels(struct names *levels, struct declaration *given,
			const char *name)
{
	size_t count = 0;
	const char **list = declaration_list(given, name, &count);

	for (size_t i = 0; list && i < count; i++)
		names_add(levels, given->arena, list[i]);
	if (list && (count < 2 || count > LEVELS))
		refuse(given, NULL,
		       arena_printf(given->arena,
				    _("%s: from 2 to %d levels were expected"),
				    name, LEVELS));
}

static void take_meanings(struct names *means, struct declaration *given,
			  const char *name, size_t levels)
{
	size_t count = 0;
	const char **list = lua_field(given->node, name)
				    ? declaration_list(given, name, &count)
				    : NULL;

	for (size_t i = 0; list && i < count; i++)
		names_add(means, given->arena, list[i]);
	if (list && count != levels)
		refuse(given, NULL,
		       arena_printf(given->arena,
				    _("%s: as many were expected as there are "
				      "levels"),
				    name));
}

/* The least value of each level but the first, each above the one before. */
static void take_least_values(struct risk_matrix *matrix,
			      struct declaration *given)
{
	const struct lua_node *from = lua_field(given->node, "likelihood_from");
	bool ok = from && from->kind == LUA_NODE_TABLE &&
		  from->item_count + 1 == matrix->likelihood.count;

	if (!from)
		return;
	matrix->likelihood_from =
		arena_alloc(given->arena, (matrix->likelihood.count + 1) *
						  sizeof(struct decimal));
	for (size_t i = 0; ok && i < from->item_count; i++) {
		struct decimal *least = &matrix->likelihood_from[i];

		ok = from->items[i]->kind == LUA_NODE_NUMBER &&
		     decimal_parse(least, from->items[i]->text) &&
		     (i == 0 || decimal_compare(least[-1], *least) < 0);
	}
	if (!ok)
		refuse(given, from,
		       _("likelihood_from: the least value of each level but "
			 "the first was expected, each above the one before"));
}

static void take_letters(struct risk_matrix *matrix, struct declaration *given)
{
	const struct lua_node *letters = lua_field(given->node, "letters");

	for (size_t i = 0; letters && i < letters->field_count; i++) {
		const struct lua_node *letter = letters->fields[i].value;

		if (letter->kind != LUA_NODE_STRING)
			continue;
		names_add(&matrix->classes, given->arena,
			  letters->fields[i].name);
		names_add(&matrix->letters, given->arena, letter->text);
	}
}

/* A step, above the one before it; the first is from 1. */
static bool take_step(struct step *step, const struct step *before,
		      struct declaration *given, const struct lua_node *node)
{
	const bool sound = node->kind == LUA_NODE_CALL &&
			   strcmp(node->text, "from") == 0 &&
			   node->item_count == 2 &&
			   node->items[0]->kind == LUA_NODE_NUMBER &&
			   node->items[1]->kind == LUA_NODE_STRING;

	if (sound) {
		step->product = strtol(node->items[0]->text, NULL, 10);
		step->grade = node->items[1]->text;
	}
	if (sound &&
	    (before ? step->product > before->product : step->product == 1))
		return true;
	refuse(given, node,
	       _("from { product, \"class\" } was expected, the first from 1, "
		 "each above the one before it"));
	return false;
}

/* Each cell has the class of the last step that its product reaches. */
static void fill_by_steps(struct risk_matrix *matrix, const struct step *steps,
			  size_t count)
{
	for (size_t i = 0; i < matrix->likelihood.count; i++)
		for (size_t j = 0; j < matrix->severity.count; j++)
			for (size_t k = 0; k < count; k++)
				if ((long)((i + 1) * (j + 1)) >=
				    steps[k].product)
					matrix->cells[i * matrix->severity
								      .count +
						      j] = steps[k].grade;
}

static void take_steps(struct risk_matrix *matrix, struct declaration *given)
{
	const struct lua_node *node = given->node;
	struct step *steps = arena_alloc(given->arena, (node->item_count + 1) *
							       sizeof(*steps));
	bool ok = true;

	for (size_t i = 0; ok && i < node->item_count; i++)
		ok = take_step(&steps[i], i > 0 ? &steps[i - 1] : NULL, given,
			       node->items[i]);
	if (node->item_count == 0)
		refuse(given, NULL,
		       _("what class has a risk? from { 1, \"class\" }, … or "
			 "cells = { … } was expected"));
	if (ok)
		fill_by_steps(matrix, steps, node->item_count);
}

static bool is_row(const struct lua_node *row, size_t cells)
{
	bool ok = row->kind == LUA_NODE_TABLE && row->item_count == cells;

	for (size_t i = 0; ok && i < cells; i++)
		ok = row->items[i]->kind == LUA_NODE_STRING;
	return ok;
}

static void take_cells(struct risk_matrix *matrix, struct declaration *given,
		       const struct lua_node *cells)
{
	const size_t rows = matrix->likelihood.count;
	const size_t columns = matrix->severity.count;

	for (size_t i = 0; i < rows; i++) {
		if (cells->item_count != rows ||
		    !is_row(cells->items[i], columns)) {
			refuse(given, cells,
			       _("cells: a list of classes, one for each level "
				 "of severity, was expected for each level of "
				 "likelihood"));
			return;
		}
		for (size_t j = 0; j < columns; j++)
			matrix->cells[i * columns + j] =
				cells->items[i]->items[j]->text;
	}
}

/* What its levels and classes are called and mean. */
static void take_words(struct risk_matrix *matrix, struct declaration *given)
{
	take_levels(&matrix->likelihood, given, "likelihood");
	take_levels(&matrix->severity, given, "severity");
	take_meanings(&matrix->likelihood_means, given, "likelihood_means",
		      matrix->likelihood.count);
	take_meanings(&matrix->severity_means, given, "severity_means",
		      matrix->severity.count);
	take_least_values(matrix, given);
	take_letters(matrix, given);
}

bool risk_matrix_declare(struct risk_matrices *matrices, struct arena *arena,
			 const struct lua_file *file,
			 const struct lua_node *node)
{
	static const char *const names[] = {
		VERSION_FIELDS,    "about",      "kind",
		"scale",           "likelihood", "likelihood_means",
		"likelihood_from", "severity",   "severity_means",
		"letters",         "cells",      NULL
	};
	struct declaration given = { arena, file, node, false };
	const struct lua_node *cells = lua_field(node, "cells");
	struct risk_matrix matrix = { 0 };

	declaration_only(&given, names);
	version_declare(&matrix.version, &given);
	matrix.about = declaration_string(&given, "about", true);
	matrix.version.kind = declaration_id(&given, "kind");
	matrix.scale = declaration_id(&given, "scale");
	take_words(&matrix, &given);
	matrix.cells = arena_alloc(
		arena, (matrix.likelihood.count * matrix.severity.count + 1) *
			       sizeof(*matrix.cells));
	if (cells && cells->kind == LUA_NODE_TABLE)
		take_cells(&matrix, &given, cells);
	else
		take_steps(&matrix, &given);
	if (given.refused ||
	    !versions_add(&matrices->versions, arena, &matrix.version))
		return false;
	matrices->list = arena_grow(arena, matrices->list, matrices->count,
				    sizeof(*matrices->list));
	matrices->list[matrices->count++] = matrix;
	return true;
}

bool risk_matrix_prove(const struct risk_matrix *matrix,
		       const struct scales *scales)
{
	const struct place place = version_place(&matrix->version);
	const struct scale *scale = scale_lookup(scales, matrix->scale);
	bool ok = true;

	if (!scale) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("there is no scale \"%s\""), matrix->scale);
		return false;
	}
	for (size_t i = 0;
	     ok && i < matrix->likelihood.count * matrix->severity.count; i++) {
		ok = scale_grade(scale, matrix->cells[i]) != NULL;
		if (!ok)
			msg_at(OUTCOME_MISCONFIGURED, place,
			       _("the scale \"%s\" has no grade \"%s\""),
			       scale->id, matrix->cells[i]);
		else if (!*risk_matrix_letter(matrix, matrix->cells[i])) {
			msg_at(OUTCOME_MISCONFIGURED, place,
			       _("letters: the class \"%s\" has none"),
			       matrix->cells[i]);
			ok = false;
		}
	}
	return ok;
}

const struct risk_matrix *risk_matrix_lookup(
	const struct risk_matrices *matrices, const char *id)
{
	for (size_t i = 0; i < matrices->count; i++)
		if (strcmp(matrices->list[i].version.id, id) == 0)
			return &matrices->list[i];
	return NULL;
}

const char *risk_matrix_class(const struct risk_matrix *matrix, int likelihood,
			      int severity)
{
	return matrix->cells[(size_t)(likelihood - 1) * matrix->severity.count +
			     (size_t)(severity - 1)];
}

const char *risk_matrix_letter(const struct risk_matrix *matrix,
			       const char *grade)
{
	for (size_t i = 0; i < matrix->classes.count; i++)
		if (strcmp(matrix->classes.list[i], grade) == 0)
			return matrix->letters.list[i];
	return "";
}

int risk_level(const struct names *levels, const char *field)
{
	char *end = NULL;
	long number = strtol(field, &end, 10);

	if (end > field && *end == '\0')
		return number >= 1 && number <= (long)levels->count
			       ? (int)number
			       : 0;
	for (size_t i = 0; i < levels->count; i++)
		if (spelling_same(levels->list[i], field))
			return (int)i + 1;
	return 0;
}
