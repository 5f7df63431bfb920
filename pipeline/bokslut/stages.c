#include "bokslut/stages.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/installed.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

#define STATUS_BROKEN 70

extern char **environ;

const struct stage stages[STAGE_COUNT] = {
	[STAGE_INGEST] = { "bokslut-ingest", "input/*.csv", "facts.xml" },
	[STAGE_ASSESS] = { "bokslut-assess", "facts.xml", "assessment.xml" },
	[STAGE_COMPOSE] = { "bokslut-compose", "assessment.xml", "report.xml" },
	[STAGE_TYPESET] = { "bokslut-typeset", "report.xml", "report.pdf" },
};

struct task task_of(struct arena *arena, enum stage_id stage)
{
	struct task task = { .stage = stage };
	struct text path = { 0 };

	installed_program(&path, stages[stage].program);
	task_add(arena, &task, path.at);
	text_clear(&path);
	return task;
}

void task_add(struct arena *arena, struct task *task, const char *argument)
{
	/* one more than the arguments, for the NULL that ends them */
	task->arguments =
		arena_grow(arena, task->arguments, task->argument_count,
			   sizeof(*task->arguments));
	task->arguments[task->argument_count++] = arena_strdup(arena, argument);
	task->arguments =
		arena_grow(arena, task->arguments, task->argument_count,
			   sizeof(*task->arguments));
	task->arguments[task->argument_count] = NULL;
}

static char *const *argv_of(const struct task *task)
{
	/* posix_spawn(3) takes char * for history's sake; it changes none */
	return (char *const *)(const void *)task->arguments;
}

static void start(struct task *task)
{
	int failed = posix_spawn(&task->process, task->arguments[0], NULL, NULL,
				 argv_of(task), environ);

	if (failed == 0)
		return;
	task->process = 0;
	task->status = STATUS_BROKEN;
	msg_say(OUTCOME_BROKEN, _("cannot start %s: %s"), task->arguments[0],
		strerror(failed));
}

static int status_of(const struct task *task, int told)
{
	if (WIFEXITED(told))
		return WEXITSTATUS(told);
	msg_say(OUTCOME_BROKEN, _("%s was ended by signal %d"),
		stages[task->stage].program, WTERMSIG(told));
	return STATUS_BROKEN;
}

/* Wait for any of the tasks that run. */
static void wait_for_one(struct task *tasks, size_t count)
{
	int told = 0;
	pid_t ended;

	do {
		ended = waitpid(-1, &told, 0);
	} while (ended < 0 && errno == EINTR);
	for (size_t i = 0; i < count; i++) {
		if (ended <= 0 || tasks[i].process != ended)
			continue;
		tasks[i].process = 0;
		tasks[i].status = status_of(&tasks[i], told);
	}
}

static void run_all(struct task *tasks, size_t count, int jobs)
{
	size_t started = 0;
	size_t running = 0;

	while (started < count || running > 0) {
		if (started < count && running < (size_t)jobs) {
			start(&tasks[started]);
			running += tasks[started].process != 0;
			started++;
			continue;
		}
		wait_for_one(tasks, count);
		running--;
	}
}

bool tasks_run(struct task *tasks, size_t count, int jobs)
{
	bool ok = true;

	run_all(tasks, count, jobs);
	for (size_t i = 0; i < count; i++) {
		msg_outcome_of_status(tasks[i].status);
		ok = ok && tasks[i].status == 0;
	}
	return ok;
}

static bool read_pipe(int fd, struct text *lines)
{
	char chunk[4096];
	ssize_t got;

	while ((got = read(fd, chunk, sizeof(chunk))) > 0)
		text_add_bytes(lines, chunk, (size_t)got);
	return got == 0;
}

bool task_run_counted(struct task *task)
{
	struct text lines = { 0 };
	char name[16];
	int ends[2] = { -1, -1 };
	bool ok;

	if (pipe(ends) != 0)
		return tasks_run(task, 1, 1);
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	(void)snprintf(name, sizeof(name), "%d", ends[1]);
	(void)setenv(MSG_NOTES_TO, name, 1);
	ok = tasks_run(task, 1, 1);
	(void)unsetenv(MSG_NOTES_TO);
	(void)close(ends[1]);
	if (read_pipe(ends[0], &lines))
		msg_add_notes(text_string(&lines));
	(void)close(ends[0]);
	text_clear(&lines);
	return ok;
}

/* Start the task with its stdout into `into`. */
static bool start_into(struct task *task, int into)
{
	posix_spawn_file_actions_t actions;
	bool ok;

	if (posix_spawn_file_actions_init(&actions) != 0)
		return false;
	ok = posix_spawn_file_actions_adddup2(&actions, into, STDOUT_FILENO) ==
		     0 &&
	     posix_spawn(&task->process, task->arguments[0], &actions, NULL,
			 argv_of(task), environ) == 0;
	(void)posix_spawn_file_actions_destroy(&actions);
	return ok;
}

bool task_answer(struct task *task, struct text *lines)
{
	int ends[2] = { -1, -1 };
	int told = 0;
	bool ok;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	ok = start_into(task, ends[1]);
	(void)close(ends[1]);
	ok = read_pipe(ends[0], lines) && ok;
	(void)close(ends[0]);
	ok = ok && waitpid(task->process, &told, 0) == task->process &&
	     WIFEXITED(told);
	task->status = ok ? WEXITSTATUS(told) : STATUS_BROKEN;
	return task->status == 0;
}
