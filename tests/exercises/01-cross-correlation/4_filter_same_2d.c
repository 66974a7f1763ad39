/* What filter_same_2d is checked against: the lesson's examples, images
 * narrower, lower and smaller than the kernel, and laws. */
#include "4_filter_same_2d.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT}, {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_filter_same_2d(const struct call *c, struct answer *a)
{
    int h = call_number(c, H), w = call_number(c, W);
    int kh = call_number(c, KH), kw = call_number(c, KW);

    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int row = i + u - kh / 2, col = j + v - kw / 2;
                    bool inside = row >= 0 && row < h && col >= 0 && col < w;

                    answer_tap(a, Y, i * w + j, X,
                               inside ? row * w + col : PADDING, K, u * kw + v);
                }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.pt = p.pb = call_number(c, KH) / 2;
    p.pl = p.pr = call_number(c, KW) / 2;
    if (ref_conv2d(c->arg[X].data, 1, 1, call_number(c, H), call_number(c, W),
                   c->arg[K].data, 1, call_number(c, KH), call_number(c, KW),
                   NULL, &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int h, int w, int kh,
                        int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel%s", h, w, kh, kw, note);

    call_matrix(c, X, h, w);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, Y, h, w);
    return c;
}

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
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 3, (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, 3,
         3, (const float[]){10, 20, 30, 40, 50, 60, 30, 20, 10}, "");
    give(s, STAGE_LESSON, 4, 4,
         (const float[]){0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3},
         3, 3, (const float[]){0, 1, 0, 1, -4, 1, 0, 1, 0}, " (Laplacian)");
}

/* Image and kernel higher and wider than each other; sizes of 1, even, odd,
 * beyond 8, and of every remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {1, 1, 3, 3},   {1, 5, 1, 3},   {5, 1, 3, 1},
        {2, 3, 1, 1},  {3, 4, 3, 5},   {4, 3, 5, 3},   {2, 3, 5, 7},
        {4, 7, 3, 5},  {7, 4, 5, 3},   {5, 6, 3, 1},   {6, 5, 1, 3},
        {9, 8, 3, 3},  {3, 9, 3, 3},   {3, 17, 1, 9},  {17, 3, 9, 1},
        {10, 2, 5, 1}, {10, 12, 9, 3}, {11, 9, 3, 11}, {5, 6, 11, 9},
    };

    give(s, STAGE_EDGES, 2, 3, (const float[]){2, 5, 1, 3, 6, 4}, 3, 3,
         (const float[]){0, 1, 0, 4, 2, 3, 0, 0, 0}, "");
    give(s, STAGE_EDGES, 3, 5,
         (const float[]){0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 3, 3,
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, ", a single 1");
    give(s, STAGE_EDGES, 4, 4,
         (const float[]){0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3},
         3, 3, (const float[]){-1, 0, 1, -2, 0, 2, -1, 0, 1}, " (Sobel)");
    give(s, STAGE_EDGES, 2, 3, (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f},
         3, 1, (const float[]){1.5f, 0.5f, -1.25f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 7 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);

        add(s, stage, h, w, 1 + 2 * suite_int(s, 0, 2),
            1 + 2 * suite_int(s, 0, 2), "");
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
    enum { ROWS = 4, COLS = 5 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, ROWS, COLS, 3, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < ROWS * COLS; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

/* What lies in zeros far from the border may move; the answer goes along. */
enum { BIG_H = 7, BIG_W = 9, SPOT = 3, DOWN = 1, RIGHT = 3 };

static const char *moves_along(const struct call *const *c, double *const *y)
{
    (void)c;
    for (int i = DOWN; i < BIG_H; i++)
        for (int j = RIGHT; j < BIG_W; j++)
            if (y[1][i * BIG_W + j] != y[0][(i - DOWN) * BIG_W + (j - RIGHT)])
                return "when the image moves, the answer must move along";
    return NULL;
}

static void equivariance(struct suite *s)
{
    float spot[SPOT * SPOT];
    struct call *c[2];

    for (int n = 0; n < SPOT * SPOT; n++)
        spot[n] = (float)suite_nonzero(s, -9, 9);
    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, BIG_H, BIG_W, 3, 3,
                   n == 0 ? ", a spot" : ", the spot moved");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, X, (const float[BIG_H * BIG_W]){0});
        case_values(s, K, c[0]->arg[K].data);
        for (int p = 0; p < SPOT * SPOT; p++)
            c[n]->arg[X].data[(1 + n * DOWN + p / SPOT) * BIG_W +
                              (1 + n * RIGHT + p % SPOT)] = spot[p];
    }
    case_law(s, 2, moves_along);
}

static const char *changes_nothing(const struct call *const *c,
                                   double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != call_at(c[0], X, n))
            return "a kernel with a single 1 in the middle must change nothing";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, 4, 6, 3, 5, ", a 1 in the middle");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[15]){[7] = 1});
    case_law(s, 1, changes_nothing);
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

/* The chart, blurred. */
static struct call *picture(void)
{
    return chart_call(params, "gaussian", 7, 1.5f, 1, CHART_SAME);
}

const struct exercise exercise_filter_same_2d = {
    .kind = EXERCISE_WRITE,
    .title = "filter an image, same size",
    .anchor = "same-size-filtering-images",
    .params = params,
    .cases = cases,
    .right = right_filter_same_2d,
    .reference = reference,
    .misconceptions = wrong_filter_same_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "P01", "P02"},
    .picture = picture,
};
