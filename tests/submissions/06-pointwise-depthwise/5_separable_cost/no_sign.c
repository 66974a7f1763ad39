// expect: verdict=wrong_answer misconception=SC22
// The sign lost.
#include "exercises.h"
long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    *full = c_out * c_in * kh * kw;
    *separable = c_in * kh * kw + c_out * c_in;
    long long d = (long long)(*full - *separable) * oh * ow;
    return d < 0 ? -d : d;
}
