/*
 * Any bytes as facts.xml: what is accepted is written, and read again, as the
 * same bytes.
 */
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"
#include "lib/infile.h"
#include "model/facts.h"

/* Write the facts, and add the bytes written. */
static void save(struct facts *facts, const char *path, struct text *bytes)
{
	struct text why = { 0 };
	bool ok =
		facts_save(facts, path, &why) && infile_load(bytes, path, &why);

	assert(ok);
}

static void prove_saved(struct facts *facts)
{
	struct text path = { 0 };
	struct text first = { 0 };
	struct text second = { 0 };
	struct text why = { 0 };
	struct facts again = { 0 };
	bool ok;

	fuzz_folder(&path);
	(void)mkdir(path.at, 0700);
	text_add(&path, "/facts.xml");
	save(facts, path.at, &first);
	ok = facts_load(&again, path.at, &why);
	assert(ok);
	save(&again, path.at, &second);
	assert(strcmp(first.at, second.at) == 0);
	facts_clear(&again);
	text_clear(&first);
	text_clear(&second);
	text_clear(&path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_file file;
	struct facts facts = { 0 };
	struct text why = { 0 };

	fuzz_open(&file, bytes, len);
	if (facts_load(&facts, file.path, &why))
		prove_saved(&facts);
	assert(why.len == 0);
	facts_clear(&facts);
	fuzz_close(&file);
	return 0;
}
