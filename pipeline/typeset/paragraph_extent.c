#include "typeset/paragraph.h"

#include "typeset/numeral.h"
#include "typeset/piece.h"
#include "typeset/press.h"

/*
 * The widest part of a piece up to its last point.  `*open` is the part that
 * goes on into it, and then the part that goes on from it.
 */
static int32_t widest_part(const struct piece *piece, const struct press *press,
			   int32_t *open)
{
	const int32_t hyphen = piece_hyphen(piece, press);
	size_t points[POINTS_AT_MOST];
	const size_t count = piece_points(piece, press, points);
	int32_t before = 0; /* width up to the last point looked at */
	int32_t widest = 0;

	for (size_t i = 0; i < count; i++) {
		const int32_t width = canvas_width(press->canvas, &piece->font,
						   piece->text, points[i]);

		widest = larger(widest, *open + width - before + hyphen);
		*open = 0;
		before = width;
	}
	*open += piece->width - before;
	if (piece->joint == JOINT_SOFT) {
		widest = larger(widest, *open + hyphen);
		*open = 0;
	}
	return larger(widest, *open);
}

static void measure_word(struct extent *extent, const struct press *press,
			 const struct pieces *pieces, size_t first)
{
	const size_t end = pieces_word_end(pieces, first);
	int32_t open = 0;

	extent->word = larger(extent->word, pieces_width(pieces, first, end));
	for (size_t i = first; i < end; i++)
		extent->part =
			larger(extent->part,
			       widest_part(&pieces->list[i], press, &open));
}

struct extent paragraph_extent(const struct press *press,
			       const struct runs *runs,
			       const struct text_style *style)
{
	struct extent extent = { 0 };
	struct pieces pieces = { 0 };
	int32_t line = 0;

	pieces_cut(&pieces, press, runs, style);
	for (size_t at = 0; at < pieces.count;
	     at = pieces_word_end(&pieces, at))
		measure_word(&extent, press, &pieces, at);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *piece = &pieces.list[i];

		line += piece->width;
		extent.whole = larger(extent.whole, line);
		if (piece->joint == JOINT_SPACE)
			line += piece->space;
		else if (piece->joint == JOINT_LINE)
			line = 0;
	}
	pieces_clear(&pieces);
	return extent;
}

/* The widest number of a piece that, with `more` before it, keeps the limit. */
static int32_t widest_number(const struct piece *piece,
			     const struct press *press, int32_t more,
			     int32_t limit)
{
	int32_t widest = 0;
	size_t at = 0;

	while (at < piece->len) {
		const size_t end = numeral_end(piece->text, piece->len, at);
		int32_t width;

		if (end == at) {
			at++;
			continue;
		}
		width = more + canvas_width(press->canvas, &piece->font,
					    piece->text + at, end - at);
		if (width <= limit)
			widest = larger(widest, width);
		at = end;
	}
	return widest;
}

int32_t paragraph_number(const struct press *press, const struct runs *runs,
			 const struct text_style *style, int32_t limit)
{
	struct pieces pieces = { 0 };
	int32_t widest = 0;
	int32_t mark = 0; /* a number stands behind one */

	pieces_cut(&pieces, press, runs, style);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *piece = &pieces.list[i];

		widest = larger(widest,
				widest_number(piece, press, mark, limit));
		mark = piece->mark ? piece->width : 0;
	}
	pieces_clear(&pieces);
	return widest;
}
