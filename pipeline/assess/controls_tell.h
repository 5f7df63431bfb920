/*
 * controls_tell - a control that was not met, told and kept.
 */
#ifndef ASSESS_CONTROLS_TELL_H
#define ASSESS_CONTROLS_TELL_H

#include "assess/controls.h"

/* Tell the control as a note, with the place that the figure is from, and
 * take it into the assessment. */
void controls_tell(const struct controlling *controlling,
		   const struct assessed_figure *figure,
		   const struct assessed_control *control);

#endif
