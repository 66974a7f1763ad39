#ifndef CONVLINGS_WHOLE_H
#define CONVLINGS_WHOLE_H

/* Whole numbers, of which blocks and bands are made. For the library's own
 * files. */

static inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

static inline int larger(int a, int b)
{
    return a > b ? a : b;
}

/* a / b, rounded up; a >= 1. */
static inline int divided_up(int a, int b)
{
    return (a - 1) / b + 1;
}

/* The greatest common divisor. */
static inline int gcd(int a, int b)
{
    return b == 0 ? a : gcd(b, a % b);
}

#endif
