/*
 * checklist - questions that units answer, and what the answers come to.
 *
 *	checklist { id = "work-environment", version = 1, from = "2022-01-01",
 *	  about = "Årlig uppföljning …", kind = "answer", scale = "checklist",
 *	  regulations = { "sam", "osa" },
 *	  asked = { "fs", "vo", "vo.hemtjanst" },
 *	  from { 0, "not-met" }, from { 0.5, "partly" }, from { 1, "met" },
 *	  question { number = "1", text = "Finns rutiner?", answer = "yes-no",
 *	    good = "yes" },
 *	  question { number = "13", text = "Sjukfrånvaro", answer = "measure",
 *	    measure = "hr.sick-leave", quantity = "percent" } }
 * `kind` is that of the records that are answers: of their fields `question`
 * tells the number and `answer` what was answered, nothing for "not assessed".
 * `asked` are the units that are asked, else all below the report's.  An
 * answer is "yes-no", "number", "text", or worked out: the unit's "measure",
 * or its "change" since the same time of the year before.  A question with
 * `good` has an outcome: the grade of the last `from` that the share of good
 * answers among its yes and no reaches.  The version that is in force on the
 * as-of day counts.
 *
 * Ownership: everything is in the arena given at load.
 */
#ifndef MODEL_CHECKLIST_H
#define MODEL_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/names.h"
#include "model/version.h"

struct lua_file;
struct lua_node;

enum answer_form {
	ANSWER_YES_NO,
	ANSWER_NUMBER, /* the sum of what units answer */
	ANSWER_TEXT,
	ANSWER_MEASURE,
	ANSWER_CHANGE
};

struct checklist_question {
	const char *number; /* "13", as it is printed */
	const char *text;
	enum answer_form form;
	bool has_good; /* yes or no is the better answer: there is an outcome */
	bool yes_is_good;
	const char *measure;  /* of MEASURE and CHANGE, else NULL */
	const char *quantity; /* of those and NUMBER; NULL of the others */
};

/* From this share of good answers on. */
struct checklist_step {
	struct decimal share; /* 0..1 */
	const char *grade;
};

struct checklist {
	struct version version;
	const char *about;
	const char *scale; /* of outcomes */
	struct names regulations;
	struct names asked; /* units; none: all of them */
	struct checklist_step *steps;
	size_t step_count;
	struct checklist_question *questions;
	size_t question_count;
};

struct checklists {
	struct checklist *list; /* all versions of each */
	size_t count;
	struct versions versions;
};

/* Take one `checklist { … }`; false if it was refused (told). */
bool checklist_declare(struct checklists *checklists, struct arena *arena,
		       const struct lua_file *file,
		       const struct lua_node *node) MUST_CHECK;

/* The grade of `good` of `all` answers, which is above 0. */
const char *checklist_outcome(const struct checklist *checklist, long good,
			      long all);

/* "yes-no", "number", "text", "measure", "change". */
const char *answer_form_name(enum answer_form form);
bool answer_form_of_name(enum answer_form *form, const char *name) MUST_CHECK;

#endif
