/* What conv2d_one is checked against: the lesson's example, images whose
 * channels, rows and columns cannot be taken for each other, and a law. */
#include "1_conv2d_one.h"

#include "reference/conv.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},      {"c_in", ARG_INT}, {"h", ARG_INT},  {"w", ARG_INT},
    {"weight", ARG_IN}, {"kh", ARG_INT},   {"kw", ARG_INT}, {"bias", ARG_FLOAT},
    {"y", ARG_OUT},     {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_conv2d_one(const struct call *call, struct answer *a)
{
    int c_in = call_number(call, C_IN);
    int h = call_number(call, H), w = call_number(call, W);
    int kh = call_number(call, KH), kw = call_number(call, KW);
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            for (int c = 0; c < c_in; c++)
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        answer_tap(a, Y, i * ow + j, X,
                                   (c * h + i + u) * w + j + v, WEIGHT,
                                   (c * kh + u) * kw + v);
            answer_add(a, Y, i * ow + j, BIAS, 0);
        }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv2d(c->arg[X].data, 1, call_number(c, C_IN), call_number(c, H),
                   call_number(c, W), c->arg[WEIGHT].data, 1,
                   call_number(c, KH), call_number(c, KW), &c->arg[BIAS].real,
                   NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int c_in, int h, int w, int kh, int kw)
{
    call_shape(c, X, 3, (const int[]){c_in, h, w});
    call_int(c, C_IN, c_in);
    call_int(c, H, h);
    call_int(c, W, w);
    call_shape(c, WEIGHT, 3, (const int[]){c_in, kh, kw});
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, Y, h - kh + 1, w - kw + 1);
}

static struct call *add(struct suite *s, enum stage stage, int c_in, int h,
                        int w, int kh, int kw, const char *note)
{
    struct call *c = case_add(s, stage, "%d channel%s of %dx%d, kernel %dx%d%s",
                              c_in, c_in == 1 ? "" : "s", h, w, kh, kw, note);

    shape(c, c_in, h, w, kh, kw);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, const int size[5],
                 const float *x, const float *weight, float bias,
                 const char *note)
{
    struct call *c =
        add(s, stage, size[0], size[1], size[2], size[3], size[4], note);

    case_values(s, X, x);
    case_values(s, WEIGHT, weight);
    call_float(c, BIAS, bias);
}

/* Numbers for a call, the bias among them. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    suite_fill(s, c, stage);
    call_float(c, BIAS,
               stage == STAGE_REALS ? suite_real(s)
                                    : (float)suite_nonzero(s, -9, 9));
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (const int[]){2, 2, 3, 2, 2},
         (const float[]){1, 2, 0, 3, 1, 4, 2, 0, 1, 1, 5, 2},
         (const float[]){1, 2, 0, 1, 3, 1, 1, 0}, 10, "");
    give(s, STAGE_LESSON, (const int[]){3, 1, 2, 1, 1},
         (const float[]){200, 100, 150, 50, 100, 0}, (const float[]){1, 2, 1},
         0, ": red, green, blue");
}

/* Every size is 1, even, odd and beyond 8 somewhere, all different from each
 * other where it can be; lengths of every remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][5] = {
        {1, 1, 1, 1, 1},    {1, 3, 4, 2, 2},  {3, 1, 1, 1, 1},
        {2, 1, 5, 1, 2},    {2, 5, 1, 3, 1},  {3, 4, 5, 4, 5},
        {4, 2, 6, 1, 1},    {3, 4, 7, 2, 3},  {2, 7, 4, 3, 2},
        {5, 6, 3, 2, 1},    {8, 3, 4, 1, 3},  {9, 4, 3, 2, 2},
        {2, 9, 8, 5, 3},    {3, 1, 17, 1, 9}, {2, 11, 3, 2, 2},
        {2, 12, 5, 9, 1},   {17, 2, 3, 2, 2}, {10, 5, 4, 3, 2},
        {2, 11, 14, 9, 10},
    };

    give(s, STAGE_EDGES, (const int[]){2, 2, 2, 1, 2},
         (const float[]){1, 2, 3, 5, 4, 1, 2, 7}, (const float[]){2, 1, 1, 3},
         5, "");
    give(s, STAGE_EDGES, (const int[]){2, 2, 3, 2, 2},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f, 1, 2.5f,
                         -0.5f, 4},
         (const float[]){1.5f, 0.5f, -1, 2.5f, 0.5f, 2, -1.5f, 1}, 0.75f,
         " with fractions");
    give(s, STAGE_EDGES, (const int[]){2, 2, 2, 2, 2},
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8},
         (const float[]){-9, -2, -3, -4, -5, -6, -7, 1}, -3, ", all negative");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3],
            size[n][4], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 5 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);
        int c_in = suite_int(s, 1, 5);
        int kh = suite_int(s, 1, h < 4 ? h : 4);

        add(s, stage, c_in, h, w, kh, suite_int(s, 1, w < 4 ? w : 4), "");
    }
}

/* The third image has channel 0 of the first and channel 1 of the second;
 * their other channels are 0. All have the bias once. */
static const char *adds_channels(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[2][n] != y[0][n] + y[1][n] - (double)c[2]->arg[BIAS].real)
            return "what each channel gives alone must add up to what both "
                   "give together, with the bias once";
    return NULL;
}

static void channels_add_up(struct suite *s)
{
    enum { H0 = 3, W0 = 4, PLANE = H0 * W0 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, 2, H0, W0, 2, 3,
                   n == 0   ? ", channel 1 is 0"
                   : n == 1 ? ", channel 0 is 0"
                            : ", both");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, WEIGHT, c[0]->arg[WEIGHT].data);
        call_float(c[n], BIAS, 6);
    }
    for (int n = 0; n < PLANE; n++) {
        c[0]->arg[X].data[PLANE + n] = 0;
        c[1]->arg[X].data[n] = 0;
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n];
        c[2]->arg[X].data[PLANE + n] = c[1]->arg[X].data[PLANE + n];
    }
    case_law(s, 3, adds_channels);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    channels_add_up(s);
}

/* The upright edges of red less green, found in the colour picture. */
static struct call *picture(void)
{
    static const float edges_of_red[] = {
        -1, 0, 1,  -2, 0, 2,  -1, 0, 1,  //
        1,  0, -1, 2,  0, -2, 1,  0, -1, //
        0,  0, 0,  0,  0, 0,  0,  0, 0,
    };
    struct call *c = call_new(params), *read = call_new(params);

    chart_colour(read, X, 3);
    const struct arg *x = &read->arg[X];
    shape(c, x->dim[0], x->dim[1], x->dim[2], 3, 3);
    memcpy(c->arg[X].data, x->data, sizeof(float) * (size_t)x->count);
    memcpy(c->arg[WEIGHT].data, edges_of_red, sizeof edges_of_red);
    call_float(c, BIAS, 0);
    call_free(read);
    return c;
}

const struct exercise exercise_conv2d_one = {
    .kind = EXERCISE_WRITE,
    .title = "several channels in, one map out",
    .anchor = "several-channels-one-map",
    .params = params,
    .cases = cases,
    .fill = fill,
    .right = right_conv2d_one,
    .reference = reference,
    .misconceptions = wrong_conv2d_one,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"N01", "N05", "N09"},
    .picture = picture,
};
