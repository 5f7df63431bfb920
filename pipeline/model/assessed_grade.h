/*
 * assessed_grade - a grade that was given to an indicator, a goal or a risk:
 * by whom, and why.
 */
#ifndef MODEL_ASSESSED_GRADE_H
#define MODEL_ASSESSED_GRADE_H

#include <stddef.h>

#include "model/caseinput.h"
#include "model/figure.h"
#include "model/window.h"

enum origin { ORIGIN_RULE, ORIGIN_STATED, ORIGIN_OVERRIDE };

/* One input of a rule and how it met the row that decided. */
struct because {
	int row;           /* of the rule's table, from 1; 0: a function */
	const char *given; /* "short" */
	const char *value; /* "2.5", "yes", "missing" */
	const char *test;  /* "above 3"; NULL: not known */
};

#define MOST_UNMET 8

/* A grade; an override stands in the list behind the rule's own. */
struct assessed_grade {
	enum when when;
	const char *scale;
	const char *grade; /* id; NULL: `missing` says why */
	enum missing missing;
	enum origin origin;
	/* of a rule's grade */
	const char *rule;
	int version;
	const char *file; /* of a rule: rules/…; else grades.csv */
	long line;        /* of the deciding row, or of the line there */
	const char *sha256;
	struct because *because;
	size_t because_count;
	struct because *unmet; /* of other rows: the first condition that is
				  not met, of at most MOST_UNMET rows */
	size_t unmet_count;
	/* of a stated one or an override */
	const char *role;
	struct date date;
	const char *reason; /* of one by a rule: its function's, or NULL */
};

/*
 * The grade that counts for a `when`: an override before the rule's; NULL if
 * there is none.
 */
const struct assessed_grade *grade_that_counts(
	const struct assessed_grade *list, size_t count, enum when when);

/* The rule's own grade for a `when`; NULL if no rule gave one. */
const struct assessed_grade *grade_of_rule(const struct assessed_grade *list,
					   size_t count, enum when when);

/* "rule", "stated", "override". */
const char *origin_name(enum origin origin);

#endif
