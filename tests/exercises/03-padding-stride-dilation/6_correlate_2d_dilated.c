/* What correlate_2d_dilated is checked against: the lesson's examples, strides
 * and dilations that all differ, kernels that fit once, and the law that a
 * dilated kernel is a kernel with zeros in its gaps. */
#include "6_correlate_2d_dilated.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT},  {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"sh", ARG_INT}, {"sw", ARG_INT},
    {"dh", ARG_INT}, {"dw", ARG_INT}, {"y", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_correlate_2d_dilated(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kh = call_number(c, KH), kw = call_number(c, KW);
    int oh = c->arg[Y].dim[0], ow = c->arg[Y].dim[1];

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int row = i * call_number(c, SH) + u * call_number(c, DH);
                    int col = j * call_number(c, SW) + v * call_number(c, DW);

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
    p.dh = call_number(c, DH);
    p.dw = call_number(c, DW);
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
    int h, w, kh, kw, sh, sw, dh, dw;
};

static int windows(int n, int k, int s, int d)
{
    return (n - (d * (k - 1) + 1)) / s + 1;
}

static struct call *add(struct suite *s, enum stage stage, struct shape a,
                        const char *note)
{
    struct call *c = case_add(
        s, stage,
        "%dx%d image, %dx%d kernel, stride (%d,%d), dilation (%d,%d)%s", a.h,
        a.w, a.kh, a.kw, a.sh, a.sw, a.dh, a.dw, note);

    call_matrix(c, X, a.h, a.w);
    call_int(c, H, a.h);
    call_int(c, W, a.w);
    call_matrix(c, K, a.kh, a.kw);
    call_int(c, KH, a.kh);
    call_int(c, KW, a.kw);
    call_int(c, SH, a.sh);
    call_int(c, SW, a.sw);
    call_int(c, DH, a.dh);
    call_int(c, DW, a.dw);
    call_matrix(c, Y, windows(a.h, a.kh, a.sh, a.dh),
                windows(a.w, a.kw, a.sw, a.dw));
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
    give(s, STAGE_LESSON, (struct shape){1, 6, 1, 3, 1, 1, 1, 2},
         (const float[]){1, 4, -1, 0, 2, -2}, (const float[]){1, 2, 3}, "");
    give(s, STAGE_LESSON, (struct shape){3, 5, 2, 2, 1, 1, 2, 3},
         (const float[]){1, 2, 0, 3, 1, 0, 1, 4, 1, 2, 5, 0, 1, 2, 3},
         (const float[]){1, 2, 3, 5}, "");
}

/* Dilations beyond the image's rest, kernels of one row or column, on which
 * a dilation changes nothing, and extents as large as the image. */
static void edges(struct suite *s)
{
    static const struct shape size[] = {
        {1, 1, 1, 1, 1, 1, 1, 1},      {1, 1, 1, 1, 2, 3, 5, 4},
        {5, 7, 3, 3, 1, 1, 2, 3},      {7, 9, 3, 2, 2, 3, 1, 1},
        {7, 9, 3, 2, 1, 1, 2, 3},      {9, 8, 3, 3, 2, 1, 2, 3},
        {8, 9, 2, 3, 1, 2, 3, 2},      {9, 12, 2, 2, 2, 3, 3, 4},
        {4, 9, 1, 3, 1, 1, 3, 4},      {9, 4, 3, 1, 1, 1, 4, 3},
        {6, 7, 3, 4, 1, 1, 1, 2},      {7, 6, 4, 3, 1, 1, 2, 1},
        {1, 13, 1, 4, 2, 2, 3, 3},     {13, 1, 4, 1, 2, 2, 3, 3},
        {10, 11, 2, 3, 4, 5, 5, 2},    {12, 13, 3, 4, 3, 1, 4, 2},
        {36, 40, 3, 3, 10, 9, 11, 12}, {12, 14, 9, 10, 2, 1, 1, 1},
        {12, 15, 2, 3, 1, 1, 2, 2},
    };

    give(s, STAGE_EDGES, (struct shape){2, 7, 1, 2, 1, 2, 1, 3},
         (const float[]){2, 5, 1, 3, 6, 4, 0, 7, 1, 0, 2, 4, 3, 5},
         (const float[]){2, 3}, "");
    give(s, STAGE_EDGES, (struct shape){4, 5, 2, 2, 1, 1, 3, 2},
         (const float[]){0.5f,  -1.5f, 2,    1,     3.5f, 0.25f, 3,
                         1.25f, -2,    1,    0.75f, 4,    1,     2.25f,
                         -3,    1.75f, 0.5f, 2,     1,    3},
         (const float[]){1.5f, 0.5f, -1.25f, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 5 * n / cases;
        struct shape a = {.kh = suite_int(s, 1, 3),
                          .kw = suite_int(s, 1, 4),
                          .sh = suite_int(s, 1, 3),
                          .sw = suite_int(s, 1, 4),
                          .dh = suite_int(s, 1, 3),
                          .dw = suite_int(s, 1, 4)};

        a.h = a.dh * (a.kh - 1) + 1 + suite_int(s, 0, side);
        a.w = a.dw * (a.kw - 1) + 1 + suite_int(s, 1, side + 2);
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
    const struct shape a = {6, 8, 3, 2, 1, 2, 2, 3};
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

/* The same image under a kernel with dilation, and under the larger kernel
 * that has zeros in the gaps. */
enum { DOWN = 2, ACROSS = 3, ROWS = 3, COLS = 2 };
enum { HIGH = DOWN * (ROWS - 1) + 1, WIDE = ACROSS * (COLS - 1) + 1 };

static const char *is_spread(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[1]->arg[Y].count; n++)
        if (y[1][n] != y[0][n])
            return "a dilated kernel must do what the larger kernel does that "
                   "has zeros in the gaps";
    return NULL;
}

static void spread(struct suite *s)
{
    float k[HIGH * WIDE] = {0};
    struct call *c[2] = {
        add(s, STAGE_PROPERTIES,
            (struct shape){8, 9, ROWS, COLS, 1, 2, DOWN, ACROSS}, "")};

    suite_fill(s, c[0], STAGE_INTEGERS);
    c[1] = add(s, STAGE_PROPERTIES,
               (struct shape){8, 9, HIGH, WIDE, 1, 2, 1, 1}, ", zeros between");
    for (int n = 0; n < ROWS * COLS; n++)
        k[n / COLS * DOWN * WIDE + n % COLS * ACROSS] = c[0]->arg[K].data[n];
    case_values(s, X, c[0]->arg[X].data);
    case_values(s, K, k);
    case_law(s, 2, is_spread);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    linearity(s);
    spread(s);
}

/* Edges of the chart as a Sobel kernel sees them whose columns lie far
 * apart. */
static struct call *picture(void)
{
    enum { SIZE = 3, DOWN_BY = 2, ACROSS_BY = 4 };
    struct call *c = chart_call(params, "sobel-x", SIZE, 0, 1, CHART_VALID);

    call_int(c, SH, 1);
    call_int(c, SW, 1);
    call_int(c, DH, DOWN_BY);
    call_int(c, DW, ACROSS_BY);
    call_matrix(c, Y, windows(call_number(c, H), SIZE, 1, DOWN_BY),
                windows(call_number(c, W), SIZE, 1, ACROSS_BY));
    return c;
}

const struct exercise exercise_correlate_2d_dilated = {
    .kind = EXERCISE_WRITE,
    .title = "a kernel with gaps",
    .anchor = "dilation",
    .params = params,
    .cases = cases,
    .right = right_correlate_2d_dilated,
    .reference = reference,
    .misconceptions = wrong_correlate_2d_dilated,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"D05", "D06", "D03"},
    .picture = picture,
};
