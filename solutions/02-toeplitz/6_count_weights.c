#include "exercises.h"

/* Each factor is long long: a product of ints is an int, whatever it is then
 * assigned to, and would have overflowed before. */
long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long inputs = (long long)c_in * h * w;
    long long outputs = (long long)c_out * oh * ow;
    long long taps = (long long)c_in * kh * kw;

    if (sharing == 0)
        return (inputs + bias) * outputs;
    if (sharing == 1)
        return (taps + bias) * outputs;
    return (taps + bias) * c_out; /* no oh, no ow */
}
