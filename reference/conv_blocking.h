#ifndef CONVLINGS_CONV_BLOCKING_H
#define CONVLINGS_CONV_BLOCKING_H

#include <stddef.h>

#include "conv_band.h"
#include "conv_task.h"

/* How a convolution is cut into pieces that fit registers and caches. For the
 * library's own files. */
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

typedef struct ref_conv_blocking {
    const ref_microkernels *kernels;
    ref_tiling tiling;
    int tile_rows, tile_vectors; /* the register tile: MR, and NR in vectors */
    int tiles;                   /* of channels of y, in a group */
    ptrdiff_t taps;              /* of a packed kernel; Winograd: (m+2)^2 */
    int channels;                /* of x, summed in one go */
    int groups;                  /* whose bands are filled in one go */
    int rows, cols;              /* positions of a block */
    int row_blocks, col_blocks;  /* blocks along a plane of y */

    /* Winograd's algorithms: y in patches of m x m, so many down and across a
     * plane; of a block of them so many at most, and the channels of so many
     * tiles together */
    int m, down, across, patches, together;

    /* the units of work: blocks of all images, each for parts of the tiles of
     * all groups */
    ptrdiff_t blocks;
    int parts;
} ref_conv_blocking;

/* The direct algorithm's choose and share; see conv_method.h. */
ref_conv_blocking ref_conv_choose_blocking(const ref_conv_task *t);
ref_conv_blocking ref_conv_share(const ref_conv_blocking *b,
                                 const ref_conv_task *t, int threads);

#pragma GCC visibility pop

#endif
