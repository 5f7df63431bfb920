#include "ingest/left_out.h"

static const char *const names[] = {
	[LEFT_AFTER_CUT_OFF] = "after-cut-off",
	[LEFT_DUPLICATE] = "duplicate",
	[LEFT_FILTERED] = "filtered",
	[LEFT_FOOTER] = "footer",
	[LEFT_OUTSIDE] = "outside-window",
	[LEFT_REPEATED] = "repeated-header",
	[LEFT_TOTALS] = "totals",
};

void left_out_tell(const struct left_out *left_out, struct facts_file *file,
		   struct arena *arena)
{
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (left_out->rows[i] == 0)
			continue;
		file->reasons =
			arena_grow(arena, file->reasons, file->reason_count,
				   sizeof(*file->reasons));
		file->reasons[file->reason_count++] = (struct facts_left_out){
			.by = names[i],
			.rows = left_out->rows[i],
		};
		file->left_out += left_out->rows[i];
	}
}
