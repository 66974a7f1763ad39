/* The direct algorithm: the sum as it is written, in the five loops of a matrix
 * product around a register tile. From the outside:
 *
 *   jc  blocks of positions of y          units of work, shared by threads
 *   ic  parts of the channels of y        one part, unless threads lack blocks
 *   pc  groups, in each channels of x     a band: what the block sees of them
 *   jr  tiles of positions                a panel, if the band is not enough
 *   ir  tiles of channels of y            packed weights, one after the other
 *   and in the tile the terms of the sum  microkernels/tile.c
 *
 * The names are those of Goto & van de Geijn 2008 and Van Zee & van de Geijn
 * 2015 (BLIS). Theirs has ic inside pc, to keep a piece of the weights in L2;
 * here c_out is so small that one step of pc stays there whole. The matrix of x
 * is never written down: at most one tile of it (a panel) exists at a time. For
 * groups of one channel of y jr, ir and terms are one call, to stack.c.
 *
 * Each y starts from its bias and gathers its terms in one order (c, t, u, v;
 * a stack: c, t, v, u), whatever the blocks, tiles and threads, so they do not
 * change its bits; at most m roundings per term, m = cg*kd*kh*kw + 1, the
 * gamma_m of bound.h. */
#include <string.h>

#include "conv_method.h"
#include "memory.h"
#include "whole.h"

/* A thread's work space. */
typedef struct desk {
    float *band, *panel, *apart;
    ptrdiff_t *at, *panel_at;
    ref_pack_piece *piece;
    void *lists;
} desk;

/* Positions of a register tile, and from one term of a panel to the next. */
static int tile_width(const ref_conv_blocking *b)
{
    return b->tile_vectors * b->kernels->lanes;
}

/* All sheets of a band, and what a tile's last vectors read behind them. */
static ptrdiff_t band_floats(const ref_conv_task *t, const ref_conv_blocking *b)
{
    ptrdiff_t sheets =
        (ptrdiff_t)b->groups * b->channels * t->window.axis[REF_AXIS_D].k;

    return sheets * ref_band_sheet(&t->window, b->rows, b->cols) +
           tile_width(b);
}

static desk lay_desk(const ref_conv_task *t, const ref_conv_blocking *b,
                     ref_workspace *w)
{
    ptrdiff_t width = tile_width(b), depth = b->channels * b->taps;
    desk d = {0};

    d.band = ref_workspace_part(w, band_floats(t, b), sizeof *d.band);
    if (b->tiling != REF_TILES_STACKED)
        d.panel = ref_workspace_part(w, depth * width, sizeof *d.panel);
    d.apart = ref_workspace_part(w, REF_TILE_ROWS * width, sizeof *d.apart);
    d.at = ref_workspace_part(w, depth, sizeof *d.at);
    d.panel_at = ref_workspace_part(w, depth, sizeof *d.panel_at);
    d.piece = ref_workspace_part(w, width, sizeof *d.piece);
    d.lists = ref_workspace_part(
        w, 1, ref_band_list_bytes(&t->window, b->rows, b->cols));
    return d;
}

static size_t desk_bytes(const ref_conv_task *t, const ref_conv_blocking *b)
{
    ref_workspace w = {NULL, 0};

    lay_desk(t, b, &w);
    return w.bytes;
}

/* What the loops need to know of the block they work on. */
typedef struct unit {
    const ref_conv_task *t;
    const ref_conv_blocking *b;
    const float *packed;
    desk desk;
    ref_block block;
    ref_band band;
    const float *x;        /* the image */
    float *y;              /* the image's plane at the block's depth */
    ptrdiff_t volume, map; /* floats of a channel of x, of y */
} unit;

/* A step of pc: what the channels of x that are in the band add to some tiles
 * of channels of y. */
typedef struct share {
    const float *source, *weights;
    float *y;                      /* the group's first map */
    ptrdiff_t depth;               /* terms: channels of x, times taps */
    int groups;                    /* more than one: all in one go */
    int first_out, tile, end_tile; /* of the group */
    bool begins;                   /* y holds nothing yet */
} share;

/* Where each term finds the block's first position: in the band, and in a
 * panel. Other positions are as far from there as from each other. */
static void list_terms(unit *u)
{
    const ref_axis *a = u->t->window.axis;
    ptrdiff_t *at = u->desk.at, taps = u->b->taps, k = 0;
    ptrdiff_t plane =
        u->band.in_place ? a[REF_AXIS_D].d * u->band.sheet : u->band.sheet;
    ptrdiff_t channel =
        u->band.in_place ? u->volume : a[REF_AXIS_D].k * u->band.sheet;

    for (int t = 0; t < a[REF_AXIS_D].k; t++)
        for (int i = 0; i < a[REF_AXIS_H].k; i++)
            for (int j = 0; j < a[REF_AXIS_W].k; j++)
                at[k++] = t * plane + ref_band_tap(&u->band, i, j);
    for (; k < u->b->channels * taps; k++)
        at[k] = at[k - taps] + channel;
    for (k = 0; k < u->b->channels * taps; k++)
        u->desk.panel_at[k] = k * tile_width(u->b);
}

