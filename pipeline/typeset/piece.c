#include "typeset/piece.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text.h"
#include "model/report.h"
#include "typeset/house_style.h"
#include "typeset/hyphenation.h"
#include "typeset/mark.h"
#include "typeset/press.h"

#define SOFT_HYPHEN "\u00ad"
#define ZERO_WIDTH_SPACE "\u200b"

/* Where the cutting stands. */
struct cutting {
	struct pieces *pieces;
	const struct press *press;
	const struct text_style *style;
	const struct run *run;
	struct font font; /* of the run */
	int32_t space;
	bool after_soft; /* the piece before ended in a soft hyphen */
	bool address;    /* the word is one */
};

enum face piece_face(enum face base, const struct run *run)
{
	const bool bold =
		run->strong || base == FACE_BOLD || base == FACE_BOLD_ITALIC;
	const bool italic = run->emphasis || base == FACE_ITALIC ||
			    base == FACE_BOLD_ITALIC;

	if (bold)
		return italic ? FACE_BOLD_ITALIC : FACE_BOLD;
	return italic ? FACE_ITALIC : FACE_REGULAR;
}

static struct piece *add_piece(struct cutting *cutting)
{
	struct pieces *pieces = cutting->pieces;
	struct piece *piece;

	if (pieces->count == pieces->room) {
		pieces->room = pieces->room * 2 + 8;
		pieces->list = mem_resize(pieces->list, pieces->room,
					  sizeof(*pieces->list));
	}
	assert(pieces->list);
	piece = &pieces->list[pieces->count++];
	*piece = (struct piece){ .run = cutting->run,
				 .font = cutting->font,
				 .text = "",
				 .space = cutting->space };
	return piece;
}

/* What ends the piece before; at the very start only a line can end. */
static void join(struct cutting *cutting, enum joint joint)
{
	struct pieces *pieces = cutting->pieces;
	struct piece *last =
		pieces->count > 0 ? &pieces->list[pieces->count - 1] : NULL;

	if (joint == JOINT_LINE && (!last || last->joint == JOINT_LINE))
		last = add_piece(cutting);
	if (last && last->joint < joint)
		last->joint = joint;
}

static bool is_letter(const char *at)
{
	const unsigned char byte = (unsigned char)*at;

	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       (byte >= 0xc3 && byte <= 0xdf);
}

/* One byte of a letter, also one from the middle of it. */
static bool ends_letter(const char *at)
{
	return is_letter(at) || text_goes_on(*at);
}

struct sign {
	const char *text;
	enum joint joint; /* what it is between letters */
	bool kept;        /* it is printed, at the end of the line */
};

static const struct sign signs[] = {
	{ " ", JOINT_SPACE, false },
	{ "\n", JOINT_SPACE, false },
	{ "\t", JOINT_SPACE, false },
	{ SOFT_HYPHEN, JOINT_SOFT, false },
	{ ZERO_WIDTH_SPACE, JOINT_FREE, false },
	{ "-", JOINT_FREE, true },
	{ "/", JOINT_FREE, true },
	{ "\u2010", JOINT_FREE, true },
	{ "\u2013", JOINT_FREE, true },
};

/*
 * The sign at `at` that ends the piece begun at `from`, or NULL.  Those that
 * are printed do so between letters only, and leave no letter alone:
 * "2025-T1" and "e-tjänst" stay whole.
 */
static const struct sign *sign_at(const char *from, const char *at)
{
	static const bool begins[UINT8_MAX + 1] = {
		[' '] = true, ['\n'] = true, ['\t'] = true, ['-'] = true,
		['/'] = true, [0xc2] = true, [0xe2] = true,
	};

	if (!begins[(unsigned char)*at])
		return NULL;
	if (*at == signs[0].text[0]) /* most of them */
		return &signs[0];
	for (size_t i = 1; i < COUNT_OF(signs); i++) {
		const size_t len = strlen(signs[i].text);

		if (strncmp(at, signs[i].text, len) != 0)
			continue;
		if (!signs[i].kept ||
		    (at - from >= 2 && ends_letter(at - 1) &&
		     ends_letter(at - 2) && is_letter(at + len)))
			return &signs[i];
	}
	return NULL;
}

/* The end of the piece that begins at `from`, and the sign that ends it. */
static const char *piece_end(const char *from, const struct sign **sign)
{
	const char *at = from;

	*sign = NULL;
	while (*at && !(*sign = sign_at(from, at)))
		at++;
	return at;
}

