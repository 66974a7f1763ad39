// expect: verdict=pass
// One zero after the other, after and before in turn.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int outputs = (n - 1) / s + 1;
    int turn = 0;

    *before = *after = 0;
    while (n + *before + *after < (outputs - 1) * s + d * (k - 1) + 1) {
        if (turn)
            ++*before;
        else
            ++*after;
        turn = !turn;
    }
}
