/* What separable_cost is checked against: the lesson's layer, layers of real
 * networks, whose multiplications leave an int behind, and layers that lose
 * by being separated. */
#include "5_separable_cost.h"

#include "reference/cost.h"
#include "tests/grader/fault.h"

static const struct param params[] = {
    {"c_in", ARG_INT},      {"c_out", ARG_INT},
    {"kh", ARG_INT},        {"kw", ARG_INT},
    {"oh", ARG_INT},        {"ow", ARG_INT},
    {"full", ARG_OUT_INT},  {"separable", ARG_OUT_INT},
    {"result", ARG_RETURN}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct layer cost_layer_of(const struct call *c)
{
    return (struct layer){call_number(c, C_IN), call_number(c, C_OUT),
                          call_number(c, KH),   call_number(c, KW),
                          call_number(c, OH),   call_number(c, OW)};
}

static void put(struct answer *a, double full, double separable, double saved)
{
    answer_put(a, FULL, 0, full, 0);
    answer_put(a, SEPARABLE, 0, separable, 0);
    answer_put(a, RESULT, 0, saved, 0);
}

void right_separable_cost(const struct call *c, struct answer *a)
{
    struct layer t = cost_layer_of(c);
    double full = t.c_out * t.c_in * t.kh * t.kw;
    double separable = t.c_in * t.kh * t.kw + t.c_out * t.c_in;

    put(a, full, separable, (full - separable) * t.oh * t.ow);
}

/* Images just large enough for outputs of oh x ow. */
static void reference(const struct call *c, struct answer *a)
{
    int c_in = call_number(c, C_IN), c_out = call_number(c, C_OUT);
    int kh = call_number(c, KH), kw = call_number(c, KW);
    int oh = call_number(c, OH), ow = call_number(c, OW);
    ref_conv2d_params alone = REF_CONV2D_DEFAULTS;
    ref_cost full, depthwise, pointwise;

    alone.groups = c_in;
    if (ref_conv2d_cost(c_in, oh + kh - 1, ow + kw - 1, c_out, kh, kw, 0, NULL,
                        &full) != REF_OK ||
        ref_conv2d_cost(c_in, oh + kh - 1, ow + kw - 1, c_in, kh, kw, 0, &alone,
                        &depthwise) != REF_OK ||
        ref_conv2d_cost(c_in, oh, ow, c_out, 1, 1, 0, NULL, &pointwise) !=
            REF_OK)
        grader_fault("%s", ref_status_message());
    put(a, (double)full.parameters,
        (double)(depthwise.parameters + pointwise.parameters),
        (double)(full.multiply_adds - depthwise.multiply_adds -
                 pointwise.multiply_adds));
}

/* ---- what is told about a wrong answer ------------------------------------ */

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct layer t = cost_layer_of(c);

    (void)seen, (void)cell;
    fprintf(f, "     full      %.0f*%.0f*%.0f*%.0f = %.0f\n", t.c_out, t.c_in,
            t.kh, t.kw, t.c_out * t.c_in * t.kh * t.kw);
    fprintf(
        f, "     depthwise %.0f*%.0f*%.0f = %.0f, pointwise %.0f*%.0f = %.0f\n",
        t.c_in, t.kh, t.kw, t.c_in * t.kh * t.kw, t.c_out, t.c_in,
        t.c_out * t.c_in);
    fprintf(f, "     each of them used for %.0f*%.0f = %.0f pixels\n", t.oh,
            t.ow, t.oh * t.ow);
}

/* ---- the cases ----------------------------------------------------------- */

/* Every case obeys the law, and its sizes are taken as they are given. */
static const char *adds_up(const struct call *const *c, double *const *y)
{
    struct layer t = cost_layer_of(c[0]);

    return y[0][2] == (y[0][0] - y[0][1]) * t.oh * t.ow
               ? NULL
               : "the result must be full less separable, for every pixel";
}

static void add(struct suite *s, enum stage stage, const int size[6])
{
    struct call *c =
        case_add(s, stage, "%d to %d channels, %dx%d, to %dx%d", size[0],
                 size[1], size[2], size[3], size[4], size[5]);

    for (int i = C_IN; i <= OW; i++)
        call_int(c, i, size[i]);
    call_vector(c, FULL, 1);
    call_vector(c, SEPARABLE, 1);
    case_law(s, 1, adds_up);
}

/* Fresh data: other sizes. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    (void)stage;
    for (int i = C_IN; i <= OW; i++)
        call_int(c, i, suite_int(s, 1, 9));
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 1 };

static void edges(struct suite *s)
{
    static const int size[][6] = {
        {2, 5, 3, 4, 2, 3},         {1, 1, 1, 1, 1, 1},
        {4, 1, 3, 3, 5, 7},         {3, 8, 1, 1, 4, 6},
        {1, 16, 5, 3, 2, 9},        {3, 64, 7, 5, 6, 4},
        {32, 64, 3, 3, 112, 112},   {512, 512, 3, 3, 14, 14},
        {64, 128, 3, 3, 224, 200},  {3, 2, 2, 1, 1, 60000},
        {2, 2, 9, 5, 50000, 46000}, {1024, 1024, 7, 7, 512, 1000},
        {2, 1, 2, 3, 40000, 70000},
    };

    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n]);
}

static void cases(struct suite *s)
{
    add(s, STAGE_LESSON, (const int[]){8, 16, 3, 3, 10, 12});
    edges(s);
    for (int n = 0; n < 24; n++) {
        int size[6];

        for (int i = 0; i < 6; i++)
            size[i] = suite_int(s, 1, i == 2 || i == 3 ? 7 : 4 + 20 * n);
        add(s, STAGE_INTEGERS, size);
    }
}

const struct exercise exercise_separable_cost = {
    .kind = EXERCISE_WRITE,
    .title = "what the two steps save",
    .anchor = "what-it-saves",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_separable_cost,
    .reference = reference,
    .misconceptions = wrong_separable_cost,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"SC1", "SC2", "SC4"},
};
