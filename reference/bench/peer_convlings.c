/* Ours. The only file of the benchmark that calls the operators:
 *   convlings            weights packed before, where there is a plan; pools
 *   convlings_stateless  one call, packing included
 *   convlings_winograd   the faster of the two sizes */
#include <stdio.h>
#include <stdlib.h>

#include "../avg_pool.h"
#include "../conv.h"
#include "../convlings.h"
#include "../max_pool.h"
#include "peers.h"

static int ours_ready(int threads, char *text, size_t text_bytes)
{
    (void)threads;
    (void)snprintf(text, text_bytes, "%s %s", REF_VERSION, ref_cpu_name());
    return 0;
}

static ref_status conv(const bench_problem *p)
{
    const bench_layer *l = &p->layer;
    const int *in = l->in, *k = l->k;
    ref_conv3d_params o = REF_CONV3D_DEFAULTS;

    if (l->rank == 1) {
        ref_conv1d_params q = REF_CONV1D_DEFAULTS;

        q.sw = l->s[2];
        q.pl = q.pr = l->p[2];
        q.pad_mode = p->pad_mode;
        q.dw = l->d[2];
        q.groups = l->groups;
        return ref_conv1d(p->x, l->n, l->c_in, in[2], p->w, l->c_out, k[2],
                          p->bias, &q, p->y);
    }
    if (l->rank == 2) {
        ref_conv2d_params q = REF_CONV2D_DEFAULTS;

        q.sh = l->s[1];
        q.sw = l->s[2];
        q.pt = q.pb = l->p[1];
        q.pl = q.pr = l->p[2];
        q.pad_mode = p->pad_mode;
        q.dh = l->d[1];
        q.dw = l->d[2];
        q.groups = l->groups;
        return ref_conv2d(p->x, l->n, l->c_in, in[1], in[2], p->w, l->c_out,
                          k[1], k[2], p->bias, &q, p->y);
    }
    o.sd = l->s[0];
    o.sh = l->s[1];
    o.sw = l->s[2];
    o.pf = o.pk = l->p[0];
    o.pt = o.pb = l->p[1];
    o.pl = o.pr = l->p[2];
    o.pad_mode = p->pad_mode;
    o.dd = l->d[0];
    o.dh = l->d[1];
    o.dw = l->d[2];
    o.groups = l->groups;
    return ref_conv3d(p->x, l->n, l->c_in, in[0], in[1], in[2], p->w, l->c_out,
                      k[0], k[1], k[2], p->bias, &o, p->y);
}

/* Rank 3 does for all ranks: axes that are not there have one element. */
static ref_status pool(const bench_problem *p)
{
    const bench_layer *l = &p->layer;
    const int *in = l->in, *k = l->k;

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

typedef struct ours {
    const bench_problem *p;
} ours;

static void *ours_open(const bench_problem *p)
{
    ours *o = malloc(sizeof *o);

    if (o)
        o->p = p;
    return o;
}

static int ours_run(void *state)
{
    const ours *o = state;

    return (o->p->layer.kind == BENCH_CONV ? conv(o->p) : pool(o->p)) == REF_OK
               ? 0
               : -1;
}

static void *stateless_open(const bench_problem *p)
{
    return p->layer.kind == BENCH_CONV ? ours_open(p) : NULL;
}

static void *winograd_open(const bench_problem *p)
{
    (void)p;
    return NULL;
}

const bench_peer bench_convlings = {.name = "convlings",
                                    .loose = 1,
                                    .ready = ours_ready,
                                    .open = ours_open,
                                    .run = ours_run,
                                    .close = free};

const bench_peer bench_convlings_stateless = {.name = "convlings_stateless",
                                              .loose = 1,
                                              .ready = ours_ready,
                                              .open = stateless_open,
                                              .run = ours_run,
                                              .close = free};

const bench_peer bench_convlings_winograd = {.name = "convlings_winograd",
                                             .loose = BENCH_WINOGRAD_LOOSE,
                                             .ready = ours_ready,
                                             .open = winograd_open,
                                             .run = ours_run,
                                             .close = free};
