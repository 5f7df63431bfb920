#include "bokslut/cause.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/options.h"
#include "lib/text.h"

static const char *const ids[CAUSE_COUNT] = {
	"data", "register", "rule", "template", "text", "state", "program",
};

const char *cause_id(enum cause cause)
{
	return ids[cause];
}

void cause_add_words(struct text *text, unsigned set)
{
	static const char *const words[CAUSE_COUNT] = {
		N_("data"), N_("register"), N_("rule"),    N_("template"),
		N_("text"), N_("state"),    N_("program"),
	};
	const char *between = "";

	for (size_t i = 0; i < CAUSE_COUNT; i++) {
		if (!(set & 1U << i))
			continue;
		text_printf(text, "%s%s", between, gettext(words[i]));
		between = ", ";
	}
}

static bool ends(const char *name, const char *end)
{
	const char *slash = strrchr(name, '/');

	return slash && strcmp(slash + 1, end) == 0;
}

static enum cause cause_of_input(const char *name)
{
	if (strstr(name, "/text/"))
		return CAUSE_TEXT;
	if (ends(name, "case.csv") || ends(name, "reviews.csv"))
		return CAUSE_STATE;
	return CAUSE_DATA;
}

/* The cause that a line of a manifest stands for; false if for none. */
static bool cause_of(enum cause *cause, const struct manifest_line *line)
{
	static const struct {
		const char *kind;
		enum cause cause;
	} kinds[] = {
		{ "register", CAUSE_REGISTER }, { "history", CAUSE_REGISTER },
		{ "rules", CAUSE_RULE },        { "close", CAUSE_RULE },
		{ "template", CAUSE_TEMPLATE }, { "resource", CAUSE_PROGRAM },
		{ "binary", CAUSE_PROGRAM },    { "program", CAUSE_PROGRAM },
		{ "library", CAUSE_PROGRAM },   { "compared", CAUSE_DATA },
		{ "state", CAUSE_STATE },
	};

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		*cause = kinds[i].cause;
		if (strcmp(line->kind, kinds[i].kind) == 0)
			return true;
	}
	*cause = cause_of_input(line->name);
	return strcmp(line->kind, "input") == 0;
}

static void add(struct shapings *shapings, struct arena *arena,
		struct shaping shaping)
{
	shapings->list = arena_grow(arena, shapings->list, shapings->count,
				    sizeof(*shapings->list));
	shapings->list[shapings->count++] = shaping;
	shapings->set |= 1U << shaping.cause;
}

/* The source that an input was read for: the `# facts` line above it. */
static const char *source_of(const struct manifest *manifest, size_t line)
{
	const char *name = manifest->lines[line].name;

	/* what people add by hand stands beside folders, texts below one */
	if (strcmp(manifest->lines[line].kind, "input") != 0 ||
	    cause_of_input(name) != CAUSE_DATA || ends(name, "grades.csv") ||
	    ends(name, "corrections.csv"))
		return NULL;
	while (line > 0 && strcmp(manifest->lines[line].kind, "facts") != 0)
		line--;
	return strcmp(manifest->lines[line].kind, "facts") == 0
		       ? manifest->lines[line].name
		       : NULL;
}

static bool is_same(const struct manifest_line *line,
		    const struct manifest_line *twin)
{
	return twin && strcmp(twin->value, line->value) == 0;
}

/* Of lines that are told twice, as a library of two programs, the first. */
static bool is_first(const struct manifest *manifest,
		     const struct manifest_line *line)
{
	return manifest_lookup(manifest, line->kind, line->name) == line;
}

/* What is changed or gone in `after`. */
static void add_changed(struct shapings *shapings, struct arena *arena,
			const struct manifest *before,
			const struct manifest *after)
{
	for (size_t i = 0; i < before->count; i++) {
		const struct manifest_line *line = &before->lines[i];
		const struct manifest_line *twin =
			manifest_lookup(after, line->kind, line->name);
		struct shaping shaping = { .name = line->name,
					   .before = line->value };

		if (!cause_of(&shaping.cause, line) || is_same(line, twin) ||
		    !is_first(before, line))
			continue;
		shaping.source = source_of(before, i);
		shaping.after = twin ? twin->value : NULL;
		add(shapings, arena, shaping);
	}
}

static void add_new(struct shapings *shapings, struct arena *arena,
		    const struct manifest *before, const struct manifest *after)
{
	for (size_t i = 0; i < after->count; i++) {
		const struct manifest_line *line = &after->lines[i];
		struct shaping shaping = { .name = line->name,
					   .after = line->value };

		if (!cause_of(&shaping.cause, line) || !is_first(after, line) ||
		    manifest_lookup(before, line->kind, line->name))
			continue;
		shaping.source = source_of(after, i);
		add(shapings, arena, shaping);
	}
}

struct shapings cause_find(struct arena *arena, const struct manifest *before,
			   const struct manifest *after)
{
	struct shapings shapings = { 0 };

	add_changed(&shapings, arena, before, after);
	add_new(&shapings, arena, before, after);
	return shapings;
}
