/*
 * fault - preloaded into a program, it lets one call fail, lie or kill.
 *
 *	FAULT=PROGRAM:CALL:N:WHAT    the Nth such call of that program
 *	FAULT=PROGRAM:CALL:N+:WHAT   and all after it
 *	FAULT_COUNTS=FILE            add "PROGRAM CALL N" lines, how many
 *	                             it made
 *
 * CALL is write, fsync, close, open, read, rename, malloc, or `change`: each
 * call that changes what stands on the disk.  WHAT is the name of an errno,
 * KILL (SIGKILL before the call), SHORT (half is written) or LIE (nothing is
 * done, and success told).  Calls on the standard streams are left alone.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum call {
	CALL_WRITE,
	CALL_FSYNC,
	CALL_CLOSE,
	CALL_OPEN,
	CALL_READ,
	CALL_RENAME,
	CALL_MALLOC,
	CALL_CHANGE,
	CALLS
};

static const char *const names[CALLS] = {
	"write", "fsync", "close", "open", "read", "rename", "malloc", "change",
};

static const struct {
	const char *name;
	int value;
} errors[] = {
	{ "ENOSPC", ENOSPC }, { "EIO", EIO },       { "EMFILE", EMFILE },
	{ "EXDEV", EXDEV },   { "EACCES", EACCES }, { "EROFS", EROFS },
	{ "EINTR", EINTR },   { "ENOMEM", ENOMEM },
};

/* What is to happen; read once from the environment. */
static struct {
	bool read;
	bool here; /* this is the program */
	int call;
	long number;
	bool lasting;
	char what[16];
} fault;

static long made[CALLS];

static void read_fault(void)
{
	const char *at = getenv("FAULT");
	char program[64] = { 0 };
	char call[16] = { 0 };
	char lasting = 0;

	fault.read = true;
	fault.call = -1;
	if (!at)
		return;
	if (sscanf(at, "%63[^:]:%15[^:]:%ld%c", program, call, &fault.number,
		   &lasting) < 3)
		return;
	fault.lasting = lasting == '+';
	at = strrchr(at, ':');
	(void)snprintf(fault.what, sizeof(fault.what), "%s", at + 1);
	fault.here = strcmp(program, program_invocation_short_name) == 0;
	for (int i = 0; i < CALLS; i++)
		if (strcmp(call, names[i]) == 0)
			fault.call = i;
}

/* Whether this call is the one: it is told so and counted. */
static bool strikes(enum call call)
{
	long number = ++made[call];

	if (!fault.read)
		read_fault();
	if (!fault.here || fault.call != (int)call ||
	    (fault.lasting ? number < fault.number : number != fault.number))
		return false;
	if (strcmp(fault.what, "KILL") == 0)
		(void)kill(getpid(), SIGKILL);
	for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (strcmp(fault.what, errors[i].name) == 0)
			errno = errors[i].value;
	return true;
}

/* Counted as what it is and, all but close, as a change. */
static bool changes(enum call call)
{
	bool struck = strikes(call);

	if (call != CALL_CLOSE && strikes(CALL_CHANGE))
		struck = true;
	return struck;
}

static bool is(const char *what)
{
	return strcmp(fault.what, what) == 0;
}

#define REAL(type, name, ...)                                                  \
	static type (*real)(__VA_ARGS__);                                      \
	if (!real)                                                             \
	*(void **)&real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *bytes, size_t len)
{
	REAL(ssize_t, "write", int, const void *, size_t);
	if (fd <= STDERR_FILENO || !changes(CALL_WRITE))
		return real(fd, bytes, len);
	if (is("SHORT"))
		return real(fd, bytes, len > 1 ? len / 2 : len);
	return is("LIE") ? (ssize_t)len : -1;
}

int fsync(int fd)
{
	REAL(int, "fsync", int);
	return changes(CALL_FSYNC) ? -1 : real(fd);
}

int close(int fd)
{
	REAL(int, "close", int);
	if (fd <= STDERR_FILENO || !strikes(CALL_CLOSE))
		return real(fd);
	(void)real(fd);
	errno = EIO;
	return -1;
}

int open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list list;
	bool struck;

	REAL(int, "open", const char *, int, ...);
	va_start(list, flags);
	if (flags & O_CREAT)
		mode = va_arg(list, mode_t);
	va_end(list);
	struck = strikes(CALL_OPEN);
	if (flags & O_CREAT)
		struck |= strikes(CALL_CHANGE);
	return struck ? -1 : real(path, flags, mode);
}

ssize_t read(int fd, void *into, size_t len)
{
	REAL(ssize_t, "read", int, void *, size_t);
	if (fd <= STDERR_FILENO || !strikes(CALL_READ))
		return real(fd, into, len);
	return -1;
}

int rename(const char *from, const char *to)
{
	REAL(int, "rename", const char *, const char *);
	return changes(CALL_RENAME) ? -1 : real(from, to);
}

int renameat2(int folder, const char *from, int other, const char *to,
	      unsigned int flags)
{
	REAL(int, "renameat2", int, const char *, int, const char *,
	     unsigned int);
	return changes(CALL_RENAME) ? -1 : real(folder, from, other, to, flags);
}

int symlink(const char *target, const char *path)
{
	REAL(int, "symlink", const char *, const char *);
	return strikes(CALL_CHANGE) ? -1 : real(target, path);
}

int unlink(const char *path)
{
	REAL(int, "unlink", const char *);
	return strikes(CALL_CHANGE) ? -1 : real(path);
}

int mkdir(const char *path, mode_t mode)
{
	REAL(int, "mkdir", const char *, mode_t);
	return strikes(CALL_CHANGE) ? -1 : real(path, mode);
}

int ftruncate(int fd, off_t len)
{
	REAL(int, "ftruncate", int, off_t);
	return strikes(CALL_CHANGE) ? -1 : real(fd, len);
}

/* What dlsym() allocates must not ask for dlsym() itself. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *taken, size_t size);

#ifndef FAULT_KEEPS_MALLOC
void *malloc(size_t size)
{
	return fault.read && strikes(CALL_MALLOC) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fault.read && strikes(CALL_MALLOC) ? NULL
						  : __libc_calloc(count, size);
}

void *realloc(void *taken, size_t size)
{
	return fault.read && strikes(CALL_MALLOC) ? NULL
						  : __libc_realloc(taken, size);
}
#endif

__attribute__((constructor)) static void begin(void)
{
	read_fault();
}

__attribute__((destructor)) static void tell_counts(void)
{
	const char *path = getenv("FAULT_COUNTS");
	FILE *file = path ? fopen(path, "a") : NULL;

	for (int i = 0; file && i < CALLS; i++)
		fprintf(file, "%s %s %ld\n", program_invocation_short_name,
			names[i], made[i]);
	if (file)
		(void)fclose(file);
}
