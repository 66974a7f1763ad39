// expect: exercise=output_size verdict=pass row=honest
/* Prints a hundred kilobytes. */
#include "exercises.h"

#include <stdio.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - d * (k - 1) - 1;
    int size = rest < 0 ? 0 : rest / s + 1;
    for (int i = 0; i < 1000; i++)
        printf("%100d\n", i);
    return size;
}
