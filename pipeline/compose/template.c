#include "compose/template.h"

#include <stddef.h>
#include <string.h>

#include "compose/vocabulary.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "schema/schema.h"

#define BODY " section "
#define SELECTS                                                                \
	{ "goal", FORM_ID, false }, { "unit", FORM_ID, false },                \
	{                                                                      \
		"grade", FORM_ID, false                                        \
	}
#define TABLE                                                                  \
	{                                                                      \
		"landscape", FORM_YESNO, false                                 \
	}
#define SELECTS_RECORDS                                                        \
	{ "unit", FORM_ID, false },                                            \
	{                                                                      \
		"since", FORM_DATE, false                                      \
	}

/* In the order of enum part_kind. */
static const struct vocabulary_element elements[] = {
	{ "template", "", { { 0 } } },
	{ "cover", " template ", { { 0 } } },
	{ "contents", " template ", { { "depth", FORM_DEPTH, true } } },
	{ "section",
	  " template section ",
	  { { "title", FORM_TEXT, true },
	    { "new-page", FORM_YESNO, false },
	    { "meets", FORM_TEXT, false } } },
	{ "text", BODY, { { "file", FORM_FILE, true }, TABLE } },
	{ "principle", BODY, { { "rule", FORM_ID, true } } },
	{ "status",
	  BODY,
	  { { "scale", FORM_ID, true },
	    { "goal", FORM_ID, false },
	    { "unit", FORM_ID, false } } },
	{ "goals",
	  BODY,
	  { { "kind", FORM_TEXT, true },
	    { "empty", FORM_TEXT, true },
	    SELECTS,
	    TABLE } },
	{ "indicators",
	  BODY,
	  { { "empty", FORM_TEXT, true },
	    { "kind", FORM_TEXT, false },
	    SELECTS,
	    TABLE } },
	{ "follow-up",
	  BODY,
	  { { "kind", FORM_TEXT, true },
	    { "empty", FORM_TEXT, true },
	    SELECTS,
	    TABLE } },
	{ "history",
	  BODY,
	  { { "empty", FORM_TEXT, true },
	    { "kind", FORM_TEXT, false },
	    SELECTS,
	    TABLE } },
	{ "indicator-comments",
	  BODY,
	  { { "empty", FORM_TEXT, true },
	    { "kind", FORM_TEXT, false },
	    SELECTS } },
	{ "indicator-pages",
	  BODY,
	  { { "kind", FORM_TEXT, true },
	    { "empty", FORM_TEXT, true },
	    SELECTS } },
	{ "decisions",
	  BODY,
	  { { "kind", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    { "closed", FORM_TEXT, false },
	    SELECTS_RECORDS,
	    TABLE } },
	{ "risk-matrix",
	  BODY,
	  { { "matrix", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "risks",
	  BODY,
	  { { "matrix", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "risk-controls",
	  BODY,
	  { { "matrix", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "checklist",
	  BODY,
	  { { "checklist", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "checklist-units",
	  BODY,
	  { { "checklist", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "checklist-actions",
	  BODY,
	  { { "checklist", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "key-figures",
	  BODY,
	  { { "figures", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "operating-statement",
	  BODY,
	  { { "statement", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "deviations",
	  BODY,
	  { { "statement", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
	{ "changes", BODY, { { "empty", FORM_TEXT, true }, TABLE } },
	{ "completeness", BODY, { { "empty", FORM_TEXT, true }, TABLE } },
	{ "corrections", BODY, { { "empty", FORM_TEXT, true }, TABLE } },
	{ "requirements", BODY, { { "profile", FORM_TEXT, true }, TABLE } },
	{ "records",
	  BODY,
	  { { "kind", FORM_ID, true },
	    { "fields", FORM_TEXT, true },
	    { "heads", FORM_TEXT, true },
	    { "empty", FORM_TEXT, true },
	    SELECTS_RECORDS,
	    TABLE } },
	{ "activities",
	  BODY,
	  { { "kind", FORM_ID, true },
	    { "empty", FORM_TEXT, true },
	    SELECTS_RECORDS,
	    TABLE } },
	{ "chart",
	  BODY,
	  { { "indicator", FORM_ID, true }, { "empty", FORM_TEXT, true } } },
	{ "signatures",
	  BODY,
	  { { "roles", FORM_TEXT, true }, { "names", FORM_TEXT, false } } },
	{ "appendices",
	  BODY,
	  { { "file", FORM_LIST, true },
	    { "empty", FORM_TEXT, true },
	    TABLE } },
};

static const struct vocabulary vocabulary = { elements, COUNT_OF(elements) };

/* The attributes that say what a part is about. */
static const char *const of_names[] = { "rule",      "scale",   "kind",
					"statement", "profile", "matrix",
					"checklist", "figures", "indicator" };

struct reading {
	struct arena *arena;
	const char *shown; /* "templates/prognosrapport.xml" */
	struct xml_reader *xml;
	bool sound;
};

/* The attributes that are kept as they are. */
static const struct {
	const char *name;
	size_t at; /* in the part */
} kept[] = {
	{ "title", offsetof(struct template_part, title) },
	{ "file", offsetof(struct template_part, file) },
	{ "empty", offsetof(struct template_part, empty) },
	{ "fields", offsetof(struct template_part, fields) },
	{ "heads", offsetof(struct template_part, heads) },
	{ "closed", offsetof(struct template_part, closed) },
	{ "meets", offsetof(struct template_part, meets) },
	{ "goal", offsetof(struct template_part, goal) },
	{ "unit", offsetof(struct template_part, unit) },
	{ "grade", offsetof(struct template_part, grade) },
	{ "since", offsetof(struct template_part, since) },
	{ "roles", offsetof(struct template_part, roles) },
	{ "names", offsetof(struct template_part, names) },
	{ "landscape", offsetof(struct template_part, landscape) },
};

/* All indicators, but for those under goals of another kind. */
static bool selects_by_kind(enum part_kind kind)
{
	return kind == PART_INDICATORS || kind == PART_HISTORY ||
	       kind == PART_INDICATOR_COMMENTS;
}

static void take_attributes(struct template_part *part, struct reading *reading)
{
	struct xml_reader *xml = reading->xml;
	struct arena *arena = reading->arena;
	const char *flag = xml_reader_attribute(xml, "new-page");
	const char *depth = xml_reader_attribute(xml, "depth");

	part->place = xml_reader_place(xml);
	part->place.file = reading->shown;
	part->place.header = arena_strdup(arena, part->place.header);
	for (size_t i = 0; i < COUNT_OF(kept); i++) {
		const char **member = (void *)((char *)part + kept[i].at);

		*member = arena_strdup(arena,
				       xml_reader_attribute(xml, kept[i].name));
	}
	part->new_page = flag && strcmp(flag, "yes") == 0;
	part->depth = depth ? depth[0] - '0' : 0;
	for (size_t i = 0; i < COUNT_OF(of_names) && !part->of; i++)
		part->of = arena_strdup(arena,
					xml_reader_attribute(xml, of_names[i]));
	if (selects_by_kind(part->kind))
		part->under = part->of;
}

static void refuse_empty(struct reading *reading,
			 const struct template_part *part)
{
	if (part->part_count > 0)
		return;
	if (part->kind != PART_TEMPLATE && part->kind != PART_SECTION)
		return;
	msg_at(OUTCOME_MISCONFIGURED, part->place,
	       _("nothing stands in this element; expected: at least one "
		 "element of the report"));
	reading->sound = false;
}

static struct template_part *add_part(struct template_part *parent,
				      struct arena *arena)
{
	struct template_part *part;

	parent->parts = arena_grow(arena, parent->parts, parent->part_count,
				   sizeof(*parent->parts));
	part = &parent->parts[parent->part_count++];
	*part = (struct template_part){ 0 };
	return part;
}

static bool take_children(struct template_part *parent,
			  struct reading *reading);

static bool take_element(struct template_part *parent, struct reading *reading)
{
	int kind =
		vocabulary_open(&vocabulary, reading->xml,
				elements[parent->kind].name, &reading->sound);
	struct template_part *part;

	if (kind < 0)
		return xml_reader_skip(reading->xml);
	part = add_part(parent, reading->arena);
	part->kind = (enum part_kind)kind;
	take_attributes(part, reading);
	return take_children(part, reading);
}

/* Up to and with the close of `parent`; false if the XML is broken (told). */
static bool take_children(struct template_part *parent, struct reading *reading)
{
	for (;;) {
		switch (xml_reader_next(reading->xml)) {
		case XML_OPEN:
			if (!take_element(parent, reading))
				return false;
			break;
		case XML_TEXT:
			vocabulary_refuse_text(&vocabulary, reading->xml,
					       elements[parent->kind].name);
			reading->sound = false;
			break;
		case XML_CLOSE:
			refuse_empty(reading, parent);
			return true;
		default:
			return false;
		}
	}
}

static bool take_root(struct template_part *root, struct reading *reading)
{
	int kind;

	if (xml_reader_next(reading->xml) != XML_OPEN)
		return false;
	kind = vocabulary_open(&vocabulary, reading->xml, "", &reading->sound);
	if (kind < 0)
		return false;
	root->kind = (enum part_kind)kind;
	take_attributes(root, reading);
	return take_children(root, reading) &&
	       xml_reader_next(reading->xml) == XML_DONE;
}

/* The second lock: what our own words let pass must also meet the schema. */
static bool meets_schema(const struct xml_source *source)
{
	struct xml_source locked = *source;
	struct xml_reader *xml;
	enum xml_event event;

	locked.schema = schema_template_begin;
	locked.schema_len = SCHEMA_LEN(template);
	xml = xml_reader_open(&locked);
	if (!xml)
		return false;
	do
		event = xml_reader_next(xml);
	while (event != XML_DONE && event != XML_WRONG);
	xml_reader_close(xml);
	return event == XML_DONE;
}

static bool take_file(struct template *template, const struct text *content,
		      const char *shown)
{
	struct xml_source source = { .name = shown,
				     .bytes = content->at,
				     .len = content->len,
				     .wrong = OUTCOME_MISCONFIGURED };
	struct reading reading = { .arena = &template->arena,
				   .shown = shown,
				   .sound = true };
	bool ok;

	reading.xml = xml_reader_open(&source);
	if (!reading.xml)
		return false;
	ok = take_root(&template->root, &reading) && reading.sound;
	xml_reader_close(reading.xml);
	return ok && meets_schema(&source);
}

bool template_load(struct template *template, const char *workspace,
		   const char *name, struct text *why)
{
	struct text path = { 0 };
	struct text content = { 0 };
	const char *shown;
	bool ok;

	shown = arena_printf(&template->arena, "templates/%s.xml", name);
	text_printf(&path, "%s/%s", workspace, shown);
	ok = infile_load(&content, path.at, why) &&
	     take_file(template, &content, shown);
	text_clear(&content);
	text_clear(&path);
	if (!ok)
		template_clear(template);
	return ok;
}

void template_clear(struct template *template)
{
	arena_clear(&template->arena);
	*template = (struct template){ 0 };
}
