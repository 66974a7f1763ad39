// expect: verdict=pass
// A compensated sum (Kahan) for each output.
#include "exercises.h"

static void add(float *sum, float *lost, float term)
{
    float corrected = term - *lost;
    float next = *sum + corrected;
    *lost = (next - *sum) - corrected;
    *sum = next;
}

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++) {
        float lost = 0;
        y[n] = 0;
        for (int m = 0; m < w; m++)
            if (n - m >= 0 && n - m < kw)
                add(&y[n], &lost, x[m] * k[n - m]);
    }
}
