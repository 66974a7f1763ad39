/* What max_pool_1d is checked against: the lecture's row, lengths with and
 * without a remainder, negative numbers, and laws. */
#include "1_max_pool_1d.h"

#include "reference/max_pool.h"
#include "tests/grader/fault.h"
#include "tests/grader/pools.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},  {"w", ARG_INT},  {"kw", ARG_INT},
    {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_max_pool_1d(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int i = 0; i < w / kw; i++) {
        double largest = -INFINITY;

        for (int v = 0; v < kw; v++)
            largest = fmax(largest, call_at(c, X, i * kw + v));
        answer_put(a, Y, i, largest, 0);
    }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_max_pool1d(c->arg[X].data, 1, 1, call_number(c, W),
                       call_number(c, KW), NULL, y, NULL) != REF_OK)
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

static void shape(struct call *c, int w, int kw)
{
    call_vector(c, X, w);
    call_int(c, W, w);
    call_int(c, KW, kw);
    call_vector(c, Y, w / kw);
}

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "row of %d, windows of %d%s", w, kw, note);

    shape(c, w, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int w, const float *x,
                 int kw, const char *note)
{
    add(s, stage, w, kw, note);
    case_values(s, X, x);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

/* Lengths that are a multiple of the window and such that are not; windows
 * of 1 and as long as the row; numbers below every sentinel but the least. */
static void edges(struct suite *s)
{
    static const int size[][2] = {
        {1, 1},  {5, 1},  {4, 4},  {5, 4},  {7, 4},   {8, 3},  {9, 3},
        {10, 3}, {16, 2}, {17, 2}, {17, 9}, {19, 10}, {40, 8}, {33, 5},
    };

    give(s, STAGE_EDGES, 7, (const float[]){3, -1, -5, -2, 4, 6, 9}, 2, "");
    give(s, STAGE_EDGES, 6, (const float[]){-3, -1, -2, -7, -9, -8}, 3,
         ", all negative");
    give(s, STAGE_EDGES, 5, (const float[]){0.5f, 0.25f, -0.5f, -0.75f, 1.5f},
         2, ", fractions");
    give(s, STAGE_EDGES, 4, (const float[]){-3e38f, -2e38f, -3.2e38f, -3.1e38f},
         2, ", far below 0");
    give(s, STAGE_EDGES, 4, (const float[]){-1e-40f, -2e-40f, 3e38f, 2e38f}, 2,
         ", tiny and huge");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int w = suite_int(s, 4, 6 + 20 * n / cases);

        add(s, stage, w, suite_int(s, 2, w < 8 ? 2 : 5), "");
    }
}

static const char *one_by_one(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != call_at(c[0], X, n))
            return "windows of one number must give the row as it is";
    return NULL;
}

/* The second row is the first plus 3. */
static const char *rises_along(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[1][n] != y[0][n] + 3)
            return "when 3 is added to every number, 3 is added to every "
                   "maximum";
    return NULL;
}

static void laws(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 6, 1, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, one_by_one);
    c = add(s, STAGE_PROPERTIES, 11, 3, "");
    suite_fill(s, c, STAGE_INTEGERS);
    struct call *d = add(s, STAGE_PROPERTIES, 11, 3, ", 3 more everywhere");
    for (int n = 0; n < 11; n++)
        d->arg[X].data[n] = c->arg[X].data[n] + 3;
    case_law(s, 2, rises_along);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 10, (const float[]){1, 4, -1, 0, 2, -2, 1, 3, 3, 1},
         2, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    laws(s);
}

/* A noisy wave and the largest of every four samples. */
static struct call *picture(void)
{
    enum { LENGTH = 80, WINDOW = 4 };
    struct call *c = call_new(params);

    shape(c, LENGTH, WINDOW);
    for (int n = 0; n < LENGTH; n++)
        c->arg[X].data[n] = (float)(2 * sin(n / 9.0) + 0.7 * sin(1.7 * n * n));
    return c;
}

const struct exercise exercise_max_pool_1d = {
    .kind = EXERCISE_WRITE,
    .title = "keep the largest of each window",
    .anchor = "the-largest-of-each-window",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_max_pool_1d,
    .reference = reference,
    .misconceptions = wrong_max_pool_1d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"M02", "M05", "M07"},
    .picture = picture,
};
