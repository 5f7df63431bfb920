#include "typeset/house_style.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"
#include "lib/xml_reader.h"
#include "schema/schema.h"
#include "typeset/contrast.h"

#define LOGO_LEAST (5 * MPT_PER_MM)

static const char *const face_names[] = { "regular", "bold", "italic",
					  "bold-italic" };
static const char *const line_names[] = { "ragged", "justified" };
static const char *const colour_names[] = { "ink",      "house", "secondary",
					    "hairline", "band",  "draft" };
static const char *const text_names[] = {
	"body",       "h1",         "h2",          "h3",
	"quote",      "note",       "table",       "caption",
	"contents",   "running",    "cover-title", "cover-subtitle",
	"cover-unit", "cover-line", "draft"
};

struct reading {
	struct house_style *style;
	struct xml_reader *reader;
	const char *path; /* of the file */
	bool wrong;       /* something was told */
	bool faces[FACES], colours[COLOURS], texts[TEXTS]; /* were there */
};

/* The schema has proved that the attribute is there and is one of `names`. */
static size_t named(struct reading *reading, const char *attribute,
		    const char *const *names, size_t count)
{
	const char *word = xml_reader_attribute(reading->reader, attribute);
	size_t at = 0;

	while (at < count && strcmp(names[at], word) != 0)
		at++;
	assert(at < count);
	return at;
}

/*
 * The place in `names` of what an element is for.  The schema counts the
 * elements of each kind, so that none is missing if none stands twice.
 */
static size_t used(struct reading *reading, const char *const *names,
		   size_t count, bool *seen)
{
	const size_t use = named(reading, "use", names, count);

	if (seen[use]) {
		reading->wrong = true;
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
		       _("\"%s\" stands here a second time; each use must "
			 "stand once"),
		       names[use]);
	}
	seen[use] = true;
	return use;
}

static int32_t length_of(struct reading *reading, const char *attribute)
{
	int32_t length = 0;
	bool ok = house_style_length(
		&length, xml_reader_attribute(reading->reader, attribute));

	assert(ok);
	return length;
}

/* A path of the file, from its own folder on if it is not absolute. */
static const char *path_of(struct reading *reading, const char *attribute)
{
	const char *file = xml_reader_attribute(reading->reader, attribute);
	const char *slash = strrchr(reading->path, '/');
	struct arena *arena = &reading->style->arena;

	if (!file || *file == '/' || !slash)
		return arena_strdup(arena, file);
	return arena_printf(arena, "%.*s/%s", (int)(slash - reading->path),
			    reading->path, file);
}

/* The same of a file that must be there to be read. */
static const char *readable_of(struct reading *reading, const char *attribute)
{
	const char *path = path_of(reading, attribute);

	if (path && access(path, R_OK)) {
		reading->wrong = true;
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
		       _("%s names the file \"%s\", which cannot be read: %s"),
		       attribute, path, strerror(errno));
	}
	return path;
}

static void take_page(struct reading *reading)
{
	struct house_style *style = reading->style;

	style->width = length_of(reading, "width");
	style->height = length_of(reading, "height");
	style->top = length_of(reading, "top");
	style->bottom = length_of(reading, "bottom");
	style->left = length_of(reading, "left");
	style->right = length_of(reading, "right");
	style->measure = length_of(reading, "measure");
	style->mark = length_of(reading, "mark");
	style->justified =
		named(reading, "lines", line_names, COUNT_OF(line_names)) == 1;
	if (house_style_width(style) >= style->measure &&
	    style->measure >= 50 * MPT_PER_MM &&
	    house_style_room(style, false).height >= 100 * MPT_PER_MM)
		return;
	reading->wrong = true;
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
	       _("the margins leave too little room: inside them the page must "
		 "be as wide as measure and at least 100 mm high, and measure "
		 "at least 50 mm"));
}

static void take_face(struct reading *reading)
{
	const size_t face = used(reading, face_names, FACES, reading->faces);

	reading->style->faces[face] = readable_of(reading, "file");
}

