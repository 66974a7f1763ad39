/* Words that the compiler's own vectors spell alike on every machine. Read by
 * each vocabulary once it knows what a vector is. */
#ifndef CONVLINGS_SIMD_WORDS_H
#define CONVLINGS_SIMD_WORDS_H

static inline vector vector_add(vector a, vector b)
{
    return a + b;
}

static inline vector vector_div(vector a, vector b)
{
    return a / b;
}

static inline vector vector_mul(vector a, vector b)
{
    return a * b;
}

#endif
