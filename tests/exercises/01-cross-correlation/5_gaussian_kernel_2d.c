/* What gaussian_kernel_2d is checked against: odd and even sizes, narrow and
 * wide bells, and a law.
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
#include "5_gaussian_kernel_2d.h"

#include "reference/filter.h"
#include "tests/grader/fault.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"size", ARG_INT}, {"sigma", ARG_FLOAT}, {"k", ARG_OUT}, {NULL, ARG_END}};

/* ---- the right answer ---------------------------------------------------- */

double gaussian_exponent(int u, int v, int size, double sigma)
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

void gaussian_bell(const struct call *c, struct answer *a, const void *how)
{
    const struct bell *b = how;
    exponent *f = b->exponent != NULL ? b->exponent : gaussian_exponent;
    divisor *d = b->divisor != NULL ? b->divisor : total;
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

void right_gaussian_kernel_2d(const struct call *c, struct answer *a)
{
    gaussian_bell(c, a, &(struct bell){NULL, NULL});
}

/* How element [u, v] comes about, for the first wrong one. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int size = call_number(c, SIZE), u = cell / size, v = cell % size;
    double sigma = (double)c->arg[SIGMA].real, middle = (size - 1) / 2.0;
    double g = exp(-gaussian_exponent(u, v, size, sigma)), sum = 0;

    (void)seen;
    for (int n = 0; n < size * size; n++)
        sum += exp(-gaussian_exponent(n / size, n % size, size, sigma));
    fprintf(f,
            "     k[%d][%d]: u = %d, v = %d, c = %g, (u-c)^2 = %g,"
            " (v-c)^2 = %g\n"
            "     exp(-(%g + %g) / (2*%g^2)) = %g\n"
            "     divided by the sum of all %d such values, %g: %g\n",
            u, v, u, v, middle, (u - middle) * (u - middle),
            (v - middle) * (v - middle), (u - middle) * (u - middle),
            (v - middle) * (v - middle), sigma, g, size * size, sum, g / sum);
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

/* ---- the cases ----------------------------------------------------------- */

/* Two sums of the same values may differ by what all values are allowed. */
static const char *is_a_bell(const struct call *const *c, double *const *y)
{
    struct answer *a = answer_of(right_gaussian_kernel_2d, c[0], NULL);
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

/* The case of the prediction, the first of the edges: not in the lesson,
 * and small enough to redo; sigma 2 tells sigma from its square. */
enum { PREDICT_CASE = 1 };

static void edges(struct suite *s)
{
    static const struct {
        int size;
        float sigma;
    } edge[] = {
        {3, 2},     {2, 0.5f},   {5, 1},     {1, 1},     {1, 0.25f},
        {2, 0.75f}, {4, 1.5f},   {3, 0.25f}, {3, 100},   {2, 100},
        {6, 0.25f}, {5, 2},      {8, 1.25f}, {9, 0.25f}, {9, 3},
        {10, 2.5f}, {12, 0.75f}, {17, 4},    {31, 5},    {63, 10},
    };

    for (size_t n = 0; n < sizeof edge / sizeof edge[0]; n++)
        add(s, STAGE_EDGES, edge[n].size, edge[n].sigma);
}

static void cases(struct suite *s)
{
    enum { RANDOM = 24 };

    add(s, STAGE_LESSON, 3, 1);
    edges(s);
    for (int n = 0; n < RANDOM; n++)
        add(s, STAGE_REALS, suite_int(s, 1, 2 + 10 * n / RANDOM),
            1.625f + 1.375f * suite_real(s));
    for (int size = 3; size <= 6; size++)
        add(s, STAGE_PROPERTIES, size, 1.625f + 1.375f * suite_real(s));
}

/* An even size, in which a middle cut to a whole number shows. */
static struct call *picture(void)
{
    enum { LARGE = 30 };
    struct call *c = call_new(params);

    call_int(c, SIZE, LARGE);
    call_float(c, SIGMA, 5);
    call_matrix(c, K, LARGE, LARGE);
    return c;
}

const struct exercise exercise_gaussian_kernel_2d = {
    .kind = EXERCISE_WRITE,
    .title = "a bell that sums to one",
    .anchor = "filters-that-blur-filters-that-find-edges",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_gaussian_kernel_2d,
    .reference = reference,
    .misconceptions = wrong_gaussian_kernel_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"GA1", "GA11", "GA14"},
    .picture = picture,
};
