#ifndef CONVLINGS_BENCH_SWEEPS_H
#define CONVLINGS_BENCH_SWEEPS_H

#include "contest.h"
#include "options.h"

/* Runs that vary one thing: `make bench SWEEP=growth` and its kin. They ask
 * what a table of layers does not show, each with its own demand. */

/* A sweep.
 *   run  with what the command line says and rules whose peers are those that
 *        were asked for. Returns an exit status */
typedef struct bench_sweep {
    const char *name, *what;
    int (*run)(const bench_options *options, const bench_rules *rules);
} bench_sweep;

/* The sweep of this name; NULL if there is none. */
const bench_sweep *bench_sweep_named(const char *name);

/* All names, as a phrase: "one of growth, ...". */
const char *bench_sweep_names(void);

/* The sweeps: each in a file of its own name. */
int bench_sweep_growth(const bench_options *, const bench_rules *);
int bench_sweep_padding(const bench_options *, const bench_rules *);
int bench_sweep_threads(const bench_options *, const bench_rules *);
int bench_sweep_simd(const bench_options *, const bench_rules *);
int bench_sweep_winograd(const bench_options *, const bench_rules *);

/* Is there a series of the growth sweep that the pattern matches? */
bool bench_growth_has(const char *pattern);

/* Convolutions that the layers' patterns choose, or, if there are none, those
 * that `usual` matches: i counts from 0. False: there are no more. */
bool bench_sweep_layer(const bench_options *options, const char *usual, int i,
                       bench_layer *layer);

/* "demand  WHAT  asked A  measured M  kept". */
void bench_sweep_verdict(const char *what, double asked, double measured,
                         bool kept);

#endif
