// expect: verdict=wrong_answer misconception=CW26
// c_out is missing where nothing is shared.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long in = (long long)c_in * h * w, out = (long long)oh * ow;
    long long taps = (long long)c_in * kh * kw;
    if (sharing == 0)
        return out * (in + bias);
    if (sharing == 1)
        return out * (taps + bias);
    return c_out * (taps + bias);
}
