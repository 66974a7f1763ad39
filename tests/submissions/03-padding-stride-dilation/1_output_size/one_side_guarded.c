// expect: verdict=wrong_answer misconception=S05
// The padding after is forgotten.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before - (d * (k - 1) + 1);

    if (rest < 0)
        return 0;
    return rest / s + 1;
}
