#ifndef CONVLINGS_TESTS_SLOW_POOL_H
#define CONVLINGS_TESTS_SLOW_POOL_H

#include <stddef.h>
#include <stdint.h>

#include "random.h"

/* Pools the slow way, sharing no line with the library: what a window sees is
 * gathered place by place; what is made of it, a test says itself. */

enum { SLOW_POOL_MOST = 64 }; /* places in a window: 4 x 4 x 4 */

/* A pool: sizes and options along depth, height and width; before and after
 * are the paddings. The axes before the last rank ones are of 1. */
typedef struct slow_pool {
    int rank, images, channels;
    int n[3], k[3], s[3], before[3], after[3], d[3];
    int ceil_mode;
} slow_pool;

/* What a window sees, in the order of memory.
 *   count    elements inside the image
 *   value    the elements                place  where each is in its channel
 *   counted  places inside the image or its padding */
typedef struct slow_window {
    int count, counted;
    float value[SLOW_POOL_MOST];
    int64_t place[SLOW_POOL_MOST];
} slow_window;

/* Elements of the input and of the output. */
size_t slow_pool_inputs(const slow_pool *t);
size_t slow_pool_outputs(const slow_pool *t);

/* What the window of output element at, counted over the whole output, sees.
 *   x  the input: places are counted from its channel's first element */
slow_window slow_pool_window(const slow_pool *t, const float *x, size_t at);

/* Any small pool that is allowed, of 1, 2 or 3 dimensions; every option is
 * often away from its default.
 *   padded, dilated  whether it may be */
slow_pool slow_pool_roll(dice *d, int padded, int dilated);

#endif
