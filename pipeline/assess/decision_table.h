/*
 * decision_table - a rule of the municipality: inputs, rows, a grade each.
 *
 * Declared in a rules file:
 *	rule { id = "goal.fulfilment", version = 1, from = "2025-01-01",
 *	  scale = "goal", to = goals("nämndmål"), about = "…",
 *	  given = { none = no_indicators(), green = share("green") },
 *	  unique {
 *	    { green = eq(1), grade = "reached", says = "…" },
 *	    { none = true, missing = "not-measured" }, … } }
 * Its id, number and days are a version's (model/version.h).
 * Of a goal's indicators all count, unless the rule says otherwise:
 *	  leave_out = { "not-applicable", "secret" }, …
 * A row is hit when all its conditions are met; an input that it does not
 * name is of no concern to it; a missing input meets no condition.
 *
 * Ownership: everything lives in the arena given at load, but for what is
 * borrowed from the rules (file, statement, scale), which outlive it.
 */
#ifndef ASSESS_DECISION_TABLE_H
#define ASSESS_DECISION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/register.h"
#include "model/rules.h"
#include "model/scale.h"
#include "model/version.h"

struct rule_function;
struct rule_relation;
struct text;

/* What a rule gives grades to. */
enum judged { JUDGED_INDICATORS, JUDGED_GOALS };

/* How many rows may be hit: always one at least. */
enum hit_policy {
	HIT_UNIQUE, /* one exactly */
	HIT_FIRST,  /* the first one counts */
	HIT_ANY     /* several, if they say the same */
};

enum input_word {
	INPUT_TARGET_MET,     /* target_met(): yes or no */
	INPUT_SHORTFALL,      /* shortfall(): in the target's unit, from 0 */
	INPUT_SHORTFALL_PART, /* shortfall_part(): as a share of the target */
	INPUT_NO_FIGURES,     /* no_figures(): neither value nor forecast */
	INPUT_MEASURED_IN,    /* measured_in(): id of the unit of measure */
	INPUT_SHARE,          /* share("green", …): of a goal's indicators */
	INPUT_COUNT,          /* count("green", …): how many of them */
	INPUT_NO_INDICATORS   /* no_indicators(): yes or no */
};

struct rule_input {
	const char *name; /* "short" */
	enum input_word word;
	enum figure_kind kind; /* NUMBER (a ratio too), YESNO or WORD */
	struct names grades;   /* of share() and count() */
};

enum test {
	TEST_YES,
	TEST_NO,
	TEST_EQUAL,
	TEST_BELOW,
	TEST_ABOVE,
	TEST_AT_LEAST,
	TEST_AT_MOST,
	TEST_ONE_OF
};

struct condition {
	size_t input; /* index into the table's inputs */
	enum test test;
	struct decimal number; /* of a test of numbers */
	struct names words;    /* of one_of() */
};

struct decision_row {
	long line;
	struct condition *conditions;
	size_t condition_count;
	const char *grade; /* id; NULL: `missing` is what the row gives */
	enum missing missing;
	const char *says; /* NULL if it has no words */
};

struct decision_table {
	struct version version;
	const struct scale *scale;
	const char *about;
	enum judged judges;
	const char *goal_kind; /* of JUDGED_GOALS */
	enum hit_policy policy;
	struct rule_input *inputs;
	size_t input_count;
	struct rule_relation *relations; /* declared */
	size_t relation_count;
	bool leaves_out[MISSING_COUNT]; /* of a goal's indicators: those that
					   are missing for such a reason */
	struct decision_row *rows;
	size_t row_count;               /* 0 if a function decides */
	struct rule_function *function; /* NULL: the rows decide */
	long function_line;
	bool proved; /* no two rows clash: the first one hit decides */
};

/*
 * Read one `rule { … }`.  Everything wrong is told with file and line as
 * OUTCOME_MISCONFIGURED; false if anything was.
 */
bool decision_table_load(struct decision_table *table, struct arena *arena,
			 const struct rule_source *source,
			 const struct scales *scales) MUST_CHECK;

/*
 * The row that decides for these values, one for each input in their order;
 * `whose` names what is judged; NULL in a proof.  NULL if the policy or a
 * relation is broken: told, with the values as the counterexample, as
 * OUTCOME_MISCONFIGURED.
 */
const struct decision_row *decision_table_decide(
	const struct decision_table *table, const struct figure *values,
	const char *whose) MUST_CHECK;

/* Whether a value meets a condition. */
bool condition_is_met(const struct condition *condition,
		      const struct figure *value);

/* Add a value or a condition as traces spell them: "2.5", "yes", "missing",
 * "≈ 0.3333"; "above 3", "one of green, yellow". */
void decision_add_value(struct text *text, const struct figure *value);
void decision_add_test(struct text *text, const struct condition *condition);

/* Add whose values these are and what they are, for a message; `whose` is NULL
 * in a proof. */
void decision_add_case(struct text *text, const struct decision_table *table,
		       const struct figure *values, const char *whose);

#endif
