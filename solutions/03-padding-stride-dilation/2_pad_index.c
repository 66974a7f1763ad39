#include "exercises.h"

/* The remainder that is never negative. C's -1 % 3 is -1, not 2. */
static int wrap(int i, int period)
{
    int r = i % period;

    return r < 0 ? r + period : r;
}

int pad_index(int i, int n, int mode)
{
    int r;

    switch (mode) {
    case PAD_REFLECT: /* 0 1 2 1 | 0 1 2 1 | ..: neither end comes twice */
        if (n == 1)
            return 0;
        r = wrap(i, 2 * (n - 1));
        return r < n ? r : 2 * (n - 1) - r;
    case PAD_SYMMETRIC: /* 0 1 2 2 1 0 | 0 1 2 2 1 0 | ..: both do */
        r = wrap(i, 2 * n);
        return r < n ? r : 2 * n - 1 - r;
    case PAD_REPLICATE:
        return i < 0 ? 0 : i < n ? i : n - 1;
    case PAD_CIRCULAR:
        return wrap(i, n);
    default: /* PAD_ZEROS */
        return i >= 0 && i < n ? i : -1;
    }
}
