/*
 * JPEG (ITU-T T.81, annex B): a chain of segments, each with its marker and
 * length; behind the header of a scan its coefficients, until the next marker.
 *
 * PDF takes the file as it is, so that only what the segments say of one
 * another is proved.  Kept are the segments that coefficients are decoded with,
 * JFIF's and Adobe's, which says how colours are coded; not what cameras and
 * programs tell of themselves, nor small copies of the picture.
 */
#include <string.h>

#include "lib/lang.h"
#include "lib/text.h"
#include "typeset/picture.h"
#include "typeset/picture_parts.h"

#define COMPONENTS_MOST 4
#define SEGMENT_LEAST 2 /* its length counts itself */

#define CUT N_("it is damaged: it ends before its last pixel")
#define MIXED N_("it is damaged: its parts do not stand as in a JPEG")

enum marker {
	SOF0 = 0xC0, /* baseline */
	SOF2 = 0xC2, /* progressive */
	DHT = 0xC4,
	SOF15 = 0xCF,
	DAC = 0xCC,
	JPG = 0xC8,
	RST0 = 0xD0,
	RST7 = 0xD7,
	SOI = 0xD8,
	EOI = 0xD9,
	SOS = 0xDA,
	DQT = 0xDB,
	DRI = 0xDD,
	APP0 = 0xE0,
	APP14 = 0xEE,
	APP15 = 0xEF,
	COM = 0xFE
};

struct reading {
	struct picture *picture;
	const unsigned char *at, *end;
	unsigned char components[COMPONENTS_MOST]; /* names */
	int count;                      /* of them; 0: no frame yet */
	bool quantized, coded, scanned; /* DQT, DHT, SOS were there */
	bool ended;
};

struct segment {
	int marker;
	const unsigned char *at; /* behind its length */
	size_t len;
};

static void keep(struct reading *reading, const unsigned char *from)
{
	text_add_bytes(&reading->picture->bytes, from,
		       (size_t)(reading->at - from));
}

/* Any number of 0xFF may stand before a marker. */
static const char *next_segment(struct reading *reading,
				struct segment *segment)
{
	size_t left;

	if (reading->at == reading->end)
		return CUT;
	if (*reading->at != 0xFF)
		return MIXED;
	while (reading->at < reading->end && *reading->at == 0xFF)
		reading->at++;
	if (reading->at == reading->end)
		return CUT;
	*segment = (struct segment){ .marker = *reading->at++ };
	if (segment->marker == EOI)
		return NULL;
	left = (size_t)(reading->end - reading->at);
	if (left < SEGMENT_LEAST)
		return CUT;
	segment->len = (size_t)(reading->at[0] << 8 | reading->at[1]);
	if (segment->len < SEGMENT_LEAST)
		return MIXED;
	if (segment->len > left)
		return CUT;
	segment->at = reading->at + SEGMENT_LEAST;
	segment->len -= SEGMENT_LEAST;
	reading->at = segment->at + segment->len;
	return NULL;
}

/* The coefficients of a scan: 0xFF in them is followed by 0, or restarts. */
static void skip_coefficients(struct reading *reading)
{
	const unsigned char *at = reading->at;

	for (; at + 1 < reading->end; at++) {
		if (at[0] != 0xFF || at[1] == 0 || at[1] == 0xFF)
			continue;
		if (at[1] < RST0 || at[1] > RST7) {
			reading->at = at;
			return;
		}
	}
	reading->at = reading->end;
}

static const char *take_components(struct reading *reading,
				   const struct segment *frame)
{
	const size_t count = (size_t)reading->count;

	for (size_t i = 0; i < count; i++) {
		const unsigned char *one = frame->at + 6 + 3 * i;
		const int across = one[1] >> 4;
		const int down = one[1] & 15;

		if (across < 1 || across > 4 || down < 1 || down > 4 ||
		    one[2] > 3)
			return MIXED;
		reading->components[i] = one[0];
	}
	return NULL;
}

