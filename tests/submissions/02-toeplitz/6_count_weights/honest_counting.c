// expect: verdict=pass
// Adds up map by map.
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    long long sum = 0;
    for (int o = 0; o < c_out; o++) {
        long long one = sharing == 0 ? (long long)h * w : (long long)kh * kw;
        long long places = sharing == 2 ? 1 : (long long)oh * ow;
        for (int c = 0; c < c_in; c++)
            sum += places * one;
        sum += bias ? places : 0;
    }
    return sum;
}
