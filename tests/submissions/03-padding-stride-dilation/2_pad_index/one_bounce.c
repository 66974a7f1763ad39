// expect: verdict=wrong_answer misconception=P06
// Both mirrors work once.
#include "exercises.h"

int pad_index(int i, int n, int mode)
{
    if (mode == PAD_REFLECT) {
        if (n == 1)
            return 0;
        return i < 0 ? -i : i < n ? i : 2 * (n - 1) - i;
    }
    if (mode == PAD_SYMMETRIC) {
        return i < 0 ? -1 - i : i < n ? i : 2 * n - 1 - i;
    }
    if (mode == PAD_REPLICATE)
        return i < 0 ? 0 : i < n ? i : n - 1;
    if (mode == PAD_CIRCULAR)
        return (i % n + n) % n;
    return i >= 0 && i < n ? i : -1;
}
