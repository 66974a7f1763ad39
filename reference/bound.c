/* The error bound, computed beside the result it judges. The loops are the
 * formula of conv.h, in double and with nothing clever: this file is what
 * the clever ones are compared with, and shares no arithmetic with them.
 *
 * A product of two floats is exact in double (24 + 24 <= 53 bits). */
#include "bound.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#include "check.h"
#include "conv_task.h"

static const double float_unit = 0x1p-24;   /* u of float32 */
static const double double_unit = 0x1p-53;  /* u of double */
static const double float_least = 0x1p-149; /* smallest float32 > 0 */

double ref_gamma(int n)
{
    double nu = n * float_unit;

    if (n <= 0)
        return 0.0;
    return nu < 1.0 ? nu / (1.0 - nu) : (double)INFINITY;
}

/* One output as its terms are added up. */
typedef struct sums {
    double exact;     /* sum of the terms */
    double magnitude; /* sum of their absolute values */
} sums;

static void add_term(sums *s, double term)
{
    s->exact += term;
    s->magnitude += fabs(term);
}

/* Which element of an axis is seen there, or -1. */
static int seen(const ref_conv_task *t, int axis, int position, int tap)
{
    const ref_axis *a = &t->window.axis[axis];

    return ref_pad_index(t->pad_mode, position * a->s + tap * a->d - a->before,
                         a->n);
}

/* Adds one channel of the window at position (l, i, j). */
static void add_window(const ref_conv_task *t, const float *volume,
                       const float *kernel, const int at[REF_AXES], sums *s)
{
    const ref_axis *a = t->window.axis;

    for (int f = 0; f < a[REF_AXIS_D].k; f++)
        for (int u = 0; u < a[REF_AXIS_H].k; u++) {
            int plane = seen(t, REF_AXIS_D, at[REF_AXIS_D], f);
            int row = seen(t, REF_AXIS_H, at[REF_AXIS_H], u);
            ptrdiff_t first =
                ((ptrdiff_t)plane * a[REF_AXIS_H].n + row) * a[REF_AXIS_W].n;

            for (int v = 0; v < a[REF_AXIS_W].k; v++, kernel++) {
                int column = seen(t, REF_AXIS_W, at[REF_AXIS_W], v);
                int outside = plane < 0 || row < 0 || column < 0;

                add_term(s, (outside ? 0.0 : (double)volume[first + column]) *
                                (double)*kernel);
            }
        }
}

static sums output_sums(const ref_conv_task *t, int b, int o,
                        const int at[REF_AXES])
{
    int cg = t->c_in / t->groups, og = t->c_out / t->groups;
    ptrdiff_t first = (ptrdiff_t)b * t->c_in + (ptrdiff_t)(o / og) * cg;
    ptrdiff_t volume = ref_window_elements(&t->window);
    ptrdiff_t kernel = ref_window_taps(&t->window);
    sums s = {0.0, 0.0};

    if (t->bias)
        add_term(&s, (double)t->bias[o]);
    for (int c = 0; c < cg; c++)
        add_window(t, t->x + (first + c) * volume,
                   t->weight + ((ptrdiff_t)o * cg + c) * kernel, at, &s);
    return s;
}

/* Terms of one output; INT_MAX stands for more, where gamma is infinite. */
static int term_count(const ref_conv_task *t)
{
    const ref_axis *a = t->window.axis;
    double m = (double)(t->c_in / t->groups) * a[0].k * a[1].k * a[2].k;

    m += t->bias ? 1.0 : 0.0;
    return m < INT_MAX ? (int)m : INT_MAX;
}

double ref_sum_bound(int m, double magnitude)
{
    if (isnan(magnitude))
        return magnitude;
    if (magnitude >= (double)FLT_MAX || m >= 1 << 24)
        return (double)INFINITY;
    return (ref_gamma(m) + 4.0 * m * double_unit) * magnitude + m * float_least;
}

/* What all three do once their arguments are gathered. */
static ref_status bound_task(ref_conv_task t, double *exact, double *bound)
{
    const ref_conv_output outputs[] = {{"exact", exact, sizeof *exact},
                                       {"bound", bound, sizeof *bound}};
    const int *out = t.window.out;
    int m, at[REF_AXES];

    REF_TRY(ref_conv_check(&t, outputs, 2));
    m = term_count(&t);
    for (int b = 0; b < t.n; b++)
        for (int o = 0; o < t.c_out; o++)
            for (at[0] = 0; at[0] < out[0]; at[0]++)
                for (at[1] = 0; at[1] < out[1]; at[1]++)
                    for (at[2] = 0; at[2] < out[2]; at[2]++) {
                        sums s = output_sums(&t, b, o, at);

                        *exact++ = s.exact;
                        *bound++ = ref_sum_bound(m, s.magnitude);
                    }
    return REF_OK;
}

ref_status ref_conv1d_bound(const float *x, int n, int c_in, int w,
                            const float *weight, int c_out, int kw,
                            const float *bias, const ref_conv1d_params *p,
                            double *exact, double *bound)
{
    return bound_task(
        ref_conv1d_task(x, n, c_in, w, weight, c_out, kw, bias, p), exact,
        bound);
}

ref_status ref_conv2d_bound(const float *x, int n, int c_in, int h, int w,
                            const float *weight, int c_out, int kh, int kw,
                            const float *bias, const ref_conv2d_params *p,
                            double *exact, double *bound)
{
    return bound_task(
        ref_conv2d_task(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p),
        exact, bound);
}

ref_status ref_conv3d_bound(const float *x, int n, int c_in, int d, int h,
                            int w, const float *weight, int c_out, int kd,
                            int kh, int kw, const float *bias,
                            const ref_conv3d_params *p, double *exact,
                            double *bound)
{
    return bound_task(ref_conv3d_task(x, n, c_in, d, h, w, weight, c_out, kd,
                                      kh, kw, bias, p),
                      exact, bound);
}
