/* Winograd's algorithms. A patch is a square of m x m elements of y, m = 2 or
 * 4; it sees k x k elements d of each channel of x, k = m + 2. Instead of
 * 9 m^2 products it takes k^2: 16 for 36, or 36 for 144.
 *
 *     V = B^T d B         each patch of each channel of x    winograd.c
 *     U = G w G^T         each kernel, once for a plan       here
 *     S = sum over c of U .* V      k^2 matrix products      tile.c
 *     y = A^T S A + bias  each patch of each channel of y    winograd.c
 *
 * A vector holds the same element of VL patches, neighbours in the order of
 * images, rows, columns. In loops, from the outside:
 *
 *   1  blocks of patches of y       units of work, shared by threads
 *   2  groups: V of all channels    [channels / 8][k^2][8][patch]
 *   3  blocks of channels of y: S   [tile][k^2][channel of the tile][patch]
 *   4  the k^2 elements, and for each a matrix product in tiles
 *   5  the channels of x            microkernels/tile.c
 *
 * In V and S the k^2 elements of a patch are close to each other, since a
 * transform writes or reads them all: with k^2 far streams instead it took
 * several times as long (caches and their translation tables have fewer ways).
 *
 * Then loop 3 ends by transforming its S to y. What a patch sees beyond the
 * padding is taken as zeros, what it computes beyond y is dropped. The sum
 * over c has one order, so blocks and threads do not change the bits.
 *
 * Sources: Winograd, "Arithmetic complexity of computations", 1980; Lavin &
 * Gray, "Fast algorithms for convolutional neural networks", 2016. */
#include <string.h>

#include "conv_method.h"
#include "memory.h"
#include "whole.h"

enum { LINE = 16, MOST_K = 6, CLOSE = 8 };

/* PATCHES of a block are as many as three vectors of 16, what a register tile
 * takes at once: fewer, and U, which comes from far away, is read too often;
 * more, and V and S leave L2. An image that has not many more, up to FEW, is
 * one block. S of S_BYTES and V share L2 (2 MiB) with what streams through it;
 * where V alone takes V_BYTES it is better to read V four times only and let S
 * be far away. At most DEPTH channels of x are summed in one go, as in
 * conv_blocking.c. Tried on the layers of VGG-16, on one core of a Xeon. */
enum { PATCHES = 48, FEW = 80, DEPTH = 256 };
enum { S_BYTES = 256 * 1024, V_BYTES = 1024 * 1024 };

bool ref_conv_winograd_fits(const ref_conv_task *t)
{
    const ref_axis *a = t->window.axis;

    return a[0].n == 1 && a[0].k == 1 && t->window.out[0] == 1 && a[1].k == 3 &&
           a[1].s == 1 && a[1].d == 1 && a[2].k == 3 && a[2].s == 1 &&
           a[2].d == 1;
}

/* Transforms cost in + out for each patch, products in * out: their ratio tells
 * how much fewer products can save, if there are patches enough to fill vectors
 * and to make up for the larger U. The limits were measured over 1 to 512
 * channels of 4 to 224 rows and columns, with AVX-512 on one core of a Xeon:
 * near them direct takes 0.8 to 1.3 times as long, by how the patches fit. */
ref_conv_algorithm ref_conv_winograd_fastest(const ref_conv_task *t)
{
    const int *out = t->window.out;
    double in = group_in(t), og = group_out(t);
    double ratio = in * og / (in + og), size = (double)out[1] * out[2];

    if (!ref_conv_winograd_fits(t) || size < 10 * 10)
        return REF_CONV_DIRECT;
    if (size < 20 * 20)
        return ratio < 32 ? REF_CONV_DIRECT : REF_CONV_WINOGRAD_2;
    return ratio < 5 || ratio * ratio * size < 100e3 ? REF_CONV_DIRECT
                                                     : REF_CONV_WINOGRAD_4;
}

