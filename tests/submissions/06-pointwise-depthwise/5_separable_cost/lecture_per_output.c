// expect: verdict=wrong_answer misconception=SC3
// The printed count for each output.
#include "exercises.h"

long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    *full = c_out * c_in * kh * kw;
    *separable = c_out * (kh * kw + c_in);
    return (long long)(*full - *separable) * oh * ow;
}
