/* What gaussian_kernel_2d is checked against: odd and even sizes, narrow and
 * wide bells, and the wrong models.
 *
 * The error allowed. Let e = 2^-24, the relative rounding error of one float
 * operation, and a the exponent of element [u, v], so that g = exp(-a).
 *   - u - c and the sum of the two squares are exact. The other operations
 *     that lead to a, in whatever order (division by sigma before or after
 *     squaring, a reciprocal, a power), are at most 8: a is right up to 8e,
 *     and g therefore up to 8ae.
 *   - expf may be 2 units in the last place off, which is 4e; an honest
 *     program may multiply two of them (one per axis) and a common factor:
 *     2*4e + 2e.
 *   - The sum of n = size^2 positive numbers, in any order, is right up to
 *     (n-1)e and the mean error of its terms, 8e times the mean of a weighted
 *     with k, and 10e.
 *   - Dividing, or multiplying with a reciprocal, costs 2e more.
 * Together |error| <= (8a + 8 mean(a) + n + 21) e k, and 1 % more for the
 * products of errors. Below float's smallest normal number rounding is
 * absolute: at most 2 units of 2^-149 in g, which division by the sum S of
 * all g makes 2/S units in k, and 8 units for what follows (a product of two
 * bells, each divided by its own sum, has the most).
 */
#include "reference/filter.h"
#include "tests/grader/exercise.h"
#include "tests/grader/fault.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { SIZE, SIGMA, K };

static const struct param params[] = {
    {"size", ARG_INT}, {"sigma", ARG_FLOAT}, {"k", ARG_OUT}, {NULL, ARG_END}};

/* ---- the right answer ---------------------------------------------------- */

/* Element [u, v] of a bell of some size and width: its exponent. */
typedef double exponent(int u, int v, int size, double sigma);

/* By what the value at element n is divided. g holds all values. */
typedef double divisor(const double *g, int n, int size, double sigma);

static double half_square(int u, int v, int size, double sigma)
{
    double c = (size - 1) / 2.0;

    return ((u - c) * (u - c) + (v - c) * (v - c)) / (2 * sigma * sigma);
}

static double total(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)n;
    (void)sigma;
    for (int i = 0; i < size * size; i++)
        sum += g[i];
    return sum;
}

/* The mean of the exponents, weighted with the values. */
static double mean_exponent(const double *g, exponent *f, int size,
                            double sigma)
{
    double mean = 0;

    for (int n = 0; n < size * size; n++)
        mean += g[n] * fabs(f(n / size, n % size, size, sigma));
    return mean / total(g, 0, size, sigma);
}

static double allowed(double k, double a, double mean, double sum, int size)
{
    double roundings = 8 * fabs(a) + 8 * mean + size * size + 21;

    return 1.01 * roundings * 0x1p-24 * fabs(k) +
           (2 / sum + 8) * (double)FLT_TRUE_MIN;
}

/* What a wrong model gives may be too large for a float; what becomes of the
 * others then depends on the type of the sum. */
static bool too_large(const double *g, int size)
{
    for (int n = 0; n < size * size; n++)
        if (g[n] > (double)FLT_MAX)
            return true;
    return false;
}

static void bell(const struct call *c, struct answer *a, exponent *f,
                 divisor *d)
{
    int size = call_number(c, SIZE);
    double sigma = (double)c->arg[SIGMA].real;
    double *g = need(malloc(sizeof *g * (size_t)(size * size)));

    for (int n = 0; n < size * size; n++)
        g[n] = exp(-f(n / size, n % size, size, sigma));
    double mean = mean_exponent(g, f, size, sigma);
    bool lost = too_large(g, size);
    for (int n = 0; n < size * size; n++) {
        double by = d(g, n, size, sigma), k = g[n] / by;
        double e = f(n / size, n % size, size, sigma);

        if (lost)
            answer_unknown(a, K, n);
        else
            answer_put(a, K, n, k, allowed(k, e, mean, by, size));
    }
    free(g);
}

static void right(const struct call *c, struct answer *a)
{
    bell(c, a, half_square, total);
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[K].count;
    float *k = need(malloc(sizeof *k * (size_t)count));

    if (ref_filter_gaussian(call_number(c, SIZE), c->arg[SIGMA].real, k) !=
        REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, K, n, (double)k[n], 0);
    free(k);
}

