#ifndef CONVLINGS_BENCH_CONTEST_H
#define CONVLINGS_BENCH_CONTEST_H

#include "peers.h"

/* One layer, all contestants, taking turns. Machines change their pace from
 * one second to the next; whoever is measured at the same time is slowed
 * alike, so that ratios hold where times do not. */

enum { BENCH_ENTRIES = 16, BENCH_ROUNDS = 41 };

/* A contestant on one layer.
 *   problem  as this contestant has it; the arrays are the contest's
 *   state    what open gave
 *   once     seconds of a call, as first seen
 *   calls    in a slice
 *   times    seconds of a call, one for each round
 *   median   of them */
typedef struct bench_entry {
    const bench_peer *peer;
    bench_problem problem;
    void *state;
    double once, times[BENCH_ROUNDS], median;
    int calls;
} bench_entry;

/* A contest.
 *   entries       those that do this layer, count of them
 *   most_threads  that one of them uses
 *   peak, floor   medians of bench_peak and bench_floor, who take their turns
 *                 like all others: operations, bytes a second */
typedef struct bench_contest {
    bench_problem problem;
    bench_entry entries[BENCH_ENTRIES];
    int count, rounds, most_threads;
    double peak, floor;
} bench_contest;

/* How to hold it.
 *   peers     contestants, NULL at the end
 *   seconds   about how long the rounds may take
 *   spoil     NULL; or the name of a contestant whose answer is made wrong in
 *             one place before it is looked at, to see that it is found */
typedef struct bench_rules {
    const bench_peer *const *peers;
    int threads;
    double seconds;
    const char *spoil;
} bench_rules;

/* Checks all answers, then times. Prints a sentence to stderr and stops the
 * program with EXIT_FAILURE when an answer is wrong: what is wrong is not
 * worth timing.
 * Memory   nothing is held when it returns */
void bench_contest_hold(const bench_layer *layer, const bench_rules *rules,
                        bench_contest *contest);

/* The entry of a contestant, by its name; NULL if it did not take part. */
const bench_entry *bench_contest_entry(const bench_contest *contest,
                                       const char *name);

#endif
