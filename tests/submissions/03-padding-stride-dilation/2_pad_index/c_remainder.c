// expect: verdict=wrong_answer misconception=P05
// The remainder of C, negative for negative positions.
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    if (mode == PAD_REFLECT) {
        while (n > 1 && (i < 0 || i >= n))
            i = i < 0 ? -i : 2 * (n - 1) - i;
        return n > 1 ? i : 0;
    }
    if (mode == PAD_SYMMETRIC) {
        while (i < 0 || i >= n)
            i = i < 0 ? -1 - i : 2 * n - 1 - i;
        return i;
    }
    if (mode == PAD_REPLICATE)
        return i < 0 ? 0 : i < n ? i : n - 1;
    if (mode == PAD_CIRCULAR)
        return i % n;
    return i >= 0 && i < n ? i : -1;
}
