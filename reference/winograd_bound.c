/* The error bound of Winograd's algorithms, with nothing clever: the matrices
 * come from their points by the textbook (Toom and Cook's interpolation), all
 * numbers are double, and nothing is shared with what is judged. */
#include "winograd_bound.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

#include "bound.h"
#include "check.h"
#include "conv_task.h"

enum { MOST = 6, KERNEL = 3 };

/* Between x and y numbers may be a few times larger than at both ends. */
static const double too_large = (double)FLT_MAX / 16;
static const double least = 0x1p-149;

/* Products that may lose what is below float32's smallest number, weighed with
 * what they are multiplied by later: in B^T d B, and in A^T s A. */
enum { LOST_BEFORE = 32, LOST_AFTER = 40 };

typedef double matrix[MOST][MOST];

/* F(m x m, 3 x 3): |B^T|, |A^T|, G, and the roundings of one half of each. */
typedef struct winograd {
    int m, k, roundings;
    matrix b, a, g;
} winograd;

/* B^T: the coefficients of (x - p) for all points p but one. */
static void others_product(const double *points, int count, int but,
                           double *row)
{
    int degree = 0;

    row[0] = 1.0;
    for (int q = 0; q < count; q++) {
        if (q == but)
            continue;
        row[++degree] = 0.0;
        for (int i = degree; i > 0; i--)
            row[i] = row[i - 1] - points[q] * row[i];
        row[0] *= -points[q];
    }
}

static winograd make(ref_conv_algorithm algorithm)
{
    static const double points[MOST] = {0.0, 1.0, -1.0};
    static const double points_4[MOST] = {0.0, 0.625, -0.625, 1.5, -1.5};
    winograd f = {.m = 2, .k = 4, .roundings = 7};
    const double *p = points;

    if (algorithm == REF_CONV_WINOGRAD_4) {
        f = (winograd){.m = 4, .k = 6, .roundings = 17};
        p = points_4;
    }
    for (int j = 0; j < f.k; j++) {
        double scale = 1.0;

        others_product(p, f.k - 1, j, f.b[j]);
        for (int q = 0; j < f.k - 1 && q < f.k - 1; q++)
            scale *= q == j ? 1.0 : p[j] - p[q];
        for (int i = 0; i < f.m; i++)
            f.a[i][j] = j < f.k - 1 ? fabs(pow(p[j], i)) : i == f.m - 1;
        for (int i = 0; i < KERNEL; i++)
            f.g[j][i] = j < f.k - 1 ? pow(p[j], i) / scale : i == KERNEL - 1;
        for (int i = 0; i < f.k; i++)
            f.b[j][i] = fabs(f.b[j][i]);
    }
    return f;
}

/* to = m from m^T; from has n x n, to rows x rows. */
static void both_sides(int rows, int n, matrix m, matrix from, matrix to)
{
    matrix half = {{0.0}};

    for (int i = 0; i < rows; i++)
        for (int u = 0; u < n; u++)
            for (int v = 0; v < n; v++)
                half[i][v] += m[i][u] * from[u][v];
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < rows; j++) {
            to[i][j] = 0.0;
            for (int v = 0; v < n; v++)
                to[i][j] += half[i][v] * m[j][v];
        }
}

/* |d|: what the patch at row i and column j sees of a plane. */
static void see(const ref_conv_task *t, int k, const float *plane, int i, int j,
                matrix d)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    const ref_axis *w = &t->window.axis[REF_AXIS_W];

    for (int u = 0; u < k; u++)
        for (int v = 0; v < k; v++) {
            int at_i = i + u - h->before, at_j = j + v - w->before;
            int row = ref_pad_index(t->pad_mode, at_i, h->n);
            int col = ref_pad_index(t->pad_mode, at_j, w->n);
            int beyond = at_i >= h->n + h->after || at_j >= w->n + w->after;

            d[u][v] = beyond || row < 0 || col < 0
                          ? 0.0
                          : fabs((double)plane[(ptrdiff_t)row * w->n + col]);
        }
}

