#include "bokslut/fresh.h"

#include <string.h>
#include <sys/stat.h>

#include "bokslut/close.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "model/exports.h"

/* A source of the close, with what was made of it. */
struct sourcing {
	struct close *closing;
	struct desk *desk;             /* its */
	const struct close_plan *plan; /* its */
	const struct profile *profile;
	struct facts facts;
};

struct freshness_state fresh_state(const struct profile *profile,
				   const struct close_plan *plan,
				   const struct facts *facts)
{
	struct freshness_state state = {
		.reached = freshness_reached(&profile->freshness, facts),
		.wanted = freshness_wanted(&profile->freshness, &plan->window),
	};

	state.stale = state.wanted.year != 0 &&
		      date_compare(state.reached, state.wanted) < 0;
	return state;
}

static bool prove_reach(struct sourcing *sourcing)
{
	const struct freshness_state state = fresh_state(
		sourcing->profile, sourcing->plan, &sourcing->facts);
	const struct facts_file *first = sourcing->facts.files;
	struct place place = { 0 };
	struct text reached = { 0 };
	struct text wanted = { 0 };

	if (!state.stale)
		return true;
	place.file = exports_shown(&sourcing->desk->arena,
				   sourcing->plan->period, first->name);
	date_add_text(&wanted, state.wanted);
	if (state.reached.year != 0)
		date_add_text(&reached, state.reached);
	if (reached.len > 0)
		msg_at(close_unready(sourcing->closing), place,
		       _("the export for %s reaches %s, but must reach %s; it "
			 "is an older one, export it anew"),
		       sourcing->plan->period, reached.at, wanted.at);
	else
		msg_at(close_unready(sourcing->closing), place,
		       _("no row of the export for %s tells a day, but it must "
			 "reach %s"),
		       sourcing->plan->period, wanted.at);
	text_clear(&reached);
	text_clear(&wanted);
	return false;
}

static const char *path_of(struct sourcing *sourcing, const char *period,
			   const char *name)
{
	struct arena *arena = &sourcing->desk->arena;

	return arena_printf(arena, "%s/%s", sourcing->desk->workspace,
			    exports_shown(arena, period, name));
}

static long size_of(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 ? (long)status.st_size : -1;
}

/* Whether an export of another period has the bytes of this file. */
static bool is_same(struct sourcing *sourcing, const struct facts_file *file,
		    const char *period, const char *name)
{
	const char *other = path_of(sourcing, period, name);
	const char *own = path_of(sourcing, sourcing->plan->period, file->name);
	char sha256[DIGEST_HEX];
	struct text why = { 0 };
	bool same = size_of(other) == size_of(own) &&
		    digest_file(sha256, other, &why) &&
		    strcmp(sha256, file->sha256) == 0;

	text_clear(&why);
	return same;
}

static bool prove_file(struct sourcing *sourcing, const struct facts_file *file,
		       const char *period)
{
	struct arena *arena = &sourcing->desk->arena;
	struct names names = exports_find(arena, sourcing->desk->workspace,
					  period, sourcing->profile);

	for (size_t i = 0; i < names.count; i++) {
		struct place place = {
			.file = exports_shown(arena, sourcing->plan->period,
					      file->name),
		};

		if (!is_same(sourcing, file, period, names.list[i]))
			continue;
		msg_at(close_unready(sourcing->closing), place,
		       _("the file is the same as %s, of an earlier period; "
			 "export it anew, or declare may_repeat = true if "
			 "nothing has changed since"),
		       exports_shown(arena, period, names.list[i]));
		return false;
	}
	return true;
}

/* A file without rows is like any other without. */
static bool prove_period(struct sourcing *sourcing, const char *period)
{
	const struct facts *facts = &sourcing->facts;
	bool ok = true;

	for (size_t i = 0; i < facts->file_count; i++)
		if (facts->files[i].rows > 0)
			ok = prove_file(sourcing, &facts->files[i], period) &&
			     ok;
	return ok;
}

/* Against each period of the calendar that ends before this one, once. */
static bool prove_new(struct sourcing *sourcing)
{
	const struct calendar *calendar = &sourcing->desk->rules.calendar;
	const struct date last = sourcing->plan->window.last;
	struct names seen = { 0 };
	bool ok = true;

	if (sourcing->profile->may_repeat)
		return true;
	for (size_t i = 0; i < calendar->count; i++) {
		const struct close_plan *plan = &calendar->list[i];

		if (date_compare(plan->window.last, last) >= 0 ||
		    names_has(&seen, plan->period))
			continue;
		names_add(&seen, &sourcing->desk->arena, plan->period);
		ok = prove_period(sourcing, plan->period) && ok;
	}
	return ok;
}

bool fresh_prove(struct close *closing, struct text *why)
{
	const struct close_plan *plan = closing->plan;
	const struct stored_facts *stored = closing->stored;
	bool ok = true;

	for (size_t i = 0; i < plan->source_count && why->len == 0; i++) {
		struct sourcing sourcing = { .closing = closing,
					     .desk = closing->desk,
					     .plan = plan,
					     .profile = stored[i].profile };

		if (facts_load(&sourcing.facts, stored[i].facts, why)) {
			ok = prove_reach(&sourcing) && ok;
			ok = prove_new(&sourcing) && ok;
		}
		facts_clear(&sourcing.facts);
	}
	return ok && why->len == 0;
}
