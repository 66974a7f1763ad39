// expect: verdict=pass
/* Takes memory in every way there is, grows it, and gives all of it back. */
#define _POSIX_C_SOURCE 200809L
#include "exercises.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    size_t floats = (size_t)(c_in * kh * kw);
    float *part = aligned_alloc(64, (floats * 4 + 63) / 64 * 64);
    float *half = calloc(floats / 2 + 1, sizeof *half);
    char *name = strdup("conv2d");
    void *nothing = malloc(0);
    void *aligned = NULL;

    free(NULL);
    assert(part != NULL && half != NULL && name != NULL);
    assert((uintptr_t)half % 16 == 0 && (uintptr_t)part % 64 == 0);
    assert(posix_memalign(&aligned, 128, 10) == 0);
    assert(half[floats / 2] == 0);
    half = realloc(half, floats * sizeof *half);
    name = realloc(name, 100);
    assert(half != NULL && name != NULL && strcmp(name, "conv2d") == 0);

    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++) {
                    float sum = bias[o];

                    memcpy(part, weight + (size_t)o * floats,
                           floats * sizeof *part);
                    memcpy(half, part, floats * sizeof *half);

                    /* An image of x has c_in planes, one of y has c_out. */
                    for (int c = 0; c < c_in; c++)
                        for (int u = 0; u < kh; u++)
                            for (int v = 0; v < kw; v++) {
                                int plane = b * c_in + c;

                                sum += x[(plane * h + i + u) * w + j + v] *
                                       half[(c * kh + u) * kw + v];
                            }
                    y[((b * c_out + o) * oh + i) * ow + j] = sum;
                }
    free(part);
    free(half);
    free(name);
    free(nothing);
    free(aligned);
}
