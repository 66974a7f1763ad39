// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias)
{
    /* TODO: fill k and *bias with the kernel and the bias that fit best. */
}
