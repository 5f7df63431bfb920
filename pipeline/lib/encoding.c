#include "lib/encoding.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "lib/encoding_charts.h"
#include "lib/encoding_proof.h"
#include "lib/text.h"

static const char *const names[] = {
	[ENCODING_AUTO] = "auto",
	[ENCODING_UTF_8] = "utf-8",
	[ENCODING_UTF_8_BOM] = "utf-8-bom",
	[ENCODING_UTF_16LE] = "utf-16le",
	[ENCODING_UTF_16BE] = "utf-16be",
	[ENCODING_WINDOWS_1252] = "windows-1252",
	[ENCODING_ISO_8859_1] = "iso-8859-1",
	[ENCODING_CP437] = "cp437",
	[ENCODING_CP850] = "cp850",
};

static const struct {
	enum encoding encoding;
	const char *bytes;
	size_t len;
} marks[] = {
	{ ENCODING_UTF_8_BOM, "\xEF\xBB\xBF", 3 },
	{ ENCODING_UTF_16LE, "\xFF\xFE", 2 },
	{ ENCODING_UTF_16BE, "\xFE\xFF", 2 },
};

/* What is read, how far it was understood, and where it goes. */
struct reading {
	const unsigned char *bytes;
	size_t len;
	size_t at;
	struct text *into;
	bool odd; /* it may hold what encoding_prove() calls odd */
};

const char *encoding_name(enum encoding encoding)
{
	return names[encoding];
}

bool encoding_of_name(enum encoding *encoding, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (strcmp(names[i], name) != 0)
			continue;
		*encoding = (enum encoding)i;
		return true;
	}
	return false;
}

static void add_character(struct text *into, uint32_t code)
{
	static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	unsigned int len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	unsigned int shift = 6 * (len - 1);

	if (code < 0x80) {
		text_add_char(into, (char)code);
		return;
	}
	text_add_char(into, (char)(leads[len] | (code >> shift)));
	while (shift > 0) {
		shift -= 6;
		text_add_char(into, (char)(0x80 | ((code >> shift) & 0x3F)));
	}
}

static bool read_utf8(struct reading *reading)
{
	const char *bytes = (const char *)reading->bytes + reading->at;
	size_t left = reading->len - reading->at;
	size_t valid = encoding_understood(bytes, left, &reading->odd);

	text_add_bytes(reading->into, bytes, valid);
	reading->at += valid;
	return reading->at == reading->len;
}

/* 0 for a byte that has no meaning. */
static uint32_t meaning(enum encoding encoding, unsigned char byte)
{
	if (byte < 0x80)
		return byte;
	switch (encoding) {
	case ENCODING_WINDOWS_1252:
		return encoding_chart_windows_1252[byte - 0x80];
	case ENCODING_CP437:
		return encoding_chart_cp437[byte - 0x80];
	case ENCODING_CP850:
		return encoding_chart_cp850[byte - 0x80];
	default:
		assert(encoding == ENCODING_ISO_8859_1);
		return byte < 0xA0 ? 0 : byte;
	}
}

static bool read_bytewise(struct reading *reading, enum encoding encoding)
{
	const unsigned char *bytes = reading->bytes;

	while (reading->at < reading->len) {
		size_t plain = encoding_plain(bytes + reading->at,
					      reading->len - reading->at);
		uint32_t code;

		text_add_bytes(reading->into, bytes + reading->at, plain);
		reading->at += plain;
		if (reading->at == reading->len)
			return true;
		code = meaning(encoding, bytes[reading->at]);
		if (code == 0)
			return false;
		add_character(reading->into, code);
		reading->at++;
	}
	return true;
}

/* The unit at `at`; 0, which never has a meaning, where none is left. */
static uint32_t unit_at(const struct reading *reading, size_t at, bool big)
{
	const unsigned char *bytes = reading->bytes + at;

	if (at >= reading->len || reading->len - at < 2)
		return 0;
	return big ? (uint32_t)(bytes[0] << 8 | bytes[1])
		   : (uint32_t)(bytes[1] << 8 | bytes[0]);
}

