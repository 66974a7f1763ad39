/* The roofs: which loops fit this CPU, and on how many threads at once. */
#include "peak.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "../cpu.h"
#include "statistics.h"

/* About a tenth of a millisecond: short beside any slice. */
enum { FMA_ROUNDS = 20000 };

extern const bench_loops bench_loops_portable;
#if defined(__x86_64__)
extern const bench_loops bench_loops_avx2, bench_loops_avx512;
#elif defined(__aarch64__)
extern const bench_loops bench_loops_neon;
#endif

/* NULL: those that the library uses. */
static const bench_loops *loops(const char *name)
{
    static const bench_loops *const all[] = {
#if defined(__x86_64__)
        &bench_loops_avx512,
        &bench_loops_avx2,
#elif defined(__aarch64__)
        &bench_loops_neon,
#endif
        &bench_loops_portable,
    };
    size_t i = 0;

    if (!name)
        name = ref_cpu_name();
    while (i < sizeof all / sizeof all[0] - 1 &&
           strcmp(all[i]->name, name) != 0)
        i++;
    return all[i];
}

double bench_peak_flop(const char *simd, int threads)
{
    return 2.0 * FMA_ROUNDS * BENCH_FMA_CHAINS * loops(simd)->lanes * threads;
}

typedef struct peak_state {
    int threads, calls;
    const bench_loops *loops;
} peak_state;

static int peak_ready(int threads, char *text, size_t text_bytes)
{
    (void)threads;
    text[text_bytes - 1] = '\0';
    return 0;
}

static void *peak_open(const bench_problem *problem)
{
    peak_state *s = malloc(sizeof *s);

    if (s)
        *s = (peak_state){.threads = problem->threads,
                          .loops = loops(problem->simd)};
    return s;
}

static volatile float sink;

static void *peak_thread(void *state)
{
    const peak_state *s = state;

    for (int i = 0; i < s->calls; i++)
        sink = s->loops->fma(FMA_ROUNDS);
    return NULL;
}

static double peak_seconds(void *state, int warm, int calls)
{
    peak_state *s = state;
    pthread_t others[64];
    int count = 0;
    double start;

    s->calls = warm;
    (void)peak_thread(s);
    s->calls = calls;
    start = bench_clock(s->threads);
    while (count < s->threads - 1 && count < 64 &&
           pthread_create(&others[count], NULL, peak_thread, s) == 0)
        count++;
    (void)peak_thread(s);
    for (int i = 0; i < count; i++)
        (void)pthread_join(others[i], NULL);
    return bench_clock(s->threads) - start;
}

const bench_peer bench_peak = {.name = "peak",
                               .ready = peak_ready,
                               .open = peak_open,
                               .seconds = peak_seconds,
                               .close = free};

typedef struct floor_state {
    const bench_problem *p;
} floor_state;

static void *floor_open(const bench_problem *problem)
{
    floor_state *s = malloc(sizeof *s);

    if (s)
        s->p = problem;
    return s;
}

static int floor_run(void *state)
{
    const bench_problem *p = ((const floor_state *)state)->p;

    sink = loops(NULL)->touch(p->x, p->sizes.x, p->y, p->sizes.y);
    return 0;
}

const bench_peer bench_floor = {.name = "floor",
                                .ready = peak_ready,
                                .open = floor_open,
                                .run = floor_run,
                                .close = free};

double bench_memory_speed(void)
{
    enum { COUNT = 16 << 20, RUNS = 7 };
    float *x = bench_floats(COUNT), *y = bench_floats(COUNT);
    double times[RUNS];

    for (int i = 0; i < RUNS; i++) {
        double start = bench_clock(1);

        sink = loops(NULL)->touch(x, COUNT, y, COUNT);
        times[i] = bench_clock(1) - start;
    }
    free(x);
    free(y);
    return 2.0 * COUNT * sizeof(float) / bench_median(times, RUNS);
}
