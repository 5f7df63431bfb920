/*
 * pool - the closes of a run, several at once.
 *
 * Each is carried out by a process of its own.  What it tells is held until
 * those before it have told theirs: a run tells the same in the same order,
 * however many work on it.  A close that is compared with another waits for
 * all that were begun before it.
 */
#ifndef BOKSLUT_POOL_H
#define BOKSLUT_POOL_H

struct close_list;
struct desk;

/* Carry the closes out, desk->jobs at once; gives how many came to something.
 */
long pool_carry(struct desk *desk, const struct close_list *closes);

#endif
