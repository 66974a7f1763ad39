// expect: verdict=pass
// size_t for the products.
#include "exercises.h"

#include <stddef.h>

/* long long from the first factor on: a product of ints is an int, and has
 * overflowed before it is assigned to anything wider. */
long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups)
{
    long long oh = (h + 2 * p - kh) / s + 1;
    long long ow = (w + 2 * p - kw) / s + 1;
    size_t taps =
        (size_t)(c_in / groups) * (size_t)kh * (size_t)kw; /* per output */
    size_t outputs = (size_t)c_out * (size_t)oh * (size_t)ow;
    size_t parameters = (size_t)c_out * (taps + 1);

    if (what == COUNT_PARAMETERS)
        return (long long)parameters;
    if (what == COUNT_MULTIPLY_ADDS)
        return (long long)(outputs * taps);
    return (long long)(4 * ((size_t)c_in * (size_t)h * (size_t)w + parameters +
                            outputs));
}
