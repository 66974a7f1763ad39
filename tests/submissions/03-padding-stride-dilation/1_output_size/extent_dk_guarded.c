// expect: verdict=wrong_answer misconception=S06
// The extent is d*k, and what is below 0 is seen to.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - d * k;

    if (rest < 0)
        return 0;
    return rest / s + 1;
}
