#include "compose/vocabulary.h"

#include <string.h>

#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "model/window.h"

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789.-"

static bool stands_in(const struct vocabulary_element *element,
		      const char *parent)
{
	struct text spaced = { 0 };
	bool found;

	text_printf(&spaced, " %s ", parent);
	found = *parent ? strstr(element->inside, spaced.at) != NULL
			: !*element->inside;
	text_clear(&spaced);
	return found;
}

/* "cover, contents, section" */
static void add_expected(struct text *list, const struct vocabulary *vocabulary,
			 const char *parent)
{
	for (size_t i = 0; i < vocabulary->count; i++) {
		if (!stands_in(&vocabulary->elements[i], parent))
			continue;
		if (list->len > 0)
			text_add(list, ", ");
		text_add(list, vocabulary->elements[i].name);
	}
	if (list->len == 0)
		text_add(list, _("nothing"));
}

static void add_attributes(struct text *list,
			   const struct vocabulary_attribute *attribute)
{
	for (; attribute->name; attribute++) {
		if (list->len > 0)
			text_add(list, ", ");
		text_add(list, attribute->name);
	}
	if (list->len == 0)
		text_add(list, _("none"));
}

static bool is_file(const char *name, const char *end)
{
	const size_t len = strlen(name);

	return len > strlen(end) && name[0] != '.' && !strchr(name, '/') &&
	       strcmp(name + len - strlen(end), end) == 0;
}

static bool has_form(const char *value, enum attribute_form form)
{
	size_t len = strlen(value);
	struct date day;

	switch (form) {
	case FORM_TEXT:
		return value[strspn(value, " \t\r\n")] != '\0';
	case FORM_ID:
		return len > 0 && strspn(value, ID_CHARACTERS) == len;
	case FORM_FILE:
		return is_file(value, ".md");
	case FORM_LIST:
		return is_file(value, ".csv");
	case FORM_DATE:
		return date_parse(&day, value);
	case FORM_YESNO:
		return strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
	case FORM_DEPTH:
		return len == 1 && value[0] >= '1' && value[0] <= '6';
	}
	return false;
}

static const char *form_name(enum attribute_form form)
{
	switch (form) {
	case FORM_TEXT:
		break;
	case FORM_ID:
		return _("an id of small letters a-z, digits, \".\" and \"-\"");
	case FORM_FILE:
		return _("the name of a text file that ends in .md, without "
			 "folders");
	case FORM_LIST:
		return _("the name of a list that ends in .csv, without "
			 "folders");
	case FORM_DATE:
		return _("a day like 2025-05-05");
	case FORM_YESNO:
		return _("yes or no");
	case FORM_DEPTH:
		return _("a number from 1 to 6");
	}
	return _("a text that is not empty");
}

static const struct vocabulary_attribute *find_attribute(
	const struct vocabulary_element *element, const char *name)
{
	const struct vocabulary_attribute *row = element->attributes;

	while (row->name && strcmp(row->name, name) != 0)
		row++;
	return row->name ? row : NULL;
}

static bool prove_known(const struct vocabulary_element *element,
			struct xml_reader *reader)
{
	struct text expected = { 0 };
	const char *name;
	bool sound = true;

	add_attributes(&expected, element->attributes);
	for (size_t i = 0; (name = xml_reader_attribute_name(reader, i)); i++) {
		if (find_attribute(element, name))
			continue;
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reader),
		       _("the attribute \"%s\" is not known here; expected: "
			 "%s"),
		       name, expected.at);
		sound = false;
	}
	text_clear(&expected);
	return sound;
}

static bool prove_value(const struct vocabulary_attribute *attribute,
			struct xml_reader *reader)
{
	const char *value = xml_reader_attribute(reader, attribute->name);

	if (!value && !attribute->needed)
		return true;
	if (value && has_form(value, attribute->form))
		return true;
	if (value)
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reader),
		       _("the attribute \"%s\" says \"%s\"; expected: %s"),
		       attribute->name, value, form_name(attribute->form));
	else
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reader),
		       _("the attribute \"%s\" is missing; expected: %s"),
		       attribute->name, form_name(attribute->form));
	return false;
}

static bool prove_attributes(const struct vocabulary_element *element,
			     struct xml_reader *reader)
{
	const struct vocabulary_attribute *attribute = element->attributes;
	bool sound = prove_known(element, reader);

	for (; attribute->name; attribute++)
		sound = prove_value(attribute, reader) && sound;
	return sound;
}

static void tell_element(const struct vocabulary *vocabulary,
			 struct xml_reader *reader, const char *parent)
{
	struct text expected = { 0 };

	add_expected(&expected, vocabulary, parent);
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reader),
	       _("the element \"%s\" has no place here; expected: %s"),
	       xml_reader_name(reader), expected.at);
	text_clear(&expected);
}

int vocabulary_open(const struct vocabulary *vocabulary,
		    struct xml_reader *reader, const char *parent, bool *sound)
{
	for (size_t i = 0; i < vocabulary->count; i++) {
		const struct vocabulary_element *row = &vocabulary->elements[i];

		if (!xml_reader_is(reader, row->name) ||
		    !stands_in(row, parent))
			continue;
		*sound = prove_attributes(row, reader) && *sound;
		return (int)i;
	}
	tell_element(vocabulary, reader, parent);
	*sound = false;
	return -1;
}

void vocabulary_refuse_text(const struct vocabulary *vocabulary,
			    struct xml_reader *reader, const char *parent)
{
	struct text expected = { 0 };

	add_expected(&expected, vocabulary, parent);
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reader),
	       _("text stands here, where only elements do; expected: %s"),
	       expected.at);
	text_clear(&expected);
}
