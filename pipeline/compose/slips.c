#include "compose/slips.h"

#include <stdlib.h>
#include <string.h>

#include "compose/print.h"
#include "compose/slips_number.h"
#include "lib/lang.h"
#include "lib/spelling.h"
#include "lib/text.h"

#define LEAST_REPEATED 30 /* bytes: "Se ovan." may stand anywhere */

/* What a stretch of text is about: a flag for each indicator. */
struct subject {
	const struct composition *composition;
	bool *about;
};

static size_t indicator_count(const struct composition *composition)
{
	return composition->assessment->indicator_count;
}

/* The figures that it could have been: "86,7 %, 86,7 %, 90 %". */
static void note_slip(const struct composition *composition, struct place place,
		      const struct slip_number *number,
		      const struct assessed_indicator *indicator)
{
	const struct words *words = composition->words;
	const struct quantity *quantity =
		quantity_of(composition, indicator->quantity);
	struct text value = { 0 };
	struct text forecast = { 0 };
	struct text target = { 0 };

	print_in_words(&value, words, quantity, &indicator->value.figure);
	print_in_words(&forecast, words, quantity, &indicator->forecast.figure);
	print_in_words(&target, words, quantity, &indicator->target.figure);
	msg_at(OUTCOME_NOTED, place,
	       _("\"%s %s\" is no figure of \"%s\": its value is %s, its "
		 "forecast %s, its target %s; correct it, quote {%s.value}, "
		 "or leave it if something else is meant"),
	       number->shown.at, quantity->print, indicator->name, value.at,
	       forecast.at, target.at, indicator->id);
	text_clear(&target);
	text_clear(&forecast);
	text_clear(&value);
}

/* Of all that the text is about, one figure is enough to make it right. */
static void prove_number(const struct subject *subject, struct place place,
			 const struct slip_number *number)
{
	const struct composition *composition = subject->composition;
	const struct assessed_indicator *wrong = NULL;

	for (size_t i = 0; i < indicator_count(composition); i++) {
		const struct assessed_indicator *indicator =
			&composition->assessment->indicators[i];
		const struct quantity *quantity =
			quantity_of(composition, indicator->quantity);

		if (!subject->about[i] ||
		    !slip_number_is_in(number, composition->words, quantity))
			continue;
		if (slip_number_is_of(number, quantity, indicator))
			return;
		if (!wrong)
			wrong = indicator;
	}
	if (wrong)
		note_slip(composition, place, number, wrong);
}

/* `counts`: lines of the text are lines of the file. */
static void prove_stretch(const struct subject *subject, struct place place,
			  const char *stretch, bool counts)
{
	struct slip_number number = {
		.format = &subject->composition->words->numbers,
	};
	const char *at = stretch;

	while ((at = slip_number_next(&number, at)) != NULL) {
		struct place of = place;

		if (counts)
			of.line += number.line;
		prove_number(subject, of, &number);
	}
	slip_number_clear(&number);
}

static const struct record *comment_record(const struct assessment *assessment,
					   const char *id)
{
	for (size_t i = 0; i < assessment->record_count; i++)
		if (strcmp(assessment->records[i].kind, "comment") == 0 &&
		    strcmp(assessment->records[i].id, id) == 0)
			return &assessment->records[i];
	return NULL;
}

/* The file of a figure that stands in the same row as the comment. */
static const struct facts_file *file_beside(
	const struct assessment *assessment,
	const struct assessed_figure *figure, const struct record *record)
{
	for (size_t i = 0; i < figure->from_count; i++) {
		const struct from *from = &figure->from[i];

		for (size_t j = 0; from->source && from->file > 0 &&
				   j < assessment->source_count;
		     j++) {
			const struct assessed_source *source =
				&assessment->sources[j];

			if (strcmp(from->fact, record->id) == 0 &&
			    strcmp(source->id, from->source) == 0 &&
			    from->file == record->file &&
			    from->first == record->first)
				return &source->files[from->file - 1];
		}
	}
	return NULL;
}

/* Where the comment begins; without a figure beside it, its id must do. */
static struct place comment_place(const struct composition *composition,
				  const struct assessed_indicator *indicator,
				  struct text *path)
{
	const struct assessment *assessment = composition->assessment;
	const struct record *record = comment_record(assessment, indicator->id);
	const struct facts_file *file = NULL;

	if (record) {
		file = file_beside(assessment, &indicator->value, record);
		if (!file)
			file = file_beside(assessment, &indicator->forecast,
					   record);
	}
	if (!file)
		return (struct place){ .file = indicator->id };
	text_printf(path, "input/%s/%s", assessment->period, file->name);
	return (struct place){ .file = path->at, .line = record->first };
}

