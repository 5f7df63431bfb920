#include "ingest/control.h"

#include "ingest/intake.h"
#include "ingest/row.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

void control_start(struct control *control, struct arena *arena,
		   const struct profile *profile)
{
	control->sums = arena_alloc(arena, profile->control_count *
						   sizeof(*control->sums));
}

void control_add(struct control *control, const struct row *row)
{
	const struct profile *profile = row->intake->profile;

	for (size_t i = 0; i < profile->control_count; i++) {
		const struct column *column = profile->controls[i].column;
		struct control_sum *sum = &control->sums[i];
		struct decimal number = decimal_of(1);

		if (column)
			number = row->values[column - profile->columns].number;
		if (!decimal_add(&sum->sum, sum->sum, number))
			sum->lost = true;
	}
}

static void tell(const struct control_sum *sum, const struct profile *profile,
		 const struct profile_control *control)
{
	struct place place = { .file = profile->rules_file,
			       .line = control->line,
			       .header = profile->id };
	struct text wanted = { 0 };
	struct text got = { 0 };

	profile_add_number(profile, &wanted, control->wanted);
	profile_add_number(profile, &got, sum->sum);
	if (sum->lost)
		msg_at(OUTCOME_REFUSED, place,
		       _("the sum of \"%s\" is too large to be held against "
			 "its control: nothing of the source is used"),
		       control->column->header);
	else if (control->column)
		msg_at(OUTCOME_REFUSED, place,
		       _("\"%s\" must add up to %s, but the rows used add up "
			 "to %s: nothing of the source is used"),
		       control->column->header, wanted.at, got.at);
	else
		msg_at(OUTCOME_REFUSED, place,
		       _("the rows used must be %s, but they are %s: nothing "
			 "of "
			 "the source is used"),
		       wanted.at, got.at);
	text_clear(&wanted);
	text_clear(&got);
}

bool control_prove(const struct control *control, const struct profile *profile)
{
	bool ok = true;

	for (size_t i = 0; i < profile->control_count; i++) {
		const struct control_sum *sum = &control->sums[i];

		if (!sum->lost &&
		    decimal_compare(sum->sum, profile->controls[i].wanted) == 0)
			continue;
		tell(sum, profile, &profile->controls[i]);
		ok = false;
	}
	return ok;
}
