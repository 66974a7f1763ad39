/* Whole channels: each becomes one number. Vectors are folded side by side and
 * their lanes last, so the order is not that of memory; a sum in double hardly
 * feels it, a maximum not at all. */
#include <math.h>
#include <string.h>

#include "kernels.h"

enum { HALF = VL / 2 };

static double sum_of(const float *x, ptrdiff_t count)
{
    vector_of_doubles low = {0.0}, high = {0.0};
    float rest[VL];
    double lanes[HALF];

    for (; count >= VL; count -= VL, x += VL) {
        low += vector_widen(x);
        high += vector_widen(x + HALF);
    }
    if (count >= HALF) {
        low += vector_widen(x);
        x += HALF;
        count -= HALF;
    }
    if (count > 0) {
        vector_store(rest, vector_load_first(x, (int)count));
        high += vector_widen(rest);
    }
    low += high;
    memcpy(lanes, &low, sizeof lanes);
    for (int some = HALF / 2; some > 0; some /= 2)
        for (int l = 0; l < some; l++)
            lanes[l] += lanes[l + some];
    return lanes[0];
}

void REF_KERNEL(mean)(const float *x, ptrdiff_t count, ptrdiff_t channels,
                      float *y)
{
    for (ptrdiff_t c = 0; c < channels; c++)
        y[c] = (float)(sum_of(x + c * count, count) / (double)count);
}

static float largest_of(const float *x, ptrdiff_t count)
{
    const vector none = vector_set(-INFINITY);
    vector best = none;
    float lanes[VL];
    ptrdiff_t k = 0;

    for (; k <= count - VL; k += VL)
        best = vector_max(vector_load(x + k), best);
    best =
        vector_max(vector_load_between(x + k, 0, (int)(count - k), none), best);
    vector_store(lanes, best);
    for (int l = 0; l < VL; l++)
        best = vector_max(vector_set(lanes[l]), best);
    return best[0];
}

/* 0 and -0 are equal, and the first of them is asked for. */
static float first_zero(const float *x)
{
    while (*x != 0.0f)
        x++;
    return *x;
}

void REF_KERNEL(largest)(const float *x, ptrdiff_t count, ptrdiff_t channels,
                         float *y)
{
    for (ptrdiff_t c = 0; c < channels; c++) {
        float best = largest_of(x + c * count, count);

        y[c] = best == 0.0f ? first_zero(x + c * count) : best;
    }
}
