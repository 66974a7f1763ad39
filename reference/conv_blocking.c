/* The sizes of the pieces, and why. In a matrix product they would be called
 * KC (DEPTH), NC (a block's positions) and MR x NR (the register tile, whose
 * shape is microkernels/tile.c's); there is no MC, see conv_direct.c.
 *
 * DEPTH   terms of a sum that are formed in one go. The vectors of a tile (160
 *         x 48 floats, 30 KiB) and its weights (160 x 8 floats, 5 KiB) fit the
 *         first cache; taken in place, from channels that are pages apart,
 *         they need no more pages than the first TLB holds. Shorter sums load
 *         and store y more often.
 * BLOCK   floats of y that a block of positions has over all channels: they
 *         are read and written once for each DEPTH terms and are to stay in L2.
 * BAND    floats of a band: it is read once for each tile of channels, so it
 *         is to stay in L2 beside the block.
 * FEWEST, MOST  positions of a block, whatever BLOCK says: neighbouring blocks
 *         copy the rows that both see, so small ones copy more; and there are
 *         to be several for each thread.
 * WIDEST  columns of a block, so that it has several rows on wide images, too:
 *         those that the kernels of one row reach are there for the next.
 * LOW_BAND  floats of the band of a group of one channel of y, which is read
 *         once: it and the rows that it comes from need not leave L1. It is
 *         four kernels high all the same.
 * LONGEST columns of a block of a single row of such a group: in pieces the
 *         row would be far from the next piece that is read, for those of the
 *         other groups come between.
 * AHEAD   floats of the bands of several groups that are filled before the
 *         first is read: what was just written cannot be read at another
 *         offset before it has left the store buffer.
 * All but MOST and WIDEST were tried by factors of 1.5 or 2 on one core of a
 * Xeon (L1 48 KiB, L2 2 MiB), on layers of `make bench`, and each way of tiling
 * below on each of those layers. */
#include "conv_blocking.h"

#include "whole.h"

enum { DEPTH = 160, BLOCK = 128 * 1024, BAND = 64 * 1024 };
enum { LOW_BAND = 2048, LONGEST = 4096, AHEAD = 2048 };
enum { FEWEST = 768, MOST = 8192, WIDEST = 512 };

/* Costs in multiply-adds of one vector: copying a vector into a panel, from a
 * band and from x in place; taking a vector of a finished tile apart; what a
 * multiply-add costs whose vectors lie across cache lines; and what each vector
 * costs that a tile lacks to be WIDE, for weights are spread for few. */
static const double copying = 5.0, copying_in_place = 12.0, taking_apart = 6.0,
                    unaligned = 1.06, missing = 0.2;

enum { WIDE = 3 };

/* Floats of the band of a block with one channel. */
static ptrdiff_t band_floats(const ref_conv_task *t, int rows, int cols)
{
    return t->window.axis[REF_AXIS_D].k *
           ref_band_sheet(&t->window, rows, cols);
}

/* A rectangle of positions: wide rows are cut first, for a piece of a row is
 * as good as a row; then as many rows as BLOCK and BAND allow, since every
 * block copies the rows that its kernels reach beyond it. */
static void cut_positions(const ref_conv_task *t, ref_conv_blocking *b)
{
    const int *out = t->window.out;
    int positions = larger(FEWEST, smaller(MOST, BLOCK / group_out(t)));
    bool alone = group_out(t) == 1;
    int widest = alone && out[REF_AXIS_H] == 1 ? LONGEST : WIDEST;
    int least = alone ? 4 * t->window.axis[REF_AXIS_H].k : 1, rows;

    b->cols = out[REF_AXIS_W];
    if (b->cols > widest)
        b->cols = smaller(b->cols, rounded_up(even_piece(b->cols, widest),
                                              b->kernels->lanes));
    while (b->channels > 1 && b->channels * band_floats(t, 1, b->cols) > BAND)
        b->channels = divided_up(b->channels, 2);
    rows = smaller(larger(1, positions / b->cols), out[REF_AXIS_H]);
    while (alone && rows > least &&
           b->channels * band_floats(t, rows, b->cols) > LOW_BAND)
        rows = divided_up(rows, 2);
    while (rows > 1 && b->channels * band_floats(t, rows, b->cols) > BAND)
        rows = divided_up(rows, 2);
    b->rows = even_piece(out[REF_AXIS_H], rows);
    b->row_blocks = divided_up(out[REF_AXIS_H], b->rows);
    b->col_blocks = divided_up(out[REF_AXIS_W], b->cols);
}

