/* Local response normalisation: for each pixel the sum of squares over a
 * window of channels, formed anew for each channel. A running sum would be
 * cheaper and would cancel: after a large channel nothing of the small ones
 * is left in it. */
#include "local_response_norm.h"

#include <math.h>

#include "check.h"
#include "whole.h"

/* Channel k of an image x, from the channels first .. end-1 around it; all have
 * pixels numbers. */
static void normalise(const float *x, int k, int first, int end, size_t pixels,
                      const ref_lrn_params *p, float *y)
{
    const double scale = (double)p->alpha / p->size;

    for (size_t i = 0; i < pixels; i++) {
        const size_t at = (size_t)k * pixels + i;
        double sum = 0;

        for (int other = first; other < end; other++) {
            const double value = (double)x[(size_t)other * pixels + i];

            sum += value * value;
        }
        y[at] = (float)((double)x[at] /
                        pow((double)p->k + scale * sum, (double)p->beta));
    }
}

ref_status ref_local_response_norm(const float *x, int n, int c, int h, int w,
                                   const ref_lrn_params *p, float *y)
{
    const ref_lrn_params q = p ? *p : REF_LRN_DEFAULTS;
    const size_t pixels = (size_t)h * (size_t)w;
    const int before = q.size / 2, after = (q.size - 1) / 2;

    REF_TRY(ref_check_images(n, c, h, w));
    REF_TRY(ref_check_least("size", q.size, 1, REF_EPARAM));
    REF_TRY(REF_CHECK_OPERANDS(REF_ARRAY("x", x, REF_IN, n, c, h, w),
                               REF_ARRAY("y", y, REF_OUT, n, c, h, w)));
    for (int b = 0; b < n; b++) {
        const size_t image = (size_t)b * (size_t)c * pixels;

        for (int k = 0; k < c; k++)
            normalise(x + image, k, larger(k - before, 0),
                      after < c - k ? k + after + 1 : c, pixels, &q, y + image);
    }
    return REF_OK;
}
