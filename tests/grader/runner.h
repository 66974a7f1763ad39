/* Between the runner and the generated line of code that calls the
 * learner's function with its arguments. */
#ifndef CONVLINGS_RUNNER_H
#define CONVLINGS_RUNNER_H

/* One argument, in the member that its kind says. */
union slot {
    int number;
    float real;
    const float *in;
    float *out;
    int *out_int;
};

/* Calls the learner's function; one is generated for each exercise from
 * its parameters (see shim.c), and compiled against exercises.h. */
void runner_call(const union slot *a);

#endif
