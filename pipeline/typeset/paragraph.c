#include "typeset/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/piece.h"
#include "typeset/press.h"

#define FULL_ENOUGH 85 /* per cent of the measure */
#define SOFT_HYPHEN "\u00ad"

/* Where the filling stands. */
struct filling {
	struct paragraph *into;
	const struct press *press;
	struct pieces pieces;
	size_t next;           /* the first piece that stands on no line yet */
	const struct run *run; /* of the last stretch */
};

/* A line to be: pieces up to `end`, and `bytes` of piece `end`. */
struct cut {
	size_t end;
	size_t bytes;
	bool hyphen;
};

static struct stretch *add_stretch(struct paragraph *paragraph)
{
	paragraph->stretches =
		mem_resize(paragraph->stretches, paragraph->stretch_count + 1,
			   sizeof(*paragraph->stretches));
	return &paragraph->stretches[paragraph->stretch_count++];
}

static struct line *add_line(struct paragraph *paragraph)
{
	struct line *line;

	paragraph->lines =
		mem_resize(paragraph->lines, paragraph->line_count + 1,
			   sizeof(*paragraph->lines));
	line = &paragraph->lines[paragraph->line_count++];
	*line = (struct line){ .first = paragraph->stretch_count };
	return line;
}

/* Put a piece behind what stands on the line; text of one run is one. */
static void set_piece(struct filling *filling, struct line *line,
		      const struct piece *piece)
{
	struct paragraph *into = filling->into;
	struct stretch *stretch = NULL;

	if (piece->len == 0 && !piece->mark) /* an empty line */
		return;
	if (line->count > 0)
		stretch = &into->stretches[into->stretch_count - 1];
	if (!stretch || piece->mark || stretch->len == 0 ||
	    filling->run != piece->run) {
		filling->run = piece->run;
		stretch = add_stretch(into);
		*stretch = (struct stretch){ .run = *piece->run,
					     .font = piece->font,
					     .x = line->width,
					     .at = into->ink.len };
		line->count++;
	}
	text_add_bytes(&into->ink, piece->text, piece->len);
	stretch->len += piece->len;
	line->width += piece->width;
	stretch->width = line->width - stretch->x;
}

/* Add to the last stretch of the line what its piece does not hold. */
static void set_more(struct filling *filling, struct line *line,
		     const char *more, int32_t width)
{
	struct paragraph *into = filling->into;
	struct stretch *stretch = &into->stretches[into->stretch_count - 1];

	/* after a mark, space alone stands for it */
	if (stretch->len == 0) {
		line->width += width;
		return;
	}
	text_add(&into->ink, more);
	stretch->len += strlen(more);
	line->width += width;
}

/* Set the first `bytes` of a piece; the rest of it remains to be set. */
static void set_part(struct filling *filling, struct line *line,
		     struct piece *piece, size_t bytes)
{
	struct piece part = *piece;

	part.len = bytes;
	part.width = canvas_width(filling->press->canvas, &part.font, part.text,
				  part.len);
	set_piece(filling, line, &part);
	piece->text += bytes;
	piece->len -= bytes;
	piece->before += bytes;
	piece->width = canvas_width(filling->press->canvas, &piece->font,
				    piece->text, piece->len);
}

/*
 * Set whole pieces and what stands between them.  A space is drawn also where
 * the line ends, outside its width, so that words stay apart for who reads
 * the text of the page in one.
 */
static void set_pieces(struct filling *filling, struct line *line,
		       const struct cut *cut)
{
	const struct pieces *pieces = &filling->pieces;

	for (size_t i = filling->next; i < cut->end; i++) {
		const struct piece *piece = &pieces->list[i];
		const bool inside = i + 1 < cut->end || cut->bytes > 0;

		set_piece(filling, line, piece);
		if (piece->joint >= JOINT_SPACE && line->count > 0 &&
		    i + 1 < pieces->count)
			set_more(filling, line, " ", inside ? piece->space : 0);
	}
}

