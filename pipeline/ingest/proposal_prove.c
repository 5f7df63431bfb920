#include <stdint.h>

#include "ingest/checks.h"
#include "ingest/figures.h"
#include "ingest/footer.h"
#include "ingest/intake.h"
#include "ingest/proposal.h"
#include "ingest/records.h"
#include "ingest/row.h"
#include "ingest/totals.h"
#include "lib/csv_reader.h"
#include "model/rules.h"

/* The file read once more, the way ingest will read it. */
struct proof {
	struct proposal *proposal;
	struct intake intake;
	struct facts facts;
	struct columns columns;
	struct row row;
	bool has_header;
	bool is_matched;
};

/* A check that one row fails is none. */
static void drop_checks(struct proof *proof)
{
	struct profile *profile = &proof->proposal->profile;
	size_t kept = 0;

	for (size_t i = 0; i < profile->check_count; i++)
		if (checks_hold(&proof->row, &profile->checks[i]))
			profile->checks[kept++] = profile->checks[i];
	profile->check_count = kept;
}

static void take_row(struct proof *proof, const struct csv_row *csv)
{
	const struct profile *profile = proof->intake.profile;
	struct row *row = &proof->row;

	row_read(row, csv);
	reach_take_row(&proof->proposal->reach, row);
	drop_checks(proof);
	if (!row->refused && profile->figures.id)
		figures_take(row);
	if (!row->refused && profile->records.kind)
		records_take(row);
	proof->proposal->rejected += row->refused;
}

static bool is_between(struct proof *proof, const struct csv_row *csv)
{
	const struct profile *profile = proof->intake.profile;

	if (footer_is(profile, csv)) {
		reach_take_footer(&proof->proposal->reach, profile, csv);
		return true;
	}
	return totals_is(profile, csv) ||
	       columns_repeat(&proof->columns, profile, csv);
}

static void prove_row(void *context, const struct csv_row *given)
{
	struct proof *proof = context;
	struct csv_row csv = *given;

	csv.line += proof->proposal->sample.skip;
	csv.last += proof->proposal->sample.skip;
	if (row_is_blank(&csv))
		return;
	if (!proof->has_header) {
		proof->has_header = true;
		proof->is_matched =
			columns_match(&proof->columns, proof->intake.profile,
				      &csv, proof->row.shown,
				      &proof->intake.rejects);
	} else if (proof->is_matched && !is_between(proof, &csv)) {
		take_row(proof, &csv);
	}
}

static void start(struct proof *proof, struct proposal *proposal)
{
	struct intake *intake = &proof->intake;
	const struct profile *profile = &proposal->profile;
	const struct unit *unit = NULL;

	proof->proposal = proposal;
	intake->profile = profile;
	intake->quantities = &proposal->rules->quantities;
	intake->reg = proposal->reg;
	intake->facts = &proof->facts;
	intake->window = window_of_months(2000, 1, 12);
	if (profile->unit)
		unit = register_unit(proposal->reg, profile->unit);
	intake->unit = unit ? (size_t)(unit - proposal->reg->units) : SIZE_MAX;
	proof->row = (struct row){ .intake = intake,
				   .columns = &proof->columns,
				   .shown = proposal->sample.path,
				   .file = 1 };
	proof->row.values =
		arena_alloc(&proposal->arena,
			    profile->column_count * sizeof(*proof->row.values));
	row_empty(&proof->row);
}

bool proposal_prove(struct proposal *proposal)
{
	const struct sample *sample = &proposal->sample;
	const struct csv_source source = {
		.bytes = text_string(&sample->utf8) + sample->start,
		.len = sample->utf8.len - sample->start,
		.delimiter = sample->separator,
	};
	struct csv_fault fault = { 0 };
	struct proof proof = { 0 };
	bool ok;

	start(&proof, proposal);
	reach_take_preamble(&proposal->reach, &proposal->profile,
			    text_string(&sample->utf8), sample->start);
	ok = csv_read(&source, prove_row, &proof, &fault) && proof.is_matched;
	if (!ok)
		rejects_tell(&proof.intake.rejects, OUTCOME_REFUSED);
	proposal->rejects = proof.intake.rejects;
	proposal->profile.reject_limit = proposal->rejected;
	facts_clear(&proof.facts);
	return ok;
}
