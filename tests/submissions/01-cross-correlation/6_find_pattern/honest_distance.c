// expect: verdict=pass
// The smallest distance of the two at mean 0 and length 1: 2 - 2 score.
#include "exercises.h"
#include <math.h>

/* Mean 0 and length 1; all zeros if the numbers are all equal. */
static void normalise(float *a, int n)
{
    float mean = 0, length = 0;
    for (int t = 0; t < n; t++)
        mean += a[t];
    mean /= n;
    for (int t = 0; t < n; t++) {
        a[t] -= mean;
        length += a[t] * a[t];
    }
    for (int t = 0; t < n && length > 0; t++)
        a[t] /= sqrtf(length);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int n = ph * pw, flat = 1;
    float a[n], b[n], least = INFINITY;
    for (int t = 0; t < n; t++)
        b[t] = p[t];
    normalise(b, n);
    for (int t = 0; t < n; t++)
        flat = flat && b[t] == 0;
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            float distance = 0;
            int level = 1;
            for (int t = 0; t < n; t++)
                a[t] = x[(i + t / pw) * w + j + t % pw];
            normalise(a, n);
            for (int t = 0; t < n; t++) {
                distance += (a[t] - b[t]) * (a[t] - b[t]);
                level = level && a[t] == 0;
            }
            if (level || flat)
                distance = 2; /* a score of 0 */
            if (distance < least) {
                least = distance;
                *row = i;
                *col = j;
            }
        }
}
