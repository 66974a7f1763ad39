// expect: exercise=avg_pool_2d verdict=wrong_answer|memory_error|crash row=14
/* Answers in the right form, every field of it extreme. */
#define _GNU_SOURCE
#include "exercises.h"

#include <limits.h>
#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    struct reply r = {RETURNED, INT_MAX,   INT_MIN,   INT_MIN,  INT_MAX,
                      INT_MAX,  LLONG_MAX, LLONG_MAX, LLONG_MAX};
    for (int call = 0; call < 3; call++)
        if (write(4, &r, sizeof r) < 0 ||
            write(4, y, sizeof(float) * (size_t)(h * w)) < 0)
            _exit(1);
    _exit(0);
}
