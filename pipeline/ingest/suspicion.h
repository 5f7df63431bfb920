/*
 * suspicion - whether cells look personal.
 *
 * It errs towards yes: a proposal masks what it suspects.
 */
#ifndef INGEST_SUSPICION_H
#define INGEST_SUSPICION_H

#include <stdbool.h>

/*
 * Whether a personal identity number or coordination number stands anywhere
 * in the text: six or eight digits that are a day (a coordination number's
 * plus 60), at most a hyphen or plus, four digits, the last one right by the
 * Luhn algorithm (Skatteverket's SKV 704 and 707).
 */
bool suspicion_number(const char *text);

/* Whether a column of this name holds people: "Personnr", "Förnamn". */
bool suspicion_header(const char *header);

#endif
