// expect: verdict=pass
// Reflect as the distance from a peak.
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    if (mode == PAD_REFLECT) {
        if (n == 1)
            return 0;
        i = (i < 0 ? -i : i) % (2 * n - 2);
        return n - 1 - (i < n - 1 ? n - 1 - i : i - (n - 1));
    }
    if (mode == PAD_SYMMETRIC) {
        i = (i < 0 ? -1 - i : i) % (2 * n);
        return i < n ? i : 2 * n - 1 - i;
    }
    if (mode == PAD_REPLICATE)
        return i < 0 ? 0 : i < n ? i : n - 1;
    if (mode == PAD_CIRCULAR)
        return i - n * (i / n - (i % n < 0));
    return i >= 0 && i < n ? i : -1;
}
