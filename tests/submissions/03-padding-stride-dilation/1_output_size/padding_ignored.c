// expect: verdict=wrong_answer misconception=OS2
// Both paddings are forgotten.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n - (d * (k - 1) + 1);

    if (rest < 0)
        return 0;
    return rest / s + 1;
}
