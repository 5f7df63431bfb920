#include "compose/tally.h"

#include <string.h>

#include "compose/composition.h"
#include "compose/print.h"
#include "compose/words.h"
#include "lib/text.h"

static void count_one(struct tally *tally,
		      const struct assessed_indicator *indicator)
{
	const struct assessed_grade *grade = grade_that_counts(
		indicator->grades, indicator->grade_count, WHEN_NOW);
	const struct scale *scale = tally->scale;

	tally->total++;
	if (grade && grade->grade && strcmp(grade->scale, scale->id) == 0)
		for (size_t i = 0; i < scale->grade_count; i++)
			if (strcmp(scale->grades[i].id, grade->grade) == 0) {
				tally->counts[i]++;
				return;
			}
	tally->none++;
}

struct tally tally_of(const struct assessment *assessment,
		      const struct scale *scale, const char *goal,
		      struct arena *arena)
{
	struct tally tally = { .scale = scale };

	tally.counts =
		arena_alloc(arena, scale->grade_count * sizeof(*tally.counts));
	for (size_t i = 0; i < assessment->indicator_count; i++)
		if (!goal ||
		    indicator_is_under(&assessment->indicators[i], goal))
			count_one(&tally, &assessment->indicators[i]);
	return tally;
}

const struct scale *tally_scale(const struct assessment *assessment)
{
	for (size_t i = 0; i < assessment->indicator_count; i++) {
		const struct assessed_indicator *indicator =
			&assessment->indicators[i];
		const struct assessed_grade *grade = grade_that_counts(
			indicator->grades, indicator->grade_count, WHEN_NOW);

		if (grade)
			return scale_lookup(&assessment->scales, grade->scale);
	}
	return NULL;
}

static void print_part(struct text *text, const struct words *words, long count,
		       const char *label)
{
	if (count == 0)
		return;
	if (text->len > 0)
		text_add(text, ", ");
	print_count(text, words, count);
	text_add_char(text, ' ');
	text_add(text, words_counted(words, label, count));
}

void tally_print(struct text *text, const struct words *words,
		 const struct tally *tally)
{
	struct text list = { 0 };

	for (size_t i = 0; i < tally->scale->grade_count; i++)
		print_part(&list, words, tally->counts[i],
			   tally->scale->grades[i].label);
	print_part(&list, words, tally->none, words_at(words, WORD_GRADE_NONE));
	text_add(text, text_string(&list));
	text_clear(&list);
}
