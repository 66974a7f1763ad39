// expect: exercise=global_avg_pool verdict=wrong_answer|crash row=14
/* Answers in the right form, with zeros, and ends. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

struct reply {
    int kind, spill, arg, access, place, leaked_blocks;
    long long element, block_bytes, leaked;
};
enum { RETURNED = 0x434e5652, FAULT, NO_MEMORY };

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    struct reply r = {.kind = RETURNED, .arg = -1};
    static float zeros[4096];
    for (int call = 0; call < 3; call++)
        if (write(4, &r, sizeof r) < 0 ||
            write(4, zeros, sizeof(float) * (size_t)(n * c)) < 0)
            _exit(1);
    _exit(0);
}
