#include "ingest/verdict.h"

#include "ingest/intake.h"
#include "lib/lang.h"
#include "lib/msg.h"

/*
 * An export that went wrong is often one without rows: figures made of it
 * would be missing, and a red goal green, without a word.
 */
static bool has_rows(const struct profile *profile,
		     const struct facts_file *sum)
{
	if (sum->used + sum->rejected > 0 || profile->may_be_empty)
		return true;
	msg_at(OUTCOME_REFUSED, profile_place(profile),
	       _("no row of the source is used; export it anew, or declare "
		 "may_be_empty = true if that is as it should be"));
	return false;
}

static bool is_within(const struct profile *profile,
		      const struct facts_file *sum)
{
	if (sum->rejected <= profile->reject_limit)
		return true;
	msg_at(OUTCOME_REFUSED, profile_place(profile),
	       PLURAL("%ld row is rejected, but %ld may be "
		      "(reject_limit): nothing of the source is used",
		      "%ld rows are rejected, but %ld may be "
		      "(reject_limit): nothing of the source is used",
		      sum->rejected),
	       sum->rejected, profile->reject_limit);
	return false;
}

bool verdict_tell(const struct intake *intake)
{
	const struct profile *profile = intake->profile;
	const struct facts_file sum = facts_sum(intake->facts);
	bool over = sum.rejected > profile->reject_limit;

	rejects_tell(&intake->rejects, intake->rejects.whole || over
					       ? OUTCOME_REFUSED
					       : OUTCOME_NOTED);
	return is_within(profile, &sum) && !intake->rejects.whole &&
	       has_rows(profile, &sum) &&
	       control_prove(&intake->control, profile);
}
