#include "lib/csv_scan.h"

#include <string.h>

#include "lib/byte_lane.h"

/* A cell as it is found; bytes are changed only when the row is whole. */
struct found {
	const char *text;
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
}

static void keep(struct csv_scan *scan, const struct found *found)
{
	if (scan->count == scan->room) {
		scan->room = scan->room ? 2 * scan->room : 16;
		scan->cells = mem_resize(scan->cells, scan->room,
					 sizeof(*scan->cells));
	}
	/* the sign of a length that is not settled yet */
	scan->cells[scan->count++] = (struct csv_cell){
		.text = found->text,
		.len = ((size_t)(found->end - found->text) << 1) |
		       found->escaped,
	};
}

/* Where delimiters, quotation marks, CR and LF stand. */
static uint64_t marks_of_lane(const struct csv_scan *scan, const char *at)
{
	byte_lane lane = byte_lane_at(at);

	return byte_lane_bits((lane == (unsigned char)scan->delimiter) |
			      (lane == '"') | (lane == '\n') | (lane == '\r'));
}

static uint64_t marks_of_block(const struct csv_scan *scan, const char *at)
{
	return marks_of_lane(scan, at) |
	       marks_of_lane(scan, at + BYTE_LANE) << BYTE_LANE |
	       marks_of_lane(scan, at + 2 * BYTE_LANE) << 2 * BYTE_LANE |
	       marks_of_lane(scan, at + 3 * BYTE_LANE) << 3 * BYTE_LANE;
}

/* The text may end in the block. */
static void enter_block(struct csv_scan *scan, char *at)
{
	char last[BYTE_BLOCK] = { 0 };
	size_t left = (size_t)(scan->end - at);

	scan->block = at;
	if (left >= BYTE_BLOCK) {
		scan->marks = marks_of_block(scan, at);
		return;
	}
	memcpy(last, at, left);
	scan->marks = marks_of_block(scan, last);
}

/* The next of them, which is passed; or the end. */
static char *next_mark(struct csv_scan *scan)
{
	char *at;

	while (scan->marks == 0) {
		if (scan->end - scan->block <= (ptrdiff_t)BYTE_BLOCK)
			return scan->end;
		enter_block(scan, scan->block + BYTE_BLOCK);
	}
	at = scan->block + __builtin_ctzll(scan->marks);
	scan->marks &= scan->marks - 1;
	return at;
}

/* Whether the quotation mark at `at` is written twice; passes the next mark. */
static bool is_doubled(struct csv_scan *scan, const char *at)
{
	const char *next = next_mark(scan);

	return next == at + 1 && next < scan->end && *next == '"';
}

/* CR, LF and CR LF each end a line. */
static bool ends_line(const char *at)
{
	return *at == '\n' || (*at == '\r' && at[1] != '\n');
}

/* Of a cell in quotation marks; gives what follows the one that closes it, or
 * NULL if that does not stand here. */
static char *find_quoted(struct csv_scan *scan, struct found *found)
{
	char *at = next_mark(scan);

	while (at < scan->end && (*at != '"' || is_doubled(scan, at))) {
		found->escaped = found->escaped || *at == '"';
		scan->lines += ends_line(at);
		at = next_mark(scan);
	}
	found->end = at;
	return at < scan->end ? at + 1 : NULL;
}

/* What follows the cell at `at`, and is passed if it is a mark; NULL if the
 * cell does not end here. */
static char *find_cell(struct csv_scan *scan, const char *at)
{
	struct found found = { .text = at, .end = next_mark(scan) };
	char *next = found.end;

	if (at < scan->end && *at == '"') {
		found.text++;
		next = find_quoted(scan, &found);
	}
	if (next)
		keep(scan, &found);
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
	enter_block(scan, scan->at);
	found = find_row(scan, &end);
	if (found == CSV_SCANNED)
		settle(scan, end + (*end == '\r' && end[1] == '\n' ? 2 : 1));
	return found;
}
