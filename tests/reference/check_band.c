/* Tests of reference/microkernels/band.c: what is gathered, for every table
 * that this machine runs, against plain loops; numbers are only moved, so
 * equal means equal. All arrays end or begin at a forbidden page. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum {
    LONGEST = 2 * 16 + 3, /* places of a run or a piece */
    RUNS = 3,
    EDGES = 3,
    ROWS = 4,
    STEPS = 4,
    PIECES = 3,
    DEPTH = 5,
    SHIFTS = 7,
    ROUNDS = 4,
    SHEET = ROWS * (RUNS * (LONGEST + 1) + EDGES),
    PANEL = DEPTH * PIECES * LONGEST + 16
};

/* --- fill ------------------------------------------------------------------ */

/* A sheet whose rows are, in some order of their own,
 *     run 0 | gap | run 1 | gap | run 2 | gap | the edges
 * of a plane of rows as long as the last run needs. */
typedef struct sheet {
    ref_fill f;
    ref_fill_row row[ROWS];
    ref_fill_run run[RUNS];
    ref_fill_edge edge[EDGES];
    int plane_row, row_places;
} sheet;

static void roll_columns(sheet *s, dice *d, int count)
{
    int to = 0;

    for (int p = 0; p < s->f.runs; p++) {
        int from = dice_int(d, 0, SHIFTS), end;

        if (p == 1 && s->run[0].from > 0 && dice_int(d, 0, 1)) /* halves */
            from = s->run[0].from + (dice_int(d, 0, 1) ? 1 : -1);
        end = from + (count > 0 ? (count - 1) * s->f.step + 1 : 0);
        s->run[p] = (ref_fill_run){.to = to, .from = from, .count = count};
        s->plane_row = end > s->plane_row ? end : s->plane_row;
        to += count + 1;
    }
    for (int e = 0; e < s->f.edges; e++, to++)
        s->edge[e] =
            (ref_fill_edge){.to = to, .from = dice_int(d, 0, s->plane_row - 1)};
    s->row_places = to;
}

/* Rows stand in the sheet from the last to the first; one of them sees the
 * last row of the plane, so that the plane ends where it is read. */
static void roll_rows(sheet *s, dice *d)
{
    for (int r = 0; r < s->f.rows; r++) {
        int from = r == 0 ? ROWS - 1 : dice_int(d, 0, ROWS - 1);

        s->row[r] =
            (ref_fill_row){.to = (ptrdiff_t)(s->f.rows - 1 - r) * s->row_places,
                           .from = (ptrdiff_t)from * s->plane_row};
    }
}

static void roll_sheet(sheet *s, dice *d, int step, int count)
{
    *s = (sheet){.f = {.rows = dice_int(d, 1, ROWS),
                       .runs = dice_int(d, 1, RUNS),
                       .edges = dice_int(d, 0, EDGES),
                       .step = step},
                 .plane_row = 1};
    roll_columns(s, d, count);
    roll_rows(s, d);
    s->f.row = s->row;
    s->f.run = s->run;
    s->f.edge = s->edge;
}

/* The contract, element by element. */
static void expect_sheet(const sheet *s, const float *plane, float *y)
{
    for (int r = 0; r < s->f.rows; r++) {
        float *to = y + s->row[r].to;
        const float *from = plane + s->row[r].from;

        for (int p = 0; p < s->f.runs; p++)
            for (int j = 0; j < s->run[p].count; j++)
                to[s->run[p].to + j] = from[s->run[p].from + j * s->f.step];
        for (int e = 0; e < s->f.edges; e++)
            to[s->edge[e].to] = from[s->edge[e].from];
    }
}

/* No sum is formed here: what is not NaN is equal, what was not written is
 * still the NaN of guarded_new. */
static void judge(const char *what, const float *y, const float *expected,
                  size_t bytes)
{
    for (size_t i = 0; i < bytes / sizeof(float); i++)
        if (y[i] != expected[i] && !(isnan(y[i]) && isnan(expected[i])))
            ck_abort_msg("%s of %s: place %zu is %g, not %g", what,
                         ref_cpu_microkernels()->name, i, (double)y[i],
                         (double)expected[i]);
}

