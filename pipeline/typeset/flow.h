/*
 * flow - pages filled from the top, with their running matter.
 *
 * Whoever sets something asks for the height that must stand together
 * (flow_need), which begins a new page where it does not fit, and then takes
 * height bit by bit.  Space between things is asked for before and after
 * them; the larger counts, and none at the top of a page.  Pages are begun
 * upright or on their side (landscape), as was said last.
 *
 * The flow borrows what it points to.  Lengths in mpt.
 */
#ifndef TYPESET_FLOW_H
#define TYPESET_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "typeset/canvas.h"
#include "typeset/press.h"

struct report_head;

struct flow {
	struct press press;
	const struct report_head *head;
	int page;             /* the current one's number; 0: none yet */
	int32_t y;            /* where the next thing begins */
	int32_t space;        /* wanted above it */
	bool landscape;       /* the current page is */
	bool wants_landscape; /* the page of the next thing is */
	bool over;            /* the next thing begins a page */
	bool bare;            /* nothing stands on the page yet */
	bool banded;          /* what is taken lies on a band of this place: */
	int32_t band_x, band_width;
	int32_t painted; /* how far down the band is painted */
	int *matter;     /* the pages that have running matter */
	size_t matter_count;
};

/* Begin a page; it gets running matter or not (on a cover). */
void flow_page(struct flow *flow, bool matter);

/* What comes stands on landscape pages, or on upright ones. */
void flow_turn(struct flow *flow, bool landscape);

/* The next thing begins a page of its own. */
void flow_break(struct flow *flow);

/* Leave at least this space above the next thing. */
void flow_space(struct flow *flow, int32_t space);

/*
 * Make sure that `height` fits below the space wanted, and leave that space;
 * then flow->y is where the next thing begins.  Whether a page was begun.  On
 * a bare page nothing more can be done: then it may not fit.
 */
bool flow_need(struct flow *flow, int32_t height);

/* What is left of the page; the height of one as what comes stands on. */
int32_t flow_room(const struct flow *flow);
int32_t flow_full(const struct flow *flow);

/*
 * Paint the band behind the next `height`, for what is drawn there before it
 * is taken.
 */
void flow_paint(struct flow *flow, int32_t height);

/* Take height for a thing: where it begins. */
int32_t flow_take(struct flow *flow, int32_t height);

/* All pages are there: draw their running matter. */
void flow_end(struct flow *flow);

#endif
