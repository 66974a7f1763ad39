/* What im2col is checked against: the lesson's example, windows, strides and
 * paddings of every kind, and a law. */
#include "4_im2col.h"

#include "reference/unfold.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},     {"c_in", ARG_INT}, {"h", ARG_INT}, {"w", ARG_INT},
    {"kh", ARG_INT},   {"kw", ARG_INT},   {"s", ARG_INT}, {"p", ARG_INT},
    {"cols", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Row r of cols: channel, row and column of the kernel, and what lies under
 * them at the place (i, j). */
static double under(const struct call *call, int r, int i, int j)
{
    int h = call_number(call, H), w = call_number(call, W);
    int kh = call_number(call, KH), kw = call_number(call, KW);
    int s = call_number(call, S), p = call_number(call, P);
    int c = r / (kh * kw), u = r / kw % kh, v = r % kw;
    int row = i * s + u - p, column = j * s + v - p;

    if (row < 0 || row >= h || column < 0 || column >= w)
        return 0;
    return call_at(call, X, (c * h + row) * w + column);
}

void right_im2col(const struct call *call, struct answer *a)
{
    int s = call_number(call, S), p = call_number(call, P);
    int ow = (call_number(call, W) + 2 * p - call_number(call, KW)) / s + 1;
    const int *dim = call->arg[COLS].dim;

    for (int r = 0; r < dim[0]; r++)
        for (int q = 0; q < dim[1]; q++)
            answer_put(a, COLS, r * dim[1] + q, under(call, r, q / ow, q % ow),
                       0);
}

static void reference(const struct call *c, struct answer *a)
{
    ref_unfold_params options = REF_UNFOLD_DEFAULTS;
    int count = c->arg[COLS].count, p = call_number(c, P);
    float *cols = need(malloc(sizeof *cols * (size_t)count));

    options.sh = options.sw = call_number(c, S);
    options.pt = options.pb = options.pl = options.pr = p;
    if (ref_unfold(c->arg[X].data, 1, call_number(c, C_IN), call_number(c, H),
                   call_number(c, W), call_number(c, KH), call_number(c, KW),
                   &options, cols) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, COLS, n, (double)cols[n], 0);
    free(cols);
}

/* ---- the cases ----------------------------------------------------------- */

/* Sizes in the order c_in, h, w, kh, kw, s, p. */
static void shape(struct call *c, const int size[7])
{
    int s = size[5], p = size[6];
    int oh = (size[1] + 2 * p - size[3]) / s + 1;
    int ow = (size[2] + 2 * p - size[4]) / s + 1;

    for (int n = 0; n < 7; n++)
        call_int(c, C_IN + n, size[n]);
    call_shape(c, X, 3, size);
    call_matrix(c, COLS, size[0] * size[3] * size[4], oh * ow);
}

static struct call *add(struct suite *s, enum stage stage, const int size[7])
{
    struct call *c =
        case_add(s, stage, "%d x %dx%d, window %dx%d, stride %d, padding %d",
                 size[0], size[1], size[2], size[3], size[4], size[5], size[6]);

    shape(c, size);
    return c;
}

/* Every number another one, so that no two places can be confused. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    float *x = c->arg[X].data;
    int count = c->arg[X].count;

    if (stage == STAGE_REALS) {
        suite_fill(s, c, stage);
        return;
    }
    for (int n = 0; n < count; n++)
        x[n] = (float)(n + 1);
    for (int n = count - 1; n > 0; n--) {
        int other = suite_int(s, 0, n);
        float kept = x[n];

        x[n] = x[other];
        x[other] = kept;
    }
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    add(s, STAGE_LESSON, (const int[]){2, 2, 3, 2, 2, 1, 0});
    case_values(s, X, (const float[]){1, 2, 0, 3, 1, 4, 2, 0, 1, 1, 5, 2});
    add(s, STAGE_LESSON, (const int[]){1, 2, 3, 2, 2, 2, 1});
    case_values(s, X, (const float[]){1, 2, 3, 4, 5, 6});
}

/* There is one padding and one stride, for the order of the numbers is what
 * is new here. With a single number, before and after, or down and across,
 * cannot be exchanged (chapter 3 has four paddings and two strides). Where the stride does not
 * divide, the last windows see less of the padding than the first ones do.
 *
 * Paddings of 0, 1, 2 and more, even beyond the kernel; strides that divide
 * and that do not, larger than the kernel too. */
static void edges(struct suite *s)
{
    static const int size[][7] = {
        {1, 1, 1, 1, 1, 1, 0},  {1, 1, 1, 1, 1, 1, 1},  {1, 1, 1, 3, 3, 1, 1},
        {1, 2, 3, 1, 1, 1, 0},  {2, 3, 4, 2, 2, 1, 0},  {3, 1, 5, 1, 2, 1, 0},
        {2, 5, 1, 3, 1, 1, 0},  {2, 4, 5, 4, 5, 1, 0},  {2, 4, 6, 2, 3, 2, 0},
        {1, 5, 7, 2, 3, 3, 0},  {1, 7, 8, 3, 2, 4, 1},  {2, 3, 5, 2, 3, 1, 2},
        {2, 5, 3, 3, 2, 2, 2},  {1, 2, 3, 5, 4, 1, 3},  {3, 4, 5, 3, 2, 2, 1},
        {2, 3, 4, 1, 1, 2, 2},  {9, 3, 2, 2, 1, 1, 0},  {1, 9, 12, 2, 10, 3, 1},
        {1, 12, 4, 9, 2, 2, 1}, {1, 3, 17, 2, 3, 5, 0}, {2, 6, 7, 3, 4, 3, 2},
        {1, 2, 2, 1, 1, 1, 9},  {2, 10, 3, 4, 3, 9, 1},
    };

    add(s, STAGE_EDGES, (const int[]){2, 2, 3, 1, 2, 1, 0});
    case_values(s, X, (const float[]){1, 2, 3, 5, 4, 7, 6, 9, 8, -1, -2, -3});
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n]);
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 4 * n / cases, p = suite_int(s, 0, 3);
        int h = suite_int(s, 1, side), w = suite_int(s, 1, side + 2);
        int kh = suite_int(s, 1, h + 2 * p < 4 ? h + 2 * p : 4);
        int kw = suite_int(s, 1, w + 2 * p < 4 ? w + 2 * p : 4);

        add(s, stage,
            (const int[]){suite_int(s, 1, 3), h, w, kh, kw, suite_int(s, 1, 4),
                          p});
    }
}

