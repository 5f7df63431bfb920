#include "lib/infile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
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

bool infile_load(struct text *content, const char *path, struct text *why)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && read_all(fd, content);

	if (!ok) {
		text_printf(why, _("cannot read %s: %s"), path,
			    strerror(errno));
		text_clear(content);
	}
	if (fd >= 0)
		(void)close(fd);
	return ok;
}
