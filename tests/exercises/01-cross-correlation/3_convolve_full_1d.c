/* What convolve_full_1d is checked against: polynomials of the lesson,
 * signals longer and shorter than the kernel, and the wrong models. */
#include "reference/conv1d.h"
#include "tests/grader/exercise.h"
#include "tests/grader/fault.h"
#include "tests/grader/mistakes.h"

#include <stdlib.h>

enum { X, W, K, KW, Y };

static const struct param params[] = {
    {"x", ARG_IN},   {"w", ARG_INT}, {"k", ARG_IN},
    {"kw", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Product number m of output n exists: both factors are inside. */
static bool meets(const struct call *c, int n, int m)
{
    return m >= 0 && m < call_number(c, W) && n - m >= 0 &&
           n - m < call_number(c, KW);
}

static void right(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int n = 0; n < w + kw - 1; n++)
        for (int m = 0; m < w; m++)
            if (meets(c, n, m))
                answer_tap(a, Y, n, X, m, K, n - m);
}

/* Correlation with the flipped kernel and kw-1 zeros on either side. */
static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count, kw = call_number(c, KW);
    float *y = need(malloc(sizeof *y * (size_t)count));
    float *k = need(malloc(sizeof *k * (size_t)kw));
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    p.pl = p.pr = kw - 1;
    for (int u = 0; u < kw; u++)
        k[u] = c->arg[K].data[kw - 1 - u];
    if (ref_conv1d(c->arg[X].data, 1, 1, call_number(c, W), k, 1, kw, NULL, &p,
                   y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(k);
    free(y);
}

/* ---- wrong models: another index ----------------------------------------- */

static void correlated(const struct call *c, struct answer *a)
{
    int kw = call_number(c, KW);

    for (int n = 0; n < c->arg[Y].count; n++)
        for (int m = 0; m < call_number(c, W); m++)
            if (meets(c, n, m))
                answer_tap(a, Y, n, X, m, K, kw - 1 - (n - m));
}

static void signal_flipped(const struct call *c, struct answer *a)
{
    int w = call_number(c, W);

    for (int n = 0; n < c->arg[Y].count; n++)
        for (int m = 0; m < w; m++)
            if (meets(c, n, m))
                answer_tap(a, Y, n, X, w - 1 - m, K, n - m);
}

static void output_backwards(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;

    for (int n = 0; n < count; n++)
        for (int m = 0; m < call_number(c, W); m++)
            if (meets(c, n, m))
                answer_tap(a, Y, count - 1 - n, X, m, K, n - m);
}

/* y[n] for n = first .. end-1, stored from y[0] on; no others written. */
static void piece(const struct call *c, struct answer *a, int first, int end)
{
    for (int n = first; n < end; n++)
        for (int m = 0; m < call_number(c, W); m++)
            if (meets(c, n, m))
                answer_tap(a, Y, n - first, X, m, K, n - m);
}

static void valid_size(const struct call *c, struct answer *a)
{
    piece(c, a, call_number(c, KW) - 1, call_number(c, W));
}

static void same_size(const struct call *c, struct answer *a)
{
    int before = (call_number(c, KW) - 1) / 2;

    piece(c, a, before, before + call_number(c, W));
}

static void signal_size(const struct call *c, struct answer *a)
{
    piece(c, a, 0, call_number(c, W));
}

static void last_unset(const struct call *c, struct answer *a)
{
    piece(c, a, 0, c->arg[Y].count - 1);
}

static void valid_correlation(const struct call *c, struct answer *a)
{
    int kw = call_number(c, KW);

    for (int i = 0; i < call_number(c, W) - kw + 1; i++)
        for (int u = 0; u < kw; u++)
            answer_tap(a, Y, i, X, i + u, K, u);
}

/* All kw products for each n; m is brought inside by a rule. */
static void bordered(const struct call *c, struct answer *a,
                     int (*inside)(int m, int w))
{
    for (int n = 0; n < c->arg[Y].count; n++)
        for (int u = 0; u < call_number(c, KW); u++)
            answer_tap(a, Y, n, X, inside(n - u, call_number(c, W)), K, u);
}

static int round_about(int m, int w)
{
    return (m % w + w) % w;
}

static int nearest(int m, int w)
{
    return m < 0 ? 0 : m >= w ? w - 1 : m;
}

static void circular(const struct call *c, struct answer *a)
{
    bordered(c, a, round_about);
}

static void edge_value(const struct call *c, struct answer *a)
{
    bordered(c, a, nearest);
}

/* ---- wrong models: products lost or replaced ----------------------------- */

/* Only products with m in a range; sums without products are 0. */
static void some(const struct call *c, struct answer *a, int begin, int end)
{
    for (int n = 0; n < c->arg[Y].count; n++) {
        answer_put(a, Y, n, 0, 0);
        for (int m = begin; m < end; m++)
            if (meets(c, n, m))
                answer_tap(a, Y, n, X, m, K, n - m);
    }
}

static void first_sample_lost(const struct call *c, struct answer *a)
{
    some(c, a, 1, call_number(c, W));
}

static void last_sample_lost(const struct call *c, struct answer *a)
{
    some(c, a, 0, call_number(c, W) - 1);
}

static void kernel_short(const struct call *c, struct answer *a)
{
    for (int n = 0; n < c->arg[Y].count; n++) {
        answer_put(a, Y, n, 0, 0);
        for (int m = 0; m < call_number(c, W); m++)
            if (meets(c, n, m) && n - m < call_number(c, KW) - 1)
                answer_tap(a, Y, n, X, m, K, n - m);
    }
}

/* Everything one place late: y[0] is 0, the last number falls off. */
static void shifted(const struct call *c, struct answer *a)
{
    answer_put(a, Y, 0, 0, 0);
    for (int n = 1; n < c->arg[Y].count; n++)
        for (int m = 0; m < call_number(c, W); m++)
            if (meets(c, n - 1, m))
                answer_tap(a, Y, n, X, m, K, n - 1 - m);
}

static void last_product(const struct call *c, struct answer *a)
{
    int w = call_number(c, W);

    for (int n = 0; n < c->arg[Y].count; n++)
        answer_tap(a, Y, n, X, n < w ? n : w - 1, K, n < w ? 0 : n - w + 1);
}

static void last_of_the_kernel(const struct call *c, struct answer *a)
{
    int kw = call_number(c, KW);

    for (int n = 0; n < c->arg[Y].count; n++)
        answer_tap(a, Y, n, X, n < kw ? 0 : n - kw + 1, K, n < kw ? n : kw - 1);
}

static void never_reset(const struct call *c, struct answer *a)
{
    for (int n = 0; n < c->arg[Y].count; n++)
        for (int before = 0; before <= n; before++)
            for (int m = 0; m < call_number(c, W); m++)
                if (meets(c, before, m))
                    answer_tap(a, Y, n, X, m, K, before - m);
}

/* ---- wrong models: another sum ------------------------------------------- */

static void uninitialised(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_add_to_old(a);
}

static void mean_not_sum(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_mean(a, c->arg[K].count);
}

static void int_sum(const struct call *c, struct answer *a)
{
    answer_int_sum(right, c, a);
}

static void cut(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_cut(a);
}

static void relu(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_no_negatives(a);
}

static const struct misconception misconceptions[] = {
    {"FC1", "not flipped",
     "the kernel is not flipped: that is cross-correlation at full size",
     "the-flip", correlated},
    {"FC2", "signal flipped",
     "the signal is read from its end as well; true convolution flips one of "
     "the two, not both",
     "the-flip", signal_flipped},
    {"FC3", "output backwards",
     "the outputs stand in reverse order, the highest power first",
     "polynomials-and-the-full-size", output_backwards},
    {"FC4", "valid size",
     "only places where the kernel lies wholly on the signal are computed; "
     "full size has every place where the two overlap at all",
     "polynomials-and-the-full-size", valid_size},
    {"FC5", "valid correlation",
     "that is correlate_1d: the kernel is not flipped and only w-kw+1 numbers "
     "are written",
     "polynomials-and-the-full-size", valid_correlation},
    {"FC6", "same size",
     "only the w numbers in the middle are computed; there are w+kw-1",
     "polynomials-and-the-full-size", same_size},
    {"FC7", "as long as the signal",
     "only the first w numbers are computed; there are w+kw-1",
     "polynomials-and-the-full-size", signal_size},
    {"FC8", "last number unset",
     "the last number is never written: there are w+kw-1, not w+kw-2",
     "polynomials-and-the-full-size", last_unset},
    {"FC9", "circular",
     "beyond its ends the signal begins anew; it must count as 0 there",
     "polynomials-and-the-full-size", circular},
    {"FC10", "edge value",
     "beyond its ends the signal keeps its last value; it must count as 0 "
     "there",
     "polynomials-and-the-full-size", edge_value},
    {"FC11", "first sample lost",
     "x[0] takes no part: > 0 stands where >= 0 is meant",
     "polynomials-and-the-full-size", first_sample_lost},
    {"FC12", "last sample lost", "x[w-1] takes no part",
     "polynomials-and-the-full-size", last_sample_lost},
    {"FC13", "one place late",
     "every number stands one place too far: x[m] times k[u] belongs to y[m+u]",
     "polynomials-and-the-full-size", shifted},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     "polynomials-and-the-full-size", last_product},
    {"FC14", "last product only",
     "products replace each other instead of adding up: only the one with the "
     "last number of the kernel is left",
     "polynomials-and-the-full-size", last_of_the_kernel},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     "polynomials-and-the-full-size", never_reset},
    {"C08", "added to old contents",
     "the products are added to what y held before the call, and that may be "
     "anything: y must be set to 0 first",
     "polynomials-and-the-full-size", uninitialised},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements",
     "polynomials-and-the-full-size", mean_not_sum},
    {"C10", "kernel loop short", "the last number of the kernel is left out",
     "polynomials-and-the-full-size", kernel_short},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", int_sum},
    {"FC15", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     cut},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; coefficients may well be negative",
     "polynomials-and-the-full-size", relu},
    {NULL, NULL, NULL, NULL, NULL},
};

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "signal of %d, kernel of %d%s", w, kw, note);

    call_vector(c, X, w);
    call_int(c, W, w);
    call_vector(c, K, kw);
    call_int(c, KW, kw);
    call_vector(c, Y, w + kw - 1);
    return c;
}

