// expect: verdict=wrong_answer misconception=S06
// The formula of the lecture, d*k in it.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - d * k;

    return rest / s + 1 - (rest < 0 && rest % s != 0);
}
