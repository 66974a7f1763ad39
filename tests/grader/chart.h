/* The test chart that the project ships (chapters/chart.png), as the input
 * of a function that takes an image and something to lay over it:
 * (x, h, w, k, kh, kw, then outputs). */
#ifndef CONVLINGS_CHART_H
#define CONVLINGS_CHART_H

#include "call.h"

/* How large the output y is, where there is one. */
enum chart_size { CHART_VALID, CHART_SAME };

/* A call with the chart, grey levels 0 to 255, and a named kernel of the
 * library (reference/filter.h), scaled by `scale`. */
struct call *chart_call(const struct param *params, const char *kernel,
                        int size, float sigma, float scale,
                        enum chart_size output);
/* A call with the chart and the pattern hidden in it. */
struct call *chart_search(const struct param *params);
/* Puts the colour picture of chapter 4 into an input: rank 3, channels x h x w,
 * or rank 4, one such image. */
void chart_colour(struct call *c, int x, int rank);

#endif