static const char *prove_frame(const struct segment *frame)
{
	if (frame->marker != SOF0 && frame->marker != SOF2)
		return N_("it is a JPEG that is neither baseline nor "
			  "progressive; save it as one of them");
	if (frame->len < 6 || frame->len != 6 + 3 * (size_t)frame->at[5])
		return MIXED;
	if (frame->at[0] != 8)
		return N_("it is a JPEG with other than 8 bits a colour; save "
			  "it with 8");
	if (frame->at[5] == 4)
		return N_("it is a JPEG in CMYK; save it in RGB");
	if (frame->at[5] != 1 && frame->at[5] != 3)
		return N_("it is a JPEG in neither grey nor RGB; save it in "
			  "one of them");
	return NULL;
}

static const char *take_frame(struct reading *reading,
			      const struct segment *frame)
{
	struct picture *picture = reading->picture;
	const char *fault = reading->count > 0 ? MIXED : prove_frame(frame);
	uint32_t width;
	uint32_t height;

	if (fault)
		return fault;
	height = (uint32_t)(frame->at[1] << 8 | frame->at[2]);
	width = (uint32_t)(frame->at[3] << 8 | frame->at[4]);
	fault = picture_prove_size(width, height);
	if (fault)
		return fault;
	picture->width = (int32_t)width;
	picture->height = (int32_t)height;
	reading->count = frame->at[5];
	picture->colours = reading->count == 3 ? PICTURE_RGB : PICTURE_GREY;
	return take_components(reading, frame);
}

/* Whether each component of a scan is one of the frame's. */
static bool has_components(const struct reading *reading,
			   const struct segment *scan)
{
	const size_t count = scan->len > 0 ? scan->at[0] : 0;
	bool ok = count > 0 && count <= (size_t)reading->count &&
		  scan->len == 4 + 2 * count;

	for (size_t i = 0; ok && i < count; i++)
		ok = memchr(reading->components, scan->at[1 + 2 * i],
			    (size_t)reading->count) != NULL;
	return ok;
}

static const char *take_scan(struct reading *reading,
			     const struct segment *scan)
{
	const unsigned char *coefficients = reading->at;

	if (!reading->quantized || !reading->coded ||
	    !has_components(reading, scan))
		return MIXED;
	skip_coefficients(reading);
	if (reading->at == reading->end)
		return CUT;
	if (reading->at == coefficients)
		return MIXED;
	reading->scanned = true;
	return NULL;
}

static bool is_frame(int marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT &&
	       marker != JPG && marker != DAC;
}

static bool is_told(int marker)
{
	return marker == COM ||
	       (marker > APP0 && marker <= APP15 && marker != APP14);
}

static const char *take_segment(struct reading *reading,
				const struct segment *segment)
{
	if (is_frame(segment->marker))
		return take_frame(reading, segment);
	switch (segment->marker) {
	case EOI:
		reading->ended = true;
		return reading->scanned ? NULL : CUT;
	case SOS:
		return take_scan(reading, segment);
	case DQT:
		reading->quantized = true;
		return NULL;
	case DHT:
		reading->coded = true;
		return NULL;
	case DRI:
	case APP0:
	case APP14:
		return NULL;
	default:
		return is_told(segment->marker) ? NULL : MIXED;
	}
}

const char *picture_read_jpeg(struct picture *picture, const struct text *file)
{
	const unsigned char *start = (const unsigned char *)file->at;
	struct reading reading = { .picture = picture,
				   .at = start + 2,
				   .end = start + file->len };
	const char *fault = NULL;

	keep(&reading, start);
	while (!fault && !reading.ended) {
		const unsigned char *from = reading.at;
		struct segment segment;

		fault = next_segment(&reading, &segment);
		if (!fault)
			fault = take_segment(&reading, &segment);
		if (!fault && !is_told(segment.marker))
			keep(&reading, from);
	}
	picture->bits = 8;
	picture->packing = PICTURE_JPEG;
	return fault;
}