static void give(struct suite *s, enum stage stage, int w, const float *x,
                 int kw, const float *k, const char *note)
{
    add(s, stage, w, kw, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 2, (const float[]){1, 2}, 3,
         (const float[]){2, -1, 2}, "");
    give(s, STAGE_LESSON, 3, (const float[]){2, -1, 2}, 2,
         (const float[]){1, 2}, "");
    give(s, STAGE_LESSON, 3, (const float[]){0, 1, 0}, 3,
         (const float[]){1, 2, 3}, ", a single 1 in the signal");
    give(s, STAGE_LESSON, 3, (const float[]){2, 4, 3}, 4,
         (const float[]){0, 4, 4, 4}, "");
}

/* Either one longer; lengths of 1, even, odd, beyond 8, and of every
 * remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][2] = {
        {1, 1}, {4, 1}, {1, 4},  {2, 2},  {5, 3},   {3, 5},
        {8, 2}, {2, 8}, {9, 4},  {4, 9},  {12, 12}, {9, 9},
        {1, 9}, {9, 1}, {17, 3}, {3, 17}, {11, 10}, {21, 13},
    };

    give(s, STAGE_EDGES, 4, (const float[]){0.5f, -1.5f, 2, 0.25f}, 2,
         (const float[]){1.5f, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int longest = 3 + 12 * n / cases;

        add(s, stage, suite_int(s, 1, longest), suite_int(s, 1, longest), "");
    }
}

static const char *commutes(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != y[1][n])
            return "exchanging x and k must change nothing";
    return NULL;
}

static void commutativity(struct suite *s)
{
    enum { LONG = 6, SHORT = 3 };
    struct call *c = add(s, STAGE_PROPERTIES, LONG, SHORT, "");

    suite_fill(s, c, STAGE_INTEGERS);
    add(s, STAGE_PROPERTIES, SHORT, LONG, ", exchanged");
    case_values(s, X, c->arg[K].data);
    case_values(s, K, c->arg[X].data);
    case_law(s, 2, commutes);
}

/* The value of a polynomial at t (Horner's rule). */
static double at(const float *coefficient, int count, double t)
{
    double value = 0;

    for (int n = count - 1; n >= 0; n--)
        value = value * t + (double)coefficient[n];
    return value;
}

