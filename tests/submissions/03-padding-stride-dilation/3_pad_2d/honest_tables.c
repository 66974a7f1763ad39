// expect: verdict=pass
// The maps as tables; memcpy for the middle of a row.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

    int *col = malloc(sizeof(int) * (size_t)pw);

    assert(col != NULL);
    for (int j = 0; j < pw; j++)
        col[j] = seen(j - pl, w, mode);
    for (int i = 0; i < ph; i++) {
        int r = seen(i - pt, h, mode);
        float *row = y + i * pw;

        memset(row, 0, sizeof(float) * (size_t)pw);
        if (r < 0)
            continue;
        for (int j = 0; j < pw; j++)
            if (col[j] >= 0)
                row[j] = x[r * w + col[j]];
        memcpy(row + pl, x + r * w, sizeof(float) * (size_t)w);
    }
    free(col);
}
