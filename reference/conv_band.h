#ifndef CONVLINGS_CONV_BAND_H
#define CONVLINGS_CONV_BAND_H

#include <stdbool.h>
#include <stddef.h>

#include "microkernels/microkernels.h"
#include "pad.h"
#include "window.h"

/* What a block of positions of y sees of x, laid out for vectors.
 *
 * A sheet holds what the block sees of one plane of x (one channel, one tap of
 * the depth). In it
 *   - the positions of a row of y stand side by side for every tap, whatever
 *     the stride: columns of x whose place is the same modulo the stride (a
 *     phase) are neighbours;
 *   - the next row of y is one pitch further on for every tap;
 *   - the padding is there, in its mode, so nobody needs to look for it again.
 * So position (i, j) sees through tap (u, v) what stands at
 *     i*pitch + j + ref_band_tap(b, u, v),
 * and a vector of positions is a vector of the sheet. With stride 2 and three
 * taps a row of x
 *     0 1 2 3 4 5 6 7 8      becomes      0 2 4 6 8 | 1 3 5 7
 * and taps 0, 1, 2 begin at 0, at 1, and at 2. Where a block sees no padding
 * and the columns' stride is 1, x itself is such a band, and nothing is
 * copied. For the library's own files. */
#pragma GCC visibility push(hidden)

/* How the places that one axis' taps see are sorted: tap v sees phase
 * v % phases, from slot v*d / s on, where position 0 is; the next positions see
 * the next slots, and a phase has as many as all its taps need. Where a wide
 * dilation would leave most of them unused, the taps stand apart: each has a
 * phase of its own, from slot 0 on. */
typedef struct ref_phases {
    int phases, slots;
    bool apart;
} ref_phases;

/* A block: rows first_row .. first_row + rows - 1 of y, columns likewise, at
 * one position of the depth. */
typedef struct ref_block {
    int depth, first_row, rows, first_col, cols;
} ref_block;

typedef struct ref_band {
    const ref_window *window;
    ref_pad_mode mode;
    bool in_place;       /* x is the band; then row, col and fill are empty */
    ref_phases row, col; /* of the sheet's rows, and of its columns */
    ptrdiff_t pitch, sheet; /* floats from row to row, from sheet to sheet */
    ptrdiff_t start;        /* where position (0, 0), tap (0, 0) stands */
    ref_fill fill;
} ref_band;

/* Bytes that ref_band_lay_out needs for its lists, for a block of so many rows
 * and columns or a smaller one; and the floats of a sheet. */
size_t ref_band_list_bytes(const ref_window *w, int rows, int cols);
ptrdiff_t ref_band_sheet(const ref_window *w, int rows, int cols);

/* How the columns of a block are sorted: its slots are the pitch of a band that
 * is not in place. */
ref_phases ref_band_columns(const ref_window *w, int cols);

/* Lays out the band of a block. Its fill leaves out the zeros of the padding,
 * which are the same in every sheet: clear the sheets once before.
 *   w, mode  in   a window that was measured, what stands in the padding
 *   block    in   the block
 *   in_place in   whether the band may be x itself
 *   lists    in   memory of ref_band_list_bytes, in use as long as the band */
ref_band ref_band_lay_out(const ref_window *w, ref_pad_mode mode,
                          const ref_block *block, bool in_place, void *lists);

/* Where tap (u, v) begins in a sheet. */
ptrdiff_t ref_band_tap(const ref_band *b, int u, int v);

/* Which plane of x tap t of the depth sees at a block, or -1: padding. */
int ref_band_plane(const ref_window *w, ref_pad_mode mode, int position, int t);

#pragma GCC visibility pop

#endif
