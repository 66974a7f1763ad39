/* What convolve_full_1d is checked against: polynomials of the lesson,
 * signals longer and shorter than the kernel, and laws. */
#include "3_convolve_full_1d.h"

#include "reference/conv.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

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

void right_convolve_full_1d(const struct call *c, struct answer *a)
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

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int w, int kw)
{
    call_vector(c, X, w);
    call_int(c, W, w);
    call_vector(c, K, kw);
    call_int(c, KW, kw);
    call_vector(c, Y, w + kw - 1);
}

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "signal of %d, kernel of %d%s", w, kw, note);

    shape(c, w, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int w, const float *x,
                 int kw, const float *k, const char *note)
{
    add(s, stage, w, kw, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 3 };

/* 2 -1 2 is the same from both ends; 2 -1 3 tells whether it is flipped. */
static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 2, (const float[]){1, 2}, 3,
         (const float[]){2, -1, 2}, "");
    give(s, STAGE_LESSON, 2, (const float[]){1, 2}, 3,
         (const float[]){2, -1, 3}, ", one number changed");
    give(s, STAGE_LESSON, 3, (const float[]){2, -1, 2}, 2,
         (const float[]){1, 2}, ", exchanged");
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

    give(s, STAGE_EDGES, 3, (const float[]){2, 5, 4}, 2, (const float[]){1, 3},
         "");
    give(s, STAGE_EDGES, 3, (const float[]){0, 1, 0}, 3,
         (const float[]){1, 2, 3}, ", a single 1 in the signal");
    give(s, STAGE_EDGES, 3, (const float[]){2, 4, 3}, 4,
         (const float[]){0, 4, 4, 4}, "");
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

/* Echoes: every impulse leaves a copy of the kernel, as high as itself, the
 * last one beyond the end of the signal. */
static struct call *picture(void)
{
    static const float x[32] = {
        [2] = 1, [9] = 2, [17] = -1.5f, [20] = 1.5f, [30] = 1};
    static const float k[8] = {1, 0.75f, 0.55f, 0.4f, 0.3f, 0.2f, 0.15f, 0.1f};
    struct call *c = call_new(params);

    shape(c, 32, 8);
    memcpy(c->arg[X].data, x, sizeof x);
    memcpy(c->arg[K].data, k, sizeof k);
    return c;
}

const struct exercise exercise_convolve_full_1d = {
    .kind = EXERCISE_WRITE,
    .title = "multiply two polynomials",
    .anchor = "polynomials-and-the-full-size",
    .params = params,
    .cases = cases,
    .right = right_convolve_full_1d,
    .reference = reference,
    .misconceptions = wrong_convolve_full_1d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"FC1", "C06", "FC9"},
    .picture = picture,
};
