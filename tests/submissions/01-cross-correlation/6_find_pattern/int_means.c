// expect: verdict=wrong_answer misconception=FP35
// The means lose their fraction.
#include "exercises.h"

#include <math.h>

/* The score of one window; x points to its top left corner. */
static double score_of(const float *x, int w, const float *p, int ph, int pw)
{
    int n = ph * pw;
    int mx = 0, mp = 0;
    double xp = 0, xx = 0, pp = 0;

    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            mx += x[u * w + v];
            mp += p[u * pw + v];
        }
    mx /= n;
    mp /= n;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            double dx = x[u * w + v] - mx;
            double dp = p[u * pw + v] - mp;

            xp += dx * dp;
            xx += dx * dx;
            pp += dp * dp;
        }
    /* 0/0 is NaN, and no comparison with NaN is ever true. */
    return xx > 0 && pp > 0 ? xp / sqrt(xx * pp) : 0;
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    double best = -2; /* below every score, so the first window wins it */

    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            double score = score_of(x + i * w + j, w, p, ph, pw);

            if (score > best) { /* not >=: the first of equals stays */
                best = score;
                *row = i;
                *col = j;
            }
        }
}