static ref_conv_blocking choose(const ref_conv_task *t)
{
    ref_conv_blocking b = {.kernels = ref_cpu_microkernels()};
    const int *out = t->window.out;
    int og = group_out(t), in = group_in(t), bytes, most, all;

    b.m = t->algorithm == REF_CONV_WINOGRAD_2 ? 2 : 4;
    b.taps = (ptrdiff_t)(b.m + 2) * (b.m + 2);
    b.down = divided_up(out[REF_AXIS_H], b.m);
    b.across = divided_up(out[REF_AXIS_W], b.m);
    b.tile_rows = even_piece(og, b.kernels->tiles->rows);
    b.tile_vectors = b.kernels->tiles->vectors[b.tile_rows];
    b.tiles = divided_up(og, b.tile_rows);
    b.channels = rounded_up(even_piece(in, DEPTH), CLOSE);
    all = b.down > FEW / b.across ? FEW + 1 : b.down * b.across;
    b.patches = all <= PATCHES || all > FEW ? PATCHES
                                            : rounded_up(all, b.kernels->lanes);
    bytes = (int)(b.taps * b.patches) * (int)sizeof(float);
    most = bytes > V_BYTES / in ? divided_up(b.tiles, 4)
                                : S_BYTES / bytes / b.tile_rows;
    b.together = larger(1, smaller(most, b.tiles));
    return b;
}

/* Some tiles of channels of y have their S at the same time (loop 3); how many
 * times that is. */
static int out_blocks(const ref_conv_task *t, const ref_conv_blocking *b)
{
    return divided_up(b->tiles, b->together) * t->groups;
}

static ptrdiff_t all_patches(const ref_conv_task *t, const ref_conv_blocking *b)
{
    return (ptrdiff_t)t->n * b->down * b->across;
}

/* Blocks of patches as equal as can be, as many for each thread; if there are
 * too few, the channels of y are shared, too. */
static ref_conv_blocking share(const ref_conv_blocking *b,
                               const ref_conv_task *t, int threads)
{
    ref_conv_blocking shared = *b;
    int lanes = b->kernels->lanes, out = out_blocks(t, b);
    ptrdiff_t vectors = (all_patches(t, b) + lanes - 1) / lanes;
    ptrdiff_t most = b->patches / lanes;

    shared.parts = 1;
    shared.blocks = (vectors + most - 1) / most;
    if (shared.blocks < threads)
        shared.parts = smaller(threads, out);
    else
        shared.blocks = (shared.blocks + threads - 1) / threads * threads;
    if (shared.blocks > vectors)
        shared.blocks = vectors;
    return shared;
}

/* At least so many floats, in an odd number of cache lines: rows that far
 * apart do not push each other out of the cache. */
static ptrdiff_t odd_lines(ptrdiff_t floats)
{
    return ((floats + LINE - 1) / LINE | 1) * LINE;
}

/* Neighbours in a row of patches of one image that are in a block. */
typedef struct piece {
    ref_patches patches;
    ptrdiff_t image;
    int row, col;   /* of the first, in patches */
    ptrdiff_t lane; /* of the first, in a row of V or S */
} piece;

/* A thread's work space. */
typedef struct desk {
    float *half, *v, *s;
    ptrdiff_t *at;
    piece *piece;
    ref_patch_edge *edge;
} desk;

/* What the loops need to know of the unit they work on. */
typedef struct unit {
    const ref_conv_task *t;
    const ref_conv_blocking *b;
    const ref_winograd *transform;
    float *y;
    ptrdiff_t step;            /* floats from channel to channel */
    ptrdiff_t v_close, s_tile; /* in V from CLOSE to CLOSE, in S from tile to
                                  tile */
    ptrdiff_t first, end;      /* patches */
    int pieces;
    desk desk;
} unit;

/* A unit that knows its sizes and its desk. Transforms read whole vectors, so
 * there is one behind what they read. */
