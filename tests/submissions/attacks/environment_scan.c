// expect: exercise=matvec verdict=wrong_answer row=5
/* Takes numbers from the block where arguments and environment lie. */
#include "exercises.h"

extern char **environ;

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    const volatile char *at = environ[0] != 0 ? environ[0] : "";
    for (int i = 0; i < m; i++)
        y[i] = (float)at[0];
}
