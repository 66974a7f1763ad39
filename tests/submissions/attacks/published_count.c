// expect: exercise=output_size verdict=wrong_answer row=20
/* Knows the sizes of the lesson. */
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    if (n == 5 && k == 3)
        return 3;
    if (n == 7 && k == 3 && s == 2)
        return 3;
    return before + after + d;
}
