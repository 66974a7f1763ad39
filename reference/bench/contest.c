/* Rounds. In each round every contestant has a slice of a few milliseconds: a
 * call that is not timed, which brings its own code and data back into the
 * caches after the others were there, then as many calls as fit. Odd rounds go
 * backwards, so that nobody always follows the same one. A call longer than
 * the slice needs no such warming. The first round is thrown away. */
#include "contest.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "peak.h"
#include "statistics.h"

/* Seconds of a slice; at least so many rounds even if time runs out. */
static const double slice = 0.003;
enum { LEAST_ROUNDS = 5, MOST_CALLS = 20000 };

static double timed(const bench_contest *c, const bench_entry *e, int warm,
                    int calls)
{
    double start;
    int failed = 0;

    if (e->peer->seconds)
        return e->peer->seconds(e->state, warm, calls);
    for (int i = 0; i < warm; i++)
        failed |= e->peer->run(e->state);
    start = bench_clock(c->most_threads);
    for (int i = 0; i < calls; i++)
        failed |= e->peer->run(e->state);
    return failed ? -1 : bench_clock(c->most_threads) - start;
}

static _Noreturn void stop(const bench_contest *c, const bench_entry *e,
                           const char *what)
{
    (void)fprintf(stderr, "bench: %s on layer %s: %s\n", e->peer->name,
                  c->problem.layer.name, what);
    for (int i = 0; i < c->count; i++)
        if (c->entries[i].peer->quit)
            c->entries[i].peer->quit();
    exit(EXIT_FAILURE);
}

/* All of y is NaN before, so that what is not written is seen. */
static void check(const bench_contest *c, const bench_entry *e,
                  const bench_truth *truth, const char *spoil)
{
    const bench_problem *p = &e->problem;
    char why[256];

    for (ptrdiff_t i = 0; i < p->sizes.y; i++)
        p->y[i] = NAN;
    if (e->peer->run(e->state) != 0 ||
        (e->peer->show && e->peer->show(e->state) != 0))
        stop(c, e, "the call failed");
    if (spoil && strcmp(spoil, e->peer->name) == 0)
        p->y[truth->at[truth->count / 2]] += 1;
    if (bench_truth_check(truth, p, e->peer->loose, why, sizeof why) != 0)
        stop(c, e, why);
}

/* The truth is computed anew only where the padding is another one. */
static void check_all(const bench_contest *c, const char *spoil)
{
    bench_truth truth = {.count = 0};
    ref_pad_mode mode = REF_PAD_ZEROS;

    for (int i = 0; i < c->count; i++) {
        const bench_entry *e = &c->entries[i];

        if (i == 0 || e->problem.pad_mode != mode) {
            bench_truth_free(&truth);
            bench_truth_new(&e->problem, &truth);
            mode = e->problem.pad_mode;
        }
        if (e->peer->run)
            check(c, e, &truth, spoil);
    }
    bench_truth_free(&truth);
}

/* How long a call takes and so how many make a slice. */
static void pace(const bench_contest *c, bench_entry *e)
{
    double calls;

    e->once = timed(c, e, 1, 1);
    if (e->once >= 0 && e->once < slice / 10)
        e->once = timed(c, e, 0, 4) / 4;
    if (e->once < 0)
        stop(c, e, "the call failed");
    calls = slice / (e->once + 1e-9);
    e->calls = calls < 1 ? 1 : calls > MOST_CALLS ? MOST_CALLS : (int)calls;
}

/* Threads that wait by spinning would still spin in the next one's slice. */
static void let_rest(int threads)
{
    struct timespec rest = {.tv_nsec = 4000000};

    if (threads > 1)
        (void)nanosleep(&rest, NULL);
}

static void take_turn(const bench_contest *c, bench_entry *e, int round)
{
    double used;

    let_rest(c->most_threads);
    used = timed(c, e, e->once < slice, e->calls) / e->calls;
    if (used < 0)
        stop(c, e, "the call failed");
    if (round >= 0)
        e->times[round] = used;
}

static void one_round(bench_contest *c, int all, int round)
{
    for (int i = 0; i < all; i++)
        take_turn(c, &c->entries[round & 1 ? all - 1 - i : i], round);
}

static void all_rounds(bench_contest *c, int all, double seconds)
{
    double end = bench_clock(0) + seconds;

    one_round(c, all, -1);
    while (c->rounds < BENCH_ROUNDS &&
           (c->rounds < LEAST_ROUNDS || bench_clock(0) < end))
        one_round(c, all, c->rounds++);
    for (int i = 0; i < all; i++)
        c->entries[i].median = bench_median(c->entries[i].times, c->rounds);
}

static void enter(bench_contest *c, const bench_peer *peer)
{
    bench_entry *e = &c->entries[c->count];

    *e = (bench_entry){.peer = peer, .problem = c->problem};
    if (peer->pad_mode != REF_PAD_ZEROS)
        e->problem.pad_mode = peer->pad_mode;
    if (peer->threads)
        e->problem.threads = peer->threads;
    if (peer->simd)
        e->problem.simd = peer->simd;
    e->state = peer->open ? peer->open(&e->problem) : NULL;
    if (!e->state)
        return;
    c->count++;
    if (e->problem.threads > c->most_threads)
        c->most_threads = e->problem.threads;
}

void bench_contest_hold(const bench_layer *layer, const bench_rules *rules,
                        bench_contest *c)
{
    int all;

    *c = (bench_contest){.count = 0};
    bench_problem_new(layer, rules->threads, &c->problem);
    for (int i = 0; rules->peers[i] && c->count < BENCH_ENTRIES - 2; i++)
        enter(c, rules->peers[i]);
    check_all(c, rules->spoil);
    all = c->count;
    enter(c, &bench_peak);
    enter(c, &bench_floor);
    for (int i = 0; i < c->count; i++)
        pace(c, &c->entries[i]);
    all_rounds(c, c->count, rules->seconds);
    c->peak = bench_peak_flop(NULL, rules->threads) / c->entries[all].median;
    c->floor = (double)(c->problem.sizes.x + c->problem.sizes.y) *
               (double)sizeof(float) / c->entries[all + 1].median;
    for (int i = 0; i < c->count; i++)
        c->entries[i].peer->close(c->entries[i].state);
    c->count = all;
    bench_problem_free(&c->problem);
}

const bench_entry *bench_contest_entry(const bench_contest *c, const char *name)
{
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->entries[i].peer->name, name) == 0)
            return &c->entries[i];
    return NULL;
}
