/*
 * profile_column - one `column { … }` of a source profile.
 *
 *	column { "Ordinarie tid", as = "ordinary", type = "number", min = 0,
 *	  max = 744, optional = true, may_be_empty = true, personal = true }
 *	column { "Status", as = "status", type = "word",
 *	  words = { "pågående", "avslutat" } }
 *	column { "Konto", as = "account", type = "code", pattern = "9999" }
 *	column { "Belopp", as = "amount", type = "number", quantity = "sek" }
 *	column { "Datum", as = "posted", type = "date", min = "2025-01-01" }
 * Types: text (unless declared), code, number, figure, date, month, period,
 * unit, indicator, decision, word.
 */
#ifndef MODEL_PROFILE_COLUMN_H
#define MODEL_PROFILE_COLUMN_H

#include "model/profile.h"

/* As rules spell it: "number". */
const char *column_type_name(enum column_type type);

/* Take one column into `profile`; false if it was refused (told). */
bool column_declare(struct profile *profile, struct arena *arena,
		    const struct lua_file *file,
		    const struct lua_node *node) MUST_CHECK;

#endif
