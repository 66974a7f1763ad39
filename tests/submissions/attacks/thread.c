// expect: exercise=conv1x1 verdict=forbidden row=12
/* A second thread that writes after the first has answered. */
#include "exercises.h"

#include <pthread.h>

static void *late(void *y)
{
    for (;;)
        *(volatile float *)y = 1;
}

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    pthread_t t;
    pthread_create(&t, 0, late, y);
}
