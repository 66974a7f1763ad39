// expect: verdict=wrong_answer misconception=OS6
// Looks for a size below 0, where -1/2 + 1 is 1.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int size = (n + before + after - (d * (k - 1) + 1)) / s + 1;

    return size < 0 ? 0 : size;
}
