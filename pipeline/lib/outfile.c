#include "lib/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/lang.h"
#include "lib/text.h"

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t wrote = write(fd, bytes, len);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return false;
		bytes += wrote;
		len -= (size_t)wrote;
	}
	return true;
}

/* Write, flush and close; false with errno set. */
static bool write_part(const char *part, const void *bytes, size_t len)
{
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	int first_errno = 0;

	if (fd < 0)
		return false;
	if (!write_all(fd, bytes, len) || fsync(fd) != 0)
		first_errno = errno;
	if (close(fd) != 0 && first_errno == 0)
		first_errno = errno;
	errno = first_errno;
	return first_errno == 0;
}

bool outfile_flush_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		(void)close(fd);
	return ok;
}

/* After a rename: the name itself must survive a power cut. */
static bool flush_folder_of(const char *path)
{
	struct text folder = { 0 };
	const char *slash = strrchr(path, '/');
	bool ok;

	text_add_bytes(&folder, path, slash ? (size_t)(slash - path) : 0);
	ok = outfile_flush_folder(folder.len > 0 ? folder.at
						 : (slash ? "/" : "."));
	text_clear(&folder);
	return ok;
}

bool outfile_write(const char *path, const void *bytes, size_t len,
		   struct text *why)
{
	struct text part = { 0 };
	bool ok;

	text_printf(&part, "%s.part", path);
	ok = write_part(part.at, bytes, len) && rename(part.at, path) == 0 &&
	     flush_folder_of(path);
	if (!ok) {
		text_printf(why, _("cannot write %s: %s"), path,
			    strerror(errno));
		(void)unlink(part.at);
	}
	text_clear(&part);
	return ok;
}

/* False with errno set where something else than a folder stands. */
static bool make_folder(const char *path)
{
	struct stat found;

	if (mkdir(path, 0755) == 0)
		return true;
	if (errno != EEXIST || stat(path, &found) != 0)
		return false;
	errno = ENOTDIR;
	return S_ISDIR(found.st_mode);
}

bool outfile_folder(const char *path, struct text *why)
{
	struct text sofar = { 0 };
	bool ok = true;

	for (const char *at = path; ok && *at; at++) {
		text_add_char(&sofar, *at);
		if (*at != '/' && (at[1] == '/' || at[1] == '\0'))
			ok = make_folder(sofar.at);
	}
	if (!ok)
		text_printf(why, _("cannot make the folder %s: %s"), sofar.at,
			    strerror(errno));
	text_clear(&sofar);
	return ok;
}
