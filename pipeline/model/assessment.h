/*
 * assessment - everything a close knows: assess's hand-over to compose.
 *
 * This module owns assessment.xml (schema/assessment.xsd): what
 * assessment_save() writes is what assessment_load() accepts.  It is full:
 * compose needs neither facts nor rules.  Lists keep the register's order.
 *
 * Ownership: everything a `struct assessment` points to lives in its arena.
 */
#ifndef MODEL_ASSESSMENT_H
#define MODEL_ASSESSMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/assessed_grade.h"
#include "model/caseinput.h"
#include "model/checklist.h"
#include "model/facts.h"
#include "model/figure.h"
#include "model/history.h"
#include "model/key_figures.h"
#include "model/quantity.h"
#include "model/register.h"
#include "model/regulation.h"
#include "model/risk_matrix.h"
#include "model/scale.h"
#include "model/target.h"
#include "model/window.h"

struct text;

/* A source that was read, with its files. */
struct assessed_source {
	const char *id;
	const char *about;
	const char *facts; /* SHA-256 of its facts.xml */
	struct facts_file *files;
	size_t file_count;
};

/* A row of a rule's table, as the report may print it. */
struct assessed_rule_row {
	int row;           /* from 1 */
	const char *says;  /* the row in words; NULL if it has none */
	const char *grade; /* id; NULL if the row gives a missing state */
	enum missing missing;
};

struct assessed_rule {
	struct version version; /* its days are not handed over */
	const char *scale;
	const char *about;
	bool function; /* and so not proved; it has no rows */
	struct assessed_rule_row *rows;
	size_t row_count;
};

/* A fact that a figure or grade was made from. */
struct from {
	const char *fact;
	const char *unit;
	struct window window;
	enum series series;
	const char *source; /* whose facts.xml holds it; NULL if derived */
	int file;           /* of that source, from 1; 0 if derived */
	long first, last, rows;
	const char *history; /* the file of input/history that it stands in, on
				line `first`; NULL: in none */
};

/* One series of an indicator or row; `from` is empty if it is missing. */
struct assessed_figure {
	struct window window;
	struct figure figure;
	struct from *from;
	size_t from_count;
};

/* What a unit adds to a value that is the mean of several. */
struct assessed_part {
	const char *unit;
	const char *name;
	struct assessed_figure value;
};

struct assessed_indicator {
	const char *id;
	const char *name;
	const char *unit;
	const char *quantity;
	bool lower_is_better;
	bool flow; /* adds up over the months */
	struct names goals;
	struct assessed_figure value;
	struct assessed_figure forecast;
	struct assessed_figure base; /* who answered; no window: not told */
	struct assessed_part *parts; /* of a mean of groups, in their order */
	size_t part_count;
	struct past *history; /* values of earlier windows, the latest last */
	size_t history_count;
	const char *source;   /* in words; NULL: not told */
	const char *reported; /* "årsvis"; likewise */
	struct window next;   /* when the next value comes; or none */
	struct target target; /* op never TARGET_UNSTATED */
	const char *target_text;
	/* the value that the target names, and of a flow's the part that is
	 * due for what is judged; NULL: none */
	const struct assessed_figure *named;
	const struct assessed_figure *due;
	const char *comment; /* NULL if there is none */
	struct assessed_grade *grades;
	size_t grade_count;
};

struct assessed_goal {
	const char *id;
	const char *kind;
	const char *name;
	const char *unit;
	struct names parents;
	struct assessed_grade *grades;
	size_t grade_count;
};

/* A row of an operating statement; all in the statement's quantity. */
struct assessed_row {
	const char *unit; /* of a total: the unit above */
	const char *name;
	bool total;
	bool part; /* of the nearest row above that is none */
	struct assessed_figure budget;
	struct assessed_figure outcome;
	struct assessed_figure forecast;
	struct assessed_figure deviation;     /* budget less forecast */
	struct assessed_figure accrued;       /* budget to date; or no window */
	struct assessed_figure deviation_now; /* from `accrued`; likewise */
	struct past last_year; /* the deviation then; no window: unknown */
	struct past *history; /* outcomes of earlier windows, the latest last */
	size_t history_count;
};

struct assessed_statement {
	const char *id;
	const char *about;
	const char *quantity;
	struct assessed_row *rows; /* the total is last */
	size_t row_count;
};

struct assessed_unit {
	const char *id;
	const char *name;
	const char *parent; /* NULL for the top */
};

/* A figure that was corrected by hand, before and after. */
struct assessed_correction {
	const char *id; /* of a fact */
	const char *unit;
	struct window window;
	enum series series;
	const char *quantity;
	struct figure was;
	struct figure is;
	const char *reason;
	const char *role;
	struct date date;
	const char *file; /* "input/2025-T1/corrections.csv" */
	long line;
};

/* Why a figure was pointed out. */
enum control_kind {
	CONTROL_OVER_HUNDRED, /* a share of more than `wanted` */
	CONTROL_UNLIKE,       /* beside `wanted` only in another quantity */
	CONTROL_SETTLED,      /* `wanted` is forecast for the same window */
	CONTROL_SPENT,        /* beyond `wanted`, forecast for more months */
	CONTROL_PART,         /* less than `wanted`, its parts */
	CONTROL_STALE         /* an export that does not reach `wanted` */
};