/* ---- wrong models: another exponent -------------------------------------- */

static double squares(int u, int v, double c)
{
    return (u - c) * (u - c) + (v - c) * (v - c);
}

static double centre_high(int u, int v, int size, double sigma)
{
    int c = size / 2;

    return squares(u, v, c) / (2 * sigma * sigma);
}

static double centre_low(int u, int v, int size, double sigma)
{
    int c = (size - 1) / 2;

    return squares(u, v, c) / (2 * sigma * sigma);
}

static double centre_half_off(int u, int v, int size, double sigma)
{
    return squares(u, v, size / 2.0) / (2 * sigma * sigma);
}

static double no_centre(int u, int v, int size, double sigma)
{
    (void)size;
    return squares(u, v, 0) / (2 * sigma * sigma);
}

static double no_two(int u, int v, int size, double sigma)
{
    return 2 * half_square(u, v, size, sigma);
}

static double sigma_once(int u, int v, int size, double sigma)
{
    return half_square(u, v, size, sigma) * sigma;
}

static double sigma_above(int u, int v, int size, double sigma)
{
    return squares(u, v, (size - 1) / 2.0) / 2 * sigma * sigma;
}

static double all_squared(int u, int v, int size, double sigma)
{
    return half_square(u, v, size, sigma) / 2;
}

static double no_sigma(int u, int v, int size, double sigma)
{
    (void)sigma;
    return half_square(u, v, size, 1);
}

static double distance(int u, int v, int size, double sigma)
{
    return sqrt(squares(u, v, (size - 1) / 2.0)) / (2 * sigma * sigma);
}

static double sum_squared(int u, int v, int size, double sigma)
{
    double d = u + v - (size - 1);

    return d * d / (2 * sigma * sigma);
}

static double across(int u, int v, int size, double sigma)
{
    (void)u;
    return half_square(v, v, size, sigma) / 2;
}

static double down(int u, int v, int size, double sigma)
{
    (void)v;
    return half_square(u, u, size, sigma) / 2;
}

static double no_minus(int u, int v, int size, double sigma)
{
    return -half_square(u, v, size, sigma);
}

/* Two bells, one per axis, added instead of multiplied. */
static double added(int u, int v, int size, double sigma)
{
    return -log(exp(-down(u, v, size, sigma)) +
                exp(-across(u, v, size, sigma)));
}

/* ---- wrong models: another divisor --------------------------------------- */

static double one(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size, (void)sigma;
    return 1;
}

static double greatest(const double *g, int n, int size, double sigma)
{
    double most = 0;

    (void)n, (void)sigma;
    for (int i = 0; i < size * size; i++)
        most = fmax(most, g[i]);
    return most;
}

static double density(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size;
    return 2 * acos(-1.0) * sigma * sigma;
}

static double density_1d(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)size;
    return sqrt(2 * acos(-1.0)) * sigma;
}

static double of_the_row(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)sigma;
    for (int v = 0; v < size; v++)
        sum += g[n / size * size + v];
    return sum;
}

static double how_many(const double *g, int n, int size, double sigma)
{
    (void)g, (void)n, (void)sigma;
    return size * size;
}

static double so_far(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)size, (void)sigma;
    for (int i = 0; i <= n; i++)
        sum += g[i];
    return sum;
}

static double root_of_squares(const double *g, int n, int size, double sigma)
{
    double sum = 0;

    (void)n, (void)sigma;
    for (int i = 0; i < size * size; i++)
        sum += g[i] * g[i];
    return sqrt(sum);
}

/* A wrong model is the bell with an exponent and a divisor; C has no other
 * way to make a function of it than to write one down. */
#define BELL(name, f, d)                                                       \
    static void name(const struct call *c, struct answer *a)                   \
    {                                                                          \
        bell(c, a, f, d);                                                      \
    }
