#include "lib/xml_quiet.h"

#include <libxml/xmlerror.h>
#include <stddef.h>

__attribute__((format(printf, 2, 3))) static void hush(void *context,
						       const char *format, ...)
{
	(void)context;
	(void)format;
}

void xml_quiet(void)
{
	xmlSetGenericErrorFunc(NULL, hush);
}
