// expect: exercise=matvec verdict=memory_error row=19
/* Asks the compiler not to watch the function that reads outside. */
#include "exercises.h"

#if defined(__GNUC__)
__attribute__((no_sanitize("address", "undefined"), noinline))
#endif
static float
peek(const float *x, int i)
{
    return x[i];
}

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
    y[0] += peek(x, n) * 0;
}
