/*
 * records - rows that are kept as records: decisions, comments, activities.
 *
 * The id of a decision is d.<day>.<paragraph>.<ordinal>, where the ordinal
 * counts the rows of one paragraph in the order of the export; that of
 * another record is <kind>.<code>.  Fields that are empty are left out; line
 * breaks inside a cell become line feeds.
 */
#ifndef INGEST_RECORDS_H
#define INGEST_RECORDS_H

struct indicator;
struct row;

/* Take a row that was read as the profile's kind of record; a fault refuses
 * it. */
void records_take(struct row *row);

/* Keep the row's comment on an indicator, if it has one. */
void records_add_comment(struct row *row, const struct indicator *indicator);

#endif
