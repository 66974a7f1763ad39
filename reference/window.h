#ifndef CONVLINGS_WINDOW_H
#define CONVLINGS_WINDOW_H

#include "pad.h"
#include "shape.h"

/* A window that slides over depth, height and width: what convolutions,
 * pools and unfold have in common. An operator of fewer dimensions leaves
 * out the first axes, as images one plane deep or one row high. For the
 * library's own files. */
#pragma GCC visibility push(hidden)

enum { REF_AXES = 3 };

/* axis: sizes and options of the three axes, by REF_AXIS_D, _H, _W
 * out:  positions of the window along each; ref_window_measure fills it */
typedef struct ref_window {
    ref_axis axis[REF_AXES];
    int out[REF_AXES];
} ref_window;

/* An axis that is not there: one element, one tap, one position. */
#define REF_NO_AXIS(which) ((ref_axis){which, 1, 1, 1, 0, 0, 1})

/* The windows of one, two and three dimensions: of an operator's sizes, and of
 * its options q, which call stride, padding and dilation by the same letters. */
#define REF_WINDOW1D(w, kw, q)                                                 \
    ((ref_window){                                                             \
        .axis = {REF_NO_AXIS(REF_AXIS_D),                                      \
                 REF_NO_AXIS(REF_AXIS_H),                                      \
                 {REF_AXIS_W, w, kw, (q).sw, (q).pl, (q).pr, (q).dw}}})
#define REF_WINDOW2D(h, w, kh, kw, q)                                          \
    ((ref_window){                                                             \
        .axis = {REF_NO_AXIS(REF_AXIS_D),                                      \
                 {REF_AXIS_H, h, kh, (q).sh, (q).pt, (q).pb, (q).dh},          \
                 {REF_AXIS_W, w, kw, (q).sw, (q).pl, (q).pr, (q).dw}}})
#define REF_WINDOW3D(d, h, w, kd, kh, kw, q)                                   \
    ((ref_window){                                                             \
        .axis = {{REF_AXIS_D, d, kd, (q).sd, (q).pf, (q).pk, (q).dd},          \
                 {REF_AXIS_H, h, kh, (q).sh, (q).pt, (q).pb, (q).dh},          \
                 {REF_AXIS_W, w, kw, (q).sw, (q).pl, (q).pr, (q).dw}}})

/* Checks the three axes and counts the positions of the window.
 *   w  in   axis                            out  out, each >= 1
 * Errors   those of ref_output_size */
REF_MUST_USE ref_status ref_window_measure(ref_window *w);

/* Hands out the positions along the axes from first on, as the ..._output
 * functions of the operators promise.
 *   w           in   a window that was measured
 *   first       in   REF_AXIS_D, _H or _W for 3, 2 or 1 dimensions
 *   od, oh, ow  out  the sizes; those before first are not looked at
 * Errors   REF_ENULL; nothing is written on error */
REF_MUST_USE ref_status ref_window_give(const ref_window *w, int first, int *od,
                                        int *oh, int *ow);

/* Measures a window and hands out its positions: what the ..._output functions
 * do whose operators have nothing else to check.
 * Errors   those of both */
REF_MUST_USE ref_status ref_window_output(ref_window w, int first, int *od,
                                          int *oh, int *ow);

/* Elements of the axes, taps of the kernel, positions of the window: products
 * of three sizes that were seen to be those of arrays. */
ptrdiff_t ref_window_elements(const ref_window *w);
ptrdiff_t ref_window_taps(const ref_window *w);
ptrdiff_t ref_window_positions(const ref_window *w);

/* Refuses a padding mode that does not exist, and padding further than the
 * mode reaches.
 * Errors   REF_EPARAM */
REF_MUST_USE ref_status ref_window_check_mode(const ref_window *w,
                                              ref_pad_mode mode);

/* Where a tap stands along an axis: position*s - before + tap*d, which is
 * outside of 0 .. n-1 in the padding. As wide as a pointer: in a pool's ceil
 * mode the last taps may stand where no int reaches. */
ptrdiff_t ref_window_place(const ref_axis *a, int position, int tap);

/* Some neighbours: first .. end-1, first <= end. */
typedef struct ref_range {
    int first, end;
} ref_range;

/* Those of the places j*s + offset, 0 <= j < count, that lie inside an axis; all
 * of them fit an int.
 *   a  in   the axis, seen to be right       count  in  how many */
ref_range ref_axis_inside(const ref_axis *a, int count, int offset);

/* The positions whose tap u (0 .. k-1) lies inside the axis.
 *   a    in   the axis, seen to be right     out  in  its positions
 *   tap  in   which element of the kernel */
ref_range ref_window_inside(const ref_axis *a, int out, int tap);

/* One axis as seen from one position of the window.
 *   first   where tap 0 stands; below 0 in the padding
 *   inside  the taps that stand inside
 *   plain   each tap that sees an element sees another, in ascending order */
typedef struct ref_sight {
    const ref_axis *axis;
    ref_pad_mode mode;
    int first, plain;
    ref_range inside;
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
