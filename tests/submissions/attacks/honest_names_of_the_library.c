// expect: exercise=nchw_to_nhwc verdict=pass row=honest
/* Helpers that happen to be called as functions of the C library. */
#include "exercises.h"

static float read(const float *x, int i)
{
    return x[i];
}
void write(float *y, int i, float value);
void write(float *y, int i, float value)
{
    y[i] = value;
}
int index(int plane, int pixels, int pixel);
int index(int plane, int pixels, int pixel)
{
    return plane * pixels + pixel;
}

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int p = 0; p < n * h * w; p++)
        for (int c = 0; c < c_in; c++)
            write(y, p * c_in + c,
                  read(x, index(p / (h * w) * c_in + c, h * w, p % (h * w))));
}