static unit lay_out(const ref_conv_task *t, const ref_conv_blocking *b,
                    ref_workspace *w)
{
    int lanes = b->kernels->lanes;
    int pieces = smaller(b->patches, b->patches / b->across + 2);
    unit u = {.t = t, .b = b};
    desk *d = &u.desk;
    ptrdiff_t k = b->m + 2, v, s;

    u.transform = b->m == 2 ? b->kernels->winograd_2 : b->kernels->winograd_4;
    u.step = b->patches;
    u.v_close = odd_lines(CLOSE * u.step * b->taps);
    u.s_tile = odd_lines(b->tile_rows * u.step * b->taps);
    v = divided_up(group_in(t), CLOSE) * u.v_close;
    s = b->together * u.s_tile + lanes;
    d->v = ref_workspace_part(w, v, sizeof *d->v);
    d->s = ref_workspace_part(w, s, sizeof *d->s);
    d->half = ref_workspace_part(w, k * b->m * (b->patches + 3 * lanes),
                                 sizeof *d->half);
    d->at = ref_workspace_part(w, b->channels, sizeof *d->at);
    d->piece = ref_workspace_part(w, pieces, sizeof *d->piece);
    d->edge = ref_workspace_part(w, k * b->patches, sizeof *d->edge);
    return u;
}

static size_t desk_bytes(const ref_conv_task *t, const ref_conv_blocking *b)
{
    ref_workspace w = {NULL, 0};

    lay_out(t, b, &w);
    return w.bytes;
}

/* What a place of an axis sees: an element, or -1, also beyond the padding. */
static int seen(const unit *u, const ref_axis *a, int place)
{
    if (place >= a->n + a->after)
        return -1;
    return ref_pad_index(u->t->pad_mode, place, a->n);
}

/* What the patches of a piece see.
 *   edge  out  memory for its list
 * Returns  the end of the list */
static ref_patch_edge *look(const unit *u, piece *p, ref_patch_edge *edge)
{
    const ref_axis *h = &u->t->window.axis[REF_AXIS_H];
    const ref_axis *w = &u->t->window.axis[REF_AXIS_W];
    ref_patches *see = &p->patches;
    int m = u->b->m, columns = see->count * m + 2;
    int row = p->row * m - h->before, col = p->col * m - w->before;
    int end = smaller(columns, w->n - col);

    for (int i = 0; i < m + 2; i++) {
        int from = seen(u, h, row + i);

        see->row[i] = from < 0 ? -1 : (ptrdiff_t)from * w->n;
    }
    see->first = smaller(larger(0, -col), columns);
    see->from = see->first + col;
    see->next = (ptrdiff_t)h->n * w->n;
    see->inside = larger(0, end - see->first);
    see->edge = edge;
    for (int i = 0; i < columns; i++)
        if (i < see->first || i >= see->first + see->inside)
            *edge++ = (ref_patch_edge){i, seen(u, w, col + i)};
    see->edges = (int)(edge - see->edge);
    return edge;
}

static void list_pieces(unit *u)
{
    ptrdiff_t plane = (ptrdiff_t)u->b->down * u->b->across;
    ref_patch_edge *edge = u->desk.edge;

    for (ptrdiff_t at = u->first; at < u->end; u->pieces++) {
        piece *p = &u->desk.piece[u->pieces];
        ptrdiff_t place = at % plane, left = u->end - at;
        int col = (int)(place % u->b->across);

        *p = (piece){.image = at / plane,
                     .row = (int)(place / u->b->across),
                     .col = col,
                     .lane = at - u->first};
        p->patches.count = u->b->across - col;
        if (left < p->patches.count)
            p->patches.count = (int)left;
        edge = look(u, p, edge);
        at += p->patches.count;
    }
}

