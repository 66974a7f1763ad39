/* max_unpool_2d: each maximum back to its place
 *
 *   y[o, k] = x[o, i, j]  where k = index[o, i, j]
 *   y[o, k] = 0           at all places that no index names
 *
 * k counts the places of one channel of y in row-major order.
 *
 *   x      in   c x h x w: what a maximum pool gave
 *   index  in   c x h x w: where it found it, from 0 to oh*ow-1
 *   y      out  c x oh x ow
 *
 * Sizes    c, h, w, oh, ow >= 1. y need not be larger than x: overlapping
 *          windows may find the same maximum more than once.
 * Repeats  If an index stands more than once in a channel, so does its
 *          number: it is written to its place, not added up.
 * Numbers  any finite floats, also negative ones and 0.
 * Arrays   x and index are only read. y overlaps neither, holds anything at
 *          all before the call, and every element of it is written.
 */
#include "exercises.h"

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    /* TODO: fill y with zeros and the numbers of x at their places. */
}
