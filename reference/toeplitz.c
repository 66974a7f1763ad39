/* The matrix of a convolution, row by row.
 *
 * Which inputs an output sees is decided by each axis alone: it sees element
 * r,q of a channel if some tap u of its position sees r and some tap v sees q.
 * So the entries of a row are the pairs of what the two axes see, and their
 * number is a product. No work space: window.h gives the elements seen along an
 * axis one after the other, ascending, and the taps behind each.
 *
 * Both forms are written by one walk, which adds the weights of an entry in the
 * order u, v, from 0: they hold the same bits. */
#include "toeplitz.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "check.h"
#include "conv_task.h"
#include "shape.h"

/* A convolution of one image, and the sizes of its matrix. */
typedef struct matrix {
    ref_conv_task t;
    int rows, columns;
    size_t nonzeros;
} matrix;

/* A product of sizes that an int must hold. */
static ref_status count_int(const char *what, int a, int b, int c, int *product)
{
    const int dims[] = {a, b, c};
    size_t count;

    REF_TRY(ref_element_count(what, dims, 3, 1, &count));
    if (count > INT_MAX)
        return ref_fail(REF_EOVERFLOW,
                        "the matrix has %zu '%s'; they must not exceed %d",
                        count, what, INT_MAX);
    *product = (int)count;
    return REF_OK;
}

/* Checks all but the arrays, and measures the matrix. */
static ref_status measure(matrix *m)
{
    const ref_axis *a = m->t.window.axis;
    const int *out = m->t.window.out;

    REF_TRY(ref_conv_measure(&m->t));
    REF_TRY(count_int("rows", m->t.c_out, out[1], out[2], &m->rows));
    return count_int("columns", m->t.c_in, a[1].n, a[2].n, &m->columns);
}

/* Entries of the whole matrix: of each row, the pairs of what both axes see. */
static ref_status count_nonzeros(matrix *m)
{
    const ref_conv_task *t = &m->t;
    size_t product = (size_t)t->c_out;
    long long count = t->c_in / t->groups;

    REF_TRY(ref_size_product(product, (size_t)count, &product));
    for (int a = REF_AXIS_H; a <= REF_AXIS_W; a++) {
        REF_TRY(ref_sight_count(&t->window.axis[a], t->pad_mode,
                                t->window.out[a], &count));
        REF_TRY(ref_size_product(product, (size_t)count, &product));
    }
    if (product > PTRDIFF_MAX / sizeof(size_t))
        return ref_fail(REF_EOVERFLOW,
                        "the matrix has %zu 'nonzeros'; no array holds them",
                        product);
    m->nonzeros = product;
    return REF_OK;
}

/* What one row of the matrix is about: output channel, position, and the
 * first input channel of the group. */
typedef struct place {
    int o, first_channel;
    ref_sight h, w;
} place;

static place place_of(const matrix *m, int row)
{
    const ref_conv_task *t = &m->t;
    const ref_axis *a = t->window.axis;
    int oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    int o = row / ow / oh, group = o / (t->c_out / t->groups);

    return (place){o, group * (t->c_in / t->groups),
                   ref_sight_from(&a[REF_AXIS_H], t->pad_mode, row / ow % oh),
                   ref_sight_from(&a[REF_AXIS_W], t->pad_mode, row % ow)};
}

/* The weights that meet in element r,q, which the window sees. */
static float entry(const place *p, const float *kernel, int r, int q)
{
    const ref_sight *h = &p->h, *w = &p->w;
    float sum = 0.0f;

    for (int u = ref_sight_tap(h, r, -1); u >= 0; u = ref_sight_tap(h, r, u))
        for (int v = ref_sight_tap(w, q, -1); v >= 0;
             v = ref_sight_tap(w, q, v))
            sum += kernel[(ptrdiff_t)u * w->axis->k + v];
    return sum;
}

/* Writes one channel's entries, ascending: one after the other, or (dense) to
 * their columns of a row.
 *   at  in   where the first one goes
 * Returns  where the next one goes */
static size_t put_kernel(const place *p, const float *kernel, int c, bool dense,
                         float *values, int *columns, size_t at)
{
    const ref_sight *h = &p->h, *w = &p->w;
    int channel = p->first_channel + c;

    for (int r = ref_sight_next(h, -1); r >= 0; r = ref_sight_next(h, r))
        for (int q = ref_sight_next(w, -1); q >= 0; q = ref_sight_next(w, q)) {
            int column = (channel * h->axis->n + r) * w->axis->n + q;

            values[dense ? (size_t)column : at] = entry(p, kernel, r, q);
            if (!dense)
                columns[at++] = column;
        }
    return at;
}

