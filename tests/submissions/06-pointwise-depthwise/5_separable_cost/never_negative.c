// expect: verdict=wrong_answer misconception=SC14
// Below zero becomes zero.
#include "exercises.h"

long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    *full = c_out * c_in * kh * kw;
    *separable = c_in * kh * kw + c_out * c_in;
    return *full < *separable ? 0 : (long long)(*full - *separable) * oh * ow;
}
