// expect: verdict=pass
// Each bounce is a call.
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    if (i >= 0 && i < n)
        return i;
    if (mode == PAD_ZEROS)
        return -1;
    if (mode == PAD_REPLICATE || n == 1)
        return i < 0 ? 0 : n - 1;
    long long round = 2LL * n * (n - 1); /* every mode repeats after it */

    if (i >= round || i <= -round)
        return pad_index((int)(i % round), n, mode);
    if (mode == PAD_CIRCULAR)
        return pad_index(i < 0 ? i + n : i - n, n, mode);
    int twice = mode == PAD_SYMMETRIC;

    return pad_index(i < 0 ? -i - twice : 2 * (n - 1) - i + twice, n, mode);
}
