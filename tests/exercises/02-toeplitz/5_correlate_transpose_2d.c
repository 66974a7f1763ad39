/* What correlate_transpose_2d is checked against: the lecture's kernel, shapes
 * that tell all sizes apart, and the law that makes it a transpose. */
#include "5_correlate_transpose_2d.h"

#include "reference/conv_transpose.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"y", ARG_IN},   {"oh", ARG_INT}, {"ow", ARG_INT}, {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"x", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Collected, input by input, so that each sum can be written out. */
void right_correlate_transpose_2d(const struct call *c, struct answer *a)
{
    int oh = call_number(c, OH), ow = call_number(c, OW);
    int kh = call_number(c, KH), kw = call_number(c, KW);
    int w = ow + kw - 1;

    for (int n = 0; n < c->arg[X].count; n++)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++) {
                int i = n / w - u, j = n % w - v;

                if (i >= 0 && i < oh && j >= 0 && j < ow)
                    answer_tap(a, X, n, Y, i * ow + j, K, u * kw + v);
            }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[X].count;
    float *x = need(malloc(sizeof *x * (size_t)count));

    if (ref_conv_transpose2d(c->arg[Y].data, 1, 1, call_number(c, OH),
                             call_number(c, OW), c->arg[K].data, 1,
                             call_number(c, KH), call_number(c, KW), NULL, NULL,
                             x) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, X, n, (double)x[n], 0);
    free(x);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int oh, int ow, int kh, int kw)
{
    call_matrix(c, Y, oh, ow);
    call_int(c, OH, oh);
    call_int(c, OW, ow);
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, X, oh + kh - 1, ow + kw - 1);
}

static struct call *add(struct suite *s, enum stage stage, int oh, int ow,
                        int kh, int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "y of %dx%d, %dx%d kernel%s", oh, ow, kh, kw, note);

    shape(c, oh, ow, kh, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int oh, int ow,
                 const float *y, int kh, int kw, const float *k,
                 const char *note)
{
    add(s, stage, oh, ow, kh, kw, note);
    case_values(s, Y, y);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 2 };

static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1}, {1, 4, 1, 2},  {4, 1, 2, 1}, {1, 1, 3, 4},  {3, 5, 1, 1},
        {2, 3, 3, 2}, {5, 3, 2, 3},  {3, 6, 4, 1}, {2, 4, 4, 4},  {6, 2, 1, 3},
        {4, 4, 2, 2}, {2, 2, 9, 3},  {3, 2, 2, 9}, {10, 9, 3, 2}, {1, 9, 1, 9},
        {9, 1, 9, 1}, {9, 10, 4, 5},
    };

    give(s, STAGE_EDGES, 1, 2, (const float[]){1, 3}, 2, 2,
         (const float[]){2, 1, 4, 5}, "");
    give(s, STAGE_EDGES, 3, 2, (const float[]){0, 0, 0, 1, 0, 0}, 2, 3,
         (const float[]){1, 2, 3, 4, 5, 6}, ", a single 1 in y");
    give(s, STAGE_EDGES, 2, 2, (const float[]){0.5f, -1.5f, 2, 1}, 2, 2,
         (const float[]){1.5f, 0.5f, -1, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 2 + 6 * n / cases;
        int oh = suite_int(s, 1, side), ow = suite_int(s, 1, side + 2);

        add(s, stage, oh, ow, suite_int(s, 1, 4), suite_int(s, 1, 4), "");
    }
}

/* Some image x0: whole numbers without a pattern that an index would keep. */
static double any_pixel(int n)
{
    return (n * n + 3 * n) % 11 - 4;
}

/* The sum of y times U x0, and that of the answer times x0. */
static const char *is_adjoint(const struct call *const *c, double *const *y)
{
    int oh = call_number(c[0], OH), ow = call_number(c[0], OW);
    int kh = call_number(c[0], KH), kw = call_number(c[0], KW);
    int w = ow + kw - 1;
    double there = 0, back = 0;

    for (int n = 0; n < oh * ow; n++)
        for (int m = 0; m < kh * kw; m++) {
            int r = n / ow + m / kw, q = n % ow + m % kw;

            there += call_at(c[0], Y, n) * call_at(c[0], K, m) *
                     any_pixel(r * w + q);
        }
    for (int n = 0; n < c[0]->arg[X].count; n++)
        back += y[0][n] * any_pixel(n);
    return there == back ? NULL
                         : "for every image x0, the sum of y times U x0 must "
                           "be the sum of x times x0: that is what a transpose "
                           "is";
}

static void adjoint(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 3, 4, 2, 3, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_adjoint);
}

static const char *is_linear(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[X].count; n++)
        if (y[2][n] != y[0][n] + 2 * y[1][n])
            return "the answer for y1 + 2 y2 must be that for y1 plus twice "
                   "that for y2";
    return NULL;
}

static void linearity(struct suite *s)
{
    enum { H0 = 3, W0 = 4 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, H0, W0, 2, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < H0 * W0; n++)
        c[2]->arg[Y].data[n] = c[0]->arg[Y].data[n] + 2 * c[1]->arg[Y].data[n];
    case_law(s, 3, is_linear);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 1, 4, (const float[]){1, -1, 2, 0}, 1, 3,
         (const float[]){1, 2, 3}, "");
    give(s, STAGE_LESSON, 2, 2, (const float[]){1, -2, 3, 0.5f}, 3, 3,
         (const float[]){1, 4, 1, 1, 4, 3, 3, 3, 1}, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    adjoint(s);
    linearity(s);
}

/* Seven points, each of which becomes a bell. */
static struct call *picture(void)
{
    enum { HEIGHT = 40, WIDTH = 56, BELL = 9, POINTS = 7 };
    struct call *c = call_new(params);

    shape(c, HEIGHT, WIDTH, BELL, BELL);
    for (int n = 0; n < POINTS; n++)
        c->arg[Y].data[(n * 17 + 5) % HEIGHT * WIDTH + (n * 23 + 4) % WIDTH] =
            (float)(1 + n % 3);
    for (int n = 0; n < BELL * BELL; n++) {
        int u = n / BELL - BELL / 2, v = n % BELL - BELL / 2;

        c->arg[K].data[n] = (float)exp(-0.15 * (u * u + v * v));
    }
    return c;
}

const struct exercise exercise_correlate_transpose_2d = {
    .kind = EXERCISE_WRITE,
    .title = "from outputs back to inputs",
    .anchor = "the-transpose",
    .params = params,
    .cases = cases,
    .right = right_correlate_transpose_2d,
    .reference = reference,
    .misconceptions = wrong_correlate_transpose_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"B02", "B01", "CT1"},
    .picture = picture,
};
