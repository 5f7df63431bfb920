/* numeral - where numbers stand in a text, so that no line ends in one. */
#ifndef TYPESET_NUMERAL_H
#define TYPESET_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether bytes `at` - 1 and `at` of a text belong to one number: digits, with
 * the sign before them and what parts their groups and decimals.
 */
bool numeral_holds(const char *text, size_t len, size_t at);

/* The end of the number that begins at `at`; `at` if none does. */
size_t numeral_end(const char *text, size_t len, size_t at);

#endif
