/* What nchw_to_nhwc is checked against: the lesson's example, and images in
 * which no two axes are of one length. */
#include "3_nchw_to_nhwc.h"

#include "reference/tensor.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"

#include <stdlib.h>
#include <string.h>

static const struct param params[] = {
    {"x", ARG_IN},  {"n", ARG_INT}, {"c_in", ARG_INT}, {"h", ARG_INT},
    {"w", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_nchw_to_nhwc(const struct call *call, struct answer *a)
{
    const int *dim = call->arg[X].dim;
    int c = dim[1], h = dim[2], w = dim[3], from = 0;

    for (int b = 0; b < dim[0]; b++)
        for (int k = 0; k < c; k++)
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++, from++)
                    answer_put(a, Y, ((b * h + i) * w + j) * c + k,
                               call_at(call, X, from), 0);
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_nchw_to_nhwc(c->arg[X].data, call_number(c, N),
                         call_number(c, C_IN), call_number(c, H),
                         call_number(c, W), y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *call, int n, int c, int h, int w)
{
    call_shape(call, X, 4, (const int[]){n, c, h, w});
    call_int(call, N, n);
    call_int(call, C_IN, c);
    call_int(call, H, h);
    call_int(call, W, w);
    call_shape(call, Y, 4, (const int[]){n, h, w, c});
}

static struct call *add(struct suite *s, enum stage stage, int n, int c, int h,
                        int w, const char *note)
{
    struct call *call = case_add(s, stage, "%d image%s of %dx%dx%d%s", n,
                                 n == 1 ? "" : "s", c, h, w, note);

    shape(call, n, c, h, w);
    return call;
}

/* Every number another one, so that no two places can be confused. */
static void number_all(struct suite *s, struct call *call)
{
    float *x = call->arg[X].data;
    int count = call->arg[X].count;

    for (int n = 0; n < count; n++)
        x[n] = (float)(n + 1);
    for (int n = count - 1; n > 0; n--) {
        int other = suite_int(s, 0, n);
        float kept = x[n];

        x[n] = x[other];
        x[other] = kept;
    }
}

static void fill(struct suite *s, struct call *c, enum stage stage)
{
    if (stage == STAGE_REALS)
        suite_fill(s, c, stage);
    else
        number_all(s, c);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 2 };

static void lesson(struct suite *s)
{
    add(s, STAGE_LESSON, 1, 2, 2, 3, "");
    case_values(s, X,
                (const float[]){1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60});
    add(s, STAGE_LESSON, 1, 3, 1, 2, ": red, green, blue");
    case_values(s, X, (const float[]){200, 100, 150, 50, 100, 0});
}

static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1}, {1, 1, 2, 3}, {1, 3, 1, 1},  {4, 1, 1, 1},
        {2, 3, 1, 1}, {1, 2, 3, 1}, {1, 3, 2, 2},  {2, 2, 2, 2},
        {3, 2, 1, 4}, {2, 4, 3, 5}, {3, 5, 4, 2},  {1, 9, 2, 3},
        {9, 2, 3, 1}, {2, 3, 9, 4}, {2, 3, 4, 17}, {1, 12, 3, 10},
    };

    add(s, STAGE_EDGES, 2, 2, 1, 3, "");
    case_values(s, X, (const float[]){1, 2, 3, 5, 7, 9, 4, 6, 8, 0, -1, -2});
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++)
        add(s, stage, suite_int(s, 1, 4), suite_int(s, 1, 5),
            suite_int(s, 1, 6), suite_int(s, 1, 7), "");
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 16);
    at_random(s, STAGE_REALS, 6);
}

/* The colour picture, three planes: its pixels come to lie side by side. */
static struct call *picture(void)
{
    struct call *c = call_new(params), *read = call_new(params);

    chart_colour(read, X, 4);
    const struct arg *x = &read->arg[X];
    shape(c, 1, x->dim[1], x->dim[2], x->dim[3]);
    memcpy(c->arg[X].data, x->data, sizeof(float) * (size_t)x->count);
    call_free(read);
    return c;
}

const struct exercise exercise_nchw_to_nhwc = {
    .kind = EXERCISE_WRITE,
    .title = "move channels to the last axis",
    .anchor = "channels-in-memory",
    .params = params,
    .cases = cases,
    .fill = fill,
    .right = right_nchw_to_nhwc,
    .reference = reference,
    .misconceptions = wrong_nchw_to_nhwc,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"L01", "L02", "L06"},
    .picture = picture,
};