/* Whether the word at `at` is an address of the web or of mail. */
static bool is_address(const char *at)
{
	if (strncmp(at, "www.", 4) == 0)
		return true;
	for (; *at && *at != ' ' && *at != '\n' && *at != '\t'; at++)
		if (*at == '@' || (*at == ':' && at[1] == '/' && at[2] == '/'))
			return true;
	return false;
}

/* Whether there may be any; most texts have none. */
static bool has_addresses(const char *text)
{
	return strpbrk(text, "@:") || strstr(text, "www.");
}

/* Text up to `end`, with the sign that ends it if that is printed. */
static void take_text(struct cutting *cutting, const char *from,
		      const char *end, const struct sign *sign)
{
	struct piece *piece;

	if (end == from)
		return;
	piece = add_piece(cutting);
	piece->text = from;
	piece->len = (size_t)(end - from);
	if (sign && sign->kept)
		piece->len += strlen(sign->text);
	piece->divided = cutting->address || cutting->after_soft ||
			 (sign && sign->joint == JOINT_SOFT);
}

static void cut_text(struct cutting *cutting, const char *from)
{
	const bool addresses = has_addresses(from);

	cutting->after_soft = false;
	cutting->address = addresses && is_address(from);
	while (*from) {
		const struct sign *sign;
		const char *end = piece_end(from, &sign);

		take_text(cutting, from, end, sign);
		from = end;
		if (!sign)
			continue;
		join(cutting, sign->joint);
		cutting->after_soft = sign->joint == JOINT_SOFT;
		from += strlen(sign->text);
		if (sign->joint == JOINT_SPACE)
			cutting->address = addresses && is_address(from);
	}
}

/* The mark stands before the first word, behind the spaces before it. */
static const char *add_mark(struct cutting *cutting, const char *text)
{
	const size_t spaces = strspn(text, " \n\t");
	const bool word = text[spaces] != '\0';

	if (word && spaces > 0)
		join(cutting, JOINT_SPACE);
	add_piece(cutting)->mark = true;
	return word ? text + spaces : text;
}

static void cut_run(struct cutting *cutting, const struct run *run)
{
	const char *text = run->text;
	const struct font font = {
		.face = piece_face(cutting->style->font.face, run),
		.size = cutting->style->font.size,
		.colour = run->to ? cutting->press->style->colours[COLOUR_HOUSE]
				  : cutting->style->font.colour,
	};

	cutting->run = run;
	cutting->font = font;
	cutting->space = canvas_width(cutting->press->canvas, &font, " ", 1);
	if (run->symbol)
		text = add_mark(cutting, text);
	cut_text(cutting, text);
	if (run->line_break)
		join(cutting, JOINT_LINE);
}

void pieces_cut(struct pieces *pieces, const struct press *press,
		const struct runs *runs, const struct text_style *style)
{
	struct cutting cutting = {
		.pieces = pieces,
		.press = press,
		.style = style,
	};

	for (size_t i = 0; i < runs->count; i++)
		cut_run(&cutting, &runs->list[i]);
	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *piece = &pieces->list[i];

		piece->width =
			piece->mark ? mark_width(press)
				    : canvas_width(press->canvas, &piece->font,
						   piece->text, piece->len);
	}
}

void pieces_clear(struct pieces *pieces)
{
	free(pieces->list);
	*pieces = (struct pieces){ 0 };
}

size_t pieces_word_end(const struct pieces *pieces, size_t first)
{
	size_t at = first;

	while (at + 1 < pieces->count && pieces->list[at].joint <= JOINT_SOFT)
		at++;
	return at + 1;
}

int32_t pieces_width(const struct pieces *pieces, size_t first, size_t end)
{
	int32_t width = 0;

	for (size_t i = first; i < end; i++)
		width += pieces->list[i].width;
	return width;
}

size_t piece_points(const struct piece *piece, const struct press *press,
		    size_t points[POINTS_AT_MOST])
{
	if (piece->mark || piece->divided)
		return 0;
	return hyphenation_points(press->hyphenation, piece->text, piece->len,
				  points, POINTS_AT_MOST);
}

int32_t piece_hyphen(const struct piece *piece, const struct press *press)
{
	return canvas_width(press->canvas, &piece->font, "-", 1);
}
