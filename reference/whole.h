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

/* n, or the next multiple of step. */
static inline int rounded_up(int n, int step)
{
    return divided_up(n, step) * step;
}

/* The size of equal pieces of n, near most but no larger. */
static inline int even_piece(int n, int most)
{
    return divided_up(n, divided_up(n, most));
}

/* The greatest common divisor. */
static inline int gcd(int a, int b)
{
    return b == 0 ? a : gcd(b, a % b);
}

#endif
