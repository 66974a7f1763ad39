// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    /* TODO: split k into col and row and return 1; or return 0. */
    return 0;
}
