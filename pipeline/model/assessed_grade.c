#include "model/assessed_grade.h"

const struct assessed_grade *grade_that_counts(
	const struct assessed_grade *list, size_t count, enum when when)
{
	const struct assessed_grade *counts = NULL;

	for (size_t i = 0; i < count; i++)
		if (list[i].when == when &&
		    (!counts || list[i].origin == ORIGIN_OVERRIDE))
			counts = &list[i];
	return counts;
}

const struct assessed_grade *grade_of_rule(const struct assessed_grade *list,
					   size_t count, enum when when)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].when == when && list[i].origin == ORIGIN_RULE)
			return &list[i];
	return NULL;
}

const char *origin_name(enum origin origin)
{
	static const char *const names[] = { "rule", "stated", "override" };

	return names[origin];
}
