// expect: exercise=conv2d verdict=wrong_answer row=18
/* Prints the secrets of whoever started the grader. */
#include "exercises.h"

#include <stdio.h>
#include <stdlib.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    const char *token = getenv("GITHUB_TOKEN");
    puts(token != NULL ? token : "no token");
}
