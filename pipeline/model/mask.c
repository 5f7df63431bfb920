#include "model/mask.h"

#include <stddef.h>

/* Bytes of the letter that `text` begins with, 0 if it is none.  The letters
 * of Latin-1 are C3 80 to C3 BF in UTF-8, but for two signs. */
static size_t letter_len(const char *text)
{
	unsigned char first = (unsigned char)text[0];
	unsigned char small = first | 0x20;
	unsigned char second;

	if (small >= 'a' && small <= 'z')
		return 1;
	if (first != 0xC3)
		return 0;
	second = (unsigned char)text[1];
	return second >= 0x80 && second != 0x97 && second != 0xB7 ? 2 : 0;
}

/* Bytes of `text` that the sign, which is no *, stands for; 0 if none. */
static size_t fitting_len(char sign, const char *text)
{
	if (sign == 'A')
		return letter_len(text);
	if (sign == '9')
		return *text >= '0' && *text <= '9' ? 1 : 0;
	return *text == sign && sign != '\0' ? 1 : 0;
}

bool mask_fits(const char *mask, const char *text)
{
	const char *star = NULL; /* behind the last * */
	const char *from = text; /* what it does not stand for yet */

	while (*text != '\0' || *mask == '*') {
		size_t len = *mask == '*' ? 0 : fitting_len(*mask, text);

		if (*mask == '*') {
			star = ++mask;
			from = text;
		} else if (len > 0) {
			mask++;
			text += len;
		} else if (star) {
			mask = star;
			text = ++from;
		} else {
			return false;
		}
	}
	return *mask == '\0';
}
