// expect: verdict=wrong_answer misconception=SC24
// c_out biases in either layer.
#include "exercises.h"
long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    *full = c_out * c_in * kh * kw + c_out;
    *separable = c_in * kh * kw + c_out * c_in + c_out;
    return (long long)(*full - *separable) * oh * ow;
}
