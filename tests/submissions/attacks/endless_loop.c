// expect: exercise=output_size verdict=timeout row=11
/* Computes for ever. */
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    for (volatile int i = 0;; i = 0)
        ;
    return 0;
}