static void take_profile(struct reading *reading)
{
	reading->style->profile = readable_of(reading, "file");
}

static void take_hyphenation(struct reading *reading)
{
	struct house_style *style = reading->style;
	struct house_dictionary dictionary = {
		.language = arena_strdup(&style->arena,
					 xml_reader_attribute(reading->reader,
							      "language")),
		.path = readable_of(reading, "dictionary"),
		.exceptions = readable_of(reading, "exceptions"),
	};

	style->dictionaries = arena_grow(&style->arena, style->dictionaries,
					 style->dictionary_count,
					 sizeof(*style->dictionaries));
	style->dictionaries[style->dictionary_count++] = dictionary;
}

static void take_numbers(struct reading *reading)
{
	struct house_style *style = reading->style;
	struct house_numbers numbers = {
		.language = arena_strdup(&style->arena,
					 xml_reader_attribute(reading->reader,
							      "language")),
	};

	if (house_style_numbers(style, numbers.language)) {
		reading->wrong = true;
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
		       _("numbers of the language \"%s\" stand here twice"),
		       numbers.language);
	}
	number_format_take(&numbers.format, reading->reader);
	style->numbers =
		arena_grow(&style->arena, style->numbers, style->numbers_count,
			   sizeof(*style->numbers));
	style->numbers[style->numbers_count++] = numbers;
}

/*
 * A logo lies below the house style's own folder, where all that shapes a
 * report is named by its manifest: files whose names begin with a dot are not.
 */
static bool lies_below(const char *file)
{
	bool below = *file != '/';

	while (below && file) {
		below = *file != '.' && *file != '\0';
		file = strchr(file, '/');
		file += file ? 1 : 0;
	}
	return below;
}

/* It stands above the municipality's name, which needs a tenth of the page
 * more before the title. */
static void prove_room(struct reading *reading)
{
	const struct house_style *style = reading->style;
	const struct house_logo *logo = &style->logo;

	if (logo->width >= LOGO_LEAST && logo->height >= LOGO_LEAST &&
	    logo->width <= house_style_width(style) / 2 &&
	    style->top + logo->height <= style->height * 3 / 10)
		return;
	reading->wrong = true;
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
	       _("the room of the logo must be at least 5 mm wide and high, at "
		 "most half as wide as the page inside its margins, and end "
		 "within three tenths of the page's height"));
}

static void load_picture(struct reading *reading, const char *file)
{
	struct text why = { 0 };

	if (!lies_below(file))
		text_add(&why, _("it must lie in the house style's folder or "
				 "below, with no name that begins with a dot; "
				 "then the report can be made again with it"));
	else if (picture_load(&reading->style->logo.picture,
			      path_of(reading, "file"), &why))
		return;
	reading->wrong = true;
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
	       _("the picture \"%s\" cannot be used: %s"), file, why.at);
	text_clear(&why);
}

static void take_logo(struct reading *reading)
{
	struct house_logo *logo = &reading->style->logo;

	logo->alt = arena_strdup(&reading->style->arena,
				 xml_reader_attribute(reading->reader, "alt"));
	logo->width = length_of(reading, "width");
	logo->height = length_of(reading, "height");
	prove_room(reading);
	load_picture(reading, xml_reader_attribute(reading->reader, "file"));
}

static void take_colour(struct reading *reading)
{
	const size_t use =
		used(reading, colour_names, COLOURS, reading->colours);
	bool ok =
		house_style_colour(&reading->style->colours[use],
				   xml_reader_attribute(reading->reader, "is"));

	assert(ok);
}

/* Text must be read on the page, and that of tables on the band too; what lies
 * across a draft's cover is no text. */
static void prove_contrast(struct reading *reading, enum text_use use,
			   struct colour colour)
{
	static const struct colour paper = { 255, 255, 255 };
	const struct colour band = reading->style->colours[COLOUR_BAND];
	const bool on_band =
		use == TEXT_TABLE &&
		contrast_of(colour, band) < contrast_of(colour, paper);
	const struct colour ground = on_band ? band : paper;
	const int contrast = contrast_of(colour, ground);

