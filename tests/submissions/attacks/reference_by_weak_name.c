// expect: exercise=depthwise_conv2d verdict=wrong_answer row=5
/* Calls the naive code of the lesson if it is somewhere in the program. */
#include "exercises.h"

__attribute__((weak)) void naive_depthwise_conv2d(const float *x,
                                                  const float *w, float *y);

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    if (naive_depthwise_conv2d != 0)
        naive_depthwise_conv2d(x, weight, y);
}
