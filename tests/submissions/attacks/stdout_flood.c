// expect: exercise=output_size verdict=output_limit row=14
/* Prints without end. */
#include "exercises.h"

#include <stdio.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    for (;;)
        puts("more and more and more and more and more and more and more");
    return 0;
}
