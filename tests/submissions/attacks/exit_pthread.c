// expect: exercise=conv1x1 verdict=crash|forbidden row=1
/* Ends the main thread, which ends a process with status 0. */
#include "exercises.h"

#include <pthread.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    pthread_exit(0);
}
