// expect: verdict=wrong_answer misconception=SC21
// kh*kh.
#include "exercises.h"
long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    *full = c_out * c_in * kh * kh;
    *separable = c_in * kh * kh + c_out * c_in;
    return (long long)(*full - *separable) * oh * ow;
}
