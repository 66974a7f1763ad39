/* One vocabulary's words, one after the other. */
#include "words.h"

#include "reference/microkernels/kernels.h"

static void load_store(const float *x, float *y)
{
    vector_store(y, vector_load(x));
}

static void set(float a, float *y)
{
    vector_store(y, vector_set(a));
}

static void add(const float *a, const float *b, float *y)
{
    vector_store(y, vector_add(vector_load(a), vector_load(b)));
}

static void fma_of(const float *a, const float *b, const float *c, float *y)
{
    vector_store(y, vector_fma(vector_load(a), vector_load(b), vector_load(c)));
}

static float scalar_fma_of(float a, float b, float c)
{
    return scalar_fma(a, b, c);
}

static void max(const float *a, const float *b, float *y)
{
    vector_store(y, vector_max(vector_load(a), vector_load(b)));
}

static void load_first(const float *p, int n, float *y)
{
    vector_store(y, vector_load_first(p, n));
}

static void store_first(const float *x, int n, float *p)
{
    vector_store_first(p, vector_load(x), n);
}

static void even(const float *a, const float *b, float *y)
{
    vector_store(y, vector_even(vector_load(a), vector_load(b)));
}

static void odd(const float *a, const float *b, float *y)
{
    vector_store(y, vector_odd(vector_load(a), vector_load(b)));
}

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const words REF_KERNEL(words) = {
    .name = TEXT(REF_SIMD),
    .lanes = VL,
    .load_store = load_store,
    .set = set,
    .add = add,
    .fma = fma_of,
    .scalar_fma = scalar_fma_of,
    .max = max,
    .load_first = load_first,
    .store_first = store_first,
    .even = even,
    .odd = odd,
};
