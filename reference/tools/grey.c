/* Results to grey levels. */
#include "grey.h"

#include <math.h>

const char *const grey_names[GREY_RANGES] = {"clamp", "abs", "signed",
                                             "stretch"};

grey_range grey_for_kernel(const float *k, size_t count)
{
    double sum = 0.0, size = 0.0;

    for (size_t at = 0; at < count; at++) {
        sum += (double)k[at];
        size += fabs((double)k[at]);
    }
    /* weights typed with six digits cancel to about that */
    return fabs(sum) <= 1e-5 * size ? GREY_ABS : GREY_CLAMP;
}

/* data = (data - low) * max / (high - low) */
static void spread(float *data, size_t count, float low, float high, int max)
{
    float scale = (float)max / (high - low);

    if (!(high > low) || !isfinite(scale))
        return;
    for (size_t at = 0; at < count; at++)
        data[at] = (data[at] - low) * scale;
}

void grey_map(grey_range range, float *data, size_t count, int max)
{
    float low = INFINITY, high = -INFINITY, size = 0.0f;

    for (size_t at = 0; at < count; at++) {
        if (range == GREY_ABS)
            data[at] = fabsf(data[at]);
        low = fminf(low, data[at]);
        high = fmaxf(high, data[at]);
        size = fmaxf(size, fabsf(data[at]));
    }
    if (range == GREY_SIGNED)
        spread(data, count, -size, size, max);
    if (range == GREY_STRETCH)
        spread(data, count, low, high, max);
}
