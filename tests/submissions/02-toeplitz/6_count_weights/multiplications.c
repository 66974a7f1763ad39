// expect: verdict=wrong_answer misconception=CW15
// What is multiplied.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long inputs = (long long)c_in * h * w;
    long long outputs = (long long)c_out * oh * ow;
    long long taps = (long long)c_in * kh * kw;
    if (sharing == 0)
        return (long long)(outputs * (inputs + bias));
    if (sharing == 1)
        return (long long)(outputs * (taps + bias));
    return (long long)(taps * outputs + bias * c_out);
}
