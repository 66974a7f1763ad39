#ifndef CONVLINGS_BENCH_PEERS_H
#define CONVLINGS_BENCH_PEERS_H

#include "problem.h"

/* Who takes part: ours, and the libraries we are measured against. Each is a
 * row of a table, so that the contest knows no library by name. */

/* One contestant.
 *   name     as PEERS= and the CSV have it
 *   package  the Debian package that brings it; NULL: it is ours
 *   loose    how many times the error of a plain sum it may have: 1, or
 *            BENCH_WINOGRAD_LOOSE
 *   pad_mode, threads, simd
 *            what its problem has instead of the contest's; 0, NULL: nothing.
 *            For sweeps, where ours meets ours
 *   ready    0 if it can take part; or -1, and text says what is missing. If
 *            it can, text says its version. Called once before all else
 *   open     prepares a layer, packing included where the contestant's kind
 *            of use would; NULL: it does not do this layer
 *   run      one call: from problem->x to problem->y. Returns 0, or -1 if it
 *            failed. NULL: seconds is what there is
 *   show     NULL; or brings the result of the last run to problem->y, where
 *            run leaves it elsewhere
 *   seconds  calls in a row, timed by the contestant itself after `warm`
 *            untimed ones; -1: failed. NULL: run is timed from outside
 *   close    takes back what open made
 *   quit     NULL, or what is to do at the end */
typedef struct bench_peer {
    const char *name, *package;
    double loose;
    ref_pad_mode pad_mode;
    int threads;
    const char *simd;
    int (*ready)(int threads, char *text, size_t text_bytes);
    void *(*open)(const bench_problem *problem);
    int (*run)(void *state);
    int (*show)(void *state);
    double (*seconds)(void *state, int warm, int calls);
    void (*close)(void *state);
    void (*quit)(void);
} bench_peer;

/* Winograd's own bound needs more than an output's window, and libraries choose
 * different points. So many times the bound of the plain sum is far above the
 * errors seen, which are a few times those of the plain sum, and far below
 * those of a wrong answer. */
#define BENCH_WINOGRAD_LOOSE 64.0

extern const bench_peer bench_convlings, bench_convlings_stateless,
    bench_convlings_winograd, bench_convlings_winograd2,
    bench_convlings_winograd4, bench_convlings_fastest, bench_pytorch,
    bench_onednn_direct, bench_onednn_winograd, bench_onednn_stateless,
    bench_onednn_blocked, bench_openblas;

/* All of them, ours first, NULL at the end. */
extern const bench_peer *const bench_peers[];

/* Is it a convolution that Winograd's algorithms do? And the name of what
 * `fastest` chooses for one. */
bool bench_convlings_has_winograd(const bench_layer *layer);
const char *bench_convlings_choice(const bench_layer *layer);

/* How many threads OpenMP may use in this process, where a library brought
 * OpenMP along. */
void bench_openmp_threads(int threads);

#endif
