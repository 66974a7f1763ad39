/* What more cores bring. Ours against ours, in turns: one thread, and THREADS
 * of them (2 unless said). Work that is too small to be shared must not
 * suffer. A ratio is the time of one over that of several; of each the least
 * that was seen, for what else runs on a machine takes its cores. */
#include <stdio.h>

#include "machine.h"
#include "statistics.h"
#include "sweeps.h"

#define USUAL "*"

/* Where sharing must pay. */
#define LARGE_FLOP 10e6

typedef struct speedups {
    bench_mean mean;
    double least;
    char where[BENCH_NAME_BYTES];
} speedups;

static void add(speedups *s, double ratio, const char *where)
{
    if (!s->mean.count || ratio < s->least) {
        s->least = ratio;
        (void)snprintf(s->where, sizeof s->where, "%s", where);
    }
    bench_mean_add(&s->mean, ratio);
}

static void one_layer(const bench_layer *layer, const bench_rules *rules,
                      speedups *large, speedups *small)
{
    bench_contest c;
    double one, several, ratio;

    bench_contest_hold(layer, rules, &c);
    bench_progress_end();
    if (c.count < 2)
        return;
    one = c.entries[0].times[0]; /* the median put them in order */
    several = c.entries[1].times[0];
    ratio = one / several;
    (void)printf("%-24s %9.2f %9.4f %9.4f %8.2fx\n", layer->name,
                 1e-6 * c.problem.sizes.flop, 1e3 * one, 1e3 * several, ratio);
    (void)fflush(stdout);
    add(c.problem.sizes.flop > LARGE_FLOP ? large : small, ratio, layer->name);
}

static void verdict(const char *what, const speedups *s, double asked)
{
    char text[96];

    if (!s->mean.count)
        return;
    (void)snprintf(text, sizeof text, "%s, geometric mean of %d", what,
                   s->mean.count);
    bench_sweep_verdict(text, asked, bench_mean_value(&s->mean),
                        bench_mean_value(&s->mean) >= asked);
    (void)printf("        the least: %.2f, %s\n", s->least, s->where);
}

int bench_sweep_threads(const bench_options *o, const bench_rules *rules)
{
    bench_peer one = bench_convlings, several = bench_convlings;
    const bench_peer *all[] = {&one, &several, NULL};
    bench_rules own = *rules;
    speedups large = {.least = 0}, small = {.least = 0};
    bench_layer layer;

    one.threads = 1;
    several.threads = o->threads > 1 ? o->threads : 2;
    several.name = "convlings_several";
    own.peers = all;
    own.threads = 1;
    (void)printf("\n%-24s %9s %9s %6s %2d %9s\n", "layer", "MFLOP", "ms, 1",
                 "ms,", several.threads, "ratio");
    for (int i = 0; bench_sweep_layer(o, USUAL, i, &layer); i++) {
        bench_progress(i + 1, bench_layer_count(), layer.name);
        one_layer(&layer, &own, &large, &small);
    }
    (void)putchar('\n');
    verdict("layers over 10 MFLOP", &large, 1.8);
    /* the same code twice differs by a percent or two */
    verdict("smaller layers: no slower", &small, 0.98);
    return 0;
}
