#include "bokslut/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "bokslut/journal.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/text.h"

/* Who holds the lock, for a run that finds it taken; it is told, not trusted.
 */
static void sign(int lock)
{
	struct text line = { 0 };

	text_printf(&line, "%ld ", (long)getpid());
	journal_add_time(&line);
	text_add(&line, "\n");
	if (ftruncate(lock, 0) == 0 &&
	    pwrite(lock, line.at, line.len, 0) != (ssize_t)line.len)
		(void)!ftruncate(lock, 0);
	text_clear(&line);
}

static void tell_holder(int lock, const char *shown)
{
	char line[64] = { 0 };
	char *since = NULL;

	if (pread(lock, line, sizeof(line) - 1, 0) > 0)
		since = strchr(line, ' ');
	if (since) {
		*since++ = '\0';
		since[strcspn(since, "\n")] = '\0';
		msg_say(OUTCOME_NOT_READY,
			_("another run is closing %s right now: process %s, "
			  "since %s"),
			shown, line, since);
	} else {
		msg_say(OUTCOME_NOT_READY,
			_("another run is closing %s right now"), shown);
	}
}

int lock_take(const char *folder, const char *shown, struct text *why)
{
	struct text path = { 0 };
	int lock;

	text_printf(&path, "%s/lock", folder);
	lock = open(path.at, O_RDWR | O_CREAT, 0644);
	if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) {
		sign(lock);
	} else {
		if (lock >= 0 && errno == EWOULDBLOCK)
			tell_holder(lock, shown);
		else
			text_printf(why, _("cannot lock %s: %s"), path.at,
				    strerror(errno));
		if (lock >= 0)
			(void)close(lock);
		lock = -1;
	}
	text_clear(&path);
	return lock;
}

void lock_give(int lock)
{
	if (lock < 0)
		return;
	(void)!ftruncate(lock, 0);
	(void)close(lock);
}
