/* Ours. The only file of the benchmark that calls the operators:
 *   convlings            weights packed before, where there is a plan; pools
 *   convlings_stateless  one call, packing included
 *   convlings_winograd   the faster of the two sizes */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../avg_pool.h"
#include "../conv.h"
#include "../convlings.h"
#include "../global_pool.h"
#include "../max_pool.h"
#include "../microkernels/microkernels.h"
#include "peers.h"
#include "statistics.h"

static int ours_ready(int threads, char *text, size_t text_bytes)
{
    (void)threads;
    (void)snprintf(text, text_bytes, "%s %s", REF_VERSION, ref_cpu_name());
    return 0;
}

/* A layer's options, in the words of each rank. */
typedef struct conv_options {
    ref_conv1d_params one;
    ref_conv2d_params two;
    ref_conv3d_params three;
} conv_options;

static conv_options options_of(const bench_problem *p,
                               ref_conv_algorithm algorithm)
{
    const bench_layer *l = &p->layer;
    const int *s = l->s, *d = l->d, *pad = l->p;

    return (conv_options){
        .one = {.sw = s[2],
                .pl = pad[2],
                .pr = pad[2],
                .pad_mode = p->pad_mode,
                .dw = d[2],
                .groups = l->groups,
                .algorithm = algorithm,
                .threads = p->threads},
        .two = {.sh = s[1],
                .sw = s[2],
                .pt = pad[1],
                .pb = pad[1],
                .pl = pad[2],
                .pr = pad[2],
                .pad_mode = p->pad_mode,
                .dh = d[1],
                .dw = d[2],
                .groups = l->groups,
                .algorithm = algorithm,
                .threads = p->threads},
        .three = {.sd = s[0],
                  .sh = s[1],
                  .sw = s[2],
                  .pf = pad[0],
                  .pk = pad[0],
                  .pt = pad[1],
                  .pb = pad[1],
                  .pl = pad[2],
                  .pr = pad[2],
                  .pad_mode = p->pad_mode,
                  .dd = d[0],
                  .dh = d[1],
                  .dw = d[2],
                  .groups = l->groups,
                  .algorithm = algorithm,
                  .threads = p->threads},
    };
}

static ref_status conv(const bench_problem *p)
{
    const bench_layer *l = &p->layer;
    const int *in = l->in, *k = l->k;
    conv_options o = options_of(p, REF_CONV_DIRECT);

    if (l->rank == 1)
        return ref_conv1d(p->x, l->n, l->c_in, in[2], p->w, l->c_out, k[2],
                          p->bias, &o.one, p->y);
    if (l->rank == 2)
        return ref_conv2d(p->x, l->n, l->c_in, in[1], in[2], p->w, l->c_out,
                          k[1], k[2], p->bias, &o.two, p->y);
    return ref_conv3d(p->x, l->n, l->c_in, in[0], in[1], in[2], p->w, l->c_out,
                      k[0], k[1], k[2], p->bias, &o.three, p->y);
}

static ref_status plan(const bench_problem *p, ref_conv_algorithm algorithm,
                       ref_conv_plan **made)
{
    const bench_layer *l = &p->layer;
    const int *in = l->in, *k = l->k;
    conv_options o = options_of(p, algorithm);

    if (l->rank == 1)
        return ref_conv1d_plan_new(l->c_in, in[2], p->w, l->c_out, k[2],
                                   p->bias, &o.one, made);
    if (l->rank == 2)
        return ref_conv2d_plan_new(l->c_in, in[1], in[2], p->w, l->c_out, k[1],
                                   k[2], p->bias, &o.two, made);
    return ref_conv3d_plan_new(l->c_in, in[0], in[1], in[2], p->w, l->c_out,
                               k[0], k[1], k[2], p->bias, &o.three, made);
}

/* Rank 3 does for all ranks: axes that are not there have one element. */
static ref_status pool(const bench_problem *p)
{
    const bench_layer *l = &p->layer;
    const int *in = l->in, *k = l->k;

    if (l->kind == BENCH_AVG && l->p[1] == 0 && l->p[2] == 0 && k[0] == in[0] &&
        k[1] == in[1] && k[2] == in[2]) /* the whole image */
        return ref_global_avg_pool(p->x, l->n, l->c_in, in[0], in[1], in[2],
                                   p->y);
    if (l->kind == BENCH_AVG && l->rank == 2) {
        ref_avg_pool2d_params a = REF_AVG_POOL2D_DEFAULTS;

        a.sh = l->s[1];
        a.sw = l->s[2];
        a.pt = a.pb = l->p[1];
        a.pl = a.pr = l->p[2];
        return ref_avg_pool2d(p->x, l->n, l->c_in, in[1], in[2], k[1], k[2], &a,
                              p->y);
    }
    if (l->kind == BENCH_AVG) {
        ref_avg_pool3d_params a = REF_AVG_POOL3D_DEFAULTS;

        a.sd = l->s[0];
        a.sh = l->s[1];
        a.sw = l->s[2];
        a.pf = a.pk = l->p[0];
        a.pt = a.pb = l->p[1];
        a.pl = a.pr = l->p[2];
        return ref_avg_pool3d(p->x, l->n, l->c_in, in[0], in[1], in[2], k[0],
                              k[1], k[2], &a, p->y);
    }
    if (l->rank == 2) {
        ref_max_pool2d_params m = REF_MAX_POOL2D_DEFAULTS;

        m.sh = l->s[1];
        m.sw = l->s[2];
        m.pt = m.pb = l->p[1];
        m.pl = m.pr = l->p[2];
        return ref_max_pool2d(p->x, l->n, l->c_in, in[1], in[2], k[1], k[2], &m,
                              p->y, NULL);
    }
    ref_max_pool3d_params m = REF_MAX_POOL3D_DEFAULTS;

    m.sd = l->s[0];
    m.sh = l->s[1];
    m.sw = l->s[2];
    m.pf = m.pk = l->p[0];
    m.pt = m.pb = l->p[1];
    m.pl = m.pr = l->p[2];
    return ref_max_pool3d(p->x, l->n, l->c_in, in[0], in[1], in[2], k[0], k[1],
                          k[2], &m, p->y, NULL);
}

