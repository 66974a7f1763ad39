/* oneDNN through its C interface of version 2 (version 3 has another). It asks
 * for the layouts it likes best and is given them; what differs between the
 * four contestants is which conversions are counted:
 *   onednn_direct     x and y are NCHW in every call; weights are packed before
 *   onednn_winograd   the same with its Winograd algorithm, where it has one
 *   onednn_stateless  as direct, and the weights are packed in every call
 *   onednn_blocked    nothing is counted: all lies as oneDNN likes it
 * A pool has no weights; the layout it likes is that of blocked channels. */
#include "peers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef BENCH_ONEDNN
#include <dnnl.h>

/* An array as the caller has it, as the primitive has it, and the conversion
 * between the two; with no conversion both are one. */
typedef struct operand {
    dnnl_memory_t plain, blocked;
    dnnl_primitive_t convert;
} operand;

enum { X, W, Y, OPERANDS };

typedef struct dnnl_state {
    operand of[OPERANDS];
    dnnl_memory_t bias;
    dnnl_primitive_t compute;
    int counts[OPERANDS]; /* is the conversion part of a call? */
} dnnl_state;

static dnnl_engine_t engine;
static dnnl_stream_t stream;

static int dnnl_ready(int threads, char *text, size_t text_bytes)
{
    const dnnl_version_t *version = dnnl_version();

    bench_openmp_threads(threads);
    (void)snprintf(text, text_bytes, "%d.%d.%d", version->major, version->minor,
                   version->patch);
    if (engine)
        return 0;
    if (dnnl_engine_create(&engine, dnnl_cpu, 0) == dnnl_success &&
        dnnl_stream_create(&stream, engine, dnnl_stream_default_flags) ==
            dnnl_success)
        return 0;
    (void)snprintf(text, text_bytes, "oneDNN gave no engine for the CPU");
    return -1;
}

static void dnnl_quit(void)
{
    if (stream)
        (void)dnnl_stream_destroy(stream);
    if (engine)
        (void)dnnl_engine_destroy(engine);
    stream = NULL;
    engine = NULL;
}

static void dnnl_close(void *state)
{
    dnnl_state *s = state;

    for (int i = 0; i < OPERANDS; i++) {
        operand *o = &s->of[i];

        if (o->convert)
            (void)dnnl_primitive_destroy(o->convert);
        if (o->blocked && o->blocked != o->plain)
            (void)dnnl_memory_destroy(o->blocked);
        if (o->plain)
            (void)dnnl_memory_destroy(o->plain);
    }
    if (s->bias)
        (void)dnnl_memory_destroy(s->bias);
    if (s->compute)
        (void)dnnl_primitive_destroy(s->compute);
    free(s);
}

/* The description of an array: rows first to last, or "as you like". */
static dnnl_memory_desc_t describe(int count, const dnnl_dims_t dims, int any)
{
    static const dnnl_format_tag_t rows[] = {
        dnnl_a, dnnl_ab, dnnl_abc, dnnl_abcd, dnnl_abcde, dnnl_abcdef};
    dnnl_memory_desc_t d;

    (void)dnnl_memory_desc_init_by_tag(
        &d, count, dims, dnnl_f32, any ? dnnl_format_tag_any : rows[count - 1]);
    return d;
}

/* The last `rank` of three axes, after what stands in dims already. */
static int add_axes(dnnl_dims_t dims, int count, int rank, const int axes[3])
{
    for (int a = 3 - rank; a < 3; a++)
        dims[count++] = axes[a];
    return count;
}

/* The three descriptions of a layer, plain or as oneDNN likes. */
static void describe_all(const bench_problem *p, int any,
                         dnnl_memory_desc_t of[OPERANDS])
{
    const bench_layer *l = &p->layer;
    dnnl_dims_t dims = {l->n, l->c_in};
    int g = l->groups > 1, count;

    count = add_axes(dims, 2, l->rank, l->in);
    of[X] = describe(count, dims, any);
    dims[1] = l->c_out;
    count = add_axes(dims, 2, l->rank, p->sizes.out);
    of[Y] = describe(count, dims, any);
    dims[0] = l->groups;
    dims[g] = l->c_out / l->groups;
    dims[g + 1] = l->c_in / l->groups;
    count = add_axes(dims, g + 2, l->rank, l->k);
    of[W] = describe(count, dims, any);
}