/* The first indicator that has the same comment; NULL if it is this one. */
static const struct assessed_indicator *same_before(
	const struct composition *composition, size_t index)
{
	const struct assessed_indicator *list =
		composition->assessment->indicators;

	if (strlen(list[index].comment) < LEAST_REPEATED)
		return NULL;
	for (size_t i = 0; i < index; i++)
		if (list[i].comment &&
		    strcmp(list[i].comment, list[index].comment) == 0)
			return &list[i];
	return NULL;
}

void slips_find_in_comments(const struct composition *composition)
{
	const size_t count = indicator_count(composition);
	struct subject subject = { .composition = composition };

	subject.about = mem_alloc((count + 1) * sizeof(*subject.about));
	for (size_t i = 0; i < count; i++) {
		const struct assessed_indicator *indicator =
			&composition->assessment->indicators[i];
		const struct assessed_indicator *before;
		struct text path = { 0 };
		struct place place;

		if (!indicator->comment)
			continue;
		place = comment_place(composition, indicator, &path);
		subject.about[i] = true;
		prove_stretch(&subject, place, indicator->comment, false);
		subject.about[i] = false;
		before = same_before(composition, i);
		if (before)
			msg_at(OUTCOME_NOTED, place,
			       _("the comment on \"%s\" is the same as that "
				 "on \"%s\"; is it about both?"),
			       indicator->name, before->name);
		text_clear(&path);
	}
	free(subject.about);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* Whether the name stands in `text`, in any case and over ends of lines. */
static bool names_it(const char *text, const char *name)
{
	const size_t len = strlen(name);
	char *part = mem_alloc(len + 1);
	bool found = false;

	for (const char *at = text; !found && strlen(at) >= len; at++) {
		if (at > text && is_letter(at[-1]))
			continue;
		memcpy(part, at, len);
		for (char *c = part; *c; c++)
			if (*c == '\n')
				*c = ' ';
		found = spelling_same(part, name);
	}
	free(part);
	return found;
}

static bool quotes_it(const char *text, const char *id)
{
	struct text quote = { 0 };
	bool found;

	text_printf(&quote, "{%s.", id);
	found = strstr(text, quote.at) != NULL;
	text_clear(&quote);
	return found;
}

/* Add to `about` what the stretch names. */
static void note_subject(const struct composition *composition, bool *about,
			 const char *stretch)
{
	for (size_t i = 0; i < indicator_count(composition); i++) {
		const struct assessed_indicator *indicator =
			&composition->assessment->indicators[i];

		about[i] = about[i] || names_it(stretch, indicator->name) ||
			   quotes_it(stretch, indicator->id);
	}
}

/* Lines up to an empty one; a heading, and a row of a table, by itself. */
static size_t stretch_length(const char *at)
{
	const bool alone = *at == '#' || *at == '|';
	const char *end = at;

	do {
		end += strcspn(end, "\n");
		end += *end == '\n';
	} while (!alone && *end && !strchr("\r\n#|", *end));
	return (size_t)(end - at);
}

static long lines_in(const char *text)
{
	long lines = 0;

	for (; *text; text++)
		lines += *text == '\n';
	return lines;
}

/* `below`: what the heading above is about. */
static void prove_part(const struct composition *composition, bool *below,
		       struct place place, const char *stretch)
{
	const size_t count = indicator_count(composition);
	struct subject subject = { .composition = composition };

	subject.about = mem_alloc((count + 1) * sizeof(*subject.about));
	if (*stretch == '#')
		memset(below, 0, count * sizeof(*below));
	memcpy(subject.about, below, count * sizeof(*below));
	note_subject(composition, subject.about, stretch);
	prove_stretch(&subject, place, stretch, true);
	if (*stretch == '#')
		memcpy(below, subject.about, count * sizeof(*below));
	free(subject.about);
}

void slips_find_in_text(const struct composition *composition,
			const char *shown, const char *source)
{
	struct place place = { .file = shown, .line = 1 };
	struct text stretch = { 0 };
	bool *below =
		mem_alloc((indicator_count(composition) + 1) * sizeof(*below));

	while (*source) {
		const size_t len = stretch_length(source);

		text_reset(&stretch);
		text_add_bytes(&stretch, source, len);
		prove_part(composition, below, place, stretch.at);
		place.line += lines_in(stretch.at);
		source += len;
	}
	text_clear(&stretch);
	free(below);
}
