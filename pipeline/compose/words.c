#include "compose/words.h"

#include <assert.h>
#include <string.h>

#include "compose/vocabulary.h"
#include "compose/words_list.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "lib/xml_reader.h"

enum element { ELEMENT_WORDS, ELEMENT_WORD, ELEMENT_COUNT };

static const struct vocabulary_element elements[] = {
	{ "words", "", { { 0 } } },
	{ "word", " words ", { { "id", FORM_ID, true } } },
	{ "count",
	  " words ",
	  { { "one", FORM_TEXT, true }, { "many", FORM_TEXT, true } } },
};

static const struct vocabulary vocabulary = { elements, COUNT_OF(elements) };

struct reading {
	struct words *words;
	struct xml_reader *xml;
	bool sound;
};

static int find_word(const char *id)
{
	for (int i = 0; i < WORD_COUNT; i++)
		if (strcmp(words_list[i].id, id) == 0)
			return i;
	return -1;
}

/* The next name of a list parted by spaces, NULL at its end. */
static const char *next_name(const char **list, size_t *len)
{
	const char *name = *list + strspn(*list, " ");

	*len = strcspn(name, " ");
	*list = name + *len;
	return *len > 0 ? name : NULL;
}

static void prove_places(struct reading *reading, struct place place,
			 const struct word_row *row, const char *text)
{
	const char *list = row->places;
	const char *name;
	size_t len;

	while ((name = next_name(&list, &len))) {
		struct text braced = { 0 };

		text_printf(&braced, "{%.*s}", (int)len, name);
		if (!strstr(text, braced.at)) {
			msg_at(OUTCOME_MISCONFIGURED, place,
			       _("the word \"%s\" lacks %s, where the report "
				 "puts what it counts or names"),
			       row->id, braced.at);
			reading->sound = false;
		}
		text_clear(&braced);
	}
}

static bool is_place(const struct word_row *row, const char *name, size_t len)
{
	const char *list = row->places;
	const char *place;
	size_t place_len;

	while ((place = next_name(&list, &place_len)))
		if (place_len == len && strncmp(place, name, len) == 0)
			return true;
	return false;
}

static void prove_no_others(struct reading *reading, struct place place,
			    const struct word_row *row, const char *text)
{
	for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{')) {
		size_t len = strcspn(at + 1, "}");

		if (is_place(row, at + 1, len))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the word \"%s\" has \"%.*s\", which the report "
			 "cannot fill; it fills: %s"),
		       row->id, (int)len + 2, at,
		       *row->places ? row->places : _("nothing"));
		reading->sound = false;
	}
}

static bool refuse(struct reading *reading)
{
	reading->sound = false;
	return false;
}

/* Whether `id` may take `text` here. */
static bool may_keep(struct reading *reading, struct place place,
		     const char *id, const char *text)
{
	int index = find_word(id);

	if (index < 0) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("no report prints the word \"%s\"; take it out or "
			 "correct its id"),
		       id);
		return refuse(reading);
	}
	if (reading->words->list[index]) {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the word \"%s\" stands here for a second time; "
			 "leave one of them"),
		       id);
		return refuse(reading);
	}
	if (text[strspn(text, " \t\r\n")] == '\0') {
		msg_at(OUTCOME_MISCONFIGURED, place,
		       _("the word \"%s\" is empty; write what the report is "
			 "to print"),
		       id);
		reading->words->list[index] = ""; /* not missing as well */
		return refuse(reading);
	}
	return true;
}

static bool take_word(struct reading *reading)
{
	struct arena *arena = &reading->words->arena;
	struct place place = xml_reader_place(reading->xml);
	const char *id =
		arena_strdup(arena, xml_reader_attribute(reading->xml, "id"));
	struct text text = { 0 };
	bool ok;

	place.header = arena_strdup(arena, place.header);
	ok = xml_reader_content(reading->xml, &text);
	if (ok && id && may_keep(reading, place, id, text.at)) {
		int index = find_word(id);

		reading->words->list[index] = arena_strdup(arena, text.at);
		prove_places(reading, place, &words_list[index], text.at);
		prove_no_others(reading, place, &words_list[index], text.at);
	}
	text_clear(&text);
	return ok;
}

static bool take_count(struct reading *reading)
{
	struct words *words = reading->words;
	const char *one = xml_reader_attribute(reading->xml, "one");
	const char *many = xml_reader_attribute(reading->xml, "many");

	words->counted =
		arena_grow(&words->arena, words->counted, words->counted_count,
			   sizeof(*words->counted));
	words->counted[words->counted_count++] = (struct counted_word){
		.one = arena_strdup(&words->arena, one ? one : ""),
		.many = arena_strdup(&words->arena, many ? many : ""),
	};
	return xml_reader_skip(reading->xml);
}

static bool take_element(struct reading *reading)
{
	int element = vocabulary_open(&vocabulary, reading->xml, "words",
				      &reading->sound);

	if (element == ELEMENT_WORD)
		return take_word(reading);
	if (element == ELEMENT_COUNT)
		return take_count(reading);
	return xml_reader_skip(reading->xml);
}

