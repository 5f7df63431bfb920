#include "assess/rule_test_sum.h"

#include <stdio.h>
#include <string.h>

#include "assess/rule_test.h"
#include "lib/lang.h"
#include "lib/msg.h"
#include "lib/outfile.h"
#include "lib/text.h"
#include "lib/xml_writer.h"

void rule_sum_add(struct rule_sum *sum, const struct rule_test *test,
		  const char *difference)
{
	sum->results = arena_grow(sum->arena, sum->results, sum->count,
				  sizeof(*sum->results));
	sum->results[sum->count++] = (struct rule_result){
		.test = test,
		.difference = difference ? arena_strdup(sum->arena, difference)
					 : NULL,
	};
	sum->failed += difference != NULL;
}

static bool was_hit(const struct rule_sum *sum, const void *what)
{
	for (size_t i = 0; i < sum->hit_count; i++)
		if (sum->hit[i] == what)
			return true;
	return false;
}

void rule_sum_hit(struct rule_sum *sum, const void *what)
{
	if (!what || was_hit(sum, what))
		return;
	sum->hit = arena_grow(sum->arena, sum->hit, sum->hit_count,
			      sizeof(const void *));
	sum->hit[sum->hit_count++] = what;
}

/* How many rows of a rule were tried; those that were not are told. */
static size_t tell_table(const struct rule_sum *sum,
			 const struct decision_table *table)
{
	size_t tried = 0;

	for (size_t i = 0; i < table->row_count; i++) {
		const struct decision_row *row = &table->rows[i];
		const struct place place = { .file = table->version.file,
					     .line = row->line };

		if (was_hit(sum, row)) {
			tried++;
			continue;
		}
		msg_at(OUTCOME_NOTED, place,
		       _("row %zu of the rule \"%s\", version %d, is tried by "
			 "no test"),
		       i + 1, table->version.id, table->version.number);
	}
	printf(_("%s, version %d: rows tried %zu of %zu\n"), table->version.id,
	       table->version.number, tried, table->row_count);
	return tried;
}

static size_t tell_function(const struct rule_sum *sum,
			    const struct decision_table *table)
{
	const struct place place = { .file = table->version.file,
				     .line = table->function_line };
	const bool called = was_hit(sum, table->function);

	if (!called)
		msg_at(OUTCOME_NOTED, place,
		       _("the function of the rule \"%s\", version %d, is "
			 "called by no test"),
		       table->version.id, table->version.number);
	printf(called ? _("%s, version %d: a function, not proved; called\n")
		      : _("%s, version %d: a function, not proved; not "
			  "called\n"),
	       table->version.id, table->version.number);
	return called;
}

void rule_sum_tell(const struct rule_sum *sum, const struct rule_book *book)
{
	size_t tried = 0;
	size_t rows = 0;
	size_t called = 0;
	size_t functions = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct decision_table *table = &book->list[i];

		if (table->function)
			called += tell_function(sum, table);
		else
			tried += tell_table(sum, table);
		functions += table->function != NULL;
		rows += table->row_count;
	}
	if (functions > 0)
		printf(_("functions called %zu of %zu\n"), called, functions);
	printf(_("tests: %zu, failed: %zu; rows tried %zu of %zu\n"),
	       sum->count, sum->failed, tried, rows);
}

static void write_test(struct xml_writer *writer,
		       const struct rule_result *result)
{
	const struct rule_test *test = result->test;

	xml_writer_open(writer, "testcase");
	xml_writer_attribute(writer, "classname", test->table->version.id);
	xml_writer_attribute(writer, "name", test->about);
	xml_writer_attribute(writer, "file", test->file);
	xml_writer_number(writer, "line", test->line);
	if (result->difference) {
		xml_writer_open(writer, "failure");
		xml_writer_attribute(writer, "message", result->difference);
		xml_writer_close(writer);
	}
	xml_writer_close(writer);
}

bool rule_sum_write(const struct rule_sum *sum, const char *path,
		    struct text *why)
{
	struct xml_writer *writer = xml_writer_new("testsuites", NULL);
	struct text xml = { 0 };
	bool ok;

	xml_writer_open(writer, "testsuite");
	xml_writer_attribute(writer, "name", "rules");
	xml_writer_number(writer, "tests", (long)sum->count);
	xml_writer_number(writer, "failures", (long)sum->failed);
	for (size_t i = 0; i < sum->count; i++)
		write_test(writer, &sum->results[i]);
	xml_writer_close(writer);
	xml_writer_end(writer, &xml);
	ok = outfile_write(path, xml.at, xml.len, why);
	text_clear(&xml);
	return ok;
}
