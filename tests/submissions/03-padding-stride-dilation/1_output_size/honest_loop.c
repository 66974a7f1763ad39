// expect: verdict=pass
// Lays the windows down one by one.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int count = 0;

    for (int i = -before; i + d * (k - 1) < n + after; i += s)
        count++;
    return count;
}
