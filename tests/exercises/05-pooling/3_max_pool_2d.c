/* What max_pool_2d is checked against: the lectures' squares, images with a
 * border, negative numbers, and laws. */
#include "3_max_pool_2d.h"

#include "reference/max_pool.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"
#include "tests/grader/pools.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"c", ARG_INT},  {"h", ARG_INT},  {"w", ARG_INT},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"sh", ARG_INT}, {"sw", ARG_INT},
    {"ph", ARG_INT}, {"pw", ARG_INT}, {"y", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* The largest of the window at row r, column q of channel o, as far as it
 * lies inside. */
static double largest(const struct call *c, int o, int r, int q)
{
    int h = call_number(c, H), w = call_number(c, W);
    double best = -INFINITY;

    for (int u = r; u < r + call_number(c, KH); u++)
        for (int v = q; v < q + call_number(c, KW); v++)
            if (u >= 0 && u < h && v >= 0 && v < w)
                best = fmax(best, call_at(c, X, (o * h + u) * w + v));
    return best;
}

void right_max_pool_2d(const struct call *c, struct answer *a)
{
    const int *dim = c->arg[Y].dim;

    for (int o = 0; o < dim[0]; o++)
        for (int i = 0; i < dim[1]; i++)
            for (int j = 0; j < dim[2]; j++) {
                int r = i * call_number(c, SH) - call_number(c, PH);
                int q = j * call_number(c, SW) - call_number(c, PW);

                answer_put(a, Y, (o * dim[1] + i) * dim[2] + j,
                           largest(c, o, r, q), 0);
            }
}

static void reference(const struct call *c, struct answer *a)
{
    int ph = call_number(c, PH), pw = call_number(c, PW);
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;

    p.sh = call_number(c, SH);
    p.sw = call_number(c, SW);
    p.pt = p.pb = ph;
    p.pl = p.pr = pw;
    if (ref_max_pool2d(c->arg[X].data, 1, call_number(c, C), call_number(c, H),
                       call_number(c, W), call_number(c, KH),
                       call_number(c, KW), &p, y, NULL) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    static const struct pool_arrays arrays = {X, Y, -1};

    (void)seen;
    pool_print(f, c, cell, &arrays, pool_of(c, Y), &(const struct pooling){0});
}

/* ---- the cases ----------------------------------------------------------- */

/* The sizes of a case, in the order of the parameters. */
struct sizes {
    int c, h, w, kh, kw, sh, sw, ph, pw;
};

static void shape(struct call *c, const struct sizes *t)
{
    int oh = (t->h + 2 * t->ph - t->kh) / t->sh + 1;
    int ow = (t->w + 2 * t->pw - t->kw) / t->sw + 1;

    call_shape(c, X, 3, (const int[]){t->c, t->h, t->w});
    call_int(c, C, t->c);
    call_int(c, H, t->h);
    call_int(c, W, t->w);
    call_int(c, KH, t->kh);
    call_int(c, KW, t->kw);
    call_int(c, SH, t->sh);
    call_int(c, SW, t->sw);
    call_int(c, PH, t->ph);
    call_int(c, PW, t->pw);
    call_shape(c, Y, 3, (const int[]){t->c, oh, ow});
}

static struct call *add(struct suite *s, enum stage stage, struct sizes t,
                        const char *note)
{
    struct call *c = case_add(
        s, stage, "%dx%dx%d, window %dx%d, stride %d,%d%s%s", t.c, t.h, t.w,
        t.kh, t.kw, t.sh, t.sw, t.ph + t.pw > 0 ? ", padded" : "", note);

    shape(c, &t);
    return c;
}

static void give(struct suite *s, enum stage stage, struct sizes t,
                 const float *x, const char *note)
{
    add(s, stage, t, note);
    case_values(s, X, x);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 3 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (struct sizes){1, 4, 4, 2, 2, 2, 2, 0, 0},
         (const float[]){1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4}, "");
    give(s, STAGE_LESSON, (struct sizes){2, 2, 6, 1, 2, 1, 2, 0, 0},
         (const float[]){1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0,
                         2, 0, 2, 1, 1, 1, 0, 0, 0, 1, 2, 1},
         "");
    give(s, STAGE_LESSON, (struct sizes){1, 2, 2, 2, 2, 1, 1, 1, 1},
         (const float[]){-1, -1, -1, -1}, "");
}

/* Sizes of 1; windows as large as the image and larger; strides above and
 * below the window; padding on one axis, on both, of 1 and of 2; what is left
 * over on each axis. */
static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {1, 1, 1, 1, 1, 1, 1, 0, 0},    {3, 1, 1, 1, 1, 2, 3, 0, 0},
        {1, 1, 7, 1, 3, 1, 2, 0, 1},    {1, 7, 1, 3, 1, 2, 1, 1, 0},
        {2, 3, 4, 3, 4, 1, 1, 0, 0},    {2, 3, 4, 3, 4, 2, 3, 1, 2},
        {2, 5, 7, 2, 3, 1, 1, 0, 0},    {3, 7, 5, 3, 2, 2, 3, 0, 0},
        {2, 5, 6, 2, 2, 3, 3, 1, 1},    {1, 6, 4, 4, 2, 1, 3, 2, 1},
        {2, 4, 9, 2, 5, 2, 3, 1, 2},    {1, 9, 4, 5, 3, 4, 1, 2, 0},
        {1, 2, 3, 4, 5, 1, 1, 2, 2},    {2, 1, 2, 3, 4, 1, 1, 1, 2},
        {4, 5, 3, 1, 1, 2, 2, 0, 0},    {1, 12, 10, 3, 3, 2, 2, 1, 1},
        {1, 3, 17, 2, 9, 1, 2, 0, 3},   {1, 17, 3, 10, 2, 3, 1, 4, 1},
        {5, 4, 3, 2, 2, 1, 1, 0, 1},    {9, 2, 2, 2, 2, 2, 2, 0, 0},
        {1, 20, 3, 19, 2, 10, 1, 9, 0}, {1, 3, 20, 2, 19, 1, 10, 0, 9},
        {1, 11, 3, 2, 2, 1, 2, 0, 0},
    };

    give(s, STAGE_EDGES, (struct sizes){1, 3, 4, 2, 3, 2, 2, 1, 1},
         (const float[]){-4, -2, 5, 1, //
                         -6, -1, 3, 7, //
                         2, -3, -5, -8},
         "");
    give(s, STAGE_EDGES, (struct sizes){2, 5, 7, 3, 2, 2, 3, 1, 0},
         (const float[]){
             -3,  -8,  -5, -2, -9, -4, -7, -6, -1, -12, -15, -11, -14, -13,
             -21, -17, -9, -8, -5, -3, -6, -2, -4, -7,  -19, -18, -1,  -10,
             -5,  -9,  -2, -7, -3, -6, -8, -4, -6, -2,  -9,  -1,  -5,  -3,
             -7,  -8,  -4, -2, -6, -9, -3, -5, -1, -8,  -2,  -7,  -4,  -6,
             -9,  -3,  -5, -1, -8, -2, -7, -4, -6, -11, -3,  -5,  -12, -8},
         ", all below 0");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 4, 2, 2, 2, 2, 0, 1},
         (const float[]){-3e38f, -2e38f, -3.2e38f, -3.1e38f, //
                         -2.5e38f, -3.3e38f, -1e38f, -2.9e38f},
         ", far below 0");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 3, 2, 2, 1, 1, 0, 0},
         (const float[]){0.25f, 0.5f, -0.5f, -0.75f, 0.125f, -0.25f},
         ", fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 4 + 7 * n / cases;
        struct sizes t = {.c = suite_int(s, 1, 3)};

        t.h = suite_int(s, 3, side);
        t.w = suite_int(s, 3, side + 2);
        t.kh = suite_int(s, 1, 3);
        t.kw = suite_int(s, 1, 3);
        t.sh = suite_int(s, 1, 3);
        t.sw = suite_int(s, 1, 3);
        t.ph = suite_int(s, 0, t.kh / 2);
        t.pw = suite_int(s, 0, t.kw / 2);
        add(s, stage, t, "");
    }
}

