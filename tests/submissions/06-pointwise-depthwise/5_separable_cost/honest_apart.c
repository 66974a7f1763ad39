// expect: verdict=pass
// Both layers counted in multiplications.
#include "exercises.h"

long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    long long pixels = (long long)oh * ow, taps = kh * kw;
    *full = (int)(c_in * taps * c_out);
    *separable = (int)(c_in * (taps + c_out));
    return pixels * *full - pixels * *separable;
}
