// expect: verdict=pass
// Each window copied and sorted; the last is the largest.
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;

    return (x > y) - (x < y);
}

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    size_t bytes = sizeof *x * (size_t)kw;
    float *window = malloc(bytes);

    for (int i = 0; i < w / kw && window != NULL; i++) {
        memcpy(window, x + i * kw, bytes);
        qsort(window, (size_t)kw, sizeof *window, by_size);
        y[i] = window[kw - 1];
    }
    free(window);
}