BELL(with_centre_high, centre_high, total)
BELL(with_centre_low, centre_low, total)
BELL(with_centre_half_off, centre_half_off, total)
BELL(with_no_centre, no_centre, total)
BELL(with_no_two, no_two, total)
BELL(with_sigma_once, sigma_once, total)
BELL(with_sigma_above, sigma_above, total)
BELL(with_all_squared, all_squared, total)
BELL(with_no_sigma, no_sigma, total)
BELL(with_distance, distance, total)
BELL(with_sum_squared, sum_squared, total)
BELL(with_columns_only, across, total)
BELL(with_rows_only, down, total)
BELL(with_no_minus, no_minus, total)
BELL(with_sum_of_bells, added, total)
BELL(not_normalised, half_square, one)
BELL(by_greatest, half_square, greatest)
BELL(by_density, half_square, density)
BELL(by_density_1d, half_square, density_1d)
BELL(by_row, half_square, of_the_row)
BELL(by_count, half_square, how_many)
BELL(by_sum_so_far, half_square, so_far)
BELL(by_root, half_square, root_of_squares)

/* Loops that end one row and one column early. */
static void last_unset(const struct call *c, struct answer *a)
{
    int size = call_number(c, SIZE);

    right(c, a);
    for (int n = 0; n < size * size; n++)
        if (n / size == size - 1 || n % size == size - 1)
            a->cell[n].state = CELL_UNWRITTEN;
}

#define BLUR "filters-that-blur-filters-that-find-edges"

static const struct misconception misconceptions[] = {
    {"GA1", "not normalised",
     "the values are those of the bell itself: they are never divided by their "
     "sum",
     BLUR, not_normalised},
    {"GA2", "greatest is one",
     "the values are divided by the greatest of them, not by their sum", BLUR,
     by_greatest},
    {"GA3", "the factor of the density",
     "the values are divided by 2 pi sigma^2; on a grid of whole pixels that "
     "is not their sum",
     BLUR, by_density},
    {"GA4", "the factor of one dimension",
     "the values are divided by sqrt(2 pi) sigma, which belongs to one "
     "dimension and is not their sum",
     BLUR, by_density_1d},
    {"GA5", "every row sums to one",
     "every row is divided by its own sum; the sum of all elements must be 1",
     BLUR, by_row},
    {"GA6", "divided by the count",
     "the values are divided by their number, size^2, not by their sum", BLUR,
     by_count},
    {"GA7", "divided too early",
     "every value is divided by the sum so far; the sum must be complete first",
     BLUR, by_sum_so_far},
    {"GA8", "squares sum to one",
     "the values are divided by the root of the sum of their squares", BLUR,
     by_root},
    {"GA9", "middle at size/2",
     "the middle is taken to be size/2, a whole number; for even sizes it lies "
     "half an element before",
     BLUR, with_centre_high},
    {"GA10", "middle cut to a whole number",
     "the middle is (size-1)/2 without its fraction: both numbers are ints, so "
     "C cuts it off",
     BLUR, with_centre_low},
    {"GA11", "middle half an element off",
     "the middle is taken to be size/2.0; it is (size-1)/2.0, since elements "
     "are counted from 0",
     BLUR, with_centre_half_off},
    {"GA12", "middle in the corner",
     "the distance is measured from element [0, 0], not from the middle", BLUR,
     with_no_centre},
    {"GA13", "the 2 is missing",
     "the exponent is divided by sigma^2, not by 2 sigma^2", BLUR, with_no_two},
    {"GA14", "sigma not squared",
     "the exponent is divided by 2 sigma, not by 2 sigma^2", BLUR,
     with_sigma_once},
    {"GA15", "multiplied by sigma^2",
     "the exponent is multiplied by sigma^2: a / 2*s*s divides by 2 only", BLUR,
     with_sigma_above},
    {"GA16", "2 sigma squared",
     "the exponent is divided by (2 sigma)^2, which is 4 sigma^2", BLUR,
     with_all_squared},
    {"GA17", "sigma ignored", "sigma plays no part: it is taken to be 1", BLUR,
     with_no_sigma},
    {"GA18", "distance not squared",
     "the exponent has the distance from the middle, not its square", BLUR,
     with_distance},
    {"GA19", "square of the sum",
     "the exponent has (du + dv)^2; it is du^2 + dv^2", BLUR, with_sum_squared},
    {"GA20", "columns only",
     "only the distance across counts, so all rows are the same", BLUR,
     with_columns_only},
    {"GA21", "rows only",
     "only the distance down counts, so all columns are the same", BLUR,
     with_rows_only},
    {"GA22", "minus is missing",
     "the exponent has lost its minus: the values grow with the distance", BLUR,
     with_no_minus},
    {"GA23", "bells added",
     "the bell across and the bell down are added; they are multiplied", BLUR,
     with_sum_of_bells},
    {"C11", "last row and column unset",
     "the last row and the last column are never written", BLUR, last_unset},
    {NULL, NULL, NULL, NULL, NULL},
};

