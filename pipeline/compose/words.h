/*
 * words - every word that a report prints and that no input says:
 * templates/lang/<language>.xml.
 *
 *	<words xmlns="urn:bokslut:words:1">
 *	  <word id="contents">Innehåll</word>
 *	  <word id="status.total">{counts} av {total} indikatorer.</word>
 *	  <count one="grön" many="gröna"/>
 *	</words>
 *
 * A file must hold each word exactly once, with each of its {places}; what is
 * missing or unknown is told as OUTCOME_MISCONFIGURED.  A <count> gives the
 * forms of a word behind a number; a word without one has only its own form.
 *
 * Ownership: the words live in the arena of `struct words`.
 */
#ifndef COMPOSE_WORDS_H
#define COMPOSE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/number_format.h"

struct text;

enum word {
	WORD_CONTENTS,
	WORD_CONTINUED,
	WORD_PAGE,
	WORD_DRAFT,
	WORD_WITHDRAWN,
	WORD_HEAD_STATE,
	WORD_HEAD_DRAFT,     /* {revision} */
	WORD_HEAD_PROPOSED,  /* {revision} */
	WORD_HEAD_RETURNED,  /* {date} {revision} {reason} */
	WORD_HEAD_APPROVED,  /* {date} {body} {paragraph} */
	WORD_HEAD_CORRECTED, /* {date} {reason} */
	WORD_HEAD_WITHDRAWN, /* {date} {reason} */
	WORD_HEAD_DATE,
	WORD_HEAD_DIARY_NUMBER,
	WORD_HEAD_DOCUMENT_NUMBER,
	WORD_HEAD_PARAGRAPH,
	WORD_HEAD_OFFICER,
	WORD_DECIMAL_SIGN, /* "," or "." */
	WORD_PER_CENT,     /* the word for % in a text */
	WORD_YES,
	WORD_NO,
	WORD_MISSING, /* five, in the order of enum missing */
	WORD_MISSING_LAST = WORD_MISSING + 4,
	WORD_MISSING_SYMBOL, /* likewise */
	WORD_MISSING_SYMBOL_LAST = WORD_MISSING_SYMBOL + 4,
	WORD_LEGEND,     /* {list} */
	WORD_GRADE_NONE, /* nobody and no rule gave a grade */
	WORD_TARGET,     /* {value}; five, from TARGET_AT_LEAST on */
	WORD_TARGET_LAST = WORD_TARGET + 4,
	WORD_TARGET_SAID, /* likewise, in a sentence */
	WORD_TARGET_SAID_LAST = WORD_TARGET_SAID + 4,
	WORD_VALUE,
	WORD_FORECAST,
	WORD_TARGET_VALUE,
	WORD_BUDGET,
	WORD_OUTCOME,
	WORD_BASE,
	WORD_DEVIATION,
	WORD_DEVIATION_AHEAD,
	WORD_TOTAL,
	WORD_WINDOW,        /* {series} {window} */
	WORD_WINDOW_BEHIND, /* {value} {window} */
	WORD_TARGET_DUE,    /* {target} {window} */
	WORD_STATUS_NONE,
	WORD_STATUS_TOTAL, /* {counts} {total} */
	WORD_STATUS_GOAL,  /* {goal} {counts} {total} */
	WORD_STATUS_TITLE, /* {count} {total} {grade} */
	WORD_STATUS_ALT,   /* {counts} {total} */
	WORD_GOALS_CAPTION,
	WORD_GOALS_GOAL,
	WORD_GOALS_GRADE,
	WORD_GOALS_YEAR_END,
	WORD_GOALS_WITHOUT_PARENT,
	WORD_GOALS_OVERRIDE,
	WORD_GOALS_STATED,      /* {reason} {role} {date} */
	WORD_GOALS_STATED_BARE, /* {role} {date} */
	WORD_GOALS_STATED_ALL,  /* likewise, of every grade of a table */
	WORD_INDICATORS_CAPTION,
	WORD_INDICATORS_NAME,
	WORD_INDICATORS_GRADE,
	WORD_INDICATORS_WITHOUT_GOAL,
	WORD_FOLLOW_UP_CAPTION,
	WORD_TREND,
	WORD_TREND_BETTER,
	WORD_TREND_WORSE,
	WORD_TREND_SAME,
	WORD_TREND_INCOMPARABLE,
	WORD_HISTORY_CAPTION,
	WORD_HISTORY_WHY,    /* {year} {reason} */
	WORD_HISTORY_REASON, /* four, from SUCCESSION_MERGED on */
	WORD_HISTORY_REASON_LAST = WORD_HISTORY_REASON + 3,
	WORD_HISTORY_TITLE,    /* {indicator} */
	WORD_HISTORY_ALT,      /* {indicator} {list} */
	WORD_COMMENTS_FIGURES, /* {value} {forecast} {target} */
	WORD_DECISIONS_CAPTION,
	WORD_DECISIONS_KEY,
	WORD_DECISIONS_TEXT,
	WORD_DECISIONS_STATUS,
	WORD_DECISIONS_COMMENT,
	WORD_DECISIONS_PARAGRAPH, /* {date} {paragraph} */
	WORD_DECISIONS_PART,      /* {number} {count} */
	WORD_DECISIONS_STANDING,
	WORD_DECISIONS_AGE,       /* {days} */
	WORD_DECISIONS_DUE,       /* {date} */
	WORD_DECISIONS_LATE,      /* {date} */
	WORD_DECISIONS_CLOSED_BY, /* {number} {text} {status} {by} */
	WORD_DECISIONS_OPEN,      /* {number} {text} {status} */
	WORD_DECISIONS_NEXT,      /* {date} {count} */
	WORD_DECISIONS_TOTAL,     /* {counts} {total} */
	WORD_RISKS_TITLE,         /* {counts} {total} */
	WORD_RISKS_TOTAL,         /* {counts} {total} */
	WORD_RISKS_ALT,
	WORD_RISKS_ALT_RISK, /* {number} {likelihood} {severity} */
	WORD_RISKS_CAPTION,
	WORD_RISKS_NUMBER,
	WORD_RISKS_RISK,
	WORD_RISKS_GOAL,
	WORD_RISKS_LIKELIHOOD,
	WORD_RISKS_SEVERITY,
	WORD_RISKS_CLASS,
	WORD_RISKS_RESIDUAL,
	WORD_RISKS_RESIDUAL_TOTAL, /* {counts} {total} */
	WORD_RISKS_LEVELS,
	WORD_RISKS_LEVEL,
	WORD_RISK_CONTROLS_TOTAL, /* {risks} {all-risks} {followed} {controls}
				     {actions} */
	WORD_RISK_CONTROLS_CAPTION,
	WORD_RISK_CONTROLS_CONTROL,
	WORD_RISK_CONTROLS_FREQUENCY,
	WORD_RISK_CONTROLS_FOLLOWED,
	WORD_RISK_CONTROLS_COMMENT,
	WORD_RISK_CONTROLS_ACTION,
	WORD_CHECKLIST_REGULATIONS, /* {list} */
	WORD_CHECKLIST_TOTAL,       /* {counts} {total} */
	WORD_CHECKLIST_NUMBER,
	WORD_CHECKLIST_QUESTION,
	WORD_CHECKLIST_ALL,
	WORD_CHECKLIST_OUTCOME,
	WORD_CHECKLIST_YES,        /* {count} */
	WORD_CHECKLIST_NO,         /* {count} */
	WORD_CHECKLIST_ANSWERS,    /* {count} */
	WORD_CHECKLIST_UNASSESSED, /* {count} */
	WORD_CHECKLIST_MISSING,    /* {count} */
	WORD_CHECKLIST_UNITS_CAPTION,
	WORD_CHECKLIST_UNIT,
	WORD_CHECKLIST_ITSELF,
	WORD_CHECKLIST_BELOW,
	WORD_CHECKLIST_ABOVE,
	WORD_CHECKLIST_NOT,
	WORD_CHECKLIST_NOT_ASSESSED,
	WORD_CHECKLIST_ACTIONS_CAPTION,
	WORD_CHECKLIST_ANSWER,
	WORD_CHECKLIST_COMMENT,
	WORD_CHECKLIST_ACTION,
	WORD_CHECKLIST_RESPONSIBLE,
	WORD_CHECKLIST_DATE,
	WORD_KEY_FIGURES_PART, /* {unit} */
	WORD_NUMBERS,          /* none, one, two … twelve, parted by spaces */
	WORD_ACTION,
	WORD_ACTIONS,
	WORD_ACTIVITIES_TOTAL, /* {counts} {total} */
	WORD_ACTIVITIES_CAPTION,
	WORD_ACTIVITIES_ACTIVITY,
	WORD_ACTIVITIES_RESPONSIBLE,
	WORD_ACTIVITIES_STATUS,
	WORD_ACTIVITIES_DUE,
	WORD_ACTIVITIES_COMMENT,
	WORD_SIGNATURE_NAME,
	WORD_APPENDICES_CAPTION,
	WORD_APPENDICES_NUMBER,
	WORD_APPENDICES_TITLE,
	WORD_APPENDICES_PAGES,
	WORD_STATEMENT_UNIT,
	WORD_STATEMENT_HEAD, /* {window} {unit} */
	WORD_STATEMENT_NOTE,
	WORD_PRINCIPLE_SOURCE,   /* {rule} {version} */
	WORD_PRINCIPLE_FUNCTION, /* {rule} {version} */
	WORD_CORRECTIONS_CAPTION,
	WORD_CORRECTIONS_FIGURE,
	WORD_CORRECTIONS_WAS,
	WORD_CORRECTIONS_IS,
	WORD_CORRECTIONS_REASON,
	WORD_CORRECTIONS_BY, /* {role} {date} */
	WORD_FILES_CAPTION,
	WORD_FILES_FILE,
	WORD_FILES_ROWS,
	WORD_FILES_USED,
	WORD_FILES_LEFT_OUT,
	WORD_FILES_REJECTED,
	WORD_FILES_REASON,  /* {rows} {reason} */
	WORD_FILES_TOTALS,  /* a reason */
	WORD_FILES_CUT_OFF, /* likewise, as the next five */
	WORD_FILES_FILTERED,
	WORD_FILES_DUPLICATE,
	WORD_FILES_FOOTER,
	WORD_FILES_OUTSIDE,
	WORD_FILES_REPEATED,
	WORD_CONTROLS_CAPTION,
	WORD_CONTROLS_NONE,
	WORD_CONTROLS_FIGURE,
	WORD_CONTROLS_SAID,
	WORD_CONTROLS_WANTED,
	WORD_CONTROLS_WHERE,
	WORD_CONTROLS_LINE,  /* {line} */
	WORD_CONTROLS_TOTAL, /* what a slip of an export is held against */
	WORD_CONTROLS_ROW,
	WORD_CONTROLS_CELL,
	WORD_CONTROLS_KIND, /* likewise, in the order of enum control_kind */
	WORD_CONTROLS_KIND_LAST = WORD_CONTROLS_KIND + 5,
	WORD_REQUIREMENTS_CAPTION,
	WORD_REQUIREMENTS_SENTENCE,
	WORD_REQUIREMENTS_WHAT,
	WORD_REQUIREMENTS_WHERE,
	WORD_REQUIREMENTS_MET,
	WORD_REQUIREMENTS_MISSING,
	WORD_REQUIREMENTS_INCOME,
	WORD_REQUIREMENTS_BALANCE_SHEET,
	WORD_REQUIREMENTS_EVENTS,
	WORD_REQUIREMENTS_OUTLOOK,
	WORD_REQUIREMENTS_GOALS,
	WORD_REQUIREMENTS_BALANCE,
	WORD_REQUIREMENTS_OPERATING,
	WORD_REQUIREMENTS_INVESTMENTS,
	WORD_REQUIREMENTS_COMPARISON,
	WORD_REQUIREMENTS_PERIOD,
	WORD_REQUIREMENTS_DATE,
	WORD_PAGES_OUTCOME,  /* {window} {value} */
	WORD_PAGES_TREND,    /* {trend} */
	WORD_PAGES_TARGET,   /* {target} */
	WORD_PAGES_SOURCE,   /* {source} */
	WORD_PAGES_REPORTED, /* {reported} */
	WORD_PAGES_NEXT,     /* {window} */
	WORD_PAGES_PARTS,    /* {indicator} */
	WORD_PAGES_BARS_ALT, /* {indicator} {list} */
	WORD_PAGES_BASE,     /* {answers} */
	WORD_PAGES_RATE,     /* {answers} {asked} {share} */
	WORD_FILES_SENTENCE, /* {rows} {used} {left-out} {rejected} */
	WORD_CHANGES_CAPTION,
	WORD_CHANGES_AGAINST, /* {period} {revision} */
	WORD_CHANGES_NONE,
	WORD_CHANGES_WHAT,
	WORD_CHANGES_KIND,
	WORD_CHANGES_WAS,
	WORD_CHANGES_IS,
	WORD_CHANGES_NEW,
	WORD_CHANGES_CHANGED,
	WORD_CHANGES_GONE,
	WORD_CHANGES_TEXT,
	WORD_TABLES_GROUP,
	WORD_TABLES_UNIT, /* {column} */
	WORD_COUNT
};

