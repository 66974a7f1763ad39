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

static double timed(const bench_entry *e, int warm, int calls)
{
    double start;
    int failed = 0;

    if (e->peer->seconds)
        return e->peer->seconds(e->state, warm, calls);
    for (int i = 0; i < warm; i++)
        failed |= e->peer->run(e->state);
    start = bench_clock();
    for (int i = 0; i < calls; i++)
        failed |= e->peer->run(e->state);
    return failed ? -1 : bench_clock() - start;
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
    const bench_problem *p = &c->problem;
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

/* How long a call takes and so how many make a slice. */
static void pace(const bench_contest *c, bench_entry *e)
{
    double calls;

    e->once = timed(e, 1, 1);
    if (e->once >= 0 && e->once < slice / 10)
        e->once = timed(e, 0, 4) / 4;
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

    let_rest(c->problem.threads);
    used = timed(e, e->once < slice, e->calls) / e->calls;
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
    double end = bench_clock() + seconds;

    one_round(c, all, -1);
    while (c->rounds < BENCH_ROUNDS &&
           (c->rounds < LEAST_ROUNDS || bench_clock() < end))
        one_round(c, all, c->rounds++);
    for (int i = 0; i < all; i++)
        c->entries[i].median = bench_median(c->entries[i].times, c->rounds);
}

static void enter(bench_contest *c, const bench_peer *peer)
{
    bench_entry *e = &c->entries[c->count];

    e->peer = peer;
    e->state = peer->open ? peer->open(&c->problem) : NULL;
    if (e->state)
        c->count++;
}

void bench_contest_hold(const bench_layer *layer, const bench_rules *rules,
                        bench_contest *c)
{
    bench_truth truth;
    int all;

    *c = (bench_contest){.count = 0};
    bench_problem_new(layer, rules->threads, &c->problem);
    c->problem.pad_mode = rules->pad_mode;
    bench_truth_new(&c->problem, &truth);
    for (int i = 0; rules->peers[i] && c->count < BENCH_ENTRIES - 2; i++)
        enter(c, rules->peers[i]);
    for (int i = 0; i < c->count; i++)
        check(c, &c->entries[i], &truth, rules->spoil);
    bench_truth_free(&truth);

    all = c->count;
    enter(c, &bench_peak);
    enter(c, &bench_floor);
    for (int i = 0; i < c->count; i++)
        pace(c, &c->entries[i]);
    all_rounds(c, c->count, rules->seconds);
    c->peak = bench_peak_flop(rules->threads) / c->entries[all].median;
    c->floor = c->problem.sizes.bytes / c->entries[all + 1].median;
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
