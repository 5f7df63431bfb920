/*
 * appendices - documents that go with the report, listed and never merged.
 *
 * input/<period>/text/<file>, kept by hand: titel;fil;sidor.  A document stands
 * in the same folder; its SHA-256 is printed, so that whoever reads the report
 * can tell that it is the one that was meant.
 */
#include <string.h>

#include "compose/composition.h"
#include "compose/words.h"
#include "lib/digest.h"
#include "lib/lang.h"
#include "lib/text.h"
#include "model/table_file.h"

enum { TITLE, DOCUMENT, PAGES, HEADERS };

static const struct table_header headers[HEADERS] = {
	[TITLE] = { .name = "titel" },
	[DOCUMENT] = { .name = "fil" },
	[PAGES] = { .name = "sidor", .optional = true },
};
static const struct table_form form = { .headers = headers,
					.header_count = HEADERS };

struct appendix_list {
	struct composition *composition;
	struct arena *arena;
	struct table_file file;
	struct table *table;
	const char *folder; /* path of the texts */
};

/* "bilaga.pdf", a name without folders. */
static bool is_name(const char *name)
{
	return *name && *name != '.' && !strchr(name, '/');
}

/* The SHA-256 of the document; false if it cannot be read (told). */
static bool find_digest(const struct appendix_list *list,
			const struct table_line *line, char digest[DIGEST_HEX])
{
	const char *name = table_file_cell(line, DOCUMENT);
	const struct place place =
		table_file_place(&list->file, line, DOCUMENT);
	struct text path = { 0 };
	struct text why = { 0 };
	bool ok = is_name(name);

	text_printf(&path, "%s/%s", list->folder, name);
	if (!ok)
		msg_at(OUTCOME_REFUSED, place,
		       _("\"%s\" is no name of a file beside this list"), name);
	else if (!digest_file(digest, path.at, &why)) {
		msg_at(OUTCOME_ABSENT, place, "%s", why.at);
		ok = false;
	}
	text_clear(&why);
	text_clear(&path);
	return ok;
}

static void add_appendix(const struct appendix_list *list, size_t at)
{
	const struct table_line *line = &list->file.lines[at];
	char digest[DIGEST_HEX] = "";
	struct table_row *row;
	struct runs *runs;

	if (!find_digest(list, line, digest))
		return;
	row = table_add_row(list->table, list->arena, ROW_BODY);
	row_add_text(row, list->arena,
		     arena_printf(list->arena, "%zu", at + 1));
	runs = &row_add_name(row, list->arena, table_file_cell(line, TITLE))
			->runs;
	runs_add_break(runs, list->arena);
	runs_add(runs, list->arena, table_file_cell(line, DOCUMENT))->emphasis =
		true;
	runs_add_break(runs, list->arena);
	runs_add(runs, list->arena,
		 arena_printf(list->arena, "SHA-256 %s", digest));
	row_add_text(row, list->arena, table_file_cell(line, PAGES));
}

static void add_table(struct appendix_list *list, struct blocks *into)
{
	static const struct table_column columns[] = { { ALIGN_CENTRE, 0 },
						       { ALIGN_TEXT, 1 },
						       { ALIGN_NUMBER, 0 } };
	static const enum word heads[] = { WORD_APPENDICES_NUMBER,
					   WORD_APPENDICES_TITLE,
					   WORD_APPENDICES_PAGES };
	const struct words *words = list->composition->words;
	struct table_row *head;

	list->table = blocks_add_table(into, list->arena, "appendices", columns,
				       COUNT_OF(columns));
	runs_add(&list->table->caption, list->arena,
		 words_at(words, WORD_APPENDICES_CAPTION));
	head = table_add_row(list->table, list->arena, ROW_HEAD);
	for (size_t i = 0; i < COUNT_OF(heads); i++)
		row_add_head(head, list->arena, words_at(words, heads[i]), "");
	for (size_t i = 0; i < list->file.line_count; i++)
		add_appendix(list, i);
}

void appendices_compose(struct composition *composition,
			const struct template_part *part, struct blocks *into)
{
	struct arena *arena = composition_arena(composition);
	const char *shown = arena_printf(arena, "input/%s/text",
					 composition->assessment->period);
	struct appendix_list list = {
		.composition = composition,
		.arena = arena,
		.folder = arena_printf(arena, "%s/%s", composition->workspace,
				       shown),
	};
	struct text why = { 0 };

	if (!table_file_load(
		    &list.file, &form,
		    arena_printf(arena, "%s/%s", list.folder, part->file),
		    arena_printf(arena, "%s/%s", shown, part->file), &why)) {
		if (why.len > 0)
			msg_at(OUTCOME_ABSENT, part->place, "%s", why.at);
	} else if (list.file.line_count == 0) {
		blocks_add_words(into, arena, BLOCK_PARAGRAPH, part->empty);
	} else {
		add_table(&list, into);
	}
	table_file_clear(&list.file);
	text_clear(&why);
}
