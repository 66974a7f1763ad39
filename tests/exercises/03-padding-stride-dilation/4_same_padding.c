/* What same_padding is checked against: kernels odd and even, strides that
 * divide the axis or not and that pass over the kernel, and the law that
 * ceil(n/s) windows fit and would not with less. */
#include "4_same_padding.h"

#include "reference/shape.h"
#include "tests/grader/fault.h"

static const struct param params[] = {
    {"n", ARG_INT},  {"k", ARG_INT},          {"s", ARG_INT},
    {"d", ARG_INT},  {"before", ARG_OUT_INT}, {"after", ARG_OUT_INT},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

struct same same_of(const struct call *c)
{
    return (struct same){.n = call_number(c, N),
                         .k = call_number(c, K),
                         .s = call_number(c, S),
                         .d = call_number(c, DILATION)};
}

/* Of every s elements one begins a window; the last window ends where it
 * ends, and what sticks out is the padding. */
static int total_of(const struct same *a)
{
    int last = 0;

    while (last + a->s < a->n)
        last += a->s;
    int end = last + (a->k - 1) * a->d;
    return end > a->n - 1 ? end - (a->n - 1) : 0;
}

static void right(const struct call *c, struct answer *a)
{
    struct same same = same_of(c);
    int total = total_of(&same);

    answer_put(a, BEFORE, 0, total / 2, 0);
    answer_put(a, AFTER, 0, total - total / 2, 0);
}

/* Adds padding, after and before in turn, until the library counts enough
 * windows. At stride 1 the library itself says how much it takes. */
static void reference(const struct call *c, struct answer *a)
{
    struct same same = same_of(c);
    ref_axis axis = {
        .name = REF_AXIS_W, .n = same.n, .k = same.k, .s = same.s, .d = same.d};
    int wanted = (same.n + same.s - 1) / same.s, size = 0, before, after;

    while (ref_output_size(&axis, &size) != REF_OK || size < wanted) {
        if (axis.after <= axis.before)
            axis.after++;
        else
            axis.before++;
    }
    if (same.s == 1 &&
        (ref_same_padding(same.k, same.d, &before, &after) != REF_OK ||
         before != axis.before || after != axis.after))
        grader_fault("same padding at stride 1: %s", ref_status_message());
    answer_put(a, BEFORE, 0, axis.before, 0);
    answer_put(a, AFTER, 0, axis.after, 0);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct same a = same_of(c);
    int outputs = (a.n + a.s - 1) / a.s, extent = a.d * (a.k - 1) + 1;
    int total = (outputs - 1) * a.s + extent - a.n;

    (void)seen;
    (void)cell;
    fprintf(f,
            "     %d/%d rounded up: %d windows; each covers %d*(%d-1) + 1 = "
            "%d\n"
            "     together they reach over (%d-1)*%d + %d = %d elements\n",
            a.n, a.s, outputs, a.d, a.k, extent, outputs, a.s, extent,
            (outputs - 1) * a.s + extent);
    if (total < 0)
        fprintf(f, "     the axis has %d, more than that: total 0\n", a.n);
    else
        fprintf(f, "     the axis has %d: total %d, %d before and %d after\n",
                a.n, total, total / 2, total - total / 2);
}

/* ---- the cases ----------------------------------------------------------- */

static const char *is_same(const struct call *const *c, double *const *y)
{
    struct same a = same_of(c[0]);
    double total = y[0][0] + y[0][1];
    double rest = a.n + total - (a.d * (a.k - 1) + 1);
    int wanted = (a.n + a.s - 1) / a.s;

    if (rest < (wanted - 1) * a.s)
        return "ceil(n/s) windows must fit";
    if (total > 0 && rest > (wanted - 1) * a.s)
        return "with one zero less ceil(n/s) windows must not fit";
    return NULL;
}

static void add(struct suite *s, enum stage stage, struct same a)
{
    struct call *c =
        case_add(s, stage, "%d elements, kernel of %d, stride %d, dilation %d",
                 a.n, a.k, a.s, a.d);

    call_int(c, N, a.n);
    call_int(c, K, a.k);
    call_int(c, S, a.s);
    call_int(c, DILATION, a.d);
    call_vector(c, BEFORE, 1);
    call_vector(c, AFTER, 1);
    case_law(s, 1, is_same);
}

/* Fresh data: another axis under the same kernel. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    (void)stage;
    call_int(c, N, suite_int(s, 1, 40));
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 5 };

static void cases(struct suite *s)
{
    static const struct same lesson[] = {
        {6, 3, 1, 1}, {6, 4, 1, 1}, {6, 3, 2, 1}, {7, 3, 2, 1}, {9, 3, 1, 2}};
    static const struct same edge[] = {
        {12, 6, 3, 1},  {1, 1, 1, 1}, {1, 5, 1, 1},  {1, 4, 3, 1},
        {5, 1, 3, 1},   {8, 2, 5, 1}, {8, 2, 4, 1},  {224, 7, 2, 1},
        {7, 1, 1, 5},   {4, 4, 1, 1}, {4, 2, 1, 3},  {6, 2, 6, 1},
        {5, 3, 7, 1},   {5, 3, 7, 4}, {11, 4, 3, 2}, {12, 5, 4, 3},
        {9, 2, 2, 1},   {3, 9, 1, 1}, {2, 9, 2, 2},  {40, 11, 10, 9},
        {95, 12, 9, 10}};

    for (size_t i = 0; i < sizeof lesson / sizeof lesson[0]; i++)
        add(s, STAGE_LESSON, lesson[i]);
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        add(s, STAGE_EDGES, edge[i]);
    for (int i = 0; i < 24; i++)
        add(s, STAGE_INTEGERS,
            (struct same){suite_int(s, 1, 30), suite_int(s, 1, 7),
                          suite_int(s, 1, 5), suite_int(s, 1, 3)});
}

const struct exercise exercise_same_padding = {
    .kind = EXERCISE_WRITE,
    .title = "the padding of same",
    .anchor = "same-padding",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right,
    .reference = reference,
    .misconceptions = wrong_same_padding,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"P09", "SP1", "SP3"},
};
