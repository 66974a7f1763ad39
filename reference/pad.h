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

/* The most axes that the functions below take. */
enum { REF_PAD_MAX_RANK = 32 };

/* Pads or crops every axis of an array.
 *   y[i,j,...] = x[i',j',...], i' = ref_pad_index(mode, i - before[0],
 *   dims[0]) and so on for each axis; 0 where one of them is -1
 *   x              in   dims[0] x ... x dims[rank-1]
 *   dims           in   the rank sizes of x
 *   before, after  in   rank numbers each: how many elements are added on
 *                       the two sides of an axis; a negative number takes so
 *                       many away
 *   mode           in   what stands in the padding
 *   y              out  the sizes that ref_pad_output gives; every element
 *                       is written; overlaps x nowhere
 * Sizes    axis a of y has dims[a] + before[a] + after[a] elements, at least
 *          1; but an axis of 0 to which nothing is added stays 0. Zeros may
 *          be added to an axis of 0. x, or x and y, may be NULL if they have
 *          no elements; rank is 1 .. REF_PAD_MAX_RANK
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 0, or nothing left of an axis;
 *          REF_EPARAM: rank, a mode that does not exist, padding beyond
 *          ref_pad_limit, and the message counts axes from 0; REF_EOVERFLOW:
 *          an axis beyond INT_MAX, an array beyond PTRDIFF_MAX bytes;
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy exact: elements are moved
 * Specials moved like any number
 * Threads  safe on distinct y
 * Source   torch.nn.functional.pad; symmetric: numpy.pad. Where one side is
 *          padded and the other cropped, the padding continues the whole
 *          axis: PyTorch has it so for reflect and replicate, but its
 *          circular repeats the cropped axis. PyTorch refuses some crops of
 *          what was only added; an empty result it gives in mode constant */
REF_MUST_USE ref_status ref_pad(const float *x, const int *dims, int rank,
                                const int *before, const int *after,
                                ref_pad_mode mode, float *y);

/* The same in mode zeros with another number than 0 around x.
 *   value          in   what stands in the padding; may be NaN or infinite
 *   x .. after, y       as ref_pad
 * Sizes, Memory, Errors, Accuracy, Specials, Threads, Source  as ref_pad */
REF_MUST_USE ref_status ref_pad_constant(const float *x, const int *dims,
                                         int rank, const int *before,
                                         const int *after, float value,
                                         float *y);

/* The sizes of ref_pad's output.
 *   dims .. mode   in   as ref_pad
 *   out_dims       out  the rank sizes; may be dims itself
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW as ref_pad;
 *          out_dims is untouched on error
 * Threads  safe on distinct out_dims */
REF_MUST_USE ref_status ref_pad_output(const int *dims, int rank,
                                       const int *before, const int *after,
                                       ref_pad_mode mode, int *out_dims);

#endif
