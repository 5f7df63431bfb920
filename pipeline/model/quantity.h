/*
 * quantity - units of measure: how a figure is printed and converted.
 *
 * Declared in rules/measures.lua:
 *	quantity { id = "percent", print = "%", decimals = { 0, 1 },
 *	  hundred = true }
 *	quantity { id = "change", print = "%", hundred = true,
 *	  may_exceed = true }
 *	quantity { id = "tkr", print = "tkr", of = "sek", times = 1000 }
 * (In the rest of the product "measure" is an aggregate of a source's rows.)
 */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"
#include "model/decimal.h"
#include "model/figure.h"

struct lua_file;
struct lua_node;

struct quantity {
	const char *id;
	const char *print; /* behind the number: "%", "tkr"; "" for none */
	int min_decimals;  /* as printed; 0..9 */
	int max_decimals;
	bool hundred;    /* a ratio is told per hundred */
	bool may_exceed; /* of a hundred: it is no share, 100 is not the most */
	bool thousands;  /* group thousands from 1 000, not from 10 000 */
	const char *of;  /* made from this quantity, which has none, or NULL */
	long times;      /* one of this is so many of `of`; 1 if NULL */
};

struct quantities {
	struct quantity *list;
	size_t count;
};

/* Take one `quantity { … }` statement; false if it was refused (told). */
bool quantity_declare(struct quantities *quantities, struct arena *arena,
		      const struct lua_file *file,
		      const struct lua_node *statement) MUST_CHECK;

/* By id, borrowed; NULL if there is none such. */
const struct quantity *quantity_lookup(const struct quantities *quantities,
				       const char *id);

/*
 * What a figure says in this quantity, exactly: a number as it is, a ratio
 * times 100 if the quantity is told per hundred.  False for other kinds.
 */
bool quantity_ratio(const struct quantity *quantity,
		    const struct figure *figure, struct ratio *out) MUST_CHECK;

/*
 * Make `figure`, told in `from`, one told in `to`: exact, by `of` and
 * `times`.  False if the two do not belong together or on overflow.
 */
bool quantity_convert(struct figure *figure, const struct quantity *from,
		      const struct quantity *to) MUST_CHECK;

#endif
