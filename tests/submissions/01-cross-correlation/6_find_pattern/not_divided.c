// expect: verdict=wrong_answer misconception=FP3
// The means are taken away, but nothing is divided.
#include "exercises.h"
#include <math.h>

static double score(const float *x, int w, const float *p, int ph, int pw)
{
    double mx = 0, mp = 0, xp = 0;
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
        }
    return xp;
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    double best = -INFINITY;
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            double s = score(x + i * w + j, w, p, ph, pw);
            if (s > best) {
                best = s;
                *row = i;
                *col = j;
            }
        }
}
