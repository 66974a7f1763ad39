/* Tables for people and rows for scripts. */
#include "report.h"

#include <stdio.h>
#include <string.h>

#include "statistics.h"

static const char *const ours[] = {"convlings", "convlings_stateless",
                                   "convlings_winograd"};

static const char *const shown[] = {"convlings", "stateless", "winograd"};

enum { OURS = sizeof ours / sizeof ours[0] };

double bench_gflops(const bench_contest *c, const bench_entry *e)
{
    return 1e-9 * c->problem.sizes.flop / e->median;
}

double bench_gbytes(const bench_contest *c, const bench_entry *e)
{
    return 1e-9 * c->problem.sizes.bytes / e->median;
}

double bench_percent(const bench_contest *c, const bench_entry *e)
{
    if (c->problem.layer.kind == BENCH_CONV)
        return 1e11 * bench_gflops(c, e) / c->peak;
    return 1e11 * bench_gbytes(c, e) / c->floor;
}

/* The first or the second half of a peer's name, where it has two. */
static void half(const char *name, int second, char text[BENCH_NAME_BYTES])
{
    const char *gap = strchr(name, '_');

    if (!gap)
        (void)snprintf(text, BENCH_NAME_BYTES, "%s", second ? name : "");
    else if (second)
        (void)snprintf(text, BENCH_NAME_BYTES, "%s", gap + 1);
    else
        (void)snprintf(text, BENCH_NAME_BYTES, "%.*s", (int)(gap - name), name);
}

static void head(const bench_report *r, const char *first, const char *ms)
{
    char text[BENCH_NAME_BYTES];

    (void)printf("\n%-24s %-9s %9s %8s %6s", "", "", "", "GFLOP/s", "of");
    for (int i = 0; r->peers[i]; i++) {
        half(r->peers[i]->name, 0, text);
        (void)printf(" %9s", text);
    }
    (void)printf("\n%-24s %-9s %9s %8s %6s", first, "", ms, "or GB/s", "peak");
    for (int i = 0; r->peers[i]; i++) {
        half(r->peers[i]->name, 1, text);
        (void)printf(" %9s", text);
    }
    (void)putchar('\n');
}

void bench_print_head(const bench_report *r)
{
    head(r, "layer", "ms");
}

void bench_print_contest(const bench_report *r, const bench_contest *c)
{
    const bench_layer *l = &c->problem.layer;
    const char *name = l->name;

    for (int o = 0; o < OURS; o++) {
        const bench_entry *e = bench_contest_entry(c, ours[o]);

        if (!e)
            continue;
        (void)printf(
            "%-24s %-9s %9.4f %8.2f %5.1f%%", name, shown[o], 1e3 * e->median,
            l->kind == BENCH_CONV ? bench_gflops(c, e) : bench_gbytes(c, e),
            bench_percent(c, e));
        for (int i = 0; r->peers[i]; i++) {
            const bench_entry *p = bench_contest_entry(c, r->peers[i]->name);

            if (p)
                (void)printf(" %8.2fx", p->median / e->median);
            else
                (void)printf(" %9s", "-");
        }
        (void)putchar('\n');
        name = "";
    }
    (void)fflush(stdout);
}

/* One line of means: of one of ours over one class. */
static void print_mean(const bench_report *r, const char *class, int our)
{
    bench_mean speed = {0}, percent = {0}, ratio[BENCH_ENTRIES] = {{0}};

    for (int i = 0; i < r->count; i++) {
        const bench_contest *c = &r->held[i];
        const bench_entry *e = bench_contest_entry(c, ours[our]);

        if (!e || strcmp(c->problem.layer.class, class) != 0)
            continue;
        bench_mean_add(&speed, c->problem.layer.kind == BENCH_CONV
                                   ? bench_gflops(c, e)
                                   : bench_gbytes(c, e));
        bench_mean_add(&percent, bench_percent(c, e));
        for (int k = 0; r->peers[k]; k++) {
            const bench_entry *p = bench_contest_entry(c, r->peers[k]->name);

            if (p)
                bench_mean_add(&ratio[k], p->median / e->median);
        }
    }
    if (!speed.count)
        return;
    (void)printf("%-24s %-9s %9d %8.2f %5.1f%%", class, shown[our], speed.count,
                 bench_mean_value(&speed), bench_mean_value(&percent));
    for (int k = 0; r->peers[k]; k++)
        if (ratio[k].count)
            (void)printf(" %8.2fx", bench_mean_value(&ratio[k]));
        else
            (void)printf(" %9s", "-");
    (void)putchar('\n');
}

void bench_print_means(const bench_report *r)
{
    (void)printf("\nGeometric means by class");
    head(r, "class", "layers");
    for (int i = 0; i < r->count; i++) {
        const char *class = r->held[i].problem.layer.class;
        int first = 0;

        while (strcmp(r->held[first].problem.layer.class, class) != 0)
            first++;
        for (int o = 0; first == i && o < OURS; o++)
            print_mean(r, class, o);
    }
}

void bench_csv_head(void)
{
    (void)printf("layer,class,peer,threads,ms_median,gflops,gbytes_s,"
                 "pct_peak\n");
}

void bench_csv_contest(const bench_contest *c)
{
    for (int i = 0; i < c->count; i++) {
        const bench_entry *e = &c->entries[i];

        (void)printf("%s,%s,%s,%d,%.6g,%.5g,%.5g,%.4g\n", c->problem.layer.name,
                     c->problem.layer.class, e->peer->name, c->problem.threads,
                     1e3 * e->median, bench_gflops(c, e), bench_gbytes(c, e),
                     bench_percent(c, e));
    }
    (void)fflush(stdout);
}

int bench_write_roofline(const bench_report *r, const char *folder,
                         double bytes_a_second)
{
    char path[512];
    double peaks[BENCH_ENTRIES * 16];
    double cache = 0;
    int peak_count = 0, failed;
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/roofline.dat", folder);
    file = fopen(path, "w");
    if (!file)
        return -1;
    while (peak_count < r->count && peak_count < BENCH_ENTRIES * 16) {
        peaks[peak_count] = 1e-9 * r->held[peak_count].peak;
        if (r->held[peak_count].floor > cache)
            cache = r->held[peak_count].floor;
        peak_count++;
    }
    (void)fprintf(
        file, "# peak %.4g GFLOP/s, memory %.4g GB/s, cache %.4g GB/s\n",
        bench_median(peaks, peak_count), 1e-9 * bytes_a_second, 1e-9 * cache);
    for (int i = 0; i < r->count; i++)
        for (int k = 0; k < r->held[i].count; k++) {
            const bench_contest *c = &r->held[i];
            const bench_entry *e = &c->entries[k];

            (void)fprintf(file, "%s %s %.5g %.5g\n", e->peer->name,
                          c->problem.layer.name,
                          c->problem.sizes.flop / c->problem.sizes.bytes,
                          bench_gflops(c, e));
        }
    failed = ferror(file);
    return fclose(file) != 0 || failed ? -1 : 0;
}
