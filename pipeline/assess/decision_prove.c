#include "assess/decision_prove.h"

#include <stdlib.h>
#include <string.h>

#include "assess/decision_relation.h"
#include "assess/decision_size.h"
#include "assess/decision_table.h"
#include "lib/lang.h"
#include "lib/msg.h"

/* The points that stand for all values of an input. */
struct domain {
	struct figure *points;
	size_t count;
};

struct proof {
	const struct decision_table *table;
	struct arena *arena;
	struct domain *domains;
	struct figure *values; /* the combination that is tried */
	bool *decides;         /* of each row: it does, for some of them */
};

static void add_point(const struct proof *proof, struct domain *domain,
		      struct figure point)
{
	domain->points = arena_grow(proof->arena, domain->points, domain->count,
				    sizeof(*domain->points));
	domain->points[domain->count++] = point;
}

static struct figure yes_or_no(bool yes)
{
	return (struct figure){ .kind = FIGURE_YESNO, .yes = yes };
}

static struct figure word_of(const char *word)
{
	return (struct figure){ .kind = FIGURE_WORD, .word = word };
}

/* Numbers that the tests of an input name, and the ends of what it can be. */
struct marks {
	struct decimal *list;
	size_t count;
};

static void add_mark(const struct proof *proof, struct marks *marks,
		     struct decimal number)
{
	marks->list = arena_grow(proof->arena, marks->list, marks->count,
				 sizeof(*marks->list));
	marks->list[marks->count++] = number;
}

static void add_tested(const struct proof *proof, struct marks *marks,
		       size_t input)
{
	const struct decision_table *table = proof->table;

	for (size_t i = 0; i < table->row_count; i++)
		for (size_t n = 0; n < table->rows[i].condition_count; n++) {
			const struct condition *condition =
				&table->rows[i].conditions[n];

			if (condition->input == input)
				add_mark(proof, marks, condition->number);
		}
}

/* Of those that are equal, the one with the fewest decimals first. */
static int compare_marks(const void *left, const void *right)
{
	const struct decimal *a = left;
	const struct decimal *b = right;
	const int order = decimal_compare(*a, *b);

	return order ? order : a->scale - b->scale;
}

/* In order, each once. */
static void sort_marks(struct marks *marks)
{
	size_t kept = 0;

	if (marks->count > 1)
		qsort(marks->list, marks->count, sizeof(*marks->list),
		      compare_marks);
	for (size_t i = 0; i < marks->count; i++)
		if (kept == 0 ||
		    decimal_compare(marks->list[kept - 1], marks->list[i]) != 0)
			marks->list[kept++] = marks->list[i];
	marks->count = kept;
}

static struct marks marks_of(const struct proof *proof, size_t input)
{
	const struct decision_table *table = proof->table;
	struct marks marks = { 0 };

	add_mark(proof, &marks, decimal_of(0));
	if (table->inputs[input].word == INPUT_SHARE)
		add_mark(proof, &marks, decimal_of(1));
	for (size_t i = 0; i < table->input_count; i++)
		if (i == input || decision_are_related(table, input, i))
			add_tested(proof, &marks, i);
	sort_marks(&marks);
	return marks;
}

/* How many points must stand between two marks for every order of the inputs
 * that are compared with this one. */
static long points_between(const struct decision_table *table, size_t input)
{
	long count = 1;

	for (size_t i = 0; i < table->input_count; i++)
		count += i != input && decision_are_related(table, input, i);
	return count;
}

static bool is_of_domain(const struct rule_input *input,
			 const struct figure *point)
{
	struct ratio ratio;

	if (!figure_ratio(point, &ratio) || ratio_is_negative(ratio))
		return false;
	if (input->word == INPUT_SHARE)
		return ratio_compare(ratio, ratio_of(decimal_of(1))) <= 0;
	return true;
}

/* The `part`th of `parts` steps from one mark to the next one. */
static bool point_between(struct figure *point, struct decimal from,
			  struct decimal to, const long step[2])
{
	struct ratio way = ratio_of(to);

	if (!ratio_subtract(&way, way, ratio_of(from)) ||
	    !ratio_multiply(&way, way, decimal_of(step[0])) ||
	    !ratio_divide(&way, way, ratio_of(decimal_of(step[1]))) ||
	    !ratio_add(&way, way, ratio_of(from)))
		return false;
	*point = figure_of_ratio(way);
	return true;
}

static void add_between(const struct proof *proof, size_t input,
			const struct decimal marks[2])
{
	const struct rule_input *given = &proof->table->inputs[input];
	const long count = points_between(proof->table, input);

	for (long i = 1; i <= count; i++) {
		const long step[2] = { i, count + 1 };
		struct figure point;

		if (point_between(&point, marks[0], marks[1], step) &&
		    is_of_domain(given, &point))
			add_point(proof, &proof->domains[input], point);
	}
}

static void add_numbers(const struct proof *proof, size_t input)
{
	const struct rule_input *given = &proof->table->inputs[input];
	struct marks marks = marks_of(proof, input);

	for (size_t i = 0; i < marks.count; i++) {
		struct decimal pair[2] = { marks.list[i], { 0 } };
		struct figure point = figure_of_number(marks.list[i]);

		if (is_of_domain(given, &point))
			add_point(proof, &proof->domains[input], point);
		if (i + 1 < marks.count)
			pair[1] = marks.list[i + 1];
		else if (!decimal_add(&pair[1], pair[0], decimal_of(100)))
			continue;
		add_between(proof, input, pair);
	}
}

