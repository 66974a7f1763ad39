// expect: verdict=wrong_answer
// Not a sum of the products: whole numbers come out almost whole.
#include "exercises.h"
#include <complex.h>
#include <math.h>

/* Spectra of both; one times the other's conjugate; back again. */
void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    double turn = 2 * acos(-1.0) / w, sum[w];
    for (int i = 0; i < w; i++)
        sum[i] = 0;
    for (int f = 0; f < w; f++) {
        double complex fx = 0, fk = 0;
        for (int m = 0; m < w; m++)
            fx += x[m] * cexp(-I * turn * (f * m % w));
        for (int u = 0; u < kw; u++)
            fk += k[u] * cexp(-I * turn * (f * u % w));
        for (int i = 0; i < w; i++)
            sum[i] += creal(fx * conj(fk) * cexp(I * turn * (f * i % w))) / w;
    }
    for (int i = 0; i < w - kw + 1; i++)
        y[i] = (float)sum[i];
}
