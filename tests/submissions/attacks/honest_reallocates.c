// expect: exercise=max_pool_1d verdict=pass row=honest
/* A list that grows, and a copy of a string. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    float *list = NULL;
    char *name = strdup("max_pool_1d");
    for (int i = 0; i < w / kw; i++) {
        list = realloc(list, sizeof *list * (size_t)(i + 1));
        list[i] = x[i * kw];
        for (int v = 1; v < kw; v++)
            if (x[i * kw + v] > list[i])
                list[i] = x[i * kw + v];
    }
    memcpy(y, list, sizeof *list * (size_t)(w / kw));
    free(list);
    free(name);
}
