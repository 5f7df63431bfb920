/*
 * status - how it went at a glance: a chart and a sentence of how many
 * indicators have which grade, and a line for each goal.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "compose/tally.h"
#include "compose/words.h"
#include "lib/lang.h"
#include "lib/text.h"

static const struct scale *find_scale(const struct assessment *assessment,
				      const struct template_part *part)
{
	const struct scales *scales = &assessment->scales;
	const struct scale *scale = scale_lookup(scales, part->of);
	struct text known = { 0 };

	if (scale)
		return scale;
	for (size_t i = 0; i < scales->count; i++)
		text_printf(&known, "%s%s", i > 0 ? ", " : "",
			    scales->list[i].id);
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("no scale is called \"%s\"; the rules have: %s"), part->of,
	       text_string(&known));
	text_clear(&known);
	return NULL;
}

/* Add a word with the counts of `tally`; `goal` may be NULL. */
static void add_counts(struct text *text, const struct words *words,
		       enum word word, const struct tally *tally,
		       const char *goal)
{
	struct text counts = { 0 };
	struct text total = { 0 };

	tally_print(&counts, words, tally);
	print_count(&total, words, tally->total);
	words_fill(text, words, word,
		   (struct filling[]){ { "counts", text_string(&counts) },
				       { "total", total.at },
				       { "goal", goal ? goal : "" },
				       { 0 } });
	text_clear(&total);
	text_clear(&counts);
}

static void add_bar(struct chart *chart, struct composition *composition,
		    const struct grade *grade, long count)
{
	struct arena *arena = composition_arena(composition);
	const struct words *words = composition->words;
	struct text print = { 0 };
	struct chart_bar *bar;

	if (count == 0)
		return;
	chart->bars = arena_grow(arena, chart->bars, chart->bar_count,
				 sizeof(*chart->bars));
	bar = &chart->bars[chart->bar_count++];
	print_count(&print, words, count);
	*bar = (struct chart_bar){
		.label = arena_strdup(arena, words_counted(words, grade->label,
							   count)),
		.print = arena_strdup(arena, print.at),
		.value = decimal_of(count),
		.colour = arena_strdup(arena, grade->colour),
		.symbol = arena_strdup(arena, grade->symbol),
	};
	text_clear(&print);
}

/* "18 av 25 indikatorer är gröna": the best grade is what is asked for. */
static char *chart_title(struct composition *composition,
			 const struct tally *tally)
{
	const struct words *words = composition->words;
	const char *label = tally->scale->grades[0].label;
	struct text count = { 0 };
	struct text total = { 0 };
	struct text title = { 0 };
	char *kept;

	print_count(&count, words, tally->counts[0]);
	print_count(&total, words, tally->total);
	words_fill(&title, words, WORD_STATUS_TITLE,
		   (struct filling[]){
			   { "count", count.at },
			   { "total", total.at },
			   { "grade",
			     words_counted(words, label, tally->counts[0]) },
			   { 0 } });
	kept = arena_strdup(composition_arena(composition), title.at);
	text_clear(&title);
	text_clear(&total);
	text_clear(&count);
	return kept;
}

static void add_chart(struct composition *composition,
		      const struct tally *tally, struct blocks *into)
{
	struct grade none = {
		.label = words_at(composition->words, WORD_GRADE_NONE),
		.symbol = "ring",
		.colour = "#595959",
	};
	struct arena *arena = composition_arena(composition);
	struct block *block = blocks_add(into, arena, BLOCK_CHART);
	struct chart *chart = arena_alloc(arena, sizeof(*chart));
	struct text alt = { 0 };

	block->id = "status";
	block->chart = chart;
	chart->kind = CHART_STACK;
	chart->title = chart_title(composition, tally);
	add_counts(&alt, composition->words, WORD_STATUS_ALT, tally, NULL);
	chart->alt = arena_strdup(arena, alt.at);
	for (size_t i = 0; i < tally->scale->grade_count; i++)
		add_bar(chart, composition, &tally->scale->grades[i],
			tally->counts[i]);
	add_bar(chart, composition, &none, tally->none);
	text_clear(&alt);
}

static void add_goals(struct composition *composition,
		      const struct scale *scale, struct block *list)
{
	const struct assessment *assessment = composition->assessment;
	struct arena *arena = composition_arena(composition);
	struct blocks items = { 0 };

	for (size_t i = 0; i < assessment->goal_count; i++) {
		const struct assessed_goal *goal = &assessment->goals[i];
		struct tally tally =
			tally_of(assessment, scale, goal->id, arena);
		struct blocks item = { 0 };
		struct text line = { 0 };

		if (tally.total == 0)
			continue;
		add_counts(&line, composition->words, WORD_STATUS_GOAL, &tally,
			   goal->name);
		blocks_add_words(&item, arena, BLOCK_PARAGRAPH, line.at);
		block_fill(blocks_add(&items, arena, BLOCK_ITEM), &item);
		text_clear(&line);
	}
	block_fill(list, &items);
}

void status_compose(struct composition *composition,
		    const struct template_part *part, struct blocks *into)
{
	const struct assessment *assessment = composition->assessment;
	const struct scale *scale = find_scale(assessment, part);
	struct arena *arena = composition_arena(composition);
	struct text sentence = { 0 };
	struct block list = { .kind = BLOCK_LIST };
	struct tally tally;

	if (!scale)
		return;
	tally = tally_of(assessment, scale, NULL, arena);
	if (tally.total == 0) {
		blocks_add_words(into, arena, BLOCK_PARAGRAPH,
				 words_at(composition->words,
					  WORD_STATUS_NONE));
		return;
	}
	add_counts(&sentence, composition->words, WORD_STATUS_TOTAL, &tally,
		   NULL);
	blocks_add_words(into, arena, BLOCK_PARAGRAPH, sentence.at);
	text_clear(&sentence);
	add_chart(composition, &tally, into);
	add_goals(composition, scale, &list);
	if (list.block_count > 0)
		*blocks_add(into, arena, BLOCK_LIST) = list;
}
