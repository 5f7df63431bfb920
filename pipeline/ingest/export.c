#include "ingest/export.h"

#include <assert.h>
#include <string.h>

#include "ingest/checks.h"
#include "ingest/columns.h"
#include "ingest/figures.h"
#include "ingest/footer.h"
#include "ingest/intake.h"
#include "ingest/left_out.h"
#include "ingest/mojibake.h"
#include "ingest/preamble.h"
#include "ingest/reach.h"
#include "ingest/records.h"
#include "ingest/row.h"
#include "ingest/totals.h"
#include "lib/csv_reader.h"
#include "lib/digest.h"
#include "lib/encoding.h"
#include "lib/infile.h"
#include "lib/text.h"
#include "model/exports.h"

/* A file being read. */
struct export
{
	struct intake *intake;
	struct facts_file file;
	struct columns columns;
	bool has_header;
	bool is_matched; /* the header is as the profile says */
	long skipped;    /* lines before the header */
	struct left_out left_out;
	struct totals totals;
	struct footer footer;
	struct reach reach;
	struct row row;
};

/* What is made of the rows besides measures. */
static bool is_kept(const struct intake *intake)
{
	return intake->profile->figures.id || intake->profile->records.kind;
}

static void use_row(struct export *export)
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
	totals_add(&export->totals, row);
	control_add(&intake->control, row);
	export->file.used++;
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
		totals_add(&export->totals, row);
		export->left_out.rows[reason]++;
		return;
	}
	if (!row->refused && !intake->keys.foregoing)
		use_row(export);
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

static void take_row(void *context, const struct csv_row *given)
{
	struct export *export = context;
	struct csv_row csv = *given;

	csv.line += export->skipped;
	csv.last += export->skipped;
	if (row_is_blank(&csv))
		return;
	if (!export->has_header) {
		take_header(export, &csv);
		return;
	}
	if (!export->is_matched)
		return;
	export->file.rows++;
	if (!take_between(export, &csv))
		take_line(export, &csv);
}

/* A note, or what refuses the whole file. */
static void tell_file(struct export *export, struct reject reject)
{
	reject.place.file = export->row.shown;
	rejects_add(&export->intake->rejects, reject);
}

/* Not before the header: that a title is unreadable harms nobody. */
static void note_mojibake(struct export *export, const struct csv_source *csv)
{
	static const enum reject_cause notes[] = {
		[MOJIBAKE_UTF8] = NOTE_UTF8, [MOJIBAKE_DOS] = NOTE_DOS
	};
	struct mojibake found[MOJIBAKE_KINDS];

	mojibake_find(found, csv->bytes, csv->len);
	for (size_t i = 0; i < MOJIBAKE_KINDS; i++)
		if (found[i].count > 0)
			tell_file(export, (struct reject){
						  .cause = notes[i],
						  .place.line = found[i].line +
								export->skipped,
						  .value = found[i].letter,
						  .hint = found[i].sign,
						  .a = found[i].count,
						  .b = found[i].character });
}

static void read_rows(struct export *export, const struct csv_source *source)
{
	struct csv_fault fault = { 0 };

	note_mojibake(export, source);
	if (!csv_read(source, take_row, export, &fault))
		tell_file(export,
			  (struct reject){ .cause = REJECT_QUOTING,
					   .place.line = fault.row_line +
							 export->skipped,
					   .hint = fault.what });
	else if (!export->has_header)
		tell_file(export,
			  (struct reject){ .cause = REJECT_NO_HEADER,
					   .place.line = export->skipped + 1 });
}

static void read_utf8(struct export *export, const struct text *utf8)
{
	const struct profile *profile = export->intake->profile;
	struct preamble preamble = preamble_of(profile, utf8);
	const struct csv_source source = {
		.bytes = text_string(utf8) + preamble.bytes,
		.len = utf8->len - preamble.bytes,
		.delimiter = profile->separator,
	};

	export->skipped = preamble.lines;
	reach_take_preamble(&export->reach, profile, text_string(utf8),
			    preamble.bytes);
	if (preamble.ended || !profile->header_at || utf8->len == 0)
		read_rows(export, &source);
	else
		tell_file(export,
			  (struct reject){ .cause = REJECT_HEADER_AT,
					   .hint = profile->header_at });
}

