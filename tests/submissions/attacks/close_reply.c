// expect: exercise=correlate_2d verdict=crash|wrong_answer row=14
/* Closes the pipe for the answer. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    close(4);
}
