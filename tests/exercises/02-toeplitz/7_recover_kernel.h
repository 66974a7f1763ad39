/* What the check of recover_kernel and its wrong programs share: the fit of
 * unknowns to equations, right and wrong ones.
 */
#ifndef CONVLINGS_CHECK_RECOVER_KERNEL_H
#define CONVLINGS_CHECK_RECOVER_KERNEL_H

#include "tests/grader/exercise.h"

enum { X, N, H, W, Y, KH, KW, KERNEL, BIAS };
enum { FIT_MOST = 25 };

model right_recover_kernel;
extern const struct misconception wrong_recover_kernel[];

/* The sizes of a call. */
struct fit_sizes {
    int n, h, w, kh, kw, oh, ow, taps;
};

struct fit_sizes fit_sizes_of(const struct call *c);

/* Normal equations A z = b, and what their error depends on: how many
 * equations there were, the largest row sum of |A|, and |y|^2. */
struct fit {
    int unknowns, equations;
    double A[FIT_MOST][FIT_MOST], b[FIT_MOST];
    double absolute[FIT_MOST], square;
};

/* One equation more: row . z = y. */
void fit_add(struct fit *f, const double *row, double y);
/* Solves; false if that is impossible. *error: how far an honest program in
 * double may be from any element of z. */
bool fit_solve(const struct fit *f, double *z, double *error);
/* The row of the output (a, i, j): its window, and a 1 for the bias. */
void fit_window(const struct call *c, int a, int i, int j, double *row);

#endif