/* Loop 2: V of all channels of a group. */
static void transform_x(const unit *u, int g)
{
    const ref_axis *a = u->t->window.axis;
    ptrdiff_t plane = (ptrdiff_t)a[1].n * a[2].n;
    int in = group_in(u->t);

    for (int c = 0; c < in; c++) {
        float *v = u->desk.v + (ptrdiff_t)(c / CLOSE) * u->v_close +
                   c % CLOSE * u->step;

        for (piece *p = u->desk.piece; p < u->desk.piece + u->pieces; p++) {
            ptrdiff_t channel = p->image * u->t->c_in + (ptrdiff_t)g * in + c;

            u->transform->input(&p->patches, u->t->x + channel * plane,
                                u->desk.half, CLOSE * u->step, v + p->lane);
        }
    }
}

/* One matrix product: S of some channels of y from V and U of one element.
 *   weights  in   U, tile after tile         rows  in  channels of y
 *   v, s     in, out  first patch and channel; begins: s holds nothing yet */
static void multiply(const unit *u, const float *weights, int rows, int depth,
                     bool begins, const float *v, float *s)
{
    static const float none[REF_TILE_ROWS];
    const ref_tiles *tiles = u->b->kernels->tiles;
    int lanes = u->b->kernels->lanes, height = u->b->tile_rows;
    int vectors = (int)((u->end - u->first + lanes - 1) / lanes);
    int wide = even_piece(vectors, u->b->tile_vectors);
    const ref_tile_job job = {depth, u->desk.at, u->step, lanes};

    for (int i = 0; i < rows; i += height)
        for (int j = 0; j < vectors; j += wide)
            tiles->run[smaller(height, rows - i)][smaller(wide, vectors - j)](
                &job, weights + (ptrdiff_t)i * depth, v + (ptrdiff_t)j * lanes,
                begins ? none : NULL,
                s + (ptrdiff_t)(i / height) * u->s_tile + (ptrdiff_t)j * lanes);
}

/* Loop 4: S of the channels [first, first + rows) of a group of y. */
static void sum_products(const unit *u, const float *weights, int rows)
{
    int in = group_in(u->t);

    for (ptrdiff_t e = 0; e < u->b->taps; e++)
        for (int c = 0; c < in; c += u->b->channels) {
            int depth = smaller(u->b->channels, in - c);

            multiply(u, weights, rows, depth, c == 0,
                     u->desk.v + (ptrdiff_t)(c / CLOSE) * u->v_close +
                         e * CLOSE * u->step,
                     u->desk.s + e * u->b->tile_rows * u->step);
            weights += (ptrdiff_t)rows * depth;
        }
}

/* y of the channels [first, first + rows), from S. */
static void transform_y(const unit *u, int first, int rows)
{
    int oh = u->t->window.out[REF_AXIS_H], ow = u->t->window.out[REF_AXIS_W];
    int m = u->b->m, height = u->b->tile_rows;

    for (int o = 0; o < rows; o++) {
        const float *s = u->desk.s + (ptrdiff_t)(o / height) * u->s_tile +
                         o % height * u->step;

        for (piece *p = u->desk.piece; p < u->desk.piece + u->pieces; p++) {
            ptrdiff_t map = p->image * u->t->c_out + first + o;
            int row = p->row * m, col = p->col * m;

            u->transform->output(
                s + p->lane, height * u->step, u->t->bias[first + o],
                smaller(m, oh - row), smaller(m * p->patches.count, ow - col),
                ow, (ptrdiff_t)oh * ow, u->y + (map * oh + row) * ow + col);
        }
    }
}

