/*
 * arrival - whether the exports of a close have come whole.
 *
 * Where who sends them puts checksums beside them, <export>.sha256 or one
 * SHA256SUMS for the folder, as sha256sum(1) writes them, they must agree; an
 * export that is listed must be there.  Whatever else there is, no export may
 * change while it is read.
 */
#ifndef BOKSLUT_ARRIVAL_H
#define BOKSLUT_ARRIVAL_H

#include <stdbool.h>

#include "lib/mem.h"
#include "model/names.h"

struct close;
struct close_plan;
struct desk;
struct text;

/* The sources of a close whose exports have not come. */
struct names arrival_missing(struct desk *desk, const struct close_plan *plan);

/* Before they are read: whether they agree with the checksums beside them.
 * What does not is told as not ready. */
bool arrival_is_whole(struct close *closing, struct text *why) MUST_CHECK;

/*
 * After they were read: whether each is what it was.  What was made of one that
 * is not stands under the wrong key and is taken away.
 */
bool arrival_held(struct close *closing, struct text *why) MUST_CHECK;

#endif
