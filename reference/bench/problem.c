/* The arrays of a layer. */
#include "problem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "statistics.h"

float *bench_floats(ptrdiff_t count)
{
    size_t bytes = (size_t)count * sizeof(float);
    float *p = aligned_alloc(64, (bytes + 64) / 64 * 64);

    if (!p) {
        (void)fprintf(stderr, "bench: no memory for %zu bytes\n", bytes);
        exit(EXIT_FAILURE);
    }
    memset(p, 0, bytes);
    return p;
}

static float *random_floats(ptrdiff_t count, uint64_t seed)
{
    float *p = bench_floats(count);

    for (ptrdiff_t i = 0; i < count; i++)
        p[i] = bench_random(&seed);
    return p;
}

void bench_problem_new(const bench_layer *layer, int threads,
                       bench_problem *problem)
{
    bench_problem p = {.layer = *layer,
                       .sizes = bench_layer_sizes(layer),
                       .pad_mode = REF_PAD_ZEROS,
                       .threads = threads};

    p.x = random_floats(p.sizes.x, 1);
    p.y = bench_floats(p.sizes.y);
    if (layer->kind == BENCH_CONV) {
        p.w = random_floats(p.sizes.w, 2);
        p.bias = random_floats(layer->c_out, 3);
    }
    *problem = p;
}

void bench_problem_free(bench_problem *problem)
{
    free(problem->x);
    free(problem->w);
    free(problem->bias);
    free(problem->y);
    problem->x = problem->w = problem->bias = problem->y = NULL;
}
