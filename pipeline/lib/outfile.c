#include "lib/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/eight_bytes.h"
#include "lib/infile.h"
#include "lib/lang.h"
#include "lib/text.h"

#define CHUNK (64 << 10)
#define MULTIPLIER 0x9E3779B97F4A7C15U /* odd, its bits well mixed */

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

/* What a file is filled from: bytes, or else another file. */
struct filling {
	const char *bytes;
	size_t len;
	int from; /* read from its beginning; -1: the bytes */
};

/* The next chunk; its length, 0 at the end, -1 with errno set. */
static ssize_t next_chunk(const struct filling *filling, char chunk[CHUNK],
			  size_t at)
{
	size_t len = filling->len - at < CHUNK ? filling->len - at : CHUNK;

	if (filling->from >= 0)
		return pread(filling->from, chunk, CHUNK, (off_t)at);
	memcpy(chunk, filling->bytes + at, len);
	return (ssize_t)len;
}

/* Whether the file has these bytes at that place. */
static bool has(int fd, const char *bytes, size_t len, size_t at)
{
	char chunk[CHUNK] = { 0 };
	size_t got = 0;

	while (got < len) {
		ssize_t count =
			pread(fd, chunk + got, len - got, (off_t)(at + got));

		if (count <= 0)
			break;
		got += (size_t)count;
	}
	return got == len && memcmp(chunk, bytes, len) == 0;
}

/* Write it all, or compare it all; false with errno set. */
static bool pour(int fd, const struct filling *filling, bool compare)
{
	char chunk[CHUNK];
	size_t at = 0;
	ssize_t len;

	while ((len = next_chunk(filling, chunk, at)) > 0) {
		errno = EIO; /* for bytes that are not what was written */
		if (compare ? !has(fd, chunk, (size_t)len, at)
			    : !write_all(fd, chunk, (size_t)len))
			return false;
		at += (size_t)len;
	}
	return len == 0;
}

