/* Unfold and fold: one walk over taps and rows of positions, in one direction
 * and in the other.
 *
 * Row (k*kh + u)*kw + v of the matrix is the image of channel k as tap u, v of
 * the sliding window sees it: pieces of rows of x, a stride apart. So both are
 * loops over such pieces, each contiguous in the matrix; which positions see
 * the image is decided once for each piece. */
#include "unfold.h"

#include <stddef.h>

#include "check.h"
#include "microkernels/microkernels.h"
#include "operand.h"
#include "window.h"

/* Planes (channels of all images), and the window that slides over each. */
typedef struct sweep {
    int n, c;
    ref_window window;
} sweep;

static sweep gather(int n, int c, int h, int w, int kh, int kw,
                    const ref_unfold_params *p)
{
    const ref_unfold_params q = p ? *p : REF_UNFOLD_DEFAULTS;

    return (sweep){n, c, REF_WINDOW2D(h, w, kh, kw, q)};
}

/* Checks all but the arrays, and measures the window. */
static ref_status measure(sweep *s)
{
    REF_TRY(ref_check_batch(s->n, s->c));
    return ref_window_measure(&s->window);
}

/* The image as an operand. */
static ref_operand image_of(const sweep *s, const char *name, const float *data,
                            ref_role role)
{
    const ref_axis *a = s->window.axis;

    return REF_ARRAY(name, data, role, s->n, s->c, a[REF_AXIS_H].n,
                     a[REF_AXIS_W].n);
}

/* The matrix as an operand, n x c*kh*kw x oh*ow. */
static ref_operand matrix_of(const sweep *s, const char *name,
                             const float *data, ref_role role)
{
    const ref_axis *a = s->window.axis;
    const int *out = s->window.out;

    return REF_ARRAY(name, data, role, s->n, s->c, a[REF_AXIS_H].k,
                     a[REF_AXIS_W].k, out[REF_AXIS_H], out[REF_AXIS_W]);
}

/* What tap v of the window sees along a row x (NULL: zeros), written to y. */
static void copy_row(const ref_window *window, const float *x, int v, float *y)
{
    const ref_axis *a = &window->axis[REF_AXIS_W];
    int ow = window->out[REF_AXIS_W];
    ptrdiff_t start = ref_window_place(a, 0, v);
    ref_range in = x ? ref_window_inside(a, ow, v) : (ref_range){0, 0};

    for (int j = 0; j < in.first; j++)
        y[j] = 0.0f;
    for (int j = in.first; j < in.end; j++)
        y[j] = x[start + (ptrdiff_t)j * a->s];
    for (int j = in.end; j < ow; j++)
        y[j] = 0.0f;
}

/* The row of a plane that tap u sees from position i, or -1. */
static ptrdiff_t row_seen(const ref_window *window, int i, int u)
{
    const ref_axis *a = &window->axis[REF_AXIS_H];
    ptrdiff_t row = ref_window_place(a, i, u);

    return row >= 0 && row < a->n ? row : -1;
}

static void unfold_plane(const ref_window *window, const float *x, float *y)
{
    const ref_axis *a = window->axis;
    ptrdiff_t w = a[REF_AXIS_W].n;

    for (int u = 0; u < a[REF_AXIS_H].k; u++)
        for (int v = 0; v < a[REF_AXIS_W].k; v++)
            for (int i = 0; i < window->out[REF_AXIS_H]; i++) {
                ptrdiff_t row = row_seen(window, i, u);

                copy_row(window, row < 0 ? NULL : x + row * w, v, y);
                y += window->out[REF_AXIS_W];
            }
}

/* Adds a row x of the matrix to the places of row y that tap v sees. */
static void add_row(const ref_window *window, const ref_microkernels *run,
                    const float *x, int v, float *y)
{
    const ref_axis *a = &window->axis[REF_AXIS_W];
    ref_range in = ref_window_inside(a, window->out[REF_AXIS_W], v);

    if (in.first < in.end)
        run->axpy_spread(1.0f, x + in.first, in.end - in.first,
                         y + ref_window_place(a, in.first, v), a->s);
}

static void fold_plane(const ref_window *window, const float *x, float *y)
{
    const ref_microkernels *run = ref_cpu_microkernels();
    const ref_axis *a = window->axis;
    ptrdiff_t w = a[REF_AXIS_W].n;

    for (ptrdiff_t at = 0; at < ref_window_elements(window); at++)
        y[at] = 0.0f;
    for (int u = 0; u < a[REF_AXIS_H].k; u++)
        for (int v = 0; v < a[REF_AXIS_W].k; v++)
            for (int i = 0; i < window->out[REF_AXIS_H]; i++) {
                ptrdiff_t row = row_seen(window, i, u);

                if (row >= 0)
                    add_row(window, run, x, v, y + row * w);
                x += window->out[REF_AXIS_W];
            }
}

/* Elements of the rows of the matrix that one plane makes. */
static ptrdiff_t matrix_size(const ref_window *window)
{
    return ref_window_taps(window) * ref_window_positions(window);
}

ref_status ref_unfold(const float *x, int n, int c, int h, int w, int kh,
                      int kw, const ref_unfold_params *p, float *y)
{
    sweep s = gather(n, c, h, w, kh, kw, p);

    REF_TRY(measure(&s));
    REF_TRY(REF_CHECK_OPERANDS(image_of(&s, "x", x, REF_IN),
                               matrix_of(&s, "y", y, REF_OUT)));
    for (ptrdiff_t plane = 0; plane < (ptrdiff_t)n * c; plane++)
        unfold_plane(&s.window, x + plane * ref_window_elements(&s.window),
                     y + plane * matrix_size(&s.window));
    return REF_OK;
}

ref_status ref_unfold_output(int h, int w, int kh, int kw,
                             const ref_unfold_params *p, int *oh, int *ow)
{
    return ref_window_output(gather(0, 1, h, w, kh, kw, p).window, REF_AXIS_H,
                             NULL, oh, ow);
}

ref_status ref_fold(const float *x, int n, int c, int h, int w, int kh, int kw,
                    const ref_unfold_params *p, float *y)
{
    sweep s = gather(n, c, h, w, kh, kw, p);

    REF_TRY(measure(&s));
    REF_TRY(REF_CHECK_OPERANDS(matrix_of(&s, "x", x, REF_IN),
                               image_of(&s, "y", y, REF_OUT)));
    for (ptrdiff_t plane = 0; plane < (ptrdiff_t)n * c; plane++)
        fold_plane(&s.window, x + plane * matrix_size(&s.window),
                   y + plane * ref_window_elements(&s.window));
    return REF_OK;
}
