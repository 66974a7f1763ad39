// expect: verdict=pass
// Counted one weight after the other.
#include "exercises.h"

long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    int taps = 0;
    long long saved = 0;
    for (int u = 0; u < kh; u++)
        taps += kw;
    *full = *separable = 0;
    for (int c = 0; c < c_in; c++) {
        *full += taps * c_out;
        *separable += taps + c_out;
    }
    for (int i = 0; i < oh; i++)
        saved += (long long)ow * (*full - *separable);
    return saved;
}