/* What a tile of so many vectors costs. */
static double tile_cost(int vectors)
{
    return vectors + missing * larger(0, WIDE - vectors);
}

/* What so many neighbours cost, in the tiles that conv_direct.c makes. */
static double cost(const ref_conv_blocking *b, ptrdiff_t positions)
{
    int all = (int)((positions - 1) / b->kernels->lanes + 1);
    int step = even_piece(all, b->tile_vectors), last = (all - 1) % step + 1;

    return (all - last) / step * tile_cost(step) + tile_cost(last);
}

/* Whether all blocks take x in place and their positions are neighbours. */
static bool takes_in_place(const ref_conv_task *t, const ref_conv_blocking *b)
{
    const ref_axis *a = t->window.axis;
    bool padded = false;

    for (int i = 0; i < REF_AXES; i++)
        padded = padded || a[i].before > 0 || a[i].after > 0;
    return !padded && a[REF_AXIS_W].s == 1 && a[REF_AXIS_H].s == 1 &&
           a[REF_AXIS_W].n == b->cols;
}

/* The cheapest of the three ways that have tiles, counted in multiply-adds of
 * vectors for one term of the sum. */
static ref_tiling choose_tiling(const ref_conv_task *t,
                                const ref_conv_blocking *b)
{
    bool in_place = takes_in_place(t, b);
    int pitch =
        in_place ? b->cols : ref_band_columns(&t->window, b->cols).slots;
    double depth = (double)(b->channels * b->taps);
    double out = group_out(t);
    double in_row = cost(b, b->cols);
    double in_block = cost(b, (ptrdiff_t)b->rows * b->cols);
    double copies = b->rows * in_row + in_block / b->tile_vectors;
    double straight = in_place ? out : out * unaligned;
    double apart =
        pitch == b->cols || b->rows == 1 ? 0.0 : out * taking_apart / depth;
    double in_rows = b->rows * in_row * straight;
    double flat = cost(b, (ptrdiff_t)(b->rows - 1) * pitch + b->cols) *
                  (straight + apart);
    double packed =
        in_block * out + copies * (in_place ? copying_in_place : copying);

    if (group_out(t) == 1)
        return REF_TILES_STACKED;
    if (b->col_blocks > 1 && b->rows > 1)
        packed = in_rows + flat; /* a tile of a panel ends in one row of y */
    if (packed < in_rows && packed < flat)
        return REF_TILES_PACKED;
    return flat < in_rows ? REF_TILES_FLAT : REF_TILES_IN_ROWS;
}

ref_conv_blocking ref_conv_choose_blocking(const ref_conv_task *t)
{
    ref_conv_blocking b = {.kernels = ref_cpu_microkernels()};
    const ref_microkernels *narrow = b.kernels->narrow;

    /* in a stack a row of y is a vector at least */
    if (narrow && group_out(t) == 1 &&
        t->window.out[REF_AXIS_W] <= narrow->lanes)
        b.kernels = narrow;
    b.tile_rows = even_piece(group_out(t), b.kernels->tiles->rows);
    b.tile_vectors = b.kernels->tiles->vectors[b.tile_rows];
    b.tiles = divided_up(group_out(t), b.tile_rows);
    b.taps = ref_window_taps(&t->window);
    b.channels =
        even_piece(group_in(t), b.taps < DEPTH ? (int)(DEPTH / b.taps) : 1);
    cut_positions(t, &b);
    b.tiling = choose_tiling(t, &b);
    b.groups =
        b.tiling == REF_TILES_STACKED && b.channels * t->groups == t->c_in
            ? smaller(t->groups,
                      1 + (int)(AHEAD / band_floats(t, b.rows, b.cols)))
            : 1;
    return b;
}

/* Enough blocks for everybody to have several: then nobody waits long at the
 * end. Otherwise the channels of y are shared, too. */
ref_conv_blocking ref_conv_share(const ref_conv_blocking *b,
                                 const ref_conv_task *t, int threads)
{
    ref_conv_blocking shared = *b;

    shared.blocks = (ptrdiff_t)t->n * t->window.out[REF_AXIS_D] *
                    b->row_blocks * b->col_blocks;
    shared.parts = shared.blocks < (ptrdiff_t)4 * threads
                       ? smaller(threads, b->tiles * t->groups)
                       : 1;
    return shared;
}