static void set_line(struct filling *filling, const struct cut *cut)
{
	struct line *line = add_line(filling->into);
	struct piece *list = filling->pieces.list;

	set_pieces(filling, line, cut);
	if (cut->bytes > 0)
		set_part(filling, line, &list[cut->end], cut->bytes);
	if (cut->hyphen) {
		const size_t divided = cut->bytes ? cut->end : cut->end - 1;

		set_more(filling, line, SOFT_HYPHEN,
			 piece_hyphen(&list[divided], filling->press));
	}
	filling->next = cut->end;
}

/*
 * The last point of the word at piece `first` that leaves no more than `room`
 * on the line, its hyphen with it.
 */
static bool divide(const struct filling *filling, size_t first, int32_t room,
		   struct cut *cut)
{
	const struct press *press = filling->press;
	const size_t end = pieces_word_end(&filling->pieces, first);
	bool found = false;

	for (size_t i = first; i < end && room > 0; i++) {
		const struct piece *piece = &filling->pieces.list[i];
		const int32_t left = room - piece_hyphen(piece, press);
		size_t points[POINTS_AT_MOST];
		size_t count = piece_points(piece, press, points);

		while (count > 0 &&
		       canvas_width(press->canvas, &piece->font, piece->text,
				    points[count - 1]) > left)
			count--;
		if (count > 0) {
			*cut = (struct cut){ i, points[count - 1], true };
			found = true;
		}
		if (piece->joint == JOINT_SOFT && piece->width <= left) {
			*cut = (struct cut){ i + 1, 0, true };
			found = true;
		}
		room -= piece->width;
	}
	return found;
}

/* How many bytes of a piece fit; at least `least` of its characters (0, 1). */
static size_t bytes_that_fit(const struct filling *filling,
			     const struct piece *piece, int32_t room,
			     size_t least)
{
	size_t fit = 0;

	for (size_t at = 1; at <= piece->len; at++) {
		if (((unsigned char)piece->text[at] & 0xc0) == 0x80)
			continue;
		if (fit >= least &&
		    canvas_width(filling->press->canvas, &piece->font,
				 piece->text, at) > room)
			break;
		fit = at;
	}
	return fit;
}

/* The last resort: as much of the word as the line holds. */
static void break_word(const struct filling *filling, size_t first,
		       struct cut *cut)
{
	int32_t room = filling->into->form.measure;
	const struct piece *piece = &filling->pieces.list[first];
	size_t least = 1; /* something must stand on the line */

	while (piece->width <= room || (least && piece->mark)) {
		room -= piece->width;
		least = least && piece->mark;
		piece++;
	}
	*cut = (struct cut){
		.end = (size_t)(piece - filling->pieces.list),
		.bytes = bytes_that_fit(filling, piece, room, least),
	};
	if (cut->bytes == piece->len)
		*cut = (struct cut){ .end = cut->end + 1 };
}

/* The space between what ends at `end` and what follows. */
static int32_t space_after(const struct filling *filling, size_t end)
{
	const struct piece *last = &filling->pieces.list[end - 1];

	return last->joint == JOINT_SPACE ? last->space : 0;
}

/* Fill a line with whole words; whether one was left that does not fit. */
static bool fill_words(const struct filling *filling, struct cut *cut,
		       int32_t *width)
{
	const struct pieces *pieces = &filling->pieces;
	int32_t space = 0; /* before the next word */

	*cut = (struct cut){ .end = filling->next };
	*width = 0;
	while (cut->end < pieces->count) {
		const size_t end = pieces_word_end(pieces, cut->end);
		const int32_t more =
			space + pieces_width(pieces, cut->end, end);

		if (*width + more > filling->into->form.measure)
			return true;
		*width += more;
		cut->end = end;
		if (pieces->list[end - 1].joint == JOINT_LINE)
			return false;
		space = space_after(filling, end);
	}
	return false;
}

