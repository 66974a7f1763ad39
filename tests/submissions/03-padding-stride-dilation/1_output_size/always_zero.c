// expect: verdict=wrong_answer
// Returns 0 and calls it done.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    return 0;
}