static bool take_root(struct reading *reading)
{
	if (xml_reader_next(reading->xml) != XML_OPEN ||
	    vocabulary_open(&vocabulary, reading->xml, "", &reading->sound) !=
		    ELEMENT_WORDS)
		return false;
	for (;;) {
		switch (xml_reader_next(reading->xml)) {
		case XML_OPEN:
			if (!take_element(reading))
				return false;
			break;
		case XML_TEXT:
			vocabulary_refuse_text(&vocabulary, reading->xml,
					       "words");
			reading->sound = false;
			break;
		case XML_CLOSE:
			return xml_reader_next(reading->xml) == XML_DONE;
		default:
			return false;
		}
	}
}

static void prove_whole(struct reading *reading, const char *shown)
{
	const struct words *words = reading->words;
	const char *sign = words->list[WORD_DECIMAL_SIGN];

	for (int i = 0; i < WORD_COUNT; i++) {
		if (words->list[i])
			continue;
		msg_at(OUTCOME_MISCONFIGURED, (struct place){ .file = shown },
		       _("the word \"%s\" is missing; add "
			 "<word id=\"%s\">...</word>"),
		       words_list[i].id, words_list[i].id);
		reading->sound = false;
	}
	if (!sign || strcmp(sign, ",") == 0 || strcmp(sign, ".") == 0)
		return;
	msg_at(OUTCOME_MISCONFIGURED, (struct place){ .file = shown },
	       _("the word \"%s\" says \"%s\"; expected: \",\" or \".\""),
	       words_list[WORD_DECIMAL_SIGN].id, sign);
	reading->sound = false;
}

static bool take_file(struct words *words, const struct text *content,
		      const char *shown)
{
	struct xml_source source = { .name = shown,
				     .bytes = content->at,
				     .len = content->len,
				     .wrong = OUTCOME_MISCONFIGURED };
	struct reading reading = { .words = words, .sound = true };
	bool ok;

	reading.xml = xml_reader_open(&source);
	if (!reading.xml)
		return false;
	ok = take_root(&reading);
	if (ok)
		prove_whole(&reading, shown);
	xml_reader_close(reading.xml);
	return ok && reading.sound;
}

bool words_load(struct words *words, const char *workspace,
		const char *language, struct text *why)
{
	struct text path = { 0 };
	struct text content = { 0 };
	const char *shown;
	bool ok;

	shown = arena_printf(&words->arena, "templates/lang/%s.xml", language);
	words->language = arena_strdup(&words->arena, language);
	text_printf(&path, "%s/%s", workspace, shown);
	ok = infile_load(&content, path.at, why) &&
	     take_file(words, &content, shown);
	text_clear(&content);
	text_clear(&path);
	if (!ok)
		words_clear(words);
	return ok;
}

bool words_take_numbers(struct words *words, const char *workspace,
			const char *language, struct text *why)
{
	const char *sign = words->list[WORD_DECIMAL_SIGN];
	struct number_format *format = &words->numbers;

	if (!number_format_load(format, workspace, language, why))
		return false;
	if (!sign || !format->group || strcmp(sign, format->group) != 0)
		return true;
	msg_at(OUTCOME_MISCONFIGURED,
	       (struct place){ .file = "templates/house-style.xml",
			       .line = format->line },
	       _("numbers of the language \"%s\" would have \"%s\" both "
		 "between thousands and before decimals (the word \"%s\" of "
		 "templates/lang/%s.xml); choose another group"),
	       language, sign, words_list[WORD_DECIMAL_SIGN].id, language);
	return false;
}

const char *words_at(const struct words *words, enum word word)
{
	assert(words->list[word]);
	return words->list[word];
}

static const char *filling_of(const struct filling *filling, const char *place,
			      size_t len)
{
	for (; filling->place; filling++)
		if (strncmp(filling->place, place, len) == 0 &&
		    filling->place[len] == '\0')
			return filling->text;
	return NULL;
}

void words_fill(struct text *text, const struct words *words, enum word word,
		const struct filling *fillings)
{
	const char *at = words_at(words, word);

	while (*at) {
		size_t plain = strcspn(at, "{");
		size_t len;
		const char *filling;

		text_add_bytes(text, at, plain);
		at += plain;
		if (!*at)
			break;
		len = strcspn(at + 1, "}");
		filling = filling_of(fillings, at + 1, len);
		if (filling && at[len + 1] == '}') {
			text_add(text, filling);
			at += len + 2;
		} else {
			text_add_char(text, *at++);
		}
	}
}

const char *words_counted(const struct words *words, const char *word,
			  long count)
{
	for (size_t i = 0; i < words->counted_count; i++) {
		const struct counted_word *row = &words->counted[i];

		if (strcmp(row->one, word) == 0 || strcmp(row->many, word) == 0)
			return count == 1 ? row->one : row->many;
	}
	return word;
}

void words_clear(struct words *words)
{
	arena_clear(&words->arena);
	*words = (struct words){ 0 };
}
