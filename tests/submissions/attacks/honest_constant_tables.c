// expect: exercise=correlate_1d verdict=pass row=honest
/* A table, a structure, a pointer to a function. */
#include "exercises.h"

struct product {
    float (*of)(float, float);
};
static float times(float a, float b)
{
    return a * b;
}
static const struct product products[2] = {{times}, {times}};

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += products[u % 2].of(x[i + u], k[u]);
        y[i] = sum;
    }
}
