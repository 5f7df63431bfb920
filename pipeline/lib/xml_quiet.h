/*
 * xml_quiet - keeps libxml2 from printing on stderr by itself.
 *
 * What it has no code for ("Unimplemented block at …") goes past the handlers
 * of a reader; nobody but us could read anything out of it.
 */
#ifndef LIB_XML_QUIET_H
#define LIB_XML_QUIET_H

/* From now on; twice is once. */
void xml_quiet(void);

#endif
