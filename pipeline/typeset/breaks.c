#include "typeset/breaks.h"

#include <assert.h>
#include <stdlib.h>

#include "lib/text.h"
#include "typeset/house_style.h"
#include "typeset/numeral.h"
#include "typeset/paragraph.h"
#include "typeset/piece.h"
#include "typeset/press.h"

#define WHOLE 1000    /* the measure, in which what a line lacks is counted */
#define SHORT 150     /* a line that lacks more is too short */
#define STRETCH 600   /* of WHOLE: the most that looks even */
#define HYPHEN 45000  /* as a line that lacks SHORT */
#define HYPHENS 30000 /* two divisions one above the other */
#define REST 1000000  /* the rest of a word alone on the last line */
#define LETTERS 10000000   /* a word parted between two letters */
#define LINE 100000000     /* a line more, where there should be few */
#define NUMBER 10000000000 /* a number parted between two digits */
#define MARK 1000000000000 /* a mark with no letter of its word behind it */
#define OVERFULL 100000000000000

/* How hard it is tried to find good breaks. */
enum trial {
	TRIAL_WORDS, /* between words only */
	TRIAL_HYPHENS,
	TRIAL_LETTERS /* words that no line holds, between any letters */
};

/* A place where a line may end; the first one is the paragraph's beginning. */
struct spot {
	struct cut cut;
	int64_t end;   /* of the line, its hyphen with it */
	int64_t start; /* of the next line */
	int64_t price; /* of breaking here */
	int64_t cost;  /* of the best way to break up to here */
	size_t from;   /* the spot where its last line begins */
	size_t spaces; /* on the way to `end` … */
	size_t passed; /* … and to `start` */
	bool forced;
};

struct breaking {
	const struct pieces *pieces;
	const struct press *press;
	const struct paragraph_form *form;
	struct spot *spots;
	size_t count;
	size_t room;
	int64_t x; /* of the next piece */
	size_t spaces;
	int64_t space; /* how wide one is */
	enum trial trial;
};

static struct spot *add_spot(struct breaking *breaking)
{
	if (breaking->count == breaking->room) {
		breaking->room = breaking->room * 2 + 32;
		breaking->spots = mem_resize(breaking->spots, breaking->room,
					     sizeof(*breaking->spots));
	}
	assert(breaking->spots);
	return &breaking->spots[breaking->count++];
}

/* How a word is parted, and what that costs. */
enum parting { PART_HYPHEN, PART_LETTERS, PART_NUMBER };

static const int64_t prices[] = {
	[PART_HYPHEN] = HYPHEN,
	[PART_LETTERS] = LETTERS,
	[PART_NUMBER] = NUMBER,
};

/* A spot inside a piece, behind the first `bytes` of it. */
static void add_inside(struct breaking *breaking, size_t at, size_t bytes,
		       enum parting parting)
{
	const struct piece *piece = &breaking->pieces->list[at];
	const bool hyphen = parting == PART_HYPHEN;
	const bool rest = pieces_word_end(breaking->pieces, at) ==
			  breaking->pieces->count;
	const int32_t more = hyphen ? piece_hyphen(piece, breaking->press) : 0;
	const int32_t width = canvas_width(breaking->press->canvas,
					   &piece->font, piece->text, bytes);

	*add_spot(breaking) = (struct spot){
		.cut = { at, bytes, hyphen },
		.end = breaking->x + width + more,
		.start = breaking->x + width,
		.price = prices[parting] + (rest ? REST : 0),
		.spaces = breaking->spaces,
		.passed = breaking->spaces,
	};
}

static void add_points(struct breaking *breaking, size_t at)
{
	const struct piece *piece = &breaking->pieces->list[at];
	size_t points[POINTS_AT_MOST];
	const size_t count = piece_points(piece, breaking->press, points);

	for (size_t i = 0; i < count; i++)
		add_inside(breaking, at, points[i], PART_HYPHEN);
}

/* Between any two letters of a word that no line holds, where no point is. */
static void add_letters(struct breaking *breaking, size_t at)
{
	const struct piece *piece = &breaking->pieces->list[at];
	size_t points[POINTS_AT_MOST];
	const size_t count = piece_points(piece, breaking->press, points);
	size_t next = 0;

	for (size_t i = 1; i < piece->len; i++) {
		enum parting parting = PART_LETTERS;

		if (text_goes_on(piece->text[i]))
			continue;
		if (next < count && points[next] == i) {
			parting = PART_HYPHEN;
			next++;
		} else if (numeral_holds(piece->text, piece->len, i)) {
			parting = PART_NUMBER;
		}
		add_inside(breaking, at, i, parting);
	}
}

