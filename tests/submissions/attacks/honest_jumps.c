// expect: exercise=nchw_to_nhwc verdict=pass row=honest
/* Leaves its loops by a jump. */
#include "exercises.h"

#include <setjmp.h>

static jmp_buf done;

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    volatile int p = 0;
    if (setjmp(done) != 0)
        return;
    for (;; p++) {
        if (p == n * h * w)
            longjmp(done, 1);
        for (int c = 0; c < c_in; c++)
            y[p * c_in + c] = x[(p / (h * w) * c_in + c) * h * w + p % (h * w)];
    }
}
