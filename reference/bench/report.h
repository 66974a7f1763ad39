#ifndef CONVLINGS_BENCH_REPORT_H
#define CONVLINGS_BENCH_REPORT_H

#include "contest.h"

/* What is printed of contests. A ratio is the peer's time over ours: above 1
 * we are faster. */

/* All contests of a run.
 *   held    the contests, count of them
 *   peers   whom we are compared with, NULL at the end */
typedef struct bench_report {
    bench_contest *held;
    int count, threads;
    const bench_peer *peers[BENCH_ENTRIES];
} bench_report;

/* Of one contestant: operations a second in units of 1e9; bytes of source,
 * weights and destination likewise; and percent of what is possible, which for
 * a convolution is the peak and for a pool the floor of memory. */
double bench_gflops(const bench_contest *c, const bench_entry *e);
double bench_gbytes(const bench_contest *c, const bench_entry *e);
double bench_percent(const bench_contest *c, const bench_entry *e);

/* The table: its head, one contest, the means of classes. */
void bench_print_head(const bench_report *report);
void bench_print_contest(const bench_report *report, const bench_contest *c);
void bench_print_means(const bench_report *report);

/* Every demand of speed, what was measured, kept or missed. */
void bench_print_demands(const bench_report *report);

/* The same for scripts. */
void bench_csv_head(void);
void bench_csv_contest(const bench_contest *c);

/* The columns of the roofline: contestant, layer, operations per byte,
 * GFLOP/s; above them, as comments, the two roofs.
 *   folder  in   where; it is there
 * Returns  0, or -1 if the file could not be written */
int bench_write_roofline(const bench_report *report, const char *folder,
                         double bytes_a_second);

#endif
