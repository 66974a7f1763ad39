/* What is right: the formula as loops over one output, in double. Written for
 * the benchmark alone, so that no answer is checked with the code that gave
 * it; only the index map of the padding is the library's. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../bound.h"
#include "problem.h"
#include "statistics.h"

typedef struct place {
    int b, o, at[3];
} place;

static place place_of(const bench_problem *p, ptrdiff_t at)
{
    place here;

    for (int a = 2; a >= 0; a--) {
        here.at[a] = (int)(at % p->sizes.out[a]);
        at /= p->sizes.out[a];
    }
    here.o = (int)(at % p->layer.c_out);
    here.b = (int)(at / p->layer.c_out);
    return here;
}

/* Where in a plane of x the window's element t,u,v stands; -1 in the padding
 * of zeros. */
static ptrdiff_t source(const bench_problem *p, const place *here,
                        const int tap[3])
{
    const bench_layer *l = &p->layer;
    ptrdiff_t at = 0;

    for (int a = 0; a < 3; a++) {
        int i = here->at[a] * l->s[a] - l->p[a] + tap[a] * l->d[a];

        i = ref_pad_index(p->pad_mode, i, l->in[a]);
        if (i < 0)
            return -1;
        at = at * l->in[a] + i;
    }
    return at;
}

/* What a window gathers: of a convolution the sum of products and of their
 * sizes, of a pool the sum, the sum of sizes, the largest. */
typedef struct gathered {
    double sum, size, largest;
} gathered;

/* Over the taps of one input channel; w is NULL for a pool. */
static void gather(const bench_problem *p, const place *here, const float *x,
                   const float *w, gathered *g)
{
    const int *k = p->layer.k;
    int tap[3];
    ptrdiff_t count = 0;

    for (tap[0] = 0; tap[0] < k[0]; tap[0]++)
        for (tap[1] = 0; tap[1] < k[1]; tap[1]++)
            for (tap[2] = 0; tap[2] < k[2]; tap[2]++, count++) {
                ptrdiff_t at = source(p, here, tap);
                double term = at < 0 ? 0 : x[at];

                if (at >= 0 && term > g->largest)
                    g->largest = term;
                if (w)
                    term *= w[count];
                g->sum += term;
                g->size += fabs(term);
            }
}

void bench_truth_at(const bench_problem *p, ptrdiff_t at, double *exact,
                    double *bound)
{
    const bench_layer *l = &p->layer;
    place here = place_of(p, at);
    int cg = l->kind == BENCH_CONV ? l->c_in / l->groups : 1;
    int c = here.o / (l->c_out / l->groups) * cg;
    ptrdiff_t plane = (ptrdiff_t)l->in[0] * l->in[1] * l->in[2];
    ptrdiff_t taps = (ptrdiff_t)l->k[0] * l->k[1] * l->k[2];
    gathered g = {.largest = -HUGE_VAL};

    for (int i = 0; i < cg; i++)
        gather(p, &here, p->x + ((ptrdiff_t)here.b * l->c_in + c + i) * plane,
               p->w ? p->w + ((ptrdiff_t)here.o * cg + i) * taps : NULL, &g);
    if (l->kind == BENCH_CONV) {
        *exact = g.sum + p->bias[here.o];
        *bound = ref_sum_bound((int)p->sizes.terms + 1,
                               g.size + fabs((double)p->bias[here.o]));
    } else if (l->kind == BENCH_AVG) {
        *exact = g.sum / (double)taps;
        *bound = ref_sum_bound((int)taps + 1, g.size / (double)taps);
    } else {
        *exact = g.largest;
        *bound = 0;
    }
}

/* Corners and borders of the first and last channels, then anywhere. */
static ptrdiff_t choose(const bench_problem *p, ptrdiff_t *at)
{
    const int *out = p->sizes.out;
    ptrdiff_t plane = (ptrdiff_t)out[0] * out[1] * out[2];
    ptrdiff_t planes = p->sizes.y / plane, count = 0;
    uint64_t state = 4;

    for (int end = 0; end < 2; end++)
        for (int i = 0; i < out[1]; i++)
            for (int j = 0; j < out[2]; j++) {
                ptrdiff_t here = (ptrdiff_t)i * out[2] + j;

                if (i > 0 && i < out[1] - 1 && j > 0 && j < out[2] - 1)
                    continue;
                at[count++] = end ? p->sizes.y - 1 - here : here;
            }
    for (int i = 0; i < BENCH_SAMPLES; i++) {
        double spot = (1 + (double)bench_random(&state)) / 2;
        double channel = (1 + (double)bench_random(&state)) / 2;
        ptrdiff_t k = (ptrdiff_t)(channel * (double)planes);
        ptrdiff_t here = (ptrdiff_t)(spot * (double)plane);

        at[count++] = (k < planes ? k : planes - 1) * plane +
                      (here < plane ? here : plane - 1);
    }
    return count;
}

void bench_truth_new(const bench_problem *p, bench_truth *truth)
{
    const int *out = p->sizes.out;
    int whole = p->sizes.flop <= BENCH_WHOLE_FLOP;
    size_t room = whole ? (size_t)p->sizes.y
                        : BENCH_SAMPLES + 4 * ((size_t)out[1] + (size_t)out[2]);

    truth->count = 0;
    truth->at = malloc(room * sizeof *truth->at);
    truth->exact = malloc(room * sizeof *truth->exact);
    truth->bound = malloc(room * sizeof *truth->bound);
    if (!truth->at || !truth->exact || !truth->bound) {
        (void)fprintf(stderr, "bench: no memory for %zu outputs\n", room);
        exit(EXIT_FAILURE);
    }
    if (whole)
        for (; truth->count < p->sizes.y; truth->count++)
            truth->at[truth->count] = truth->count;
    else
        truth->count = choose(p, truth->at);
    for (ptrdiff_t i = 0; i < truth->count; i++)
        bench_truth_at(p, truth->at[i], &truth->exact[i], &truth->bound[i]);
}

void bench_truth_free(bench_truth *truth)
{
    free(truth->at);
    free(truth->exact);
    free(truth->bound);
    *truth = (bench_truth){.count = 0};
}

int bench_truth_check(const bench_truth *truth, const bench_problem *p,
                      double loose, char *why, size_t why_bytes)
{
    for (ptrdiff_t i = 0; i < truth->count; i++) {
        ptrdiff_t at = truth->at[i];
        double off = fabs((double)p->y[at] - truth->exact[i]);
        place here = place_of(p, at);

        if (off <= loose * truth->bound[i])
            continue;
        (void)snprintf(why, why_bytes,
                       "image %d, channel %d, depth %d, row %d, column %d is "
                       "%.9g; the formula gives %.9g, and %.3g is the most it "
                       "may be off",
                       here.b, here.o, here.at[0], here.at[1], here.at[2],
                       (double)p->y[at], truth->exact[i],
                       loose * truth->bound[i]);
        return -1;
    }
    for (ptrdiff_t i = 0; i < p->sizes.y; i++)
        if (p->y[i] != p->y[i]) {
            (void)snprintf(why, why_bytes, "output %td was never written", i);
            return -1;
        }
    return 0;
}