static const char *is_product(const struct call *const *c, double *const *y)
{
    int count = c[0]->arg[Y].count;

    for (int t = -2; t <= 2; t++) {
        double product = 0;

        for (int n = count - 1; n >= 0; n--)
            product = product * t + y[0][n];
        if (product != at(c[0]->arg[X].data, call_number(c[0], W), t) *
                           at(c[0]->arg[K].data, call_number(c[0], KW), t))
            return "the value of the product polynomial must be the product "
                   "of the two values, for every t";
    }
    return NULL;
}

static void evaluation(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 4, 5, ", as polynomials");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_product);
}

static const char *is_linear(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[2][n] != y[0][n] + 2 * y[1][n])
            return "the answer for x1 + 2 x2 must be that for x1 plus twice "
                   "that for x2";
    return NULL;
}

static void linearity(struct suite *s)
{
    enum { LENGTH = 5 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, LENGTH, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < LENGTH; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

static const char *changes_nothing(const struct call *const *c,
                                   double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != call_at(c[0], X, n))
            return "the kernel 1 must change nothing";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 6, 1, ", which is 1");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[]){1});
    case_law(s, 1, changes_nothing);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    commutativity(s);
    evaluation(s);
    linearity(s);
    delta(s);
}

const struct exercise exercise_convolve_full_1d = {
    .kind = EXERCISE_WRITE,
    .title = "multiply two polynomials",
    .anchor = "polynomials-and-the-full-size",
    .params = params,
    .cases = cases,
    .right = right,
    .reference = reference,
    .misconceptions = misconceptions,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"FC1", "C06", "FC9"},
};
