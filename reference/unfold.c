/* Unfold and fold: one walk over taps and rows of positions, in one direction
 * and in the other.
 *
 * Row (k*kh + u)*kw + v of the matrix is the image of channel k as tap u, v of
 * the sliding window sees it: pieces of rows of x, a stride apart. So both are
 * loops over such pieces, each contiguous in the matrix; which positions see
 * the image is decided once for each piece. */
#include "unfold.h"

#include <stdbool.h>

#include "check.h"
#include "microkernels/microkernels.h"
#include "window.h"

static ref_window window_of(int h, int w, int kh, int kw,
                            const ref_unfold_params *p)
{
    const ref_unfold_params q = p ? *p : REF_UNFOLD_DEFAULTS;

    return REF_WINDOW2D(h, w, kh, kw, q);
}

/* What tap v of the window sees along a row x (NULL: zeros), written to y. */
static void copy_row(const ref_axis *a, int ow, const float *x, int v, float *y)
{
    ptrdiff_t start = ref_window_place(a, 0, v);
    ref_range in = x ? ref_window_inside(a, ow, v) : (ref_range){0, 0};

    for (int j = 0; j < ow; j++)
        y[j] = 0.0f;
    for (int j = in.first; j < in.end; j++)
        y[j] = x[start + (ptrdiff_t)j * a->s];
}

/* Adds a row x of the matrix to the places of row y that tap v sees. */
static void add_row(const ref_axis *a, int ow, const float *x, int v, float *y)
{
    ref_range in = ref_window_inside(a, ow, v);

    if (in.first < in.end)
        ref_cpu_microkernels()->axpy(1.0f, x + in.first, in.end - in.first,
                                     y + ref_window_place(a, in.first, v),
                                     a->s);
}

/* Walks over the rows of the matrix that one plane makes, piece by piece:
 * copies them from the plane x to y, or adds those of x to the plane y. */
static void move_plane(const ref_window *window, bool fold, const float *x,
                       float *y)
{
    const ref_axis *h = &window->axis[REF_AXIS_H];
    const ref_axis *w = &window->axis[REF_AXIS_W];
    int oh = window->out[REF_AXIS_H], ow = window->out[REF_AXIS_W];

    for (int u = 0; u < h->k; u++)
        for (int v = 0; v < w->k; v++)
            for (int i = 0; i < oh; i++) {
                ptrdiff_t row = ref_window_place(h, i, u);
                bool inside = row >= 0 && row < h->n;

                if (!fold)
                    copy_row(w, ow, inside ? x + row * w->n : NULL, v, y);
                else if (inside)
                    add_row(w, ow, x, v, y + row * w->n);
                x += fold ? ow : 0;
                y += fold ? 0 : ow;
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
    ref_window window = window_of(h, w, kh, kw, p);
    const int *out = window.out;

    REF_TRY(ref_check_batch(n, c));
    REF_TRY(ref_window_measure(&window));
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, n, c, h, w),
        REF_ARRAY("y", y, REF_OUT, n, c, kh, kw, out[1], out[2])));
    for (ptrdiff_t plane = 0; plane < (ptrdiff_t)n * c; plane++)
        move_plane(&window, false, x + plane * ref_window_elements(&window),
                   y + plane * matrix_size(&window));
    return REF_OK;
}

ref_status ref_unfold_output(int h, int w, int kh, int kw,
                             const ref_unfold_params *p, int *oh, int *ow)
{
    return ref_window_output(window_of(h, w, kh, kw, p), REF_AXIS_H, NULL, oh,
                             ow);
}

ref_status ref_fold(const float *x, int n, int c, int h, int w, int kh, int kw,
                    const ref_unfold_params *p, float *y)
{
    ref_window window = window_of(h, w, kh, kw, p);
    const int *out = window.out;

    REF_TRY(ref_check_batch(n, c));
    REF_TRY(ref_window_measure(&window));
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, n, c, kh, kw, out[1], out[2]),
        REF_ARRAY("y", y, REF_OUT, n, c, h, w)));
    for (ptrdiff_t plane = 0; plane < (ptrdiff_t)n * c; plane++) {
        float *image = y + plane * ref_window_elements(&window);

        for (ptrdiff_t at = 0; at < ref_window_elements(&window); at++)
            image[at] = 0.0f;
        move_plane(&window, true, x + plane * matrix_size(&window), image);
    }
    return REF_OK;
}
