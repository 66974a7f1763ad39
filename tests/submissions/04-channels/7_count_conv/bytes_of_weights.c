// expect: verdict=wrong_answer misconception=A23
// The biases take no memory.
#include "exercises.h"

/* long long from the first factor on: a product of ints is an int, and has
 * overflowed before it is assigned to anything wider. */
long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups)
{
    long long oh = (h + 2 * p - kh) / s + 1;
    long long ow = (w + 2 * p - kw) / s + 1;
    long long taps = (long long)(c_in / groups) * kh * kw; /* per output */
    long long outputs = c_out * oh * ow;
    long long parameters = c_out * (taps + 1);

    if (what == COUNT_PARAMETERS)
        return parameters;
    if (what == COUNT_MULTIPLY_ADDS)
        return outputs * taps;
    return 4 * ((long long)c_in * h * w + c_out * taps + outputs);
}
