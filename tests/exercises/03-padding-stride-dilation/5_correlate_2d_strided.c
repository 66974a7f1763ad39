/* What correlate_2d_strided is checked against: the lesson's examples, strides
 * that do not divide, that differ and that pass over the kernel, and the law
 * that a stride is the choice of some outputs of stride 1. */
#include "5_correlate_2d_strided.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT},  {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"sh", ARG_INT}, {"sw", ARG_INT},
    {"y", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_correlate_2d_strided(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kh = call_number(c, KH), kw = call_number(c, KW);
    int oh = c->arg[Y].dim[0], ow = c->arg[Y].dim[1];

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int row = i * call_number(c, SH) + u;
                    int col = j * call_number(c, SW) + v;

                    answer_tap(a, Y, i * ow + j, X, row * w + col, K,
                               u * kw + v);
                }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.sh = call_number(c, SH);
    p.sw = call_number(c, SW);
    if (ref_conv2d(c->arg[X].data, 1, 1, call_number(c, H), call_number(c, W),
                   c->arg[K].data, 1, call_number(c, KH), call_number(c, KW),
                   NULL, &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

struct shape {
    int h, w, kh, kw, sh, sw;
};

static struct call *add(struct suite *s, enum stage stage, struct shape a,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel, stride (%d,%d)%s", a.h,
                 a.w, a.kh, a.kw, a.sh, a.sw, note);

    call_matrix(c, X, a.h, a.w);
    call_int(c, H, a.h);
    call_int(c, W, a.w);
    call_matrix(c, K, a.kh, a.kw);
    call_int(c, KH, a.kh);
    call_int(c, KW, a.kw);
    call_int(c, SH, a.sh);
    call_int(c, SW, a.sw);
    call_matrix(c, Y, (a.h - a.kh) / a.sh + 1, (a.w - a.kw) / a.sw + 1);
    return c;
}

static void give(struct suite *s, enum stage stage, struct shape a,
                 const float *x, const float *k, const char *note)
{
    add(s, stage, a, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (struct shape){1, 6, 1, 2, 1, 2},
         (const float[]){1, 4, -1, 0, 2, -2}, (const float[]){1, 2}, "");
    give(s, STAGE_LESSON, (struct shape){5, 5, 3, 3, 2, 2},
         (const float[]){0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5,
                         6, 0, 0, 7, 8, 9, 0, 0, 0, 0, 0, 0},
         (const float[]){10, 20, 30, 40, 50, 60, 30, 20, 10}, " (Lu)");
}

/* Rests by rows and columns; strides beyond the kernel; one window only. */
static void edges(struct suite *s)
{
    static const struct shape size[] = {
        {1, 1, 1, 1, 1, 1},      {1, 1, 1, 1, 3, 2},  {4, 5, 4, 5, 2, 3},
        {4, 6, 2, 3, 5, 1},      {6, 4, 3, 2, 1, 5},  {7, 9, 3, 2, 2, 3},
        {9, 7, 2, 3, 3, 2},      {5, 8, 1, 1, 2, 3},  {8, 5, 1, 1, 3, 2},
        {6, 7, 3, 4, 1, 1},      {1, 9, 1, 2, 4, 3},  {9, 1, 2, 1, 3, 4},
        {10, 6, 3, 3, 4, 2},     {6, 11, 2, 5, 2, 4}, {12, 13, 3, 2, 4, 5},
        {30, 34, 9, 10, 10, 12},
    };

    give(s, STAGE_EDGES, (struct shape){3, 5, 2, 2, 1, 2},
         (const float[]){1, 2, 0, 3, 1, 0, 1, 4, 1, 2, 5, 0, 1, 2, 3},
         (const float[]){1, 2, 3, 5}, "");
    give(s, STAGE_EDGES, (struct shape){4, 3, 2, 2, 2, 1},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, 3, 1.25f, -2, 1, 0.75f,
                         4},
         (const float[]){1.5f, 0.5f, -1.25f, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 4 + 7 * n / cases;
        struct shape a = {.kh = suite_int(s, 1, 3), .kw = suite_int(s, 1, 4)};

        a.h = a.kh + suite_int(s, 0, side);
        a.w = a.kw + suite_int(s, 1, side + 2);
        a.sh = suite_int(s, 1, 3);
        a.sw = suite_int(s, 1, 4);
        add(s, stage, a, "");
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
    const struct shape a = {6, 8, 3, 2, 2, 3};
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, a,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < a.h * a.w; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

/* The same image and kernel at stride 1 and at a stride. */
enum { DOWN = 2, RIGHT = 3 };

static const char *is_subsampling(const struct call *const *c, double *const *y)
{
    int every = c[0]->arg[Y].dim[1], ow = c[1]->arg[Y].dim[1];

    for (int n = 0; n < c[1]->arg[Y].count; n++)
        if (y[1][n] != y[0][n / ow * DOWN * every + n % ow * RIGHT])
            return "a stride must keep some outputs of stride 1, one of every "
                   "sh rows and one of every sw columns, and change none";
    return NULL;
}

static void subsampling(struct suite *s)
{
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(
            s, STAGE_PROPERTIES,
            (struct shape){8, 10, 3, 2, n == 0 ? 1 : DOWN, n == 0 ? 1 : RIGHT},
            n == 0 ? ", every output" : ", the same image");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, X, c[0]->arg[X].data);
        case_values(s, K, c[0]->arg[K].data);
    }
    case_law(s, 2, is_subsampling);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    linearity(s);
    subsampling(s);
}

/* The chart, blurred and made smaller, more in height than in width. */
static struct call *picture(void)
{
    enum { SIZE = 5, DOWN_BY = 3, ACROSS_BY = 2 };
    struct call *c = chart_call(params, "gaussian", SIZE, 1, 1, CHART_VALID);

    call_int(c, SH, DOWN_BY);
    call_int(c, SW, ACROSS_BY);
    call_matrix(c, Y, (call_number(c, H) - SIZE) / DOWN_BY + 1,
                (call_number(c, W) - SIZE) / ACROSS_BY + 1);
    return c;
}

const struct exercise exercise_correlate_2d_strided = {
    .kind = EXERCISE_WRITE,
    .title = "a window in longer steps",
    .anchor = "stride",
    .params = params,
    .cases = cases,
    .right = right_correlate_2d_strided,
    .reference = reference,
    .misconceptions = wrong_correlate_2d_strided,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"D01", "DS3", "C01"},
    .picture = picture,
};