static bool read_utf16(struct reading *reading, bool big)
{
	while (reading->at < reading->len) {
		uint32_t code = unit_at(reading, reading->at, big);
		uint32_t low = unit_at(reading, reading->at + 2, big);
		bool paired = code >= 0xD800 && code <= 0xDBFF &&
			      low >= 0xDC00 && low <= 0xDFFF;

		if (paired)
			code = 0x10000 + ((code - 0xD800) << 10) +
			       (low - 0xDC00);
		if (code == 0 || (code >= 0xD800 && code <= 0xDFFF))
			return false;
		add_character(reading->into, code);
		reading->at += paired ? 4 : 2;
	}
	return true;
}

/* Which mark stands at the start, and past it; ENCODING_AUTO for none. */
static enum encoding pass_mark(struct reading *reading)
{
	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		if (reading->len < marks[i].len ||
		    memcmp(reading->bytes, marks[i].bytes, marks[i].len) != 0)
			continue;
		reading->at = marks[i].len;
		return marks[i].encoding;
	}
	return ENCODING_AUTO;
}

/* What it must be, by its name and its mark; false if they disagree. */
static bool settle(enum encoding *encoding, enum encoding marked)
{
	bool named_utf8 =
		*encoding == ENCODING_UTF_8 || *encoding == ENCODING_UTF_8_BOM;

	if (marked == ENCODING_AUTO) {
		if (*encoding == ENCODING_AUTO || named_utf8)
			*encoding = ENCODING_UTF_8;
		return true;
	}
	if (*encoding != ENCODING_AUTO && *encoding != marked &&
	    !(named_utf8 && marked == ENCODING_UTF_8_BOM))
		return false;
	*encoding = marked;
	return true;
}

static bool read_as(struct reading *reading, enum encoding encoding)
{
	reading->odd =
		encoding != ENCODING_UTF_8 && encoding != ENCODING_UTF_8_BOM;
	switch (encoding) {
	case ENCODING_UTF_8:
	case ENCODING_UTF_8_BOM:
		return read_utf8(reading);
	case ENCODING_UTF_16LE:
		return read_utf16(reading, false);
	case ENCODING_UTF_16BE:
		return read_utf16(reading, true);
	default:
		return read_bytewise(reading, encoding);
	}
}

void encoding_pass(struct encoding_place *place, const char *utf8, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		bool ends = utf8[i] == '\r' ||
			    (utf8[i] == '\n' && !place->after_cr);

		place->line += ends;
		place->after_cr = utf8[i] == '\r';
		if (ends || utf8[i] == '\n')
			place->column = 1;
		else if (!text_goes_on(utf8[i]))
			place->column++;
	}
}

/* The place of the fault, from what was understood before it. */
static void place_fault(struct encoding_fault *fault,
			const struct reading *reading, size_t start)
{
	struct encoding_place place = { .line = 1, .column = 1 };

	encoding_pass(&place, text_string(reading->into) + start,
		      reading->into->len - start);
	fault->offset = reading->at;
	fault->byte = reading->bytes[reading->at];
	fault->line = place.line;
	fault->column = place.column;
}

bool encoding_begin(enum encoding *encoding, const char *bytes, size_t len,
		    size_t *mark)
{
	struct reading reading = { .bytes = (const unsigned char *)bytes,
				   .len = len };

	if (!settle(encoding, pass_mark(&reading)))
		return false;
	*mark = reading.at;
	return true;
}

size_t encoding_more(struct text *into, const char *bytes, size_t len,
		     enum encoding encoding, bool *odd)
{
	struct reading reading = {
		.bytes = (const unsigned char *)bytes,
		.len = len,
		.into = into,
	};

	(void)read_as(&reading, encoding);
	*odd = *odd || reading.odd;
	return reading.at;
}

bool encoding_to_utf8(struct text *into, const char *bytes, size_t len,
		      enum encoding *encoding, struct encoding_fault *fault)
{
	struct reading reading = {
		.bytes = (const unsigned char *)bytes,
		.len = len,
		.into = into,
	};
	enum encoding settled = *encoding;
	size_t start = into->len;

	if (encoding_begin(&settled, bytes, len, &reading.at) &&
	    read_as(&reading, settled)) {
		*encoding = settled;
		return true;
	}
	place_fault(fault, &reading, start);
	if (into->at) {
		into->len = start;
		into->at[start] = '\0';
	}
	return false;
}
