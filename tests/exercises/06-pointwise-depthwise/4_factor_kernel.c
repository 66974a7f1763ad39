/* What factor_kernel is checked against: filters that are outer products and
 * filters that are not, rows of zeros, kernels that fail in one element only,
 * rounded fractions, and kernels of very small and very large numbers.
 *
 * The answer is unique by contract, and every case is made so that honest
 * programs agree: is_fair below says how. */
#include "4_factor_kernel.h"

#include "reference/filter.h"
#include "reference/linear.h"
#include "tests/grader/fault.h"
#include "tests/grader/grid.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"k", ARG_IN},    {"kh", ARG_INT},        {"kw", ARG_INT}, {"col", ARG_OUT},
    {"row", ARG_OUT}, {"result", ARG_RETURN}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

static double at(const struct call *c, int u, int v)
{
    return call_at(c, K, u * call_number(c, KW) + v);
}

static double greatest(const struct call *c)
{
    double most = 0;

    for (int i = 0; i < c->arg[K].count; i++)
        most = fmax(most, fabs(call_at(c, K, i)));
    return most;
}

/* The first row that is not all zeros; kh if there is none. */
static int first_row(const struct call *c)
{
    int kw = call_number(c, KW);

    for (int i = 0; i < c->arg[K].count; i++)
        if (call_at(c, K, i) != 0)
            return i / kw;
    return call_number(c, KH);
}

/* How often the row is in each row of k, by its column v. */
struct factors factors_at(const struct call *c, int v)
{
    struct factors f = {.kh = call_number(c, KH), .kw = call_number(c, KW)};
    int first = first_row(c);

    f.greatest = greatest(c);
    for (int i = 0; i < f.kw && first < f.kh; i++)
        f.row[i] = at(c, first, i);
    for (int u = 0; u < f.kh && first < f.kh; u++)
        f.col[u] = f.greatest == 0 ? 0 : at(c, u, v) / at(c, first, v);
    return f;
}

/* The division is safest at the greatest number of the row. */
struct factors factors_of(const struct call *c)
{
    int first = first_row(c), best = 0;

    for (int v = 1; v < call_number(c, KW) && first < call_number(c, KH); v++)
        if (fabs(at(c, first, v)) > fabs(at(c, first, best)))
            best = v;
    return factors_at(c, best);
}

struct factors factors_at_first(const struct call *c)
{
    int first = 0;

    while (first < c->arg[K].count - 1 && call_at(c, K, first) == 0)
        first++;
    return factors_at(c, first % call_number(c, KW));
}

double factors_off(const struct call *c, const struct factors *f, int u, int v)
{
    return at(c, u, v) - f->col[u] * f->row[v];
}

/* How far the farthest element is off, in parts of the greatest. */
static double farthest(const struct call *c, const struct factors *f)
{
    double most = 0;

    for (int i = 0; i < f->kh * f->kw; i++)
        most = fmax(most, fabs(factors_off(c, f, i / f->kw, i % f->kw)));
    return most == 0 ? 0 : most / f->greatest;
}

static double most_of(const double *numbers, int count)
{
    double most = 0;

    for (int i = 0; i < count; i++)
        most = fmax(most, fabs(numbers[i]));
    return most;
}

void factors_put(struct answer *a, const struct factors *f, bool is_product)
{
    double col = 1e-5 * most_of(f->col, f->kh);
    double row = 1e-5 * most_of(f->row, f->kw);

    for (int u = 0; u < f->kh; u++)
        answer_put(a, COL, u, is_product ? f->col[u] : 0, is_product ? col : 0);
    for (int v = 0; v < f->kw; v++)
        answer_put(a, ROW, v, is_product ? f->row[v] : 0, is_product ? row : 0);
    answer_put(a, RESULT, 0, is_product, 0);
}

void right_factor_kernel(const struct call *c, struct answer *a)
{
    struct factors f = factors_of(c);

    factors_put(a, &f, farthest(c, &f) < 1e-4);
}

/* Another way, with the library's matrix product: of all multiples of row,
 * the one nearest to row u of k is (k row)[u] / (row row) times it. */
