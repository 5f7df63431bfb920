/*
 * print - figures and grades as people read them.
 *
 * Decimal comma, true minus, narrow no-break thousands, a no-break space
 * before % and words of measure, where the language's words and the house style
 * say nothing else; all words come from the language file.
 */
#ifndef COMPOSE_PRINT_H
#define COMPOSE_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "model/assessment.h"

struct text;
struct words;

/*
 * Add a figure with its unit of measure: "87,5 %", "1 person", "Ja",
 * "30 april 2025"; a missing one as its symbol.
 */
void print_figure(struct text *text, const struct words *words,
		  const struct quantity *quantity, const struct figure *figure);

/*
 * The same without the unit, for a column that names it in its head, and with
 * at least `decimals` decimals, so that all of a column have as many.
 */
void print_bare(struct text *text, const struct words *words,
		const struct quantity *quantity, const struct figure *figure,
		int decimals);

/* The decimals that print_figure() gives a number or ratio; 0 for others. */
int print_decimals(const struct quantity *quantity,
		   const struct figure *figure);

/* A figure inside a sentence: a missing one in words.  A target likewise:
 * "minst 85 %". */
void print_in_words(struct text *text, const struct words *words,
		    const struct quantity *quantity,
		    const struct figure *figure);

void print_target_in_words(struct text *text, const struct words *words,
			   const struct quantity *quantity,
			   const struct target *target);

/* Add "≥ 85 %", "minska från 15 månader"; a decimal more than its quantity has
 * if that tells more of it. */
void print_target(struct text *text, const struct words *words,
		  const struct quantity *quantity, const struct target *target);

/* A whole number, thousands apart. */
void print_count(struct text *text, const struct words *words, long count);

/* Why there is no figure: its symbol, and in words; borrowed. */
const char *print_missing_symbol(const struct words *words,
				 enum missing missing);
const char *print_missing_words(const struct words *words,
				enum missing missing);

#endif
