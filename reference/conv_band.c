/* The layout of a band, see conv_band.h. Only places are computed here, once
 * for a block; microkernels/band.c moves the numbers, for every channel. */
#include "conv_band.h"

#include "whole.h"

/* Tap v stands at v*d: its phase, v*d modulo s, repeats after s/gcd(s, d). */
static ref_phases sort_places(const ref_axis *a, int count)
{
    int phases = smaller(a->k, a->s / gcd(a->s, a->d));
    ptrdiff_t slots = count + (ptrdiff_t)(a->k - 1) * a->d / a->s;

    if ((ptrdiff_t)a->k * count < phases * slots)
        return (ref_phases){a->k, count, true};
    return (ref_phases){phases, (int)slots, false};
}

static int shift(const ref_phases *p, const ref_axis *a, int tap)
{
    return p->apart ? 0 : (int)((ptrdiff_t)tap * a->d / a->s);
}

/* Where the first slot of a phase stands, for positions from first on. */
static ptrdiff_t origin(const ref_phases *p, const ref_axis *a, int first,
                        int phase)
{
    ptrdiff_t tap = (ptrdiff_t)phase * a->d;

    return (ptrdiff_t)first * a->s + (p->apart ? tap : tap % a->s) - a->before;
}

/* The element of the axis that a slot of a phase holds, or -1. */
static int held(const ref_axis *a, ref_pad_mode mode, ptrdiff_t begin, int slot)
{
    return ref_pad_index(mode, (int)(begin + (ptrdiff_t)slot * a->s), a->n);
}

ref_phases ref_band_columns(const ref_window *w, int cols)
{
    return sort_places(&w->axis[REF_AXIS_W], cols);
}

ptrdiff_t ref_band_sheet(const ref_window *w, int rows, int cols)
{
    ref_phases r = sort_places(&w->axis[REF_AXIS_H], rows);
    ref_phases c = sort_places(&w->axis[REF_AXIS_W], cols);

    return (ptrdiff_t)r.phases * r.slots * c.phases * c.slots;
}

/* No more rows are filled than some tap sees. */
static size_t most_rows(const ref_window *w, int rows)
{
    ref_phases r = sort_places(&w->axis[REF_AXIS_H], rows);
    size_t seen = (size_t)rows * (size_t)w->axis[REF_AXIS_H].k;
    size_t held_at_all = (size_t)r.phases * (size_t)r.slots;

    return seen < held_at_all ? seen : held_at_all;
}

size_t ref_band_list_bytes(const ref_window *w, int rows, int cols)
{
    ref_phases c = sort_places(&w->axis[REF_AXIS_W], cols);

    /* a smaller block may have more phases: as many as taps at most */
    return most_rows(w, rows) * sizeof(ref_fill_row) +
           (size_t)w->axis[REF_AXIS_W].k * sizeof(ref_fill_run) +
           (size_t)c.phases * (size_t)c.slots * sizeof(ref_fill_edge);
}

/* The rows of x that the block's taps see, each once. Taps of a phase come with
 * growing shifts, so what one has listed the next begins behind. */
static void list_rows(ref_band *b, const ref_block *block, ref_fill_row *list)
{
    const ref_axis *a = &b->window->axis[REF_AXIS_H];
    ptrdiff_t columns = b->window->axis[REF_AXIS_W].n;
    ptrdiff_t phase = (ptrdiff_t)b->col.phases * b->row.slots * b->pitch;

    for (int f = 0; f < b->row.phases; f++) {
        ptrdiff_t begin = origin(&b->row, a, block->first_row, f);

        for (int u = f, slot = 0; u < a->k; u += b->row.phases) {
            int end = shift(&b->row, a, u) + block->rows;

            slot = larger(slot, shift(&b->row, a, u));
            for (; slot < end; slot++) {
                int from = held(a, b->mode, begin, slot);

                if (from >= 0)
                    list[b->fill.rows++] = (ref_fill_row){
                        f * phase + slot * b->pitch, from * columns};
            }
        }
    }
}

static void list_columns(ref_band *b, const ref_block *block, ref_fill_run *run,
                         ref_fill_edge *edge)
{
    const ref_axis *a = &b->window->axis[REF_AXIS_W];

    for (int f = 0; f < b->col.phases; f++) {
        ptrdiff_t to = (ptrdiff_t)f * b->row.slots * b->pitch;
        ptrdiff_t begin = origin(&b->col, a, block->first_col, f);
        ref_range in = ref_axis_inside(a, b->col.slots, (int)begin);
        int from = held(a, b->mode, begin, in.first);

        run[b->fill.runs++] = (ref_fill_run){
            to + in.first,
            in.first < in.end ? from : 0,
            in.end - in.first,
        };
        for (int slot = 0; slot < b->col.slots; slot++) {
            int at = -1;

            if (slot == in.first)
                slot = in.end; /* the run */
            if (slot < b->col.slots)
                at = held(a, b->mode, begin, slot);
            if (at >= 0)
                edge[b->fill.edges++] = (ref_fill_edge){to + slot, at};
        }
    }
}

/* Whether a block sees elements of the axis only. */
static bool sees_no_padding(const ref_axis *a, int first, int count)
{
    return ref_window_place(a, first, 0) >= 0 &&
           ref_window_place(a, first + count - 1, a->k - 1) < a->n;
}

ref_band ref_band_lay_out(const ref_window *w, ref_pad_mode mode,
                          const ref_block *block, bool in_place, void *lists)
{
    const ref_axis *d = &w->axis[REF_AXIS_D];
    const ref_axis *h = &w->axis[REF_AXIS_H], *x = &w->axis[REF_AXIS_W];
    ref_band b = {.window = w, .mode = mode};

    b.in_place = in_place && x->s == 1 && sees_no_padding(d, block->depth, 1) &&
                 sees_no_padding(h, block->first_row, block->rows) &&
                 sees_no_padding(x, block->first_col, block->cols);
    if (b.in_place) {
        b.pitch = (ptrdiff_t)h->s * x->n;
        b.sheet = (ptrdiff_t)h->n * x->n;
        b.start = ref_window_place(d, block->depth, 0) * b.sheet +
                  ref_window_place(h, block->first_row, 0) * x->n +
                  ref_window_place(x, block->first_col, 0);
        return b;
    }
    b.row = sort_places(h, block->rows);
    b.col = sort_places(x, block->cols);
    b.pitch = b.col.slots;
    b.sheet = ref_band_sheet(w, block->rows, block->cols);
    b.fill.step = x->s;
    b.fill.row = lists;
    list_rows(&b, block, lists);
    b.fill.run = (void *)(b.fill.row + b.fill.rows);
    b.fill.edge = (void *)(b.fill.run + b.col.phases);
    list_columns(&b, block, (void *)b.fill.run, (void *)b.fill.edge);
    return b;
}

ptrdiff_t ref_band_tap(const ref_band *b, int u, int v)
{
    const ref_axis *h = &b->window->axis[REF_AXIS_H];
    const ref_axis *w = &b->window->axis[REF_AXIS_W];

    if (b->in_place)
        return (ptrdiff_t)u * h->d * w->n + (ptrdiff_t)v * w->d;
    return ((ptrdiff_t)(u % b->row.phases) * b->col.phases +
            v % b->col.phases) *
               b->row.slots * b->pitch +
           shift(&b->row, h, u) * b->pitch + shift(&b->col, w, v);
}

int ref_band_plane(const ref_window *w, ref_pad_mode mode, int position, int t)
{
    const ref_axis *a = &w->axis[REF_AXIS_D];

    return ref_pad_index(mode, (int)ref_window_place(a, position, t), a->n);
}
