// expect: verdict=pass
// Sums of windows from summed-area tables, in double.
#include "exercises.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* The sum over rows i .. i+ph-1, columns j .. j+pw-1, from a table whose
 * element [i, j] is the sum of all above and left of it. */
static double area(const double *t, int pitch, int i, int j, int ph, int pw)
{
    const double *a = t + i * pitch + j, *b = a + ph * pitch;
    return b[pw] - b[0] - a[pw] + a[0];
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int pitch = w + 1, n = ph * pw, found = -1;
    double *s = calloc((size_t)(2 * (h + 1) * pitch), sizeof *s);
    assert(s != NULL);
    double *s2 = s + (h + 1) * pitch, sp = 0, pp = 0, best = 0;
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            double a = x[i * w + j], *at = s + (i + 1) * pitch + j + 1;
            double *at2 = s2 + (i + 1) * pitch + j + 1;
            *at = a + at[-1] + at[-pitch] - at[-pitch - 1];
            *at2 = a * a + at2[-1] + at2[-pitch] - at2[-pitch - 1];
        }
    for (int t = 0; t < n; t++) {
        sp += p[t];
        pp += (double)p[t] * p[t];
    }
    for (int i = 0; i + ph <= h; i++)
        for (int j = 0; j + pw <= w; j++) {
            double xp = 0, sx = area(s, pitch, i, j, ph, pw);
            double xx = area(s2, pitch, i, j, ph, pw) - sx * sx / n;
            for (int t = 0; t < n; t++)
                xp += (double)x[(i + t / pw) * w + j + t % pw] * p[t];
            double below = xx * (pp - sp * sp / n);
            double score = below > 0 ? (xp - sx * sp / n) / sqrt(below) : 0;
            if (found < 0 || score > best) {
                best = score;
                found = i * w + j;
            }
        }
    *row = found / w;
    *col = found % w;
    free(s);
}