/* The band of channels [first, first + count): filled, or in place. */
static const float *gather_band(const unit *u, int first, int count)
{
    const ref_window *w = &u->t->window;
    const float *x = u->x + first * u->volume;
    const int depth = w->axis[REF_AXIS_D].k;
    ptrdiff_t plane = (ptrdiff_t)w->axis[1].n * w->axis[2].n;

    if (u->band.in_place)
        return x + u->band.start;
    for (int t = 0; t < depth; t++) {
        int from = ref_band_plane(w, u->t->pad_mode, u->block.depth, t);

        if (from >= 0)
            u->b->kernels->fill(&u->band.fill, count, x + from * plane,
                                u->volume, u->desk.band + t * u->band.sheet,
                                depth * u->band.sheet);
    }
    return u->desk.band;
}

/* A tile's positions: where its vectors begin in the band or panel, and where
 * its results go. If it runs over the ends of rows, its results are taken apart
 * into pieces: lanes of the tile that are neighbours in y. */
typedef struct spot {
    const float *from;
    float *to;
    const ptrdiff_t *at;
    int positions, pieces;
} spot;

/* Moves the rows of a tile that was taken apart, width long, to their places in
 * y, or back. */
static void move_pieces(const unit *u, const spot *p, int rows, int width,
                        float *y, bool back)
{
    float *row = u->desk.apart;

    for (; rows > 0; rows--, row += width, y += u->map)
        for (int i = 0; i < p->pieces; i++) {
            const ref_pack_piece *piece = &u->desk.piece[i];
            float *lanes = row + piece->to, *places = y + piece->from;

            memcpy(back ? lanes : places, back ? places : lanes,
                   sizeof *row * (size_t)piece->count);
        }
}

/* Loop ir: all tiles of channels, for one tile of positions. */
static void channel_tiles(const unit *u, const share *s, const spot *p)
{
    int lanes = u->b->kernels->lanes, height = u->b->tile_rows;
    int vectors = divided_up(p->positions, lanes), width = vectors * lanes;
    const ref_tile_job job = {s->depth, p->at, p->pieces ? width : u->map,
                              p->pieces ? lanes : p->positions - width + lanes};

    for (int tile = s->tile; tile < s->end_tile; tile++) {
        int first = tile * height;
        int rows = smaller(height, group_out(u->t) - first);
        float *y = p->to + first * u->map;
        float *c = p->pieces ? u->desk.apart : y;
        const float *bias = u->t->bias + s->first_out + first;

        if (p->pieces && !s->begins)
            move_pieces(u, p, rows, width, y, true);
        u->b->kernels->tiles->run[rows][vectors](
            &job, s->weights + first * s->depth, p->from,
            s->begins ? bias : NULL, c);
        if (p->pieces)
            move_pieces(u, p, rows, width, y, false);
    }
}

/* Copies the positions of a tile, in so many pieces, into the panel. */
static void pack_panel(const unit *u, const share *s,
                       const ref_pack_piece *list, int pieces, spot *p)
{
    const ref_pack job = {s->depth, u->desk.at,        tile_width(u->b),
                          pieces,   !u->band.in_place, list};

    u->b->kernels->pack(&job, p->from, u->desk.panel);
    p->from = u->desk.panel;
    p->at = u->desk.panel_at;
}

/* A tile whose positions are neighbours in the band. The last vectors of x in
 * place would be read over its end: they go through the panel. */
static void tile_of_neighbours(const unit *u, const share *s, spot p)
{
    int read = rounded_up(p.positions, u->b->kernels->lanes);
    const float *end = u->t->x + (ptrdiff_t)u->t->n * u->t->c_in * u->volume;
    const ref_pack_piece all = {0, 0, p.positions};

    if (u->band.in_place && end - p.from < u->desk.at[s->depth - 1] + read)
        pack_panel(u, s, &all, 1, &p);
    channel_tiles(u, s, &p);
}

/* Where position (row, col) of the block stands in the group's first map. */
static float *place_in_y(const unit *u, const share *s, int row, int col)
{
    ptrdiff_t ow = u->t->window.out[REF_AXIS_W];

    return s->y + (u->block.first_row + row) * ow + u->block.first_col + col;
}

/* Positions of each tile but the last: as many in all tiles as can be. */
static int even_step(const unit *u, int positions)
{
    int lanes = u->b->kernels->lanes;

    return even_piece(divided_up(positions, lanes), u->b->tile_vectors) * lanes;
}

