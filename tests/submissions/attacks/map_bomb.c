// expect: exercise=correlate_2d verdict=out_of_memory|crash row=13
/* The same past malloc. */
#define _GNU_SOURCE
#include "exercises.h"

#include <string.h>
#include <sys/mman.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    for (;;)
        memset(mmap(0, 1 << 24, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
               1, 1 << 24);
}