/* Fills the sparse form, or the dense one, which has no row_starts. */
static void fill(const matrix *m, float *values, int *columns,
                 size_t *row_starts)
{
    const bool dense = !row_starts;
    const int cg = m->t.c_in / m->t.groups;
    const ptrdiff_t taps = ref_window_taps(&m->t.window);
    size_t at = 0;

    for (int row = 0; row < m->rows; row++) {
        const place p = place_of(m, row);
        const float *kernel = m->t.weight + (ptrdiff_t)p.o * cg * taps;

        for (int column = 0; dense && column < m->columns; column++)
            values[column] = 0.0f;
        if (row_starts)
            row_starts[row] = at;
        for (int c = 0; c < cg; c++, kernel += taps)
            at = put_kernel(&p, kernel, c, dense, values, columns, at);
        values += dense ? m->columns : 0;
    }
    if (row_starts)
        row_starts[m->rows] = at;
}

static ref_operand weight_of(const matrix *m)
{
    const ref_conv_task *t = &m->t;
    const ref_axis *a = t->window.axis;

    return REF_ARRAY("weight", t->weight, REF_IN, t->c_out, t->c_in / t->groups,
                     a[REF_AXIS_H].k, a[REF_AXIS_W].k);
}

static ref_status dense(matrix m, float *U)
{
    REF_TRY(measure(&m));
    REF_TRY(REF_CHECK_OPERANDS(weight_of(&m),
                               REF_ARRAY("U", U, REF_OUT, m.rows, m.columns)));
    fill(&m, U, NULL, NULL);
    return REF_OK;
}

/* An output of the sparse form, of a count that an int need not hold. */
#define LIST(name, data, count)                                                \
    ref_operand_flat(name, data, REF_OUT, count, sizeof *(data))

static ref_status sparse(matrix m, float *values, int *columns,
                         size_t *row_starts)
{
    REF_TRY(measure(&m));
    REF_TRY(count_nonzeros(&m));
    REF_TRY(
        REF_CHECK_OPERANDS(weight_of(&m), LIST("values", values, m.nonzeros),
                           LIST("columns", columns, m.nonzeros),
                           LIST("row_starts", row_starts, (size_t)m.rows + 1)));
    fill(&m, values, columns, row_starts);
    return REF_OK;
}

static ref_status size(matrix m, int *rows, int *columns, size_t *nonzeros)
{
    REF_TRY(ref_check_pointer("rows", rows));
    REF_TRY(ref_check_pointer("columns", columns));
    REF_TRY(ref_check_pointer("nonzeros", nonzeros));
    REF_TRY(measure(&m));
    REF_TRY(count_nonzeros(&m));
    *rows = m.rows;
    *columns = m.columns;
    *nonzeros = m.nonzeros;
    return REF_OK;
}

static matrix matrix1d(const float *weight, int c_out, int c_in, int kw, int w,
                       const ref_conv1d_params *p)
{
    return (matrix){
        .t = ref_conv1d_task(NULL, 1, c_in, w, weight, c_out, kw, NULL, p)};
}

static matrix matrix2d(const float *weight, int c_out, int c_in, int kh, int kw,
                       int h, int w, const ref_conv2d_params *p)
{
    return (matrix){.t = ref_conv2d_task(NULL, 1, c_in, h, w, weight, c_out, kh,
                                         kw, NULL, p)};
}

ref_status ref_toeplitz1d_size(int c_out, int c_in, int kw, int w,
                               const ref_conv1d_params *p, int *rows,
                               int *columns, size_t *nonzeros)
{
    return size(matrix1d(NULL, c_out, c_in, kw, w, p), rows, columns, nonzeros);
}

ref_status ref_toeplitz1d(const float *weight, int c_out, int c_in, int kw,
                          int w, const ref_conv1d_params *p, float *U)
{
    return dense(matrix1d(weight, c_out, c_in, kw, w, p), U);
}

ref_status ref_toeplitz1d_csr(const float *weight, int c_out, int c_in, int kw,
                              int w, const ref_conv1d_params *p, float *values,
                              int *columns, size_t *row_starts)
{
    return sparse(matrix1d(weight, c_out, c_in, kw, w, p), values, columns,
                  row_starts);
}

ref_status ref_toeplitz2d_size(int c_out, int c_in, int kh, int kw, int h,
                               int w, const ref_conv2d_params *p, int *rows,
                               int *columns, size_t *nonzeros)
{
    return size(matrix2d(NULL, c_out, c_in, kh, kw, h, w, p), rows, columns,
                nonzeros);
}

ref_status ref_toeplitz2d(const float *weight, int c_out, int c_in, int kh,
                          int kw, int h, int w, const ref_conv2d_params *p,
                          float *U)
{
    return dense(matrix2d(weight, c_out, c_in, kh, kw, h, w, p), U);
}

ref_status ref_toeplitz2d_csr(const float *weight, int c_out, int c_in, int kh,
                              int kw, int h, int w, const ref_conv2d_params *p,
                              float *values, int *columns, size_t *row_starts)
{
    return sparse(matrix2d(weight, c_out, c_in, kh, kw, h, w, p), values,
                  columns, row_starts);
}
