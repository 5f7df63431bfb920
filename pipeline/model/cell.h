/*
 * cell - what a cell of a Swedish export says.
 *
 * Cells are UTF-8 strings as the export has them; every reader ignores spaces
 * around (no-break ones too) and the wrapping ="…" that spreadsheets use to
 * keep a text a text.  Nothing is guessed: what could mean two things is a
 * fault, and the caller tells it with the place, the raw value (which this
 * module never repeats: it may be personal) and cell_fault_text().
 */
#ifndef MODEL_CELL_H
#define MODEL_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"
#include "model/decimal.h"
#include "model/figure.h"
#include "model/window.h"

struct text;

enum cell_fault {
	CELL_SOUND,
	CELL_EMPTY,
	CELL_NO_NUMBER,
	CELL_SPREADSHEET_ERROR, /* #DIV/0!, #N/A, #SAKNAS! … */
	CELL_OTHER_POINT,       /* 1.5 where the decimal sign is a comma */
	CELL_GROUPS,            /* 1 23 or 12 3456: thousands not in threes */
	CELL_EXPONENT,          /* 1,2E+05: a spreadsheet has cut digits off */
	CELL_TOO_LARGE,         /* or too many decimals */
	CELL_NO_DATE,
	CELL_NO_MONTH,
	CELL_NO_PERIOD,
	CELL_UNIT, /* the word behind a number is not what it may be told in */
	CELL_NO_YESNO,
	CELL_NO_TARGET
};

/* What is wrong and what was expected: one clause, translated. */
const char *cell_fault_text(enum cell_fault fault);

/* Add the cell without spaces around it and without ="…". */
void cell_trim(struct text *text, const char *cell);

/* Add the same in lower case (ASCII and Latin-1 letters, so ÅÄÖ too), with
 * every run of spaces inside as one space. */
void cell_fold(struct text *text, const char *cell);

/* Whether two cells are the same when folded. */
bool cell_same(const char *a, const char *b);

/* Whether the cell begins with the words, both folded; what follows them and
 * spaces, `:` or `=` is added to `rest`. */
bool cell_begins(struct text *rest, const char *cell,
		 const char *words) MUST_CHECK;

/*
 * Whether the cell says why there is no figure: empty, `-`, `–` and "saknas"
 * are not measured, `.` is not applicable, `..` is secret (the marks of
 * Kolada and Statistics Sweden).
 */
bool cell_missing(enum missing *missing, const char *cell) MUST_CHECK;

/*
 * Read a number whose decimal sign is `point` (',' or '.'): groups of three
 * parted by any space, a minus (- − –) before or after, or (12,3) for one
 * below zero.
 */
enum cell_fault cell_number(struct decimal *number, const char *cell,
			    char point) MUST_CHECK;

/*
 * Read a number that a unit may follow: "85 %", "1 004 tkr", "15 månader".
 * `*unit` is that word inside `cell`, `*unit_len` bytes long, 0 if none.
 */
enum cell_fault cell_amount(struct decimal *number, const char **unit,
			    size_t *unit_len, const char *cell,
			    char point) MUST_CHECK;

/* Ja, Nej, J, N, Yes, No, 1, 0, in any case of letters. */
enum cell_fault cell_yesno(bool *yes, const char *cell) MUST_CHECK;

/* 2025-04-30, 20250430, 250430 (of this century), 30.4.2025, 30/4 2025. */
enum cell_fault cell_date(struct date *date, const char *cell) MUST_CHECK;

/* 2025-04, 202504, apr 2025, april 2025: a window of one month. */
enum cell_fault cell_month(struct window *month, const char *cell) MUST_CHECK;

/* What cell_month() reads, and 2025-T1, T1 2025, tertial 1 2025, likewise of
 * quarters (Q, K, kvartal) and halves (H, halvår), and 2025. */
enum cell_fault cell_period(struct window *period, const char *cell) MUST_CHECK;

#endif
