/* What is done with times. Medians, because a disturbed round must not count;
 * geometric means, because they give the same verdict whichever of two
 * libraries is the one divided by. */
#include "statistics.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

double bench_clock(int threads)
{
    struct timespec now;

    (void)clock_gettime(
        threads == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

double bench_median(double *numbers, int count)
{
    qsort(numbers, (size_t)count, sizeof *numbers, by_size);
    return (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
}

void bench_mean_add(bench_mean *mean, double number)
{
    mean->logs += log(number);
    mean->count++;
}

double bench_mean_value(const bench_mean *mean)
{
    return mean->count ? exp(mean->logs / mean->count) : 0;
}

/* A linear congruential generator; its high bits are the good ones.
 * Source: Knuth, "The Art of Computer Programming" 2, 3.3.4, table 1. */
float bench_random(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (float)(int32_t)(uint32_t)(*state >> 32) / 2147483648.0f;
}
