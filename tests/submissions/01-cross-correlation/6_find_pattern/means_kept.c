// expect: verdict=wrong_answer misconception=FP2
// The means are not taken away.
#include "exercises.h"
#include <math.h>

static double score(const float *x, int w, const float *p, int ph, int pw)
{
    double xp = 0, xx = 0, pp = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            xp += x[u * w + v] * p[u * pw + v];
            xx += x[u * w + v] * x[u * w + v];
            pp += p[u * pw + v] * p[u * pw + v];
        }
    return xp / sqrt(xx * pp);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    double best = -2;
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
