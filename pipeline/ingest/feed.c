#include "ingest/feed.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

#define PIECES 16           /* one looked at, one being made, others ready */
#define LONGEST_CHARACTER 4 /* bytes, in any encoding */

struct made {
	struct text text;
	bool last;
	bool clean;
};

struct feed {
	struct feed_form form;
	enum encoding encoding;
	int fd;
	char *raw; /* what was read, behind what was held back */
	size_t held;
	size_t understood; /* bytes of the file */
	struct text rest;  /* behind the last line end */
	struct digest *digest;
	bool begun;
	bool ended;  /* the file, or what of it can be read */
	bool broken; /* a character has no meaning */
	int error;   /* errno of a read that failed */
	struct made pieces[PIECES];
	/* between the two threads, under the lock */
	size_t made;
	size_t taken;
	bool finished; /* no more is made */
	bool leaving;  /* no more is wanted */
	bool lent;     /* the piece at `taken` is looked at */
	bool threaded;
	int processor; /* where the other thread began */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t moved;
};

/* Fill the buffer behind what is held back; gives the bytes read. */
static size_t read_more(struct feed *feed)
{
	size_t got = 0;

	while (got < feed->form.size) {
		ssize_t now = read(feed->fd, feed->raw + feed->held + got,
				   feed->form.size - got);

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
	digest_add(feed->digest, feed->raw + feed->held, got);
	return got;
}

/* Pass the mark, which only the first bytes of a file may be. */
static bool begin(struct feed *feed, size_t len, size_t *from)
{
	feed->begun = true;
	return encoding_begin(&feed->encoding, feed->raw, len, from);
}

/* Make the bytes UTF-8; what is cut off at the end is held back. */
static void decode(struct feed *feed, size_t len)
{
	size_t from = 0;
	size_t at;

	if (!feed->begun && !begin(feed, len, &from)) {
		feed->broken = true;
		return;
	}
	at = from + encoding_more(&feed->rest, feed->raw + from, len - from,
				  feed->encoding);
	feed->understood += at;
	feed->held = len - at;
	feed->broken = feed->held > 0 &&
		       (feed->ended || feed->held >= LONGEST_CHARACTER);
	memmove(feed->raw, feed->raw + at, feed->held);
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

/* Make one piece; false if there is no more.  Every file has a last one. */
static bool make_piece(struct feed *feed, struct made *made)
{
	size_t whole = 0;

	if (made->last)
		return false;
	while (whole == 0 && !feed->ended && !feed->broken) {
		size_t got = read_more(feed);

		decode(feed, feed->held + got);
		whole = whole_lines(&feed->rest);
	}
	if (feed->broken || feed->error != 0)
		return false;
	made->last = feed->ended;
	cut(feed, &made->text, made->last ? feed->rest.len : whole);
	made->clean = xml_writer_accepts_utf8(made->text.at, made->text.len);
	return true;
}

static void lock(struct feed *feed)
{
	(void)pthread_mutex_lock(&feed->lock);
}

static void unlock(struct feed *feed)
{
	(void)pthread_cond_broadcast(&feed->moved);
	(void)pthread_mutex_unlock(&feed->lock);
}

/*
 * Two threads that wake each other are put on one processor, as if neither
 * could run without the other; asked for another one, they run at once.  Where
 * there is none, nothing is lost.
 */
static void leave_processor(int other)
{
	cpu_set_t allowed;

	if (other < 0 || sched_getaffinity(0, sizeof(allowed), &allowed) != 0 ||
	    CPU_COUNT(&allowed) < 2)
		return;
	CPU_CLR((size_t)other, &allowed);
	(void)sched_setaffinity(0, sizeof(allowed), &allowed);
}

/* Make pieces until there are no more, or no more are wanted. */
static void *run(void *context)
{
	struct feed *feed = context;
	bool more = true;
	bool last = false;

	leave_processor(feed->processor);
	while (more) {
		struct made *made;

		lock(feed);
		while (feed->made - feed->taken >= PIECES - 1 && !feed->leaving)
			(void)pthread_cond_wait(&feed->moved, &feed->lock);
		made = &feed->pieces[feed->made % PIECES];
		more = !feed->leaving;
		unlock(feed);
		made->last = last;
		more = more && make_piece(feed, made);
		last = made->last;
		lock(feed);
		feed->made += more;
		feed->finished = !more;
		unlock(feed);
	}
	return NULL;
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
	(void)pthread_mutex_init(&feed->lock, NULL);
	(void)pthread_cond_init(&feed->moved, NULL);
	feed->processor = sched_getcpu();
	feed->threaded = !form->alone &&
			 pthread_create(&feed->thread, NULL, run, feed) == 0;
	return feed;
}

/* The piece before is given back by asking for the next one. */
static bool wait_for_piece(struct feed *feed, struct made **made)
{
	bool there;

	lock(feed);
	feed->taken += feed->lent;
	feed->lent = false;
	unlock(feed);
	lock(feed);
	while (feed->made == feed->taken && !feed->finished)
		(void)pthread_cond_wait(&feed->moved, &feed->lock);
	there = feed->made != feed->taken;
	*made = &feed->pieces[feed->taken % PIECES];
	feed->lent = there;
	unlock(feed);
	return there;
}

bool feed_next(struct feed *feed, struct feed_piece *piece)
{
	struct made *made = &feed->pieces[0];

	if (feed->threaded ? !wait_for_piece(feed, &made)
			   : !make_piece(feed, made))
		return false;
	*piece = (struct feed_piece){ .bytes = made->text.at,
				      .len = made->text.len,
				      .last = made->last,
				      .clean = made->clean };
	return true;
}

static void join(struct feed *feed)
{
	if (!feed->threaded)
		return;
	lock(feed);
	feed->leaving = true;
	unlock(feed);
	(void)pthread_join(feed->thread, NULL);
}

static void release(struct feed *feed)
{
	for (size_t i = 0; i < PIECES; i++)
		text_clear(&feed->pieces[i].text);
	text_clear(&feed->rest);
	(void)pthread_mutex_destroy(&feed->lock);
	(void)pthread_cond_destroy(&feed->moved);
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
	struct feed_form form = broken->form;
	char sha256[DIGEST_HEX];
	struct feed_piece piece;
	struct feed *feed;

	form.alone = true;
	feed = feed_open(&form, why);
	if (!feed)
		return false;
	while (feed_next(feed, &piece))
		encoding_pass(&place, piece.bytes, piece.len);
	encoding_pass(&place, feed->rest.at, feed->rest.len);
	*fault = (struct encoding_fault){
		.offset = feed->understood,
		.line = place.line,
		.column = place.column,
		.byte = (unsigned char)feed->raw[0],
	};
	digest_end(feed->digest, sha256);
	release(feed);
	return true;
}

bool feed_end(struct feed *taken, struct feed_verdict *verdict,
	      struct text *why)
{
	struct feed *feed = taken;
	bool ok;

	join(feed);
	feed->held = 0;
	while (!feed->ended)
		(void)read_more(feed);
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
