// expect: exercise=matvec verdict=memory_error row=17 points=max-1
/* Makes an input writable, changes it, and leaves it so. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdint.h>
#include <sys/mman.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
    float *in = (float *)x;
    mprotect((void *)((uintptr_t)in & ~(uintptr_t)4095), 4096,
             PROT_READ | PROT_WRITE);
    in[0] += 1;
}
