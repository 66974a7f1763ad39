// expect: verdict=pass
// The array as one line: a kernel, a gap of w + 1 - kw, a kernel.
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int count = (w - kw + 1) * w;
    for (int n = 0; n < count; n++) {
        int at = n % (w + 1);
        U[n] = at < kw ? k[at] : 0;
    }
}
