/*
 * profile - what an export of one source looks like, and what it is read for.
 *
 * Declared in rules/sources.lua; see there for every word with an example.
 *	source { id = "hr.absence", files = "hr/franvaro*.csv",
 *	  encoding = "windows-1252", separator = ";", decimal = ",",
 *	  reject_limit = 5,
 *	  column { "Månad", as = "month", type = "month" },
 *	  column { "Ordinarie tid", as = "ordinary", type = "number", min = 0 },
 *	  … }
 * A header that is repeated is left out as "repeated-header" wherever it
 * stands; lines around the rows are found by
 *	may_be_empty = true (else a source of which no row is used is
 *	  refused), or often_empty = true (likewise, and an export without
 *	  rows is no note)
 *	header_at = "Månad", totals = "Summa", footers = { "Antal rader" }
 * A source is read for measures (see measure.h) and may besides hold
 *	figures { id = "indicator", value = "now", forecast = "forecast" }
 *	  each row is one indicator's figures: `id` names the column with the
 *	  indicator, the others the columns of each series; of a survey, base =
 *	  "answers", asked = "asked" name those with the numbers of both
 *	records { kind = "decision", id = "key", fields = { "text", "status" } }
 *	  each row is kept as a record.
 */
#ifndef MODEL_PROFILE_H
#define MODEL_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "lib/encoding.h"
#include "lib/msg.h"
#include "model/decimal.h"
#include "model/figure.h"
#include "model/freshness.h"

struct lua_file;
struct lua_node;
struct text;

enum column_type {
	COLUMN_TEXT,
	COLUMN_CODE,   /* text that keeps leading zeros: account, number */
	COLUMN_NUMBER, /* decimal; `kr`, `tkr`, `%` … may follow if it has a
			  quantity, into which it is converted exactly */
	COLUMN_FIGURE, /* a number, Ja/Nej or a missing mark */
	COLUMN_DATE,
	COLUMN_MONTH,
	COLUMN_PERIOD,    /* month, tertial, quarter, half year, year */
	COLUMN_UNIT,      /* id, name or alias of a unit in the register */
	COLUMN_INDICATOR, /* likewise of an indicator */
	COLUMN_DECISION,  /* `SON 2018-08-27 §52`: date and paragraph */
	COLUMN_WORD       /* one of `words` */
};

struct column {
	const char *header; /* as it stands in the export */
	const char *as;     /* its name in measures and records */
	enum column_type type;
	bool optional;     /* the column may be absent */
	bool may_be_empty; /* a cell may be empty */
	bool adds;         /* a totals row holds its sum; else a mean or such */
	bool personal;     /* the raw value is masked in messages */
	bool has_min, has_max;
	struct decimal min, max;      /* of a number or figure */
	struct date earliest, latest; /* of a date, month or period */
	const char *pattern;  /* mask of a COLUMN_CODE (see mask.h), or NULL */
	const char *quantity; /* id, of a COLUMN_NUMBER; or NULL */
	const char **words;   /* of a COLUMN_WORD */
	size_t word_count;
	long line; /* in the Lua file */
};

/* Rows that are indicators' figures: columns by `as`, NULL if not there. */
struct profile_figures {
	const char *id;    /* a COLUMN_INDICATOR; NULL: no such rows */
	const char *value; /* columns of the series */
	const char *forecast;
	const char *base;    /* how many answered: a COLUMN_NUMBER */
	const char *asked;   /* of how many; likewise, and only with a base */
	const char *comment; /* kept as a record of kind "comment" */
};

/* Rows that are kept as records; `kind` is NULL if there are none. */
struct profile_records {
	const char *kind;
	const char *id; /* a COLUMN_DECISION or COLUMN_CODE */
	bool each_unit; /* the same code may stand once for each unit */
	const char **fields;
	size_t field_count;
};

/* Which of the rows with one key counts; see profile_rows.h for this and for
 * all that a profile asks of rows. */
enum duplicates {
	DUPLICATES_REFUSE, /* the first; the others are rejected */
	DUPLICATES_FIRST,  /* the others are left out */
	DUPLICATES_LAST
};

/* A row's number or day, held against another one of the row. */
struct profile_check {
	const struct column *column;
	const struct column *other;
	bool at_least; /* as the other one; else at most */
};

/* A row's number that must be the sum of some of its others, less some. */
struct profile_foot {
	const struct column *column;
	const struct column **plus;
	size_t plus_count;
	const struct column **minus;
	size_t minus_count;
};

/* What the rows used come to. */
struct profile_control {
	const struct column *column; /* NULL: how many there are */
	struct decimal wanted;
	long line; /* in the Lua file */
};

struct profile {
	const char *id;
	const char *about;
	const char *files; /* glob(7) below input/<period>/ */
	enum encoding encoding;
	char separator;
	char decimal;       /* ',' or '.' */
	long skip;          /* lines before the header */
	long reject_limit;  /* rows that may be rejected; 0 unless declared */
	long cell_limit;    /* characters in a cell; 0: any, up to 1 MiB */
	bool may_be_empty;  /* an export of which no row is used will do */
	bool often_empty;   /* likewise, and nothing is noted of it */
	const char *unit;   /* of all rows, where no column says it; or NULL */
	const char *totals; /* rows whose first cell says this are left out */
	const char *varav;  /* rows whose first cell begins with this are parts
			       of another row: no total counts them; or NULL */
	const char *header_at; /* the first cell of the header, which is one of
				  the first 20 lines; or NULL */
	const char **footers;  /* rows whose first cell begins with one of these
				  are left out; a number behind it is their
				  count of rows */
	size_t footer_count;
	struct column *columns;
	size_t column_count;
	struct profile_figures figures;
	struct profile_records records;
	const char **key; /* columns by `as` */
	size_t key_count;
	enum duplicates duplicates;
	const struct column *cut_off; /* a COLUMN_DATE; or NULL */
	long cut_off_days;            /* after the period */
	struct profile_check *checks;
	size_t check_count;
	struct profile_foot *feet;
	size_t foot_count;
	struct profile_control *controls;
	size_t control_count;
	struct freshness freshness;
	bool may_repeat; /* the bytes of an earlier period's export will do */
	const char *rules_file; /* where it is declared */
	long line;
};

struct profiles {
	struct profile *list;
	size_t count;
};

/* Take one `source { … }` statement; false if it was refused (told). */
bool profile_declare(struct profiles *profiles, struct arena *arena,
		     const struct lua_file *file,
		     const struct lua_node *statement) MUST_CHECK;

/* By id, borrowed; NULL if there is none such. */
const struct profile *profile_lookup(const struct profiles *profiles,
				     const char *id);

/* The column called `as`, borrowed; NULL if there is none such. */
const struct column *profile_column(const struct profile *profile,
				    const char *as);

/* Add a number with the decimal sign of the export. */
void profile_add_number(const struct profile *profile, struct text *text,
			struct decimal number);

/* Whether rows have a unit: by a column, or the same for all. */
bool profile_has_unit(const struct profile *profile);

/* Where it is declared, for messages. */
struct place profile_place(const struct profile *profile);

#endif
