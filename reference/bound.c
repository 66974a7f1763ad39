/* The error bound, computed beside the result it judges. The loops are the
 * formula of conv2d.h, in double and with nothing clever: this file is what
 * the clever ones are compared with, and shares no arithmetic with them.
 *
 * A product of two floats is exact in double (24 + 24 <= 53 bits). */
#include "bound.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stddef.h>

#include "conv1d_as_2d.h"
#include "conv2d_algorithms.h"
#include "span.h"

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

/* Adds channel c of the window whose first position is (top, left). */
static void add_window(const ref_conv2d_task *t, const float *plane,
                       const float *kernel, int top, int left, sums *s)
{
    for (int u = 0; u < t->kh; u++)
        for (int v = 0; v < t->kw; v++) {
            int row = ref_pad_index(t->p.pad_mode, top + u * t->p.dh, t->h);
            int column = ref_pad_index(t->p.pad_mode, left + v * t->p.dw, t->w);

            if (row >= 0 && column >= 0)
                add_term(s, (double)plane[(ptrdiff_t)row * t->w + column] *
                                (double)kernel[(ptrdiff_t)u * t->kw + v]);
        }
}

static sums output_sums(const ref_conv2d_task *t, int b, int o, int i, int j)
{
    int cg = t->c_in / t->p.groups, og = t->c_out / t->p.groups;
    ptrdiff_t first = (ptrdiff_t)b * t->c_in + (ptrdiff_t)(o / og) * cg;
    sums s = {0.0, 0.0};

    if (t->bias)
        add_term(&s, (double)t->bias[o]);
    for (int c = 0; c < cg; c++)
        add_window(t, t->x + (first + c) * t->h * t->w,
                   t->weight + ((ptrdiff_t)o * cg + c) * t->kh * t->kw,
                   i * t->p.sh - t->p.pt, j * t->p.sw - t->p.pl, &s);
    return s;
}

/* Terms of one output; INT_MAX stands for more, where gamma is infinite. */
static int term_count(const ref_conv2d_task *t)
{
    int cg = t->c_in / t->p.groups;
    double m = (double)cg * t->kh * t->kw;

    m += t->bias ? 1.0 : 0.0;
    return m < INT_MAX ? (int)m : INT_MAX;
}

static double allowed_error(int m, double magnitude)
{
    if (isnan(magnitude))
        return magnitude;
    if (magnitude >= (double)FLT_MAX || m >= 1 << 24)
        return (double)INFINITY;
    return (ref_gamma(m) + 4.0 * m * double_unit) * magnitude + m * float_least;
}

static void compute(const ref_conv2d_task *t, double *exact, double *bound)
{
    int m = term_count(t);
    ptrdiff_t at = 0;

    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++)
            for (int i = 0; i < t->oh; i++)
                for (int j = 0; j < t->ow; j++, at++) {
                    sums s = output_sums(t, b, o, i, j);

                    exact[at] = s.exact;
                    bound[at] = allowed_error(m, s.magnitude);
                }
}

/* exact and bound have equal sizes: apart if one does not reach the other. */
static ref_status check_outputs(const ref_conv2d_task *t, const double *exact,
                                const double *bound)
{
    const int maps[4] = {t->n, t->c_out, t->oh, t->ow};
    ref_span a, b;
    ref_status status =
        ref_check_array("exact", exact, maps, sizeof *exact, &a);

    if (status == REF_OK)
        status = ref_check_array("bound", bound, maps, sizeof *bound, &b);
    if (status == REF_OK)
        status = ref_check_apart(b, a);
    return status;
}

ref_status ref_conv2d_bound(const float *x, int n, int c_in, int h, int w,
                            const float *weight, int c_out, int kh, int kw,
                            const float *bias, const ref_conv2d_params *p,
                            double *exact, double *bound)
{
    ref_conv2d_task t =
        ref_conv2d_gather(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p);
    ref_status status = ref_conv2d_check(&t, "exact", exact, sizeof *exact);

    if (status == REF_OK)
        status = ref_conv2d_check(&t, "bound", bound, sizeof *bound);
    if (status == REF_OK)
        status = check_outputs(&t, exact, bound);
    if (status == REF_OK)
        compute(&t, exact, bound);
    return status;
}

ref_status ref_conv1d_bound(const float *x, int n, int c_in, int w,
                            const float *weight, int c_out, int kw,
                            const float *bias, const ref_conv1d_params *p,
                            double *exact, double *bound)
{
    ref_conv2d_params q = ref_conv1d_as_2d(p);

    return ref_conv2d_bound(x, n, c_in, 1, w, weight, c_out, 1, kw, bias, &q,
                            exact, bound);
}
