/* What conv2d_im2col is checked against: the lesson's example, matrices of
 * every kind, and a law. */
#include "5_conv2d_im2col.h"

#include "reference/linear.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"cols", ARG_IN},   {"oh", ARG_INT},   {"ow", ARG_INT}, {"weight", ARG_IN},
    {"c_out", ARG_INT}, {"c_in", ARG_INT}, {"kh", ARG_INT}, {"kw", ARG_INT},
    {"bias", ARG_IN},   {"y", ARG_OUT},    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_conv2d_im2col(const struct call *c, struct answer *a)
{
    int taps = c->arg[COLS].dim[0], places = c->arg[COLS].dim[1];

    for (int o = 0; o < call_number(c, C_OUT); o++)
        for (int q = 0; q < places; q++) {
            for (int r = 0; r < taps; r++)
                answer_tap(a, Y, o * places + q, COLS, r * places + q, WEIGHT,
                           o * taps + r);
            answer_add(a, Y, o * places + q, BIAS, o);
        }
}

/* A linear layer takes the columns one by one: y[q, o]. */
static void reference(const struct call *c, struct answer *a)
{
    int taps = c->arg[COLS].dim[0], places = c->arg[COLS].dim[1];
    int c_out = call_number(c, C_OUT);
    float *column = need(malloc(sizeof *column * (size_t)taps));
    float *y = need(malloc(sizeof *y * (size_t)c_out));

    for (int q = 0; q < places; q++) {
        for (int r = 0; r < taps; r++)
            column[r] = c->arg[COLS].data[r * places + q];
        if (ref_linear(column, 1, taps, c->arg[WEIGHT].data, c_out,
                       c->arg[BIAS].data, y) != REF_OK)
            grader_fault("%s", ref_status_message());
        for (int o = 0; o < c_out; o++)
            answer_put(a, Y, o * places + q, (double)y[o], 0);
    }
    free(column);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

/* Sizes in the order oh, ow, c_out, c_in, kh, kw. */
static void shape(struct call *c, const int size[6])
{
    static const int arg[] = {OH, OW, C_OUT, C_IN, KH, KW};

    for (int n = 0; n < 6; n++)
        call_int(c, arg[n], size[n]);
    call_matrix(c, COLS, size[3] * size[4] * size[5], size[0] * size[1]);
    call_shape(c, WEIGHT, 4, size + 2);
    call_vector(c, BIAS, size[2]);
    call_shape(c, Y, 3, (const int[]){size[2], size[0], size[1]});
}

static struct call *add(struct suite *s, enum stage stage, const int size[6],
                        const char *note)
{
    struct call *c = case_add(s, stage, "%d map%s of %dx%d, weights %dx%dx%d%s",
                              size[2], size[2] == 1 ? "" : "s", size[0],
                              size[1], size[3], size[4], size[5], note);

    shape(c, size);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, const int size[6],
                 const float *cols, const float *weight, const float *bias,
                 const char *note)
{
    add(s, stage, size, note);
    case_values(s, COLS, cols);
    case_values(s, WEIGHT, weight);
    case_values(s, BIAS, bias);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, (const int[]){1, 2, 2, 2, 2, 2},
         (const float[]){1, 2, 2, 0, 3, 1, 1, 4, 2, 0, 0, 1, 1, 5, 5, 2},
         (const float[]){1, 2, 0, 1, 3, 1, 1, 0, 0, 1, 1, 0, 2, 0, 0, -1},
         (const float[]){10, 20}, "");
}

/* Every size is 1, even, odd and beyond 8 somewhere; more maps than taps and
 * fewer, more places than taps and fewer; every remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][6] = {
        {1, 1, 1, 1, 1, 1}, {1, 1, 3, 2, 1, 2},  {2, 3, 1, 1, 1, 1},
        {1, 3, 2, 1, 2, 2}, {3, 1, 2, 3, 1, 1},  {2, 3, 4, 1, 1, 2},
        {3, 2, 5, 2, 2, 1}, {2, 2, 3, 4, 3, 2},  {1, 2, 9, 2, 1, 3},
        {4, 3, 2, 3, 2, 3}, {3, 5, 4, 2, 3, 3},  {1, 17, 3, 2, 2, 1},
        {9, 2, 2, 1, 3, 4}, {2, 1, 3, 10, 1, 2}, {2, 5, 12, 2, 9, 1},
        {1, 2, 3, 2, 1, 9}, {4, 4, 4, 4, 2, 2},
    };

    give(s, STAGE_EDGES, (const int[]){1, 3, 2, 2, 1, 1},
         (const float[]){1, 2, 3, 5, 4, 7}, (const float[]){2, 1, 1, 3},
         (const float[]){4, -6}, "");
    give(s, STAGE_EDGES, (const int[]){1, 2, 2, 1, 1, 3},
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f},
         (const float[]){1.5f, 0.5f, -1, 2.5f, 0.5f, 2},
         (const float[]){0.75f, -1.25f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++)
        add(s, stage,
            (const int[]){suite_int(s, 1, 4), suite_int(s, 1, 5),
                          suite_int(s, 1, 5), suite_int(s, 1, 3),
                          suite_int(s, 1, 3), suite_int(s, 1, 4)},
            "");
}

/* Weights with a single 1: row 1 of cols and nothing else. */
static const char *takes_a_row(const struct call *const *c, double *const *y)
{
    int places = c[0]->arg[COLS].dim[1];

    for (int q = 0; q < places; q++)
        if (y[0][q] != call_at(c[0], COLS, places + q))
            return "weights that are 0 but for a 1 in position 1, with a bias "
                   "of 0, must give row 1 of cols";
    return NULL;
}

static void unit_weight(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, (const int[]){2, 3, 1, 2, 1, 2},
                         " with a single 1");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, WEIGHT, (const float[]){0, 1, 0, 0});
    case_values(s, BIAS, (const float[]){0});
    case_law(s, 1, takes_a_row);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    unit_weight(s);
}

/* The 3x3 windows of a small picture with a bright disc, and two kernels that
 * find its upright and its lying edges. */
static struct call *picture(void)
{
    enum { SIDE = 14, OUT = SIDE - 2 };
    static const float sobel[] = {-1, 0,  1,  -2, 0, 2, -1, 0, 1,
                                  -1, -2, -1, 0,  0, 0, 1,  2, 1};
    struct call *c = call_new(params);

    shape(c, (const int[]){OUT, OUT, 2, 1, 3, 3});
    for (int n = 0; n < 18; n++)
        c->arg[WEIGHT].data[n] = sobel[n];
    for (int r = 0; r < 9; r++)
        for (int q = 0; q < OUT * OUT; q++) {
            int i = q / OUT + r / 3, j = q % OUT + r % 3;
            int far = (2 * i - SIDE + 1) * (2 * i - SIDE + 1) +
                      (2 * j - SIDE + 1) * (2 * j - SIDE + 1);

            c->arg[COLS].data[r * OUT * OUT + q] = far < 80 ? 200 : 40;
        }
    return c;
}

const struct exercise exercise_conv2d_im2col = {
    .kind = EXERCISE_WRITE,
    .title = "convolution as a matrix product",
    .anchor = "one-product-of-matrices",
    .params = params,
    .cases = cases,
    .right = right_conv2d_im2col,
    .reference = reference,
    .misconceptions = wrong_conv2d_im2col,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"N10", "T09", "T11"},
    .picture = picture,
};
