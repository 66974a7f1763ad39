// expect: exercise=avg_pool_2d verdict=memory_error row=17
/* Gives a block back twice. */
#include "exercises.h"

#include <stdlib.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    void *volatile copy = malloc(16);
    free(copy);
    free(copy);
}
