// expect: verdict=pass
/* A plane for each channel, held by an array of pointers and qsort for nothing
 * but the use of it; all are freed. */
#include "exercises.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const float *p = a;
    const float *q = b;

    return (*p > *q) - (*p < *q);
}

/* One window of one channel. */
static float depthwise(const float *x, int w, const float *k, int kh, int kw)
{
    float sum = 0;

    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            sum += x[u * w + v] * k[u * kw + v];
    return sum;
}

/* z[c, i, j] is needed once for every o: compute it once, hand it out to all.
 * To compute it inside the loop over o would give the saving away. */
void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    float **plane = malloc(sizeof *plane * (size_t)c_in);
    float *sorted = malloc(sizeof *sorted * (size_t)(c_in * h * w));

    if (plane == NULL || sorted == NULL)
        abort();
    for (int n = 0; n < c_in * h * w; n++)
        sorted[n] = x[n];
    qsort(sorted, (size_t)(c_in * h * w), sizeof *sorted, compare);
    for (int c = 0; c < c_in; c++) {
        plane[c] = malloc(sizeof **plane * (size_t)(h * w));
        for (int n = 0; n < h * w; n++)
            plane[c][n] = x[c * h * w + n];
    }
    for (int o = 0; o < c_out; o++)
        for (int i = 0; i < oh * ow; i++)
            y[o * oh * ow + i] = bias[o];
    for (int c = 0; c < c_in; c++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float z = depthwise(plane[c] + i * w + j, w,
                                    depth + c * kh * kw, kh, kw);

                for (int o = 0; o < c_out; o++)
                    y[(o * oh + i) * ow + j] += point[o * c_in + c] * z;
            }
    for (int c = 0; c < c_in; c++)
        free(plane[c]);
    free(plane);
    free(sorted);
}
