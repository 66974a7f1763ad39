// expect: verdict=pass
// All products in a table, zeros too, summed by halves.
#include "exercises.h"

static float total(const float *a, int n)
{
    return n == 1 ? a[0] : total(a, n / 2) + total(a + n / 2, n - n / 2);
}

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    float product[kh * kw];
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i + u - kh / 2, c = j + v - kw / 2;
                    int inside = r >= 0 && r < h && c >= 0 && c < w;
                    product[u * kw + v] =
                        inside ? x[r * w + c] * k[u * kw + v] : 0;
                }
            y[i * w + j] = total(product, kh * kw);
        }
}