/* |U|, and a little for U's being computed in double. */
static void transform_kernel(winograd *f, const float *w, matrix to)
{
    matrix kernel = {{0.0}}, size = {{0.0}}, g, most;

    for (int i = 0; i < KERNEL * KERNEL; i++) {
        kernel[i / KERNEL][i % KERNEL] = (double)w[i];
        size[i / KERNEL][i % KERNEL] = fabs((double)w[i]);
    }
    for (int i = 0; i < f->k; i++)
        for (int j = 0; j < KERNEL; j++)
            g[i][j] = fabs(f->g[i][j]);
    both_sides(f->k, KERNEL, f->g, kernel, to);
    both_sides(f->k, KERNEL, g, size, most);
    for (int i = 0; i < f->k; i++)
        for (int j = 0; j < f->k; j++)
            to[i][j] = fabs(to[i][j]) + 0x1p-24 * most[i][j];
}

/* The sums over c of one patch: of the products' sizes, and of what may be lost
 * below float32's smallest number. */
typedef struct sums {
    matrix size, lost;
    int overflows;
} sums;

static void add_channel(winograd *f, matrix d, const float *w, sums *s)
{
    matrix u, v;

    transform_kernel(f, w, u);
    both_sides(f->k, f->k, f->b, d, v);
    for (int i = 0; i < f->k; i++)
        for (int j = 0; j < f->k; j++) {
            s->size[i][j] += u[i][j] * v[i][j];
            s->lost[i][j] += LOST_BEFORE * u[i][j] + v[i][j] + 1.0;
            s->overflows |= !(u[i][j] < too_large && v[i][j] < too_large &&
                              s->size[i][j] < too_large);
        }
}

/* The bound of the patch whose first element is y[i][j].
 *   y  out  the plane of bounds */
static void patch(const ref_conv_task *t, winograd *f, int image, int o, int i,
                  int j, double *y)
{
    const ref_axis *a = t->window.axis;
    int oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    int cg = t->c_in / t->groups, g = o / (t->c_out / t->groups);
    int r = cg + f->roundings + (t->bias != NULL);
    sums s = {.overflows = 0};
    matrix d, size = {{0.0}}, lost = {{0.0}};

    for (int c = 0; c < cg; c++) {
        ptrdiff_t plane = (ptrdiff_t)image * t->c_in + (ptrdiff_t)g * cg + c;

        see(t, f->k, t->x + plane * a[REF_AXIS_H].n * a[REF_AXIS_W].n, i, j, d);
        add_channel(f, d, t->weight + ((ptrdiff_t)o * cg + c) * KERNEL * KERNEL,
                    &s);
    }
    both_sides(f->m, f->k, f->a, s.size, size);
    both_sides(f->m, f->k, f->a, s.lost, lost);
    for (int l = 0; l < f->m && i + l < oh; l++)
        for (int k = 0; k < f->m && j + k < ow; k++) {
            double bias = t->bias ? fabs((double)t->bias[o]) : 0.0;
            double all = size[l][k] + bias;

            y[(ptrdiff_t)(i + l) * ow + j + k] =
                s.overflows || !(all < too_large)
                    ? (double)INFINITY
                    : ref_sum_bound(r, all) + (lost[l][k] + LOST_AFTER) * least;
        }
}

ref_status ref_winograd_bound(const float *x, int n, int c_in, int h, int w,
                              const float *weight, int c_out, int kh, int kw,
                              const float *bias, const ref_conv2d_params *p,
                              double *exact, double *bound)
{
    ref_conv_task t =
        ref_conv2d_task(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p);
    winograd f;

    if (t.algorithm != REF_CONV_WINOGRAD_2 &&
        t.algorithm != REF_CONV_WINOGRAD_4)
        return ref_fail(REF_EPARAM,
                        "argument 'algorithm' is %d; it must be one of "
                        "Winograd's, REF_CONV_WINOGRAD_2 or _4",
                        (int)t.algorithm);
    REF_TRY(ref_conv2d_bound(x, n, c_in, h, w, weight, c_out, kh, kw, bias, p,
                             exact, bound));
    REF_TRY(ref_conv_measure(&t));
    f = make(t.algorithm);
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out;
             o++, bound += (ptrdiff_t)t.window.out[1] * t.window.out[2])
            for (int i = 0; i < t.window.out[REF_AXIS_H]; i += f.m)
                for (int j = 0; j < t.window.out[REF_AXIS_W]; j += f.m)
                    patch(&t, &f, b, o, i, j, bound);
    return REF_OK;
}
