// expect: verdict=pass
// One product in the end.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long kernels = sharing == 2 ? c_out : (long long)c_out * oh * ow;
    long long numbers =
        sharing == 0 ? (long long)c_in * h * w : (long long)c_in * kh * kw;
    return kernels * (numbers + (bias != 0));
}
