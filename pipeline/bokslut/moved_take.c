#include <string.h>

#include "bokslut/explain_grade.h"
#include "bokslut/moved.h"
#include "lib/text.h"
#include "model/assessment.h"

#define BIT(cause) (1U << (cause))

/* What moves figures: never a template, a text or a state. */
#define FIGURES                                                                \
	(BIT(CAUSE_DATA) | BIT(CAUSE_REGISTER) | BIT(CAUSE_RULE) |             \
	 BIT(CAUSE_PROGRAM))

/* A revision as it is taken apart. */
struct taking {
	struct things *things;
	struct arena *arena;
	struct assessment assessment;
};

void moved_add(struct things *things, struct arena *arena, struct thing thing)
{
	things->list = arena_grow(arena, things->list, things->count,
				  sizeof(*things->list));
	things->list[things->count++] = thing;
}

static const char *keep(struct taking *taking, struct text *text)
{
	const char *kept = arena_strdup(taking->arena, text_string(text));

	text_clear(text);
	return kept;
}

static void add_sources(struct taking *taking, struct names *names,
			const struct assessed_figure *figure)
{
	for (size_t i = 0; i < figure->from_count; i++) {
		const char *source = figure->from[i].source;

		if (source && !names_has(names, source))
			names_add(names, taking->arena,
				  arena_strdup(taking->arena, source));
	}
}

/* A thing without its part: of an indicator, a goal, a row. */
static struct thing thing_of(struct taking *taking, enum moved_kind kind,
			     const char *id, const char *name)
{
	return (struct thing){
		.kind = kind,
		.id = arena_strdup(taking->arena, id),
		.name = arena_strdup(taking->arena, name ? name : id),
		.may = FIGURES,
	};
}

static void take_figure(struct taking *taking, struct thing thing,
			const char *part, const struct assessed_figure *figure,
			const char *quantity)
{
	struct text says = { 0 };

	explain_add_figure(&says, &taking->assessment, &figure->figure,
			   quantity_lookup(&taking->assessment.quantities,
					   quantity));
	thing.part = part;
	thing.says = keep(taking, &says);
	add_sources(taking, &thing.sources, figure);
	moved_add(taking->things, taking->arena, thing);
}

static void take_grades(struct taking *taking, struct thing thing,
			const struct assessed_grade *grades, size_t count)
{
	static const struct {
		enum when when;
		const char *name;
	} times[] = { { WHEN_NOW, "now" }, { WHEN_YEAR_END, "year-end" } };

	thing.kind = MOVED_GRADE;
	for (size_t i = 0; i < COUNT_OF(times); i++) {
		const struct assessed_grade *grade =
			grade_that_counts(grades, count, times[i].when);

		if (!grade)
			continue;
		thing.part = times[i].name;
		thing.says =
			arena_strdup(taking->arena,
				     explain_label(&taking->assessment, grade));
		thing.rule =
			arena_strdup(taking->arena, grade->origin == ORIGIN_RULE
							    ? grade->sha256
							    : NULL);
		moved_add(taking->things, taking->arena, thing);
	}
}

static void take_indicator(struct taking *taking,
			   const struct assessed_indicator *indicator)
{
	struct thing thing =
		thing_of(taking, MOVED_VALUE, indicator->id, indicator->name);
	struct thing target = thing;
	struct thing grade = thing;

	take_figure(taking, thing, "value", &indicator->value,
		    indicator->quantity);
	take_figure(taking, thing, "forecast", &indicator->forecast,
		    indicator->quantity);
	target.part = "target";
	target.says =
		arena_strdup(taking->arena, indicator->target_text
						    ? indicator->target_text
						    : "");
	moved_add(taking->things, taking->arena, target);
	if (indicator->named)
		take_figure(taking, thing, "named", indicator->named,
			    indicator->quantity);
	if (indicator->due)
		take_figure(taking, thing, "due", indicator->due,
			    indicator->quantity);
	if (indicator->comment) {
		target.kind = MOVED_TEXT;
		target.part = "comment";
		target.says = arena_strdup(taking->arena, indicator->comment);
		moved_add(taking->things, taking->arena, target);
	}
	add_sources(taking, &grade.sources, &indicator->value);
	add_sources(taking, &grade.sources, &indicator->forecast);
	take_grades(taking, grade, indicator->grades, indicator->grade_count);
}

static void take_row(struct taking *taking,
		     const struct assessed_statement *statement,
		     const struct assessed_row *row)
{
	struct thing thing =
		thing_of(taking, MOVED_VALUE,
			 arena_printf(taking->arena, "%s/%s%s", statement->id,
				      row->unit, row->total ? "/total" : ""),
			 row->name);

	take_figure(taking, thing, "budget", &row->budget, statement->quantity);
	take_figure(taking, thing, "outcome", &row->outcome,
		    statement->quantity);
	take_figure(taking, thing, "forecast", &row->forecast,
		    statement->quantity);
	take_figure(taking, thing, "deviation", &row->deviation,
		    statement->quantity);
}

static void take_record(struct taking *taking, const struct record *record)
{
	struct thing thing =
		thing_of(taking, MOVED_TEXT, record->id, record->id);

	for (size_t i = 0; i < record->field_count; i++) {
		thing.part =
			arena_strdup(taking->arena, record->fields[i].name);
		thing.says =
			arena_strdup(taking->arena, record->fields[i].text);
		moved_add(taking->things, taking->arena, thing);
	}
}

static void take_all(struct taking *taking)
{
	const struct assessment *from = &taking->assessment;

	for (size_t i = 0; i < from->indicator_count; i++)
		take_indicator(taking, &from->indicators[i]);
	for (size_t i = 0; i < from->goal_count; i++)
		take_grades(taking,
			    thing_of(taking, MOVED_GRADE, from->goals[i].id,
				     from->goals[i].name),
			    from->goals[i].grades, from->goals[i].grade_count);
	for (size_t i = 0; i < from->statement_count; i++)
		for (size_t j = 0; j < from->statements[i].row_count; j++)
			take_row(taking, &from->statements[i],
				 &from->statements[i].rows[j]);
	for (size_t i = 0; i < from->record_count; i++)
		take_record(taking, &from->records[i]);
}

bool moved_take(struct things *things, struct arena *arena, const char *folder,
		struct text *why)
{
	struct taking taking = { .things = things, .arena = arena };
	bool ok = assessment_load(
		&taking.assessment,
		arena_printf(arena, "%s/assessment.xml", folder), why);

	if (ok)
		take_all(&taking);
	assessment_clear(&taking.assessment);
	return ok && moved_take_words(things, arena, folder, why);
}
