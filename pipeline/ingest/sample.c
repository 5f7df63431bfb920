#include "ingest/sample.h"

#include "lib/infile.h"

bool sample_load(struct sample *sample, const char *path, struct text *why)
{
	struct text bytes = { 0 };
	bool ok;

	sample->path = path;
	ok = infile_load(&bytes, path, why) && sample_decode(sample, &bytes) &&
	     sample_part(sample);
	text_clear(&bytes);
	return ok;
}

void sample_clear(struct sample *sample)
{
	text_clear(&sample->utf8);
	text_clear(&sample->evidence);
	text_clear(&sample->doubts);
	arena_clear(&sample->arena);
	*sample = (struct sample){ 0 };
}
