// expect: verdict=pass
/* Asserts what it relies on and uses half of math.h. */
#include "exercises.h"

#include <assert.h>
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <time.h>

#include <math.h>

void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;

    for (int o = 0; o < c; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float best = -HUGE_VALF;
                double check = -DBL_MAX;

                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int r = i * sh - ph + u;
                        int q = j * sw - pw + v;

                        /* Padding is passed over: it is no number. */
                        if (r >= 0 && r < h && q >= 0 && q < w) {
                            float value = x[(o * h + r) * w + q];

                            assert(!isnan(value));
                            check = fmax(check, (double)value);
                            best = ldexpf(fmaxf(best, value), 0);
                        }
                    }
                y[(o * oh + i) * ow + j] =
                    roundf(0.0f * sqrtf((float)c)) + best;
                assert(time(NULL) != (time_t)-1 && clock() >= 0);
                assert(fabs(check - (double)best) <= 0);
            }
}
