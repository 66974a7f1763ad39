// expect: verdict=pass
// Pointers instead of indices.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (const float *last = x + (w - kw); x <= last; x++) {
        const float *a = x, *b = k, *end = k + kw;
        float sum = 0;
        while (b != end)
            sum += *a++ * *b++;
        *y++ = sum;
    }
}
