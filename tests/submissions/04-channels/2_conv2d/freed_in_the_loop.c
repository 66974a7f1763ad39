// expect: verdict=memory_error
/* The copy of the weights is freed after the first map, and used for the next. */
#include "exercises.h"

#include <stdlib.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    int count = c_out * c_in * kh * kw;
    float *copy = malloc(sizeof *copy * (size_t)count);

    for (int i = 0; i < count; i++)
        copy[i] = weight[i];
    weight = copy;

    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++) {
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++) {
                    float sum = bias[o];

                    /* An image of x has c_in planes, one of y has c_out. */
                    for (int c = 0; c < c_in; c++)
                        for (int u = 0; u < kh; u++)
                            for (int v = 0; v < kw; v++) {
                                int plane = b * c_in + c;
                                int kernel = o * c_in + c;

                                sum += x[(plane * h + i + u) * w + j + v] *
                                       weight[(kernel * kh + u) * kw + v];
                            }
                    y[((b * c_out + o) * oh + i) * ow + j] = sum;
                }
            free(copy);
        }
}
