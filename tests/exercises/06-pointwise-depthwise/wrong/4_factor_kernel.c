/* The misconceptions of factor_kernel. */
#include "../4_factor_kernel.h"

#include "tests/grader/mistakes.h"

#include <math.h>

#define COLUMN "a-column-times-a-row"
#define NEVER_TESTED                                                           \
    "every kernel is said to be an outer product: the product is not "         \
    "compared "                                                                \
    "with k"
#define ONE_SIDED                                                              \
    "only elements that are too large are noticed, not those too small"
#define PAIR_KEPT                                                              \
    "where k is no outer product, col and row still hold the pair that was "   \
    "tried; they are to be zeros"

/* Whether element [u, v] passes; the test, where it is not the right one. */
typedef bool passing(const struct call *c, const struct factors *f, int u,
                     int v);
/* What becomes of the right pair. */
typedef void rescaling(struct factors *f);

/* A program; what is NULL is right. Honest ones divide at the first number of
 * row that is not 0, or at the greatest: where k is no outer product, wrong
 * ones show which. */
struct factoring {
    passing *passes;
    rescaling *rescale;
    bool (*refuses)(const struct call *c, const struct factors *f);
    struct factors (*pair)(const struct call *c);
};

static struct factors pair_of(const struct call *c, const struct factoring *p)
{
    return p->pair != NULL ? p->pair(c) : factors_at_first(c);
}

static bool near(const struct call *c, const struct factors *f, int u, int v)
{
    return fabs(factors_off(c, f, u, v)) <= 1e-4 * f->greatest;
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct factoring *p = how;
    struct factors f = pair_of(c, p);
    bool is_product = p->refuses == NULL || !p->refuses(c, &f);

    for (int i = 0; i < f.kh * f.kw; i++) {
        int u = i / f.kw, v = i % f.kw;

        is_product =
            is_product && (p->passes != NULL ? p->passes : near)(c, &f, u, v);
    }
    if (p->rescale != NULL && f.greatest > 0)
        p->rescale(&f);
    factors_put(a, &f, is_product);
}

/* ---- another test -------------------------------------------------------- */

static bool always(const struct call *c, const struct factors *f, int u, int v)
{
    (void)c, (void)f, (void)u, (void)v;
    return true;
}

/* In float, divided at the first number that is not 0. */
static float product(const struct call *c, const struct factors *f, int u,
                     int v)
{
    const float *k = c->arg[K].data;
    int first = 0;

    while (first < f->kh * f->kw - 1 && k[first] == 0)
        first++;
    float col = k[first] == 0 ? 0 : k[u * f->kw + first % f->kw] / k[first];
    return col * k[first / f->kw * f->kw + v];
}

static bool in_absolute_numbers(const struct call *c, const struct factors *f,
                                int u, int v)
{
    return fabsf(c->arg[K].data[u * f->kw + v] - product(c, f, u, v)) <= 1e-4f;
}

static bool one_sided(const struct call *c, const struct factors *f, int u,
                      int v)
{
    return factors_off(c, f, u, v) <= 1e-4 * f->greatest;
}

static bool within_a_hundredth(const struct call *c, const struct factors *f,
                               int u, int v)
{
    return fabs(factors_off(c, f, u, v)) <= 1e-2 * f->greatest;
}

static bool of_each_element(const struct call *c, const struct factors *f,
                            int u, int v)
{
    return fabs(factors_off(c, f, u, v)) <=
           1e-4 * fabs(call_at(c, K, u * f->kw + v));
}

/* Of all k, and 0, the greatest that is not negative. */
static bool of_the_largest(const struct call *c, const struct factors *f, int u,
                           int v)
{
    float most = 0;

    for (int i = 0; i < f->kh * f->kw; i++)
        most = fmaxf(most, c->arg[K].data[i]);
    return fabsf(c->arg[K].data[u * f->kw + v] - product(c, f, u, v)) <=
           1e-4f * most;
}

static bool square_of_four(const struct call *c, const struct factors *f, int u,
                           int v)
{
    return u > 1 || v > 1 || near(c, f, u, v);
}

static bool but_last_row(const struct call *c, const struct factors *f, int u,
                         int v)
{
    return u == f->kh - 1 || near(c, f, u, v);
}

static bool but_last_column(const struct call *c, const struct factors *f,
                            int u, int v)
{
    return v == f->kw - 1 || near(c, f, u, v);
}

static bool on_the_diagonal(const struct call *c, const struct factors *f,
                            int u, int v)
{
    return u != v || near(c, f, u, v);
}

static bool exactly(const struct call *c, const struct factors *f, int u, int v)
{
    return product(c, f, u, v) == c->arg[K].data[u * f->kw + v];
}

static bool first_row_is_zeros(const struct call *c, const struct factors *f)
{
    for (int v = 0; v < f->kw; v++)
        if (call_at(c, K, v) != 0)
            return false;
    return true;
}

static bool corner_is_zero(const struct call *c, const struct factors *f)
{
    (void)f;
    return call_at(c, K, 0) == 0;
}