/* Loop jr, in the three ways of ref_tiling that have tiles. */
static void tiles_in_rows(const unit *u, const share *s)
{
    int step = even_step(u, u->block.cols);

    for (int i = 0; i < u->block.rows; i++)
        for (int j = 0; j < u->block.cols; j += step)
            tile_of_neighbours(u, s,
                               (spot){s->source + i * u->band.pitch + j,
                                      place_in_y(u, s, i, j), u->desk.at,
                                      smaller(step, u->block.cols - j), 0});
}

/* Lists the pieces of rows, pitch apart, that lie in [first, first + count);
 * each goes from its place in rows that are to_pitch apart.
 * Returns  how many there are */
static int cut_rows(const unit *u, int first, int count, ptrdiff_t pitch,
                    ptrdiff_t to_pitch)
{
    ref_pack_piece *piece = u->desk.piece;

    for (int at = first; at < first + count;) {
        int row = (int)(at / pitch), col = (int)(at % pitch);
        int whole = smaller((int)pitch - col, first + count - at);
        int own = smaller(u->block.cols - col, whole);

        if (own > 0)
            *piece++ = (ref_pack_piece){row * to_pitch + col, at - first, own};
        at += whole;
    }
    return (int)(piece - u->desk.piece);
}

static void tiles_flat(const unit *u, const share *s)
{
    ptrdiff_t pitch = u->band.pitch, ow = u->t->window.out[REF_AXIS_W];
    int all = (int)((u->block.rows - 1) * pitch) + u->block.cols;
    int step = even_step(u, all);

    for (int at = 0; at < all; at += step) {
        int row = (int)(at / pitch), col = (int)(at % pitch);
        int count = smaller(step, all - at);
        spot p = {s->source + at, NULL, u->desk.at, count, 0};

        if (pitch == ow || col + count <= u->block.cols) {
            p.to = place_in_y(u, s, row, col);
        } else {
            p.to = place_in_y(u, s, 0, 0);
            p.pieces = cut_rows(u, at, count, pitch, ow);
        }
        tile_of_neighbours(u, s, p);
    }
}

static void tiles_packed(const unit *u, const share *s)
{
    int all = u->block.rows * u->block.cols;
    int step = even_step(u, all);

    for (int at = 0; at < all; at += step) {
        int count = smaller(step, all - at);
        spot p = {s->source, place_in_y(u, s, 0, at), u->desk.at, count, 0};

        pack_panel(u, s, u->desk.piece,
                   cut_rows(u, at, count, u->block.cols, u->band.pitch), &p);
        channel_tiles(u, s, &p);
    }
}

/* Loops jr and ir and the terms at once, for groups of one channel of y. */
static void stacked(const unit *u, const share *s)
{
    const ref_stack job = {
        .depth = s->depth,
        .kh = u->t->window.axis[REF_AXIS_H].k,
        .kw = u->t->window.axis[REF_AXIS_W].k,
        .at = u->desk.at,
        .weight = s->weights,
        .start = s->begins ? u->t->bias + s->first_out : NULL,
        .groups = s->groups,
        .b_next = s->depth / u->b->taps * u->t->window.axis[REF_AXIS_D].k *
                  u->band.sheet,
        .c_next = u->map,
        .rows = u->block.rows,
        .cols = u->block.cols,
        .b_row = u->band.pitch,
        .c_row = u->t->window.out[REF_AXIS_W],
    };

    u->b->kernels->stack(&job, s->source, place_in_y(u, s, 0, 0));
}

/* The step of pc for channels [c, c + count) of group g. */
static share share_of(const unit *u, int g, int c, int count)
{
    int cg = group_in(u->t), og = group_out(u->t);
    ptrdiff_t taps = u->b->taps;

    return (share){
        .weights = u->packed + ((ptrdiff_t)g * cg + c) * og * taps,
        .depth = count * taps,
        .y = u->y + (ptrdiff_t)g * og * u->map,
        .groups = 1,
        .first_out = g * og,
        .end_tile = u->b->tiles,
        .begins = c == 0,
    };
}

/* Loop pc: the channels of one group, a band at a time; loop jr within. */
static void group(const unit *u, int g, int tile, int end_tile)
{
    static void (*const walk[])(const unit *, const share *) = {
        [REF_TILES_IN_ROWS] = tiles_in_rows,
        [REF_TILES_FLAT] = tiles_flat,
        [REF_TILES_PACKED] = tiles_packed,
        [REF_TILES_STACKED] = stacked,
    };
    int cg = group_in(u->t);

    for (int c = 0; c < cg; c += u->b->channels) {
        int count = smaller(u->b->channels, cg - c);
        share s = share_of(u, g, c, count);

        s.source = gather_band(u, g * cg + c, count);
        s.tile = tile;
        s.end_tile = end_tile;
        walk[u->b->tiling](u, &s);
    }
}

