#include "exercises.h"

/* The remainder that is never negative. */
static int wrap(int i, int period)
{
    int r = i % period;

    return r < 0 ? r + period : r;
}

static int source(int i, int n, int mode)
{
    int r;

    switch (mode) {
    case PAD_REFLECT:
        if (n == 1)
            return 0;
        r = wrap(i, 2 * (n - 1));
        return r < n ? r : 2 * (n - 1) - r;
    case PAD_SYMMETRIC:
        r = wrap(i, 2 * n);
        return r < n ? r : 2 * n - 1 - r;
    case PAD_REPLICATE:
        return i < 0 ? 0 : i < n ? i : n - 1;
    case PAD_CIRCULAR:
        return wrap(i, n);
    default:
        return i >= 0 && i < n ? i : -1;
    }
}

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    int ph = pt + h + pb;
    int pw = pl + w + pr;

    for (int i = 0; i < ph; i++) {
        int r = source(i - pt, h, mode); /* row i of y is row i-pt of x */

        for (int j = 0; j < pw; j++) {
            int c = source(j - pl, w, mode);

            y[i * pw + j] = r < 0 || c < 0 ? 0 : x[r * w + c];
        }
    }
}