/* plan NULL: a call without one. */
typedef struct ours {
    const bench_problem *p;
    ref_conv_plan *plan;
} ours;

static void *stateless_open(const bench_problem *p)
{
    ours *o = p->layer.kind == BENCH_CONV ? malloc(sizeof *o) : NULL;

    if (o)
        *o = (ours){.p = p};
    return o;
}

static int stateless_run(void *state)
{
    return conv(((const ours *)state)->p) == REF_OK ? 0 : -1;
}

static void ours_close(void *state)
{
    ours *o = state;

    ref_conv_plan_free(o->plan);
    free(o);
}

/* One sweep sets ours against ours with other inner loops. */
static void choose_loops(const bench_problem *p)
{
    if (p->simd)
        (void)ref_cpu_use(p->simd);
}

/* NULL also if the plan fell back on another algorithm than the one named. */
static void *open_with(const bench_problem *p, ref_conv_algorithm algorithm,
                       const char *name)
{
    ours *o = malloc(sizeof *o);

    if (!o)
        return NULL;
    *o = (ours){.p = p};
    choose_loops(p);
    if (p->layer.kind != BENCH_CONV)
        return o;
    if (plan(p, algorithm, &o->plan) != REF_OK ||
        (name && strcmp(ref_conv_plan_algorithm(o->plan), name) != 0)) {
        ours_close(o);
        return NULL;
    }
    return o;
}

static int ours_run(void *state)
{
    const ours *o = state;
    const bench_problem *p = o->p;

    choose_loops(p);
    return (o->plan ? ref_conv_plan_run(o->plan, p->x, p->layer.n, p->y)
                    : pool(p)) == REF_OK
               ? 0
               : -1;
}

static void *direct_open(const bench_problem *p)
{
    return open_with(p, REF_CONV_DIRECT, "direct");
}

bool bench_convlings_has_winograd(const bench_layer *l)
{
    return l->kind == BENCH_CONV && l->rank == 2 && l->groups == 1 &&
           l->k[1] == 3 && l->k[2] == 3 && l->s[1] == 1 && l->s[2] == 1 &&
           l->d[1] == 1 && l->d[2] == 1;
}

static void *winograd2_open(const bench_problem *p)
{
    return bench_convlings_has_winograd(&p->layer)
               ? open_with(p, REF_CONV_WINOGRAD_2, "winograd2")
               : NULL;
}

static void *winograd4_open(const bench_problem *p)
{
    return bench_convlings_has_winograd(&p->layer)
               ? open_with(p, REF_CONV_WINOGRAD_4, "winograd4")
               : NULL;
}

static void *fastest_open(const bench_problem *p)
{
    return open_with(p, REF_CONV_FASTEST, NULL);
}

const char *bench_convlings_choice(const bench_layer *layer)
{
    bench_problem p;
    ours *o;
    const char *name = "none";

    bench_problem_new(layer, 1, &p);
    o = fastest_open(&p);
    if (o) {
        name = o->plan ? ref_conv_plan_algorithm(o->plan) : "none";
        ours_close(o);
    }
    bench_problem_free(&p);
    return name;
}

/* The best of three calls. */
static double seconds_of(void *state)
{
    double best = HUGE_VAL;

    for (int i = 0; i < 3; i++) {
        double start = bench_clock(0), used;

        if (ours_run(state) != 0)
            return HUGE_VAL;
        used = bench_clock(0) - start;
        best = used < best ? used : best;
    }
    return best;
}

static void *winograd_open(const bench_problem *p)
{
    void *two = winograd2_open(p), *four = winograd4_open(p), *slow;

    if (!two || !four)
        return two ? two : four;
    slow = seconds_of(two) < seconds_of(four) ? four : two;
    ours_close(slow);
    return slow == two ? four : two;
}

#define OURS(id, open_, run_, loose_)                                          \
    const bench_peer bench_##id = {.name = #id,                                \
                                   .loose = (loose_),                          \
                                   .ready = ours_ready,                        \
                                   .open = (open_),                            \
                                   .run = (run_),                              \
                                   .close = ours_close}

OURS(convlings, direct_open, ours_run, 1);
OURS(convlings_stateless, stateless_open, stateless_run, 1);
OURS(convlings_winograd, winograd_open, ours_run, BENCH_WINOGRAD_LOOSE);
OURS(convlings_winograd2, winograd2_open, ours_run, BENCH_WINOGRAD_LOOSE);
OURS(convlings_winograd4, winograd4_open, ours_run, BENCH_WINOGRAD_LOOSE);
OURS(convlings_fastest, fastest_open, ours_run, BENCH_WINOGRAD_LOOSE);
