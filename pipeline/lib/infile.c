#include "lib/infile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lib/text.h"

/* False with errno set when a read fails. */
static bool read_all(int fd, struct text *content)
{
	char chunk[64 * 1024];

	text_add(content, "");
	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got > 0)
			text_add_bytes(content, chunk, (size_t)got);
		else if (got == 0)
			return true;
		else if (errno != EINTR)
			return false;
	}
}

static void tell_unread(struct text *why, const char *path)
{
	text_printf(why, _("cannot read %s: %s"), path, strerror(errno));
}

/* A folder too: read(2) has the words for it. */
static bool has_an_end(int fd)
{
	struct stat about;

	return fstat(fd, &about) == 0 &&
	       (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

int infile_open(const char *path, struct text *why)
{
	/* not to wait here already for who writes into a pipe */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0) {
		tell_unread(why, path);
		return -1;
	}
	if (has_an_end(fd))
		return fd;
	text_printf(why, _("cannot read %s: it is no ordinary file"), path);
	(void)close(fd);
	return -1;
}

bool infile_load(struct text *content, const char *path, struct text *why)
{
	int fd = infile_open(path, why);
	bool ok;

	if (fd < 0)
		return false;
	ok = read_all(fd, content);
	if (!ok) {
		tell_unread(why, path);
		text_clear(content);
	}
	(void)close(fd);
	return ok;
}
