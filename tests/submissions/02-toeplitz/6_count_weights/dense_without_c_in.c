// expect: verdict=wrong_answer misconception=CW28
// Inputs of one map.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long in = (long long)h * w, out = (long long)c_out * oh * ow;
    long long taps = (long long)c_in * kh * kw;
    if (sharing == 0)
        return out * (in + bias);
    if (sharing == 1)
        return out * (taps + bias);
    return c_out * (taps + bias);
}
