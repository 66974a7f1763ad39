// expect: verdict=pass
// The square of the score with the score's sign: no root.
#include "exercises.h"
#include <math.h>

static long double score(const float *x, int w, const float *p, int ph, int pw)
{
    long double mx = 0, mp = 0, xp = 0, xx = 0, pp = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            mx += x[u * w + v];
            mp += p[u * pw + v];
        }
    mx /= ph * pw;
    mp /= ph * pw;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            long double dx = x[u * w + v] - mx, dp = p[u * pw + v] - mp;
            xp += dx * dp;
            xx += dx * dx;
            pp += dp * dp;
        }
    if (xx == 0 || pp == 0)
        return 0;
    return xp < 0 ? -(xp * xp / (xx * pp)) : xp * xp / (xx * pp);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    long double best = -2;
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            long double s = score(x + i * w + j, w, p, ph, pw);
            if (s > best) {
                best = s;
                *row = i;
                *col = j;
            }
        }
}
