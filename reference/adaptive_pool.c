/* Adaptive average pooling: windows of unequal size, so no row of y is like
 * another, and each window is summed for itself, in double. */
#include "adaptive_pool.h"

#include "check.h"
#include "window.h"

/* Three axes: what they have and what they are to become. */
typedef struct shrinking {
    int n[REF_AXES], out[REF_AXES];
} shrinking;

/* The elements that position i sees: n/out of the axis each, and where that
 * does not come out even, every element that is touched. */
static ref_range seen(int n, int out, int i)
{
    long long first = (long long)i * n / out;
    long long end = ((long long)(i + 1) * n + out - 1) / out;

    return (ref_range){(int)first, (int)end};
}

static double average_at(const shrinking *s, const float *x,
                         const int at[REF_AXES])
{
    ref_range in[REF_AXES];
    double sum = 0.0, count = 1.0;

    for (int a = 0; a < REF_AXES; a++) {
        in[a] = seen(s->n[a], s->out[a], at[a]);
        count *= in[a].end - in[a].first;
    }
    for (int t = in[0].first; t < in[0].end; t++)
        for (int u = in[1].first; u < in[1].end; u++) {
            const float *row = x + ((ptrdiff_t)t * s->n[1] + u) * s->n[2];

            for (int v = in[2].first; v < in[2].end; v++)
                sum += (double)row[v];
        }
    return sum / count;
}

static ref_status check_sizes(const shrinking *s, int n, int c)
{
    static const char *const sizes[REF_AXES] = {"d", "h", "w"};
    static const char *const outs[REF_AXES] = {"od", "oh", "ow"};

    REF_TRY(ref_check_batch(n, c));
    for (int a = 0; a < REF_AXES; a++) {
        REF_TRY(ref_check_least(sizes[a], s->n[a], 1, REF_ESIZE));
        REF_TRY(ref_check_least(outs[a], s->out[a], 1, REF_ESIZE));
    }
    return REF_OK;
}

/* What all three do once their arguments are gathered. */
static ref_status pool(const float *x, int n, int c, const shrinking *s,
                       float *y)
{
    const int *in = s->n, *out = s->out;
    int at[REF_AXES];

    REF_TRY(check_sizes(s, n, c));
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, n, c, in[0], in[1], in[2]),
        REF_ARRAY("y", y, REF_OUT, n, c, out[0], out[1], out[2])));
    for (ptrdiff_t k = 0; k < (ptrdiff_t)n * c; k++) {
        const float *channel = x + k * in[0] * in[1] * in[2];

        for (at[0] = 0; at[0] < out[0]; at[0]++)
            for (at[1] = 0; at[1] < out[1]; at[1]++)
                for (at[2] = 0; at[2] < out[2]; at[2]++)
                    *y++ = (float)average_at(s, channel, at);
    }
    return REF_OK;
}

ref_status ref_adaptive_avg_pool1d(const float *x, int n, int c, int w, int ow,
                                   float *y)
{
    return pool(x, n, c, &(shrinking){{1, 1, w}, {1, 1, ow}}, y);
}

ref_status ref_adaptive_avg_pool2d(const float *x, int n, int c, int h, int w,
                                   int oh, int ow, float *y)
{
    return pool(x, n, c, &(shrinking){{1, h, w}, {1, oh, ow}}, y);
}

ref_status ref_adaptive_avg_pool3d(const float *x, int n, int c, int d, int h,
                                   int w, int od, int oh, int ow, float *y)
{
    return pool(x, n, c, &(shrinking){{d, h, w}, {od, oh, ow}}, y);
}
