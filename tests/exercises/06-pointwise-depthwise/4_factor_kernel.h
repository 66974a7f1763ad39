/* What the check of factor_kernel and its wrong programs share. */
#ifndef CONVLINGS_CHECK_FACTOR_KERNEL_H
#define CONVLINGS_CHECK_FACTOR_KERNEL_H

#include "tests/grader/exercise.h"

enum { K, KH, KW, COL, ROW, RESULT };
enum { SIDE_MAX = 32 };

/* A kernel taken apart: the pair, and how far it is from k. */
struct factors {
    int kh, kw;
    double col[SIDE_MAX], row[SIDE_MAX];
    double greatest; /* of all |k| */
};

struct factors factors_of(const struct call *c);
/* The first row and what comes of division at column v, also by 0. */
struct factors factors_at(const struct call *c, int v);
/* The same pair if k is an outer product, divided where most programs divide:
 * at the first number of k that is not 0. */
struct factors factors_at_first(const struct call *c);
/* k[u, v] less what the pair says. */
double factors_off(const struct call *c, const struct factors *f, int u, int v);
/* Writes the pair and 1, or zeros and 0. */
void factors_put(struct answer *a, const struct factors *f, bool is_product);
model right_factor_kernel;
extern const struct misconception wrong_factor_kernel[];

#endif