static void run_fill(dice *d, int step, int count, guard_side side)
{
    static float expected[SHEET];
    sheet s;
    size_t plane_bytes, bytes;
    float *plane, *y;

    roll_sheet(&s, d, step, count);
    plane_bytes = sizeof(float) * (size_t)(ROWS * s.plane_row);
    bytes = sizeof(float) * (size_t)(s.f.rows * s.row_places);
    plane = guarded_numbers(d, ROWS * s.plane_row, dice_float, side);
    y = guarded_new(bytes, side);
    memset(expected, 0xff, bytes);
    expect_sheet(&s, plane, expected);
    ref_cpu_microkernels()->fill(&s.f, 1, plane, 0, y, 0);
    judge("a sheet", y, expected, bytes);
    guarded_free(plane, plane_bytes);
    guarded_free(y, bytes);
}

START_TEST(test_band_fill)
{
    dice d = {5};

    for (int count = 0; use_table(_i) && count <= LONGEST; count++)
        for (int step = 1; step <= STEPS; step++)
            for (int round = 0; round < ROUNDS; round++)
                run_fill(&d, step, count, (guard_side)(round % 2));
}
END_TEST

/* --- pack ------------------------------------------------------------------ */

typedef struct panel {
    ref_pack p;
    ptrdiff_t at[DEPTH];
    ref_pack_piece piece[PIECES];
    int used; /* places of a k */
    ptrdiff_t b_count;
} panel;

/* Pieces side by side; b ends with the last one that is read. */
static void roll_panel(panel *n, dice *d, int count)
{
    const int lanes = ref_cpu_microkernels()->lanes;

    *n = (panel){.p = {.depth = dice_int(d, 0, DEPTH),
                       .pieces = dice_int(d, 1, PIECES),
                       .may_read_on = dice_int(d, 0, 1)},
                 .b_count = 1};
    for (int i = 0; i < n->p.pieces; i++) {
        int length = i == 0 ? count : dice_int(d, 1, LONGEST);

        n->piece[i] = (ref_pack_piece){
            .from = dice_int(d, 0, SHIFTS), .to = n->used, .count = length};
        n->used += length;
    }
    for (int k = 0; k < n->p.depth; k++) {
        n->at[k] = dice_int(d, 0, SHIFTS);
        for (int i = 0; i < n->p.pieces; i++) {
            int read = n->p.may_read_on
                           ? (n->piece[i].count + lanes - 1) / lanes * lanes
                           : n->piece[i].count;
            ptrdiff_t end = n->at[k] + n->piece[i].from + read;

            n->b_count = end > n->b_count ? end : n->b_count;
        }
    }
    n->p.width = (n->used + lanes - 1) / lanes * lanes;
    n->p.at = n->at;
    n->p.piece = n->piece;
}

/* Only what the contract speaks of is looked at. */
static void judge_panel(const panel *n, const float *b, const float *y)
{
    for (ptrdiff_t k = 0; k < n->p.depth; k++)
        for (const ref_pack_piece *p = n->piece; p < n->piece + n->p.pieces;
             p++)
            judge("a panel's piece", y + k * n->p.width + p->to,
                  b + n->at[k] + p->from, sizeof *y * (size_t)p->count);
}

static void run_pack(dice *d, int count, guard_side side)
{
    panel n;
    size_t b_bytes, bytes;
    float *b, *y;

    roll_panel(&n, d, count);
    b_bytes = sizeof *b * (size_t)n.b_count;
    bytes = sizeof *y * (size_t)(n.p.depth * n.p.width);
    bytes += n.p.depth == 0 ? sizeof *y : 0; /* qemu cannot guard nothing */
    b = guarded_numbers(d, (int)n.b_count, dice_float, side);
    y = guarded_new(bytes, side);
    ref_cpu_microkernels()->pack(&n.p, b, y);
    judge_panel(&n, b, y);
    guarded_free(b, b_bytes);
    guarded_free(y, bytes);
}

START_TEST(test_band_pack)
{
    dice d = {7};

    for (int count = 1; use_table(_i) && count <= LONGEST; count++)
        for (int round = 0; round < 4 * ROUNDS; round++)
            run_pack(&d, count, (guard_side)(round % 2));
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_band_fill, TABLES);
    suite_loop(test_band_pack, TABLES);
}

int main(void)
{
    return suite_main("band", fill);
}
