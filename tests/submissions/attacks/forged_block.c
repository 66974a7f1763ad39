// expect: exercise=max_pool_1d verdict=memory_error|crash row=14
/* Claims a fault beside a block of negative size, in array 2147483647. */
#define _GNU_SOURCE
#include "exercises.h"

#include <limits.h>
#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    struct reply r = {FAULT, -1, 2, 1, 3, -1, LLONG_MAX, -5, LLONG_MAX};
    if (write(4, &r, sizeof r) < 0)
        _exit(1);
    _exit(0);
}