/* A count is a whole number: those around each mark stand for all. */
static void add_counts(const struct proof *proof, size_t input)
{
	struct marks marks = marks_of(proof, input);
	const long near = points_between(proof->table, input) + 1;
	struct marks whole = { 0 };

	for (size_t i = 0; i < marks.count; i++)
		for (long more = -near; more <= near; more++) {
			struct decimal number;

			if (decimal_add(&number,
					decimal_round(marks.list[i], 0),
					decimal_of(more)) &&
			    !decimal_is_negative(number))
				add_mark(proof, &whole, number);
		}
	sort_marks(&whole);
	for (size_t i = 0; i < whole.count; i++)
		add_point(proof, &proof->domains[input],
			  figure_of_number(whole.list[i]));
}

static int compare_words(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Every word that a row tests an input for, once or more. */
static struct names words_of(const struct proof *proof, size_t input)
{
	const struct decision_table *table = proof->table;
	struct names words = { 0 };

	for (size_t i = 0; i < table->row_count; i++)
		for (size_t n = 0; n < table->rows[i].condition_count; n++) {
			const struct condition *condition =
				&table->rows[i].conditions[n];

			for (size_t w = 0; condition->input == input &&
					   w < condition->words.count;
			     w++)
				names_add(&words, proof->arena,
					  condition->words.list[w]);
		}
	return words;
}

/* Each word that a row names, and one that none does. */
static void add_words(const struct proof *proof, size_t input)
{
	struct names words = words_of(proof, input);

	if (words.count > 1)
		qsort(words.list, words.count, sizeof(*words.list),
		      compare_words);
	for (size_t i = 0; i < words.count; i++)
		if (i == 0 || strcmp(words.list[i - 1], words.list[i]) != 0)
			add_point(proof, &proof->domains[input],
				  word_of(words.list[i]));
	add_point(proof, &proof->domains[input], word_of(_("another word")));
}

static bool may_be_missing(enum input_word word)
{
	return word == INPUT_TARGET_MET || word == INPUT_SHORTFALL ||
	       word == INPUT_SHORTFALL_PART || word == INPUT_SHARE;
}

static void lay_out(const struct proof *proof, size_t input)
{
	const struct rule_input *given = &proof->table->inputs[input];
	struct domain *domain = &proof->domains[input];

	if (given->kind == FIGURE_YESNO) {
		add_point(proof, domain, yes_or_no(true));
		add_point(proof, domain, yes_or_no(false));
	} else if (given->kind == FIGURE_WORD) {
		add_words(proof, input);
	} else if (given->word == INPUT_COUNT) {
		add_counts(proof, input);
	} else {
		add_numbers(proof, input);
	}
	if (may_be_missing(given->word))
		add_point(proof, domain,
			  figure_of_missing(MISSING_NOT_MEASURED));
}

/* The points of every input; false (told) once they are too many together. */
static bool lay_out_all(const struct proof *proof)
{
	long combinations = 1;

	for (size_t i = 0; i < proof->table->input_count; i++) {
		lay_out(proof, i);
		combinations *= (long)proof->domains[i].count;
		if (!decision_size_is_provable(proof->table, combinations))
			return false;
	}
	return true;
}

/* One combination; false once the table is refused. */
static bool try_values(struct proof *proof)
{
	const struct decision_row *row;

	if (!decision_is_possible(proof->table, proof->values) ||
	    decision_relation_broken(proof->table, proof->values))
		return true;
	row = decision_table_decide(proof->table, proof->values, NULL);
	if (row)
		proof->decides[row - proof->table->rows] = true;
	return row != NULL;
}

/* Step to the next combination; false after the last one. */
static bool step_on(const struct proof *proof, size_t *at)
{
	for (size_t i = 0; i < proof->table->input_count; i++) {
		at[i]++;
		if (at[i] < proof->domains[i].count) {
			proof->values[i] = proof->domains[i].points[at[i]];
			return true;
		}
		at[i] = 0;
		proof->values[i] = proof->domains[i].points[0];
	}
	return false;
}

static bool try_all(struct proof *proof)
{
	size_t *at = arena_alloc(proof->arena,
				 proof->table->input_count * sizeof(*at));
	bool ok = true;

	for (size_t i = 0; i < proof->table->input_count; i++)
		proof->values[i] = proof->domains[i].points[0];
	do
		ok = try_values(proof);
	while (ok && step_on(proof, at));
	return ok;
}

static void tell_idle_rows(const struct proof *proof)
{
	const struct decision_table *table = proof->table;

	for (size_t i = 0; i < table->row_count; i++)
		if (!proof->decides[i])
			msg_at(OUTCOME_NOTED,
			       (struct place){ .file = table->version.file,
					       .line = table->rows[i].line,
					       .header = "rule" },
			       _("rule \"%s\", version %d: row %zu never "
				 "decides anything: rows above it take all "
				 "that it holds for, or nothing meets it"),
			       table->version.id, table->version.number, i + 1);
}

bool decision_prove(const struct decision_table *table, struct arena *arena)
{
	struct proof proof = { .table = table, .arena = arena };
	bool ok;

	proof.domains =
		arena_alloc(arena, table->input_count * sizeof(*proof.domains));
	proof.values =
		arena_alloc(arena, table->input_count * sizeof(*proof.values));
	proof.decides =
		arena_alloc(arena, table->row_count * sizeof(*proof.decides));
	ok = lay_out_all(&proof) && try_all(&proof);
	if (ok)
		tell_idle_rows(&proof);
	return ok;
}
