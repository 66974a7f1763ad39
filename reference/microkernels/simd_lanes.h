/* Words spelled lane by lane, for vocabularies whose machine has none of them.
 * Read by such a vocabulary once it can load and store a vector. */
#ifndef CONVLINGS_SIMD_LANES_H
#define CONVLINGS_SIMD_LANES_H

#include <stddef.h>

/* Lanes first .. end-1 of p, 0 <= first <= end <= VL, and none in the others;
 * no more is read, not even p. */
static inline vector vector_load_between(const float *p, int first, int end,
                                         vector none)
{
    float lanes[VL];

    vector_store(lanes, none);
    for (int l = first; l < end; l++)
        lanes[l] = p[l];
    return vector_load(lanes);
}

/* The first n of p[0], p[step], p[2*step], ... and zeros; no more is read. */
static inline vector vector_gather(const float *p, int step, int n)
{
    float lanes[VL] = {0.0f};

    for (int l = 0; l < n && l < VL; l++)
        lanes[l] = p[(ptrdiff_t)l * step];
    return vector_load(lanes);
}

#endif
