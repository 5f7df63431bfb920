/*
 * contrast - how well one colour is read on another.
 *
 * By WCAG 2.1 the contrast ratio of two colours is from 1 to 21; text must have
 * at least 4.5 against what it stands on (success criterion 1.4.3).
 */
#ifndef TYPESET_CONTRAST_H
#define TYPESET_CONTRAST_H

#include "typeset/canvas.h"

#define CONTRAST_LEAST 450 /* in hundredths */

/* The ratio in hundredths, from 100 to 2100, rounded down. */
int contrast_of(struct colour a, struct colour b);

#endif
