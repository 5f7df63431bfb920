#include "assess/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static bool take_file(struct evidence *evidence, const char *path,
		      const char *period, struct text *why)
{
	struct evidence_file *file = &evidence->list[evidence->count];
	const struct facts *facts = &file->facts;

	if (!facts_load(&file->facts, path, why) ||
	    !digest_file(file->sha256, path, why)) {
		facts_clear(&file->facts);
		return false;
	}
	evidence->count++;
	if (strcmp(facts->period, period) != 0) {
		msg_say(OUTCOME_MISUSED,
			_("%s holds facts for the period %s, not for %s"), path,
			facts->period, period);
		return false;
	}
	for (size_t i = 0; i + 1 < evidence->count; i++) {
		if (strcmp(evidence->list[i].facts.source, facts->source) != 0)
			continue;
		msg_say(OUTCOME_MISUSED,
			_("%s: the facts of \"%s\" were given twice"), path,
			facts->source);
		return false;
	}
	return true;
}

bool evidence_load(struct evidence *evidence, char *const *paths, size_t count,
		   const char *period, struct text *why)
{
	bool ok = true;

	evidence->list = mem_alloc((count + 1) * sizeof(*evidence->list));
	for (size_t i = 0; ok && i < count; i++)
		ok = take_file(evidence, paths[i], period, why);
	return ok;
}

bool evidence_has(const struct evidence *evidence, const char *source)
{
	for (size_t i = 0; i < evidence->count; i++)
		if (strcmp(evidence->list[i].facts.source, source) == 0)
			return true;
	return false;
}

bool evidence_knows(const struct evidence *evidence, const char *id)
{
	for (size_t i = 0; i < evidence->count; i++)
		if (facts_first(&evidence->list[i].facts, id))
			return true;
	return false;
}

const char *evidence_series(enum series series)
{
	switch (series) {
	case SERIES_VALUE:
		return _("value");
	case SERIES_FORECAST:
		return _("forecast");
	case SERIES_TARGET:
		return _("target");
	case SERIES_BUDGET:
		return _("budget");
	case SERIES_OUTCOME:
		return _("outcome");
	case SERIES_BASE:
		break;
	}
	return _("base");
}

/* Whether a fact of the id is for all the rest of the key. */
static bool answers(const struct fact *fact, const struct fact_key *key)
{
	return fact->series == key->series &&
	       strcmp(fact->unit, key->unit) == 0 &&
	       (!key->window || window_equal(fact->window, *key->window));
}

static bool tell_two(const struct found_fact *found, const struct fact *other,
		     const char *source)
{
	struct text windows = { 0 };

	window_add_text(&windows, found->fact->window);
	text_add(&windows, ", ");
	window_add_text(&windows, other->window);
	msg_say(OUTCOME_REFUSED,
		_("\"%s\" (%s) of \"%s\" is there twice: from \"%s\" and from "
		  "\"%s\", for %s; only one can be used"),
		other->id, evidence_series(other->series), other->unit,
		found->source, source, windows.at);
	text_clear(&windows);
	return false;
}

/* Of the facts of one source; false if there is one too many. */
static bool find_in(const struct facts *facts, const struct fact_key *key,
		    struct found_fact *found)
{
	const struct fact *fact = facts_first(facts, key->id);
	const struct fact *end = facts->facts + facts->fact_count;

	for (; fact && fact < end && strcmp(fact->id, key->id) == 0; fact++) {
		if (!answers(fact, key))
			continue;
		if (found->fact)
			return tell_two(found, fact, facts->source);
		found->fact = fact;
		found->source = facts->source;
	}
	return true;
}

bool evidence_find(const struct evidence *evidence, const struct fact_key *key,
		   struct found_fact *found)
{
	bool ok = true;

	*found = (struct found_fact){ 0 };
	for (size_t i = 0; ok && i < evidence->count; i++)
		ok = find_in(&evidence->list[i].facts, key, found);
	return ok;
}

void evidence_clear(struct evidence *evidence)
{
	for (size_t i = 0; i < evidence->count; i++)
		facts_clear(&evidence->list[i].facts);
	free(evidence->list);
	*evidence = (struct evidence){ 0 };
}
