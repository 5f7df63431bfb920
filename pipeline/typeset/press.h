/*
 * press - what everything that is set is set with.  All of it is borrowed.
 */
#ifndef TYPESET_PRESS_H
#define TYPESET_PRESS_H

struct canvas;
struct house_style;
struct hyphenation;
struct number_format;

struct press {
	struct canvas *canvas;
	const struct house_style *style;
	struct hyphenation *hyphenation;     /* NULL: no word is divided */
	const struct number_format *numbers; /* of the language; NULL: usual */
};

#endif
