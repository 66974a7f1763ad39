// expect: verdict=wrong_answer misconception=P09
// k/2 on both sides, the habit of PyTorch users.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    (void)n;
    (void)s;
    (void)d;
    *before = *after = k / 2;
}
