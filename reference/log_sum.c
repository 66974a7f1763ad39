/* One term of the sum, the largest, is taken out: the others are exponentials
 * of numbers <= 0, so nothing overflows, and log(sum) = largest + log(1 +
 * rest). log1p keeps a rest that is tiny beside 1, and the logarithm of a
 * softmax then is the sum of two numbers <= 0, in which nothing cancels. */
#include "log_sum.h"

#include <math.h>

/* A NaN is found by no comparison but spoils its term, and an infinite
 * largest, of which inf - inf is left, the sum. */
ref_log_sum ref_log_sum_of(const float *line, int count, ptrdiff_t step)
{
    int at = 0;
    double largest, rest;

    for (int k = 1; k < count; k++)
        if (line[k * step] > line[at * step])
            at = k;
    largest = (double)line[at * step];
    rest = largest - largest;
    for (int k = 0; k < count; k++)
        if (k != at)
            rest += exp((double)line[k * step] - largest);
    return (ref_log_sum){largest, rest};
}

double ref_softmax_of(double score, const ref_log_sum *sum)
{
    return exp(score - sum->largest) / (1 + sum->rest);
}

double ref_log_softmax_of(double score, const ref_log_sum *sum)
{
    return score - sum->largest - log1p(sum->rest);
}
