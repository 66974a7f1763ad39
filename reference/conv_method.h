#ifndef CONVLINGS_CONV_METHOD_H
#define CONVLINGS_CONV_METHOD_H

#include <stdbool.h>
#include <stddef.h>

#include "conv_blocking.h"
#include "conv_task.h"

/* An algorithm as a plan sees it: it cuts a task into pieces, packs the weights
 * once, and then works in units that threads can share, since each writes its
 * own part of y. For the library's own files. */
#pragma GCC visibility push(hidden)

/* In all of them t is a task that ref_conv_check accepted and b how it is cut.
 *   choose      how to cut t; neither its arrays nor n are looked at
 *   share       b for so many threads, >= 1, and for t's n: blocks and parts
 *               are set, and blocks * parts is the number of units
 *   pack        writes the weights in the order in which they are read: c_out
 *               x c_in/groups kernels of b's taps
 *   desk_bytes  the work space of a thread; blocks and parts are not looked at
 *   unit        does unit number 0 .. blocks * parts - 1
 *     t       in   its bias is there, zeros for none; weight is not looked at
 *     packed  in   what pack wrote
 *     desk         desk_bytes of memory, aligned as memory.h says
 *     y       out  n x c_out x od x oh x ow; the unit's part of it */
typedef struct ref_conv_method {
    ref_conv_blocking (*choose)(const ref_conv_task *t);
    ref_conv_blocking (*share)(const ref_conv_blocking *b,
                               const ref_conv_task *t, int threads);
    void (*pack)(const ref_conv_task *t, const ref_conv_blocking *b,
                 float *packed);
    size_t (*desk_bytes)(const ref_conv_task *t, const ref_conv_blocking *b);
    void (*unit)(const ref_conv_task *t, const ref_conv_blocking *b,
                 const float *packed, ptrdiff_t number, void *desk, float *y);
} ref_conv_method;

/* Of conv_direct.c; and of conv_winograd.c, for F(2x2,3x3) and F(4x4,3x3): the
 * task's algorithm says which. */
extern const ref_conv_method ref_conv_direct, ref_conv_winograd;

/* Whether Winograd's can compute a task: 3 x 3, stride 1, dilation 1, a plane.
 */
bool ref_conv_winograd_fits(const ref_conv_task *t);

/* The one that is likely to be fastest: REF_CONV_DIRECT, _WINOGRAD_2 or _4.
 *   t  in   a task that was checked; n is not looked at */
ref_conv_algorithm ref_conv_winograd_fastest(const ref_conv_task *t);

#pragma GCC visibility pop

#endif
