// expect: verdict=wrong_answer
/* The places are counted in bytes of two. */
#include "exercises.h"

#include <math.h>

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;

    for (int n = 0; n < c * oh * ow; n++) {
        const float *plane = x + n / (oh * ow) * h * w;
        int top = n / ow % oh * sh - ph;
        int left = n % ow * sw - pw;
        float best = -INFINITY;
        int place = 0;

        for (int r = top; r < top + kh; r++)
            for (int q = left; q < left + kw; q++)
                /* > and not >=: the first of equals stays */
                if (r >= 0 && r < h && q >= 0 && q < w &&
                    plane[r * w + q] > best) {
                    best = plane[r * w + q];
                    place = r * w + q;
                }
        y[n] = best;
        index[n] = 2 * place;
    }
}
