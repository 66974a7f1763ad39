// expect: exercise=matvec verdict=wrong_answer row=18
/* Prints the whole environment. */
#include "exercises.h"

#include <stdio.h>

extern char **environ;

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (char **e = environ; *e != 0; e++)
        puts(*e);
}
