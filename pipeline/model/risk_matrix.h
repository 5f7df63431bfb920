/*
 * risk_matrix - how likelihood and severity make the class of a risk.
 *
 *	risk_matrix { id = "internal-control", version = 1,
 *	  from = "2023-01-01", about = "…", kind = "risk", scale = "risk-class",
 *	  likelihood = { "Mycket liten", "Liten", "Stor", "Mycket stor" },
 *	  severity = { "Försumbar", "Lindrig", "Kännbar", "Allvarlig" },
 *	  likelihood_means = { "Inträffar mer sällan", … },
 *	  letters = { accepted = "A", soon = "S", ["at-once"] = "O" },
 *	  from { 1, "accepted" }, from { 6, "soon" }, from { 12, "at-once" } }
 * `kind` is that of the records that are risks.  Of their fields:
 *	likelihood, severity	each a level, by its number from 1 or its word
 *	residual-likelihood, residual-severity	those left after its controls
 *	likelihood-measure	in place of likelihood: a measure of the unit
 * A class holds from a product of the two numbers up to the next.  Cell by cell
 * they are told, likelihood by likelihood from the lowest, by
 *	  cells = { { "accepted", … }, … }
 * A measure tells the highest level whose least value it reaches:
 *	  likelihood_from = { 1, 4, 20 }	for each but the first
 * Letters mark the classes where colour does not; what levels mean may be left
 * out.  The version that is in force on the as-of day counts.
 *
 * Ownership: everything is in the arena given at load.
 */
#ifndef MODEL_RISK_MATRIX_H
#define MODEL_RISK_MATRIX_H

#include <stdbool.h>
#include <stddef.h>

#include "model/decimal.h"
#include "model/names.h"
#include "model/scale.h"
#include "model/version.h"

struct lua_file;
struct lua_node;

struct risk_matrix {
	struct version version;
	const char *about;
	const char *scale;       /* of classes */
	struct names likelihood; /* words of the levels, from the lowest */
	struct names severity;
	struct decimal *likelihood_from; /* of each level but the first; NULL */
	struct names likelihood_means;   /* as many, or none */
	struct names severity_means;
	struct names classes; /* that have letters */
	struct names letters;
	const char **cells; /* a class for each, likelihood by likelihood */
};

struct risk_matrices {
	struct risk_matrix *list; /* all versions of each */
	size_t count;
	struct versions versions;
};

/* Take one `risk_matrix { … }`; false if it was refused (told). */
bool risk_matrix_declare(struct risk_matrices *matrices, struct arena *arena,
			 const struct lua_file *file,
			 const struct lua_node *node) MUST_CHECK;

/* Whether its scale has all its classes (told if not). */
bool risk_matrix_prove(const struct risk_matrix *matrix,
		       const struct scales *scales) MUST_CHECK;

/* By id, borrowed; NULL if there is none.  Where one version of each stands. */
const struct risk_matrix *risk_matrix_lookup(
	const struct risk_matrices *matrices, const char *id);

/* The class of a risk; levels from 1. */
const char *risk_matrix_class(const struct risk_matrix *matrix, int likelihood,
			      int severity);

/* The letter of a class; "" if it has none. */
const char *risk_matrix_letter(const struct risk_matrix *matrix,
			       const char *grade);

/* The level that a field tells, by number or word; 0 if it tells none. */
int risk_level(const struct names *levels, const char *field);

#endif