static dnnl_status_t describe_conv(const bench_problem *p, int winograd,
                                   dnnl_primitive_desc_t *pd)
{
    const bench_layer *l = &p->layer;
    int less[3] = {l->d[0] - 1, l->d[1] - 1, l->d[2] - 1};
    dnnl_dims_t s, d, pad, c = {l->c_out};
    dnnl_memory_desc_t any[OPERANDS], bias = describe(1, c, 0);
    dnnl_convolution_desc_t cd;
    dnnl_status_t status;

    describe_all(p, 1, any);
    (void)add_axes(s, 0, l->rank, l->s);
    (void)add_axes(d, 0, l->rank, less);
    (void)add_axes(pad, 0, l->rank, l->p);
    /* what lies behind the last window is cut off by negative padding */
    dnnl_dims_t after;
    for (int a = 0; a < l->rank; a++) {
        int i = 3 - l->rank + a;

        after[a] = (p->sizes.out[i] - 1) * l->s[i] + l->d[i] * (l->k[i] - 1) +
                   1 - l->in[i] - l->p[i];
    }
    status = dnnl_dilated_convolution_forward_desc_init(
        &cd, dnnl_forward_inference,
        winograd ? dnnl_convolution_winograd : dnnl_convolution_direct, &any[X],
        &any[W], &bias, &any[Y], s, d, pad, after);
    if (status != dnnl_success)
        return status;
    return dnnl_primitive_desc_create(pd, &cd, NULL, engine, NULL);
}

/* Channels in blocks of 16 with AVX-512, of 8 without. */
static dnnl_memory_desc_t blocked_channels(const dnnl_memory_desc_t *plain)
{
    static const dnnl_format_tag_t tags[2][3] = {
        {dnnl_aBc8b, dnnl_aBcd8b, dnnl_aBcde8b},
        {dnnl_aBc16b, dnnl_aBcd16b, dnnl_aBcde16b}};
    int wide = 0;
    dnnl_memory_desc_t d;

#ifdef __x86_64__
    wide = __builtin_cpu_supports("avx512f") != 0;
#endif
    (void)dnnl_memory_desc_init_by_tag(&d, plain->ndims, plain->dims, dnnl_f32,
                                       tags[wide][plain->ndims - 3]);
    return d;
}

static dnnl_status_t describe_pool(const bench_problem *p,
                                   dnnl_primitive_desc_t *pd)
{
    const bench_layer *l = &p->layer;
    dnnl_memory_desc_t plain[OPERANDS], x, y;
    dnnl_pooling_desc_t desc;
    dnnl_dims_t s, k, pad, after;
    dnnl_status_t status;

    describe_all(p, 0, plain);
    x = blocked_channels(&plain[X]);
    y = blocked_channels(&plain[Y]);
    (void)add_axes(s, 0, l->rank, l->s);
    (void)add_axes(k, 0, l->rank, l->k);
    (void)add_axes(pad, 0, l->rank, l->p);
    for (int a = 0; a < l->rank; a++) {
        int i = 3 - l->rank + a;

        after[a] =
            (p->sizes.out[i] - 1) * l->s[i] + l->k[i] - l->in[i] - l->p[i];
    }
    status = dnnl_pooling_forward_desc_init(
        &desc, dnnl_forward_inference,
        l->kind == BENCH_MAX ? dnnl_pooling_max
                             : dnnl_pooling_avg_include_padding,
        &x, &y, s, k, pad, after);
    if (status != dnnl_success)
        return status;
    return dnnl_primitive_desc_create(pd, &desc, NULL, engine, NULL);
}

/* An array's two memories and the conversion: of x and w from plain, of y to
 * plain. */
static int make_operand(operand *o, const dnnl_memory_desc_t *plain,
                        const dnnl_memory_desc_t *liked, float *data, int to)
{
    const dnnl_memory_desc_t *from = to ? liked : plain;
    const dnnl_memory_desc_t *into = to ? plain : liked;
    dnnl_primitive_desc_t pd;
    int failed;

    failed = dnnl_memory_create(&o->plain, plain, engine, data) != dnnl_success;
    if (!failed && dnnl_memory_desc_equal(plain, liked)) {
        o->blocked = o->plain;
        return 0;
    }
    failed = failed ||
             dnnl_memory_create(&o->blocked, liked, engine,
                                DNNL_MEMORY_ALLOCATE) != dnnl_success ||
             dnnl_reorder_primitive_desc_create(&pd, from, engine, into, engine,
                                                NULL) != dnnl_success;
    if (failed)
        return -1;
    failed = dnnl_primitive_create(&o->convert, pd) != dnnl_success;
    (void)dnnl_primitive_desc_destroy(pd);
    return failed ? -1 : 0;
}

