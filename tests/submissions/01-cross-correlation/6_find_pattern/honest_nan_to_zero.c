// expect: verdict=pass
// 0/0 is allowed to happen, and isnan makes it a 0.
#include "exercises.h"
#include <math.h>

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int n = ph * pw;
    float best = -1.5f;
    for (int i = 0; i < h - ph + 1; i++)
        for (int j = 0; j < w - pw + 1; j++) {
            float sx = 0, sp = 0, xx = 0, pp = 0, xp = 0;
            for (int u = 0; u < ph; u++)
                for (int v = 0; v < pw; v++) {
                    sx += x[(i + u) * w + (j + v)];
                    sp += p[u * pw + v];
                }
            for (int u = 0; u < ph; u++)
                for (int v = 0; v < pw; v++) {
                    float a = x[(i + u) * w + (j + v)] - sx / n;
                    float b = p[u * pw + v] - sp / n;
                    xp += a * b;
                    xx += a * a;
                    pp += b * b;
                }
            float score = xp / n / (sqrtf(xx / n) * sqrtf(pp / n));
            if (isnan(score))
                score = 0;
            if (score > best) {
                best = score;
                *row = i;
                *col = j;
            }
        }
}