static void reference(const struct call *c, struct answer *a)
{
    struct factors f = {.kh = call_number(c, KH), .kw = call_number(c, KW)};
    int first = first_row(c) % f.kh; /* of zeros: row 0 */
    const float *k = c->arg[K].data, *row = k + first * f.kw;
    float *product = need(malloc(sizeof *product * (size_t)f.kh));

    f.greatest = greatest(c);
    if (ref_linear(k, f.kh, f.kw, row, 1, NULL, product) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int v = 0; v < f.kw; v++)
        f.row[v] = (double)row[v];
    for (int u = 0; u < f.kh; u++)
        f.col[u] = product[first] == 0
                       ? 0
                       : (double)product[u] / (double)product[first];
    factors_put(a, &f, farthest(c, &f) < 1e-4);
    free(product);
}

/* ---- fair cases ---------------------------------------------------------- */

/* By whichever number of the row it is divided, all elements are nearer than
 * a tenth of what the contract allows, or one is ten times farther off; and
 * where all are near, col comes out the same. */
static bool is_fair(const struct call *c)
{
    struct factors f = factors_of(c);
    bool is_product = farthest(c, &f) < 1e-4;

    for (int v = 0; v < f.kw; v++) {
        struct factors g = factors_at(c, v);

        if (f.row[v] == 0)
            continue;
        if (is_product ? farthest(c, &g) > 1e-5 : farthest(c, &g) < 1e-3)
            return false;
        for (int u = 0; u < f.kh && is_product; u++)
            if (fabs(g.col[u] - f.col[u]) > 5e-6 * most_of(f.col, f.kh))
                return false;
    }
    return true;
}

/* ---- what is told about a wrong answer ------------------------------------ */