/* Write, flush, read back and close; false with errno set. */
static bool write_part(const char *part, const struct filling *filling)
{
	int fd = open(part, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	int first_errno = 0;

	if (fd < 0)
		return false;
	if (!pour(fd, filling, false) || fsync(fd) != 0 ||
	    !pour(fd, filling, true))
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

/* Give what was written its name, or take it away; `ok`: it is whole. */
static bool publish(const char *part, const char *path, bool ok,
		    struct text *why)
{
	ok = ok && rename(part, path) == 0 && flush_folder_of(path);
	if (!ok) {
		text_printf(why, _("cannot write %s: %s"), path,
			    strerror(errno));
		(void)unlink(part);
	}
	return ok;
}

static bool put(const char *path, const struct filling *filling,
		struct text *why)
{
	struct text part = { 0 };
	bool ok;

	text_printf(&part, "%s.part", path);
	ok = write_part(part.at, filling);
	ok = publish(part.at, path, ok, why);
	text_clear(&part);
	return ok;
}

/* What tells bytes from those that a fault made of them; nobody chooses these,
 * so it need not be a digest. */
struct imprint {
	uint64_t sum;
	size_t len;
};

struct outfile {
	char *path;
	char *part;
	struct imprint imprint; /* of what was written */
	int fd;                 /* -1: it could not be opened */
	int first_errno;        /* 0: all is well */
	size_t held;            /* bytes of these that are not written yet */
	char chunk[CHUNK];
};

/* One word that differs always shows: each step could be taken back. */
static void add_chunk(struct imprint *imprint, char chunk[CHUNK], size_t len)
{
	memset(chunk + len, 0, CHUNK - len);
	for (size_t i = 0; i < len; i += EIGHT_BYTES) {
		imprint->sum =
			(imprint->sum ^ eight_bytes(chunk + i)) * MULTIPLIER;
		imprint->sum ^= imprint->sum >> 32;
	}
	imprint->len += len;
}

struct outfile *outfile_open(const char *path)
{
	struct outfile *outfile = mem_alloc(sizeof(*outfile));
	struct text part = { 0 };

	text_printf(&part, "%s.part", path);
	outfile->path = mem_strdup(path);
	outfile->part = text_detach(&part);
	outfile->fd = open(outfile->part,
			   O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	outfile->first_errno = outfile->fd < 0 ? errno : 0;
	return outfile;
}

static void write_chunk(struct outfile *outfile)
{
	add_chunk(&outfile->imprint, outfile->chunk, outfile->held);
	if (outfile->first_errno == 0 &&
	    !write_all(outfile->fd, outfile->chunk, outfile->held))
		outfile->first_errno = errno;
	outfile->held = 0;
}

void outfile_add(struct outfile *outfile, const void *bytes, size_t len)
{
	const char *at = bytes;

	while (len > 0) {
		size_t room = CHUNK - outfile->held;
		size_t step = len < room ? len : room;

		memcpy(outfile->chunk + outfile->held, at, step);
		outfile->held += step;
		at += step;
		len -= step;
		if (outfile->held == CHUNK)
			write_chunk(outfile);
	}
}

/* The next chunk, whole unless the file ends; -1 with errno set. */
static ssize_t read_chunk(int fd, char chunk[CHUNK], size_t at)
{
	size_t len = 0;
	ssize_t got;

	do {
		got = pread(fd, chunk + len, CHUNK - len, (off_t)(at + len));
		if (got < 0)
			return -1;
		len += (size_t)got;
	} while (got > 0 && len < CHUNK);
	return (ssize_t)len;
}

/* Read back what was written; false with errno set if it is not that. */
static bool is_whole(int fd, const struct imprint *wanted)
{
	struct imprint imprint = { 0 };
	char chunk[CHUNK];
	ssize_t len;

	while ((len = read_chunk(fd, chunk, imprint.len)) > 0)
		add_chunk(&imprint, chunk, (size_t)len);
	if (len == 0 &&
	    (imprint.len != wanted->len || imprint.sum != wanted->sum)) {
		errno = EIO;
		return false;
	}
	return len == 0;
}

bool outfile_end(struct outfile *taken, struct text *why)
{
	bool ok;

	write_chunk(taken);
	if (taken->first_errno == 0 &&
	    (fsync(taken->fd) != 0 || !is_whole(taken->fd, &taken->imprint)))
		taken->first_errno = errno;
	if (taken->fd >= 0 && close(taken->fd) != 0 && taken->first_errno == 0)
		taken->first_errno = errno;
	errno = taken->first_errno;
	ok = publish(taken->part, taken->path, taken->first_errno == 0, why);
	free(taken->path);
	free(taken->part);
	free(taken);
	return ok;
}

bool outfile_write(const char *path, const void *bytes, size_t len,
		   struct text *why)
{
	const struct filling filling = { .bytes = bytes,
					 .len = len,
					 .from = -1 };

	return put(path, &filling, why);
}

bool outfile_copy(const char *path, const char *from, struct text *why)
{
	const struct filling filling = { .from = infile_open(from, why) };
	bool ok = filling.from >= 0 && put(path, &filling, why);

	if (filling.from >= 0)
		(void)close(filling.from);
	return ok;
}

/* False with errno set where something else than a folder stands. */
static bool make_folder(const char *path, mode_t mode)
{
	struct stat found;

	if (mkdir(path, mode) == 0)
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
			ok = make_folder(sofar.at, 0755);
	}
	if (!ok)
		text_printf(why, _("cannot make the folder %s: %s"), sofar.at,
			    strerror(errno));
	text_clear(&sofar);
	return ok;
}

bool outfile_private_folder(const char *path, struct text *why)
{
	bool ok = make_folder(path, 0700) && chmod(path, 0700) == 0;

	if (!ok)
		text_printf(why, _("cannot make the folder %s: %s"), path,
			    strerror(errno));
	return ok;
}
