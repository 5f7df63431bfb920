/*
 * body - the template's elements, one after the other.
 */
#include <string.h>

#include "compose/changes.h"
#include "compose/composition.h"
#include "compose/ids.h"
#include "compose/requirements.h"
#include "compose/selection.h"
#include "lib/lang.h"

/* By enum part_kind; what has none is laid out here. */
static compose_part *const composers[] = {
	[PART_TEXT] = text_compose,
	[PART_PRINCIPLE] = principle_compose,
	[PART_STATUS] = status_compose,
	[PART_GOALS] = goals_compose,
	[PART_INDICATORS] = indicators_compose,
	[PART_FOLLOW_UP] = follow_up_compose,
	[PART_HISTORY] = history_compose,
	[PART_INDICATOR_COMMENTS] = comments_compose,
	[PART_INDICATOR_PAGES] = pages_compose,
	[PART_DECISIONS] = decisions_compose,
	[PART_RISK_MATRIX] = risk_matrix_compose,
	[PART_RISKS] = risks_compose,
	[PART_RISK_CONTROLS] = risk_controls_compose,
	[PART_CHECKLIST] = checklist_compose,
	[PART_CHECKLIST_UNITS] = checklist_units_compose,
	[PART_CHECKLIST_ACTIONS] = checklist_actions_compose,
	[PART_KEY_FIGURES] = key_figures_compose,
	[PART_OPERATING_STATEMENT] = operating_compose,
	[PART_DEVIATIONS] = deviations_compose,
	[PART_CHANGES] = changes_compose,
	[PART_COMPLETENESS] = completeness_compose,
	[PART_CORRECTIONS] = corrections_compose,
	[PART_REQUIREMENTS] = requirements_compose,
	[PART_RECORDS] = record_table_compose,
	[PART_ACTIVITIES] = activities_compose,
	[PART_CHART] = indicator_chart_compose,
	[PART_SIGNATURES] = signatures_compose,
	[PART_APPENDICES] = appendices_compose,
};

static void add_parts(struct composition *composition,
		      const struct template_part *parent, struct blocks *into);

static void add_section(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	struct block section = { .kind = BLOCK_SECTION,
				 .new_page = part->new_page };
	struct blocks content = { 0 };

	runs_add(&section.runs, arena, part->title);
	composition->sections++;
	if (composition->sections == REPORT_LEVELS + 1)
		msg_at(OUTCOME_MISCONFIGURED, part->place,
		       _("this is a heading of the seventh level, and a report "
			 "has six; move it up"));
	add_parts(composition, part, &content);
	composition->sections--;
	block_fill(&section, &content);
	*blocks_add(into, arena, BLOCK_SECTION) = section;
}

/* On which pages the tables of these blocks stand, if the template says so. */
static void turn_tables(const struct template_part *part, struct block *blocks,
			size_t count)
{
	if (!part->landscape)
		return;
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].table)
			blocks[i].table->landscape =
				strcmp(part->landscape, "yes") == 0
					? LANDSCAPE_YES
					: LANDSCAPE_NO;
		turn_tables(part, blocks[i].blocks, blocks[i].block_count);
	}
}

/* An element that selects sees nothing else of the assessment. */
static void add_selected(struct composition *composition,
			 const struct template_part *part, struct blocks *into)
{
	const struct assessment *whole = composition->assessment;
	const size_t before = into->count;
	struct assessment selected;

	if (selection_is_made(part)) {
		if (!selection_make(&selected, composition, part))
			return;
		composition->assessment = &selected;
	}
	composers[part->kind](composition, part, into);
	turn_tables(part, into->list + before, into->count - before);
	composition->assessment = whole;
}

static void add_part(struct composition *composition,
		     const struct template_part *part, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);

	switch (part->kind) {
	case PART_COVER:
		blocks_add(into, arena, BLOCK_COVER);
		break;
	case PART_CONTENTS:
		blocks_add(into, arena, BLOCK_CONTENTS)->depth = part->depth;
		break;
	case PART_SECTION:
		add_section(composition, part, into);
		break;
	default:
		add_selected(composition, part, into);
	}
}

static void add_parts(struct composition *composition,
		      const struct template_part *parent, struct blocks *into)
{
	for (size_t i = 0; i < parent->part_count; i++)
		add_part(composition, &parent->parts[i], into);
}

void body_compose(struct composition *composition,
		  const struct template *template)
{
	struct report *report = composition->report;
	struct blocks body = { 0 };

	composition->root = &template->root;
	corrections_prove_place(composition, template);
	requirements_prove(&template->root);
	add_parts(composition, &template->root, &body);
	report->blocks = body.list;
	report->block_count = body.count;
	ids_give(report);
	changes_mark(composition);
	ids_prove(report, composition->links, composition->link_count);
}
