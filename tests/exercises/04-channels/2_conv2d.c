/* What conv2d is checked against: the lesson's example, batches in which
 * images, channels, maps, rows and columns cannot be taken for each other,
 * and a law. */
#include "2_conv2d.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},   {"n", ARG_INT},     {"c_in", ARG_INT},  {"h", ARG_INT},
    {"w", ARG_INT},  {"weight", ARG_IN}, {"c_out", ARG_INT}, {"kh", ARG_INT},
    {"kw", ARG_INT}, {"bias", ARG_IN},   {"y", ARG_OUT},     {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* One output, y[b, o, i, j], which is number n of them. */
static void one(struct answer *a, int n, int b, int o, int i, int j)
{
    const struct call *call = a->call;
    int c_in = call_number(call, C_IN);
    int h = call_number(call, H), w = call_number(call, W);
    int kh = call_number(call, KH), kw = call_number(call, KW);

    for (int c = 0; c < c_in; c++)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++)
                answer_tap(a, Y, n, X, ((b * c_in + c) * h + i + u) * w + j + v,
                           WEIGHT, ((o * c_in + c) * kh + u) * kw + v);
    answer_add(a, Y, n, BIAS, o);
}

void right_conv2d(const struct call *c, struct answer *a)
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
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv2d(c->arg[X].data, call_number(c, N), call_number(c, C_IN),
                   call_number(c, H), call_number(c, W), c->arg[WEIGHT].data,
                   call_number(c, C_OUT), call_number(c, KH),
                   call_number(c, KW), c->arg[BIAS].data, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

/* Sizes in the order n, c_in, h, w, c_out, kh, kw. */
static void shape(struct call *c, const int size[7])
{
    static const int arg[] = {N, C_IN, H, W, C_OUT, KH, KW};

    for (int n = 0; n < 7; n++)
        call_int(c, arg[n], size[n]);
    call_shape(c, X, 4, size);
    call_shape(c, WEIGHT, 4, (const int[]){size[4], size[1], size[5], size[6]});
    call_vector(c, BIAS, size[4]);
    call_shape(c, Y, 4,
               (const int[]){size[0], size[4], size[2] - size[5] + 1,
                             size[3] - size[6] + 1});
}

static struct call *add(struct suite *s, enum stage stage, const int size[7],
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "%d of %dx%dx%d, %d map%s, kernel %dx%d%s", size[0],
                 size[1], size[2], size[3], size[4], size[4] == 1 ? "" : "s",
                 size[5], size[6], note);

    shape(c, size);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, const int size[7],
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
    give(s, STAGE_LESSON, (const int[]){1, 2, 2, 3, 2, 2, 2},
         (const float[]){1, 2, 0, 3, 1, 4, 2, 0, 1, 1, 5, 2},
         (const float[]){1, 2, 0, 1, 3, 1, 1, 0, 0, 1, 1, 0, 2, 0, 0, -1},
         (const float[]){10, 20}, "");
}

