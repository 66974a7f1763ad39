/* What Winograd's algorithms cost in accuracy and gain in time.
 *   error  of direct, F(2x2,3x3) and F(4x4,3x3) against the formula in double,
 *          and the bounds that the library states, as the number of input
 *          channels grows; all as parts of the largest output
 *   time   of the three and of `fastest`, which must pick the best of them */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../bound.h"
#include "../conv_plan.h"
#include "../winograd_bound.h"
#include "machine.h"
#include "statistics.h"
#include "sweeps.h"

enum { SIZE = 28, OUT = 16, ALGORITHMS = 3 };

static const ref_conv_algorithm algorithms[ALGORITHMS] = {
    REF_CONV_DIRECT, REF_CONV_WINOGRAD_2, REF_CONV_WINOGRAD_4};

/* Of one algorithm on one layer: the largest error, the largest bound, and the
 * largest part of its bound that an error reaches. */
typedef struct errors {
    double error, bound, part;
} errors;

static ref_status run(const bench_problem *p, const ref_conv2d_params *o,
                      double *exact, double *bound)
{
    int c = p->layer.c_in;
    ref_status status =
        ref_conv2d(p->x, 1, c, SIZE, SIZE, p->w, OUT, 3, 3, p->bias, o, p->y);

    if (status != REF_OK)
        return status;
    if (o->algorithm == REF_CONV_DIRECT)
        return ref_conv2d_bound(p->x, 1, c, SIZE, SIZE, p->w, OUT, 3, 3,
                                p->bias, o, exact, bound);
    return ref_winograd_bound(p->x, 1, c, SIZE, SIZE, p->w, OUT, 3, 3, p->bias,
                              o, exact, bound);
}

/* The truth is the benchmark's own; of the library's it takes the bound. */
static int measure(const bench_problem *p, const double *truth,
                   ref_conv_algorithm algorithm, errors *e)
{
    ref_conv2d_params o = {.sh = 1, .sw = 1, .dh = 1, .dw = 1, .groups = 1};
    double *exact = calloc((size_t)p->sizes.y, sizeof *exact);
    double *bound = calloc((size_t)p->sizes.y, sizeof *bound);
    double most = 0;
    int failed = 1;

    o.pt = o.pb = o.pl = o.pr = 1;
    o.threads = 1;
    o.algorithm = algorithm;
    *e = (errors){.error = 0};
    if (exact && bound && run(p, &o, exact, bound) == REF_OK) {
        failed = 0;
        for (ptrdiff_t i = 0; i < p->sizes.y; i++) {
            double off = fabs((double)p->y[i] - truth[i]);

            most = fmax(most, fabs(truth[i]));
            e->error = fmax(e->error, off);
            e->bound = fmax(e->bound, bound[i]);
            e->part = fmax(e->part, off / bound[i]);
        }
        e->error /= most;
        e->bound /= most;
    }
    free(exact);
    free(bound);
    return failed ? -1 : 0;
}

/* One line of the table and of the columns. */
static int one_count(int channels, FILE *file, double parts[ALGORITHMS])
{
    bench_layer layer = bench_layer_square("error", 1, channels, OUT, SIZE, 3);
    bench_problem p;
    double *truth;
    int failed = 0;

    bench_problem_new(&layer, 1, &p);
    truth = calloc((size_t)p.sizes.y, sizeof *truth);
    for (ptrdiff_t i = 0; truth && i < p.sizes.y; i++) {
        double bound;

        bench_truth_at(&p, i, &truth[i], &bound);
    }
    (void)printf("%8d", channels);
    (void)fprintf(file, "%d", channels);
    for (int a = 0; a < ALGORITHMS && !failed; a++) {
        errors e;

        failed = !truth || measure(&p, truth, algorithms[a], &e) != 0;
        if (failed)
            continue;
        (void)printf("   %9.2e %9.2e", e.error, e.bound);
        (void)fprintf(file, " %.4g %.4g", e.error, e.bound);
        parts[a] = fmax(parts[a], e.part);
    }
    (void)putchar('\n');
    (void)fputc('\n', file);
    free(truth);
    bench_problem_free(&p);
    return failed;
}