static bool has_a_zero(const struct call *c, const struct factors *f)
{
    for (int i = 0; i < f->kh * f->kw; i++)
        if (call_at(c, K, i) == 0)
            return true;
    return false;
}

static bool is_oblong(const struct call *c, const struct factors *f)
{
    (void)c;
    return f->kh != f->kw;
}

static bool is_all_zeros(const struct call *c, const struct factors *f)
{
    (void)c;
    return f->greatest == 0;
}

/* Also what is no number, after a division by 0. */
static bool not_far(const struct call *c, const struct factors *f, int u, int v)
{
    return !(fabs(factors_off(c, f, u, v)) > 1e-4 * f->greatest);
}

/* ---- another pair -------------------------------------------------------- */

static struct factors divided_at_0(const struct call *c)
{
    return factors_at(c, 0);
}

/* The greatest of row, but not of |row|. */
static struct factors divided_at_the_largest(const struct call *c)
{
    struct factors f = factors_of(c);
    int best = 0;

    for (int v = 1; v < f.kw; v++)
        if (f.row[v] > f.row[best])
            best = v;
    return factors_at(c, best);
}

static void scale(struct factors *f, double by)
{
    for (int u = 0; u < f->kh; u++)
        f->col[u] = f->col[u] * by + 0.0; /* no -0 */
    for (int v = 0; v < f->kw; v++)
        f->row[v] = f->row[v] / by + 0.0;
}

/* The first number of row that is not 0 becomes 1. */
static void into_the_column(struct factors *f)
{
    int v = 0;

    while (f->row[v] == 0)
        v++;
    scale(f, f->row[v]);
}

static void signs_exchanged(struct factors *f)
{
    scale(f, -1);
}

/* The greatest number of row becomes 1. */
static void greatest_into_the_column(struct factors *f)
{
    int best = 0;

    for (int v = 1; v < f->kw; v++)
        if (fabs(f->row[v]) > fabs(f->row[best]))
            best = v;
    scale(f, f->row[best]);
}

/* The last row that is not all zeros, where col is 1. */
static void last_row(struct factors *f)
{
    int u = f->kh - 1;

    while (f->col[u] == 0)
        u--;
    scale(f, 1 / f->col[u]);
}

static double power(const double *numbers, int count)
{
    double sum = 0;

    for (int i = 0; i < count; i++)
        sum += numbers[i] * numbers[i];
    return sum;
}

static void unit_column(struct factors *f)
{
    scale(f, 1 / sqrt(power(f->col, f->kh)));
}

static void column_sums_to_one(struct factors *f)
{
    double sum = 0;

    for (int u = 0; u < f->kh; u++)
        sum += f->col[u];
    if (fabs(sum) > 1e-6)
        scale(f, 1 / sum);
}

/* The row of the greatest number, where col is 1. */
static void row_of_the_greatest(struct factors *f)
{
    double most = 0;

    for (int u = 0; u < f->kh; u++)
        if (fabs(f->col[u]) > fabs(most))
            most = f->col[u];
    scale(f, 1 / most);
}

static void unscaled(struct factors *f)
{
    int v = 0;

    while (f->row[v] == 0)
        v++;
    for (int u = 0; u < f->kh; u++)
        f->col[u] *= f->row[v];
}

/* ---- what is written ----------------------------------------------------- */

static void pair_kept(const struct call *c, struct answer *a, const void *how)
{
    struct factors f = pair_of(c, how);

    right_factor_kernel(c, a);
    if (a->cell[call_cell_of(c, RESULT, 0)].value == 0) {
        factors_put(a, &f, true);
        answer_put(a, RESULT, 0, 0, 0);
    }
}

static void not_zeroed(struct answer *a)
{
    if (a->cell[call_cell_of(a->call, RESULT, 0)].value == 0)
        for (int n = 0; n < call_cell_of(a->call, RESULT, 0); n++)
            a->cell[n].state = CELL_UNWRITTEN;
}

static void opposite(struct answer *a)
{
    struct cell *result = &a->cell[call_cell_of(a->call, RESULT, 0)];

    result->value = 1 - result->value;
}

typedef const struct factoring as;

