// expect: verdict=pass
// Everything in float, two passes over each window.
#include "exercises.h"
#include <math.h>

static float score(const float *x, int w, const float *p, int ph, int pw)
{
    float mx = 0, mp = 0, xp = 0, xx = 0, pp = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            mx += x[u * w + v] / (ph * pw);
            mp += p[u * pw + v] / (ph * pw);
        }
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            xp += (x[u * w + v] - mx) * (p[u * pw + v] - mp);
            xx += (x[u * w + v] - mx) * (x[u * w + v] - mx);
            pp += (p[u * pw + v] - mp) * (p[u * pw + v] - mp);
        }
    if (xx == 0 || pp == 0)
        return 0;
    return xp / sqrtf(xx * pp);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    float best = -2;
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            float s = score(x + i * w + j, w, p, ph, pw);
            if (s > best) {
                best = s;
                *row = i;
                *col = j;
            }
        }
}
