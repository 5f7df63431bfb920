#include "ingest/export.h"

#include <assert.h>
#include <string.h>

#include "ingest/ahead.h"
#include "ingest/export_rows.h"
#include "ingest/intake.h"
#include "lib/text.h"
#include "model/exports.h"

/* A note, or what refuses the whole file. */
static void tell_file(struct export *export, struct reject reject)
{
	reject.place.file = export->row.shown;
	rejects_add(&export->intake->rejects, reject);
}

/* Not before the header: that a title is unreadable harms nobody. */
static void note_mojibake(struct export *export, const struct mojibake *found)
{
	static const enum reject_cause notes[] = {
		[MOJIBAKE_UTF8] = NOTE_UTF8, [MOJIBAKE_DOS] = NOTE_DOS
	};

	for (size_t i = 0; i < MOJIBAKE_KINDS; i++)
		if (found[i].count > 0)
			tell_file(export,
				  (struct reject){ .cause = notes[i],
						   .place.line = found[i].line,
						   .value = found[i].letter,
						   .hint = found[i].sign,
						   .a = found[i].count,
						   .b = found[i].character });
}

static void tell_quoting(struct export *export, const struct csv_fault *fault)
{
	tell_file(export, (struct reject){ .cause = REJECT_QUOTING,
					   .place.line = fault->row_line,
					   .hint = fault->what });
}

static void tell_no_header(struct export *export)
{
	const char *name = export->intake->profile->header_at;

	tell_file(export,
		  (struct reject){ .cause = REJECT_HEADER_AT, .hint = name });
}

static void take_batch(struct export *export, const struct batch *batch)
{
	export->row.clean = batch->piece.clean;
	reach_take_preamble(&export->reach, export->intake->profile,
			    batch->piece.text.at, batch->preamble);
	for (size_t i = 0; i < batch->count; i++)
		export_take_row(export, &batch->rows[i]);
}

static void tell_reading(struct export *export,
			 const struct ahead_verdict *verdict)
{
	if (verdict->reading == AHEAD_NO_HEADER)
		tell_no_header(export);
	else if (verdict->reading == AHEAD_BROKEN)
		tell_quoting(export, &verdict->fault);
	else if (!export->has_header)
		tell_file(export, (struct reject){
					  .cause = REJECT_NO_HEADER,
					  .place.line = verdict->skipped + 1 });
	note_mojibake(export, verdict->mojibake);
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

/* What does not add up goes with the file, for the report. */
static void keep_slips(struct export *export)
{
	static const char *const kinds[] = { [NOTE_TOTAL] = "total",
					     [NOTE_FOOT] = "row",
					     [NOTE_CELL] = "cell" };
	const struct rejects *rejects = &export->intake->rejects;
	struct arena *arena = &export->intake->facts->arena;
	struct facts_file *file = &export->file;

	for (size_t i = export->faults; i < rejects->count; i++) {
		const struct reject *reject = &rejects->list[i];

		if (reject->cause < NOTE_TOTAL || reject->cause > NOTE_CELL)
			continue;
		file->slips = arena_grow(arena, file->slips, file->slip_count,
					 sizeof(*file->slips));
		file->slips[file->slip_count++] = (struct facts_slip){
			.kind = kinds[reject->cause],
			.row = arena_strdup(arena, reject->row),
			.column = reject->place.header,
			.said = arena_strdup(arena, reject->value),
			.wanted = arena_strdup(arena, reject->hint),
			.line = reject->place.line,
		};
	}
}

static void add_file(struct export *export)
{
	struct facts *facts = export->intake->facts;
	struct facts_file *file = &export->file;
	const struct profile *profile = export->intake->profile;

	if (export->is_matched && file->used == 0 && file->rejected == 0 &&
	    !(profile->often_empty && file->rows == 0) &&
	    !export->intake->rejects.whole)
		note_unused(export);
	if (export->is_matched && !reach_is_told(&export->reach, profile))
		tell_file(export,
			  (struct reject){ .cause = REJECT_STAMP,
					   .hint = profile->freshness.stamp });
	file->reaches = export->reach.newest;
	feet_tell(&export->totals.feet, &export->row);
	keep_slips(export);
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

	export->faults = intake->rejects.count;
	row->intake = intake;
	row->columns = &export->columns;
	row->file = (int)intake->facts->file_count + 1;
	row->shown =
		exports_shown(&intake->rejects.arena, intake->period, name);
	row->values = arena_alloc(arena, intake->profile->column_count *
						 sizeof(*row->values));
	row_empty(row);
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

/* What was read of a file is nothing after all; the source is refused. */
static void forget(struct export *export, size_t faults)
{
	export->intake->rejects.count = faults;
	export->is_matched = false;
	export->left_out = (struct left_out){ 0 };
	export->file.rows = 0;
	export->file.used = 0;
	export->file.rejected = 0;
}

static void refuse_encoding(struct export *export,
			    const struct encoding_fault *fault)
{
	enum encoding encoding = export->intake->profile->encoding;

	tell_file(export,
		  (struct reject){ .cause = REJECT_ENCODING,
				   .place.line = fault->line,
				   .hint = encoding == ENCODING_AUTO
						   ? "UTF-8"
						   : encoding_name(encoding),
				   .a = fault->byte,
				   .b = fault->column,
				   .c = (long)fault->offset });
}

/* What only the whole file tells. */
static void settle(struct export *export, const struct feed_verdict *verdict,
		   size_t faults)
{
	struct intake *intake = export->intake;
	const struct facts_file *same;

	export->file.sha256 =
		arena_strdup(&intake->facts->arena, verdict->sha256);
	export->file.encoding = encoding_name(
		verdict->sound ? verdict->encoding : intake->profile->encoding);
	if (!verdict->sound) {
		forget(export, faults);
		refuse_encoding(export, &verdict->fault);
		return;
	}
	same = same_file(export);
	if (!same)
		return;
	forget(export, faults);
	tell_file(export,
		  (struct reject){ .cause = REJECT_SAME_FILE,
				   .hint = exports_shown(&intake->rejects.arena,
							 intake->period,
							 same->name) });
}

static bool read_file(struct export *export, const char *path, struct text *why)
{
	struct intake *intake = export->intake;
	const struct ahead_form form = { .path = path,
					 .profile = intake->profile,
					 .counted = intake->counted,
					 .recurring = intake->recurring,
					 .size = AHEAD_SIZE };
	struct ahead_verdict verdict;
	const struct batch *batch;
	size_t faults = intake->rejects.count;

	export->ahead = ahead_open(&form, why);
	if (!export->ahead)
		return false;
	while (ahead_next(export->ahead, &batch))
		take_batch(export, batch);
	if (!ahead_end(export->ahead, &verdict, why))
		return false;
	tally_settle(&intake->tally);
	tell_reading(export, &verdict);
	settle(export, &verdict.feed, faults);
	return true;
}

bool export_read(struct intake *intake, const char *name, struct text *why)
{
	struct arena *arena = &intake->facts->arena;
	struct export export = { .intake = intake };
	struct text path = { 0 };
	bool ok;

	start(&export, arena, name);
	export.file.name = arena_strdup(arena, name);
	text_printf(&path, "%s/%s", intake->workspace, export.row.shown);
	ok = read_file(&export, path.at, why);
	if (ok && !intake->keys.foregoing)
		add_file(&export);
	text_clear(&path);
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
