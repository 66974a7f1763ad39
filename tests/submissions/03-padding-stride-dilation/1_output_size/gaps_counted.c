// expect: verdict=wrong_answer misconception=D06
// d elements between two kernel elements, where d-1 are left out.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - (k + (k - 1) * d);

    if (rest < 0)
        return 0;
    return rest / s + 1;
}
