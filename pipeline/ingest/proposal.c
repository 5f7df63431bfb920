#include "ingest/proposal.h"

#include <string.h>

#include "ingest/remark.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "model/cell.h"
#include "model/rules.h"

static struct place header_place(const struct proposal *proposal, size_t at)
{
	return (struct place){ .file = proposal->sample.path,
			       .line = proposal->sample.skip + 1,
			       .column = (int)at + 1 };
}

static bool name_is_printed(const struct proposal *proposal, size_t at)
{
	if (!remark_is_control(proposal->sample.names[at]))
		return true;
	msg_at(OUTCOME_REFUSED, header_place(proposal, at),
	       _("the name of the column holds a control character; rename "
		 "it"));
	return false;
}

/* A column is known by its name: no two alike, and none without. */
static bool names_are_sound(const struct proposal *proposal)
{
	const struct sample *sample = &proposal->sample;
	bool ok = true;

	for (size_t i = 0; i < sample->name_count; i++) {
		ok = name_is_printed(proposal, i) && ok;
		for (size_t j = 0; j < i && sample->names[i][0]; j++)
			if (cell_same(sample->names[i], sample->names[j])) {
				msg_at(OUTCOME_REFUSED,
				       header_place(proposal, i),
				       _("the name \"%s\" stands in column %zu "
					 "too; rename one of them"),
				       sample->names[i], j + 1);
				ok = false;
			}
		if (sample->names[i][0] ||
		    proposal->study.columns[i].cells == 0)
			continue;
		msg_at(OUTCOME_REFUSED, header_place(proposal, i),
		       _("the column has cells but no name; name it in the "
			 "export's header"));
		ok = false;
	}
	return ok;
}

static bool has_rows(const struct proposal *proposal)
{
	if (proposal->study.rows > 0)
		return true;
	msg_at(OUTCOME_REFUSED,
	       (struct place){ .file = proposal->sample.path,
			       .line = proposal->sample.skip + 1 },
	       _("no row stands below the header; take an export with rows"));
	return false;
}

/* Records and measures stand at units. */
static bool has_units(const struct proposal *proposal)
{
	if (proposal->reg->unit_count > 0)
		return true;
	msg_at(OUTCOME_REFUSED,
	       (struct place){ .file = "input/register/units.csv" },
	       _("a profile needs units to read rows for; write the register "
		 "first"));
	return false;
}

bool proposal_make(struct text *lua, const char *path,
		   const struct rules *rules, const struct registry *reg,
		   struct text *why)
{
	struct proposal proposal = { .rules = rules, .reg = reg };
	bool ok = has_units(&proposal) &&
		  sample_load(&proposal.sample, path, why);

	if (ok) {
		proposal.study = (struct study){ .arena = &proposal.arena,
						 .sample = &proposal.sample,
						 .reg = reg };
		study_sample(&proposal.study);
		ok = names_are_sound(&proposal) && has_rows(&proposal);
	}
	if (ok) {
		proposal_choose(&proposal);
		proposal_choose_rows(&proposal);
		ok = proposal_prove(&proposal);
	}
	if (ok) {
		proposal_choose_reach(&proposal);
		proposal_print(lua, &proposal);
	}
	study_clear(&proposal.study);
	rejects_clear(&proposal.rejects);
	sample_clear(&proposal.sample);
	arena_clear(&proposal.arena);
	return ok || why->len == 0;
}
