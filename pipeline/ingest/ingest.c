/*
 * ingest - read one source's exports for one period, and make facts of them.
 *
 *	bokslut-ingest [-C DIR] --output DIR [--as-of DATE] PERIOD SOURCE
 *	bokslut-ingest [-C DIR] [--as-of DATE] --propose FILE
 *	bokslut-ingest [-C DIR] [--as-of DATE] --rows PERIOD SOURCE FACT
 *
 * First stage.  The source's profile says what its files look like, the
 * register which units and indicators there are.  Every row is used, left out
 * by a rule, or rejected, and is counted as one of these.  Rejected rows
 * within the profile's limit are notes; more of them, or a fault of a whole
 * file, refuse the source: then there is a rejects.csv but no facts.xml.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ingest/export.h"
#include "ingest/intake.h"
#include "ingest/proposal.h"
#include "ingest/verdict.h"
#include "lib/lang.h"
#include "lib/outfile.h"
#include "lib/spelling.h"
#include "lib/stage_line.h"
#include "lib/text.h"
#include "model/exports.h"
#include "model/rules.h"

/* What the command line asks for; borrowed from it. */
struct order {
	struct stage_line line;
	const char *as_of; /* NULL: the last day of the period */
	const char *period;
	const char *source;
	const char *fact; /* whose rows are printed */
	bool rows;
	int most;
	bool propose; /* a profile for the file that the only word names */
};

/* All that this run holds. */
struct run {
	const struct order *order;
	struct rules rules;
	struct registry reg;
	struct facts facts;
	struct intake intake;
	struct names files;
};

static const char *language_of(const struct run *run)
{
	return run->order->line.language ? run->order->line.language
					 : run->rules.workspace.language;
}

/* --as-of, if it is given, in place of what `as_of` holds. */
static bool read_as_of(const struct order *order, struct date *as_of)
{
	if (!order->as_of || date_parse(as_of, order->as_of))
		return true;
	msg_say(OUTCOME_MISUSED,
		_("--as-of wants a date like 2025-05-05, not \"%s\""),
		order->as_of);
	return false;
}

static bool find_period(struct run *run, struct date *as_of)
{
	const struct order *order = run->order;
	struct window *window = &run->intake.window;

	if (!window_of_period(window, order->period)) {
		msg_say(OUTCOME_ABSENT,
			_("\"%s\" is no period; 2025-T1, 2025-Q2, 2025-04 or "
			  "2025 was expected"),
			order->period);
		return false;
	}
	*as_of = window->last;
	return read_as_of(order, as_of);
}

static bool find_profile(struct run *run)
{
	const struct profiles *profiles = &run->rules.profiles;
	struct spelling_search search = { .wanted = run->order->source };

	run->intake.profile = profile_lookup(profiles, run->order->source);
	if (run->intake.profile)
		return true;
	for (size_t i = 0; i < profiles->count; i++)
		spelling_offer(&search, profiles->list[i].id);
	if (search.nearest)
		msg_say(OUTCOME_ABSENT,
			_("no source is called \"%s\"; is it \"%s\" that is "
			  "meant?"),
			run->order->source, search.nearest);
	else
		msg_say(OUTCOME_ABSENT,
			_("no source is called \"%s\"; sources are declared in "
			  "rules/sources.lua"),
			run->order->source);
	return false;
}

/* The unit of all rows, where the profile says it. */
static bool find_unit(struct run *run)
{
	const struct profile *profile = run->intake.profile;
	const struct unit *unit;

	run->intake.unit = SIZE_MAX;
	if (!profile->unit)
		return true;
	unit = register_unit(&run->reg, profile->unit);
	if (unit)
		run->intake.unit = (size_t)(unit - run->reg.units);
	else
		msg_at(OUTCOME_MISCONFIGURED, profile_place(profile),
		       _("unit = \"%s\" is not in input/register/units.csv on "
			 "the as-of day"),
		       profile->unit);
	return unit != NULL;
}

/* A source that nothing is made of would lose its rows unseen. */
static bool is_read_for_something(const struct run *run)
{
	const struct profile *profile = run->intake.profile;

	if (run->intake.tally.measure_count > 0 || profile->figures.id ||
	    profile->records.kind)
		return true;
	msg_at(OUTCOME_MISCONFIGURED, profile_place(profile),
	       _("nothing is made of this source: it needs a measure, "
		 "figures { … } or records { … }"));
	return false;
}

