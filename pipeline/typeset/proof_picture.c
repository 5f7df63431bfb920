/* proof_picture - whether charts and matrices can be drawn, and told in words.
 */
#include <string.h>

#include "lib/lang.h"
#include "model/report.h"
#include "typeset/chart.h"
#include "typeset/proof.h"

/* A thousand billion: what charts can scale without overflow. */
#define LARGEST 1000000000000
#define CHART_DECIMALS 2
#define LONGEST 10000 /* bytes; a string of PDF/A ends at 32767, of UTF-16 */

/* PDF/UA asks for it (7.3), PDF/A ends its length. */
static void read_alternative(struct proof *proof, const struct block *block,
			     const char *alt)
{
	if (proof_is_blank(alt))
		proof_tell(proof, block->id,
			   _("this picture has no alternative text"));
	else if (strlen(alt) > LONGEST)
		proof_tell(proof, block->id,
			   _("the alternative text of this picture is longer "
			     "than 10000 bytes"));
}

static bool is_drawable(struct decimal value)
{
	const struct decimal most = decimal_of(LARGEST);

	return value.scale <= CHART_DECIMALS + 4 &&
	       decimal_compare(value, most) <= 0 &&
	       decimal_compare(value, decimal_negate(most)) >= 0;
}

/* Whether a bar has the name of a series where its picture needs one. */
static bool is_named(const struct chart *chart, const struct chart_bar *bar)
{
	switch (chart->kind) {
	case CHART_BARS:
		return !bar->series;
	case CHART_GROUPS:
		return bar->series;
	case CHART_STACK:
	case CHART_TREND:
		break;
	}
	return !bar->series == !chart->bars[0].series;
}

static void read_series(struct proof *proof, const struct block *block)
{
	const struct chart *chart = block->chart;

	for (size_t i = 0; i < chart->bar_count; i++)
		if (!is_named(chart, &chart->bars[i])) {
			proof_tell(proof, block->id,
				   _("bars of this chart have a series where "
				     "there is none, or none where there "
				     "should be one"));
			return;
		}
	if (chart_series_count(chart) > CHART_SERIES)
		proof_tell(proof, block->id,
			   _("this chart has more than 4 series"));
}

static void read_bar(struct proof *proof, const struct block *block,
		     const struct chart_bar *bar)
{
	if (block->chart->kind != CHART_STACK)
		return;
	if (decimal_is_negative(bar->value) || bar->missing)
		proof_tell(proof, block->id,
			   _("a part of this stacked bar is missing or below "
			     "zero"));
}

void proof_read_chart(struct proof *proof, const struct block *block)
{
	const struct chart *chart = block->chart;
	bool drawable = (!chart->has_target || is_drawable(chart->target)) &&
			(!chart->has_mean || is_drawable(chart->mean));

	read_alternative(proof, block, chart->alt);
	read_series(proof, block);
	for (size_t i = 0; i < chart->bar_count; i++) {
		drawable = drawable && is_drawable(chart->bars[i].value);
		read_bar(proof, block, &chart->bars[i]);
	}
	if (!drawable)
		proof_tell(proof, block->id,
			   _("a value of this chart is too large to be drawn"));
}

static bool is_inside(const struct matrix *matrix, int likelihood, int severity)
{
	return likelihood <= (int)matrix->likelihood_count &&
	       severity <= (int)matrix->severity_count;
}

static bool has_class(const struct matrix *matrix, const char *letter)
{
	for (size_t i = 0; i < matrix->class_count; i++)
		if (strcmp(matrix->classes[i].letter, letter) == 0)
			return true;
	return false;
}

/* Each pair once: as many as there are, and none twice. */
static bool has_all_fields(const struct matrix *matrix)
{
	const struct matrix_field *fields = matrix->fields;

	for (size_t i = 0; i < matrix->field_count; i++) {
		if (!is_inside(matrix, fields[i].likelihood,
			       fields[i].severity) ||
		    !has_class(matrix, fields[i].letter))
			return false;
		for (size_t k = 0; k < i; k++)
			if (fields[k].likelihood == fields[i].likelihood &&
			    fields[k].severity == fields[i].severity)
				return false;
	}
	return matrix->field_count ==
	       matrix->likelihood_count * matrix->severity_count;
}

void proof_read_matrix(struct proof *proof, const struct block *block)
{
	const struct matrix *matrix = block->matrix;

	read_alternative(proof, block, matrix->alt);
	if (!has_all_fields(matrix))
		proof_tell(proof, block->id,
			   _("this matrix has not one field of a known class "
			     "for each likelihood and severity"));
	for (size_t i = 0; i < matrix->risk_count; i++)
		if (!is_inside(matrix, matrix->risks[i].likelihood,
			       matrix->risks[i].severity))
			proof_tell(proof, block->id,
				   _("a risk stands outside of this matrix"));
}
