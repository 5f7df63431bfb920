/*
 * principle - a rule as its author put it in words, grade by grade.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/principle.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

static void refuse_rule(const struct assessment *assessment,
			const struct template_part *part)
{
	struct text known = { 0 };

	for (size_t i = 0; i < assessment->rule_count; i++)
		text_printf(&known, "%s%s", i > 0 ? ", " : "",
			    assessment->rules[i].version.id);
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("no rule is called \"%s\"; the rules have: %s"), part->of,
	       text_string(&known));
	text_clear(&known);
}

/* A row that nothing is said about cannot be printed in words. */
static bool prove_words(const struct assessed_rule *rule)
{
	bool sound = true;

	for (size_t i = 0; i < rule->row_count; i++) {
		if (rule->rows[i].says)
			continue;
		msg_at(OUTCOME_MISCONFIGURED,
		       (struct place){ .file = rule->version.file,
				       .line = rule->version.line },
		       _("row %d of the rule \"%s\" is to be printed in words "
			 "but has none; add says = \"...\""),
		       rule->rows[i].row, rule->version.id);
		sound = false;
	}
	return sound;
}

/* The grade's symbol begins the paragraph: a list would mark it twice. */
static void add_row(struct composition *composition,
		    const struct assessed_rule *rule,
		    const struct assessed_rule_row *row, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	struct assessed_grade grade = { .scale = rule->scale,
					.grade = row->grade,
					.missing = row->missing };
	struct block *paragraph = blocks_add(into, arena, BLOCK_PARAGRAPH);

	runs_add_assessed(&paragraph->runs, composition, &grade);
	paragraph->runs.list[0].strong = true;
	runs_add_break(&paragraph->runs, arena);
	runs_add(&paragraph->runs, arena, row->says);
}

/* Which rule it is, and if it is a function that nothing is proved of it. */
static void add_source(struct composition *composition,
		       const struct assessed_rule *rule, struct blocks *into)
{
	struct text source = { 0 };
	struct text version = { 0 };

	print_count(&version, composition->words, rule->version.number);
	words_fill(&source, composition->words,
		   rule->function ? WORD_PRINCIPLE_FUNCTION
				  : WORD_PRINCIPLE_SOURCE,
		   (struct filling[]){ { "rule", rule->version.id },
				       { "version", version.at },
				       { 0 } });
	blocks_add_words(into, composition_arena(composition), BLOCK_NOTE,
			 source.at);
	text_clear(&version);
	text_clear(&source);
}

void principle_add_functions(struct composition *composition,
			     struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;

	for (size_t i = 0; i < assessment->rule_count; i++)
		if (assessment->rules[i].function)
			add_source(composition, &assessment->rules[i], into);
}

void principle_compose(struct composition *composition,
		       const struct template_part *part, struct blocks *into)
{
	const struct assessed_rule *rule =
		assessment_rule(composition->assessment, part->of);
	struct arena *arena = composition_arena(composition);
	struct blocks content = { 0 };

	if (!rule) {
		refuse_rule(composition->assessment, part);
		return;
	}
	if (!prove_words(rule))
		return;
	if (rule->about) {
		blocks_add_words(&content, arena, BLOCK_PARAGRAPH, rule->about);
		content.list[0].runs.list[0].strong = true;
	}
	for (size_t i = 0; i < rule->row_count; i++)
		add_row(composition, rule, &rule->rows[i], &content);
	add_source(composition, rule, &content);
	block_fill(blocks_add(into, arena, BLOCK_BOX), &content);
}
