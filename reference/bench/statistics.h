#ifndef CONVLINGS_BENCH_STATISTICS_H
#define CONVLINGS_BENCH_STATISTICS_H

#include <stdint.h>

/* Seconds since some moment, from a clock that nobody sets. Of work on one
 * thread it is the time that this thread was given, so that what other
 * programs take is not counted; else what has passed. */
double bench_clock(int threads);

/* The middle of count >= 1 numbers, or the mean of the two in the middle; the
 * numbers are put in order. */
double bench_median(double *numbers, int count);

/* A geometric mean, filled number by number; start with zeros. */
typedef struct bench_mean {
    double logs;
    int count;
} bench_mean;

/* Adds a number > 0. */
void bench_mean_add(bench_mean *mean, double number);

/* The mean so far; 0 if there are no numbers. */
double bench_mean_value(const bench_mean *mean);

/* Numbers spread evenly over -1 .. 1 that look random and are the same on
 * every machine.
 *   state  in/out  where in the sequence; start with any number */
float bench_random(uint64_t *state);

#endif
