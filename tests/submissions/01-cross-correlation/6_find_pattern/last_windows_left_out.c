// expect: verdict=wrong_answer misconception=FP18
// < where <= is meant.
#include "exercises.h"
#include <math.h>

static double score(const float *x, int w, const float *p, int ph, int pw)
{
    double mx = 0, mp = 0, xp = 0, xx = 0, pp = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            mx += x[u * w + v];
            mp += p[u * pw + v];
        }
    mx /= ph * pw;
    mp /= ph * pw;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            double dx = x[u * w + v] - mx, dp = p[u * pw + v] - mp;
            xp += dx * dp;
            xx += dx * dx;
            pp += dp * dp;
        }
    return xx > 0 && pp > 0 ? xp / sqrt(xx * pp) : 0;
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    double best = -2;
    for (int i = 0; i < h - ph; i++)
        for (int j = 0; j < w - pw; j++) {
            double s = score(x + i * w + j, w, p, ph, pw);
            if (s > best) {
                best = s;
                *row = i;
                *col = j;
            }
        }
}
