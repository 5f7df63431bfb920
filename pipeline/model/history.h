/*
 * history - figures of earlier years, kept by hand beside the register.
 *
 * Read from input/history/<any name>.csv, edited in a spreadsheet (UTF-8, BOM
 * or not, `;`); no folder is no history:
 *	id;enhet;fönster;serie;värde
 *	home-care-satisfaction;Socialnämnden;2024;;86 %
 *	economy.net;Nya hemvården;2024-01..2024-08;utfall;61 210 400
 * `id` is an indicator's id, name or alias, or a measure's id; `enhet` a unit
 * as it was called on the last day of the window, empty for an indicator's
 * own; `fönster` a period (2024, 2024-T1, 2024-04), months (2024-01..2024-08)
 * or a day; `serie` värde (also if empty), prognos, mål, budget, utfall or
 * bas.  A line about an indicator that is followed up on
 * other days than the register's is passed over.  Everything wrong is told
 * with file, line and column.
 *
 * Units may have changed since: history_find() gives the figures of what a
 * unit of the register's day was then, and whether they may be compared.
 *
 * Ownership: everything lives in the history's arena.
 */
#ifndef MODEL_HISTORY_H
#define MODEL_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/figure.h"
#include "model/name_index.h"
#include "model/succession.h"
#include "model/window.h"

struct rules;
struct text;

struct history_line {
	const char *id;   /* of an indicator or measure */
	const char *unit; /* id, on the last day of the window */
	struct window window;
	enum series series;
	struct figure figure; /* in the indicator's or measure's quantity */
	const char *file;     /* "input/history/2024.csv" */
	long line;
	size_t next; /* in `list`, the next one with its id; 0: none */
};

struct history {
	struct arena arena;
	struct history_line *list; /* in the order of files and lines */
	size_t count;
	struct name_index ids;    /* for places in `runs` */
	struct history_run *runs; /* the lines of one id */
	size_t run_count;
};

/* What a unit's figure was; of an indicator that is no sum, a merged unit has
 * none. */
struct past {
	struct window window;
	struct figure figure;
	enum succession succession;
	const char *file; /* of the first line that it is from */
	long line;
};

/* What is asked for: all windows before `before`, the latest last. */
struct history_search {
	const char *id;
	const char *unit; /* of the register's day */
	enum series series;
	struct window before;
	bool adds; /* merged units' figures may be summed */
};

/*
 * Read all files of <workspace>/input/history.  False with a sentence in `why`
 * if one cannot be read, or with `why` empty if it was refused (told).
 */
bool history_load(struct history *history, const char *workspace,
		  const struct registry *reg, const struct rules *rules,
		  struct text *why) MUST_CHECK;

/* Add a line; its id lives as long as the history. */
void history_add(struct history *history, struct history_line line);

/* What was, in `arena`, `*count` long; NULL if there is nothing. */
struct past *history_find(const struct history *history,
			  const struct registry *reg, struct arena *arena,
			  const struct history_search *search, size_t *count);

/* Release everything.  The history is empty and may be used again. */
void history_clear(struct history *history);

#endif
