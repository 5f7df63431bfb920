/*
 * mask - the look of a code: "9999" for an account, "AA-99*" for an article.
 *
 * 9 is a digit, A a letter (of ASCII or Latin-1, so ÅÄÖ too), * any number of
 * characters, none too; all others stand for themselves.
 */
#ifndef MODEL_MASK_H
#define MODEL_MASK_H

#include <stdbool.h>

/* Whether all of `text` looks like `mask`; both are UTF-8. */
bool mask_fits(const char *mask, const char *text);

#endif