static void read_bytes(struct export *export, const struct text *bytes)
{
	enum encoding encoding = export->intake->profile->encoding;
	const char *wanted =
		encoding == ENCODING_AUTO ? "UTF-8" : encoding_name(encoding);
	struct encoding_fault fault = { 0 };
	struct text utf8 = { 0 };

	if (encoding_to_utf8(&utf8, text_string(bytes), bytes->len, &encoding,
			     &fault))
		read_utf8(export, &utf8);
	else
		tell_file(export, (struct reject){ .cause = REJECT_ENCODING,
						   .place.line = fault.line,
						   .hint = wanted,
						   .a = fault.byte,
						   .b = fault.column,
						   .c = (long)fault.offset });
	export->file.encoding = encoding_name(encoding);
	text_clear(&utf8);
}

/* An export that was taken too early, or of another period, looks like this;
 * what is rejected is told row by row. */
static void note_unused(struct export *export)
{
	rejects_add(&export->intake->rejects,
		    (struct reject){ .cause = NOTE_UNUSED,
				     .place.file = export->row.shown,
				     .a = export->file.rows });
}

static void add_file(struct export *export)
{
	struct facts *facts = export->intake->facts;
	struct facts_file *file = &export->file;
	const struct profile *profile = export->intake->profile;

	if (export->is_matched && file->used == 0 && file->rejected == 0 &&
	    !export->intake->rejects.whole)
		note_unused(export);
	if (export->is_matched && !reach_is_told(&export->reach, profile))
		tell_file(export,
			  (struct reject){ .cause = REJECT_STAMP,
					   .hint = profile->freshness.stamp });
	file->reaches = export->reach.newest;
	left_out_tell(&export->left_out, file, &facts->arena);
	assert(file->rows == file->used + file->left_out + file->rejected);
	facts->files = arena_grow(&facts->arena, facts->files,
				  facts->file_count, sizeof(*facts->files));
	facts->files[facts->file_count++] = *file;
}

/* Make ready what a row is read into. */
static void start(struct export *export, struct arena *arena, const char *name)
{
	struct intake *intake = export->intake;
	struct row *row = &export->row;

	row->intake = intake;
	row->columns = &export->columns;
	row->file = (int)intake->facts->file_count + 1;
	row->shown =
		exports_shown(&intake->rejects.arena, intake->period, name);
	row->values = arena_alloc(arena, intake->profile->column_count *
						 sizeof(*row->values));
	totals_start(&export->totals, arena, intake->profile);
}

/*
 * The file before this one that has the same content, such as "bok (1).csv"
 * beside "bok.csv"; NULL for none.  Exports without rows are all alike.
 */
static const struct facts_file *same_file(const struct export *export)
{
	const struct facts *facts = export->intake->facts;

	for (size_t i = 0; i < facts->file_count; i++)
		if (facts->files[i].rows > 0 &&
		    strcmp(facts->files[i].sha256, export->file.sha256) == 0)
			return &facts->files[i];
	return NULL;
}

static void take_bytes(struct export *export, const struct text *bytes)
{
	struct intake *intake = export->intake;
	const struct facts_file *same = same_file(export);
	const char *shown;

	if (!same) {
		read_bytes(export, bytes);
		return;
	}
	shown = exports_shown(&intake->rejects.arena, intake->period,
			      same->name);
	export->file.encoding = same->encoding;
	tell_file(export,
		  (struct reject){ .cause = REJECT_SAME_FILE, .hint = shown });
}

bool export_read(struct intake *intake, const char *name, struct text *why)
{
	struct arena *arena = &intake->facts->arena;
	struct export export = { .intake = intake };
	struct text path = { 0 };
	struct text bytes = { 0 };
	char sha256[DIGEST_HEX];
	bool ok;

	start(&export, arena, name);
	text_printf(&path, "%s/%s", intake->workspace, export.row.shown);
	ok = infile_load(&bytes, path.at, why);
	if (ok) {
		digest_bytes(sha256, text_string(&bytes), bytes.len);
		export.file.name = arena_strdup(arena, name);
		export.file.sha256 = arena_strdup(arena, sha256);
		export.row.sha256 = export.file.sha256;
		take_bytes(&export, &bytes);
		if (!intake->keys.foregoing)
			add_file(&export);
	}
	text_clear(&path);
	text_clear(&bytes);
	return ok;
}

bool export_forego(struct intake *intake, const char *name, struct text *why)
{
	struct rejects *rejects = &intake->rejects;
	size_t faults = rejects->count;
	bool whole = rejects->whole;
	bool ok;

	intake->keys.foregoing = true;
	ok = export_read(intake, name, why);
	intake->keys.foregoing = false;
	rejects->count = faults;
	rejects->whole = whole;
	return ok;
}
