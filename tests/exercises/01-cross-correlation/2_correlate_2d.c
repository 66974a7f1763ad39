/* What correlate_2d is checked against: the lesson's examples, shapes that
 * tell height from width and image from kernel, and laws. */
#include "2_correlate_2d.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT}, {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_correlate_2d(const struct call *c, struct answer *a)
{
    int h = call_number(c, H), w = call_number(c, W);
    int kh = call_number(c, KH), kw = call_number(c, KW);
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    answer_tap(a, Y, i * ow + j, X, (i + u) * w + (j + v), K,
                               u * kw + v);
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv2d(c->arg[X].data, 1, 1, call_number(c, H), call_number(c, W),
                   c->arg[K].data, 1, call_number(c, KH), call_number(c, KW),
                   NULL, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int h, int w, int kh, int kw)
{
    call_matrix(c, X, h, w);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, Y, h - kh + 1, w - kw + 1);
}

static struct call *add(struct suite *s, enum stage stage, int h, int w, int kh,
                        int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel%s", h, w, kh, kw, note);

    shape(c, h, w, kh, kw);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, int h, int w,
                 const float *x, int kh, int kw, const float *k,
                 const char *note)
{
    add(s, stage, h, w, kh, kw, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 4 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 3, (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, 2,
         2, (const float[]){10, 20, 30, 40}, "");
    give(s, STAGE_LESSON, 5, 5,
         (const float[]){1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
                         1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0},
         3, 3, (const float[]){1, 0, 1, 0, 1, 0, 1, 0, 1},
         " of zeros and ones");
    give(s, STAGE_LESSON, 5, 5,
         (const float[]){3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2,
                         2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1},
         3, 3, (const float[]){0, 1, 2, 2, 2, 0, 0, 1, 2}, "");
    give(s, STAGE_LESSON, 3, 4,
         (const float[]){1, 2, 0, 3, 0, 1, 4, 1, 5, 0, 1, 2}, 2, 2,
         (const float[]){1, 2, 3, 5}, "");
}

/* Every size is 1, even, odd, and beyond 8 somewhere; heights above and
 * below widths; lengths of every remainder by 4, for loops done in fours. */
static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {1, 5, 1, 2},   {5, 1, 3, 1},    {3, 4, 3, 4},
        {2, 6, 1, 1},  {4, 7, 2, 3},   {7, 4, 3, 2},    {5, 6, 4, 1},
        {6, 5, 4, 4},  {3, 8, 1, 3},   {8, 3, 2, 2},    {3, 9, 2, 1},
        {9, 8, 5, 3},  {1, 17, 1, 9},  {12, 5, 9, 1},   {3, 17, 2, 2},
        {17, 4, 2, 3}, {10, 12, 9, 3}, {13, 11, 3, 10}, {11, 14, 9, 10},
    };

    give(s, STAGE_EDGES, 2, 4, (const float[]){2, 1, 3, 5, 4, 7, 6, 1}, 2, 2,
         (const float[]){1, 2, 4, 3}, "");
    give(s, STAGE_EDGES, 4, 4,
         (const float[]){1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2}, 2, 2,
         (const float[]){0, 1, 0, 1}, "");
    give(s, STAGE_EDGES, 3, 4,
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f, 1, 2.5f,
                         -0.5f, 4},
         2, 2, (const float[]){1.5f, 0.5f, -1, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 9 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);
        int kh = suite_int(s, 1, h < 5 ? h : 5);
        int kw = suite_int(s, 1, w < 5 ? w : 5);

        add(s, stage, h, w, kh, kw, "");
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
    enum { H0 = 4, W0 = 6 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, H0, W0, 2, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < H0 * W0; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

/* The second image is the first moved down by 1 and right by 2. */
static const char *moves_along(const struct call *const *c, double *const *y)
{
    int oh = c[0]->arg[Y].dim[0], ow = c[0]->arg[Y].dim[1];

    for (int i = 1; i < oh; i++)
        for (int j = 2; j < ow; j++)
            if (y[1][i * ow + j] != y[0][(i - 1) * ow + (j - 2)])
                return "when the image moves, the answer must move along";
    return NULL;
}

static void equivariance(struct suite *s)
{
    enum { H0 = 5, W0 = 7 };
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, H0, W0, 3, 2,
                   n == 0 ? "" : ", the image moved");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int i = 1; i < H0; i++)
        for (int j = 2; j < W0; j++)
            c[1]->arg[X].data[i * W0 + j] =
                c[0]->arg[X].data[(i - 1) * W0 + (j - 2)];
    case_law(s, 2, moves_along);
}

/* A kernel with a single 1 cuts a piece out of the image. */
static const char *cuts_out(const struct call *const *c, double *const *y)
{
    int oh = c[0]->arg[Y].dim[0], ow = c[0]->arg[Y].dim[1];
    int w = call_number(c[0], W);

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            if (y[0][i * ow + j] != call_at(c[0], X, (i + 1) * w + (j + 2)))
                return "a kernel with a single 1, at row 1 and column 2, must "
                       "give the image from there on";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 5, 6, 2, 3, " with a single 1");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[]){0, 0, 0, 0, 0, 1});
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

/* Edges from dark to bright, from left to right, found in the chart. */
static struct call *picture(void)
{
    return chart_call(params, "sobel-x", 3, 0, 0.25f, CHART_VALID);
}

const struct exercise exercise_correlate_2d = {
    .kind = EXERCISE_WRITE,
    .title = "slide a kernel over an image",
    .anchor = "two-dimensions",
    .params = params,
    .cases = cases,
    .right = right_correlate_2d,
    .reference = reference,
    .misconceptions = wrong_correlate_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "C03", "C05"},
    .picture = picture,
};
