// expect: exercise=toeplitz_1d verdict=crash|wrong_answer row=1
/* Jumps to a place that was never set, hoping to land after the comparison. */
#include "exercises.h"

#include <setjmp.h>

static jmp_buf nowhere;

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    longjmp(nowhere, 1);
}
