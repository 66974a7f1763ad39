/* How fast the library is, beside the libraries that are there. See
 * `make bench` and reference/README.md. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../cpu.h"
#include "machine.h"
#include "options.h"
#include "peak.h"
#include "report.h"
#include "sweeps.h"

/* Ours, and those asked for that are there; the rest is named as missing. */
static void choose_peers(const bench_options *o, FILE *to,
                         const bench_peer **all, const bench_peer **others)
{
    int count = 0, theirs = 0;

    for (int i = 0; bench_peers[i]; i++) {
        const bench_peer *p = bench_peers[i];
        char text[128] = "";

        /* sweeps set ours against ours, unless others are asked for */
        if (p->package &&
            (!bench_matches(o->peers, p->name) || (o->sweep && !o->peers)))
            continue;
        if (p->ready(o->threads, text, sizeof text) == 0) {
            (void)fprintf(to, "# %-20s %s\n", p->name, text);
            all[count++] = p;
            if (p->package)
                others[theirs++] = p;
        } else {
            (void)fprintf(to, "# %-20s missing: %s (Debian: %s)\n", p->name,
                          text, p->package);
        }
    }
    (void)fflush(to);
    all[count] = others[theirs] = NULL;
}

static void quit_peers(const bench_peer *const *all)
{
    for (int i = 0; all[i]; i++)
        if (all[i]->quit)
            all[i]->quit();
}

/* What a figure is worth nothing without. */
static void print_setting(FILE *to, const bench_options *o, double memory)
{
    char cpu[128], day[32];

    bench_cpu(cpu, sizeof cpu);
    bench_today(day, sizeof day);
    (void)fprintf(to, "# %s, %s, %d thread%s; memory %.1f GB/s read + write\n",
                  day, cpu, o->threads, o->threads == 1 ? "" : "s",
                  1e-9 * memory);
    if (bench_load() > 0.5)
        (void)fprintf(to,
                      "# This machine is busy (load %.1f); several threads "
                      "need one that is not.\n",
                      bench_load());
    (void)fprintf(to,
                  "# Every answer is checked against the plain formula in "
                  "double: all outputs of layers up\n"
                  "# to %.0f MFLOP; of larger ones corners, borders and %d "
                  "others. Peers take turns; medians\n"
                  "# of %s.\n",
                  1e-6 * BENCH_WHOLE_FLOP, BENCH_SAMPLES,
                  o->threads == 1 ? "the thread's own time"
                                  : "the time passed");
}

static void print_list(void)
{
    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);
        bench_sizes z = bench_layer_sizes(&l);

        (void)printf("%-24s %-12s %9.2f MFLOP %8.2f MB\n", l.name, l.class,
                     1e-6 * z.flop, 1e-6 * z.bytes);
    }
}

static void hold_all(const bench_options *o, const bench_rules *rules,
                     bench_report *r)
{
    int step = 0, steps = 0;

    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);

        steps += bench_layer_matches(&l, o->layers);
    }
    if (o->csv)
        bench_csv_head();
    else
        bench_print_head(r);
    for (int i = 0; i < bench_layer_count(); i++) {
        bench_layer l = bench_layer_get(i);
        bench_contest *c = &r->held[r->count];

        if (!bench_layer_matches(&l, o->layers))
            continue;
        bench_progress(++step, steps, l.name);
        bench_contest_hold(&l, rules, c);
        bench_progress_end();
        r->count++;
        if (o->csv)
            bench_csv_contest(c);
        else
            bench_print_contest(r, c);
    }
}

/* The layers: tables, means, demands, and the columns of the picture. */
static int run_layers(const bench_options *o, const bench_rules *rules,
                      bench_report *r, double memory)
{
    r->held = calloc((size_t)bench_layer_count(), sizeof *r->held);
    if (!r->held)
        return EXIT_FAILURE;
    hold_all(o, rules, r);
    if (!o->csv) {
        bench_print_means(r);
        bench_print_demands(r);
    }
    if (o->out && bench_write_roofline(r, o->out, memory) != 0) {
        (void)fprintf(stderr, "bench: cannot write to %s\n", o->out);
        return EXIT_FAILURE;
    }
    free(r->held);
    return 0;
}

int main(int argc, char **argv)
{
    const bench_peer *all[BENCH_ENTRIES + 1];
    bench_report r = {.count = 0};
    bench_options o;
    bench_rules rules;
    double memory;
    int status = bench_options_read(argc, argv, &o);

    if (status)
        return status;
    if (o.list) {
        print_list();
        return 0;
    }
    memory = bench_memory_speed();
    print_setting(o.csv ? stderr : stdout, &o, memory);
    choose_peers(&o, o.csv ? stderr : stdout, all, r.peers);
    r.threads = o.threads;
    rules = (bench_rules){.peers = all,
                          .threads = o.threads,
                          .seconds = o.seconds,
                          .spoil = o.spoil};
    status = o.sweep ? bench_sweep_named(o.sweep)->run(&o, &rules)
                     : run_layers(&o, &rules, &r, memory);
    quit_peers(all);
    return status;
}
