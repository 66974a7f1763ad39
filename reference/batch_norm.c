/* Batch normalisation. Each channel is one line, y = x * scale + shift, whose
 * two numbers come from kept statistics or from the batch; statistics, scale
 * and shift are doubles, and each result is rounded once. The variance takes
 * a second pass over the channel: the mean of squares minus the square of the
 * mean would cancel wherever the mean is large. */
#include "batch_norm.h"

#include <math.h>
#include <stdbool.h>

#include "check.h"

/* Channel k of n images is n stretches of pixels numbers, one every image
 * numbers, the first at k * pixels. */
typedef struct layout {
    int n, c;
    size_t pixels, image;
} layout;

static layout layout_of(int n, int c, int h, int w)
{
    const size_t pixels = (size_t)h * (size_t)w;

    return (layout){n, c, pixels, (size_t)c * pixels};
}

/* The mean of a channel's numbers, measured from a centre, or of their
 * squares. */
static double mean_of(const float *channel, const layout *l, double centre,
                      bool squared)
{
    double sum = 0;

    for (int b = 0; b < l->n; b++, channel += l->image)
        for (size_t i = 0; i < l->pixels; i++) {
            const double from = (double)channel[i] - centre;

            sum += squared ? from * from : from;
        }
    return sum / ((double)l->n * (double)l->pixels);
}

/* Channel k, whose weight and bias are 1 and 0 where there are none. root is
 * 1 / sqrt(var + eps), as its caller wants it where that is 0. */
static void normalise(const float *x, const layout *l, double mean, double root,
                      const float *weight, const float *bias, int k, float *y)
{
    const double scale = root * (weight ? (double)weight[k] : 1);
    const double shift = (bias ? (double)bias[k] : 0) - mean * scale;
    const size_t first = (size_t)k * l->pixels;

    for (int b = 0; b < l->n; b++)
        for (size_t i = 0; i < l->pixels; i++) {
            const size_t at = first + (size_t)b * l->image + i;

            y[at] = (float)((double)x[at] * scale + shift);
        }
}

/* The sizes, then the arrays: four that both functions have, and one and
 * other, which are each function's own. */
static ref_status check(const layout *l, int h, int w, const float *x,
                        const float *weight, const float *bias, const float *y,
                        ref_operand one, ref_operand other)
{
    REF_TRY(ref_check_images(l->n, l->c, h, w));
    return REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, l->n, l->c, h, w), one, other,
        REF_ARRAY("weight", weight, REF_IN_OPTIONAL, l->c),
        REF_ARRAY("bias", bias, REF_IN_OPTIONAL, l->c),
        REF_ARRAY("y", y, REF_OUT, l->n, l->c, h, w));
}

ref_status ref_batch_norm(const float *x, int n, int c, int h, int w,
                          const float *mean, const float *var,
                          const float *weight, const float *bias, float eps,
                          float *y)
{
    const layout l = layout_of(n, c, h, w);

    REF_TRY(check(&l, h, w, x, weight, bias, y,
                  REF_ARRAY("mean", mean, REF_IN, c),
                  REF_ARRAY("var", var, REF_IN, c)));
    for (int k = 0; n > 0 && k < c; k++)
        normalise(x, &l, (double)mean[k],
                  1 / sqrt((double)var[k] + (double)eps), weight, bias, k, y);
    return REF_OK;
}

static void keep(float *average, double momentum, double now)
{
    *average = (float)((1 - momentum) * (double)*average + momentum * now);
}

ref_status ref_batch_norm_train(const float *x, int n, int c, int h, int w,
                                const float *weight, const float *bias,
                                float eps, float momentum, float *running_mean,
                                float *running_var, float *y)
{
    const layout l = layout_of(n, c, h, w);
    const double m = (double)n * (double)l.pixels;

    REF_TRY(check(&l, h, w, x, weight, bias, y,
                  REF_ARRAY("running_mean", running_mean, REF_OUT_OPTIONAL, c),
                  REF_ARRAY("running_var", running_var, REF_OUT_OPTIONAL, c)));
    if (n == 1 && h == 1 && w == 1)
        return ref_fail(REF_ESIZE,
                        "arguments 'n', 'h' and 'w' are 1, 1 and 1; training "
                        "must have more than 1 value per channel");
    for (int k = 0; n > 0 && k < c; k++) {
        const float *channel = x + (size_t)k * l.pixels;
        const double mean = mean_of(channel, &l, 0, false);
        const double var = mean_of(channel, &l, mean, true);
        /* a constant channel without eps becomes its bias, not 0/0 */
        const double root =
            var == 0 && eps == 0 ? 0 : 1 / sqrt(var + (double)eps);

        normalise(x, &l, mean, root, weight, bias, k, y);
        if (running_mean)
            keep(&running_mean[k], (double)momentum, mean);
        if (running_var)
            keep(&running_var[k], (double)momentum, var * (m / (m - 1)));
    }
    return REF_OK;
}
