#include "lib/infile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lib/text.h"

/* How long the file is, as far as that is known. */
static size_t size_of(int fd)
{
	struct stat about;

	return fstat(fd, &about) == 0 && about.st_size > 0
		       ? (size_t)about.st_size
		       : 0;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* As far as `most` bytes.  False with errno set when a read fails. */
static bool read_all(int fd, struct text *content, size_t most)
{
	/* one more, to see the end */
	char *at = text_reserve(content, least(size_of(fd), most) + 1);

	while (content->len < most) {
		const size_t room = content->room - content->len - 1;
		ssize_t got = read(fd, at, least(room, most - content->len));

		if (got < 0 && errno != EINTR)
			return false;
		text_take(content, got > 0 ? (size_t)got : 0);
		if (got == 0)
			return true;
		at = text_reserve(content, 1);
	}
	return true;
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

/* Read what is open into `content`, and close it. */
static bool read_open(struct text *content, int fd, size_t most,
		      const char *path, struct text *why)
{
	bool ok = read_all(fd, content, most);

	if (!ok) {
		tell_unread(why, path);
		text_clear(content);
	}
	(void)close(fd);
	return ok;
}

bool infile_load(struct text *content, const char *path, struct text *why)
{
	return infile_load_most(content, SIZE_MAX, path, why);
}

bool infile_load_most(struct text *content, size_t most, const char *path,
		      struct text *why)
{
	int fd = infile_open(path, why);

	return fd >= 0 && read_open(content, fd, most, path, why);
}

/* Folders cannot be mapped, nor files of some file systems. */
bool infile_view(struct infile_view *view, const char *path, struct text *why)
{
	int fd = infile_open(path, why);
	size_t len;
	void *mapped;

	if (fd < 0)
		return false;
	len = size_of(fd);
	mapped = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);
	if (mapped != MAP_FAILED) {
		*view = (struct infile_view){ mapped, len, mapped, { 0 } };
		(void)close(fd);
		return true;
	}
	if (!read_open(&view->content, fd, SIZE_MAX, path, why))
		return false;
	view->at = view->content.at;
	view->len = view->content.len;
	return true;
}

void infile_close(struct infile_view *view)
{
	if (view->mapped)
		(void)munmap(view->mapped, view->len);
	text_clear(&view->content);
	*view = (struct infile_view){ 0 };
}