static void do_unit(const ref_conv_task *t, const ref_conv_blocking *b,
                    const float *packed, ptrdiff_t number, void *memory,
                    float *y)
{
    unit u = lay_out(t, b, &(ref_workspace){memory, 0});
    int lanes = b->kernels->lanes, og = group_out(t), g = -1;
    ptrdiff_t all = all_patches(t, b), vectors = (all + lanes - 1) / lanes;
    ptrdiff_t part = number % b->parts, block = number / b->parts;
    ptrdiff_t weights = group_in(t) * b->taps;
    int each = divided_up(b->tiles, b->together), out = out_blocks(t, b);
    int end = (int)((part + 1) * out / b->parts);

    u.y = y;
    u.first = block * vectors / b->blocks * lanes;
    u.end = (block + 1) * vectors / b->blocks * lanes;
    if (u.end > all)
        u.end = all;
    list_pieces(&u);
    for (int c = 0; c < b->channels; c++)
        u.desk.at[c] = (ptrdiff_t)(c / CLOSE) * u.v_close + c % CLOSE * u.step;
    for (int i = (int)(part * out / b->parts); i < end; i++) {
        int first = i % each * b->together * b->tile_rows;
        int rows = smaller(b->together * b->tile_rows, og - first);

        if (i / each != g)
            transform_x(&u, g = i / each);
        first += g * og;
        sum_products(&u, packed + first * weights, rows);
        transform_y(&u, first, rows);
    }
}

/* G; the points are those of microkernels/winograd.c. */
static void kernel_matrix(int m, double g[MOST_K][3])
{
    static const double two[4][3] = {
        {1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};
    const double a = 0.625, b = 1.5, aa = a * a, bb = b * b;
    const double at_a = 2 * aa * (aa - bb), at_b = 2 * bb * (bb - aa);
    const double four[MOST_K][3] = {{1 / (aa * bb), 0, 0},
                                    {1 / at_a, a / at_a, aa / at_a},
                                    {1 / at_a, -a / at_a, aa / at_a},
                                    {1 / at_b, b / at_b, bb / at_b},
                                    {1 / at_b, -b / at_b, bb / at_b},
                                    {0, 0, 1}};

    if (m == 2)
        memcpy(g, two, sizeof two);
    else
        memcpy(g, four, sizeof four);
}

/* U = G w G^T of one kernel.
 *   apart  in   where one element stands behind the other */
static void transform_kernel(int k, double g[MOST_K][3], const float *w,
                             ptrdiff_t apart, float *to)
{
    for (int u = 0; u < k; u++) {
        double half[3];

        for (int v = 0; v < 3; v++)
            half[v] = g[u][0] * (double)w[v] + g[u][1] * (double)w[3 + v] +
                      g[u][2] * (double)w[6 + v];
        for (int v = 0; v < k; v++, to += apart)
            *to = (float)(g[v][0] * half[0] + g[v][1] * half[1] +
                          g[v][2] * half[2]);
    }
}

/* The channels [first, first + rows) of y, in the order of sum_products. */
static void pack_block(const ref_conv_task *t, const ref_conv_blocking *b,
                       double g[MOST_K][3], int first, int rows, float *to)
{
    int in = group_in(t), height = b->tile_rows;

    for (int o = 0; o < rows; o++)
        for (int c = 0; c < in; c++) {
            int begin = c / b->channels * b->channels;
            int depth = smaller(b->channels, in - begin);
            int tile = o / height * height;
            int wide = smaller(height, rows - tile);

            transform_kernel(
                b->m + 2, g, t->weight + ((ptrdiff_t)(first + o) * in + c) * 9,
                (ptrdiff_t)rows * in,
                to + (ptrdiff_t)rows * begin + (ptrdiff_t)tile * depth +
                    (ptrdiff_t)(c - begin) * wide + (o - tile));
        }
}

static void pack(const ref_conv_task *t, const ref_conv_blocking *b,
                 float *packed)
{
    int og = group_out(t), most = b->together * b->tile_rows;
    ptrdiff_t weights = group_in(t) * b->taps;
    double g[MOST_K][3];

    kernel_matrix(b->m, g);
    for (int group = 0; group < t->groups; group++)
        for (int o = 0; o < og; o += most)
            pack_block(t, b, g, group * og + o, smaller(most, og - o),
                       packed + (group * og + o) * weights);
}

const ref_conv_method ref_conv_winograd = {
    choose, share, pack, desk_bytes, do_unit,
};
