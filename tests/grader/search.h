/* Programs that look for a pattern in an image, right and wrong ones: they
 * score every window of the image and tell the place of the best. The call
 * is (x, h, w, p, ph, pw, row, col).
 */
#ifndef CONVLINGS_SEARCH_H
#define CONVLINGS_SEARCH_H

#include "answer.h"

/* A window of the image, its top left corner at row i, column j. */
struct window {
    const struct call *call;
    int h, w, ph, pw;
    int i, j;
};

/* The window at row 0, column 0. */
struct window window_of(const struct call *c);
/* The elements that lie on each other at row u, column v. */
double window_x(const struct window *m, int u, int v);
double window_p(const struct window *m, int u, int v);

/* Sums over a window of products of x - mx and p - mp. */
struct sums {
    double xp, xx, pp;
};

struct sums window_sums(const struct window *m, double mx, double mp);
/* Whether two windows of an image hold the same numbers. */
bool window_is_same(const struct window *m, const struct window *o);
void window_means(const struct window *m, double *mx, double *mp);

/* What a program takes for the likeness of a window. */
typedef double score(const struct window *m);

score score_ncc;      /* normalised cross-correlation, the right one */
score score_bare_ncc; /* NaN, not 0, where window or pattern is constant */

/* Which of the windows is best, and what else a wrong program may do. */
struct search {
    score *score;
    double begin;   /* the best so far, before the first window */
    bool last;      /* of equal windows the last, not the first */
    bool columns;   /* column after column, not row after row */
    int rows_out;   /* so many rows of windows left out at the end */
    int cols_out;   /* so many columns of windows */
    bool forgets;   /* the best so far stays what it began with */
    bool from_zero; /* row and column begin as 0, not unset */
};

extern const struct search search_right;

/* False: no window was better than the beginning; row, col as they were. */
bool search_place(const struct call *c, const struct search *s, int *row,
                  int *col);
/* As a wrong model; how is a struct search. Where rounding decides which
 * window is best, nothing is said. */
wrong_model search_run;
/* Means and sums of so many small integers are exact in float, also when
 * multiplied with the reciprocal of their number. */
bool search_is_exact(int count);
/* What a program tells. */
void search_put(struct answer *a, int row, int col);

#endif
