/* OpenBLAS: the way that textbooks and old frameworks go. For each image and
 * group, im2col writes each window as a column, then one matrix product
 *     y (c_out/groups x pixels) = w (c_out/groups x terms) * columns
 * A kernel of one element with stride 1 needs no columns: x is them. */
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef BENCH_OPENBLAS
#include <cblas.h>
#include <openblas_config.h>

typedef struct blas_state {
    const bench_problem *p;
    float *columns; /* NULL: not needed */
} blas_state;

static int blas_ready(int threads, char *text, size_t text_bytes)
{
    openblas_set_num_threads(threads);
    /* "OpenBLAS 0.3.21 and how it was built" */
    (void)snprintf(text, text_bytes, "%.15s", openblas_get_config());
    return 0;
}

static void *blas_open(const bench_problem *p)
{
    const bench_layer *l = &p->layer;
    const int *out = p->sizes.out;
    ptrdiff_t pixels = (ptrdiff_t)out[0] * out[1] * out[2];
    blas_state *b;
    int plain = 1;

    if (l->kind != BENCH_CONV || p->pad_mode != REF_PAD_ZEROS)
        return NULL;
    b = malloc(sizeof *b);
    if (!b)
        return NULL;
    for (int a = 0; a < 3; a++)
        plain = plain && l->k[a] == 1 && l->s[a] == 1 && l->p[a] == 0;
    b->p = p;
    b->columns = plain ? NULL : bench_floats(p->sizes.terms * pixels);
    return b;
}

static void blas_close(void *state)
{
    blas_state *b = state;

    free(b->columns);
    free(b);
}

/* One row of outputs of one tap: x moves by stride, zeros outside. */
static void column_row(const bench_layer *l, const float *row, int v, int ow,
                       float *to)
{
    for (int j = 0; j < ow; j++) {
        int at = j * l->s[2] - l->p[2] + v * l->d[2];

        to[j] = at >= 0 && at < l->in[2] ? row[at] : 0;
    }
}

static void im2col(const bench_problem *p, const float *x, float *to)
{
    const bench_layer *l = &p->layer;
    const int *out = p->sizes.out, *k = l->k;
    int taps = k[0] * k[1] * k[2];
    ptrdiff_t plane = (ptrdiff_t)l->in[0] * l->in[1] * l->in[2];

    for (int term = 0; term < (int)p->sizes.terms; term++) {
        int t = term % taps / (k[1] * k[2]), u = term % (k[1] * k[2]) / k[2];

        for (int d = 0; d < out[0]; d++)
            for (int i = 0; i < out[1]; i++, to += out[2]) {
                int z = d * l->s[0] - l->p[0] + t * l->d[0];
                int r = i * l->s[1] - l->p[1] + u * l->d[1];

                if (z < 0 || z >= l->in[0] || r < 0 || r >= l->in[1])
                    memset(to, 0, (size_t)out[2] * sizeof *to);
                else
                    column_row(l,
                               x + term / taps * plane +
                                   ((ptrdiff_t)z * l->in[1] + r) * l->in[2],
                               term % k[2], out[2], to);
            }
    }
}

static int blas_run(void *state)
{
    const blas_state *b = state;
    const bench_problem *p = b->p;
    const bench_layer *l = &p->layer;
    const int *out = p->sizes.out;
    int pixels = out[0] * out[1] * out[2], terms = (int)p->sizes.terms;
    int og = l->c_out / l->groups;
    ptrdiff_t group_x = p->sizes.x / l->n / l->groups;

    for (int bg = 0; bg < l->n * l->groups; bg++) {
        const float *x = p->x + bg * group_x;
        int first = bg % l->groups * og;
        float *y = p->y + (ptrdiff_t)bg * og * pixels;

        if (b->columns)
            im2col(p, x, b->columns);
        for (int o = 0; o < og; o++)
            for (int i = 0; i < pixels; i++)
                y[(ptrdiff_t)o * pixels + i] = p->bias[first + o];
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, og, pixels,
                    terms, 1.0f, p->w + (ptrdiff_t)first * terms, terms,
                    b->columns ? b->columns : x, pixels, 1.0f, y, pixels);
    }
    return 0;
}

const bench_peer bench_openblas = {.name = "openblas",
                                   .package = "libopenblas-dev",
                                   .loose = 1,
                                   .ready = blas_ready,
                                   .open = blas_open,
                                   .run = blas_run,
                                   .close = blas_close};

#endif
