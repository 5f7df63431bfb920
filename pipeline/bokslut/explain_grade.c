#include "bokslut/explain_grade.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "bokslut/explain_words.h"
#include "lib/lang.h"
#include "lib/text.h"

const char *explain_label(const struct assessment *assessment,
			  const struct assessed_grade *grade)
{
	const struct scale *scale =
		scale_lookup(&assessment->scales, grade->scale);
	const struct grade *found =
		scale && grade->grade ? scale_grade(scale, grade->grade) : NULL;

	return found ? found->label
		     : explain_word(missing_name(grade->missing));
}

const char *explain_unit(const struct assessment *assessment, const char *id)
{
	const struct assessed_unit *unit =
		id ? assessment_unit(assessment, id) : NULL;

	return unit ? unit->name : id ? id : "";
}

static void add_ratio(struct text *line, const char *language,
		      const struct figure *figure,
		      const struct quantity *quantity)
{
	const struct number_style style = {
		.max_decimals = 4,
		.decimal_point = decimal_sign_of(language) == '.',
	};
	struct decimal rounded = { 0 };
	struct ratio ratio = { 0 };

	if (!quantity_ratio(quantity, figure, &ratio) ||
	    !ratio_round(&rounded, ratio, style.max_decimals))
		return;
	decimal_print(line, rounded, &style);
	if (*quantity->print)
		text_printf(line, " %s", quantity->print);
	if (figure->kind != FIGURE_RATIO)
		return;
	text_add(line, " = ");
	decimal_add_text(line, figure->number);
	text_add(line, " / ");
	decimal_add_text(line, figure->denominator);
}

void explain_add_figure(struct text *line, const struct assessment *assessment,
			const struct figure *figure,
			const struct quantity *quantity)
{
	switch (figure->kind) {
	case FIGURE_MISSING:
		text_add(line, explain_word(missing_name(figure->missing)));
		break;
	case FIGURE_NUMBER:
	case FIGURE_RATIO:
		add_ratio(line, assessment->language, figure, quantity);
		break;
	case FIGURE_YESNO:
		text_add(line, figure->yes ? _("yes") : _("no"));
		break;
	case FIGURE_DATE:
		date_add_text(line, figure->date);
		break;
	case FIGURE_WORD:
		text_add(line, figure->word);
		break;
	}
}

/* Of a trace, an input's value and what it was compared with, as people read
 * them; a trace has decimal points, which `sign` stands for. */
struct shown {
	struct text value;
	struct text test;
};

static void set_sign(struct text *text, char sign)
{
	for (size_t i = 1; i + 1 < text->len; i++)
		if (text->at[i] == '.' &&
		    isdigit((unsigned char)text->at[i - 1]) &&
		    isdigit((unsigned char)text->at[i + 1]))
			text->at[i] = sign;
}

static struct shown show(const struct because *because, char sign)
{
	struct shown shown = { 0 };

	text_add(&shown.value, explain_word(because->value));
	if (because->test)
		explain_add_test(&shown.test, because->test);
	set_sign(&shown.value, sign);
	set_sign(&shown.test, sign);
	return shown;
}

static void shown_clear(struct shown *shown)
{
	text_clear(&shown->value);
	text_clear(&shown->test);
}

/* What an input was worth, and what decided by it. */
static void explain_because(const struct because *because, char sign)
{
	struct shown shown = show(because, sign);
	const char *given = explain_word(because->given);
	const char *value = text_string(&shown.value);
	const char *test = text_string(&shown.test);

	if (!because->test)
		printf(_("      given %s: %s\n"), given, value);
	else if (because->row > 0)
		printf(_("      row %d: %s is %s (compared with: %s)\n"),
		       because->row, given, value, test);
	else
		printf(_("      %s is %s (compared with: %s)\n"), given, value,
		       test);
	shown_clear(&shown);
}

/* Why another row does not hold. */
static void explain_unmet(const struct because *unmet, char sign)
{
	struct shown shown = show(unmet, sign);

	printf(_("      not row %d: %s is %s, not %s\n"), unmet->row,
	       explain_word(unmet->given), text_string(&shown.value),
	       text_string(&shown.test));
	shown_clear(&shown);
}

