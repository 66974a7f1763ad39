#ifndef CONVLINGS_SIGHT_H
#define CONVLINGS_SIGHT_H

#include "pad.h"
#include "shape.h"
#include "status.h"

/* Which elements of an axis a window sees from one position, and through which
 * of its taps; padding modes may show one element to several taps. For the
 * library's own files. */
#pragma GCC visibility push(hidden)

/* One axis as seen from one position of the window.
 *   first  where tap 0 stands; below 0 in the padding
 *   plain  each tap that sees an element sees another, in ascending order */
typedef struct ref_sight {
    const ref_axis *axis;
    ref_pad_mode mode;
    int first, plain;
} ref_sight;

ref_sight ref_sight_from(const ref_axis *axis, ref_pad_mode mode, int position);

/* The element that a tap sees, or -1. */
int ref_sight_element(const ref_sight *s, int tap);

/* The least element above another (-1: the least of all) that some tap sees,
 * or -1 if there is none. */
int ref_sight_next(const ref_sight *s, int above);

/* The first tap after another (-1: the first of all) that sees an element,
 * one that the window sees; or -1 if there is none. */
int ref_sight_tap(const ref_sight *s, int element, int after);

/* How many elements the window sees, over all positions.
 *   axis, mode, out  in   as measured       count  out  the sum
 * Errors   REF_EOVERFLOW: the count takes more than 2^26 steps. It takes a
 *          step for each tap or position, whichever are fewer, when nothing
 *          stands in the padding; else one for each window over the edge, or
 *          in a mirror one for each of its taps; *count is untouched on error
 */
REF_MUST_USE ref_status ref_sight_count(const ref_axis *axis, ref_pad_mode mode,
                                        int out, long long *count);

#pragma GCC visibility pop

#endif