	if (use == TEXT_DRAFT || contrast >= CONTRAST_LEAST)
		return;
	reading->wrong = true;
	msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
	       _("\"%s\" is set in \"%s\" (#%02x%02x%02x) on %s "
		 "(#%02x%02x%02x), a contrast of %d.%02d:1; at least 4.5:1 is "
		 "needed to read it (WCAG 2.1, 1.4.3): choose colours that are "
		 "further apart"),
	       text_names[use], xml_reader_attribute(reading->reader, "colour"),
	       colour.red, colour.green, colour.blue,
	       on_band ? "\"band\"" : _("the white page"), ground.red,
	       ground.green, ground.blue, contrast / 100, contrast % 100);
}

static void take_text(struct reading *reading)
{
	struct house_style *style = reading->style;
	const size_t use = used(reading, text_names, TEXTS, reading->texts);
	const size_t colour = named(reading, "colour", colour_names, COLOURS);
	const size_t face = named(reading, "face", face_names, FACES);
	struct text_style text = {
		.font = { .face = (enum face)face,
			  .size = length_of(reading, "size"),
			  .colour = style->colours[colour] },
		.leading = length_of(reading, "leading"),
		.before = length_of(reading, "before"),
		.after = length_of(reading, "after"),
	};

	if (text.font.size < MPT_PER_POINT || text.leading < text.font.size) {
		reading->wrong = true;
		msg_at(OUTCOME_MISCONFIGURED, xml_reader_place(reading->reader),
		       _("the size must be at least 1pt, and leading at least "
			 "as much as size"));
	}
	prove_contrast(reading, (enum text_use)use, text.font.colour);
	style->texts[use] = text;
}

static const struct {
	const char *name;
	void (*take)(struct reading *reading);
} elements[] = {
	{ "page", take_page },       { "face", take_face },
	{ "profile", take_profile }, { "hyphenation", take_hyphenation },
	{ "numbers", take_numbers }, { "logo", take_logo },
	{ "colour", take_colour },   { "text", take_text },
};

static void take_element(struct reading *reading)
{
	for (size_t i = 0; i < COUNT_OF(elements); i++)
		if (xml_reader_is(reading->reader, elements[i].name))
			elements[i].take(reading);
}

/* Whether the file is sound; faults are told. */
static bool read_style(struct reading *reading, const struct text *content)
{
	const struct xml_source source = {
		.name = reading->path,
		.bytes = text_string(content),
		.len = content->len,
		.schema = schema_house_style_begin,
		.schema_len = SCHEMA_LEN(house_style),
		.wrong = OUTCOME_MISCONFIGURED,
	};
	enum xml_event event = XML_OPEN;

	reading->reader = xml_reader_open(&source);
	if (!reading->reader)
		return false;
	while (event != XML_DONE && event != XML_WRONG) {
		event = xml_reader_next(reading->reader);
		if (event == XML_OPEN)
			take_element(reading);
	}
	xml_reader_close(reading->reader);
	return event == XML_DONE && !reading->wrong;
}

bool house_style_load(struct house_style *style, const char *path,
		      struct text *why)
{
	struct reading reading = { .style = style, .path = path };
	struct text content = { 0 };
	bool ok = infile_load(&content, path, why) &&
		  read_style(&reading, &content);

	if (!ok)
		house_style_clear(style);
	text_clear(&content);
	return ok;
}

void house_style_clear(struct house_style *style)
{
	picture_clear(&style->logo.picture);
	arena_clear(&style->arena);
	*style = (struct house_style){ 0 };
}

const struct house_dictionary *house_style_dictionary(
	const struct house_style *style, const char *language)
{
	for (size_t i = 0; i < style->dictionary_count; i++)
		if (lang_is(language, style->dictionaries[i].language))
			return &style->dictionaries[i];
	return NULL;
}

const struct number_format *house_style_numbers(const struct house_style *style,
						const char *language)
{
	for (size_t i = 0; i < style->numbers_count; i++)
		if (lang_is(language, style->numbers[i].language))
			return &style->numbers[i].format;
	return NULL;
}
