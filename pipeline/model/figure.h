/*
 * figure - what a fact, a forecast or a target says: a number, a ratio, yes or
 * no, a day, a word, or which kind of nothing.
 *
 * A figure that is not there is a state of its own, never a nought.  Zeroed is
 * "missing: not measured".
 *
 * A figure owns nothing: `word` is borrowed from the arena of whoever keeps
 * the figure.
 */
#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include <stdbool.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/window.h"

struct xml_reader;
struct xml_writer;

/* Why there is no figure. */
enum missing {
	MISSING_NOT_MEASURED,
	MISSING_NOT_APPLICABLE,
	MISSING_SECRET,
	MISSING_NOT_DELIVERED,
	MISSING_NOT_YET_DUE
};

#define MISSING_COUNT 5

enum figure_kind {
	FIGURE_MISSING,
	FIGURE_NUMBER,
	FIGURE_RATIO,
	FIGURE_YESNO,
	FIGURE_DATE,
	FIGURE_WORD
};

struct figure {
	enum figure_kind kind;
	union { /* by its kind; a hundred thousand are kept at a time */
		enum missing missing; /* of FIGURE_MISSING */
		bool yes;
		struct date date;
		const char *word; /* borrowed; "" or longer */
		struct {
			struct decimal number;      /* numerator of a RATIO */
			struct decimal denominator; /* never zero */
		};
	};
};

/* What a figure is in the life of an indicator or an account. */
enum series {
	SERIES_VALUE,
	SERIES_FORECAST,
	SERIES_TARGET,
	SERIES_BUDGET,
	SERIES_OUTCOME,
	SERIES_BASE
};

/* "not-measured", "forecast": as hand-overs and rules spell them. */
const char *missing_name(enum missing missing);
bool missing_of_name(enum missing *missing, const char *name) MUST_CHECK;
const char *series_name(enum series series);
bool series_of_name(enum series *series, const char *name) MUST_CHECK;

/* As people write it in a table: värde, prognos, mål, budget, utfall, bas, in
 * any case of letters, or as hand-overs spell it. */
bool series_of_word(enum series *series, const char *word) MUST_CHECK;

/* Figures made of one thing; a ratio must be sound. */
struct figure figure_of_number(struct decimal number);
struct figure figure_of_ratio(struct ratio ratio);
struct figure figure_of_missing(enum missing missing);

/* What a number or a ratio says, exactly; false for other kinds. */
bool figure_ratio(const struct figure *figure, struct ratio *out) MUST_CHECK;

/* Whether two figures say the same; 1.5 and 1.50, 1/2 and 2/4 do. */
bool figure_equal(const struct figure *a, const struct figure *b);

/*
 * The attributes of a figure, for the element that is open:
 *	value="12.50"  value="yes" type="yes-no"  value="2025-04-30" type="date"
 *	value="pågående" type="word"  numerator="31" denominator="260"
 *	missing="secret"
 */
void figure_write(struct xml_writer *writer, const struct figure *figure);

/*
 * Read them from the element that just opened; words go into `arena`.  False
 * if they are none of these forms (told as OUTCOME_BROKEN: we wrote them).
 */
bool figure_read(struct figure *figure, struct xml_reader *reader,
		 struct arena *arena) MUST_CHECK;

#endif