static int all_errors(FILE *file)
{
    static const int counts[] = {1,  2,  3,  4,  6,   8,   12,  16,  24,
                                 32, 48, 64, 96, 128, 192, 256, 384, 512};
    static const char *const names[] = {"direct", "F(2x2,3x3)", "F(4x4,3x3)"};
    double parts[ALGORITHMS] = {0};
    int failed = 0, steps = sizeof counts / sizeof counts[0];

    (void)printf("\n%dx%d to %d channels, numbers spread over -1 .. 1; errors "
                 "and bounds as parts of the\nlargest output\n%8s",
                 SIZE, SIZE, OUT, "channels");
    for (int a = 0; a < ALGORITHMS; a++)
        (void)printf("   %9s %9s", names[a], "bound");
    (void)putchar('\n');
    (void)fprintf(file, "# channels; error and bound of %s, %s, %s\n", names[0],
                  names[1], names[2]);
    for (int i = 0; i < steps && !failed; i++)
        failed = one_count(counts[i], file, parts);
    if (failed)
        return -1;
    (void)putchar('\n');
    for (int a = 0; a < ALGORITHMS; a++) {
        char what[64];

        (void)snprintf(what, sizeof what, "%s: largest part of its bound",
                       names[a]);
        bench_sweep_verdict(what, 1, parts[a], parts[a] <= 1);
    }
    return 0;
}

/* Milliseconds of the four; how far `fastest` is behind the best other. */
static double one_layer(const bench_layer *layer, const bench_rules *rules)
{
    bench_contest c;
    double best, ratio;

    bench_contest_hold(layer, rules, &c);
    bench_progress_end();
    best = c.entries[0].median;
    (void)printf("%-24s", layer->name);
    for (int i = 0; i < c.count; i++) {
        (void)printf(" %10.4f", 1e3 * c.entries[i].median);
        if (i < c.count - 1)
            best = fmin(best, c.entries[i].median);
    }
    ratio = best / c.entries[c.count - 1].median;
    (void)printf("  %-9s %5.2fx\n", bench_convlings_choice(layer), ratio);
    (void)fflush(stdout);
    return ratio;
}

static void all_times(const bench_options *o, const bench_rules *rules)
{
    const bench_peer *ours[] = {&bench_convlings, &bench_convlings_winograd2,
                                &bench_convlings_winograd4,
                                &bench_convlings_fastest, NULL};
    bench_rules own = *rules;
    bench_mean mean = {0};
    bench_layer layer;

    own.peers = ours;
    (void)printf("\n%-24s %10s %10s %10s %10s  %-9s\n", "milliseconds",
                 "direct", "winograd2", "winograd4", "fastest", "is");
    for (int i = 0; bench_sweep_layer(o, "*", i, &layer); i++) {
        if (!bench_convlings_has_winograd(&layer))
            continue;
        bench_progress(i + 1, bench_layer_count(), layer.name);
        bench_mean_add(&mean, one_layer(&layer, &own));
    }
    (void)putchar('\n');
    if (mean.count)
        bench_sweep_verdict(
            "fastest: best of the three over it, geometric mean", 0.97,
            bench_mean_value(&mean), bench_mean_value(&mean) >= 0.97);
}

int bench_sweep_winograd(const bench_options *o, const bench_rules *rules)
{
    char path[512];
    FILE *file;
    int failed;

    (void)snprintf(path, sizeof path, "%s/winograd_error.dat",
                   o->out ? o->out : ".");
    file = fopen(path, "w");
    if (!file) {
        (void)fprintf(stderr, "bench: cannot write %s\n", path);
        return EXIT_FAILURE;
    }
    failed = all_errors(file) != 0;
    failed = fclose(file) != 0 || failed;
    if (failed) {
        (void)fprintf(stderr, "bench: a call failed, or %s was not written\n",
                      path);
        return EXIT_FAILURE;
    }
    all_times(o, rules);
    return 0;
}
