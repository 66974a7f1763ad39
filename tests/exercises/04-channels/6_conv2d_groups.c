/* What conv2d_groups is checked against: the lesson's example, groups of
 * every kind, and a law. */
#include "6_conv2d_groups.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"n", ARG_INT},     {"c_in", ARG_INT},   {"h", ARG_INT},
    {"w", ARG_INT},  {"weight", ARG_IN}, {"c_out", ARG_INT},  {"kh", ARG_INT},
    {"kw", ARG_INT}, {"bias", ARG_IN},   {"groups", ARG_INT}, {"y", ARG_OUT},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* One output, y[b, o, i, j], which is number n of them. */
static void one(struct answer *a, int n, int b, int o, int i, int j)
{
    const struct call *call = a->call;
    int c_in = call_number(call, C_IN);
    int h = call_number(call, H), w = call_number(call, W);
    int kh = call_number(call, KH), kw = call_number(call, KW);
    int groups = call_number(call, GROUPS), cg = c_in / groups;
    int first = o / (call_number(call, C_OUT) / groups) * cg;

    for (int c = 0; c < cg; c++)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++) {
                int plane = b * c_in + first + c;

                answer_tap(a, Y, n, X, (plane * h + i + u) * w + j + v, WEIGHT,
                           ((o * cg + c) * kh + u) * kw + v);
            }
    answer_add(a, Y, n, BIAS, o);
}

void right_conv2d_groups(const struct call *c, struct answer *a)
{
    const int *dim = c->arg[Y].dim;
    int n = 0;

    for (int b = 0; b < dim[0]; b++)
        for (int o = 0; o < dim[1]; o++)
            for (int i = 0; i < dim[2]; i++)
                for (int j = 0; j < dim[3]; j++)
                    one(a, n++, b, o, i, j);
}

static void reference(const struct call *c, struct answer *a)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    p.groups = call_number(c, GROUPS);
    if (ref_conv2d(c->arg[X].data, call_number(c, N), call_number(c, C_IN),
                   call_number(c, H), call_number(c, W), c->arg[WEIGHT].data,
                   call_number(c, C_OUT), call_number(c, KH),
                   call_number(c, KW), c->arg[BIAS].data, &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

/* Sizes in the order n, c_in, h, w, c_out, kh, kw, groups. */
static void shape(struct call *c, const int size[8])
{
    static const int arg[] = {N, C_IN, H, W, C_OUT, KH, KW, GROUPS};

    for (int n = 0; n < 8; n++)
        call_int(c, arg[n], size[n]);
    call_shape(c, X, 4, size);
    call_shape(c, WEIGHT, 4,
               (const int[]){size[4], size[1] / size[7], size[5], size[6]});
    call_vector(c, BIAS, size[4]);
    call_shape(c, Y, 4,
               (const int[]){size[0], size[4], size[2] - size[5] + 1,
                             size[3] - size[6] + 1});
}

static struct call *add(struct suite *s, enum stage stage, const int size[8],
                        const char *note)
{
    struct call *c = case_add(
        s, stage, "%d of %dx%dx%d, %d map%s, kernel %dx%d, %d group%s%s",
        size[0], size[1], size[2], size[3], size[4], size[4] == 1 ? "" : "s",
        size[5], size[6], size[7], size[7] == 1 ? "" : "s", note);

    shape(c, size);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, const int size[8],
                 const float *x, const float *weight, const float *bias,
                 const char *note)
{
    add(s, stage, size, note);
    case_values(s, X, x);
    case_values(s, WEIGHT, weight);
    case_values(s, BIAS, bias);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (const int[]){1, 4, 1, 2, 2, 1, 1, 2},
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8},
         (const float[]){1, 10, 100, 1000}, (const float[]){0, 0}, "");
}

/* One group, as many as channels, and between; more maps than channels and
 * fewer, never as many maps in a group as there are groups alone. */
