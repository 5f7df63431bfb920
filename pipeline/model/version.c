#include "model/version.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"

#define NUMBER_LARGEST 9999

static bool is_open(const struct version *version)
{
	return version->till.year == 0;
}

void version_declare(struct version *version, struct declaration *given)
{
	long number = declaration_whole(given, "version", 0);
	bool dated = declaration_date(given, "from", &version->from);

	version->word = given->node->text;
	version->file = given->file->path;
	version->line = given->node->line;
	version->sha256 = given->file->sha256;
	version->id = declaration_id(given, "id");
	version->number = (int)number;
	if (number < 1 || number > NUMBER_LARGEST)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("version = a whole number from 1 was expected; what "
			 "a decided report was made with keeps its number, "
			 "and what replaces it gets the next"));
	if (lua_field(given->node, "till"))
		dated = declaration_date(given, "till", &version->till) &&
			dated;
	if (dated && !is_open(version) &&
	    date_compare(version->till, version->from) < 0)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("it ends (till) before it begins (from)"));
}

struct place version_place(const struct version *version)
{
	return (struct place){ .file = version->file,
			       .line = version->line,
			       .header = version->word };
}

static bool same_id(const struct version *a, const struct version *b)
{
	return strcmp(a->id, b->id) == 0;
}

/* Two of one id; each pair comes here once, in the files' order. */
static bool are_apart(const struct version *a, const struct version *b)
{
	const bool turned = date_compare(b->from, a->from) < 0;
	const struct version *first = turned ? b : a;
	const struct version *second = turned ? a : b;

	if (a->number == b->number) {
		msg_at(OUTCOME_MISCONFIGURED, version_place(b),
		       _("\"%s\", version %d, stands in %s line %ld already; a "
			 "new version needs a new number"),
		       b->id, b->number, a->file, a->line);
		return false;
	}
	if (date_compare(first->from, second->from) == 0 ||
	    (!is_open(first) && date_compare(second->from, first->till) <= 0)) {
		msg_at(OUTCOME_MISCONFIGURED, version_place(b),
		       _("versions %d and %d of \"%s\" are in force on the "
			 "same day; look at from and till"),
		       a->number, b->number, b->id);
		return false;
	}
	return true;
}

bool versions_add(struct versions *all, struct arena *arena,
		  const struct version *version)
{
	bool ok = true;

	for (size_t i = 0; i < all->count; i++)
		if (same_id(&all->list[i], version))
			ok = are_apart(&all->list[i], version) && ok;
	all->list =
		arena_grow(arena, all->list, all->count, sizeof(*all->list));
	all->list[all->count++] = *version;
	return ok;
}

/* The one of the same id that begins next; NULL if none does. */
static const struct version *next_of(const struct versions *all,
				     const struct version *version)
{
	const struct version *next = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct version *other = &all->list[i];

		if (same_id(other, version) &&
		    date_compare(version->from, other->from) < 0 &&
		    (!next || date_compare(other->from, next->from) < 0))
			next = other;
	}
	return next;
}

static void tell_hole(const struct version *version, const struct version *next)
{
	struct text first = { 0 };
	struct text last = { 0 };

	date_add_text(&first, date_plus(version->till, 1));
	date_add_text(&last, date_plus(next->from, -1));
	msg_at(OUTCOME_MISCONFIGURED, version_place(next),
	       _("no version of \"%s\" is in force from %s to %s, between "
		 "version %d (%s line %ld) and version %d; look at from and "
		 "till"),
	       next->id, first.at, last.at, version->number, version->file,
	       version->line, next->number);
	text_clear(&first);
	text_clear(&last);
}

bool versions_prove(const struct versions *all)
{
	bool ok = true;

	for (size_t i = 0; i < all->count; i++) {
		const struct version *version = &all->list[i];
		const struct version *next = next_of(all, version);

		if (!next || is_open(version) ||
		    date_days_between(version->till, next->from) <= 1)
			continue;
		tell_hole(version, next);
		ok = false;
	}
	return ok;
}

bool version_holds(const struct versions *all, const struct version *version,
		   struct date day)
{
	const struct version *next = next_of(all, version);

	return date_compare(version->from, day) <= 0 &&
	       (is_open(version) || date_compare(day, version->till) <= 0) &&
	       (!next || date_compare(day, next->from) < 0);
}

bool versions_read(const struct versions *all, const char *kind,
		   struct date day)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].kind, kind) == 0 &&
		    version_holds(all, &all->list[i], day))
			return true;
	return false;
}

void version_tell_idle(const struct version *version, struct date as_of)
{
	struct text day = { 0 };
	struct text span = { 0 };

	date_add_text(&day, as_of);
	date_add_text(&span, version->from);
	text_add(&span, "..");
	if (!is_open(version))
		date_add_text(&span, version->till);
	msg_at(OUTCOME_MISCONFIGURED, version_place(version),
	       _("there are records of the kind \"%s\", but nothing that reads "
		 "them is in force on the as-of day, %s; \"%s\", version %d, "
		 "is for %s"),
	       version->kind, day.at, version->id, version->number, span.at);
	text_clear(&day);
	text_clear(&span);
}
