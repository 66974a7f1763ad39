// expect: verdict=not_started
// As it was given out.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    /* TODO: return the number of windows. */
    return 0;
}
