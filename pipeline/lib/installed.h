/*
 * installed - where the parts of an installed bokslut stand.
 *
 * Programs stand in <prefix>/bin, everything else in <prefix>/share/bokslut;
 * a build tree has the same shape.  Both are found from the running program's
 * own file, so a tree may be moved as a whole.
 */
#ifndef LIB_INSTALLED_H
#define LIB_INSTALLED_H

struct text;

/* Add the path of `name` in share/bokslut. */
void installed_path(struct text *path, const char *name);

/* Add the path of the program `name` beside the running one. */
void installed_program(struct text *path, const char *name);

#endif
