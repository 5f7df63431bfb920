#include "lib/xml_start.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stddef.h>
#include <stdlib.h>

#include "lib/mem.h"

__attribute__((format(printf, 2, 3))) static void hush(void *context,
						       const char *format, ...)
{
	(void)context;
	(void)format;
}

static void *get(size_t size)
{
	return mem_resize(NULL, size, 1);
}

static void *resize(void *taken, size_t size)
{
	return mem_resize(taken, size, 1);
}

void xml_start(void)
{
	(void)xmlMemSetup(free, get, resize, mem_strdup);
	xmlSetGenericErrorFunc(NULL, hush);
}
