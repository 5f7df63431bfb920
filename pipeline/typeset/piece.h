/*
 * piece - runs of text cut where a line may end.
 *
 * A piece is text of one run without a space in it; its joint says what
 * stands between it and the next one.  Pieces up to the first joint where a
 * line may end without a hyphen are a word.
 */
#ifndef TYPESET_PIECE_H
#define TYPESET_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "typeset/canvas.h"

struct press;
struct run;
struct runs;
struct text_style;

enum joint {
	JOINT_TIGHT, /* no line ends here */
	JOINT_SOFT,  /* a line may, with a hyphen (U+00AD in the text) */
	JOINT_FREE,  /* a line may: after the hyphen of "SON-rapport" */
	JOINT_SPACE,
	JOINT_LINE /* the line ends here */
};

struct piece {
	const struct run *run;
	struct font font;
	const char *text; /* borrowed from the run */
	size_t len;
	size_t before; /* bytes of it that were set on earlier lines */
	int32_t width; /* mpt; of a mark with the space after it */
	int32_t space; /* width of a space in this font */
	enum joint joint;
	bool mark;    /* the run's symbol; no text */
	bool divided; /* no dictionary says where: soft hyphens do, or it is
			 an address, in which a hyphen would mislead */
};

struct pieces {
	struct piece *list;
	size_t count;
	size_t room;
};

/* The face of a run in text whose face is `base`. */
enum face piece_face(enum face base, const struct run *run);

/* Cut `runs` as they are set in `style`; `pieces` was empty. */
void pieces_cut(struct pieces *pieces, const struct press *press,
		const struct runs *runs, const struct text_style *style);
void pieces_clear(struct pieces *pieces);

/* The piece after the word that begins with piece `first`. */
size_t pieces_word_end(const struct pieces *pieces, size_t first);

/* How wide its pieces are together. */
int32_t pieces_width(const struct pieces *pieces, size_t first, size_t end);

/*
 * Where a piece, none of which was set, may be divided with a hyphen: offsets,
 * ascending; their count.
 */
#define POINTS_AT_MOST 64
size_t piece_points(const struct piece *piece, const struct press *press,
		    size_t points[POINTS_AT_MOST]);

/* How wide the hyphen is that stands where a word is divided. */
int32_t piece_hyphen(const struct piece *piece, const struct press *press);

#endif
