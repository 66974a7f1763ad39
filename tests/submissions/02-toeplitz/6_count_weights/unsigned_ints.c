// expect: verdict=wrong_answer misconception=CW22
// Products of unsigned ints.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    unsigned inputs = (unsigned)c_in * (unsigned)(h * w);
    unsigned outputs = (unsigned)c_out * (unsigned)(oh * ow);
    unsigned taps = (unsigned)c_in * (unsigned)(kh * kw);
    if (sharing == 0)
        return (long long)(outputs * (inputs + (unsigned)bias));
    if (sharing == 1)
        return (long long)(outputs * (taps + (unsigned)bias));
    return (long long)((unsigned)c_out * (taps + (unsigned)bias));
}
