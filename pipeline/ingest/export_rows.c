#include "ingest/export_rows.h"

#include "ingest/ahead.h"
#include "ingest/checks.h"
#include "ingest/figures.h"
#include "ingest/intake.h"
#include "ingest/records.h"

/* What is made of the rows besides measures. */
static bool is_kept(const struct intake *intake)
{
	return intake->profile->figures.id || intake->profile->records.kind;
}

static void use_row(struct export *export, const struct csv_row *csv)
{
	struct intake *intake = export->intake;
	struct row *row = &export->row;
	int column = 0;

	if (intake->profile->figures.id)
		figures_take(row);
	if (intake->profile->records.kind && !row->refused)
		records_take(row);
	if (!row->refused && !tally_add(&intake->tally, row, &column))
		row_refuse(row, &intake->profile->columns[column],
			   (struct reject){ .cause = REJECT_SUM });
	if (row->refused)
		return;
	totals_add(&export->totals, row, csv);
	control_add(&intake->control, row);
	export->file.used++;
	showing_take(&intake->showing, row);
}

/* Which rule of the profile leaves out the row, which was read. */
static enum left_out_by reason_of(struct export *export)
{
	struct intake *intake = export->intake;
	struct row *row = &export->row;
	enum tally_use use;

	if (checks_pass_by(row))
		return LEFT_AFTER_CUT_OFF;
	use = tally_look(&intake->tally, row);
	if (use == TALLY_OUTSIDE && !is_kept(intake))
		return LEFT_OUTSIDE;
	if (!row->refused)
		checks_prove(row);
	if (use == TALLY_FILTERED && !row->refused && !is_kept(intake))
		return LEFT_FILTERED;
	if (!row->refused && !keys_take(&intake->keys, row))
		return LEFT_DUPLICATE;
	return LEFT_NOT;
}

/*
 * What is wrong with a row that is left out is no fault: it may be of a unit
 * that was closed before the register's day.
 */
static void take_line(struct export *export, const struct csv_row *csv)
{
	struct intake *intake = export->intake;
	struct row *row = &export->row;
	size_t faults = intake->rejects.count;
	enum left_out_by reason;

	export->footer.whole++;
	export->footer.part++;
	row_read(row, csv);
	reach_take_row(&export->reach, row);
	reason = reason_of(export);
	if (reason != LEFT_NOT) {
		intake->rejects.count = faults;
		if (reason == LEFT_AFTER_CUT_OFF)
			checks_list_late(row);
		totals_add(&export->totals, row, csv);
		export->left_out.rows[reason]++;
		return;
	}
	if (!row->refused && !intake->keys.foregoing)
		use_row(export, csv);
	if (row->refused)
		export->file.rejected++;
}

static void take_header(struct export *export, const struct csv_row *csv)
{
	struct intake *intake = export->intake;

	export->has_header = true;
	export->is_matched =
		columns_match(&export->columns, intake->profile, csv,
			      export->row.shown, &intake->rejects);
	if (export->is_matched)
		ahead_number(export->ahead, &export->columns);
}

/* What stands between the rows and says nothing of its own; false if the row
 * is none of it. */
static bool take_between(struct export *export, const struct csv_row *csv)
{
	const struct profile *profile = export->intake->profile;

	if (totals_is(profile, csv)) {
		export->left_out.rows[LEFT_TOTALS]++;
		totals_check(&export->totals, &export->row, csv);
	} else if (footer_is(profile, csv)) {
		export->left_out.rows[LEFT_FOOTER]++;
		footer_check(&export->footer, &export->row, csv);
		reach_take_footer(&export->reach, profile, csv);
	} else if (columns_repeat(&export->columns, profile, csv)) {
		export->left_out.rows[LEFT_REPEATED]++;
	} else {
		return false;
	}
	return true;
}

void export_take_row(struct export *export, const struct csv_row *csv)
{
	if (row_is_blank(csv))
		return;
	if (!export->has_header) {
		take_header(export, csv);
		return;
	}
	if (!export->is_matched)
		return;
	export->file.rows++;
	if (!take_between(export, csv))
		take_line(export, csv);
}
