/* Tests of reference/microkernels/tile.c: every shape of every table that this
 * machine runs, with arrays that end or begin at a forbidden page, against the
 * sum of microkernels.h written out. Equal means equal bits: the contract
 * gives the order of every sum, and the table its roundings. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum {
    WIDEST = 16 * REF_TILE_VECTORS, /* positions */
    DEEPEST = 9,
    GAP = 3,    /* at most, between rows of c */
    SHIFTS = 6, /* places at which b may be read when its rows overlap */
    C_MOST = REF_TILE_ROWS * (WIDEST + GAP),
    B_MOST = DEEPEST * WIDEST + SHIFTS
};

/* What lies in the lanes of b that belong to no position, and in b at all. */
typedef enum content { OVERLAPPING, NAN_OUTSIDE, SPECIAL } content;

typedef struct trial {
    const ref_microkernels *run;
    int rows, vectors, last, depth;
    content content;
    guard_side side;
    int starts; /* else c is added to */
} trial;

/* The arrays of one call, and what c was. */
typedef struct arrays {
    ptrdiff_t *at;
    float *a, *b, *start, *c;
    size_t at_bytes, a_bytes, b_bytes, start_bytes, c_bytes;
    int c_step;
    float was[C_MOST];
} arrays;

static int positions(const trial *t)
{
    return (t->vectors - 1) * t->run->lanes + t->last;
}

static int whole(const trial *t)
{
    return t->vectors * t->run->lanes;
}

/* Where each k begins in b. The last place is used, so that b ends there. */
static ptrdiff_t place(const trial *t, dice *d, int k)
{
    if (t->content == NAN_OUTSIDE)
        return (ptrdiff_t)k * whole(t);
    return k == t->depth / 2 ? SHIFTS - 1 : dice_int(d, 0, SHIFTS - 1);
}

static float number(const trial *t, dice *d)
{
    return t->content == SPECIAL ? kind_special(d) : dice_float(d);
}

static void make_b(const trial *t, dice *d, arrays *m)
{
    static float b[B_MOST];
    ptrdiff_t at[DEEPEST] = {0};
    ptrdiff_t count = 1;

    for (int k = 0; k < t->depth; k++) {
        at[k] = place(t, d, k);
        if (at[k] + whole(t) > count)
            count = at[k] + whole(t);
    }
    for (ptrdiff_t j = 0; j < count; j++)
        b[j] = number(t, d);
    for (int k = 0; k < t->depth && t->content == NAN_OUTSIDE; k++)
        for (int j = positions(t); j < whole(t); j++)
            b[at[k] + j] = j % 2 ? NAN : INFINITY;
    m->b_bytes = sizeof *b * (size_t)count;
    m->b = guarded_copy(b, m->b_bytes, t->side);
    m->at_bytes = sizeof *at * (size_t)(t->depth > 0 ? t->depth : 1);
    m->at = guarded_copy(at, m->at_bytes, t->side);
}

static void make(const trial *t, dice *d, arrays *m)
{
    int a = t->depth > 0 ? t->depth * t->rows : 1;

    make_b(t, d, m);
    m->a_bytes = sizeof(float) * (size_t)a;
    m->a = guarded_numbers(
        d, a, t->content == SPECIAL ? kind_special : dice_float, t->side);
    m->start_bytes = sizeof(float) * (size_t)t->rows;
    m->start = guarded_numbers(d, t->rows, dice_float, t->side);
    m->c_step = positions(t) + dice_int(d, 0, GAP);
    m->c_bytes =
        sizeof(float) * (size_t)((t->rows - 1) * m->c_step + positions(t));
    m->c = guarded_new(m->c_bytes, t->side); /* NaN where nothing is put */
    for (int i = 0; i < t->rows; i++)
        for (int j = 0; j < positions(t) && !t->starts; j++)
            m->c[i * m->c_step + j] = number(t, d);
    memcpy(m->was, m->c, m->c_bytes);
}

static void give_back(arrays *m)
{
    guarded_free(m->at, m->at_bytes);
    guarded_free(m->a, m->a_bytes);
    guarded_free(m->b, m->b_bytes);
    guarded_free(m->start, m->start_bytes);
    guarded_free(m->c, m->c_bytes);
}

