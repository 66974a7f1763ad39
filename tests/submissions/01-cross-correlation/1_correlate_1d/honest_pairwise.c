// expect: verdict=pass
// Each sum is halved again and again, by recursion.
#include "exercises.h"

static float dot(const float *a, const float *b, int n)
{
    if (n == 1)
        return *a * *b;
    int half = n / 2;
    return dot(a, b, half) + dot(a + half, b + half, n - half);
}

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++)
        y[i] = dot(x + i, k, kw);
}