static void edges(struct suite *s)
{
    static const int size[][8] = {
        {1, 6, 1, 2, 4, 1, 1, 2},  {1, 1, 1, 1, 1, 1, 1, 1},
        {1, 2, 2, 3, 2, 1, 2, 2},  {2, 3, 3, 4, 2, 2, 3, 1},
        {1, 3, 2, 4, 3, 2, 1, 3},  {1, 2, 3, 2, 6, 2, 2, 2},
        {1, 6, 2, 3, 2, 1, 2, 2},  {1, 6, 2, 2, 9, 2, 1, 3},
        {2, 6, 3, 4, 9, 2, 3, 3},  {2, 4, 5, 3, 6, 3, 2, 2},
        {2, 8, 2, 3, 4, 1, 1, 4},  {3, 4, 2, 5, 8, 1, 3, 4},
        {1, 10, 3, 2, 4, 2, 2, 2}, {1, 4, 9, 3, 2, 4, 1, 2},
        {1, 2, 11, 3, 2, 2, 1, 2}, {1, 2, 3, 12, 2, 2, 2, 2},
        {1, 2, 3, 10, 4, 2, 9, 2}, {9, 2, 1, 3, 2, 1, 2, 2},
        {1, 9, 2, 3, 9, 2, 2, 9},  {1, 12, 2, 2, 15, 1, 2, 3},
        {2, 2, 12, 4, 4, 9, 2, 2}, {1, 20, 2, 2, 2, 2, 1, 2},
        {3, 6, 3, 4, 12, 1, 1, 6},
    };

    give(s, STAGE_EDGES, (const int[]){1, 4, 1, 2, 2, 1, 1, 2},
         (const float[]){1, 2, 3, 5, 4, 7, 6, 9}, (const float[]){1, 2, 2, -1},
         (const float[]){1, 2}, "");
    give(s, STAGE_EDGES, (const int[]){1, 2, 1, 3, 2, 1, 2, 2},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f},
         (const float[]){1.5f, 0.5f, -1, 2.5f}, (const float[]){0.75f, -1.25f},
         " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int groups = suite_int(s, 1, 4);
        int h = suite_int(s, 1, 4), w = suite_int(s, 1, 5);

        add(s, stage,
            (const int[]){suite_int(s, 1, 3), groups * suite_int(s, 1, 3), h, w,
                          groups * suite_int(s, 1, 3),
                          suite_int(s, 1, h < 3 ? h : 3),
                          suite_int(s, 1, w < 3 ? w : 3), groups},
            "");
    }
}

/* The second image differs from the first in the channels of group 1 only. */
static const char *does_not_see(const struct call *const *c, double *const *y)
{
    int half = c[0]->arg[Y].count / 2;

    for (int n = 0; n < half; n++)
        if (y[1][n] != y[0][n])
            return "when the channels of the second group change, the maps of "
                   "the first group must stay as they are";
    return NULL;
}

static void apart(struct suite *s)
{
    static const int size[] = {1, 4, 3, 4, 6, 2, 1, 2};
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] =
            add(s, STAGE_PROPERTIES, size, n == 0 ? "" : ", group 1 changed");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, WEIGHT, c[0]->arg[WEIGHT].data);
        case_values(s, BIAS, c[0]->arg[BIAS].data);
    }
    for (int n = 0; n < c[0]->arg[X].count / 2; n++)
        c[1]->arg[X].data[n] = c[0]->arg[X].data[n];
    case_law(s, 2, does_not_see);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    apart(s);
}

/* The colour picture, each channel a group of its own: its upright edges. */
static struct call *picture(void)
{
    static const float sobel[] = {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    struct call *c = call_new(params), *read = call_new(params);

    chart_colour(read, X, 4);
    const struct arg *x = &read->arg[X];
    shape(c, (const int[]){1, x->dim[1], x->dim[2], x->dim[3], 3, 3, 3, 3});
    memcpy(c->arg[X].data, x->data, sizeof(float) * (size_t)x->count);
    for (int o = 0; o < 3; o++)
        memcpy(c->arg[WEIGHT].data + 9 * o, sobel, sizeof sobel);
    call_free(read);
    return c;
}

const struct exercise exercise_conv2d_groups = {
    .kind = EXERCISE_WRITE,
    .title = "channels in parts, kept apart",
    .anchor = "groups",
    .params = params,
    .cases = cases,
    .right = right_conv2d_groups,
    .reference = reference,
    .misconceptions = wrong_conv2d_groups,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"G01", "G02", "G03"},
    .picture = picture,
};
