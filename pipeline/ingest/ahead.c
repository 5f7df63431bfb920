#include "ingest/ahead.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

#include "ingest/preamble.h"
#include "ingest/row.h"
#include "lib/text.h"
#include "model/profile.h"

#define BATCHES 8 /* one looked at, one being made, others ready */

struct ahead {
	struct ahead_form form;
	struct feed *feed;
	struct csv_stream *csv; /* NULL once the last piece was read */
	struct batch *making;
	struct ahead_verdict verdict; /* as far as it is known */
	const struct columns *columns;
	bool begun;
	bool has_header;
	struct batch batches[BATCHES];
	/* between the two threads, under the lock */
	size_t made;
	size_t taken;
	bool finished; /* no more is made */
	bool leaving;  /* no more is wanted */
	bool lent;     /* the batch at `taken` is looked at */
	bool threaded;
	int processor; /* where the other thread began */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t moved;
	pthread_mutex_t numbering; /* of recurring cells */
};

static void take_row(void *context, const struct csv_row *row)
{
	struct ahead *ahead = context;

	ahead->has_header = ahead->has_header || !row_is_blank(row);
	batch_add(ahead->making, row);
}

/* The lines above the header, which stand in the first piece. */
static void pass_preamble(struct ahead *ahead, struct batch *batch)
{
	const struct profile *profile = ahead->form.profile;
	const struct text *text = &batch->piece.text;
	struct preamble preamble = preamble_of(profile, text);

	ahead->begun = true;
	ahead->verdict.skipped = preamble.lines;
	csv_stream_pass(ahead->csv, preamble.lines);
	batch->preamble = preamble.bytes;
	if (!preamble.ended && profile->header_at && text->len > 0)
		ahead->verdict.reading = AHEAD_NO_HEADER;
}

static void part(struct ahead *ahead, struct batch *batch)
{
	char *bytes = batch->piece.text.at + batch->preamble;
	size_t len = batch->piece.text.len - batch->preamble;
	long line = csv_stream_line(ahead->csv) + 1;

	mojibake_find(ahead->verdict.mojibake, bytes, len, line);
	if (!csv_stream_feed(ahead->csv, bytes, len, &ahead->verdict.fault))
		ahead->verdict.reading = AHEAD_BROKEN;
}

static void end_rows(struct ahead *ahead)
{
	struct csv_stream *csv = ahead->csv;

	ahead->csv = NULL;
	if (!csv_stream_end(csv, &ahead->verdict.fault) &&
	    ahead->verdict.reading == AHEAD_TO_END)
		ahead->verdict.reading = AHEAD_BROKEN;
}

/* Make one batch; false if there is no more.  After a fault batches are empty:
 * the file is read on for its digest and the proof of its encoding. */
static bool make_batch(struct ahead *ahead, struct batch *batch)
{
	if (!feed_next(ahead->feed, &batch->piece))
		return false;
	batch_start(batch);
	ahead->making = batch;
	if (!ahead->begun)
		pass_preamble(ahead, batch);
	if (ahead->verdict.reading == AHEAD_TO_END)
		part(ahead, batch);
	if (batch->piece.last)
		end_rows(ahead);
	batch_close(batch);
	batch->is_numbered = !ahead->columns;
	if (ahead->columns)
		batch_number(batch, ahead->columns, ahead->form.counted);
	return true;
}

/* By one thread at a time: what a batch's cells are read as is found by their
 * serials, and these are the same for all batches. */
static void number_recurring(struct ahead *ahead, struct batch *batch)
{
	if (batch->is_numbered)
		return;
	(void)pthread_mutex_lock(&ahead->numbering);
	batch_number(batch, ahead->columns, ahead->form.recurring);
	(void)pthread_mutex_unlock(&ahead->numbering);
	batch->is_numbered = true;
}

static void lock(struct ahead *ahead)
{
	(void)pthread_mutex_lock(&ahead->lock);
}

static void unlock(struct ahead *ahead)
{
	(void)pthread_mutex_unlock(&ahead->lock);
}

