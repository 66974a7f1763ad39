// expect: exercise=output_size verdict=out_of_memory|crash row=13
/* A variable that is only a little too large. */
#include "exercises.h"

static volatile char big[600 << 20];

int output_size(int n, int k, int s, int before, int after, int d)
{
    big[n & 1] = 1;
    return big[k & 1];
}