const struct misconception wrong_factor_kernel[] = {
    {"FK1", "scale in the column",
     "col is scaled in the place of row: row starts with a 1, and col holds "
     "numbers of k; asked for is the row of k itself",
     COLUMN, run, &(as){.rescale = into_the_column}},
    {"FK2", "first row of zeros",
     "a kernel whose first row is all zeros is refused; row is the first row "
     "that is not",
     COLUMN, run, &(as){.refuses = first_row_is_zeros}},
    {"FK3", "another row",
     "row is the row with the greatest numbers; asked for is the first that is "
     "not all zeros",
     COLUMN, run, &(as){.rescale = row_of_the_greatest}},
    {"FK4", "corner is zero",
     "a kernel with a 0 in the corner is refused: it is divided by k[0]",
     COLUMN, run, &(as){.refuses = corner_is_zero}},
    {"FK5", "signs exchanged",
     "col and row both have the opposite sign; their product is right, but row "
     "is not the row of k",
     COLUMN, run, &(as){.rescale = signs_exchanged}},
    {"FK6", "length 1",
     "col is scaled to length 1; asked for is how many times each row of k "
     "contains row",
     COLUMN, run, &(as){.rescale = unit_column}},
    {"FK7", "sum 1",
     "col is scaled to the sum 1; asked for is how many times each row of k "
     "contains row",
     COLUMN, run, &(as){.rescale = column_sums_to_one}},
    {"FK8", "scale in both",
     "col is a column of k and row is a row of k: their product is too large "
     "by the number that is in both",
     COLUMN, run, &(as){.rescale = unscaled}},
    {"FK23", "scale in the column",
     "col is scaled in the place of row: the greatest number of row is 1, and "
     "col holds numbers of k; asked for is the row of k itself",
     COLUMN, run, &(as){.rescale = greatest_into_the_column}},
    {"FK31", "divided by 0",
     "col is divided by row[0], also where that is 0; divide where |row| is "
     "greatest",
     COLUMN, run, &(as){.passes = not_far, .pair = divided_at_0}},
    {"FK32", "the greatest, not |row|",
     "col is divided by the greatest number of row; where the others are "
     "negative that may be 0: take the greatest |row|",
     COLUMN, run, &(as){.passes = not_far, .pair = divided_at_the_largest}},
    {"FK24", "the last row",
     "row is the last row that is not all zeros; asked for is the first",
     COLUMN, run, &(as){.rescale = last_row}},
    {"FK9", "never tested", NEVER_TESTED, COLUMN, run, &(as){.passes = always}},
    {"FK25", "never tested", NEVER_TESTED, COLUMN, run,
     &(as){.passes = always, .pair = factors_of}},
    {"FK10", "a fixed tolerance",
     "two numbers count as equal if they differ by less than 1e-4, however "
     "small or large the numbers of k are",
     COLUMN, run, &(as){.passes = in_absolute_numbers}},
    {"FK22", "exactly equal",
     "the product is compared with ==, but numbers that were rounded are "
     "hardly ever equal",
     COLUMN, run, &(as){.passes = exactly}},
    {"FK11", "no absolute value", ONE_SIDED, COLUMN, run,
     &(as){.passes = one_sided}},
    {"FK26", "no absolute value", ONE_SIDED, COLUMN, run,
     &(as){.passes = one_sided, .pair = factors_of}},
    {"FK27", "a wide tolerance",
     "two numbers count as equal if they differ by a hundredth of the greatest "
     "|k|: that is more than rounding does",
     COLUMN, run, &(as){.passes = within_a_hundredth, .pair = factors_of}},
    {"FK28", "each its own measure",
     "how far an element may be off is measured by that element; the measure "
     "is the greatest |k|, so that next to nothing counts as 0",
     COLUMN, run, &(as){.passes = of_each_element, .pair = factors_of}},
    {"FK29", "greatest k, not |k|",
     "how far an element may be off is measured by the greatest k; where all "
     "are negative that is none of them: take the greatest |k|",
     COLUMN, run, &(as){.passes = of_the_largest}},
    {"FK12", "first four only",
     "only the four elements in the corner are compared", COLUMN, run,
     &(as){.passes = square_of_four}},
    {"FK13", "last row not compared", "the last row of k is never compared",
     COLUMN, run, &(as){.passes = but_last_row}},
    {"FK14", "last column not compared",
     "the last column of k is never compared", COLUMN, run,
     &(as){.passes = but_last_column}},
    {"FK15", "diagonal only", "only the diagonal of k is compared", COLUMN, run,
     &(as){.passes = on_the_diagonal}},
    {"FK16", "zeros refused",
     "a kernel with a 0 anywhere is refused; 0 times anything is 0", COLUMN,
     run, &(as){.refuses = has_a_zero}},
    {"FK17", "squares only",
     "a kernel that is not square is refused; an outer product may have any "
     "sides",
     COLUMN, run, &(as){.refuses = is_oblong}},
    {"FK18", "all zeros refused",
     "a kernel of zeros is refused; it is a column of zeros times a row of "
     "zeros",
     COLUMN, run, &(as){.refuses = is_all_zeros}},
    {"FK19", "col and row kept", PAIR_KEPT, COLUMN, pair_kept,
     &(as){.pair = NULL}},
    {"FK30", "col and row kept", PAIR_KEPT, COLUMN, pair_kept,
     &(as){.pair = factors_of}},
    {"FK20", "col and row not written",
     "where k is no outer product, col and row are never written; they are to "
     "be zeros",
     COLUMN, answer_spoiled,
     &(const struct spoiled){right_factor_kernel, not_zeroed}},
    {"FK21", "1 and 0 exchanged",
     "the result is 0 for outer products and 1 for all others", COLUMN,
     answer_spoiled, &(const struct spoiled){right_factor_kernel, opposite}},
    {.id = NULL},
};
