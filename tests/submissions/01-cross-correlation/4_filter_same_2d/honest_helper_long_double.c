// expect: verdict=pass
// A function gives the pixel or zero; the sum is a long double.
#include "exercises.h"

struct image {
    const float *data;
    int h, w;
};

static long double pixel(const struct image *m, int row, int col)
{
    if (row < 0 || row >= m->h || col < 0 || col >= m->w)
        return 0;
    return m->data[row * m->w + col];
}

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    struct image image = {x, h, w};
    for (int n = h * w - 1; n >= 0; n--) {
        long double sum = 0;
        for (int t = kh * kw - 1; t >= 0; t--)
            sum += k[t] * pixel(&image, n / w + t / kw - kh / 2,
                                n % w + t % kw - kw / 2);
        y[n] = (float)sum;
    }
}