/* A word behind a number: "1 grön", "2 gröna". */
struct counted_word {
	const char *one;
	const char *many;
};

struct words {
	struct arena arena;
	const char *language; /* "sv" */
	const char *list[WORD_COUNT];
	struct counted_word *counted;
	size_t counted_count;
	struct number_format numbers; /* by words_take_numbers() */
};

/*
 * Read <workspace>/templates/lang/<language>.xml.  False with a sentence in
 * `why` if it cannot be read, or with `why` empty if it was refused (told).
 */
bool words_load(struct words *words, const char *workspace,
		const char *language, struct text *why) MUST_CHECK;

/*
 * Take how numbers look from the workspace's house style.  False likewise, and
 * also (told) if thousands would be parted by the sign before decimals.
 */
bool words_take_numbers(struct words *words, const char *workspace,
			const char *language, struct text *why) MUST_CHECK;

/* A word as it stands; borrowed. */
const char *words_at(const struct words *words, enum word word);

/* What stands in one of a word's {places}. */
struct filling {
	const char *place; /* "total" */
	const char *text;
};

/* Add a word with its places filled; the list ends with an empty filling. */
void words_fill(struct text *text, const struct words *words, enum word word,
		const struct filling *fillings);

/* `word` as it stands behind `count`: the other form, or `word` itself. */
const char *words_counted(const struct words *words, const char *word,
			  long count);

/* Release everything.  The words are empty and may be used again. */
void words_clear(struct words *words);

#endif
