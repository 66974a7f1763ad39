/* What pooled_size is checked against: the lectures' sizes, every small axis
 * there is in both modes, and laws. */
#include "2_pooled_size.h"

#include "reference/shape.h"
#include "tests/grader/fault.h"

#include <stdlib.h>

static const struct param params[] = {
    {"w", ARG_INT},  {"kw", ARG_INT},        {"sw", ARG_INT},
    {"pw", ARG_INT}, {"ceil_mode", ARG_INT}, {"result", ARG_RETURN},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Counted, not computed: window after window, as long as it is allowed. */
void right_pooled_size(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW), sw = call_number(c, SW);
    int pw = call_number(c, PW), windows = 0;
    long long start = -pw;

    while (start + kw <= w + pw) {
        windows++;
        start += sw;
    }
    /* The last one ended at start - sw + kw. */
    if (call_number(c, CEIL_MODE) != 0 && start - sw + kw < w + pw && start < w)
        windows++;
    answer_put(a, RESULT, 0, windows, 0);
}

static void reference(const struct call *c, struct answer *a)
{
    int pw = call_number(c, PW), ow;
    ref_axis axis = {REF_AXIS_W,
                     call_number(c, W),
                     call_number(c, KW),
                     call_number(c, SW),
                     pw,
                     pw,
                     1};

    if (ref_pool_output_size(&axis, call_number(c, CEIL_MODE), &ow) != REF_OK)
        grader_fault("%s", ref_status_message());
    answer_put(a, RESULT, 0, ow, 0);
}

/* ---- what is told about a wrong number ------------------------------------ */

/* The places of the last windows, and whether they count. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int w = call_number(c, W), kw = call_number(c, KW), sw = call_number(c, SW);
    int pw = call_number(c, PW), shown = 0;
    long long start = -pw;

    (void)seen;
    (void)cell;
    fprintf(f,
            "     elements 0 to %d; with the padding, places %d to %d\n"
            "     the first window covers places %d to %d\n",
            w - 1, -pw, w + pw - 1, -pw, -pw + kw - 1);
    while (start + kw <= w + pw) {
        start += sw;
        shown++;
    }
    fprintf(f, "     the last one inside is number %d: places %lld to %lld\n",
            shown, start - sw, start - sw + kw - 1);
    if (call_number(c, CEIL_MODE) == 0)
        return;
    fprintf(f, "     the next would cover places %lld to %lld: ", start,
            start + kw - 1);
    if (start - sw + kw >= w + pw)
        fprintf(f, "nothing is left over for it\n");
    else if (start >= w)
        fprintf(f, "it starts behind the last element\n");
    else
        fprintf(f, "it starts inside, and counts\n");
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        int sw, int pw, int ceil_mode)
{
    struct call *c =
        case_add(s, stage, "%d elements, windows of %d, stride %d%s%s", w, kw,
                 sw, pw > 0 ? ", padding" : "", ceil_mode ? ", ceil mode" : "");

    call_int(c, W, w);
    call_int(c, KW, kw);
    call_int(c, SW, sw);
    call_int(c, PW, pw);
    call_int(c, CEIL_MODE, ceil_mode);
    return c;
}

static void both(struct suite *s, enum stage stage, int w, int kw, int sw,
                 int pw)
{
    add(s, stage, w, kw, sw, pw, 0);
    add(s, stage, w, kw, sw, pw, 1);
}

/* The case of the prediction, the first of the edges: not in the lesson. */
enum { PREDICT_CASE = 6 };

static void lesson(struct suite *s)
{
    add(s, STAGE_LESSON, 10, 2, 2, 0, 0);
    both(s, STAGE_LESSON, 6, 3, 2, 0);
    add(s, STAGE_LESSON, 50, 3, 2, 0, 0);
    both(s, STAGE_LESSON, 5, 2, 2, 1);
}

/* A fraction of a half and of thirds; a window that would lie in the padding
 * alone; windows of one place; gaps between windows; ceil_mode other than
 * 1. */
static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 0},   {1, 1, 3, 0}, {4, 4, 4, 0},  {5, 3, 2, 1},
        {7, 2, 2, 0},   {7, 2, 3, 1}, {8, 3, 4, 1},  {3, 2, 3, 1},
        {6, 2, 4, 1},   {6, 1, 2, 0}, {9, 5, 3, 2},  {2, 4, 3, 2},
        {1, 3, 2, 1},   {7, 1, 4, 0}, {11, 4, 5, 2}, {5, 2, 3, 0},
        {5, 3, 2, 0},   {6, 2, 5, 0}, {10, 7, 5, 3}, {4, 4, 7, 2},
        {112, 3, 2, 1},
    };

    add(s, STAGE_EDGES, 10, 2, 4, 1, 1);
    add(s, STAGE_EDGES, 8, 3, 3, 0, 1);
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        both(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3]);
    add(s, STAGE_EDGES, 6, 3, 2, 0, 2);
    add(s, STAGE_EDGES, 6, 3, 2, 0, -1);
    add(s, STAGE_EDGES, 6, 3, 2, 0, 1000);
    both(s, STAGE_EDGES, 2000000001, 100000, 30000, 50000);
    both(s, STAGE_EDGES, 1000000, 1000, 7, 500);
}

static void at_random(struct suite *s)
{
    for (int n = 0; n < 60; n++) {
        int w = suite_int(s, 1, 6 + n / 4), pw = suite_int(s, 0, 3);
        int most = w + 2 * pw < 9 ? w + 2 * pw : 9;
        int least = 2 * pw < 1 ? 1 : 2 * pw;

        add(s, STAGE_INTEGERS, w, suite_int(s, least, most), suite_int(s, 1, 6),
            pw, suite_int(s, 0, 1));
    }
}

/* Two axes, the second one stride longer. */
static const char *one_more(const struct call *const *c, double *const *y)
{
    (void)c;
    return y[1][0] == y[0][0] + 1
               ? NULL
               : "an axis longer by one stride must have one window more";
}

static void laws(struct suite *s)
{
    for (int mode = 0; mode < 2; mode++) {
        add(s, STAGE_PROPERTIES, 7, 3, 2, 1, mode);
        add(s, STAGE_PROPERTIES, 9, 3, 2, 1, mode);
        case_law(s, 2, one_more);
    }
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s);
    laws(s);
}

const struct exercise exercise_pooled_size = {
    .kind = EXERCISE_WRITE,
    .title = "count the windows",
    .anchor = "how-many-windows",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_pooled_size,
    .reference = reference,
    .misconceptions = wrong_pooled_size,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"M11", "S01", "PS10"},
};
