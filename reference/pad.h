#ifndef CONVLINGS_PAD_H
#define CONVLINGS_PAD_H

#include "status.h"

/* What stands outside an axis a b c d:
 *   REF_PAD_ZEROS      0 0 0 | a b c d | 0 0 0
 *   REF_PAD_REFLECT    d c b | a b c d | c b a    the edge is the mirror
 *   REF_PAD_SYMMETRIC  c b a | a b c d | d c b    the mirror is beside it
 *   REF_PAD_REPLICATE  a a a | a b c d | d d d
 *   REF_PAD_CIRCULAR   b c d | a b c d | a b c
 * All but symmetric are PyTorch's; symmetric is NumPy's. */
typedef enum ref_pad_mode {
    REF_PAD_ZEROS,
    REF_PAD_REFLECT,
    REF_PAD_SYMMETRIC,
    REF_PAD_REPLICATE,
    REF_PAD_CIRCULAR
} ref_pad_mode;

enum { REF_PAD_MODE_COUNT = REF_PAD_CIRCULAR + 1 };

/* Which element of an axis is seen at position i: the five modes as one map.
 *   mode  in   one of the five
 *   i     in   any position; 0 .. n-1 is inside and maps to itself
 *   n     in   size of the axis, >= 1
 * Returns  the source index in 0 .. n-1, or -1: nothing is there (a zero).
 *          -1 also for an n < 1 or a mode that does not exist
 * Sizes    right at any distance: mirrors and copies repeat for ever, as in
 *          numpy.pad. An axis of 1 has nothing to mirror; reflect then gives
 *          its only element, again as numpy.pad
 * Threads  safe */
REF_MUST_USE int ref_pad_index(ref_pad_mode mode, int i, int n);

/* The most padding that an operator accepts on one side of an axis of n.
 * Returns  n-1 for reflect and n for circular, where PyTorch stops: one
 *          mirror, one lap; INT_MAX for the others; 0 if n < 1 or the mode
 *          does not exist
 * Threads  safe */
REF_MUST_USE int ref_pad_limit(ref_pad_mode mode, int n);

/* A mode by its name in small letters: "zeros", "reflect", "symmetric",
 * "replicate", "circular".
 *   name  in   the name                     mode  out  the mode
 * Errors   REF_ENULL; REF_EPARAM: no mode has this name, the message lists
 *          them; *mode is untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_pad_mode_named(const char *name,
                                           ref_pad_mode *mode);

/* The name of a mode.
 * Returns  a static string; "unknown mode" outside the enumeration
 * Threads  safe */
REF_MUST_USE const char *ref_pad_mode_name(ref_pad_mode mode);

#endif
