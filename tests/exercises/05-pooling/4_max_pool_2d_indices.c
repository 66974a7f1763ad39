/* What max_pool_2d_indices is checked against: images with equal numbers in a
 * window, with a border, with several channels, and laws. */
#include "4_max_pool_2d_indices.h"

#include "reference/max_pool.h"
#include "tests/grader/fault.h"
#include "tests/grader/pools.h"

#include <stdint.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"c", ARG_INT},  {"h", ARG_INT},  {"w", ARG_INT},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"sh", ARG_INT}, {"sw", ARG_INT},
    {"ph", ARG_INT}, {"pw", ARG_INT}, {"y", ARG_OUT},  {"index", ARG_OUT_INT},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Where the largest of the window at row r, column q of channel o stands. */
static int place_of_largest(const struct call *c, int o, int r, int q)
{
    int h = call_number(c, H), w = call_number(c, W), best = -1;

    for (int u = r; u < r + call_number(c, KH); u++)
        for (int v = q; v < q + call_number(c, KW); v++) {
            if (u < 0 || u >= h || v < 0 || v >= w)
                continue;
            if (best < 0 || call_at(c, X, o * h * w + u * w + v) >
                                call_at(c, X, o * h * w + best))
                best = u * w + v;
        }
    return best;
}

void right_max_pool_2d_indices(const struct call *c, struct answer *a)
{
    const int *dim = c->arg[Y].dim;
    int image = call_number(c, H) * call_number(c, W);

    for (int n = 0; n < c->arg[Y].count; n++) {
        int o = n / (dim[1] * dim[2]);
        int r = n / dim[2] % dim[1] * call_number(c, SH) - call_number(c, PH);
        int q = n % dim[2] * call_number(c, SW) - call_number(c, PW);
        int place = place_of_largest(c, o, r, q);

        answer_put(a, Y, n, call_at(c, X, o * image + place), 0);
        answer_put(a, INDEX, n, place, 0);
    }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));
    int64_t *index = need(malloc(sizeof *index * (size_t)count));
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;

    p.sh = call_number(c, SH);
    p.sw = call_number(c, SW);
    p.pt = p.pb = call_number(c, PH);
    p.pl = p.pr = call_number(c, PW);
    if (ref_max_pool2d(c->arg[X].data, 1, call_number(c, C), call_number(c, H),
                       call_number(c, W), call_number(c, KH),
                       call_number(c, KW), &p, y, index) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++) {
        answer_put(a, Y, n, (double)y[n], 0);
        answer_put(a, INDEX, n, (double)index[n], 0);
    }
    free(y);
    free(index);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    static const struct pool_arrays arrays = {X, Y, INDEX};

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
    call_shape(c, INDEX, 3, (const int[]){t->c, oh, ow});
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

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (struct sizes){1, 4, 4, 2, 2, 2, 2, 0, 0},
         (const float[]){1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4}, "");
    give(s, STAGE_LESSON, (struct sizes){1, 2, 6, 1, 3, 1, 3, 0, 0},
         (const float[]){1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0}, "");
}

/* Few different numbers, so that windows have equal ones. */
static void few_numbers(struct suite *s, struct call *c)
{
    for (int n = 0; n < c->arg[X].count; n++)
        c->arg[X].data[n] = (float)suite_int(s, -2, 0);
}

static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {1, 1, 1, 1, 1, 1, 1, 0, 0},    {3, 1, 1, 1, 1, 2, 3, 0, 0},
        {1, 1, 7, 1, 3, 1, 2, 0, 1},    {1, 7, 1, 3, 1, 2, 1, 1, 0},
        {2, 3, 4, 3, 4, 1, 1, 0, 0},    {2, 3, 4, 3, 4, 2, 3, 1, 2},
        {3, 7, 5, 3, 2, 2, 3, 0, 0},    {2, 5, 6, 2, 2, 3, 3, 1, 1},
        {1, 6, 4, 4, 2, 1, 3, 2, 1},    {1, 2, 3, 4, 5, 1, 1, 2, 2},
        {4, 5, 3, 1, 1, 2, 2, 0, 0},    {1, 12, 10, 3, 3, 2, 2, 1, 1},
        {1, 3, 17, 2, 9, 1, 2, 0, 3},   {1, 17, 3, 10, 2, 3, 1, 4, 1},
        {9, 2, 2, 2, 2, 2, 2, 0, 0},    {1, 20, 3, 19, 2, 10, 1, 9, 0},
        {1, 3, 20, 2, 19, 1, 10, 0, 9}, {2, 3, 2, 2, 5, 1, 1, 0, 2},
    };

    give(s, STAGE_EDGES, (struct sizes){1, 3, 4, 2, 2, 1, 2, 0, 0},
         (const float[]){3, 5, 1, 2, //
                         7, 0, 4, 4, //
                         6, 7, 4, 1},
         "");
    give(s, STAGE_EDGES, (struct sizes){1, 3, 3, 3, 3, 3, 3, 1, 1},
         (const float[]){-4, -2, -5, -6, -1, -3, -2, -3, -5}, ", all below 0");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 2, 2, 2, 1, 1, 0, 0},
         (const float[]){-3e38f, -2e38f, -3.2e38f, -3.1e38f}, ", far below 0");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 3, 2, 2, 1, 1, 0, 0},
         (const float[]){0.25f, 0.5f, 0.5f, 0.75f, 0.125f, 0.25f},
         ", fractions");
    give(s, STAGE_EDGES, (struct sizes){2, 2, 4, 2, 2, 2, 2, 0, 0},
         (const float[]){5, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0},
         ", all equal");
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

static void fill(struct suite *s, struct call *c, enum stage stage)
{
    suite_fill(s, c, stage);
    if (stage != STAGE_REALS && suite_int(s, 0, 1) == 0)
        few_numbers(s, c);
}

static const char *stands_there(const struct call *const *c, double *const *y)
{
    int count = c[0]->arg[Y].count;
    int plane = count / call_number(c[0], C);
    int image = call_number(c[0], H) * call_number(c[0], W);

    for (int n = 0; n < count; n++) {
        double k = y[0][count + n];

        if (k < 0 || k >= image ||
            call_at(c[0], X, n / plane * image + (int)k) != y[0][n])
            return "the number of each y must stand at its index in the "
                   "channel of x";
    }
    return NULL;
}

static void laws(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, (struct sizes){3, 5, 4, 3, 2, 2, 1, 1, 1}, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, stands_there);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    laws(s);
}

const struct exercise exercise_max_pool_2d_indices = {
    .kind = EXERCISE_WRITE,
    .title = "remember where the largest stood",
    .anchor = "where-it-stood",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_max_pool_2d_indices,
    .reference = reference,
    .misconceptions = wrong_max_pool_2d_indices,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"IX2", "IX1", "IX6"},
};
