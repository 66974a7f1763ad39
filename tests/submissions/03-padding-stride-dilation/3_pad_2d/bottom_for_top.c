// expect: verdict=wrong_answer misconception=PD8
// The bottom padding is put on top.
#include "exercises.h"

static int seen(int i, int n, int mode)
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
        return (i % n + n) % n;
    return i >= 0 && i < n ? i : -1;
}

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    int ph = pt + h + pb, pw = pl + w + pr;

    for (int i = 0; i < ph; i++)
        for (int j = 0; j < pw; j++) {
            int r = seen(i - pb, h, mode);
            int c = seen(j - pl, w, mode);

            y[i * pw + j] = r < 0 || c < 0 ? 0 : x[r * w + c];
        }
}