/*
 * Whether the word that does not fit may be divided: if the line would be
 * short, and the last line would not be the rest of a word alone.
 */
static bool may_divide(const struct filling *filling, size_t word,
		       int32_t width)
{
	const struct pieces *pieces = &filling->pieces;
	const size_t end = pieces_word_end(pieces, word);

	if (word == filling->next)
		return true;
	if (filling->into->form.even)
		return false;
	if (end == pieces->count || pieces->list[end - 1].joint == JOINT_LINE)
		return false;
	return (int64_t)width * 100 <
	       (int64_t)filling->into->form.measure * FULL_ENOUGH;
}

static void fill_line(struct filling *filling)
{
	struct cut words;
	struct cut divided;
	int32_t width;

	if (fill_words(filling, &words, &width)) {
		const bool empty = words.end == filling->next;
		int32_t room = filling->into->form.measure - width;

		if (!empty)
			room -= space_after(filling, words.end);
		if (may_divide(filling, words.end, width) &&
		    divide(filling, words.end, room, &divided))
			words = divided;
		else if (empty)
			break_word(filling, filling->next, &words);
	}
	assert(words.end > filling->next || words.bytes > 0);
	set_line(filling, &words);
}

/* Fill pieces into lines of this measure; what there was is dropped. */
static void fill(struct filling *filling, int32_t measure)
{
	struct paragraph *into = filling->into;
	const struct paragraph_form form = into->form;
	struct filling copy = *filling;
	const size_t size = copy.pieces.count * sizeof(*copy.pieces.list);

	paragraph_clear(into);
	into->form = form;
	into->form.measure = measure;
	into->cap_height =
		canvas_cap_height(filling->press->canvas, &form.style->font);
	copy.pieces.list = mem_alloc(size + 1);
	if (size > 0) /* pieces are used up: parts of them are cut off */
		memcpy(copy.pieces.list, filling->pieces.list, size);
	while (copy.next < copy.pieces.count)
		fill_line(&copy);
	free(copy.pieces.list);
}

/* The least measure that gives no more lines makes them about as long. */
static void fill_evenly(struct filling *filling, int32_t measure)
{
	struct paragraph *into = filling->into;
	const size_t lines = into->line_count;
	int32_t low = measure / 2;
	int32_t high = measure;

	while (high - low > MPT_PER_POINT) {
		const int32_t middle = (low + high) / 2;

		fill(filling, middle);
		if (into->line_count > lines)
			low = middle;
		else
			high = middle;
	}
	fill(filling, high);
	into->form.measure = measure;
}

void paragraph_fill(struct paragraph *paragraph, const struct press *press,
		    const struct runs *runs, const struct paragraph_form *form)
{
	struct filling filling = { .into = paragraph, .press = press };

	paragraph->form = *form;
	pieces_cut(&filling.pieces, press, runs, form->style);
	fill(&filling, form->measure);
	if (form->even && paragraph->line_count > 1)
		fill_evenly(&filling, form->measure);
	pieces_clear(&filling.pieces);
}

void paragraph_clear(struct paragraph *paragraph)
{
	text_clear(&paragraph->ink);
	free(paragraph->stretches);
	free(paragraph->lines);
	*paragraph = (struct paragraph){ 0 };
}

int32_t paragraph_height(const struct paragraph *paragraph, size_t lines)
{
	return (int32_t)lines * paragraph->form.style->leading;
}

void paragraph_add_plain(struct text *text, const struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		const char *at = runs->list[i].text;
		const char *soft;

		while ((soft = strstr(at, SOFT_HYPHEN))) {
			text_add_bytes(text, at, (size_t)(soft - at));
			at = soft + strlen(SOFT_HYPHEN);
		}
		text_add(text, at);
		if (runs->list[i].line_break)
			text_add_char(text, ' ');
	}
}