static bool fits(const struct breaking *breaking, size_t at)
{
	const struct pieces *pieces = breaking->pieces;
	size_t first = at;

	while (first > 0 && pieces->list[first - 1].joint <= JOINT_SOFT)
		first--;
	return pieces_width(pieces, first, pieces_word_end(pieces, at)) <=
	       breaking->form->measure;
}

static int64_t price_behind(const struct piece *piece, bool last)
{
	if (last || piece->joint >= JOINT_FREE)
		return 0;
	if (piece->mark)
		return MARK;
	return piece->joint == JOINT_SOFT ? HYPHEN : LETTERS;
}

/* A spot behind piece `at`, on whose other side the next line begins. */
static void add_end(struct breaking *breaking, size_t at, int64_t end,
		    size_t spaces)
{
	const struct piece *piece = &breaking->pieces->list[at];
	const bool last = at + 1 == breaking->pieces->count;
	const bool hyphen = piece->joint == JOINT_SOFT && !last;
	const int32_t more = hyphen ? piece_hyphen(piece, breaking->press) : 0;

	*add_spot(breaking) = (struct spot){
		.cut = { at + 1, 0, hyphen },
		.end = end + more,
		.start = breaking->x,
		.price = price_behind(piece, last),
		.spaces = spaces,
		.passed = breaking->spaces,
		.forced = last || piece->joint == JOINT_LINE,
	};
}

/* Whether a line may end behind a piece; one run behind another is a word. */
static bool ends_behind(const struct breaking *breaking, size_t at)
{
	const struct piece *piece = &breaking->pieces->list[at];

	if (at + 1 == breaking->pieces->count || piece->joint >= JOINT_FREE)
		return true;
	if (piece->joint == JOINT_SOFT)
		return breaking->trial != TRIAL_WORDS;
	return breaking->trial == TRIAL_LETTERS && !fits(breaking, at);
}

/* Behind a piece, where its joint lets a line end. */
static void add_behind(struct breaking *breaking, size_t at)
{
	const struct piece *piece = &breaking->pieces->list[at];
	const bool last = at + 1 == breaking->pieces->count;
	const int64_t end = breaking->x;
	const size_t spaces = breaking->spaces;

	if (piece->joint == JOINT_SPACE && !last) {
		breaking->x += piece->space;
		breaking->spaces++;
	}
	if (ends_behind(breaking, at))
		add_end(breaking, at, end, spaces);
}

static void collect(struct breaking *breaking)
{
	const enum trial trial = breaking->trial;

	breaking->count = 0;
	breaking->x = 0;
	breaking->spaces = 0;
	*add_spot(breaking) = (struct spot){ .forced = true };
	for (size_t i = 0; i < breaking->pieces->count; i++) {
		const struct piece *piece = &breaking->pieces->list[i];

		if (trial == TRIAL_LETTERS && !fits(breaking, i))
			add_letters(breaking, i);
		else if (trial != TRIAL_WORDS)
			add_points(breaking, i);
		breaking->x += piece->width;
		add_behind(breaking, i);
	}
}

/*
 * What a line lacks, of WHOLE: of the measure; below 0 however little is too
 * much.  If its spaces are to fill it, spaces stretched by STRETCH of their
 * width lack as much as a ragged line that is too short.
 */
static int64_t lack(const struct breaking *breaking, const struct spot *from,
		    const struct spot *to)
{
	const int32_t measure = breaking->form->measure;
	const int64_t spare = measure - (to->end - from->start);
	const int64_t spaces = (int64_t)(to->spaces - from->passed);

	if (measure <= 0)
		return 0;
	if (spare < 0)
		return spare * WHOLE / measure - 1;
	if (!breaking->form->justified)
		return spare * WHOLE / measure;
	if (spaces == 0)
		return WHOLE;
	return spare * SHORT * WHOLE / (spaces * breaking->space * STRETCH);
}

