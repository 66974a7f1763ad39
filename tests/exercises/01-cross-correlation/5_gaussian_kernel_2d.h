/* What the check of gaussian_kernel_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_GAUSSIAN_KERNEL_2D_H
#define CONVLINGS_CHECK_GAUSSIAN_KERNEL_2D_H

#include "tests/grader/exercise.h"

enum { SIZE, SIGMA, K };

/* The exponent a of element [u, v], whose value is g = exp(-a). */
typedef double exponent(int u, int v, int size, double sigma);

/* By what the value at element n is divided. g holds all values. */
typedef double divisor(const double *g, int n, int size, double sigma);

/* A bell; what is NULL is right. */
struct bell {
    exponent *exponent;
    divisor *divisor;
};

wrong_model gaussian_bell; /* how is a struct bell */
exponent gaussian_exponent;
model right_gaussian_kernel_2d;
extern const struct misconception wrong_gaussian_kernel_2d[];

#endif
