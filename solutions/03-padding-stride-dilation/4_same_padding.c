#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int outputs = (n + s - 1) / s; /* n/s, rounded up */
    int total = (outputs - 1) * s + d * (k - 1) + 1 - n;

    if (total < 0) /* a stride beyond the kernel needs none */
        total = 0;
    *before = total / 2;
    *after = total - *before; /* the odd one */
}
