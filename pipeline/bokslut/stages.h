/*
 * stages - the programs of the pipeline, and how they are run.
 *
 * A stage is a process of its own: what it breaks, it breaks alone.  Its
 * messages go straight to our stderr; its exit status tells the outcome.
 */
#ifndef BOKSLUT_STAGES_H
#define BOKSLUT_STAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lib/arena.h"

struct text;

enum stage_id {
	STAGE_INGEST,
	STAGE_ASSESS,
	STAGE_COMPOSE,
	STAGE_TYPESET,
	STAGE_COUNT
};

struct stage {
	const char *program; /* "bokslut-ingest" */
	const char *reads;
	const char *writes;
};

/* In the order of the flow. */
extern const struct stage stages[STAGE_COUNT];

/* One run of a stage.  Zeroed is empty; arguments live in the arena. */
struct task {
	enum stage_id stage;
	const char **arguments; /* NULL-ended; [0] is the program's path */
	size_t argument_count;
	pid_t process;
	int status; /* sysexits(3) status when it has ended; a signal: 70 */
};

/* Begin the arguments of a run; add one more. */
struct task task_of(struct arena *arena, enum stage_id stage);
void task_add(struct arena *arena, struct task *task, const char *argument);

/*
 * Run tasks, at most `jobs` at a time, and wait for all.  False if any ended
 * with a status other than 0; each such outcome is taken over by msg.
 */
bool tasks_run(struct task *tasks, size_t count, int jobs) MUST_CHECK;

/* Run one, and add the notes that it told to ours. */
bool task_run_counted(struct task *task) MUST_CHECK;

/* Run a task and add what it prints on stdout; false if it fails. */
bool task_answer(struct task *task, struct text *lines) MUST_CHECK;

#endif
