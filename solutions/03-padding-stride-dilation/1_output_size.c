#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int extent = d * (k - 1) + 1; /* k elements have k-1 gaps */
    int rest = n + before + after - extent;

    if (rest < 0) /* C rounds -1/2 to 0: one window that does not fit */
        return 0;
    return rest / s + 1;
}
