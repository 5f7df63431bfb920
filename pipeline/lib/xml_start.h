/*
 * xml_start - what libxml2 is told before it does anything.
 *
 * It gets our memory: where it gets none it goes on in places as if it had
 * written or read what it has not.  And it prints nothing on stderr by itself:
 * what it has no code for ("Unimplemented block at …") goes past the handlers
 * of a reader, and nobody but us could read anything out of it.
 */
#ifndef LIB_XML_START_H
#define LIB_XML_START_H

/* From now on; twice is once. */
void xml_start(void);

#endif
