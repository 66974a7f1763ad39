/* What count_conv is checked against: layers of the lectures, sizes of every
 * kind, and counts beyond an int. */
#include "7_count_conv.h"

#include "reference/cost.h"
#include "tests/grader/fault.h"

static const struct param params[] = {
    {"what", ARG_INT},   {"c_in", ARG_INT},      {"h", ARG_INT},
    {"w", ARG_INT},      {"c_out", ARG_INT},     {"kh", ARG_INT},
    {"kw", ARG_INT},     {"s", ARG_INT},         {"p", ARG_INT},
    {"groups", ARG_INT}, {"result", ARG_RETURN}, {NULL, ARG_END},
};

enum { PARAMETERS, MULTIPLY_ADDS, BYTES };

/* ---- the right answer ---------------------------------------------------- */

/* In double, which holds whole numbers up to 2^53. */
void right_count_conv(const struct call *c, struct answer *a)
{
    int s = call_number(c, S), p = call_number(c, P);
    int oh = (call_number(c, H) + 2 * p - call_number(c, KH)) / s + 1;
    int ow = (call_number(c, W) + 2 * p - call_number(c, KW)) / s + 1;
    int cg = call_number(c, C_IN) / call_number(c, GROUPS);
    double maps = call_number(c, C_OUT), outputs = maps * oh * ow;
    double taps = (double)cg * call_number(c, KH) * call_number(c, KW);
    double inputs =
        (double)call_number(c, C_IN) * call_number(c, H) * call_number(c, W);
    double parameters = maps * taps + maps;
    int what = call_number(c, WHAT);

    answer_put(a, RESULT, 0,
               what == PARAMETERS      ? parameters
               : what == MULTIPLY_ADDS ? outputs * taps
                                       : 4 * (inputs + parameters + outputs),
               0);
}

static void reference(const struct call *c, struct answer *a)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_cost cost;
    int what = call_number(c, WHAT);
    int64_t inputs = call_number(c, C_IN);

    p.sh = p.sw = call_number(c, S);
    p.pt = p.pb = p.pl = p.pr = call_number(c, P);
    p.groups = call_number(c, GROUPS);
    if (ref_conv2d_cost(call_number(c, C_IN), call_number(c, H),
                        call_number(c, W), call_number(c, C_OUT),
                        call_number(c, KH), call_number(c, KW), 1, &p,
                        &cost) != REF_OK)
        grader_fault("%s", ref_status_message());
    inputs *= (int64_t)call_number(c, H) * call_number(c, W);
    answer_put(a, RESULT, 0,
               what == PARAMETERS ? (double)cost.parameters
               : what == MULTIPLY_ADDS
                   ? (double)cost.multiply_adds
                   : (double)(4 * (inputs + cost.outputs + cost.parameters)),
               0);
}

/* ---- the cases ----------------------------------------------------------- */

/* Sizes in the order c_in, h, w, c_out, kh, kw, s, p, groups. */
static void add(struct suite *s, enum stage stage, int what, const int size[9])
{
    static const char *const name[] = {"parameters", "multiply-adds", "bytes"};
    struct call *c = case_add(
        s, stage, "%s: %dx%dx%d, %d maps of %dx%d, stride %d", name[what],
        size[0], size[1], size[2], size[3], size[4], size[5], size[6]);

    call_int(c, WHAT, what);
    for (int n = 0; n < 9; n++)
        call_int(c, C_IN + n, size[n]);
}

static void add_all(struct suite *s, enum stage stage, const int size[9])
{
    for (int what = PARAMETERS; what <= BYTES; what++)
        add(s, stage, what, size);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 9 };

/* The two convolutions of LeNet-5 and the second of AlexNet. */
static void lesson(struct suite *s)
{
    add_all(s, STAGE_LESSON, (const int[]){1, 32, 32, 6, 5, 5, 1, 0, 1});
    add_all(s, STAGE_LESSON, (const int[]){6, 14, 14, 16, 5, 5, 1, 0, 1});
    add_all(s, STAGE_LESSON, (const int[]){96, 27, 27, 256, 5, 5, 1, 2, 2});
}

/* The last ones need more than 32 bits: for a count, for a factor of it, for
 * the bytes alone, for a product of three sides. */
static void edges(struct suite *s)
{
    static const int size[][9] = {
        {4, 4, 5, 6, 3, 2, 1, 0, 2},
        {1, 1, 1, 1, 1, 1, 1, 0, 1},
        {1, 1, 1, 1, 1, 1, 1, 1, 1},
        {2, 2, 2, 2, 2, 2, 2, 2, 2},
        {18, 10, 11, 27, 2, 3, 1, 0, 9},
        {3, 227, 227, 96, 11, 11, 4, 0, 1},
        {3, 224, 224, 64, 11, 11, 4, 2, 1},
        {2, 7, 10, 4, 3, 4, 2, 0, 2},
        {4, 9, 6, 6, 2, 5, 3, 1, 1},
        {3, 5, 8, 3, 3, 1, 4, 2, 3},
        {6, 3, 4, 9, 5, 6, 2, 3, 3},
        {12, 12, 9, 8, 10, 9, 1, 0, 4},
        {5, 9, 17, 10, 9, 3, 10, 1, 5},
        {64, 224, 224, 64, 3, 3, 1, 1, 1},
        {512, 112, 224, 1024, 3, 5, 1, 2, 1},
        {60000, 3, 5, 50000, 3, 2, 1, 1, 1},
        {3, 30000, 40000, 5, 3, 3, 1, 1, 1},
        {4, 3, 5, 4, 3000, 5000, 7, 3000, 2},
        {2000, 700, 900, 3, 1200, 1300, 1, 300, 1},
    };

    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add_all(s, STAGE_EDGES, size[n]);
}

static void at_random(struct suite *s, int cases)
{
    for (int n = 0; n < cases; n++) {
        int groups = suite_int(s, 1, 4), p = suite_int(s, 0, 3);
        int h = suite_int(s, 1, 40), w = suite_int(s, 1, 40);
        int kh = suite_int(s, 1, h + 2 * p < 9 ? h + 2 * p : 9);
        int kw = suite_int(s, 1, w + 2 * p < 9 ? w + 2 * p : 9);

        add_all(s, STAGE_INTEGERS,
                (const int[]){groups * suite_int(s, 1, 5), h, w,
                              groups * suite_int(s, 1, 5), kh, kw,
                              suite_int(s, 1, 5), p, groups});
    }
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, 12);
}

const struct exercise exercise_count_conv = {
    .kind = EXERCISE_WRITE,
    .title = "what a layer costs",
    .anchor = "what-it-costs",
    .params = params,
    .cases = cases,
    .right = right_count_conv,
    .reference = reference,
    .misconceptions = wrong_count_conv,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"A01", "A03", "A09"},
};
