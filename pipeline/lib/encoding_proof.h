/*
 * encoding_proof - what is UTF-8, and what of it XML 1.0 cannot say.
 *
 * Both are proved in one pass, several bytes at a time where they are ASCII.
 */
#ifndef LIB_ENCODING_PROOF_H
#define LIB_ENCODING_PROOF_H

#include <stdbool.h>
#include <stddef.h>

/* How many bytes of valid UTF-8 stand at the start of these; `len` if all. */
size_t encoding_valid_utf8(const char *bytes, size_t len);

/*
 * The same; `*odd` is set if they hold what UTF-8 can say and XML 1.0 cannot: a
 * control character but for tab and line ends, or U+FFFE or U+FFFF.
 */
size_t encoding_prove(const char *bytes, size_t len, bool *odd);

/* The same for bytes of a file, where a NUL has no meaning. */
size_t encoding_understood(const char *bytes, size_t len, bool *odd);

/* How many bytes from here are printable ASCII, or DEL. */
size_t encoding_plain(const unsigned char *at, size_t len);

#endif