static void working(FILE *out, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct factors f = factors_of(c);

    (void)seen, (void)cell;
    if (f.greatest == 0) {
        fputs("     all of k is 0: a column of zeros times a row of zeros\n",
              out);
        return;
    }
    fprintf(out, "     the first row that is not all zeros is row %d\n",
            first_row(c));
    for (int u = 0; u < f.kh; u++)
        for (int v = 0; v < f.kw; v++)
            if (fabs(factors_off(c, &f, u, v)) > 1e-4 * f.greatest) {
                fprintf(out, "     row %d would be %s times it, but then ", u,
                        number_text(f.col[u], NAN));
                fprintf(out, "k[%d][%d] would be %s, not %s\n", u, v,
                        number_text(f.col[u] * f.row[v], at(c, u, v)),
                        number_text(at(c, u, v), NAN));
                return;
            }
    fputs("     and every row of k is a multiple of it\n", out);
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int kh, int kw,
                        const char *what)
{
    struct call *c = case_add(s, stage, "%dx%d kernel, %s", kh, kw, what);

    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_vector(c, COL, kh);
    call_vector(c, ROW, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int kh, int kw,
                 const float *k, const char *what)
{
    struct call *c = add(s, stage, kh, kw, what);

    case_values(s, K, k);
    if (!is_fair(c))
        grader_fault("factor_kernel: an unfair case: %s", what);
}

/* A product of random numbers; in every second kernel one element, or one
 * row, is another. Zeros come in as well. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    int kh = call_number(c, KH), kw = call_number(c, KW);
    float *k = c->arg[K].data;

    for (int tries = 0; tries < 100000; tries++) {
        float row[SIDE_MAX];

        for (int v = 0; v < kw; v++)
            row[v] = stage == STAGE_REALS ? suite_real(s)
                                          : (float)suite_int(s, -6, 6);
        for (int i = 0; i < kh * kw; i += kw) {
            float col = stage == STAGE_REALS ? suite_real(s)
                                             : (float)suite_int(s, -5, 5);

            for (int v = 0; v < kw; v++)
                k[i + v] = col * row[v];
        }
        if (suite_int(s, 0, 1) == 0)
            k[suite_int(s, 0, kh * kw - 1)] += (float)suite_nonzero(s, -3, 3);
        if (is_fair(c))
            return;
    }
    grader_fault("no fair kernel was found");
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 3 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 3, (const float[]){-1, 0, 1, -2, 0, 2, -1, 0, 1},
         "Sobel x");
    give(s, STAGE_LESSON, 3, 3, (const float[]){-1, -2, -1, 0, 0, 0, 1, 2, 1},
         "Sobel y");
    give(s, STAGE_LESSON, 3, 3, (const float[]){0, 1, 0, 1, -4, 1, 0, 1, 0},
         "the Laplacian");
}

/* Every bell is a product, but its numbers are rounded. */
static void bell(struct suite *s, int size, float sigma, float sign)
{
    struct call *c = add(s, STAGE_EDGES, size, size,
                         sign > 0 ? "a Gaussian" : "a Gaussian, negative");
    float k[SIDE_MAX * SIDE_MAX];

    if (ref_filter_gaussian(size, sigma, k) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < size * size; i++)
        k[i] *= sign;
    case_values(s, K, k);
    if (!is_fair(c))
        grader_fault("factor_kernel: an unfair bell");
}

/* Numbers of another size: scale times those of k. */
static void scaled(struct suite *s, int kh, int kw, const float *k, float scale,
                   const char *what)
{
    float numbers[SIDE_MAX];

    for (int i = 0; i < kh * kw; i++)
        numbers[i] = scale * k[i];
    give(s, STAGE_EDGES, kh, kw, numbers, what);
}

static void by_hand(struct suite *s)
{
    give(s, STAGE_EDGES, 3, 2, (const float[]){0, 0, -1, 3, 2, -6},
         "row 0 all zeros");
    give(s, STAGE_EDGES, 1, 1, (const float[]){5}, "one number");
    give(s, STAGE_EDGES, 1, 1, (const float[]){0}, "one zero");
    give(s, STAGE_EDGES, 1, 4, (const float[]){0, 3, -1, 2}, "one row");
    give(s, STAGE_EDGES, 4, 1, (const float[]){0, 3, -1, 2}, "one column");
    give(s, STAGE_EDGES, 2, 3, (const float[]){0, 0, 0, 0, 0, 0}, "zeros");
    give(s, STAGE_EDGES, 2, 3, (const float[]){0, 2, 4, 0, 3, 6},
         "column 0 all zeros");
    give(s, STAGE_EDGES, 2, 2, (const float[]){0, 1, 1, 0}, "a diagonal");
    give(s, STAGE_EDGES, 2, 2, (const float[]){1, 0, 0, 1}, "a diagonal");
    give(s, STAGE_EDGES, 2, 2, (const float[]){-4, 2, 2, -1}, "negative");
    give(s, STAGE_EDGES, 3, 2, (const float[]){1, 2, 0, 0, 2, 1},
         "zeros between two rows");
    give(s, STAGE_EDGES, 2, 3, (const float[]){1, 0, 2, 2, 0, 1},
         "zeros between two columns");
    give(s, STAGE_EDGES, 3, 3, (const float[]){1, 2, 1, 2, 4, 2, 1, 2, 2},
         "the last element too large");
    give(s, STAGE_EDGES, 3, 3, (const float[]){1, 2, 1, 2, 4, 2, 1, 2, 0},
         "the last element too small");
    give(s, STAGE_EDGES, 3, 4,
         (const float[]){1, 2, 3, 4, 2, 4, 6, 8, 3, 6, 9, 11},
         "the last element too small");
    give(s, STAGE_EDGES, 3, 3, (const float[]){1, 2, 1, 2, 5, 2, 1, 2, 1},
         "the middle too large");
    give(s, STAGE_EDGES, 3, 3, (const float[]){1, 2, 3, 2, 4, 6, 4, 8, 12},
         "1 2 4 by 1 2 3");
    give(s, STAGE_EDGES, 3, 3, (const float[]){2, 1, 0, 1, 0, -1, 0, -1, -2},
         "a slope");
    give(s, STAGE_EDGES, 2, 3, (const float[]){0, 0, 4, 0, 0, 2},
         "the last column only");
    give(s, STAGE_EDGES, 3, 1, (const float[]){0, 0, 5},
         "the last number only");
    give(s, STAGE_EDGES, 3, 2, (const float[]){0, 0, 0, 3, 0, 6},
         "row and column 0 zeros");
    give(s, STAGE_EDGES, 2, 2, (const float[]){-4, 0, 2, 0},
         "a negative column");
    give(s, STAGE_EDGES, 2, 9,
         (const float[]){0, 0, 0, 0, 0, 0, 0, 0, 4, //
                         0, 0, 0, 0, 0, 0, 0, 0, -2},
         "the last column only");
    give(s, STAGE_EDGES, 3, 3,
         (const float[]){1, 3, 7, 2, 6, 14, 1e5f, 3e5f, 700002},
         "the last row large");
    give(s, STAGE_EDGES, 2, 3, (const float[]){300, 100, 50, 600, 200, 102},
         "the last element a little too large");
    give(s, STAGE_EDGES, 3, 3, (const float[]){0, 1, 3, 1e-6f, 2, 6, 0, -1, -3},
         "next to nothing");
    give(s, STAGE_EDGES, 10, 2, (const float[]){1, 2, 1, 2, 1, 2, 1, 2, 1, 2, //
                                                1, 2, 1, 2, 1, 2, 1, 2, 2, 1},
         "the last of many rows turned");
    give(s, STAGE_EDGES, 2, 10, (const float[]){1, 1, 1, 1, 1, 1, 1, 1, 1, 2, //
                                                2, 2, 2, 2, 2, 2, 2, 2, 2, 1},
         "the last of many columns less");
}

static void edges(struct suite *s)
{
    static const float sobel[9] = {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    static const float laplacian[9] = {0, 1, 0, 1, -4, 1, 0, 1, 0};
    static const float thirds[6] = {1, 3, 7, 5 / 3.0f, 5, 35 / 3.0f};

    by_hand(s);
    bell(s, 3, 1, 1);
    bell(s, 4, 1.5f, 1);
    bell(s, 5, 0.75f, 1);
    bell(s, 9, 2, 1);
    bell(s, 4, 1.5f, -1);
    scaled(s, 3, 3, laplacian, 1e-6f, "a tiny Laplacian");
    scaled(s, 3, 3, sobel, 1e-6f, "a tiny Sobel");
    scaled(s, 2, 3, thirds, 3e5f, "large, with thirds");
    scaled(s, 2, 3, thirds, 1, "with thirds");
    add(s, STAGE_EDGES, 2, 9, "more columns than rows");
    add(s, STAGE_EDGES, 9, 2, "more rows than columns");
    add(s, STAGE_EDGES, 17, 3, "many rows");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int i = 0; i < cases; i++)
        add(s, stage, suite_int(s, 1, 2 + 5 * i / cases),
            suite_int(s, 1, 3 + 5 * i / cases), "random");
}

/* The second kernel is the first, turned over its diagonal. */
static const char *turned_as_well(const struct call *const *c, double *const *y)
{
    (void)c;
    return y[0][call_cell_of(c[0], RESULT, 0)] ==
                   y[1][call_cell_of(c[1], RESULT, 0)]
               ? NULL
               : "a kernel is an outer product if and only if its transpose is";
}

/* k may be NULL: random numbers. */
static void transposed(struct suite *s, int kh, int kw, const float *k)
{
    struct call *c = add(s, STAGE_PROPERTIES, kh, kw, "and its transpose");

    if (k == NULL)
        fill(s, c, STAGE_INTEGERS);
    else
        case_values(s, K, k);
    struct call *d = add(s, STAGE_PROPERTIES, kw, kh, "transposed");
    for (int i = 0; i < kh * kw; i++)
        d->arg[K].data[i % kw * kh + i / kw] = c->arg[K].data[i];
    if (!is_fair(d))
        grader_fault("factor_kernel: an unfair transpose");
    case_law(s, 2, turned_as_well);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 12);
    transposed(s, 3, 2, NULL);
    transposed(s, 4, 3, NULL);
    transposed(s, 2, 5, (const float[]){0, 0, 0, 0, 0, 1, 2, 0, -1, 3});
}

const struct exercise exercise_factor_kernel = {
    .kind = EXERCISE_WRITE,
    .title = "a column times a row?",
    .anchor = "a-column-times-a-row",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_factor_kernel,
    .reference = reference,
    .misconceptions = wrong_factor_kernel,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"FK2", "FK3", "FK5"},
};
