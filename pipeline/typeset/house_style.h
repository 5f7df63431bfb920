/*
 * house_style - how a page looks: templates/house-style.xml of a workspace.
 *
 * Owns that file's reader; schema/house-style.xsd says its form.  Lengths are
 * in thousandths of a point (mpt).  What is wrong with the file is told with
 * line and element as OUTCOME_MISCONFIGURED.
 *
 * Ownership: everything a `struct house_style` points to lives in its arena,
 * but for the logo's picture; house_style_clear() releases both.
 */
#ifndef TYPESET_HOUSE_STYLE_H
#define TYPESET_HOUSE_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "model/number_format.h"
#include "typeset/canvas.h"
#include "typeset/picture.h"

struct text;

enum text_use {
	TEXT_BODY,
	TEXT_H1,
	TEXT_H2,
	TEXT_H3, /* and all levels below */
	TEXT_QUOTE,
	TEXT_NOTE,
	TEXT_TABLE,
	TEXT_CAPTION,
	TEXT_CONTENTS,
	TEXT_RUNNING,
	TEXT_COVER_TITLE,
	TEXT_COVER_SUBTITLE,
	TEXT_COVER_UNIT,
	TEXT_COVER_LINE,
	TEXT_DRAFT, /* across the cover */
	TEXTS
};

enum colour_use {
	COLOUR_INK,
	COLOUR_HOUSE,
	COLOUR_SECONDARY,
	COLOUR_HAIRLINE,
	COLOUR_BAND,
	COLOUR_DRAFT,
	COLOURS
};

struct text_style {
	struct font font;
	int32_t leading;       /* from baseline to baseline */
	int32_t before, after; /* space; of two that meet the larger counts */
};

struct house_dictionary {
	const char *language;
	const char *path;
	const char *exceptions; /* path, or NULL */
};

struct house_numbers {
	const char *language;
	struct number_format format;
};

/* What stands at the top of the cover. */
struct house_logo {
	struct picture picture; /* empty: there is none */
	const char *alt;        /* its text alternative, never empty */
	int32_t width, height;  /* of the room that it is fitted into */
};

struct house_style {
	struct arena arena;
	bool justified;                   /* running text, else ragged */
	int32_t width, height;            /* of the page */
	int32_t top, bottom, left, right; /* margins */
	int32_t measure;                  /* width of running text */
	int32_t mark;                     /* size of a grade's mark */
	const char *faces[FACES];
	const char *profile;
	struct house_dictionary *dictionaries;
	size_t dictionary_count;
	struct house_numbers *numbers; /* at most one of a language */
	size_t numbers_count;
	struct house_logo logo;
	struct colour colours[COLOURS];
	struct text_style texts[TEXTS];
};

/*
 * Read the file at `path`.  False with a sentence in `why` if it cannot be
 * read, or with `why` empty if it is wrong (told).  `style` was empty, and
 * stays so on failure.
 */
bool house_style_load(struct house_style *style, const char *path,
		      struct text *why) MUST_CHECK;
void house_style_clear(struct house_style *style);

/* A page as it is, or on its side with the same margins; and what these leave
 * of it. */
struct page_size house_style_page(const struct house_style *style,
				  bool landscape);
struct page_size house_style_room(const struct house_style *style,
				  bool landscape);

/* How wide an upright page is between its margins. */
int32_t house_style_width(const struct house_style *style);

/* The dictionary of a language ("sv", "sv-FI"), borrowed; NULL if none. */
const struct house_dictionary *house_style_dictionary(
	const struct house_style *style, const char *language);

/* How numbers look in a language, borrowed; NULL: as is usual. */
const struct number_format *house_style_numbers(const struct house_style *style,
						const char *language);

/*
 * "25mm" or "10.5pt" in mpt, rounded half up.  False for anything else:
 * at most four digits, then at most three decimals.
 */
bool house_style_length(int32_t *length, const char *from) MUST_CHECK;

/* "#1f4e79"; false for anything else. */
bool house_style_colour(struct colour *colour, const char *from) MUST_CHECK;

#endif
