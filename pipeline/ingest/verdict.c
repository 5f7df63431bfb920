#include "ingest/verdict.h"

#include "ingest/intake.h"
#include "lib/lang.h"
#include "lib/msg.h"

/* The rows of all files that were used or rejected. */
struct outcome_of_rows {
	long used;
	long rejected;
};

static struct outcome_of_rows count_rows(const struct facts *facts)
{
	struct outcome_of_rows rows = { 0 };

	for (size_t i = 0; i < facts->file_count; i++) {
		rows.used += facts->files[i].used;
		rows.rejected += facts->files[i].rejected;
	}
	return rows;
}

/*
 * An export that went wrong is often one without rows: figures made of it
 * would be missing, and a red goal green, without a word.
 */
static bool has_rows(const struct profile *profile, struct outcome_of_rows rows)
{
	if (rows.used + rows.rejected > 0 || profile->may_be_empty)
		return true;
	msg_at(OUTCOME_REFUSED, profile_place(profile),
	       _("no row of the source is used; export it anew, or declare "
		 "may_be_empty = true if that is as it should be"));
	return false;
}

static bool is_within(const struct profile *profile,
		      struct outcome_of_rows rows)
{
	if (rows.rejected <= profile->reject_limit)
		return true;
	msg_at(OUTCOME_REFUSED, profile_place(profile),
	       PLURAL("%ld row is rejected, but %ld may be "
		      "(reject_limit): nothing of the source is used",
		      "%ld rows are rejected, but %ld may be "
		      "(reject_limit): nothing of the source is used",
		      rows.rejected),
	       rows.rejected, profile->reject_limit);
	return false;
}

bool verdict_tell(const struct intake *intake)
{
	const struct profile *profile = intake->profile;
	const struct outcome_of_rows rows = count_rows(intake->facts);
	bool over = rows.rejected > profile->reject_limit;

	rejects_tell(&intake->rejects, intake->rejects.whole || over
					       ? OUTCOME_REFUSED
					       : OUTCOME_NOTED);
	return is_within(profile, rows) && !intake->rejects.whole &&
	       has_rows(profile, rows) &&
	       control_prove(&intake->control, profile);
}
