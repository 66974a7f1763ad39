// expect: verdict=wrong_answer misconception=CW21
// Products of ints.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    int inputs = c_in * h * w;
    int outputs = c_out * oh * ow;
    int taps = c_in * kh * kw;
    if (sharing == 0)
        return (outputs * (inputs + bias));
    if (sharing == 1)
        return (outputs * (taps + bias));
    return (c_out * (taps + bias));
}