/* A figure that cannot be, or contradicts another; a mere remark. */
struct assessed_control {
	enum control_kind kind;
	const char *id; /* of an indicator, measure, statement or source */
	const char *unit;
	enum series series;
	struct window window;
	const char *quantity; /* NULL: a date */
	struct figure value;
	struct figure wanted;
	const char *file; /* "input/2025-T1/quality/indikatorer.csv" */
	long line;        /* 0: the whole of it */
};

/* A risk, by the record that tells it; levels from 1. */
struct assessed_risk {
	const char *matrix;
	const char *record; /* id */
	int number;         /* among those of its matrix, from 1 */
	int likelihood;
	const char *measure; /* that likelihood is from; NULL */
	int severity;
	const char *grade;       /* its class, of the matrix's scale */
	int residual_likelihood; /* after its controls; 0: not told */
	int residual_severity;
	const char *residual;
};

/* How a unit answered a question. */
enum answer_origin {
	ANSWERED_NOT,    /* neither it nor all of those below it */
	ANSWERED_ITSELF, /* by its own record, or worked out */
	ANSWERED_BELOW,  /* by all the units below it */
	ANSWERED_ABOVE   /* by the unit above, for those below it too */
};

/* A unit's answer, with what it and the units below it answered. */
struct assessed_answer {
	const char *unit;
	enum answer_origin origin;
	const char *record; /* id of its own; NULL */
	long yes;
	long no;
	long other;        /* numbers and texts */
	long unassessed;   /* handed in without an answer */
	long missing;      /* lowest units that nobody answers for */
	const char *grade; /* its outcome; NULL: none */
	struct assessed_figure figure; /* numbers together, or worked out */
};

struct assessed_question {
	const char *number;
	const char *text;
	enum answer_form form;
	const char *quantity;            /* NULL: no figures */
	struct assessed_answer *answers; /* by the checklist's units */
	size_t answer_count;
};

/* A unit that is asked, and the one that it is counted in. */
struct assessed_asked {
	const char *unit;
	const char *above; /* NULL: the committee */
};

struct assessed_checklist {
	struct version version; /* its days are not handed over */
	const char *about;
	const char *scale;            /* of outcomes */
	struct names regulations;     /* ids */
	struct assessed_asked *units; /* the committee first */
	size_t unit_count;
	struct assessed_question *questions;
	size_t question_count;
};

/* A measure of a unit, now and in the same months of the year before. */
struct assessed_cell {
	struct assessed_figure value;
	struct past before; /* figure missing if it is not known */
};

struct assessed_key_row {
	const char *unit;
	const char *name;
	bool part;                   /* of a unit above it */
	struct assessed_cell *cells; /* by the figures */
	size_t cell_count;
};

struct assessed_key_figures {
	const char *id;
	const char *about;
	const struct key_figure *list;
	size_t count;
	struct assessed_key_row *rows;
	size_t row_count;
	const char *file;
	long line;
};

/* "not", "itself", "below", "above". */
const char *answer_origin_name(enum answer_origin origin);

struct assessment {
	struct arena arena;
	const char *period; /* "2025-T1" */
	struct window window;
	const char *report;
	const char *title; /* of the report */
	const char *unit;  /* the committee */
	const char *municipality;
	const char *language;
	struct date as_of;
	struct quantities quantities;
	struct scales scales;
	struct assessed_rule *rules;
	size_t rule_count;
	struct assessed_source *sources;
	size_t source_count;
	struct assessed_unit *units;
	size_t unit_count;
	struct assessed_goal *goals;
	size_t goal_count;
	struct assessed_indicator *indicators;
	size_t indicator_count;
	struct assessed_statement *statements;
	size_t statement_count;
	struct assessed_correction *corrections;
	size_t correction_count;
	struct assessed_control *controls;
	size_t control_count;
	struct risk_matrices matrices; /* that risks stand in */
	struct assessed_risk *risks;
	size_t risk_count;
	struct regulations regulations; /* in force when the period ended */
	struct assessed_checklist *checklists;
	size_t checklist_count;
	struct assessed_key_figures *key_figures;
	size_t key_figures_count;
	struct record *records; /* of all sources, in their order */
	size_t record_count;
};

/* As for facts: read into an empty one, write atomically, release. */
bool assessment_load(struct assessment *assessment, const char *path,
		     struct text *why) MUST_CHECK;
bool assessment_save(const struct assessment *assessment, const char *path,
		     struct text *why) MUST_CHECK;
void assessment_clear(struct assessment *assessment);

/* By id; borrowed, NULL if there is none such. */
const struct assessed_indicator *assessment_indicator(
	const struct assessment *assessment, const char *id);
const struct assessed_goal *assessment_goal(const struct assessment *assessment,
					    const char *id);
const struct assessed_unit *assessment_unit(const struct assessment *assessment,
					    const char *id);
const struct assessed_rule *assessment_rule(const struct assessment *assessment,
					    const char *id);
bool assessment_has_records(const struct assessment *assessment,
			    const char *kind);
const struct record *assessment_record(const struct assessment *assessment,
				       const char *id);
const struct assessed_statement *assessment_statement(
	const struct assessment *assessment, const char *id);

/* Whether a unit is `top` or below it. */
bool assessment_is_below(const struct assessment *assessment, const char *unit,
			 const char *top);

#endif