/* With a window of 1x1 nothing is repeated. */
static const char *leaves_it(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[X].count; n++)
        if (y[0][n] != call_at(c[0], X, n))
            return "with a window of 1x1, stride 1 and no padding, cols holds "
                   "the image as it is";
    return NULL;
}

static void one_by_one(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, (const int[]){3, 4, 5, 1, 1, 1, 0});

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, leaves_it);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 6);
    one_by_one(s);
}

/* A small picture whose windows can be followed: a bright spot that moves
 * from row to row of cols, black where the windows hang over. */
static struct call *picture(void)
{
    enum { H0 = 6, W0 = 8 };
    struct call *c = call_new(params);

    shape(c, (const int[]){1, H0, W0, 3, 3, 1, 1});
    for (int n = 0; n < H0 * W0; n++)
        c->arg[X].data[n] = (float)(60 + 20 * (n / W0) + 8 * (n % W0));
    c->arg[X].data[2 * W0 + 3] = 255;
    return c;
}

const struct exercise exercise_im2col = {
    .kind = EXERCISE_WRITE,
    .title = "windows as columns of a matrix",
    .anchor = "windows-as-columns",
    .params = params,
    .cases = cases,
    .fill = fill,
    .right = right_im2col,
    .reference = reference,
    .misconceptions = wrong_im2col,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"T02", "T04", "T06"},
    .picture = picture,
};
