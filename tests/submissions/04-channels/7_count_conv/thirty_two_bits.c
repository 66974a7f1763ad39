// expect: verdict=wrong_answer misconception=A21
// unsigned as far as the end.
#include "exercises.h"

/* long long from the first factor on: a product of ints is an int, and has
 * overflowed before it is assigned to anything wider. */
long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups)
{
    unsigned oh = (h + 2 * p - kh) / s + 1;
    unsigned ow = (w + 2 * p - kw) / s + 1;
    unsigned taps = (unsigned)(c_in / groups) * (unsigned)kh *
                    (unsigned)kw; /* per output */
    unsigned outputs = (unsigned)c_out * oh * ow;
    unsigned parameters = (unsigned)c_out * (taps + 1);

    if (what == COUNT_PARAMETERS)
        return (int)parameters;
    if (what == COUNT_MULTIPLY_ADDS)
        return (int)(outputs * taps);
    return (int)(4 * ((unsigned)c_in * (unsigned)h * (unsigned)w + parameters +
                      outputs));
}
