/* How much of the speed is the machine's widest vectors. Ours against ours, in
 * turns, with each vocabulary that this CPU runs, and beside them what the
 * CPU's multiply-add gives with the same vectors: half as wide vectors are
 * half as fast where the CPU computes wide ones in one piece, and as fast
 * where it computes them in two. */
#include <stdio.h>
#include <string.h>

#include "../microkernels/microkernels.h"
#include "machine.h"
#include "peak.h"
#include "statistics.h"
#include "sweeps.h"

#define USUAL                                                                  \
    "lenet*,alex*,vgg*,res_*,goog*,mob*,resnext*,1d*,3d_64*,3d_dw*,img*512,"   \
    "odd*"

/* Widest first; the portable loops are a promise, not a contest. */
static const char *const names[] = {"avx512", "avx2", "neon"};

enum { NAMES = sizeof names / sizeof names[0] };

typedef struct simd_run {
    bench_peer ours[NAMES], peak[NAMES];
    const bench_peer *all[2 * NAMES + 1];
    int count;
} simd_run;

static void find(simd_run *run)
{
    int peers = 0;

    for (int i = 0; i < NAMES; i++) {
        int k = run->count;

        if (!ref_cpu_use(names[i]))
            continue;
        run->ours[k] = bench_convlings;
        run->ours[k].name = run->ours[k].simd = names[i];
        run->peak[k] = bench_peak;
        run->peak[k].simd = names[i];
        run->count++;
    }
    for (int k = 0; k < run->count; k++) {
        run->all[peers++] = &run->ours[k];
        run->all[peers++] = &run->peak[k];
    }
    run->all[peers] = NULL;
}

static void one_layer(const bench_layer *layer, const bench_rules *rules,
                      const simd_run *run, bench_mean ratios[NAMES],
                      bench_mean peaks[NAMES])
{
    bench_contest c;

    bench_contest_hold(layer, rules, &c);
    bench_progress_end();
    (void)printf("%-24s", layer->name);
    for (int k = 0; k < run->count; k++) {
        const bench_entry *e = c.entries + (ptrdiff_t)2 * k, *own = e + 1;
        double gflops = 1e-9 * c.problem.sizes.flop / e->median;
        double peak =
            1e-9 * bench_peak_flop(run->ours[k].simd, 1) / own->median;
        double ratio = c.entries[0].median / e->median;

        (void)printf(" %8.2f %5.1f%% %5.2fx", gflops, 100 * gflops / peak,
                     ratio);
        bench_mean_add(&ratios[k], ratio);
        bench_mean_add(&peaks[k],
                       peak / (1e-9 * bench_peak_flop(run->ours[0].simd, 1) /
                               c.entries[1].median));
    }
    (void)putchar('\n');
    (void)fflush(stdout);
}

int bench_sweep_simd(const bench_options *o, const bench_rules *rules)
{
    simd_run run = {.count = 0};
    bench_rules own = *rules;
    bench_mean ratios[NAMES] = {{0}}, peaks[NAMES] = {{0}};
    bench_layer layer;

    find(&run);
    own.peers = run.all;
    own.threads = 1;
    (void)printf("\n%-24s", "GFLOP/s, of own peak, ratio");
    for (int k = 0; k < run.count; k++)
        (void)printf(" %22s", run.ours[k].name);
    (void)putchar('\n');
    for (int i = 0; run.count && bench_sweep_layer(o, USUAL, i, &layer); i++) {
        bench_progress(i + 1, bench_layer_count(), layer.name);
        one_layer(&layer, &own, &run, ratios, peaks);
    }
    (void)ref_cpu_use(NULL);
    (void)putchar('\n');
    if (run.count < 2)
        (void)printf("This CPU runs one vocabulary: nothing to compare.\n");
    for (int k = 1; k < run.count; k++) {
        double mean = bench_mean_value(&ratios[k]);
        char what[64];

        (void)snprintf(what, sizeof what, "%s as a part of %s, geometric mean",
                       run.ours[k].name, run.ours[0].name);
        bench_sweep_verdict(what, 0.9, mean, mean >= 0.9);
        (void)printf("        this CPU's own peaks stand as %.2f to 1; each "
                     "held against its own: %.2f\n",
                     bench_mean_value(&peaks[k]),
                     mean / bench_mean_value(&peaks[k]));
    }
    return 0;
}
