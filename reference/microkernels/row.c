/* Loops over one row, written once and compiled once for each vocabulary:
 * REF_SIMD_HEADER names the header and REF_SIMD the machine. A row that is
 * dense on both sides goes vector by vector; what is left over, and rows with
 * a step, go one by one with the same operations, so that an element's bits do
 * not depend on where in the row it stands. */
#include REF_SIMD_HEADER
#include "microkernels.h"

static void axpy(float a, const float *x, int step, int count, float *y)
{
    int j = 0;

    if (step == 1) {
        vector wide = vector_set(a);

        for (; j <= count - VL; j += VL)
            vector_store(y + j, vector_fma(wide, vector_load(x + j),
                                           vector_load(y + j)));
    }
    for (; j < count; j++)
        y[j] = scalar_fma(a, x[(ptrdiff_t)j * step], y[j]);
}

static void axpy_spread(float a, const float *x, int count, float *y, int step)
{
    if (step == 1) {
        axpy(a, x, 1, count, y);
        return;
    }
    for (int j = 0; j < count; j++)
        y[(ptrdiff_t)j * step] = scalar_fma(a, x[j], y[(ptrdiff_t)j * step]);
}

static void add(const float *x, int step, int count, float *y)
{
    int j = 0;

    if (step == 1)
        for (; j <= count - VL; j += VL)
            vector_store(y + j,
                         vector_add(vector_load(x + j), vector_load(y + j)));
    for (; j < count; j++)
        y[j] += x[(ptrdiff_t)j * step];
}

/* x != x: only NaN is not itself. */
static void max(const float *x, int step, int count, float *y)
{
    int j = 0;

    if (step == 1)
        for (; j <= count - VL; j += VL)
            vector_store(y + j,
                         vector_max(vector_load(x + j), vector_load(y + j)));
    for (; j < count; j++) {
        float value = x[(ptrdiff_t)j * step];

        if (value > y[j] || value != value)
            y[j] = value;
    }
}

/* VL partial sums side by side, then their sum in halves. */
static float dot(const float *x, const float *w, ptrdiff_t count)
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

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)
#define JOINED(a, b) a##b
#define JOIN(a, b) JOINED(a, b)

const ref_microkernels JOIN(ref_microkernels_, REF_SIMD) = {
    .name = TEXT(REF_SIMD),
    .axpy = axpy,
    .axpy_spread = axpy_spread,
    .add = add,
    .max = max,
    .dot = dot,
};
