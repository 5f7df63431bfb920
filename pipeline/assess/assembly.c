#include "assess/assembly.h"

static struct assessed_rule rule_of(struct arena *arena,
				    const struct decision_table *table)
{
	struct assessed_rule rule = {
		.version = table->version,
		.scale = table->scale->id,
		.about = table->about,
		.function = table->function != NULL,
		.row_count = table->row_count,
	};

	rule.rows = arena_alloc(arena, table->row_count * sizeof(*rule.rows));
	for (size_t i = 0; i < table->row_count; i++)
		rule.rows[i] = (struct assessed_rule_row){
			.row = (int)i + 1,
			.says = table->rows[i].says,
			.grade = table->rows[i].grade,
			.missing = table->rows[i].missing,
		};
	return rule;
}

void assembly_take_rules(struct assessment *assessment,
			 const struct rules *rules,
			 const struct rule_book *book)
{
	struct arena *arena = &assessment->arena;

	assessment->municipality = rules->workspace.municipality;
	assessment->language = rules->workspace.language;
	assessment->quantities = rules->quantities;
	assessment->scales = rules->scales;
	assessment->rules =
		arena_alloc(arena, book->count * sizeof(*assessment->rules));
	assessment->rule_count = book->count;
	for (size_t i = 0; i < book->count; i++)
		assessment->rules[i] = rule_of(arena, &book->list[i]);
}

void assembly_take_units(struct assessment *assessment,
			 const struct registry *reg)
{
	assessment->units =
		arena_alloc(&assessment->arena,
			    reg->unit_count * sizeof(*assessment->units));
	assessment->unit_count = reg->unit_count;
	for (size_t i = 0; i < reg->unit_count; i++)
		assessment->units[i] =
			(struct assessed_unit){ .id = reg->units[i].id,
						.name = reg->units[i].name,
						.parent =
							reg->units[i].parent };
}

static void take_records(struct assessment *assessment,
			 const struct facts *facts)
{
	for (size_t i = 0; i < facts->record_count; i++) {
		assessment->records =
			arena_grow(&assessment->arena, assessment->records,
				   assessment->record_count,
				   sizeof(*assessment->records));
		assessment->records[assessment->record_count++] =
			facts->records[i];
	}
}

void assembly_take_evidence(struct assessment *assessment,
			    const struct rules *rules,
			    const struct evidence *evidence)
{
	assessment->sources =
		arena_alloc(&assessment->arena,
			    evidence->count * sizeof(*assessment->sources));
	assessment->source_count = evidence->count;
	for (size_t i = 0; i < evidence->count; i++) {
		const struct evidence_file *file = &evidence->list[i];
		const struct profile *profile =
			profile_lookup(&rules->profiles, file->facts.source);

		assessment->sources[i] = (struct assessed_source){
			.id = file->facts.source,
			.about = profile ? profile->about : NULL,
			.facts = file->sha256,
			.files = file->facts.files,
			.file_count = file->facts.file_count,
		};
		take_records(assessment, &file->facts);
	}
}
