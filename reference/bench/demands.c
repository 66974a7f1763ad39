/* What the project asks of its own speed, as ratios within one run. Means are
 * geometric. A demand whose layers or peers were left out of this run is not
 * judged. */
#include <stdio.h>

#include "report.h"
#include "statistics.h"

#define DENSE "3x3s1,3x3s2,1x1,bigk,dilated,asym"
#define WINOGRAD "vgg_*,res_3x3_*"

/* MEAN, LEAST: of the ratios to a peer. PEAK: mean of the part of the peak. */
typedef enum how { MEAN, LEAST, PEAK } how;

/* Over layers that match, of class `class` if given, with at least so many
 * input channels and rows and columns. */
typedef struct demand {
    const char *what, *our, *peer, *layers, *class;
    how how;
    int channels, pixels;
    double asked;
} demand;

static const demand demands[] = {
    {"dense", "convlings", "pytorch", DENSE, NULL, MEAN, 0, 0, 1.1},
    {"dense", "convlings", "onednn_direct", DENSE, NULL, MEAN, 0, 0, 0.95},
    {"dense, each layer", "convlings", "pytorch", DENSE, NULL, LEAST, 0, 0,
     0.85},
    {"dense, 16 channels, 14 pixels", "convlings", "the peak", DENSE, NULL,
     PEAK, 16, 14, 0.85},
    {"dense", "convlings_stateless", "pytorch", DENSE, NULL, MEAN, 0, 0, 1.0},
    {"1x1", "convlings", "pytorch", "1x1", NULL, MEAN, 0, 0, 1.1},
    {"depthwise, stride 1", "convlings", "pytorch", "dw_s1", NULL, MEAN, 0, 0,
     2.5},
    {"depthwise, stride 2", "convlings", "pytorch", "dw_s2", NULL, MEAN, 0, 0,
     2.5},
    {"images", "convlings", "pytorch", "image", NULL, MEAN, 0, 0, 10},
    {"LeNet", "convlings", "pytorch", "small", NULL, MEAN, 0, 0, 4},
    {"odd channel counts", "convlings", "pytorch", "odd", NULL, MEAN, 0, 0, 2},
    {"1-D dense", "convlings", "pytorch", "conv1d", NULL, MEAN, 0, 0, 1.3},
    {"3-D dense", "convlings", "pytorch", "conv3d", NULL, MEAN, 0, 0, 1.3},
    {"1-D depthwise", "convlings", "pytorch", "conv1d_dw", NULL, MEAN, 0, 0, 5},
    {"3-D depthwise", "convlings", "pytorch", "conv3d_dw", NULL, MEAN, 0, 0, 5},
    {"grouped", "convlings", "pytorch", "grouped", NULL, MEAN, 0, 0, 1.3},
    {"pooling", "convlings", "pytorch", "pool", NULL, MEAN, 0, 0, 15},
    {"pooling", "convlings", "onednn_blocked", "pool", NULL, MEAN, 0, 0, 0.5},
    {"Winograd, VGG and ResNet", "convlings_winograd", "pytorch", WINOGRAD,
     "3x3s1", MEAN, 0, 28, 2.3},
    {"Winograd, VGG and ResNet", "convlings_winograd", "onednn_winograd",
     WINOGRAD, "3x3s1", MEAN, 0, 28, 0.95},
};

static bool concerns(const demand *d, const bench_layer *l)
{
    return bench_layer_matches(l, d->layers) &&
           bench_matches(d->class, l->class) && l->c_in >= d->channels &&
           l->in[2] >= d->pixels && (l->rank == 1 || l->in[1] >= d->pixels);
}

/* Adds one layer's ratio; false if it was not measured. */
static bool measure(const demand *d, const bench_contest *c, double *ratio)
{
    const bench_entry *e = bench_contest_entry(c, d->our);
    const bench_entry *p = bench_contest_entry(c, d->peer);

    if (!concerns(d, &c->problem.layer) || !e || (d->how != PEAK && !p))
        return false;
    *ratio = d->how == PEAK ? bench_percent(c, e) / 100 : p->median / e->median;
    return true;
}

static void judge(const demand *d, const bench_report *r)
{
    bench_mean mean = {0};
    double least = 0, value;
    const char *where = "";
    int asked_of = 0;

    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer layer = bench_layer_get(i);

        asked_of += concerns(d, &layer);
    }
    for (int i = 0; i < r->count; i++) {
        double ratio;

        if (!measure(d, &r->held[i], &ratio))
            continue;
        if (!mean.count || ratio < least) {
            least = ratio;
            where = r->held[i].problem.layer.name;
        }
        bench_mean_add(&mean, ratio);
    }
    (void)printf("demand  %-30s %-19s to %-15s asked %5.2f  ", d->what, d->our,
                 d->peer, d->asked);
    if (!mean.count) {
        (void)printf("not measured\n");
        return;
    }
    value = d->how == LEAST ? least : bench_mean_value(&mean);
    (void)printf("measured %6.2f  %s", value,
                 value >= d->asked ? "kept" : "missed");
    if (mean.count < asked_of)
        (void)printf("  (%d of %d layers)", mean.count, asked_of);
    if (d->how == LEAST)
        (void)printf("  (%s)", where);
    (void)putchar('\n');
}

void bench_print_demands(const bench_report *r)
{
    (void)printf("\nDemands: ratios of this run, geometric means over layers; "
                 "the least of \"each layer\"\n");
    for (size_t i = 0; i < sizeof demands / sizeof demands[0]; i++)
        judge(&demands[i], r);
}
