// expect: verdict=pass
// One pass: n sum(xp) - sum(x) sum(p), in double.
#include "exercises.h"
#include <math.h>

static double score(const float *x, int w, const float *p, int ph, int pw)
{
    double n = ph * pw, sx = 0, sp = 0, xx = 0, pp = 0, xp = 0;
    for (int t = 0; t < ph * pw; t++) {
        double a = x[t / pw * w + t % pw], b = p[t];
        sx += a;
        sp += b;
        xx += a * a;
        pp += b * b;
        xp += a * b;
    }
    double below = (n * xx - sx * sx) * (n * pp - sp * sp);
    return below > 0 ? (n * xp - sx * sp) / sqrt(below) : 0;
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
