/*
 * number_format - how a house style lets numbers look, for one language:
 *
 *	<numbers language="en" group="comma" from="1000" minus="hyphen"
 *	  percent="none" decimals="most"/>
 *
 * Which sign stands before decimals is a matter of the language, and one of its
 * words; how thousands are parted and which minus is meant are the house's.
 * Compose prints numbers by it, so that page, chart, text alternative and
 * report.xml say the same, and typeset finds the decimals of a column by it.
 * This module owns the element; the rest of the file is typeset's alone.
 *
 * Its strings are constants: nothing is to be released.
 */
#ifndef MODEL_NUMBER_FORMAT_H
#define MODEL_NUMBER_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

struct text;
struct xml_reader;

/* Zeroed: as numbers are printed where a house style says nothing of them. */
struct number_format {
	const char *group;   /* between thousands; NULL: U+202F */
	const char *minus;   /* NULL: U+2212 */
	const char *percent; /* before %; NULL: U+00A0 */
	int from; /* thousands apart from 1000 or 10000; 0: by the quantity */
	bool padded; /* as many decimals as the quantity lets print */
	long line;   /* of the file; 0: nothing is said */
};

/* Take the element that opened, as the house style's schema has proved it. */
void number_format_take(struct number_format *format,
			struct xml_reader *reader);

/*
 * Read the house style of a workspace for what it says of a language.  False,
 * with `why` empty, if the file breaks its schema (told), or with a sentence
 * in `why`; one that is not there says nothing, and typeset will miss it.
 */
bool number_format_load(struct number_format *format, const char *workspace,
			const char *language, struct text *why) MUST_CHECK;

/*
 * The bytes of a sign at `at` that parts thousands, other than a space: three
 * digits stand behind it, and no more.  0: there is none.
 */
size_t number_format_group(const struct number_format *format, const char *at);

#endif
