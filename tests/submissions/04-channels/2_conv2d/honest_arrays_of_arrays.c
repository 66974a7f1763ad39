// expect: verdict=pass
// The arrays seen as pointers to variable arrays.
#include "exercises.h"

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    const float(*X)[c_in][h][w] = (const void *)x;
    const float(*K)[c_in][kh][kw] = (const void *)weight;
    float(*Y)[c_out][oh][ow] = (void *)y;

    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++) {
                    Y[b][o][i][j] = bias[o];
                    for (int c = 0; c < c_in; c++)
                        for (int u = 0; u < kh; u++)
                            for (int v = 0; v < kw; v++)
                                Y[b][o][i][j] +=
                                    X[b][c][i + u][j + v] * K[o][c][u][v];
                }
}
