// expect: exercise=conv1x1 verdict=memory_error|crash|out_of_memory row=14
/* Claims a fault at a place that cannot be. */
#define _GNU_SOURCE
#include "exercises.h"

#include <limits.h>
#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    struct reply r = {FAULT,   INT_MIN,   INT_MAX,   INT_MAX,  INT_MIN,
                      INT_MIN, LLONG_MIN, LLONG_MIN, LLONG_MIN};
    if (write(4, &r, sizeof r) < 0)
        _exit(1);
    _exit(0);
}
