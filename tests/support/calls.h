#ifndef CONVLINGS_TESTS_CALLS_H
#define CONVLINGS_TESTS_CALLS_H

#include <stdint.h>

#include "reference/convlings.h"

/* Every function of the library that takes sizes, as a call of integers: what
 * throws arguments at random at all of them (check_absurd.c, the fuzzer). */

enum { CALL_NUMBERS = 24 };

/* What the arrays of a call are. Inputs are read only; outputs NULL: the call
 * can be refused but never carried out. */
typedef struct call_arrays {
    const float *x, *weight, *bias, *more;
    const int64_t *places;
    float *y;
    double *exact, *bound;
    int64_t *indices;
    int *columns;
    size_t *starts;
    int *sizes; /* 8 of them */
} call_arrays;

/* One function.
 *   name     of the function
 *   numbers  how many integers it takes, at most CALL_NUMBERS
 *   outputs  whether it writes arrays
 *   run      calls it */
typedef struct library_call {
    const char *name;
    int numbers;
    int outputs;
    ref_status (*run)(const int *v, const call_arrays *a);
} library_call;

/* The functions of one file of calls; the last has no name. */
extern const library_call calls_conv[], calls_pool[], calls_rest[];

/* Function i of all of them, or NULL beyond the last. */
const library_call *library_call_at(int i);

#endif
