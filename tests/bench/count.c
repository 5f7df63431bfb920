/*
 * count FILE - the floor: libcsv over a file, in callbacks that only count.
 */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct counts {
	long cells;
	long rows;
};

static void on_cell(void *bytes, size_t len, void *context)
{
	struct counts *counts = context;

	(void)bytes;
	(void)len;
	counts->cells++;
}

static void on_row(int ended_by, void *context)
{
	struct counts *counts = context;

	(void)ended_by;
	counts->rows++;
}

int main(int argc, char **argv)
{
	static char chunk[256 * 1024];
	struct counts counts = { 0, 0 };
	struct csv_parser csv;
	ssize_t got;
	int fd;

	if (argc != 2 || csv_init(&csv, 0) != 0)
		return 64;
	fd = open(argv[1], O_RDONLY);
	csv_set_delim(&csv, ';');
	while ((got = read(fd, chunk, sizeof(chunk))) > 0)
		if (csv_parse(&csv, chunk, (size_t)got, on_cell, on_row,
			      &counts) != (size_t)got)
			return 65;
	csv_fini(&csv, on_cell, on_row, &counts);
	csv_free(&csv);
	printf("%ld rows, %ld cells\n", counts.rows, counts.cells);
	return got == 0 ? 0 : 74;
}
