#include "lib/lang.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "lib/installed.h"
#include "lib/text.h"

#define DOMAIN "bokslut"

bool lang_known(const char *language)
{
	return strcmp(language, "sv") == 0 || strcmp(language, "en") == 0;
}

void lang_start(const char *language)
{
	struct text folder = { 0 };

	installed_path(&folder, "locale");
	/*
	 * gettext heeds LANGUAGE only in a locale that is not "C"; C.UTF-8 is
	 * built into Debian's libc, so this needs no locale package.
	 */
	(void)setlocale(LC_MESSAGES, "C.UTF-8");
	(void)setenv("LANGUAGE", language, 1);
	(void)bindtextdomain(DOMAIN, folder.at);
	(void)bind_textdomain_codeset(DOMAIN, "UTF-8");
	(void)textdomain(DOMAIN);
	/* strerror() too: else its letters outside ASCII come as "?" */
	(void)bind_textdomain_codeset("libc", "UTF-8");
	text_clear(&folder);
}

bool lang_is(const char *language, const char *primary)
{
	const size_t len = strcspn(language, "-");

	return strlen(primary) == len && strncmp(primary, language, len) == 0;
}
