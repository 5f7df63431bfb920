/*
 * multiply TIMES FROM TO - an assessment with so many times its indicators.
 *
 * Every indicator keeps its figures, its grade and their trace, and gets an id
 * of its own.  With TIMES 1 it is read and written as it is: what that takes
 * is what an assessment of its size takes.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lib/msg.h"
#include "lib/text.h"
#include "model/assessment.h"

static const char *new_id(struct assessment *assessment, const char *id,
			  size_t turn)
{
	struct text text = { 0 };
	const char *made;

	text_printf(&text, "%s.%zu", id, turn);
	made = arena_strdup(&assessment->arena, text_string(&text));
	text_clear(&text);
	return made;
}

static void multiply(struct assessment *assessment, size_t times)
{
	const size_t count = assessment->indicator_count;
	struct assessed_indicator *all =
		arena_alloc(&assessment->arena, count * times * sizeof(*all));

	for (size_t turn = 0; turn < times; turn++)
		for (size_t i = 0; i < count; i++) {
			struct assessed_indicator *made =
				&all[turn * count + i];

			*made = assessment->indicators[i];
			if (turn > 0)
				made->id = new_id(assessment, made->id, turn);
		}
	assessment->indicators = all;
	assessment->indicator_count = count * times;
}

int main(int argc, char **argv)
{
	struct assessment assessment = { 0 };
	struct text why = { 0 };
	bool ok = false;

	msg_start("multiply");
	if (argc == 4 && assessment_load(&assessment, argv[2], &why)) {
		const size_t times = strtoul(argv[1], NULL, 10);

		if (times > 1)
			multiply(&assessment, times);
		printf("%zu\n", assessment.indicator_count);
		ok = assessment_save(&assessment, argv[3], &why);
	}
	if (!ok)
		(void)fprintf(stderr, "multiply: failed. %s\n",
			      text_string(&why));
	assessment_clear(&assessment);
	text_clear(&why);
	return ok ? 0 : 70;
}