/* Every size is 1, even, odd and beyond 8 somewhere, all different from each
 * other where it can be; lengths of every remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][7] = {
        {2, 3, 1, 2, 2, 1, 1},  {1, 1, 1, 1, 1, 1, 1},  {1, 1, 3, 4, 2, 2, 2},
        {2, 1, 1, 2, 1, 1, 1},  {1, 3, 1, 1, 2, 1, 1},  {3, 1, 2, 4, 2, 1, 3},
        {2, 3, 1, 5, 4, 1, 2},  {3, 2, 5, 1, 4, 3, 1},  {2, 3, 4, 5, 1, 4, 5},
        {2, 4, 3, 6, 5, 1, 1},  {3, 2, 4, 7, 5, 2, 3},  {2, 3, 7, 4, 5, 3, 2},
        {1, 9, 2, 3, 2, 2, 1},  {9, 2, 3, 2, 1, 2, 2},  {1, 2, 3, 4, 9, 2, 3},
        {2, 2, 9, 8, 3, 5, 3},  {1, 2, 1, 17, 3, 1, 9}, {1, 2, 11, 3, 2, 2, 1},
        {1, 2, 12, 5, 3, 9, 1}, {10, 1, 3, 2, 3, 1, 2}, {2, 3, 3, 4, 11, 2, 2},
        {1, 12, 3, 4, 2, 3, 2},
    };

    give(s, STAGE_EDGES, (const int[]){2, 2, 1, 3, 2, 1, 2},
         (const float[]){1, 2, 3, 5, 1, 4, 2, 7, 1, 3, 0, 6},
         (const float[]){2, 1, 1, 3, 1, 0, 4, 1}, (const float[]){5, -3}, "");
    give(s, STAGE_EDGES, (const int[]){1, 2, 2, 3, 2, 2, 2},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f, 1, 2.5f,
                         -0.5f, 4},
         (const float[]){1.5f, 0.5f, -1, 2.5f, 0.5f, 2, -1.5f, 1, -2, 0.5f, 3,
                         1.5f, -0.5f, 1, 2, 2.5f},
         (const float[]){0.75f, -1.25f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 3 * n / cases;
        int h = suite_int(s, 2, side), w = suite_int(s, 2, side + 2);
        int kh = suite_int(s, 1, h < 3 ? h : 3);
        int kw = suite_int(s, 1, w < 4 ? w : 4);

        add(s, stage,
            (const int[]){suite_int(s, 1, 4), suite_int(s, 1, 4), h, w,
                          suite_int(s, 1, 5), kh, kw},
            "");
    }
}

/* The images of the second batch are those of the first, exchanged. */
static const char *keeps_apart(const struct call *const *c, double *const *y)
{
    int half = c[0]->arg[Y].count / 2;

    for (int n = 0; n < half; n++)
        if (y[1][n] != y[0][half + n] || y[1][half + n] != y[0][n])
            return "when the two images of a batch change places, their maps "
                   "must change places and nothing else";
    return NULL;
}

static void exchange(struct suite *s)
{
    static const int size[] = {2, 2, 3, 4, 3, 2, 1};
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, size, n == 0 ? "" : ", exchanged");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, WEIGHT, c[0]->arg[WEIGHT].data);
        case_values(s, BIAS, c[0]->arg[BIAS].data);
    }
    int half = c[0]->arg[X].count / 2;
    for (int n = 0; n < 2 * half; n++)
        c[1]->arg[X].data[n] = c[0]->arg[X].data[(n + half) % (2 * half)];
    case_law(s, 2, keeps_apart);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    exchange(s);
}

/* The colour picture under three kernels: its grey, red less green, and a
 * quarter of the upright edges of red less green, so that all three maps are
 * seen on one scale of greys. */
static struct call *picture(void)
{
    static const float weight[] = {
        0,      0, 0,      0,     0.25f, 0,     0,      0, 0,      //
        0,      0, 0,      0,     0.5f,  0,     0,      0, 0,      //
        0,      0, 0,      0,     0.25f, 0,     0,      0, 0,      //
        0,      0, 0,      0,     1,     0,     0,      0, 0,      //
        0,      0, 0,      0,     -1,    0,     0,      0, 0,      //
        0,      0, 0,      0,     0,     0,     0,      0, 0,      //
        -0.25f, 0, 0.25f,  -0.5f, 0,     0.5f,  -0.25f, 0, 0.25f,  //
        0.25f,  0, -0.25f, 0.5f,  0,     -0.5f, 0.25f,  0, -0.25f, //
        0,      0, 0,      0,     0,     0,     0,      0, 0,
    };
    struct call *c = call_new(params), *read = call_new(params);

    chart_colour(read, X, 4);
    const struct arg *x = &read->arg[X];
    shape(c, (const int[]){1, x->dim[1], x->dim[2], x->dim[3], 3, 3, 3});
    memcpy(c->arg[X].data, x->data, sizeof(float) * (size_t)x->count);
    memcpy(c->arg[WEIGHT].data, weight, sizeof weight);
    call_free(read);
    return c;
}

const struct exercise exercise_conv2d = {
    .kind = EXERCISE_WRITE,
    .title = "a batch in, a map per kernel out",
    .anchor = "a-batch-in-many-maps-out",
    .params = params,
    .cases = cases,
    .right = right_conv2d,
    .reference = reference,
    .misconceptions = wrong_conv2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"N03", "N07", "N10"},
    .picture = picture,
};
