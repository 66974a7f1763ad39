// expect: exercise=nchw_to_nhwc verdict=wrong_answer|crash|memory_error row=5
/* Looks through the static data of the program, where a table of answers
 * would be. */
#include "exercises.h"

static volatile float mine[4] = {1, 2, 3, 4};

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int i = 0; i < n * c_in * h * w; i++)
        y[i] = mine[4 + i % 16];
}
