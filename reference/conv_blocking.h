#ifndef CONVLINGS_CONV_BLOCKING_H
#define CONVLINGS_CONV_BLOCKING_H

#include <stddef.h>

#include "conv_band.h"
#include "conv_task.h"

/* How the direct algorithm cuts a convolution into pieces that fit registers
 * and caches. For the library's own files. */
#pragma GCC visibility push(hidden)

/* Where a register tile takes its vectors of positions from.
 *   REF_TILES_IN_ROWS  the band; a tile ends where its row of y does
 *   REF_TILES_FLAT     the band; a tile runs on into the next row, over the
 *                      columns between that no position of y has
 *   REF_TILES_PACKED   a panel, into which the tile's positions are copied tap
 *                      by tap: im2col of one tile
 *   REF_TILES_STACKED  the band; one channel of y, a block in one go */
typedef enum ref_tiling {
    REF_TILES_IN_ROWS,
    REF_TILES_FLAT,
    REF_TILES_PACKED,
    REF_TILES_STACKED
} ref_tiling;

/* Whose bands are filled in one go at most. */
enum { REF_MOST_GROUPS = 64 };

typedef struct ref_conv_blocking {
    const ref_microkernels *kernels;
    ref_tiling tiling;
    int tile_rows, tile_vectors; /* the register tile: MR, and NR in vectors */
    int tiles;                   /* of channels of y, in a group */
    int channels;                /* of x, summed in one go */
    int groups;                  /* whose bands are filled in one go */
    int rows, cols;              /* positions of a block */
    int row_blocks, col_blocks;  /* blocks along a plane of y */
    int parts;                   /* the tiles of all groups, cut for threads */

    /* Winograd's algorithms: y in patches of m x m, so many down and across a
     * plane; of a block of them so many at most, and the channels of so many
     * tiles together */
    int m, down, across, patches, together;
    ptrdiff_t blocks; /* of patches, of all images */
} ref_conv_blocking;

/* Chooses the pieces of a task that was checked; n is not looked at. */
ref_conv_blocking ref_conv_choose_blocking(const ref_conv_task *t);

/* The same pieces for so many threads, >= 1: parts is set. */
ref_conv_blocking ref_conv_share(const ref_conv_blocking *b,
                                 const ref_conv_task *t, int threads);

/* Taps of the kernel, kd*kh*kw; channels of a group of y. */
ptrdiff_t ref_conv_taps(const ref_conv_task *t);
int ref_conv_group_out(const ref_conv_task *t);

#pragma GCC visibility pop

#endif
