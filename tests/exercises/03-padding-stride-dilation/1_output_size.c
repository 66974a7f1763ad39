/* What output_size is checked against: the lectures' sizes, axes on which a
 * window fits once or not at all, and the law that the last window fits. */
#include "1_output_size.h"

#include "reference/shape.h"
#include "tests/grader/fault.h"

static const struct param params[] = {
    {"n", ARG_INT},       {"k", ARG_INT},     {"s", ARG_INT},
    {"before", ARG_INT},  {"after", ARG_INT}, {"d", ARG_INT},
    {"size", ARG_RETURN}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct window_axis axis_of(const struct call *c)
{
    return (struct window_axis){.n = call_number(c, N),
                                .k = call_number(c, K),
                                .s = call_number(c, S),
                                .before = call_number(c, BEFORE),
                                .after = call_number(c, AFTER),
                                .d = call_number(c, DILATION)};
}

/* No formula: lays the window down until its last element hangs over. */
static int windows(const struct window_axis *a)
{
    int count = 0;

    for (int start = -a->before;
         start + (a->k - 1) * a->d <= a->n + a->after - 1; start += a->s)
        count++;
    return count;
}

static void right(const struct call *c, struct answer *a)
{
    struct window_axis axis = axis_of(c);

    answer_put(a, RESULT, 0, windows(&axis), 0);
}

static void reference(const struct call *c, struct answer *a)
{
    ref_axis axis = {.name = REF_AXIS_W,
                     .n = call_number(c, N),
                     .k = call_number(c, K),
                     .s = call_number(c, S),
                     .before = call_number(c, BEFORE),
                     .after = call_number(c, AFTER),
                     .d = call_number(c, DILATION)};
    int size = 0;
    ref_status status = ref_output_size(&axis, &size);

    if (status != REF_OK && status != REF_ESIZE) /* it refuses what is 0 */
        grader_fault("%s", ref_status_message());
    answer_put(a, RESULT, 0, size, 0);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct window_axis a = axis_of(c);
    int extent = a.d * (a.k - 1) + 1, padded = a.before + a.n + a.after;

    (void)seen;
    (void)cell;
    fprintf(f,
            "     padded axis: %d + %d + %d = %d\n"
            "     spread kernel: %d*(%d-1) + 1 = %d\n",
            a.before, a.n, a.after, padded, a.d, a.k, extent);
    if (padded < extent)
        fprintf(f, "     it does not fit: 0\n");
    else
        fprintf(f, "     (%d - %d) / %d is %d, rest %d: %d steps + 1 = %d\n",
                padded, extent, a.s, (padded - extent) / a.s,
                (padded - extent) % a.s, (padded - extent) / a.s,
                (padded - extent) / a.s + 1);
}

/* ---- the cases ----------------------------------------------------------- */

static const char *is_full(const struct call *const *c, double *const *y)
{
    struct window_axis a = axis_of(c[0]);
    int extent = a.d * (a.k - 1) + 1, padded = a.before + a.n + a.after;

    if (y[0][0] > 0 && (y[0][0] - 1) * a.s + extent > padded)
        return "the last window must end inside the padded axis";
    if (y[0][0] * a.s + extent <= padded)
        return "there must be no room for one more window";
    return NULL;
}

static void add(struct suite *s, enum stage stage, struct window_axis a,
                const char *note)
{
    struct call *c = case_add(s, stage, "%d element%s, kernel of %d%s", a.n,
                              a.n == 1 ? "" : "s", a.k, note);

    call_int(c, N, a.n);
    call_int(c, K, a.k);
    call_int(c, S, a.s);
    call_int(c, BEFORE, a.before);
    call_int(c, AFTER, a.after);
    call_int(c, DILATION, a.d);
    case_law(s, 1, is_full);
}

/* Fresh data: other paddings. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    (void)stage;
    call_int(c, BEFORE, suite_int(s, 0, 6));
    call_int(c, AFTER, suite_int(s, 0, 6));
}

/* The case of the prediction, the first of the edges: (11+1+2-7)/2 = 3.5. */
enum { PREDICT_CASE = 5 };

static void cases(struct suite *s)
{
    static const struct {
        struct window_axis axis;
        const char *note;
    } lesson[] = {
        {{6, 3, 1, 0, 0, 1}, ""},
        {{8, 3, 2, 0, 0, 1}, ", stride 2"},
        {{224, 11, 4, 2, 2, 1}, " (AlexNet)"},
        {{50, 3, 2, 4, 4, 3}, ", dilated (Lu)"},
        {{11, 3, 2, 1, 1, 2}, ", dilated (Lu)"},
    };
    static const struct window_axis edge[] = {
        {11, 3, 2, 1, 2, 3},   {1, 1, 1, 0, 0, 1},    {5, 5, 1, 0, 0, 1},
        {5, 5, 3, 0, 0, 1},    {1, 1, 1, 0, 0, 4},    {7, 1, 1, 0, 0, 3},
        {3, 4, 1, 0, 0, 1},    {3, 4, 2, 0, 0, 1},    {4, 7, 5, 1, 0, 1},
        {3, 2, 7, 0, 0, 4},    {6, 4, 2, 0, 0, 3},    {3, 4, 1, 1, 0, 1},
        {3, 4, 1, 0, 1, 1},    {10, 3, 4, 0, 0, 1},   {10, 2, 5, 0, 3, 1},
        {9, 4, 3, 3, 0, 2},    {227, 11, 4, 0, 0, 1}, {2, 3, 9, 0, 0, 1},
        {7, 4, 4, 0, 0, 1},    {100, 5, 1, 2, 2, 1},  {50, 3, 9, 10, 14, 11},
        {9, 12, 10, 9, 11, 2},
    };

    for (size_t i = 0; i < sizeof lesson / sizeof lesson[0]; i++)
        add(s, STAGE_LESSON, lesson[i].axis, lesson[i].note);
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        add(s, STAGE_EDGES, edge[i], "");
    for (int i = 0; i < 24; i++)
        add(s, STAGE_INTEGERS,
            (struct window_axis){suite_int(s, 1, 30), suite_int(s, 1, 6),
                                 suite_int(s, 1, 4), suite_int(s, 0, 4),
                                 suite_int(s, 0, 4), suite_int(s, 1, 4)},
            "");
}

const struct exercise exercise_output_size = {
    .kind = EXERCISE_WRITE,
    .title = "count the windows",
    .anchor = "counting-windows",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right,
    .reference = reference,
    .misconceptions = wrong_output_size,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"S01", "S03", "S08"},
};
