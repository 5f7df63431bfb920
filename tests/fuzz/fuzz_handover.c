/*
 * Any bytes as a hand-over: what is accepted is written, and what was written
 * is read and written again as the same bytes.
 */
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"
#include "lib/infile.h"
#include "model/assessment.h"
#include "model/facts.h"
#include "model/report.h"

/* Read one file and write the other; false if it is not accepted. */
static bool copy_facts(const char *from, const char *to)
{
	struct facts facts = { 0 };
	struct text why = { 0 };
	bool ok = facts_load(&facts, from, &why);
	bool saved = !ok || facts_save(&facts, to, &why);

	assert(saved && why.len == 0);
	facts_clear(&facts);
	return ok;
}

static bool copy_assessment(const char *from, const char *to)
{
	struct assessment assessment = { 0 };
	struct text why = { 0 };
	bool ok = assessment_load(&assessment, from, &why);
	bool saved = !ok || assessment_save(&assessment, to, &why);

	assert(saved && why.len == 0);
	assessment_clear(&assessment);
	return ok;
}

static bool copy_report(const char *from, const char *to)
{
	struct report report = { 0 };
	struct text why = { 0 };
	bool ok = report_load(&report, from, &why);
	bool saved = !ok || report_save(&report, to, &why);

	assert(saved && why.len == 0);
	report_clear(&report);
	return ok;
}

static const struct {
	const char *urn;
	bool (*copy)(const char *from, const char *to);
} forms[] = {
	{ "urn:bokslut:assessment:1", copy_assessment },
	{ "urn:bokslut:report:1", copy_report },
	{ "", copy_facts },
};

static void assert_same(const char *one, const char *other)
{
	struct text a = { 0 };
	struct text b = { 0 };
	struct text why = { 0 };
	bool ok = infile_load(&a, one, &why) && infile_load(&b, other, &why);

	assert(ok && a.len == b.len && memcmp(a.at, b.at, a.len) == 0);
	text_clear(&a);
	text_clear(&b);
}

static void prove(const char *path, bool (*copy)(const char *, const char *))
{
	struct text first = { 0 };
	struct text second = { 0 };

	fuzz_folder(&first);
	(void)mkdir(first.at, 0700);
	text_printf(&second, "%s/second.xml", first.at);
	text_add(&first, "/first.xml");
	if (copy(path, first.at)) {
		bool again = copy(first.at, second.at);

		assert(again);
		assert_same(first.at, second.at);
	}
	text_clear(&first);
	text_clear(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct fuzz_file file;
	size_t form = 0;

	while (!memmem(bytes, len, forms[form].urn, strlen(forms[form].urn)))
		form++;
	fuzz_open(&file, bytes, len);
	prove(file.path, forms[form].copy);
	fuzz_close(&file);
	return 0;
}
