/* One vocabulary's words, one after the other. */
#include "words.h"

#include <string.h>

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

static void divide(const float *a, const float *b, float *y)
{
    vector_store(y, vector_div(vector_load(a), vector_load(b)));
}

static void mul(const float *a, const float *b, float *y)
{
    vector_store(y, vector_mul(vector_load(a), vector_load(b)));
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

static void load_between(const float *p, int first, int end, float none,
                         float *y)
{
    vector_store(y, vector_load_between(p, first, end, vector_set(none)));
}

static void gather(const float *p, int step, int n, float *y)
{
    vector_store(y, vector_gather(p, step, n));
}

static void widen(const float *p, double *y)
{
    vector_of_doubles v = vector_widen(p);

    memcpy(y, &v, sizeof v);
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

static void zip_low(const float *a, const float *b, float *y)
{
    vector_store(y, vector_zip_low(vector_load(a), vector_load(b)));
}

static void zip_high(const float *a, const float *b, float *y)
{
    vector_store(y, vector_zip_high(vector_load(a), vector_load(b)));
}

#define TEXT_OF(word) #word
#define TEXT(word) TEXT_OF(word)

const words REF_KERNEL(words) = {
    .name = TEXT(REF_SIMD),
    .lanes = VL,
    .load_store = load_store,
    .set = set,
    .add = add,
    .div = divide,
    .mul = mul,
    .fma = fma_of,
    .scalar_fma = scalar_fma_of,
    .max = max,
    .load_first = load_first,
    .load_between = load_between,
    .gather = gather,
    .widen = widen,
    .store_first = store_first,
    .even = even,
    .odd = odd,
    .zip_low = zip_low,
    .zip_high = zip_high,
};