/* Something that the other thread may wait for has changed. */
static void wake(struct ahead *ahead)
{
	(void)pthread_cond_broadcast(&ahead->moved);
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

/* Whether another batch may be made: behind the header's only when that is
 * given back, and with it the columns. */
static bool has_room(const struct ahead *ahead, bool header_is_new)
{
	size_t waiting = ahead->made - ahead->taken;

	return header_is_new ? waiting == 0 : waiting < BATCHES - 1;
}

/* Whether this thread can do some of the other one's work. */
static bool has_time(struct ahead *ahead)
{
	bool has;

	lock(ahead);
	has = ahead->made - ahead->taken >= BATCHES / 2;
	unlock(ahead);
	return has;
}

/* Make batches until there are no more, or no more are wanted. */
static void *run(void *context)
{
	struct ahead *ahead = context;
	bool more = true;

	leave_processor(ahead->processor);
	while (more) {
		struct batch *batch = &ahead->batches[ahead->made % BATCHES];
		bool had_header = ahead->has_header;

		more = make_batch(ahead, batch);
		if (more && has_time(ahead))
			number_recurring(ahead, batch);
		lock(ahead);
		ahead->made += more;
		ahead->finished = !more;
		wake(ahead);
		while (more && !ahead->leaving &&
		       !has_room(ahead, ahead->has_header && !had_header))
			(void)pthread_cond_wait(&ahead->moved, &ahead->lock);
		more = more && !ahead->leaving;
		unlock(ahead);
	}
	return NULL;
}

struct ahead *ahead_open(const struct ahead_form *form, struct text *why)
{
	const struct profile *profile = form->profile;
	const struct feed_form feeding = { .path = form->path,
					   .encoding = profile->encoding,
					   .size = form->size };
	struct ahead *ahead = mem_alloc(sizeof(*ahead));
	const struct csv_form csv = { .delimiter = profile->separator,
				      .told = take_row,
				      .context = ahead };

	*ahead = (struct ahead){ .form = *form };
	ahead->feed = feed_open(&feeding, why);
	if (!ahead->feed) {
		free(ahead);
		return NULL;
	}
	ahead->csv = csv_stream_new(&csv);
	(void)pthread_mutex_init(&ahead->lock, NULL);
	(void)pthread_mutex_init(&ahead->numbering, NULL);
	(void)pthread_cond_init(&ahead->moved, NULL);
	ahead->processor = sched_getcpu();
	ahead->threaded = !form->alone &&
			  pthread_create(&ahead->thread, NULL, run, ahead) == 0;
	return ahead;
}

/* The batch before is given back by asking for the next one. */
static bool wait_for_batch(struct ahead *ahead)
{
	bool there;

	lock(ahead);
	ahead->taken += ahead->lent;
	ahead->lent = false;
	wake(ahead);
	while (ahead->made == ahead->taken && !ahead->finished)
		(void)pthread_cond_wait(&ahead->moved, &ahead->lock);
	there = ahead->made != ahead->taken;
	ahead->lent = there;
	unlock(ahead);
	return there;
}

bool ahead_next(struct ahead *ahead, const struct batch **batch)
{
	struct batch *next = &ahead->batches[0];

	if (ahead->threaded ? !wait_for_batch(ahead) : !make_batch(ahead, next))
		return false;
	next = &ahead->batches[ahead->taken % BATCHES];
	number_recurring(ahead, next);
	*batch = next;
	return true;
}

void ahead_number(struct ahead *ahead, const struct columns *columns)
{
	struct batch *batch = &ahead->batches[ahead->taken % BATCHES];

	ahead->columns = columns;
	batch_number(batch, columns, ahead->form.counted);
	batch_number(batch, columns, ahead->form.recurring);
}

static void join(struct ahead *ahead)
{
	if (!ahead->threaded)
		return;
	lock(ahead);
	ahead->leaving = true;
	wake(ahead);
	unlock(ahead);
	(void)pthread_join(ahead->thread, NULL);
}

bool ahead_end(struct ahead *taken, struct ahead_verdict *verdict,
	       struct text *why)
{
	struct ahead *ahead = taken;
	bool ok;

	join(ahead);
	if (ahead->csv)
		end_rows(ahead);
	*verdict = ahead->verdict;
	ok = feed_end(ahead->feed, &verdict->feed, why);
	for (size_t i = 0; i < BATCHES; i++)
		batch_clear(&ahead->batches[i]);
	(void)pthread_mutex_destroy(&ahead->lock);
	(void)pthread_mutex_destroy(&ahead->numbering);
	(void)pthread_cond_destroy(&ahead->moved);
	free(ahead);
	return ok;
}