static const char *each_by_itself(const struct call *const *c, double *const *y)
{
    int plane = c[0]->arg[Y].count / 2;

    for (int n = 0; n < plane; n++)
        if (y[0][n] != y[1][plane + n] || y[0][plane + n] != y[1][n])
            return "when two channels are exchanged, their answers are "
                   "exchanged";
    return NULL;
}

static const char *moves_along(const struct call *const *c, double *const *y)
{
    int oh = c[0]->arg[Y].dim[1], ow = c[0]->arg[Y].dim[2];

    for (int i = 1; i < oh; i++)
        for (int j = 1; j < ow; j++)
            if (y[1][i * ow + j] != y[0][(i - 1) * ow + (j - 1)])
                return "when the image moves by one stride, the answer must "
                       "move by one place";
    return NULL;
}

static void laws(struct suite *s)
{
    struct sizes t = {2, 4, 5, 3, 2, 1, 2, 1, 1};
    struct call *c = add(s, STAGE_PROPERTIES, t, ""), *d;

    suite_fill(s, c, STAGE_INTEGERS);
    d = add(s, STAGE_PROPERTIES, t, ", channels exchanged");
    for (int n = 0; n < 40; n++)
        d->arg[X].data[n] = c->arg[X].data[(n + 20) % 40];
    case_law(s, 2, each_by_itself);

    t = (struct sizes){1, 8, 9, 2, 3, 2, 3, 0, 0};
    c = add(s, STAGE_PROPERTIES, t, "");
    suite_fill(s, c, STAGE_INTEGERS);
    d = add(s, STAGE_PROPERTIES, t, ", moved");
    for (int n = 0; n < 72; n++)
        d->arg[X].data[n] =
            n / 9 >= 2 && n % 9 >= 3 ? c->arg[X].data[n - 2 * 9 - 3] : 0;
    case_law(s, 2, moves_along);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    laws(s);
}

/* The chart, each window of 5x7 as one pixel: what is bright grows. No two
 * sizes are alike, so that exchanged ones show. */
static struct call *picture(void)
{
    struct call *c = call_new(params), *chart = chart_image();
    struct sizes t = {1, 0, 0, 5, 7, 3, 4, 1, 3};

    t.h = chart->arg[0].dim[0];
    t.w = chart->arg[0].dim[1];
    shape(c, &t);
    for (int n = 0; n < t.h * t.w; n++)
        c->arg[X].data[n] = chart->arg[0].data[n];
    call_free(chart);
    return c;
}

const struct exercise exercise_max_pool_2d = {
    .kind = EXERCISE_WRITE,
    .title = "pool an image, with padding",
    .anchor = "padding-that-never-wins",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_max_pool_2d,
    .reference = reference,
    .misconceptions = wrong_max_pool_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"M01", "P01", "D01"},
    .picture = picture,
};
