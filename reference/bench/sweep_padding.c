/* Does it cost more to pad with something else than zeros? Ours against ours,
 * the five modes in turns. A ratio is a mode's time over that of zeros. */
#include <stdio.h>

#include "machine.h"
#include "statistics.h"
#include "sweeps.h"

/* Of each kind of layer one or two that have padding. */
#define USUAL                                                                  \
    "lenet*,alex_conv[23]*,vgg_64_64*,vgg_512_512@14,res_conv1*,res_3x3*,"     \
    "goog_3a_3x3*,goog_3a_5x5*,mob_dw*,dw_5x5*,dil*,resnext*,1x7*,7x1*,"       \
    "1d_tcn*,1d_dw*,3d_64*,3d_dw*,img*512,odd*,n16_mob*"

enum { MODES = REF_PAD_CIRCULAR + 1 };

/* A convolution that pads no more than every mode allows. */
static bool suits(const bench_layer *l)
{
    bool padded = false;

    for (int a = 0; a < 3; a++) {
        for (int m = 0; m < MODES; m++)
            if (l->p[a] > ref_pad_limit((ref_pad_mode)m, l->in[a]))
                return false;
        padded = padded || l->p[a] > 0;
    }
    return padded;
}

/* Of one mode over all layers. */
typedef struct extra {
    bench_mean mean;
    double largest;
    char where[BENCH_NAME_BYTES];
} extra;

static void add(extra *e, double ratio, const char *where)
{
    bench_mean_add(&e->mean, ratio);
    if (ratio <= e->largest)
        return;
    e->largest = ratio;
    (void)snprintf(e->where, sizeof e->where, "%s", where);
}

static void one_layer(const bench_layer *layer, const bench_rules *rules,
                      extra extras[MODES])
{
    bench_contest c;
    bool whole;

    bench_contest_hold(layer, rules, &c);
    bench_progress_end();
    whole = c.count == MODES;
    (void)printf("%-24s %9.4f", layer->name, 1e3 * c.entries[0].median);
    for (int m = 1; m < c.count; m++) {
        double ratio = c.entries[m].median / c.entries[0].median;

        (void)printf(" %8.2fx", ratio);
        if (whole)
            add(&extras[m], ratio, layer->name);
    }
    (void)putchar('\n');
    (void)fflush(stdout);
}

int bench_sweep_padding(const bench_options *o, const bench_rules *rules)
{
    bench_peer modes[MODES];
    const bench_peer *all[MODES + 1] = {NULL};
    bench_rules own = *rules;
    extra extras[MODES] = {{.largest = 0}};
    bench_layer layer;

    for (int m = 0; m < MODES; m++) {
        modes[m] = bench_convlings;
        modes[m].name = ref_pad_mode_name((ref_pad_mode)m);
        modes[m].pad_mode = (ref_pad_mode)m;
        all[m] = &modes[m];
    }
    own.peers = all;
    (void)printf("\n%-24s %9s", "layer", "ms, zeros");
    for (int m = 1; m < MODES; m++)
        (void)printf(" %9s", modes[m].name);
    (void)putchar('\n');
    for (int i = 0; bench_sweep_layer(o, USUAL, i, &layer); i++) {
        if (!suits(&layer))
            continue;
        bench_progress(i + 1, bench_layer_count(), layer.name);
        one_layer(&layer, &own, extras);
    }
    (void)putchar('\n');
    for (int m = 1; m < MODES; m++) {
        double mean = bench_mean_value(&extras[m].mean);
        char what[64];

        (void)snprintf(what, sizeof what,
                       "%s: time over that of zeros, geometric mean",
                       modes[m].name);
        bench_sweep_verdict(what, 1.1, mean, mean <= 1.1);
        (void)printf("        the largest: %.2f, %s\n", extras[m].largest,
                     extras[m].where);
    }
    return 0;
}