/* The same for groups whose bands are small: all filled, then all read. */
static void groups_in_one_go(const unit *u, int first, int count)
{
    int cg = group_in(u->t);
    share s = share_of(u, first, 0, cg);

    s.source = gather_band(u, first * cg, count * cg);
    s.groups = count;
    stacked(u, &s);
}

static ref_block block_of_unit(const ref_conv_task *t,
                               const ref_conv_blocking *b, ptrdiff_t place)
{
    const int *out = t->window.out;
    int col = (int)(place % b->col_blocks) * b->cols;
    int row = (int)(place / b->col_blocks % b->row_blocks) * b->rows;

    return (ref_block){(int)(place / b->col_blocks / b->row_blocks), row,
                       smaller(b->rows, out[REF_AXIS_H] - row), col,
                       smaller(b->cols, out[REF_AXIS_W] - col)};
}

/* Whether vectors of the band in place would reach behind the last image. */
static bool reads_on(const unit *u)
{
    const ref_axis *a = u->t->window.axis;
    ptrdiff_t last = (a[0].k - 1) * (ptrdiff_t)a[0].d * u->band.sheet +
                     ref_band_tap(&u->band, a[1].k - 1, a[2].k - 1);

    return u->band.start + last + (u->block.rows - 1) * u->band.pitch +
               rounded_up(u->block.cols, u->b->kernels->lanes) >
           u->volume;
}

static void do_unit(const ref_conv_task *t, const ref_conv_blocking *b,
                    const float *packed, ptrdiff_t number, void *memory,
                    float *y)
{
    const int *out = t->window.out;
    ptrdiff_t part = number % b->parts, place = number / b->parts;
    ptrdiff_t blocks = (ptrdiff_t)out[0] * b->row_blocks * b->col_blocks;
    ptrdiff_t image = place / blocks;
    ptrdiff_t tiles = (ptrdiff_t)t->groups * b->tiles;
    ptrdiff_t tile = part * tiles / b->parts;
    ptrdiff_t end = (part + 1) * tiles / b->parts;
    unit u = {.t = t, .b = b, .packed = packed};

    u.desk = lay_desk(t, b, &(ref_workspace){memory, 0});
    u.volume = ref_window_elements(&t->window);
    u.map = ref_window_positions(&t->window);
    u.block = block_of_unit(t, b, place % blocks);
    /* flat tiles run on over what lies between two rows of positions */
    u.band = ref_band_lay_out(&t->window, t->pad_mode, &u.block,
                              b->tiling != REF_TILES_FLAT ||
                                  t->window.axis[REF_AXIS_H].s == 1,
                              u.desk.lists);
    if (b->tiling == REF_TILES_STACKED && u.band.in_place && reads_on(&u))
        u.band = ref_band_lay_out(&t->window, t->pad_mode, &u.block, false,
                                  u.desk.lists);
    u.x = t->x + image * t->c_in * u.volume;
    u.y = y + image * t->c_out * u.map +
          (ptrdiff_t)u.block.depth * out[1] * out[2];
    if (!u.band.in_place)
        memset(u.desk.band, 0, (size_t)band_floats(t, b) * sizeof *u.desk.band);
    list_terms(&u);
    while (tile < end) {
        int g = (int)(tile / b->tiles), first = (int)(tile % b->tiles);
        int count = smaller(b->tiles - first, (int)(end - tile));

        if (b->groups > 1 && !u.band.in_place) {
            count = smaller(b->groups, (int)(end - tile));
            groups_in_one_go(&u, g, count);
        } else {
            group(&u, g, first, first + count);
        }
        tile += count;
    }
}

/* One tile's weights: for each term those of its channels of y.
 *   from  the tile's first kernel, its channels of x from the share's first */
static float *pack_tile(const float *from, ptrdiff_t kernel, ptrdiff_t depth,
                        int rows, float *to)
{
    for (ptrdiff_t k = 0; k < depth; k++)
        for (int i = 0; i < rows; i++)
            *to++ = from[i * kernel + k];
    return to;
}

static void pack(const ref_conv_task *t, const ref_conv_blocking *b,
                 float *packed)
{
    int cg = group_in(t), og = group_out(t);
    ptrdiff_t kernel = cg * b->taps;

    for (int g = 0; g < t->groups; g++)
        for (int c = 0; c < cg; c += b->channels) {
            ptrdiff_t depth = smaller(b->channels, cg - c) * b->taps;

            for (int o = 0; o < og; o += b->tile_rows)
                packed = pack_tile(
                    t->weight + ((ptrdiff_t)g * og + o) * kernel + c * b->taps,
                    kernel, depth, smaller(b->tile_rows, og - o), packed);
        }
}

const ref_conv_method ref_conv_direct = {
    ref_conv_choose_blocking, ref_conv_share, pack, desk_bytes, do_unit,
};
