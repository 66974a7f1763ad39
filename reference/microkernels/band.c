/* Gathering x: a plane becomes a sheet of the band, rows of a band become a
 * panel. Nothing is computed here; see conv_band.h for why. */
#include <stdbool.h>

#include "../whole.h"
#include "kernels.h"

enum { PAIR = 2 * VL };

/* Rows whose even and odd elements go to two runs: x is read once for both. */
static void split_rows(const ref_fill *f, const ref_fill_run *even,
                       const ref_fill_run *odd, const float *plane,
                       float *sheet)
{
    const ref_fill_row *row = f->row, *end = row + f->rows;
    const int whole = odd->count / VL * VL; /* of each, in whole vectors */
    const int evens = even->count - whole, odds = odd->count - whole;
    const int low = smaller(evens + odds, VL), high = evens + odds - low;

    for (; row < end; row++) {
        const float *x = plane + row->from + even->from;
        float *y = sheet + row->to + even->to, *z = sheet + row->to + odd->to;

        for (int j = 0; j < whole; j += VL, x += PAIR, y += VL, z += VL) {
            vector first = vector_load(x), second = vector_load(x + VL);

            vector_store(y, vector_even(first, second));
            vector_store(z, vector_odd(first, second));
        }
        if (evens > 0) {
            vector first = vector_load_first(x, low);
            vector second = vector_load_first(x + VL, high);

            vector_store_first(y, vector_even(first, second), evens);
            vector_store_first(z, vector_odd(first, second), odds);
        }
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

/* Rows of any step, each phase by itself. */
static void gather_rows(const ref_fill *f, const float *plane, float *sheet)
{
    for (const ref_fill_row *row = f->row; row < f->row + f->rows; row++)
        for (const ref_fill_run *run = f->run; run < f->run + f->runs; run++)
            gather(plane + row->from + run->from, f->step, run->count,
                   sheet + row->to + run->to);
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
    bool swapped = f->runs == 2 && f->run[0].from > f->run[1].from;
    const ref_fill_run *even = f->run + swapped, *odd = f->run + !swapped;

    if (f->step == 1 && f->runs == 1)
        copy_rows(f, plane, sheet);
    else if (f->step == 2 && f->runs == 2 && are_halves(even, odd))
        split_rows(f, even, odd, plane, sheet);
    else
        gather_rows(f, plane, sheet);
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
            int left = piece->count - j, room = p->width - piece->to - j;
            int read = left < VL && !p->may_read_on ? left : VL;

            pack_vector(p, b + piece->from + j, panel + piece->to + j, read,
                        room < VL ? room : VL);
        }
}
