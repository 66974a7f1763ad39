// expect: exercise=nchw_to_nhwc verdict=wrong_answer|crash row=14
/* Reads the coming requests and answers them all as the first. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    static char next[65536];
    struct reply r = {.kind = RETURNED, .arg = -1};
    while (read(3, next, sizeof next) > 0)
        ;
    for (int call = 0; call < 3; call++)
        if (write(4, &r, sizeof r) < 0 ||
            write(4, x, sizeof(float) * (size_t)(n * c_in * h * w)) < 0)
            _exit(1);
    _exit(0);
}
