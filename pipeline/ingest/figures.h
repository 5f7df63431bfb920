/*
 * figures - rows that are the figures of one indicator each.
 *
 * The value is about the period, the forecast about the whole of its year.
 * A comment becomes a record of kind "comment" with the indicator's id.
 */
#ifndef INGEST_FIGURES_H
#define INGEST_FIGURES_H

struct row;

/* Take a row that was read; a fault refuses it. */
void figures_take(struct row *row);

#endif
