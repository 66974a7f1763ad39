// expect: verdict=wrong_answer misconception=FP4
// The smallest sum of squared differences.
#include "exercises.h"
#include <math.h>

static double score(const float *x, int w, const float *p, int ph, int pw)
{
    double sum = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++)
            sum += pow(x[u * w + v] - p[u * pw + v], 2);
    return -sum;
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
