/*
 * fake_style - a page of 600 by 300 pt on which every text is 10 pt large, in
 * lines of 12 pt: for the fake canvas, on which a character is 5 pt wide then.
 */
#ifndef TESTS_FAKE_STYLE_H
#define TESTS_FAKE_STYLE_H

#include "typeset/house_style.h"

static inline struct house_style fake_style(void)
{
	const struct text_style text = {
		.font = { .face = FACE_REGULAR, .size = 10 * MPT_PER_POINT },
		.leading = 12 * MPT_PER_POINT,
	};
	struct house_style style = {
		.width = 600 * MPT_PER_POINT,
		.height = 300 * MPT_PER_POINT,
		.top = 60 * MPT_PER_POINT,
		.bottom = 60 * MPT_PER_POINT,
		.left = 70 * MPT_PER_POINT,
		.right = 70 * MPT_PER_POINT,
		.measure = 350 * MPT_PER_POINT,
		.mark = 7 * MPT_PER_POINT,
	};

	for (size_t i = 0; i < TEXTS; i++)
		style.texts[i] = text;
	return style;
}

#endif
