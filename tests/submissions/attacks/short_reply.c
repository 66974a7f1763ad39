// expect: exercise=depthwise_conv2d verdict=crash|wrong_answer row=14
/* Half an answer. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    struct reply r = {.kind = RETURNED, .arg = -1};
    if (write(4, &r, sizeof r / 2) < 0)
        _exit(1);
    _exit(0);
}
