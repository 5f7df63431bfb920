#include "lib/json_writer.h"

#include <assert.h>
#include <string.h>

#include "lib/encoding_proof.h"
#include "lib/text.h"

void json_add_string(struct text *into, const char *value)
{
	size_t len = strlen(value);

	assert(encoding_valid_utf8(value, len) == len);
	text_add_char(into, '"');
	for (; *value; value++)
		if (*value == '"' || *value == '\\')
			text_printf(into, "\\%c", *value);
		else if ((unsigned char)*value < ' ')
			text_printf(into, "\\u%04X", (unsigned int)*value);
		else
			text_add_char(into, *value);
	text_add_char(into, '"');
}

static void start_line(struct json_writer *json)
{
	text_add_char(json->into, '\n');
	for (size_t i = 0; i < json->depth; i++)
		text_add(json->into, "  ");
}

/* Members of an object have a name, those of an array have none. */
static void start_member(struct json_writer *json, const char *name)
{
	if (json->depth == 0) {
		assert(!name && !json->filled);
		return;
	}
	assert((json->ends[json->depth - 1] == '}') == (name != NULL));
	if (json->filled)
		text_add_char(json->into, ',');
	start_line(json);
	if (name) {
		json_add_string(json->into, name);
		text_add(json->into, ": ");
	}
	json->filled = true;
}

static void begin(struct json_writer *json, const char *name, const char *marks)
{
	start_member(json, name);
	assert(json->depth < JSON_DEEPEST);
	text_add_char(json->into, marks[0]);
	json->ends[json->depth++] = marks[1];
	json->filled = false;
}

void json_writer_object(struct json_writer *json, const char *name)
{
	begin(json, name, "{}");
}

void json_writer_array(struct json_writer *json, const char *name)
{
	begin(json, name, "[]");
}

void json_writer_string(struct json_writer *json, const char *name,
			const char *value)
{
	assert(json->depth > 0);
	start_member(json, name);
	if (value)
		json_add_string(json->into, value);
	else
		text_add(json->into, "null");
}

void json_writer_number(struct json_writer *json, const char *name, long value)
{
	assert(json->depth > 0);
	start_member(json, name);
	text_printf(json->into, "%ld", value);
}

void json_writer_flag(struct json_writer *json, const char *name, bool value)
{
	assert(json->depth > 0);
	start_member(json, name);
	text_add(json->into, value ? "true" : "false");
}

void json_writer_close(struct json_writer *json)
{
	bool filled = json->filled;

	assert(json->depth > 0);
	json->depth--;
	if (filled)
		start_line(json);
	text_add_char(json->into, json->ends[json->depth]);
	json->filled = true;
	if (json->depth == 0)
		text_add_char(json->into, '\n');
}
