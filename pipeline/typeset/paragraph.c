#include "typeset/paragraph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "typeset/breaks.h"
#include "typeset/house_style.h"
#include "typeset/mark.h"
#include "typeset/piece.h"
#include "typeset/press.h"

#define SOFT_HYPHEN "\u00ad"

/* Where the filling stands. */
struct filling {
	struct paragraph *into;
	const struct press *press;
	struct pieces pieces;
	size_t next;           /* the first piece that stands on no line yet */
	const struct run *run; /* of the last stretch */
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
		if (piece->joint == JOINT_SPACE && inside)
			line->spaces++;
	}
}

static void set_line(struct filling *filling, const struct cut *cut)
{
	struct line *line = add_line(filling->into);
	struct piece *list = filling->pieces.list;

	set_pieces(filling, line, cut);
	if (cut->bytes > 0)
		set_part(filling, line, &list[cut->end],
			 cut->bytes - list[cut->end].before);
	if (cut->hyphen) {
		const size_t divided = cut->bytes ? cut->end : cut->end - 1;

		set_more(filling, line, SOFT_HYPHEN,
			 piece_hyphen(&list[divided], filling->press));
	}
	line->last =
		cut->bytes == 0 && (cut->end == filling->pieces.count ||
				    list[cut->end - 1].joint == JOINT_LINE);
	filling->next = cut->end;
}

void paragraph_fill(struct paragraph *paragraph, const struct press *press,
		    const struct runs *runs, const struct paragraph_form *form)
{
	struct filling filling = { .into = paragraph, .press = press };
	struct cuts cuts = { 0 };

	paragraph->form = *form;
	paragraph->cap_height =
		canvas_cap_height(press->canvas, &form->style->font);
	pieces_cut(&filling.pieces, press, runs, form->style);
	breaks_find(&cuts, &filling.pieces, press, form);
	for (size_t i = 0; i < cuts.count; i++)
		set_line(&filling, &cuts.list[i]);
	cuts_clear(&cuts);
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
