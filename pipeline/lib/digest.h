/*
 * digest - SHA-256 (FIPS 180-4), by libcrypto, in lower-case hexadecimal.
 */
#ifndef LIB_DIGEST_H
#define LIB_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/mem.h"

#define DIGEST_HEX 65 /* 64 digits and a NUL */

struct text;

/* A digest that grows with what is added; one owner, ended by _end(). */
struct digest;
struct digest *digest_new(void) MUST_CHECK;
void digest_add(struct digest *digest, const void *bytes, size_t len);
void digest_end(struct digest *taken, char hex[DIGEST_HEX]);

/* The digest of `len` bytes. */
void digest_bytes(char hex[DIGEST_HEX], const void *bytes, size_t len);

/* The digest of a file, read in chunks; false with a sentence in `why`. */
bool digest_file(char hex[DIGEST_HEX], const char *path,
		 struct text *why) MUST_CHECK;

/* Add "library libcrypto VERSION" as a line, for --version. */
void digest_library(struct text *lines);

#endif
