/* Dropout. The i-th number of SplitMix64 depends on its seed and on i alone,
 * for its state only counts up by a constant: a generator that is entered
 * anywhere, in any order, and has nothing to keep between calls. */
#include "dropout.h"

#include "check.h"

/* 2^64 divided by the golden ratio, made odd: what the state counts up by. */
static const uint64_t golden = 0x9e3779b97f4a7c15u;

/* Stafford's mix, as Vigna's splitmix64.c has it: every bit of the result
 * depends on every bit of the state. */
static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* Number i of the generator, in [0, 1): its first 53 bits, exactly. */
static double number(uint64_t seed, uint64_t i)
{
    return (double)(mix(seed + (i + 1) * golden) >> 11) * 0x1p-53;
}

ref_status ref_dropout(const float *x, size_t count, float p, uint64_t seed,
                       float *y)
{
    const double kept = 1 - (double)p;

    if (!(p >= 0 && p <= 1)) /* a NaN is in no range */
        return ref_fail(REF_EPARAM,
                        "argument 'p' is %g; it must be from 0 to 1",
                        (double)p);
    REF_TRY(ref_check_flat(x, count, y, count, REF_OUT_IN_PLACE));
    for (size_t i = 0; i < count; i++)
        y[i] = number(seed, i) < (double)p ? x[i] * 0
                                           : (float)((double)x[i] / kept);
    return REF_OK;
}
