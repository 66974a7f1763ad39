// expect: verdict=pass
// Counted by adding.
#include "exercises.h"
long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    int k = kh * kw;
    *full = 0;
    for (int o = 0; o < c_out; o++)
        *full += c_in * k;
    *separable = c_in * (k + c_out);
    long long s = 0, row = 0;
    for (int j = 0; j < ow; j++)
        row += *full - *separable;
    for (int i = 0; i < oh; i++)
        s += row;
    return s;
}
