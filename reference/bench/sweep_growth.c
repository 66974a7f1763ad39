/* Does time grow as the work does? One size at a time: the image, channels,
 * kernel and batch, every number in turn, so that primes and those one above a
 * multiple of the vector are among them. A step is how much more time an
 * operation takes than at the size before. Steps down are what larger work
 * brings, steps up are a cliff. Points are measured at different moments,
 * so each is visited several times and its least time counts: a cliff is there
 * each time, a disturbance is not. */
#include <stdio.h>
#include <stdlib.h>

#include "machine.h"
#include "statistics.h"
#include "sweeps.h"

/* A series: what is varied, and all else.
 *   zero  stands for what is varied */
typedef struct series {
    const char *name, *what;
    int first, last;
    int n, channels, size, kernel;
} series;

static const series all_series[] = {
    {"size", "image size, 32 channels, 3x3", 1, 130, 1, 32, 0, 3},
    {"channels", "channels, 28x28, 3x3", 1, 130, 1, 0, 28, 3},
    {"kernel", "kernel size, 16 channels, 56x56", 1, 15, 1, 16, 56, 0},
    {"batch", "images, 32 channels, 28x28, 3x3", 1, 20, 0, 32, 28, 3},
};

enum { SERIES = sizeof all_series / sizeof all_series[0], LONGEST = 130 };

bool bench_growth_has(const char *pattern)
{
    for (int i = 0; i < SERIES; i++)
        if (bench_matches(pattern, all_series[i].name))
            return true;
    return false;
}

/* Visits of each point, and more where a step is above `doubtful`. */
enum { VISITS = 3, LOOKS = 6 };
static const double doubtful = 1.15;

static const double asked = 1.3;

/* Times of one point: seconds of all contestants, ours first. */
typedef struct point {
    double seconds[BENCH_ENTRIES], flop;
    int count;
} point;

static point measure(const series *s, int value, const bench_rules *rules)
{
    char name[BENCH_NAME_BYTES];
    bench_contest c;
    bench_layer layer;
    point p = {.count = 0};

    (void)snprintf(name, sizeof name, "%s_%d", s->name, value);
    layer = bench_layer_square(
        name, s->n ? s->n : value, s->channels ? s->channels : value,
        s->channels ? s->channels : value, s->size ? s->size : value,
        s->kernel ? s->kernel : value);
    bench_contest_hold(&layer, rules, &c);
    for (; p.count < c.count; p.count++)
        p.seconds[p.count] = c.entries[p.count].median;
    p.flop = c.problem.sizes.flop;
    return p;
}

static double less(double a, double b)
{
    return a < b ? a : b;
}

/* One more visit. */
static void visit(const series *s, point *points, int value,
                  const bench_rules *rules)
{
    point now = measure(s, value, rules), *p = &points[value];

    for (int i = 0; i < p->count; i++)
        now.seconds[i] = less(now.seconds[i], p->seconds[i]);
    *p = now;
}

/* Of one operation. */
static double cost(const point *p)
{
    return p->seconds[0] / p->flop;
}

static double step_to(const series *s, point *points, int value,
                      const bench_rules *rules)
{
    for (int look = 0; look < LOOKS; look++) {
        if (cost(&points[value]) <= doubtful * cost(&points[value - 1]))
            break;
        visit(s, points, value - 1, rules);
        visit(s, points, value, rules);
    }
    return cost(&points[value]) / cost(&points[value - 1]);
}

static void write_series(const series *s, const point *points, FILE *file)
{
    (void)fprintf(file, "# %s: milliseconds, ours first\n", s->what);
    for (int value = s->first; value <= s->last; value++) {
        (void)fprintf(file, "%d %.6g", value, points[value].flop);
        for (int i = 0; i < points[value].count; i++)
            (void)fprintf(file, " %.6g", 1e3 * points[value].seconds[i]);
        (void)fputc('\n', file);
    }
    (void)fprintf(file, "\n\n");
}

static void one_series(const series *s, const bench_rules *rules, FILE *file)
{
    point points[LONGEST + 1] = {{.count = 0}};
    int range = s->last - s->first + 1, where = s->first;
    double largest = 0;
    char what[96];

    for (int i = 0; i < VISITS * range; i++) {
        bench_progress(i + 1, VISITS * range, s->name);
        visit(s, points, s->first + i % range, rules);
    }
    for (int value = s->first + 1; value <= s->last; value++) {
        double step = step_to(s, points, value, rules);

        if (step > largest) {
            largest = step;
            where = value;
        }
    }
    bench_progress_end();
    write_series(s, points, file);
    (void)snprintf(what, sizeof what, "%s: largest step, at %d", s->what,
                   where);
    bench_sweep_verdict(what, asked, largest, largest <= asked);
    (void)fflush(stdout);
}

int bench_sweep_growth(const bench_options *o, const bench_rules *rules)
{
    const bench_peer *peers[BENCH_ENTRIES + 1];
    bench_rules own = *rules;
    char path[512];
    FILE *file;
    int count = 0, failed;

    (void)snprintf(path, sizeof path, "%s/growth.dat", o->out ? o->out : ".");
    file = fopen(path, "w");
    if (!file) {
        (void)fprintf(stderr, "bench: cannot write %s\n", path);
        return EXIT_FAILURE;
    }
    /* ours once, and peers only if they were asked for: there are many points
     */
    for (int i = 0; rules->peers[i]; i++)
        if (rules->peers[i] == &bench_convlings ||
            (o->peers && rules->peers[i]->package))
            peers[count++] = rules->peers[i];
    peers[count] = NULL;
    own.peers = peers;
    own.seconds = rules->seconds / 20;
    (void)putchar('\n');
    (void)fprintf(file, "# peers:");
    for (int i = 0; peers[i]; i++)
        (void)fprintf(file, " %s", peers[i]->name);
    (void)fputc('\n', file);
    for (int i = 0; i < SERIES; i++)
        if (bench_matches(o->layers, all_series[i].name))
            one_series(&all_series[i], &own, file);
    failed = ferror(file);
    return fclose(file) != 0 || failed ? EXIT_FAILURE : 0;
}
