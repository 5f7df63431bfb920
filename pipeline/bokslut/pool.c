#include "bokslut/pool.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bokslut/carry.h"
#include "bokslut/close.h"
#include "bokslut/desk.h"
#include "bokslut/standing.h"
#include "lib/lang.h"
#include "lib/msg.h"

/* A close at work. */
struct worker {
	struct close closing; /* laid, to see which facts it is to make */
	const struct close_plan *plan;
	pid_t process; /* 0: not begun */
	bool over;
	int ended;    /* what waitpid() gave */
	FILE *told;   /* its messages */
	FILE *answer; /* "<came to something>\n<notes>\n", the paths made */
};

struct pool {
	struct desk *desk;
	struct worker *workers;
	size_t count;
	size_t begun;
	size_t over;
	size_t told;
	long made;
};

/* In the process of its own. */
static _Noreturn void work(struct desk *desk, struct worker *worker)
{
	const long notes = msg_notes();
	bool made;
	int status;

	desk->jobs = 1;
	text_reset(&desk->paths);
	(void)dup2(fileno(worker->told), STDERR_FILENO);
	made = carry_close(desk, worker->plan);
	known_save(&desk->known, desk->output);
	status = msg_status();
	(void)fprintf(worker->answer, "%d\n%ld\n%s", made, msg_notes() - notes,
		      text_string(&desk->paths));
	/* neither what the other process has not printed nor its files */
	if (fflush(worker->answer) != 0)
		status = 1;
	_exit(status);
}

/* What cannot be found out is told by the close itself. */
static void lay(struct pool *pool, struct worker *worker)
{
	struct text why = { 0 };

	if (!worker->closing.stored)
		close_lay(&worker->closing, pool->desk, worker->plan);
	if (!close_find(&worker->closing, &why))
		text_clear(&why);
}

static bool begin(struct pool *pool)
{
	struct worker *worker = &pool->workers[pool->begun++];

	if (!worker->closing.stored)
		lay(pool, worker);
	worker->told = tmpfile();
	worker->answer = tmpfile();
	(void)fflush(stdout);
	if (worker->told && worker->answer)
		worker->process = fork();
	if (worker->told && worker->answer && worker->process == 0)
		work(pool->desk, worker);
	if (worker->process > 0)
		return true;
	msg_say(OUTCOME_BROKEN, _("cannot begin %s %s: %s"),
		worker->plan->period, worker->plan->report, strerror(errno));
	worker->process = 0;
	worker->over = true;
	pool->over++;
	return false;
}

static void wait_for_one(struct pool *pool)
{
	int ended = 0;
	pid_t process;

	do {
		process = waitpid(-1, &ended, 0);
	} while (process < 0 && errno == EINTR);
	for (size_t i = 0; i < pool->begun; i++) {
		struct worker *worker = &pool->workers[i];

		if (worker->over || worker->process != process)
			continue;
		worker->over = true;
		worker->ended = ended;
		pool->over++;
	}
}

/* Pass on what stands in a file, from where it is. */
static void pass_on(FILE *from, FILE *into, struct text *text)
{
	char chunk[4096];
	size_t len;

	while ((len = fread(chunk, 1, sizeof(chunk), from)) > 0) {
		if (into)
			(void)fwrite(chunk, 1, len, into);
		if (text)
			text_add_bytes(text, chunk, len);
	}
}

static void take_answer(struct pool *pool, struct worker *worker)
{
	char made[8] = { 0 };
	char notes[32] = { 0 };

	if (!fgets(made, sizeof(made), worker->answer) ||
	    !fgets(notes, sizeof(notes), worker->answer))
		return;
	pool->made += *made == '1';
	msg_add_notes(notes);
	pass_on(worker->answer, NULL, &pool->desk->paths);
}

static void tell(struct pool *pool, struct worker *worker)
{
	if (worker->process > 0) {
		rewind(worker->told);
		rewind(worker->answer);
		pass_on(worker->told, stderr, NULL);
		take_answer(pool, worker);
		if (WIFEXITED(worker->ended))
			msg_outcome_of_status(WEXITSTATUS(worker->ended));
		else
			msg_say(OUTCOME_BROKEN,
				_("%s %s was ended by signal %d"),
				worker->plan->period, worker->plan->report,
				WTERMSIG(worker->ended));
	}
	if (worker->told)
		(void)fclose(worker->told);
	if (worker->answer)
		(void)fclose(worker->answer);
}

/* Whether both are to make the same facts. */
static bool makes_same(const struct worker *one, const struct worker *other)
{
	const struct stored_facts *mine = one->closing.stored;
	const struct stored_facts *theirs = other->closing.stored;

	for (size_t i = 0; i < one->plan->source_count; i++)
		for (size_t j = 0; j < other->plan->source_count; j++)
			if (!mine[i].there &&
			    strcmp(mine[i].key, theirs[j].key) == 0)
				return true;
	return false;
}

/* An export is read by the first close that wants it, and told there. */
static bool must_wait(struct pool *pool, struct worker *next)
{
	lay(pool, next);
	for (size_t i = 0; i < pool->begun; i++)
		if (!pool->workers[i].over &&
		    makes_same(&pool->workers[i], next))
			return true;
	return false;
}

static bool may_begin(struct pool *pool)
{
	const size_t running = pool->begun - pool->over;
	struct worker *next = &pool->workers[pool->begun];

	if (pool->begun == pool->count || running >= (size_t)pool->desk->jobs)
		return false;
	if (next->plan->compare)
		return running == 0;
	return running == 0 || !must_wait(pool, next);
}

static void carry_all(struct pool *pool)
{
	while (pool->told < pool->count) {
		struct worker *next = &pool->workers[pool->told];

		if (next->over) {
			tell(pool, next);
			pool->told++;
		} else if (may_begin(pool)) {
			(void)begin(pool);
		} else {
			wait_for_one(pool);
		}
	}
}

static long carry_in_turn(struct desk *desk, const struct close_list *closes)
{
	long made = 0;

	for (size_t i = 0; i < closes->count; i++)
		made += carry_close(desk, closes->list[i]);
	return made;
}

long pool_carry(struct desk *desk, const struct close_list *closes)
{
	struct pool pool = { .desk = desk, .count = closes->count };

	if (desk->jobs == 1 || closes->count < 2)
		return carry_in_turn(desk, closes);
	pool.workers = arena_alloc(&desk->arena,
				   closes->count * sizeof(*pool.workers));
	for (size_t i = 0; i < pool.count; i++)
		pool.workers[i] = (struct worker){ .plan = closes->list[i] };
	carry_all(&pool);
	return pool.made;
}
