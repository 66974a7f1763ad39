/* Gathering x: a plane becomes a sheet of the band, rows of a band become a
 * panel. Nothing is computed here; see conv_band.h for why. */
#include <stdbool.h>

#include "../whole.h"
#include "kernels.h"

enum { PAIR = 2 * VL };

/* The elements 0, 2, 4, ... and 1, 3, 5, ... of x; evens >= odds. */
static void gather_halves(const float *x, int evens, float *even, int odds,
                          float *odd)
{
    int all = odds == evens ? 2 * odds : 2 * evens - 1, j = 0;

    for (; j <= odds - VL; j += VL, x += PAIR) {
        vector low = vector_load(x);
        vector high = vector_load(x + VL);

        vector_store(even + j, vector_even(low, high));
        vector_store(odd + j, vector_odd(low, high));
    }
    for (; j < evens; j += VL, x += PAIR) {
        int left = all - 2 * j;
        vector low = vector_load_first(x, smaller(left, VL));
        vector high = left > VL
                          ? vector_load_first(x + VL, smaller(left - VL, VL))
                          : vector_set(0.0f);

        vector_store_first(even + j, vector_even(low, high),
                           smaller(evens - j, VL));
        if (odds > j)
            vector_store_first(odd + j, vector_odd(low, high),
                               smaller(odds - j, VL));
    }
}

/* y[j] = x[j*step] for j < count. */
static void gather(const float *x, int step, int count, float *y)
{
    int j = 0;

    if (step == 1) {
        for (; j <= count - VL; j += VL)
            vector_store(y + j, vector_load(x + j));
        vector_store_first(y + j, vector_load_first(x + j, count - j),
                           count - j);
    } else if (step == 2) {
        gather_halves(x, count, y, 0, NULL);
    } else {
        for (; j < count; j++)
            y[j] = x[(ptrdiff_t)j * step];
    }
}

/* Whether two runs are the halves of one: x is read once for both. */
static bool are_halves(const ref_fill_run *even, const ref_fill_run *odd)
{
    return odd->from == even->from + 1 && even->count > 0 &&
           (odd->count == even->count || odd->count == even->count - 1);
}

static void fill_row(const ref_fill *f, const float *x, float *y)
{
    bool swapped = f->runs == 2 && f->run[0].from > f->run[1].from;
    const ref_fill_run *even = f->run + swapped, *odd = f->run + !swapped;

    if (f->runs == 2 && f->step == 2 && are_halves(even, odd)) {
        gather_halves(x + even->from, even->count, y + even->to, odd->count,
                      y + odd->to);
        return;
    }
    for (int p = 0; p < f->runs; p++)
        gather(x + f->run[p].from, f->step, f->run[p].count, y + f->run[p].to);
}

/* Rows that are copied as they are, all alike. */
static void copy_rows(const ref_fill *f, const float *plane, float *sheet)
{
    const ref_fill_row *row = f->row, *end = row + f->rows;
    const int whole = f->run->count / VL * VL, rest = f->run->count - whole;

    plane += f->run->from;
    sheet += f->run->to;
    for (; row < end; row++) {
        const float *from = plane + row->from;
        float *to = sheet + row->to;

        for (int j = 0; j < whole; j += VL)
            vector_store(to + j, vector_load(from + j));
        if (rest > 0)
            vector_store_first(to + whole,
                               vector_load_first(from + whole, rest), rest);
    }
}

/* Columns of padding that is not zeros, one after the other. */
static void copy_edges(const ref_fill *f, const float *plane, float *sheet)
{
    const ref_fill_row *end = f->row + f->rows;

    for (int e = 0; e < f->edges; e++) {
        const float *from = plane + f->edge[e].from;
        float *to = sheet + f->edge[e].to;

        for (const ref_fill_row *row = f->row; row < end; row++)
            to[row->to] = from[row->from];
    }
}

static void fill_sheet(const ref_fill *f, const float *plane, float *sheet)
{
    if (f->step == 1 && f->runs == 1)
        copy_rows(f, plane, sheet);
    else
        for (int r = 0; r < f->rows; r++)
            fill_row(f, plane + f->row[r].from, sheet + f->row[r].to);
    copy_edges(f, plane, sheet);
}

void REF_KERNEL(fill)(const ref_fill *f, int count, const float *plane,
                      ptrdiff_t plane_step, float *sheet, ptrdiff_t sheet_step)
{
    for (int i = 0; i < count; i++)
        fill_sheet(f, plane + i * plane_step, sheet + i * sheet_step);
}

/* One piece of all k, at most a vector wide: what it writes too much, the next
 * piece writes anew. */
static void pack_vector(const ref_pack *p, const float *b, float *panel,
                        int read, int written)
{
    const ptrdiff_t *at = p->at, *end = at + p->depth;
    const int width = p->width;

    if (read == VL && written == VL) {
        UNROLL_BY(4)
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
            int left = smaller(piece->count - j, VL);

            pack_vector(p, b + piece->from + j, panel + piece->to + j,
                        p->may_read_on ? VL : left,
                        smaller(p->width - piece->to - j, VL));
        }
}