static bool find_files(struct run *run)
{
	const struct profile *profile = run->intake.profile;
	struct arena *arena = &run->facts.arena;
	struct place place = { .file = exports_shown(arena, run->order->period,
						     profile->files) };

	run->files = exports_find(arena, run->order->line.workspace,
				  run->order->period, profile);
	if (run->files.count == 0)
		msg_at(OUTCOME_NOT_READY, place,
		       _("there is no such file yet; the export of \"%s\" is "
			 "missing"),
		       profile->id);
	else if (!exports_are_named(&run->files))
		msg_at(OUTCOME_REFUSED, place,
		       _("the name of one of these files is not UTF-8, or "
			 "holds a control character; rename it"));
	else
		return true;
	return false;
}

static bool load_register(struct run *run, const struct date *as_of,
			  struct text *why)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/input/register", run->order->line.workspace);
	ok = register_load(&run->reg, path.at, as_of,
			   run->rules.workspace.decimal, why);
	text_clear(&path);
	return ok;
}

/* The fact whose rows are wanted, if any are. */
static bool find_fact(struct run *run)
{
	struct showing *showing = &run->intake.showing;

	if (!run->order->rows)
		return true;
	showing->most = run->order->most;
	if (showing_parse(showing, &run->facts.arena, run->order->fact))
		return true;
	msg_say(OUTCOME_MISUSED,
		_("\"%s\" is no fact; write it as hr.sick-hours/value@son"),
		run->order->fact);
	return false;
}

/* All that must be there before the first row is read. */
static bool prepare(struct run *run, struct text *why)
{
	struct intake *intake = &run->intake;
	struct date as_of;

	if (!rules_load(&run->rules, run->order->line.workspace, why))
		return false;
	lang_start(language_of(run));
	if (!find_period(run, &as_of) || !find_profile(run) ||
	    !load_register(run, &as_of, why) || !find_unit(run))
		return false;
	intake->workspace = run->order->line.workspace;
	intake->period = run->order->period;
	intake->quantities = &run->rules.quantities;
	intake->reg = &run->reg;
	intake->facts = &run->facts;
	run->facts.source = intake->profile->id;
	run->facts.period = intake->period;
	intake_start(intake, &run->rules.measures);
	return find_fact(run) && is_read_for_something(run) && find_files(run);
}

static void tell_too_large(struct run *run, const struct measure *measure)
{
	run->intake.rejects.whole = true;
	msg_at(OUTCOME_REFUSED,
	       (struct place){ .file = measure->rules_file,
			       .line = measure->line,
			       .header = measure->id },
	       _("the sum of all units together is too large to be exact"));
}

/* What libcsv met comes in words, which end up in rejects.csv: so files are
 * read in the workspace's language. */
static bool read_files(struct run *run, struct text *why)
{
	bool twice = run->intake.profile->duplicates == DUPLICATES_LAST;
	const struct measure *broken = NULL;
	bool ok = true;

	lang_start(run->rules.workspace.language);
	for (size_t i = 0; i < run->files.count && ok && twice; i++)
		ok = export_forego(&run->intake, run->files.list[i], why);
	for (size_t i = 0; i < run->files.count && ok; i++)
		ok = export_read(&run->intake, run->files.list[i], why);
	lang_start(language_of(run));
	if (ok &&
	    !tally_end(&run->intake.tally, &run->reg, &run->facts, &broken))
		tell_too_large(run, broken);
	if (ok && !tally_prove_varav(&run->intake.tally, &run->reg))
		run->intake.rejects.whole = true;
	return ok;
}

static bool remove_file(const char *path, struct text *why)
{
	if (unlink(path) == 0 || errno == ENOENT)
		return true;
	text_printf(why, _("cannot remove %s: %s"), path, strerror(errno));
	return false;
}

/* The list of what was rejected is in the workspace's own language, whatever
 * language messages are told in. */
static bool write_rejects(const struct run *run, const char *path,
			  struct text *why)
{
	bool ok;

