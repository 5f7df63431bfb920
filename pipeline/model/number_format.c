#include "model/number_format.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "schema/schema.h"

#define DIGITS "0123456789"

static const struct sign {
	const char *name;
	const char *sign;
} signs[] = {
	{ "thin-space", "\u202f" },
	{ "space", "\u00a0" },
	{ "none", "" },
	{ "comma", "," },
	{ "point", "." },
	{ "minus", "\u2212" },
	{ "en-dash", "\u2013" },
	{ "hyphen", "-" },
};

/* NULL if the attribute is not there. */
static const char *sign_of(const struct xml_reader *reader,
			   const char *attribute)
{
	const char *name = xml_reader_attribute(reader, attribute);
	size_t i = 0;

	if (!name)
		return NULL;
	while (i < COUNT_OF(signs) && strcmp(signs[i].name, name) != 0)
		i++;
	assert(i < COUNT_OF(signs));
	return signs[i].sign;
}

static bool says(const struct xml_reader *reader, const char *attribute,
		 const char *word)
{
	const char *said = xml_reader_attribute(reader, attribute);

	return said && strcmp(said, word) == 0;
}

void number_format_take(struct number_format *format, struct xml_reader *reader)
{
	*format = (struct number_format){
		.group = sign_of(reader, "group"),
		.minus = sign_of(reader, "minus"),
		.percent = sign_of(reader, "percent"),
		.padded = says(reader, "decimals", "most"),
		.line = xml_reader_place(reader).line,
	};
	if (xml_reader_attribute(reader, "from"))
		format->from = says(reader, "from", "1000") ? 1000 : 10000;
}

static bool read_style(struct number_format *format,
		       const struct xml_source *source, const char *language)
{
	struct xml_reader *reader = xml_reader_open(source);
	enum xml_event event = reader ? XML_OPEN : XML_WRONG;

	while (event != XML_DONE && event != XML_WRONG) {
		event = xml_reader_next(reader);
		if (event == XML_OPEN && xml_reader_is(reader, "numbers") &&
		    lang_is(language, xml_reader_attribute(reader, "language")))
			number_format_take(format, reader);
	}
	xml_reader_close(reader);
	return event == XML_DONE;
}

bool number_format_load(struct number_format *format, const char *workspace,
			const char *language, struct text *why)
{
	struct text path = { 0 };
	struct text content = { 0 };
	struct xml_source source = {
		.schema = schema_house_style_begin,
		.schema_len = SCHEMA_LEN(house_style),
		.wrong = OUTCOME_MISCONFIGURED,
	};
	bool ok = true;

	text_printf(&path, "%s/templates/house-style.xml", workspace);
	if (access(path.at, F_OK) == 0) {
		ok = infile_load(&content, path.at, why);
		source.name = path.at;
		source.bytes = text_string(&content);
		source.len = content.len;
		ok = ok && read_style(format, &source, language);
	}
	text_clear(&content);
	text_clear(&path);
	return ok;
}

size_t number_format_group(const struct number_format *format, const char *at)
{
	const char *group = format && format->group ? format->group : "";
	const size_t len = strlen(group);

	if (len == 1 && *at == *group && strspn(at + 1, DIGITS) == 3)
		return len;
	return 0;
}
