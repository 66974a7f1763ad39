/* What correlate_1d is checked against: the lesson's example, lengths of
 * every kind, and laws. */
#include "1_correlate_1d.h"

#include "reference/conv.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"w", ARG_INT}, {"k", ARG_IN},
    {"kw", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_correlate_1d(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int i = 0; i < w - kw + 1; i++)
        for (int u = 0; u < kw; u++)
            answer_tap(a, Y, i, X, i + u, K, u);
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv1d(c->arg[X].data, 1, 1, call_number(c, W), c->arg[K].data, 1,
                   call_number(c, KW), NULL, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int w, int kw)
{
    call_vector(c, X, w);
    call_int(c, W, w);
    call_vector(c, K, kw);
    call_int(c, KW, kw);
    call_vector(c, Y, w - kw + 1);
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
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 6, (const float[]){1, 4, -1, 0, 2, -2}, 3,
         (const float[]){1, 2, 3}, "");
}

/* Lengths of 1, even, odd, beyond 8, and of every remainder by 4, for the
 * signal, the kernel and the output. */
static void edges(struct suite *s)
{
    static const int size[][2] = {
        {1, 1},  {2, 2},  {2, 1},  {5, 5},  {5, 1},   {6, 2},
        {8, 3},  {9, 4},  {8, 1},  {9, 2},  {10, 9},  {12, 8},
        {17, 9}, {17, 1}, {20, 9}, {19, 3}, {21, 10}, {40, 17},
    };

    give(s, STAGE_EDGES, 5, (const float[]){3, 1, 4, -2, 5}, 2,
         (const float[]){2, 3}, "");
    give(s, STAGE_EDGES, 7, (const float[]){0, 0, 0, 1, 0, 0, 0}, 3,
         (const float[]){1, 2, 3}, ", a single 1 in the signal");
    give(s, STAGE_EDGES, 5, (const float[]){0.5f, -1.5f, 2, 0.25f, 3.5f}, 2,
         (const float[]){1.5f, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int w = suite_int(s, 2, 4 + 20 * n / cases);

        add(s, stage, w, suite_int(s, 1, w < 7 ? w : 7), "");
    }
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
    enum { LENGTH = 7 };
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

enum { SHIFT = 2 };

static const char *moves_along(const struct call *const *c, double *const *y)
{
    for (int n = SHIFT; n < c[0]->arg[Y].count; n++)
        if (y[1][n] != y[0][n - SHIFT])
            return "when the signal moves, the answer must move along";
    return NULL;
}

static void equivariance(struct suite *s)
{
    enum { LENGTH = 9 };
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, LENGTH, 3,
                   n == 0 ? "" : ", the signal moved");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = SHIFT; n < LENGTH; n++)
        c[1]->arg[X].data[n] = c[0]->arg[X].data[n - SHIFT];
    case_law(s, 2, moves_along);
}

static const char *cuts_out(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != call_at(c[0], X, n + 1))
            return "the kernel 0 1 0 must give the signal without its ends";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 6, 3, " 0 1 0");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[]){0, 1, 0});
    case_law(s, 1, cuts_out);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    linearity(s);
    equivariance(s);
    delta(s);
}

/* A noisy step and a kernel that takes the mean of seven samples. */
static struct call *picture(void)
{
    enum { LENGTH = 60, MEAN = 7 };
    struct call *c = call_new(params);

    shape(c, LENGTH, MEAN);
    for (int n = 0; n < LENGTH; n++) {
        double step = n < LENGTH / 2 ? 1 : 4;

        c->arg[X].data[n] = (float)(step + 0.6 * sin(1.7 * n * n));
    }
    for (int n = 0; n < MEAN; n++)
        c->arg[K].data[n] = 1.0f / MEAN;
    return c;
}

const struct exercise exercise_correlate_1d = {
    .kind = EXERCISE_WRITE,
    .title = "slide a kernel along a signal",
    .anchor = "the-sliding-window",
    .params = params,
    .cases = cases,
    .right = right_correlate_1d,
    .reference = reference,
    .misconceptions = wrong_correlate_1d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "C06", "C07"},
    .picture = picture,
};