/* ---- the cases ----------------------------------------------------------- */

/* Two sums of the same values may differ by what all values are allowed. */
static const char *is_a_bell(const struct call *const *c, double *const *y)
{
    struct answer *a = answer_of(right, c[0], NULL);
    int size = call_number(c[0], SIZE);
    const char *broken = NULL;
    double sum = 0, error = 0;

    for (int n = 0; n < size * size; n++) {
        int mirrored = size * size - 1 - n;
        int transposed = n % size * size + n / size;
        double room = 2 * a->cell[n].allowed;

        sum += y[0][n];
        error += a->cell[n].allowed;
        if (fabs(y[0][n] - y[0][mirrored]) > room ||
            fabs(y[0][n] - y[0][transposed]) > room)
            broken = "a bell must look the same from all four sides";
    }
    if (fabs(sum - 1) > error)
        broken = "the sum of all elements must be 1";
    answer_free(a);
    return broken;
}

/* Every case obeys the law, and is taken as it is given. */
static void add(struct suite *s, enum stage stage, int size, float sigma)
{
    struct call *c =
        case_add(s, stage, "size %d, sigma %g", size, (double)sigma);

    call_int(c, SIZE, size);
    call_float(c, SIGMA, sigma);
    call_matrix(c, K, size, size);
    case_law(s, 1, is_a_bell);
}

/* Fresh data: another width. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    (void)stage;
    call_float(c, SIGMA, 1.75f + 1.25f * suite_real(s));
}

static void edges(struct suite *s)
{
    static const struct {
        int size;
        float sigma;
    } edge[] = {
        {1, 1},     {1, 0.25f},  {2, 0.75f}, {4, 1.5f},  {3, 0.25f}, {3, 100},
        {2, 100},   {6, 0.25f},  {5, 2},     {8, 1.25f}, {9, 0.25f}, {9, 3},
        {10, 2.5f}, {12, 0.75f}, {17, 4},    {31, 5},    {63, 10},
    };

    for (size_t n = 0; n < sizeof edge / sizeof edge[0]; n++)
        add(s, STAGE_EDGES, edge[n].size, edge[n].sigma);
}

static void cases(struct suite *s)
{
    enum { RANDOM = 24 };

    add(s, STAGE_LESSON, 3, 1);
    add(s, STAGE_LESSON, 5, 1);
    add(s, STAGE_LESSON, 2, 0.5f);
    edges(s);
    for (int n = 0; n < RANDOM; n++)
        add(s, STAGE_REALS, suite_int(s, 1, 2 + 10 * n / RANDOM),
            1.625f + 1.375f * suite_real(s));
    for (int size = 3; size <= 6; size++)
        add(s, STAGE_PROPERTIES, size, 1.625f + 1.375f * suite_real(s));
}

static struct call *picture(void)
{
    enum { LARGE = 31 };
    struct call *c = call_new(params);

    call_int(c, SIZE, LARGE);
    call_float(c, SIGMA, 5);
    call_matrix(c, K, LARGE, LARGE);
    return c;
}

const struct exercise exercise_gaussian_kernel_2d = {
    .kind = EXERCISE_WRITE,
    .title = "a bell that sums to one",
    .anchor = BLUR,
    .params = params,
    .cases = cases,
    .fill = fill,
    .right = right,
    .reference = reference,
    .misconceptions = misconceptions,
    .predict_case = 0,
    .predict_wrong = {"GA1", "GA13", "GA20"},
    .picture = picture,
};
