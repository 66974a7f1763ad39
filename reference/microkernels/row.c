/* Loops over one row. A row that is dense goes vector by vector;
 * what is left over, and rows with a step, go one by one with the same
 * operations, so that an element's bits do not depend on where in the row it
 * stands. */
#include "kernels.h"

void REF_KERNEL(axpy)(float a, const float *x, int count, float *y, int step)
{
    int j = 0;

    if (step == 1) {
        vector wide = vector_set(a);

        for (; j <= count - VL; j += VL)
            vector_store(y + j, vector_fma(wide, vector_load(x + j),
                                           vector_load(y + j)));
    }
    for (; j < count; j++)
        y[(ptrdiff_t)j * step] = scalar_fma(a, x[j], y[(ptrdiff_t)j * step]);
}

/* VL partial sums side by side, then their sum in halves. */
float REF_KERNEL(dot)(const float *x, const float *w, ptrdiff_t count)
{
    vector sums = vector_set(0.0f);
    float lanes[VL];
    ptrdiff_t j = 0;

    for (; j <= count - VL; j += VL)
        sums = vector_fma(vector_load(x + j), vector_load(w + j), sums);
    vector_store(lanes, sums);
    for (int l = 0; j < count; j++, l++)
        lanes[l] = scalar_fma(x[j], w[j], lanes[l]);
    for (int half = VL / 2; half > 0; half /= 2)
        for (int l = 0; l < half; l++)
            lanes[l] += lanes[l + half];
    return lanes[0];
}
