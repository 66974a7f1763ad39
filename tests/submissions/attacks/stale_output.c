// expect: exercise=depthwise_conv2d verdict=wrong_answer row=17
/* Writes nothing and hopes for what was there. */
#include "exercises.h"

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    (void)y;
}