static int execute(dnnl_primitive_t primitive, int count,
                   const dnnl_exec_arg_t *args)
{
    return dnnl_primitive_execute(primitive, stream, count, args) ==
                       dnnl_success &&
                   dnnl_stream_wait(stream) == dnnl_success
               ? 0
               : -1;
}

static int convert(const operand *o, int to)
{
    dnnl_exec_arg_t args[] = {
        {DNNL_ARG_FROM, to ? o->blocked : o->plain},
        {DNNL_ARG_TO, to ? o->plain : o->blocked},
    };

    return o->convert ? execute(o->convert, 2, args) : 0;
}

static int make_operands(dnnl_state *s, const bench_problem *p,
                         dnnl_primitive_desc_t pd)
{
    static const dnnl_query_t query[] = {
        dnnl_query_src_md, dnnl_query_weights_md, dnnl_query_dst_md};
    float *data[] = {p->x, p->w, p->y};
    dnnl_memory_desc_t plain[OPERANDS], bias;
    dnnl_dims_t c = {p->layer.c_out};

    describe_all(p, 0, plain);
    for (int i = 0; i < OPERANDS; i++)
        if (data[i] &&
            make_operand(&s->of[i], &plain[i],
                         dnnl_primitive_desc_query_md(pd, query[i], 0), data[i],
                         i == Y) != 0)
            return -1;
    bias = describe(1, c, 0);
    if (p->bias &&
        dnnl_memory_create(&s->bias, &bias, engine, p->bias) != dnnl_success)
        return -1;
    if (dnnl_primitive_create(&s->compute, pd) != dnnl_success)
        return -1;
    return convert(&s->of[X], 0) || (p->w && convert(&s->of[W], 0)) ? -1 : 0;
}

static void *open_with(const bench_problem *p, int winograd, int count_w,
                       int count_xy)
{
    dnnl_primitive_desc_t pd;
    dnnl_status_t status;
    dnnl_state *s;

    if (p->pad_mode != REF_PAD_ZEROS || (!p->w && (winograd || count_w)))
        return NULL;
    status = p->w ? describe_conv(p, winograd, &pd) : describe_pool(p, &pd);
    if (status != dnnl_success)
        return NULL;
    s = calloc(1, sizeof *s);
    if (s && make_operands(s, p, pd) != 0) {
        dnnl_close(s);
        s = NULL;
    }
    (void)dnnl_primitive_desc_destroy(pd);
    if (s) {
        s->counts[X] = s->counts[Y] = count_xy;
        s->counts[W] = count_w;
    }
    return s;
}

static void *direct_open(const bench_problem *p)
{
    return open_with(p, 0, 0, 1);
}

static void *winograd_open(const bench_problem *p)
{
    return open_with(p, 1, 0, 1);
}

static void *stateless_open(const bench_problem *p)
{
    return open_with(p, 0, 1, 1);
}

static void *blocked_open(const bench_problem *p)
{
    return open_with(p, 0, 0, 0);
}

static int dnnl_run(void *state)
{
    const dnnl_state *s = state;
    dnnl_exec_arg_t args[] = {{DNNL_ARG_SRC, s->of[X].blocked},
                              {DNNL_ARG_DST, s->of[Y].blocked},
                              {DNNL_ARG_WEIGHTS, s->of[W].blocked},
                              {DNNL_ARG_BIAS, s->bias}};

    if ((s->counts[W] && convert(&s->of[W], 0) != 0) ||
        (s->counts[X] && convert(&s->of[X], 0) != 0) ||
        execute(s->compute, s->bias ? 4 : 2, args) != 0)
        return -1;
    return s->counts[Y] ? convert(&s->of[Y], 1) : 0;
}

/* So that the answer can be looked at though its conversion is not counted. */
static int dnnl_show(void *state)
{
    const dnnl_state *s = state;

    return s->counts[Y] ? 0 : convert(&s->of[Y], 1);
}

#define PEER(kind, loose_)                                                     \
    const bench_peer bench_onednn_##kind = {.name = "onednn_" #kind,           \
                                            .package = "libdnnl-dev",          \
                                            .loose = (loose_),                 \
                                            .ready = dnnl_ready,               \
                                            .open = kind##_open,               \
                                            .run = dnnl_run,                   \
                                            .show = dnnl_show,                 \
                                            .close = dnnl_close,               \
                                            .quit = dnnl_quit}

PEER(direct, 1);
PEER(winograd, BENCH_WINOGRAD_LOOSE);
PEER(stateless, 1);
PEER(blocked, 1);

#endif