static int64_t line_cost(const struct breaking *breaking,
			 const struct spot *from, const struct spot *to)
{
	const bool even = breaking->form->even;
	int64_t cost = to->price + (even ? LINE : 0);
	int64_t lacking;

	if (from->cut.hyphen && to->cut.hyphen)
		cost += HYPHENS;
	if (to->forced && !even)
		return cost;
	lacking = lack(breaking, from, to);
	return cost + lacking * lacking * (lacking > SHORT ? 2 : 1);
}

/* The first spot from which a line reaches spot `at`, the last but one if all
 * are too wide; `last` is that of the spot before, which is near it. */
static size_t first_from(const struct breaking *breaking, size_t at,
			 size_t last)
{
	const struct spot *spots = breaking->spots;
	const int64_t least = spots[at].end - breaking->form->measure;
	size_t from = spots[at - 1].forced ? at - 1 : last;

	while (from + 1 < at && spots[from].start < least)
		from++;
	while (!spots[from].forced && spots[from - 1].start >= least)
		from--;
	return from;
}

/* Whether also a short line may be the best that ends at a spot. */
static bool looks_at_all(const struct breaking *breaking, const struct spot *to)
{
	return to->forced || breaking->trial == TRIAL_LETTERS;
}

/*
 * Find the best line from `first` or later that ends at a spot.  One less than
 * half as long as the longest is never the best, but at the end, or lest a
 * number is parted.
 */
static void choose(struct breaking *breaking, size_t at, size_t first)
{
	struct spot *to = &breaking->spots[at];
	const int64_t most =
		breaking->spots[first].start + breaking->form->measure / 2;
	const bool all = looks_at_all(breaking, to);

	for (size_t i = first; i < at; i++) {
		const struct spot *from = &breaking->spots[i];
		const bool over =
			to->end - from->start > breaking->form->measure;
		int64_t cost = from->cost;

		if (!all && i > first && from->start > most)
			break;
		/* the line itself costs something, too */
		if (i > first && cost + to->price >= to->cost)
			continue;
		cost += over ? OVERFULL : line_cost(breaking, from, to);
		if (i > first && cost >= to->cost)
			continue;
		to->cost = cost;
		to->from = i;
	}
}

/* Whether the best way has a line that lacks too much, or is overfull. */
static bool is_poor(const struct breaking *breaking, bool *overfull)
{
	bool poor = false;

	*overfull = false;
	for (size_t at = breaking->count - 1; at > 0;
	     at = breaking->spots[at].from) {
		const struct spot *to = &breaking->spots[at];
		const int64_t lacking =
			lack(breaking, &breaking->spots[to->from], to);

		*overfull = *overfull || lacking < 0;
		poor = poor || (lacking > SHORT && !to->forced);
	}
	return poor || *overfull;
}

/* Try harder as long as the result is poor. */
static void solve(struct breaking *breaking)
{
	for (enum trial trial = TRIAL_WORDS; trial <= TRIAL_LETTERS; trial++) {
		bool overfull;

		breaking->trial = trial;
		collect(breaking);
		for (size_t i = 1, first = 0; i < breaking->count; i++) {
			first = first_from(breaking, i, first);
			choose(breaking, i, first);
		}
		if (!is_poor(breaking, &overfull))
			return;
		if (!overfull &&
		    (trial == TRIAL_HYPHENS || breaking->form->even))
			return;
	}
}

void breaks_find(struct cuts *cuts, const struct pieces *pieces,
		 const struct press *press, const struct paragraph_form *form)
{
	struct breaking breaking = {
		.pieces = pieces,
		.press = press,
		.form = form,
		.space = canvas_width(press->canvas, &form->style->font, " ",
				      1) +
			 1,
	};
	size_t left = 0;

	if (pieces->count == 0)
		return;
	solve(&breaking);
	for (size_t at = breaking.count - 1; at > 0;
	     at = breaking.spots[at].from)
		left++;
	cuts->count = left;
	cuts->list = mem_alloc(left * sizeof(*cuts->list));
	for (size_t at = breaking.count - 1; at > 0;
	     at = breaking.spots[at].from)
		cuts->list[--left] = breaking.spots[at].cut;
	free(breaking.spots);
}

void cuts_clear(struct cuts *cuts)
{
	free(cuts->list);
	*cuts = (struct cuts){ 0 };
}
