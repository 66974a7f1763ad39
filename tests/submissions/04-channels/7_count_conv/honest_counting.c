// expect: verdict=pass
// The count as a sum over maps.
#include "exercises.h"

long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups)
{
    long long weights = 0, products = 0, floats = (long long)c_in * h * w;
    long long places =
        ((h + 2 * p - kh) / s + 1LL) * ((w + 2 * p - kw) / s + 1);

    for (int o = 0; o < c_out; o++) {
        long long taps = 1LL * kh * kw * (c_in / groups);

        weights += taps + 1;
        products += taps * places;
        floats += taps + 1 + places;
    }
    return what == 0 ? weights : what == 1 ? products : 4 * floats;
}
