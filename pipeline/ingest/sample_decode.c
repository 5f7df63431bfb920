/*
 * What has a mark, or is UTF-8 as a whole, is proved.  A single-byte encoding
 * cannot be proved from bytes: it is proposed if it, and no other, gives
 * letters that Swedish has, and the proposal says so.
 */
#include <string.h>

#include "ingest/mojibake.h"
#include "ingest/remark.h"
#include "ingest/sample.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

static const enum encoding bytewise[] = { ENCODING_WINDOWS_1252, ENCODING_CP850,
					  ENCODING_CP437 };

/* Of Swedish text; what may stand in text of either kind; all else is odd. */
static const char expected[] = "åäöÅÄÖéÉüÜ§–½€\xC2\xA0";
static const char possible[] = "”“’…—·°´";

/* One character of more than one byte, as a string. */
struct character {
	char at[5];
	size_t len;
};

static struct character character_at(const char *at)
{
	struct character character = { .len = 1 };

	while (character.len < 4 && text_goes_on(at[character.len]))
		character.len++;
	memcpy(character.at, at, character.len);
	return character;
}

/* How many characters speak for this text being Swedish, less those against. */
static long weigh(const struct text *utf8)
{
	long weight = 0;
	size_t at = 0;

	while (at < utf8->len) {
		struct character character = character_at(utf8->at + at);

		at += character.len;
		if (character.len < 2 || strstr(possible, character.at))
			continue;
		weight += strstr(expected, character.at) ? 1 : -1;
	}
	return weight;
}

static bool is_ascii(const struct text *bytes)
{
	for (size_t i = 0; i < bytes->len; i++)
		if ((unsigned char)bytes->at[i] >= 0x80)
			return false;
	return true;
}

static void note_mojibake(struct sample *sample)
{
	struct mojibake found[MOJIBAKE_KINDS] = { 0 };

	mojibake_find(found, text_string(&sample->utf8), sample->utf8.len, 1);
	for (size_t i = 0; i < MOJIBAKE_KINDS; i++)
		if (found[i].count > 0)
			remark_add(
				&sample->doubts,
				_("\"%s\" stands for \"%s\" %ld times, first "
				  "on line %ld: the system before this one "
				  "read the file in a wrong encoding; have "
				  "it exported again"),
				found[i].sign, found[i].letter, found[i].count,
				found[i].line);
}

/* A mark, or UTF-8 from the first byte to the last. */
static void note_proved(struct sample *sample, const struct text *bytes,
			enum encoding found)
{
	sample->encoding = ENCODING_AUTO;
	if (found != ENCODING_UTF_8)
		remark_add(&sample->evidence,
			   _("Encoding: the byte order mark says %s."),
			   encoding_name(found));
	else
		remark_add(&sample->evidence,
			   _("Encoding: all %zu bytes are UTF-8."), bytes->len);
	if (found == ENCODING_UTF_8 && is_ascii(bytes))
		remark_add(&sample->doubts,
			   _("No letter outside a-z stands in the file, so "
			     "its encoding is not seen; å, ä and ö in a later "
			     "file will tell."));
}

/* Every second byte of ASCII in UTF-16 is NUL. */
static enum encoding utf16_of(const struct text *bytes)
{
	size_t nuls[2] = { 0 };

	for (size_t i = 0; i < bytes->len; i++)
		nuls[i % 2] += bytes->at[i] == '\0';
	if (nuls[1] > bytes->len / 4 && nuls[0] == 0)
		return ENCODING_UTF_16LE;
	if (nuls[0] > bytes->len / 4 && nuls[1] == 0)
		return ENCODING_UTF_16BE;
	return ENCODING_AUTO;
}

static bool decode_as(struct text *into, const struct text *bytes,
		      enum encoding encoding)
{
	struct encoding_fault fault = { 0 };

	return encoding_to_utf8(into, text_string(bytes), bytes->len, &encoding,
				&fault);
}

/* Other encodings that give the same text, or another with as good reason. */
static void note_rivals(struct sample *sample, const struct text *bytes,
			enum encoding found)
{
	static const enum encoding rivals[] = { ENCODING_WINDOWS_1252,
						ENCODING_ISO_8859_1,
						ENCODING_CP850,
						ENCODING_CP437 };

	for (size_t i = 0; i < COUNT_OF(rivals); i++) {
		struct text other = { 0 };

		if (rivals[i] != found && decode_as(&other, bytes, rivals[i]) &&
		    strcmp(text_string(&other), sample->utf8.at) == 0)
			remark_add(&sample->doubts,
				   _("encoding = \"%s\" reads this file just "
				     "the same; ask the system's vendor."),
				   encoding_name(rivals[i]));
		text_clear(&other);
	}
}

static bool decode_bytewise(struct sample *sample, const struct text *bytes)
{
	long best = 0;

	for (size_t i = 0; i < COUNT_OF(bytewise); i++) {
		struct text other = { 0 };
		long weight = 0;

		if (decode_as(&other, bytes, bytewise[i]))
			weight = weigh(&other);
		if (weight > best) {
			struct text worse = sample->utf8;

			best = weight;
			sample->encoding = bytewise[i];
			sample->utf8 = other;
			other = worse;
		}
		text_clear(&other);
	}
	if (best == 0)
		return false;
	note_rivals(sample, bytes, sample->encoding);
	return true;
}

static void refuse(const struct sample *sample,
		   const struct encoding_fault *fault)
{
	msg_at(OUTCOME_REFUSED,
	       (struct place){ .file = sample->path,
			       .line = fault->line,
			       .column = fault->column },
	       _("byte %02X is not UTF-8, and neither windows-1252, cp850 nor "
		 "cp437 makes Swedish text of the file; export it as a CSV "
		 "file in UTF-8"),
	       fault->byte);
}

bool sample_decode(struct sample *sample, const struct text *bytes)
{
	struct encoding_fault fault = { 0 };
	enum encoding found = ENCODING_AUTO;
	enum encoding unmarked = utf16_of(bytes);

	if (encoding_to_utf8(&sample->utf8, text_string(bytes), bytes->len,
			     &found, &fault)) {
		note_proved(sample, bytes, found);
	} else if (unmarked != ENCODING_AUTO &&
		   decode_as(&sample->utf8, bytes, unmarked)) {
		sample->encoding = unmarked;
		remark_add(&sample->evidence,
			   _("Encoding: every second byte is NUL: %s, without "
			     "a byte order mark."),
			   encoding_name(unmarked));
	} else if (decode_bytewise(sample, bytes)) {
		remark_add(&sample->evidence,
			   _("Encoding: line %ld, character %d is not UTF-8; "
			     "read as %s the file is Swedish text."),
			   fault.line, fault.column,
			   encoding_name(sample->encoding));
	} else {
		refuse(sample, &fault);
		return false;
	}
	note_mojibake(sample);
	return true;
}
