#include "assess/controls_tell.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

#define REGISTER_FILE "input/register/indicators.csv"

/* The line of an export that the figure was made from first. */
static bool place_in_export(struct assessment *assessment,
			    const struct assessed_figure *figure,
			    struct assessed_control *control)
{
	for (size_t i = 0; i < figure->from_count; i++) {
		const struct from *from = &figure->from[i];

		for (size_t n = 0; from->source && n < assessment->source_count;
		     n++) {
			const struct assessed_source *source =
				&assessment->sources[n];

			if (strcmp(source->id, from->source) != 0 ||
			    from->file < 1 ||
			    (size_t)from->file > source->file_count)
				continue;
			control->file = arena_printf(
				&assessment->arena, "input/%s/%s",
				assessment->period,
				source->files[from->file - 1].name);
			control->line = from->first;
			return true;
		}
	}
	return false;
}

static void place_in_register(const struct registry *reg,
			      struct assessed_control *control)
{
	control->file = REGISTER_FILE;
	for (size_t i = 0; i < reg->indicator_count; i++)
		if (strcmp(reg->indicators[i].id, control->id) == 0)
			control->line = reg->indicators[i].line;
}

/* A ratio as the number that it comes to, with two decimals. */
static void add_number(struct text *text, const struct quantity *quantity,
		       const struct figure *figure)
{
	struct decimal number = figure->number;
	struct ratio ratio;

	if (figure->kind == FIGURE_RATIO &&
	    (!quantity_ratio(quantity, figure, &ratio) ||
	     !ratio_round(&number, ratio, 2)))
		return;
	decimal_add_text(text, number);
	if (*quantity->print)
		text_printf(text, " %s", quantity->print);
}

/* Of a date there is no quantity. */
static void add_figure(struct text *text, const struct controlling *controlling,
		       const struct assessed_control *control,
		       const struct figure *figure)
{
	if (figure->kind == FIGURE_DATE)
		date_add_text(text, figure->date);
	else if (figure->kind == FIGURE_YESNO)
		text_add(text, figure->yes ? _("yes") : _("no"));
	else
		add_number(text,
			   quantity_lookup(&controlling->rules->quantities,
					   control->quantity),
			   figure);
}

static void add_sentence(struct text *text,
			 const struct assessed_control *control,
			 const char *value, const char *wanted)
{
	const char *id = control->id;
	const char *unit = control->unit;

	switch (control->kind) {
	case CONTROL_OVER_HUNDRED:
		text_printf(text,
			    _("\"%s\" of \"%s\" is %s, but a share is at most "
			      "%s; mend it, or declare may_exceed = true for "
			      "its quantity"),
			    id, unit, value, wanted);
		return;
	case CONTROL_UNLIKE:
		text_printf(text,
			    _("\"%s\" of \"%s\" is %s beside %s; is one of "
			      "them told in another unit of measure?"),
			    id, unit, value, wanted);
		return;
	case CONTROL_SETTLED:
		text_printf(text,
			    _("\"%s\" of \"%s\" is %s, but %s is forecast for "
			      "the same time"),
			    id, unit, value, wanted);
		return;
	case CONTROL_SPENT:
		text_printf(text,
			    _("\"%s\" of \"%s\" is %s already, beyond the %s "
			      "that are forecast for the whole of the time"),
			    id, unit, value, wanted);
		return;
	case CONTROL_PART:
		text_printf(text,
			    _("\"%s\" of \"%s\" is %s, less than the %s that "
			      "its parts are"),
			    id, unit, value, wanted);
		return;
	case CONTROL_STALE:
		text_printf(text,
			    _("the exports of \"%s\" reach %s, but %s was "
			      "expected"),
			    id, value, wanted);
		return;
	}
}

void controls_tell(const struct controlling *controlling,
		   const struct assessed_figure *figure,
		   const struct assessed_control *control)
{
	struct assessment *assessment = controlling->assessment;
	struct assessed_control *kept;
	struct text value = { 0 };
	struct text wanted = { 0 };
	struct text sentence = { 0 };

	assessment->controls =
		arena_grow(&assessment->arena, assessment->controls,
			   assessment->control_count,
			   sizeof(*assessment->controls));
	kept = &assessment->controls[assessment->control_count++];
	*kept = *control;
	if (!kept->file && !place_in_export(assessment, figure, kept))
		place_in_register(controlling->reg, kept);
	add_figure(&value, controlling, kept, &kept->value);
	add_figure(&wanted, controlling, kept, &kept->wanted);
	add_sentence(&sentence, kept, text_string(&value),
		     text_string(&wanted));
	msg_at(OUTCOME_NOTED,
	       (struct place){ .file = kept->file, .line = kept->line }, "%s",
	       text_string(&sentence));
	text_clear(&sentence);
	text_clear(&wanted);
	text_clear(&value);
}
