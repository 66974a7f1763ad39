// expect: exercise=correlate_2d verdict=wrong_answer row=4
/* Every difference is nothing. */
#include "exercises.h"

double fabs(double d);
double fabs(double d)
{
    return d * 0;
}
float fabsf(float d);
float fabsf(float d)
{
    return d * 0;
}
long double fabsl(long double d);
long double fabsl(long double d)
{
    return d * 0;
}

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    y[0] = 1;
}
