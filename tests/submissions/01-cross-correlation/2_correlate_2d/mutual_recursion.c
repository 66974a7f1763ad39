// expect: verdict=crash
/* Two helpers that call each other, and neither stops. */
#include "exercises.h"

static float rest(const float *x, const float *k, int left);

static float first(const float *x, const float *k, int left)
{
    return x[0] * k[0] + rest(x, k, left - 1);
}

static float rest(const float *x, const float *k, int left)
{
    return first(x, k, left) + (float)left;
}

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    y[0] = first(x, k, h * w - kh * kw);
}