static void explain_rule(const struct assessment *assessment,
			 const struct assessed_grade *grade)
{
	const struct assessed_rule *rule =
		assessment_rule(assessment, grade->rule);
	const char sign = decimal_sign_of(assessment->language);

	printf(_("    by rule %s, version %d, %s line %ld (SHA-256 %.12s…)\n"),
	       grade->rule, grade->version, grade->file, grade->line,
	       grade->sha256);
	if (rule && rule->function)
		printf(_("      the rule is a function, which is not "
			 "proved\n"));
	for (size_t i = 0; i < grade->because_count; i++)
		explain_because(&grade->because[i], sign);
	for (size_t i = 0; i < grade->unmet_count; i++)
		explain_unmet(&grade->unmet[i], sign);
	if (grade->unmet_count == MOST_UNMET && rule &&
	    rule->row_count > MOST_UNMET + 1)
		printf(_("      no more rows than these %d are told\n"),
		       MOST_UNMET);
	if (grade->reason)
		printf(_("      its reason: %s\n"), grade->reason);
}

void explain_grade(const struct assessment *assessment,
		   const struct assessed_grade *grade)
{
	struct text date = { 0 };

	printf("  %s: %s\n",
	       grade->when == WHEN_NOW ? _("now") : _("at year end"),
	       explain_label(assessment, grade));
	if (grade->origin == ORIGIN_RULE) {
		explain_rule(assessment, grade);
		return;
	}
	date_add_text(&date, grade->date);
	printf(grade->origin == ORIGIN_OVERRIDE
		       ? _("    override by %s %s, %s line %ld: %s\n")
		       : _("    stated by %s %s, %s line %ld: %s\n"),
	       grade->role, date.at, grade->file, grade->line, grade->reason);
	text_clear(&date);
}

const struct facts_file *explain_file(const struct assessment *assessment,
				      const struct from *from)
{
	for (size_t i = 0; from->source && i < assessment->source_count; i++) {
		const struct assessed_source *source = &assessment->sources[i];

		if (strcmp(source->id, from->source) == 0 && from->file > 0 &&
		    (size_t)from->file <= source->file_count)
			return &source->files[from->file - 1];
	}
	return NULL;
}

/* That the fact was corrected by hand, if it was. */
static void explain_correction(const struct assessment *assessment,
			       const struct from *from)
{
	for (size_t i = 0; i < assessment->correction_count; i++) {
		const struct assessed_correction *made =
			&assessment->corrections[i];
		const struct quantity *quantity = quantity_lookup(
			&assessment->quantities, made->quantity);
		struct text was = { 0 };
		struct text is = { 0 };
		struct text date = { 0 };

		if (strcmp(made->id, from->fact) != 0 ||
		    strcmp(made->unit, from->unit) != 0 ||
		    made->series != from->series ||
		    !window_equal(made->window, from->window))
			continue;
		explain_add_figure(&was, assessment, &made->was, quantity);
		explain_add_figure(&is, assessment, &made->is, quantity);
		date_add_text(&date, made->date);
		printf(_("      corrected from %s to %s by %s %s, %s line %ld: "
			 "%s\n"),
		       was.at, is.at, made->role, date.at, made->file,
		       made->line, made->reason);
		text_clear(&was);
		text_clear(&is);
		text_clear(&date);
	}
}

void explain_from(const struct assessment *assessment, const struct from *from)
{
	const struct facts_file *file = explain_file(assessment, from);
	struct text window = { 0 };

	window_print(&window, from->window, assessment->language);
	printf("    %s (%s), %s, %s\n", from->fact,
	       explain_word(series_name(from->series)),
	       explain_unit(assessment, from->unit), text_string(&window));
	if (file)
		printf(PLURAL("      input/%s/%s lines %ld–%ld, %ld row (%s, "
			      "SHA-256 %.12s…)\n",
			      "      input/%s/%s lines %ld–%ld, %ld rows (%s, "
			      "SHA-256 %.12s…)\n",
			      from->rows),
		       assessment->period, file->name, from->first, from->last,
		       from->rows, from->source, file->sha256);
	if (from->history)
		printf(_("      %s line %ld\n"), from->history, from->first);
	explain_correction(assessment, from);
	text_clear(&window);
}
