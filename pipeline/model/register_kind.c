#include "lib/lang.h"
#include "lib/spelling.h"
#include "model/cell.h"
#include "model/register_read.h"

#define MONTHS 12

/* What one look at a line needs. */
struct kind_reading {
	struct register_reading *reading;
	const struct table_line *line;
};

static struct place fault_of(const struct kind_reading *reading, int header)
{
	return register_fault(reading->reading, &reading->reading->indicators,
			      reading->line, header);
}

static void take_kind(const struct kind_reading *reading,
		      struct indicator *indicator)
{
	static const char *const names[] = {
		[INDICATOR_STOCK] = "läge",
		[INDICATOR_FLOW] = "flöde",
		[INDICATOR_SURVEY] = "enkät",
	};
	const char *cell = table_file_cell(reading->line, INDICATOR_KIND);

	if (!*cell)
		return;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (!spelling_same(cell, names[i]))
			continue;
		indicator->kind = (enum indicator_kind)i;
		return;
	}
	msg_at(OUTCOME_REFUSED, fault_of(reading, INDICATOR_KIND),
	       _("\"%s\" is no kind of indicator; write \"läge\", \"flöde\" or "
		 "\"enkät\""),
	       cell);
}

/* A month's per cent, added to `sum`. */
static bool take_month(const struct kind_reading *reading, const char *cell,
		       struct decimal *month, struct decimal *sum)
{
	const char point = reading->reading->point;

	return cell_number(month, cell, point) == CELL_SOUND &&
	       !decimal_is_negative(*month) && decimal_add(sum, *sum, *month);
}

static void take_phasing(const struct kind_reading *reading,
			 struct indicator *indicator)
{
	struct arena *arena = &reading->reading->reg->arena;
	const char *cell = table_file_cell(reading->line, INDICATOR_PHASING);
	struct decimal *months =
		arena_alloc(arena, MONTHS * sizeof(struct decimal));
	struct decimal sum = decimal_of(0);
	size_t count = 0;
	const char **parts = table_file_parts(arena, cell, &count);
	bool ok = count == MONTHS;

	for (size_t i = 0; ok && i < MONTHS; i++)
		ok = take_month(reading, parts[i], &months[i], &sum);
	indicator->phasing = months;
	if (ok && decimal_compare(sum, decimal_of(100)) == 0)
		return;
	msg_at(OUTCOME_REFUSED, fault_of(reading, INDICATOR_PHASING),
	       _("\"%s\" is no phasing; write twelve per cents from January to "
		 "December with | between them, together 100"),
	       cell);
}

void register_take_kind(struct register_reading *reading,
			const struct table_line *line,
			struct indicator *indicator)
{
	const struct kind_reading kind = { reading, line };

	take_kind(&kind, indicator);
	if (indicator->kind == INDICATOR_FLOW &&
	    indicator->target.figure.kind == FIGURE_YESNO)
		msg_at(OUTCOME_REFUSED, fault_of(&kind, INDICATOR_KIND),
		       _("its target is yes or no, which does not add up over "
			 "the months; write \"läge\""));
	if (!*table_file_cell(line, INDICATOR_PHASING))
		return;
	if (indicator->kind == INDICATOR_FLOW)
		take_phasing(&kind, indicator);
	else
		msg_at(OUTCOME_REFUSED, fault_of(&kind, INDICATOR_PHASING),
		       _("only what adds up over the months has a phasing; "
			 "write \"flöde\" in the column slag"));
}
