// expect: exercise=output_size verdict=crash row=17
/* Divides by zero. */
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    volatile int zero = 0;
    return n / zero;
}
