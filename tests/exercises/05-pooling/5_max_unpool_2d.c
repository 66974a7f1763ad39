/* What max_unpool_2d is checked against: the lesson's square, places that
 * stand more than once, several channels, and a law. */
#include "5_max_unpool_2d.h"

#include "reference/max_pool.h"
#include "tests/grader/fault.h"

#include <stdint.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"index", ARG_IN_INT}, {"c", ARG_INT},
    {"h", ARG_INT},  {"w", ARG_INT},        {"oh", ARG_INT},
    {"ow", ARG_INT}, {"y", ARG_OUT},        {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_max_unpool_2d(const struct call *c, struct answer *a)
{
    int in = call_number(c, H) * call_number(c, W);
    int out = call_number(c, OH) * call_number(c, OW);

    for (int n = 0; n < c->arg[Y].count; n++)
        answer_put(a, Y, n, 0, 0);
    for (int n = 0; n < c->arg[X].count; n++) {
        int k = (int)call_at(c, INDEX, n);

        answer_put(a, Y, n / in * out + k, call_at(c, X, n), 0);
    }
}

static void reference(const struct call *c, struct answer *a)
{
    int in = c->arg[X].count, out = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)out));
    int64_t *index = need(malloc(sizeof *index * (size_t)in));

    for (int n = 0; n < in; n++)
        index[n] = (int64_t)call_at(c, INDEX, n);
    if (ref_max_unpool2d(c->arg[X].data, index, 1, call_number(c, C),
                         call_number(c, H), call_number(c, W),
                         call_number(c, OH), call_number(c, OW), y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < out; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
    free(index);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int in = call_number(c, H) * call_number(c, W), w = call_number(c, W);
    int out = call_number(c, OH) * call_number(c, OW);
    int ow = call_number(c, OW), o = cell / out, k = cell % out;

    (void)seen;
    for (int n = 0; n < in; n++)
        if ((int)call_at(c, INDEX, o * in + n) == k) {
            fprintf(f,
                    "     place %d of channel %d is row %d, column %d: "
                    "index[%d][%d][%d] names it\n",
                    k, o, k / ow, k % ow, o, n / w, n % w);
            return;
        }
    fprintf(f,
            "     place %d of channel %d is row %d, column %d: no index names "
            "it\n",
            k, o, k / ow, k % ow);
}

/* ---- the cases ----------------------------------------------------------- */

struct sizes {
    int c, h, w, oh, ow;
};

static struct call *add(struct suite *s, enum stage stage, struct sizes t,
                        const char *note)
{
    struct call *c = case_add(s, stage, "%dx%dx%d to %dx%dx%d%s", t.c, t.h, t.w,
                              t.c, t.oh, t.ow, note);

    call_shape(c, X, 3, (const int[]){t.c, t.h, t.w});
    call_shape(c, INDEX, 3, (const int[]){t.c, t.h, t.w});
    call_int(c, C, t.c);
    call_int(c, H, t.h);
    call_int(c, W, t.w);
    call_int(c, OH, t.oh);
    call_int(c, OW, t.ow);
    call_shape(c, Y, 3, (const int[]){t.c, t.oh, t.ow});
    return c;
}

static void give(struct suite *s, enum stage stage, struct sizes t,
                 const float *x, const float *index, const char *note)
{
    add(s, stage, t, note);
    case_values(s, X, x);
    case_values(s, INDEX, index);
}

/* Places at random, some of them twice, and at each place one number. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    int in = call_number(c, H) * call_number(c, W);
    int out = call_number(c, OH) * call_number(c, OW);

    suite_fill(s, c, stage);
    for (int n = 0; n < c->arg[X].count; n++) {
        int first = n / in * in;

        c->arg[INDEX].data[n] = (float)suite_int(s, 0, out - 1);
        for (int m = first; m < n; m++)
            if (c->arg[INDEX].data[m] == c->arg[INDEX].data[n])
                c->arg[X].data[n] = c->arg[X].data[m];
    }
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (struct sizes){1, 2, 2, 4, 4},
         (const float[]){6, 8, 3, 4}, (const float[]){5, 7, 8, 15}, "");
}

static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {1, 1, 1, 1, 1},    {1, 1, 1, 3, 2},  {3, 1, 1, 2, 2},  {1, 1, 4, 1, 9},
        {1, 4, 1, 9, 1},    {2, 3, 4, 3, 4},  {2, 3, 4, 2, 3},  {2, 2, 3, 7, 5},
        {3, 4, 2, 9, 4},    {1, 5, 6, 12, 9}, {4, 2, 2, 5, 17}, {9, 1, 2, 3, 3},
        {1, 10, 9, 12, 17},
    };

    give(s, STAGE_EDGES, (struct sizes){1, 1, 3, 2, 4},
         (const float[]){5, 5, -3}, (const float[]){1, 1, 6}, "");
    give(s, STAGE_EDGES, (struct sizes){2, 1, 2, 2, 3},
         (const float[]){7, -2, 4, 9}, (const float[]){4, 2, 0, 5}, "");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 2, 3, 3},
         (const float[]){0.5f, -1.25f, 0, 2.5f}, (const float[]){4, 2, 6, 8},
         ", fractions");
    give(s, STAGE_EDGES, (struct sizes){1, 2, 2, 3, 3},
         (const float[]){9, 9, 9, 9}, (const float[]){4, 4, 4, 4},
         ", one place only");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 5 * n / cases;
        struct sizes t = {.c = suite_int(s, 1, 3)};

        t.h = suite_int(s, 1, side);
        t.w = suite_int(s, 1, side);
        t.oh = suite_int(s, t.h, 2 * side);
        t.ow = suite_int(s, t.w, 2 * side + 1);
        add(s, stage, t, "");
    }
}

static const char *finds_again(const struct call *const *c, double *const *y)
{
    int in = call_number(c[0], H) * call_number(c[0], W);
    int out = call_number(c[0], OH) * call_number(c[0], OW);

    for (int n = 0; n < c[0]->arg[X].count; n++)
        if (y[0][n / in * out + (int)call_at(c[0], INDEX, n)] !=
            call_at(c[0], X, n))
            return "y must hold each number of x at its index";
    return NULL;
}

static void laws(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, (struct sizes){2, 3, 2, 5, 4}, "");

    fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, finds_again);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 6);
    laws(s);
}

const struct exercise exercise_max_unpool_2d = {
    .kind = EXERCISE_WRITE,
    .title = "put each maximum back",
    .anchor = "back-to-its-place",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_max_unpool_2d,
    .reference = reference,
    .misconceptions = wrong_max_unpool_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"UP2", "UP4", "UP7"},
};
