// expect: verdict=pass
// The same sums in float, from the end.
#include "exercises.h"
#include <math.h>

static float score(const float *x, int w, const float *p, int ph, int pw)
{
    float n = (float)(ph * pw), sx = 0, sp = 0, xx = 0, pp = 0, xp = 0;
    for (int u = ph - 1; u >= 0; u--)
        for (int v = pw - 1; v >= 0; v--) {
            float a = x[u * w + v], b = p[u * pw + v];
            sx += a;
            sp += b;
            xx += a * a;
            pp += b * b;
            xp += a * b;
        }
    float vx = n * xx - sx * sx, vp = n * pp - sp * sp;
    if (vx <= 0 || vp <= 0)
        return 0;
    return (n * xp - sx * sp) / (sqrtf(vx) * sqrtf(vp));
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
