/* Gathering x: a plane becomes a sheet of the band, rows of a band become a
 * panel. Nothing is computed here; see conv_band.h for why. */
#include <string.h>

#include "kernels.h"

/* y[j] = x[j*step] for j < count. */
static void gather(const float *x, int step, int count, float *y)
{
    int j = 0;

    if (step == 1)
        for (; j <= count - VL; j += VL)
            vector_store(y + j, vector_load(x + j));
    else if (step == 2) /* the last pair may end where x does: leave it */
        for (; j < count - VL; j += VL)
            vector_store(y + j, vector_even(vector_load(x + 2 * j),
                                            vector_load(x + 2 * j + VL)));
    if (step == 1)
        vector_store_first(y + j, vector_load_first(x + j, count - j),
                           count - j);
    else
        for (; j < count; j++)
            y[j] = x[(ptrdiff_t)j * step];
}

/* A row of padding, where the padding is zeros. */
static void clear(const ref_fill *f, float *row)
{
    for (int p = 0; p < f->runs; p++)
        memset(row + f->run[p].to, 0, sizeof *row * (size_t)f->run[p].count);
    for (int e = 0; e < f->edges; e++)
        row[f->edge[e].to] = 0.0f;
}

void REF_KERNEL(fill)(const ref_fill *f, const float *plane, float *sheet)
{
    for (int r = 0; r < f->rows; r++) {
        float *to = sheet + f->row[r].to;
        const float *from;

        if (!plane || f->row[r].from < 0) {
            clear(f, to);
            continue;
        }
        from = plane + f->row[r].from;
        for (int p = 0; p < f->runs; p++)
            gather(from + f->run[p].from, f->step, f->run[p].count,
                   to + f->run[p].to);
        for (int e = 0; e < f->edges; e++)
            to[f->edge[e].to] =
                f->edge[e].from < 0 ? 0.0f : from[f->edge[e].from];
    }
}

/* One piece of all k, at most a vector wide: what it writes too much, the next
 * piece writes anew. */
static void pack_vector(const ref_pack *p, const float *b, float *panel,
                        int read, int written)
{
    const ptrdiff_t *at = p->at, *end = at + p->depth;
    const int width = p->width;

    if (read == VL && written == VL) {
#pragma GCC unroll 4
        for (; at < end; at++, panel += width)
            vector_store(panel, vector_load(b + *at));
        return;
    }
    for (; at < end; at++, panel += width)
        vector_store_first(panel, vector_load_first(b + *at, read), written);
}

void REF_KERNEL(pack)(const ref_pack *p, const float *b, float *panel)
{
    for (const ref_pack_piece *piece = p->piece; piece < p->piece + p->pieces;
         piece++)
        for (int j = 0; j < piece->count; j += VL) {
            int left = piece->count - j, room = p->width - piece->to - j;
            int read = left < VL && !p->may_read_on ? left : VL;

            pack_vector(p, b + piece->from + j, panel + piece->to + j, read,
                        room < VL ? room : VL);
        }
}
