// expect: verdict=wrong_answer misconception=PI18
// An axis of one element is taken to show nothing.
#include "exercises.h"

static int wrap(int i, int period)
{
    return (i % period + period) % period;
}

int pad_index(int i, int n, int mode)
{
    int r;

    if (mode == PAD_ZEROS)
        return i >= 0 && i < n ? i : -1;
    if (mode == PAD_REPLICATE)
        return i < 0 ? 0 : i < n ? i : n - 1;
    if (mode == PAD_CIRCULAR)
        return wrap(i, n);
    if (mode == PAD_SYMMETRIC) {
        r = wrap(i, 2 * n);
        return r < n ? r : 2 * n - 1 - r;
    }
    if (n == 1)
        return -1;
    r = wrap(i, 2 * n - 2);
    return r < n ? r : 2 * n - 2 - r;
}