	lang_start(run->rules.workspace.language);
	ok = rejects_save(&run->intake.rejects, path, why);
	lang_start(language_of(run));
	return ok;
}

static bool write_out(struct run *run, struct text *why)
{
	const struct order *order = run->order;
	struct text facts = { 0 };
	struct text rejects = { 0 };
	bool sound = verdict_tell(&run->intake);
	bool ok;

	text_printf(&facts, "%s/facts.xml", order->line.output);
	text_printf(&rejects, "%s/rejects.csv", order->line.output);
	ok = outfile_folder(order->line.output, why) &&
	     write_rejects(run, rejects.at, why);
	if (ok && sound)
		ok = facts_save(&run->facts, facts.at, why);
	else if (ok)
		ok = remove_file(facts.at, why);
	text_clear(&facts);
	text_clear(&rejects);
	return ok;
}

static void ingest(const struct order *order)
{
	struct run run = { .order = order };
	struct text why = { 0 };
	bool ok = prepare(&run, &why) && read_files(&run, &why);

	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	if (ok && !order->rows && !write_out(&run, &why))
		msg_say(OUTCOME_UNWRITTEN, "%s", text_string(&why));
	text_clear(&why);
	intake_clear(&run.intake);
	facts_clear(&run.facts);
	register_clear(&run.reg);
	rules_clear(&run.rules);
}

static void propose(const struct order *order)
{
	struct run run = { .order = order };
	struct text lua = { 0 };
	struct text why = { 0 };
	/* without --as-of: every unit that has not been closed */
	struct date as_of = { .year = 9999, .month = 12, .day = 31 };
	bool ok = rules_load(&run.rules, order->line.workspace, &why);

	if (ok)
		lang_start(language_of(&run));
	ok = ok && read_as_of(order, &as_of) &&
	     load_register(&run, &as_of, &why) &&
	     proposal_make(&lua, order->line.words[0], &run.rules, &run.reg,
			   &why);
	printf("%s", text_string(&lua));
	text_clear(&lua);
	if (!ok && why.len > 0)
		msg_say(OUTCOME_UNREAD, "%s", why.at);
	text_clear(&why);
	register_clear(&run.reg);
	rules_clear(&run.rules);
}

static const struct order *take_words(struct order *order)
{
	order->period = order->line.words[0];
	order->source = order->line.words[1];
	order->fact = order->rows ? order->line.words[2] : NULL;
	return order;
}

int main(int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row own[] = {
		{ "as-of", 0, OPTION_STRING, "DATE",
		  N_("Read the register as of this day (default: the last day "
		     "of the period)."),
		  &order.as_of },
		{ "propose", 0, OPTION_FLAG, NULL,
		  N_("Print a profile for the new export FILE, the only word; "
		     "write nothing."),
		  &order.propose },
		{ "rows", 0, OPTION_FLAG, NULL,
		  N_("Print the rows behind a fact as CSV; write nothing."),
		  &order.rows },
		{ "most", 0, OPTION_COUNT, "N",
		  N_("Print so many of them at most."), &order.most },
	};
	const struct stage_form form = {
		.program = "bokslut-ingest",
		.usage = N_("bokslut-ingest [-C DIR] --output DIR "
			    "[--as-of DATE] PERIOD SOURCE | --propose FILE | "
			    "--rows [--most N] PERIOD SOURCE ID/SERIES@UNIT"),
		.about = N_("Read the exports of one source for one period, "
			    "and make facts of them."),
		.output = N_("Write facts.xml and rejects.csv into this "
			     "folder; needed."),
		.examples = "  bokslut-ingest --output build/hr 2025-T1 "
			    "hr.absence\n"
			    "  bokslut-ingest --propose new.csv\n"
			    "  bokslut-ingest --rows 2025-T1 hr.absence "
			    "hr.sick-hours/value@son\n",
		.own = own,
		.own_count = COUNT_OF(own),
		.least_words = 2,
		.most_words = 2,
		.alone = { { &order.propose, 1 }, { &order.rows, 3 } },
		.libraries = rules_libraries,
	};

	if (!stage_line_read(&order.line, &form, argc, argv))
		return msg_status();
	if (order.propose)
		propose(&order);
	else
		ingest(take_words(&order));
	return msg_status();
}
