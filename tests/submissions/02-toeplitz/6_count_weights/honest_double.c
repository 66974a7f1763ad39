// expect: verdict=pass
// In double, which is exact below 2^53.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    double inputs = (double)c_in * h * w;
    double outputs = (double)c_out * oh * ow;
    double taps = (double)c_in * kh * kw;
    if (sharing == 0)
        return (long long)(outputs * (inputs + bias));
    if (sharing == 1)
        return (long long)(outputs * (taps + bias));
    return (long long)(c_out * (taps + bias));
}
