/* Between the runner and the generated line of code that calls the
 * learner's function with its arguments. */
#ifndef CONVLINGS_RUNNER_H
#define CONVLINGS_RUNNER_H

/* One argument, in the member that its kind says; result is filled by the
 * call. */
union slot {
    int number;
    float real;
    const float *in;
    const int *in_int;
    float *out;
    int *out_int;
    long long result;
};

/* Calls the learner's function; one is generated for each exercise from
 * its parameters (see shim.c), and compiled against exercises.h. */
void runner_call(union slot *a);

#endif
