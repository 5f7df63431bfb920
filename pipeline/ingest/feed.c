#include "ingest/feed.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/encoding_proof.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

#define LONGEST_CHARACTER 4 /* bytes, in any encoding */

struct feed {
	struct feed_form form;
	enum encoding encoding;
	int fd;
	char *raw; /* what was read, behind what was held back */
	size_t held;
	size_t understood; /* bytes of the file */
	struct text rest;  /* behind the last line end */
	bool odd;          /* it may hold what XML forbids */
	struct digest *digest;
	bool begun;
	bool ended;  /* the file, or what of it can be read */
	bool broken; /* a character has no meaning */
	int error;   /* errno of a read that failed */
	bool handed_last;
};

/* Fill `into` with what a piece is made of; gives the bytes read. */
static size_t read_more(struct feed *feed, char *into)
{
	size_t got = 0;

	while (got < feed->form.size) {
		ssize_t now = read(feed->fd, into + got, feed->form.size - got);

		if (now > 0) {
			got += (size_t)now;
		} else if (now == 0) {
			feed->ended = true;
			break;
		} else if (errno != EINTR) {
			feed->error = errno;
			feed->ended = true;
			break;
		}
	}
	digest_add(feed->digest, into, got);
	return got;
}

/* Keep what was cut off at the end. */
static void hold_back(struct feed *feed, const char *bytes, size_t len)
{
	feed->held = len;
	feed->broken = len > 0 && (feed->ended || len >= LONGEST_CHARACTER);
	memmove(feed->raw, bytes, len);
}

/* Read what must be made UTF-8, or may: the mark, which only the first bytes
 * of a file may be, tells. */
static void take_other(struct feed *feed)
{
	size_t len = feed->held + read_more(feed, feed->raw + feed->held);
	size_t at = 0;

	feed->broken = !feed->begun &&
		       !encoding_begin(&feed->encoding, feed->raw, len, &at);
	feed->begun = true;
	if (feed->broken)
		return;
	at += encoding_more(&feed->rest, feed->raw + at, len - at,
			    feed->encoding, &feed->odd);
	feed->understood += at;
	hold_back(feed, feed->raw + at, len - at);
}

/* Read UTF-8 to where it stays. */
static void take_utf8(struct feed *feed)
{
	char *at = text_reserve(&feed->rest, feed->held + feed->form.size);
	size_t len;
	size_t understood;

	memcpy(at, feed->raw, feed->held);
	len = feed->held + read_more(feed, at + feed->held);
	understood = encoding_understood(at, len, &feed->odd);
	feed->understood += understood;
	hold_back(feed, at + understood, len - understood);
	text_take(&feed->rest, understood);
}

static void take(struct feed *feed)
{
	bool utf8 = feed->encoding == ENCODING_UTF_8 ||
		    feed->encoding == ENCODING_UTF_8_BOM;

	if (feed->begun && utf8)
		take_utf8(feed);
	else
		take_other(feed);
}

/* Where the last line ends.  A CR at the very end may be half of one. */
static size_t whole_lines(const struct text *text)
{
	size_t at = text->len;

	if (at > 0 && text->at[at - 1] == '\r')
		at--;
	while (at > 0 && text->at[at - 1] != '\n' && text->at[at - 1] != '\r')
		at--;
	return at;
}

/* Hand over what is whole; what is behind it begins the next piece. */
static void cut(struct feed *feed, struct text *piece, size_t whole)
{
	struct text spare = *piece;

	*piece = feed->rest;
	text_reset(&spare);
	text_add_bytes(&spare, piece->at + whole, piece->len - whole);
	feed->rest = spare;
	piece->len = whole;
	piece->at[whole] = '\0';
}

struct feed *feed_open(const struct feed_form *form, struct text *why)
{
	struct feed *feed = mem_alloc(sizeof(*feed));

	assert(form->size >= LONGEST_CHARACTER);
	*feed = (struct feed){ .form = *form, .encoding = form->encoding };
	feed->fd = infile_open(form->path, why);
	if (feed->fd < 0) {
		free(feed);
		return NULL;
	}
	feed->raw = mem_alloc(form->size + LONGEST_CHARACTER);
	feed->digest = digest_new();
	text_add(&feed->rest, "");
	return feed;
}

static bool is_clean(const struct text *text)
{
	return xml_writer_accepts(text->at, text->len);
}

/* Every file has a last piece. */
bool feed_next(struct feed *feed, struct feed_piece *piece)
{
	size_t whole = 0;

	if (feed->handed_last)
		return false;
	while (whole == 0 && !feed->ended && !feed->broken) {
		take(feed);
		whole = whole_lines(&feed->rest);
	}
	if (feed->broken || feed->error != 0)
		return false;
	piece->last = feed->ended;
	feed->handed_last = piece->last;
	cut(feed, &piece->text, piece->last ? feed->rest.len : whole);
	piece->clean = !feed->odd || is_clean(&piece->text);
	feed->odd = feed->odd && !is_clean(&feed->rest);
	return true;
}

static void release(struct feed *feed)
{
	text_clear(&feed->rest);
	(void)close(feed->fd);
	free(feed->raw);
	free(feed);
}

/* The place of the byte that was not understood: the file is read once more,
 * because only now it matters. */
static bool find_fault(const struct feed *broken, struct encoding_fault *fault,
		       struct text *why)
{
	struct encoding_place place = { .line = 1, .column = 1 };
	struct feed *feed = feed_open(&broken->form, why);
	struct feed_piece piece = { 0 };
	char sha256[DIGEST_HEX];

	if (!feed)
		return false;
	while (feed_next(feed, &piece))
		encoding_pass(&place, piece.text.at, piece.text.len);
	encoding_pass(&place, feed->rest.at, feed->rest.len);
	*fault = (struct encoding_fault){
		.offset = feed->understood,
		.line = place.line,
		.column = place.column,
		.byte = (unsigned char)feed->raw[0],
	};
	digest_end(feed->digest, sha256);
	text_clear(&piece.text);
	release(feed);
	return true;
}

bool feed_end(struct feed *taken, struct feed_verdict *verdict,
	      struct text *why)
{
	struct feed *feed = taken;
	bool ok;

	while (!feed->ended)
		(void)read_more(feed, feed->raw);
	digest_end(feed->digest, verdict->sha256);
	verdict->encoding = feed->encoding;
	verdict->sound = !feed->broken;
	ok = feed->error == 0;
	if (!ok)
		text_printf(why, _("cannot read %s: %s"), feed->form.path,
			    strerror(feed->error));
	else if (feed->broken)
		ok = find_fault(feed, &verdict->fault, why);
	release(feed);
	return ok;
}