/* One step of a sum, with the roundings of the table. */
static float step(const ref_microkernels *run, float a, float b, float sum)
{
    if (strcmp(run->name, "portable") == 0)
        return a * b + sum;
    return fmaf(a, b, sum);
}

static float expected(const trial *t, const arrays *m, int i, int j)
{
    float sum = t->starts ? m->start[i] : m->was[i * m->c_step + j];

    for (int k = 0; k < t->depth; k++)
        sum = step(t->run, m->a[k * t->rows + i], m->b[m->at[k] + j], sum);
    return sum;
}

/* The very bits, but that NaN has many patterns. */
static int same(float is, float should)
{
    return isnan(should) ? isnan(is)
                         : is == should && !signbit(is) == !signbit(should);
}

static void judge(const trial *t, const arrays *m)
{
    ptrdiff_t count = (ptrdiff_t)(m->c_bytes / sizeof(float));

    for (int place = 0; place < count; place++) {
        int i = place / m->c_step, j = place % m->c_step;
        float should = j < positions(t) ? expected(t, m, i, j) : m->was[place];

        if (!same(m->c[place], should))
            ck_abort_msg("%s %dx%d, last %d, depth %d: c[%d][%d] is %.9g, "
                         "not %.9g",
                         t->run->name, t->rows, t->vectors, t->last, t->depth,
                         i, j, (double)m->c[place], (double)should);
    }
}

static void run_trial(const trial *t, dice *d)
{
    static arrays m;
    ref_tile_job job = {.depth = t->depth, .last = t->last};

    make(t, d, &m);
    job.at = m.at;
    job.c_step = m.c_step;
    t->run->tiles->run[t->rows][t->vectors](&job, m.a, m.b,
                                            t->starts ? m.start : NULL, m.c);
    judge(t, &m);
    give_back(&m);
}

/* All tails and depths of a shape. */
static void run_shape(trial t, dice *d)
{
    static const int depths[] = {0, 1, 2, 5, DEEPEST};

    for (t.last = 1; t.last <= t.run->lanes; t.last++)
        for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++)
            for (t.starts = 0; t.starts < 2; t.starts++) {
                t.depth = depths[i];
                t.side = (guard_side)dice_int(d, 0, 1);
                run_trial(&t, d);
            }
}

static void run_shapes(int table, content what)
{
    dice d = {(uint64_t)what + 3};
    trial t = {.content = what};

    if (!use_table(table))
        return;
    t.run = ref_cpu_microkernels();
    for (t.rows = 1; t.rows <= t.run->tiles->rows; t.rows++)
        for (t.vectors = 1; t.vectors <= t.run->tiles->vectors[t.rows];
             t.vectors++)
            run_shape(t, &d);
}

START_TEST(test_tile_order_of_sums)
{
    run_shapes(_i, OVERLAPPING);
}
END_TEST

/* What belongs to no position changes nothing. */
START_TEST(test_tile_lanes_outside)
{
    run_shapes(_i, NAN_OUTSIDE);
}
END_TEST

START_TEST(test_tile_specials)
{
    run_shapes(_i, SPECIAL);
}
END_TEST

/* The shapes are those that the table says, no fewer and no more. */
START_TEST(test_tile_shapes)
{
    const ref_tiles *tiles;

    if (!use_table(_i))
        return;
    tiles = ref_cpu_microkernels()->tiles;
    ck_assert_int_ge(tiles->rows, 1);
    ck_assert_int_le(tiles->rows, REF_TILE_ROWS);
    for (int i = 0; i <= REF_TILE_ROWS; i++) {
        int vectors = i <= tiles->rows ? tiles->vectors[i] : 0;

        ck_assert_int_le(vectors, REF_TILE_VECTORS);
        ck_assert_int_eq(vectors > 0, i >= 1 && i <= tiles->rows);
        for (int j = 0; j <= REF_TILE_VECTORS; j++)
            ck_assert_int_eq(tiles->run[i][j] != NULL, j >= 1 && j <= vectors);
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_tile_order_of_sums, TABLES);
    suite_loop(test_tile_lanes_outside, TABLES);
    suite_loop(test_tile_shapes, TABLES);
    suite_case("edges");
    suite_loop(test_tile_specials, TABLES);
}

int main(void)
{
    return suite_main("tile", fill);
}
