#include "model/handover.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/text.h"

static const struct handover_child *child_named(
	const struct handover_child *children, const char *name)
{
	while (children->name && strcmp(children->name, name) != 0)
		children++;
	return children->name ? children : NULL;
}

bool handover_children(struct xml_reader *reader,
		       const struct handover_child *children, void *into,
		       struct arena *arena)
{
	enum xml_event event;

	while ((event = xml_reader_next(reader)) == XML_OPEN) {
		const struct handover_child *child =
			child_named(children, xml_reader_name(reader));

		/* the schema allows no other child than the list does */
		assert(child);
		if (!child->take(into, reader, arena))
			return false;
	}
	return event == XML_CLOSE;
}

static bool read_document(struct xml_reader *reader, handover_take *root,
			  void *into, struct arena *arena)
{
	return xml_reader_next(reader) == XML_OPEN &&
	       root(into, reader, arena) && xml_reader_next(reader) == XML_DONE;
}

bool handover_load(const struct handover_form *form, const char *path,
		   void *into, struct arena *arena, struct text *why)
{
	struct xml_source source = { .name = path,
				     .schema = form->schema,
				     .schema_len = form->schema_len,
				     .wrong = OUTCOME_BROKEN,
				     .file = infile_open(path, why) };
	struct xml_reader *reader = NULL;
	struct stat about;
	bool ok = false;

	if (source.file < 0)
		return false;
	if (fstat(source.file, &about) == 0) {
		source.len = (size_t)about.st_size;
		reader = xml_reader_open(&source);
		assert(reader);
		ok = read_document(reader, form->root, into, arena);
	}
	xml_reader_close(reader);
	(void)close(source.file);
	return ok;
}

const char *handover_string(struct xml_reader *reader, const char *name,
			    struct arena *arena)
{
	return arena_share(arena, xml_reader_attribute(reader, name));
}

static void refuse(struct xml_reader *reader, const char *name,
		   const char *value)
{
	struct text what = { 0 };

	text_printf(&what, "%s=\"%s\"", name, value);
	xml_reader_refuse(reader, what.at);
	text_clear(&what);
}

long handover_number(struct xml_reader *reader, const char *name)
{
	const char *text = xml_reader_attribute(reader, name);

	long number = text ? strtol(text, NULL, 10) : 0;

	if (number >= INT_MIN && number <= INT_MAX)
		return number;
	refuse(reader, name, text);
	return 0;
}

bool handover_flag(struct xml_reader *reader, const char *name)
{
	const char *text = xml_reader_attribute(reader, name);

	return text && (strcmp(text, "true") == 0 || strcmp(text, "1") == 0);
}

struct window handover_window(struct xml_reader *reader, const char *name)
{
	const char *text = xml_reader_attribute(reader, name);
	struct window window = { 0 };

	if (text && !window_parse(&window, text))
		refuse(reader, name, text);
	return window;
}

struct date handover_date(struct xml_reader *reader, const char *name)
{
	const char *text = xml_reader_attribute(reader, name);
	struct date date = { 0 };

	if (text && !date_parse(&date, text))
		refuse(reader, name, text);
	return date;
}

char *handover_content(struct xml_reader *reader, struct arena *arena)
{
	struct text content = { 0 };
	char *kept = NULL;

	if (xml_reader_content(reader, &content))
		kept = arena_strdup(arena, text_string(&content));
	text_clear(&content);
	return kept;
}

void handover_write_number(struct xml_writer *writer, const char *name,
			   long value)
{
	if (value != 0)
		xml_writer_number(writer, name, value);
}

void handover_write_flag(struct xml_writer *writer, const char *name,
			 bool value)
{
	if (value)
		xml_writer_attribute(writer, name, "true");
}

void handover_write_window(struct xml_writer *writer, const char *name,
			   struct window window)
{
	struct text text = { 0 };

	if (window.form != WINDOW_NONE) {
		window_add_text(&text, window);
		xml_writer_attribute(writer, name, text.at);
	}
	text_clear(&text);
}

void handover_write_date(struct xml_writer *writer, const char *name,
			 struct date date)
{
	struct text text = { 0 };

	if (date.year != 0) {
		date_add_text(&text, date);
		xml_writer_attribute(writer, name, text.at);
	}
	text_clear(&text);
}

int handover_word(const char *const *words, size_t count, const char *word)
{
	size_t i = 0;

	while (i < count && (!word || strcmp(words[i], word) != 0))
		i++;
	assert(i < count);
	return (int)i;
}
