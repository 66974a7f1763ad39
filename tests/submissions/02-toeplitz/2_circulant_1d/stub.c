// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    /* TODO: fill U with the circulant matrix of the kernel. */
}
