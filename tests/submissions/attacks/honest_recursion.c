// expect: exercise=output_size verdict=pass row=honest
/* Counts by calling itself. */
#include "exercises.h"

static int count(int room, int s)
{
    return room < 0 ? 0 : 1 + count(room - s, s);
}

int output_size(int n, int k, int s, int before, int after, int d)
{
    return count(n + before + after - d * (k - 1) - 1, s);
}
