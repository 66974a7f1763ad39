// expect: verdict=wrong_answer misconception=OS1
// Written for equal paddings.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + 2 * before - (d * (k - 1) + 1);

    (void)after;
    return rest / s + 1 - (rest < 0 && rest % s != 0);
}
