#include "model/quantity.h"

#include <string.h>

#include "lib/lang.h"
#include "model/declaration.h"

#define MOST_DECIMALS 9
#define MOST_TIMES 1000000000L

/* One of `decimals = { least, most }`; -1 if it is not 0 to 9. */
static int decimals_of(const struct lua_node *node)
{
	if (node->kind != LUA_NODE_NUMBER || strlen(node->text) != 1)
		return -1;
	return node->text[0] - '0';
}

static void take_decimals(struct quantity *quantity, struct declaration *given)
{
	const struct lua_node *field = lua_field(given->node, "decimals");

	if (!field)
		return;
	if (field->kind == LUA_NODE_NUMBER) {
		quantity->min_decimals = decimals_of(field);
		quantity->max_decimals = quantity->min_decimals;
	} else if (field->kind == LUA_NODE_TABLE && field->item_count == 2) {
		quantity->min_decimals = decimals_of(field->items[0]);
		quantity->max_decimals = decimals_of(field->items[1]);
	} else {
		quantity->min_decimals = -1;
	}
	if (quantity->min_decimals < 0 ||
	    quantity->max_decimals < quantity->min_decimals)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, field),
		       _("decimals must be the least and the most to print, "
			 "0 to %d: { 0, 1 }"),
		       MOST_DECIMALS);
}

static void take_base(struct quantity *quantity,
		      const struct quantities *quantities,
		      struct declaration *given)
{
	const struct quantity *base = NULL;

	quantity->of = declaration_string(given, "of", false);
	quantity->times = declaration_whole(given, "times", 1);
	if (quantity->of)
		base = quantity_lookup(quantities, quantity->of);
	if (quantity->of && (!base || base->of))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("of = \"%s\" must be a quantity that is declared "
			 "above and has no of = itself"),
		       quantity->of);
	if (quantity->times < 1 || quantity->times > MOST_TIMES ||
	    (!quantity->of && quantity->times != 1))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(given, NULL),
		       _("times = %ld must be 1 to %ld, and stand with an "
			 "of = \"…\""),
		       quantity->times, MOST_TIMES);
}

bool quantity_declare(struct quantities *quantities, struct arena *arena,
		      const struct lua_file *file,
		      const struct lua_node *statement)
{
	static const char *const names[] = {
		"id", "print", "decimals",   "hundred", "thousands",
		"of", "times", "may_exceed", NULL
	};
	struct declaration given = { arena, file, statement, false };
	struct quantity quantity = { .times = 1 };

	declaration_only(&given, names);
	quantity.id = declaration_id(&given, "id");
	quantity.print = declaration_string(&given, "print", false);
	if (!quantity.print)
		quantity.print = "";
	quantity.hundred = declaration_flag(&given, "hundred", false);
	quantity.may_exceed = declaration_flag(&given, "may_exceed", false);
	if (quantity.may_exceed && !quantity.hundred)
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("may_exceed says that more than 100 %% is no fault, "
			 "and stands with hundred = true"));
	quantity.thousands = declaration_flag(&given, "thousands", false);
	take_decimals(&quantity, &given);
	take_base(&quantity, quantities, &given);
	if (quantity.id && quantity_lookup(quantities, quantity.id))
		msg_at(OUTCOME_MISCONFIGURED, declaration_fault(&given, NULL),
		       _("the quantity \"%s\" is declared twice"), quantity.id);
	if (given.refused)
		return false;

	quantities->list =
		arena_grow(arena, quantities->list, quantities->count,
			   sizeof(*quantities->list));
	quantities->list[quantities->count++] = quantity;
	return true;
}

const struct quantity *quantity_lookup(const struct quantities *quantities,
				       const char *id)
{
	for (size_t i = 0; i < quantities->count; i++)
		if (strcmp(quantities->list[i].id, id) == 0)
			return &quantities->list[i];
	return NULL;
}

bool quantity_ratio(const struct quantity *quantity,
		    const struct figure *figure, struct ratio *out)
{
	struct ratio ratio;

	if (!figure_ratio(figure, &ratio))
		return false;
	if (figure->kind == FIGURE_RATIO && quantity->hundred)
		return ratio_multiply(out, ratio, decimal_of(100));
	*out = ratio;
	return true;
}

/* `number` divided by `by`: a number where that has an end, else a ratio. */
static struct figure divided(struct decimal number, long by)
{
	struct decimal quotient = number;

	while (by % 10 == 0 && quotient.scale < DECIMAL_SCALE_MAX) {
		by /= 10;
		quotient.scale++;
	}
	while (quotient.scale > number.scale && quotient.units % 10 == 0) {
		quotient.units /= 10;
		quotient.scale--;
	}
	if (by == 1)
		return figure_of_number(quotient);
	return figure_of_ratio(ratio_over(quotient, decimal_of(by)));
}

static bool multiply(struct figure *figure, long by)
{
	struct ratio ratio;

	if (figure->kind == FIGURE_NUMBER)
		return decimal_multiply(&figure->number, figure->number,
					decimal_of(by));
	ratio = ratio_over(figure->number, figure->denominator);
	if (!ratio_multiply(&ratio, ratio, decimal_of(by)))
		return false;
	*figure = figure_of_ratio(ratio);
	return true;
}

static bool divide(struct figure *figure, long by)
{
	struct ratio ratio;

	if (figure->kind == FIGURE_NUMBER) {
		*figure = divided(figure->number, by);
		return true;
	}
	ratio = ratio_over(figure->number, figure->denominator);
	if (!ratio_divide(&ratio, ratio, ratio_of(decimal_of(by))))
		return false;
	*figure = figure_of_ratio(ratio);
	return true;
}

bool quantity_convert(struct figure *figure, const struct quantity *from,
		      const struct quantity *to)
{
	const char *from_base = from->of ? from->of : from->id;
	const char *to_base = to->of ? to->of : to->id;
	struct figure made = *figure;

	if (strcmp(from->id, to->id) == 0)
		return true;
	if (strcmp(from_base, to_base) != 0)
		return false;
	if (figure->kind != FIGURE_NUMBER && figure->kind != FIGURE_RATIO)
		return figure->kind == FIGURE_MISSING;
	if (!multiply(&made, from->times) || !divide(&made, to->times))
		return false;
	*figure = made;
	return true;
}
