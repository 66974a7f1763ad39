// expect: verdict=wrong_answer misconception=OS5
// C rounds -1/2 to 0, and 1 is added.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    return (n + before + after - (d * (k - 1) + 1)) / s + 1;
}
