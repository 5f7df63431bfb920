/*
 * Any text, in pieces of any size: the fast way of reading rows tells what
 * libcsv tells, byte for byte.  The first byte chooses delimiter and size.
 */
#include "../unit/csv_trace.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char delimiters[] = ";,\t|";
	struct csv_form form = { .plain = true };
	struct text want = { 0 };
	struct text got = { 0 };
	const char *text = (const char *)bytes + 1;
	size_t size;

	if (len == 0 || memchr(bytes, '\0', len))
		return 0;
	len--;
	size = 1 + bytes[0] / 4;
	form.delimiter = delimiters[bytes[0] % 4];
	csv_trace(&want, &form, text, len, len + 1);
	form.plain = false;
	csv_trace(&got, &form, text, len, size);
	assert(got.len == want.len &&
	       memcmp(text_string(&got), text_string(&want), got.len) == 0);
	text_clear(&got);
	text_clear(&want);
	return 0;
}
