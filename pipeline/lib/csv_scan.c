#include "lib/csv_scan.h"

#include <string.h>

#include "lib/eight_bytes.h"

/* A cell as it is found; bytes are changed only when the row is whole. */
struct found {
	char *end;    /* behind its text */
	bool escaped; /* it holds a mark written twice */
};

static bool is_line_end(char byte)
{
	return byte == '\n' || byte == '\r';
}

void csv_scan_start(struct csv_scan *scan, char delimiter)
{
	scan->delimiter = delimiter;
	scan->ends[(unsigned char)delimiter] = true;
	scan->ends['"'] = true;
	scan->ends['\n'] = true;
	scan->ends['\r'] = true;
}

static void keep(struct csv_scan *scan, const char *text,
		 const struct found *found)
{
	if (scan->count == scan->room) {
		scan->room = scan->room ? 2 * scan->room : 16;
		scan->cells = mem_resize(scan->cells, scan->room,
					 sizeof(*scan->cells));
	}
	/* the sign of a length that is not settled yet */
	scan->cells[scan->count++] = (struct csv_cell){
		.text = text,
		.len = ((size_t)(found->end - text) << 1) | found->escaped,
	};
}

/* CR, LF and CR LF each end a line. */
static long lines_in(const char *at, const char *end)
{
	long lines = 0;

	while (end - at >= (ptrdiff_t)EIGHT_BYTES &&
	       eight_controls(eight_bytes(at)) == 0)
		at += EIGHT_BYTES;
	for (; at < end; at++)
		if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
			lines++;
	return lines;
}

/* Of a cell that begins behind a quotation mark; gives what follows the one
 * that closes it, or NULL if that does not stand here. */
static char *find_quoted(struct csv_scan *scan, char *at, struct found *found)
{
	char *from = at;

	found->escaped = false;
	for (;;) {
		at = memchr(at, '"', (size_t)(scan->end - at));
		if (!at)
			return NULL;
		if (at + 1 == scan->end || at[1] != '"')
			break;
		found->escaped = true;
		at += 2;
	}
	found->end = at;
	scan->lines += lines_in(from, at);
	return at + 1;
}

/* The first of eight bytes that may end a cell: delimiter, quotation mark, or
 * any control character.  8 for none. */
static size_t first_end(const struct csv_scan *scan, const char *at)
{
	uint64_t word = eight_bytes(at);

	return eight_first(eight_equal(word, (unsigned char)scan->delimiter) |
			   eight_equal(word, '"') | eight_controls(word));
}

static char *find_plain(const struct csv_scan *scan, char *at)
{
	while (scan->end - at >= (ptrdiff_t)EIGHT_BYTES) {
		size_t step = first_end(scan, at);

		at += step;
		if (step == EIGHT_BYTES)
			continue;
		if (scan->ends[(unsigned char)*at])
			return at;
		at++;
	}
	while (at < scan->end && !scan->ends[(unsigned char)*at])
		at++;
	return at;
}

/* What follows the cell at `at`; NULL if it does not end here. */
static char *find_cell(struct csv_scan *scan, char *at)
{
	struct found found = { 0 };
	char *next;

	if (at < scan->end && *at == '"') {
		next = find_quoted(scan, at + 1, &found);
		if (next)
			keep(scan, at + 1, &found);
		return next;
	}
	next = find_plain(scan, at);
	found.end = next;
	keep(scan, at, &found);
	return next;
}

static size_t unescape(char *text, size_t len)
{
	size_t to = 0;

	for (size_t from = 0; from < len; from++) {
		text[to++] = text[from];
		from += text[from] == '"';
	}
	return to;
}

/* Now that the row is whole, end its cells. */
static void settle(struct csv_scan *scan, char *end)
{
	for (size_t i = 0; i < scan->count; i++) {
		struct csv_cell *cell = &scan->cells[i];
		char *text = scan->at + (cell->text - scan->at);
		size_t len = cell->len >> 1;

		if (cell->len & 1)
			len = unescape(text, len);
		text[len] = '\0';
		cell->len = len;
	}
	scan->at = end;
}

/* Find the cells of the row; `*end` is the line end that ends it. */
static enum csv_scanned find_row(struct csv_scan *scan, char **end)
{
	char *at = scan->at;

	for (;; at++) {
		at = find_cell(scan, at);
		if (!at || at == scan->end)
			return CSV_CUT_OFF;
		if (is_line_end(*at))
			break;
		if (*at != scan->delimiter)
			return CSV_DECLINED;
	}
	*end = at;
	if (*at == '\r' && at + 1 == scan->end)
		return CSV_CUT_OFF;
	return (size_t)(at - scan->at) > CSV_CELL_LIMIT ? CSV_DECLINED
							: CSV_SCANNED;
}

enum csv_scanned csv_scan_row(struct csv_scan *scan)
{
	char *end = scan->at;
	enum csv_scanned found;

	scan->count = 0;
	scan->lines = 1;
	found = find_row(scan, &end);
	if (found == CSV_SCANNED)
		settle(scan, end + (*end == '\r' && end[1] == '\n' ? 2 : 1));
	return found;
}
