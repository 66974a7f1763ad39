// expect: verdict=wrong_answer misconception=PI3
// Reflect in rounds of 2n.
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    if (mode == PAD_REFLECT) {
        i = (i % (2 * n) + 2 * n) % (2 * n);
        return i < n ? i : 2 * n - 2 - i;
    }
    if (mode == PAD_SYMMETRIC) {
        while (i < 0 || i >= n)
            i = i < 0 ? -1 - i : 2 * n - 1 - i;
        return i;
    }
    if (mode == PAD_REPLICATE)
        return i < 0 ? 0 : i < n ? i : n - 1;
    if (mode == PAD_CIRCULAR)
        return (i % n + n) % n;
    return i >= 0 && i < n ? i : -1;
}
