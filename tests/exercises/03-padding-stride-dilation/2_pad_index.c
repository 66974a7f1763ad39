/* What pad_index is checked against: positions near and far, on axes down to
 * one element, in every mode. */
#include "2_pad_index.h"

#include <string.h>

static const struct param params[] = {
    {"i", ARG_INT},        {"n", ARG_INT},  {"mode", ARG_INT},
    {"index", ARG_RETURN}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

int map_zeros(int i, int n)
{
    return i >= 0 && i < n ? i : -1;
}

int map_reflect(int i, int n)
{
    while (n > 1 && (i < 0 || i >= n))
        i = i < 0 ? -i : 2 * (n - 1) - i;
    return n > 1 ? i : 0;
}

int map_symmetric(int i, int n)
{
    while (i < 0 || i >= n)
        i = i < 0 ? -1 - i : 2 * n - 1 - i;
    return i;
}

int map_replicate(int i, int n)
{
    if (i < 0)
        return 0;
    return i < n ? i : n - 1;
}

int map_circular(int i, int n)
{
    while (i < 0)
        i += n;
    while (i >= n)
        i -= n;
    return i;
}

const struct maps maps_right = {{
    [REF_PAD_ZEROS] = map_zeros,
    [REF_PAD_REFLECT] = map_reflect,
    [REF_PAD_SYMMETRIC] = map_symmetric,
    [REF_PAD_REPLICATE] = map_replicate,
    [REF_PAD_CIRCULAR] = map_circular,
}};

int maps_at(const struct maps *m, int mode, int i, int n)
{
    if (m->of[mode] != NULL)
        return m->of[mode](i, n);
    return maps_right.of[mode](i, n);
}

static void right(const struct call *c, struct answer *a)
{
    answer_put(a, RESULT, 0,
               maps_at(&maps_right, call_number(c, MODE), call_number(c, I),
                       call_number(c, N)),
               0);
}

static void reference(const struct call *c, struct answer *a)
{
    answer_put(a, RESULT, 0,
               ref_pad_index((ref_pad_mode)call_number(c, MODE),
                             call_number(c, I), call_number(c, N)),
               0);
}

/* One place of a line between the two characters of form; the last place has
 * only the one before it. */
static void place(FILE *f, int width, int number, bool none, const char *form)
{
    char digits[16] = "-", text[24];

    if (!none)
        snprintf(digits, sizeof digits, "%d", number);
    snprintf(text, sizeof text, "%c%s%c", form[0], digits, form[1]);
    fprintf(f, "%*s", width + (int)strlen(form), text);
}

static const char *form_of(int i, int at, int around)
{
    if (i == at)
        return "[]";
    return i < at + around ? "  " : " ";
}

/* What is seen around the position, place under place. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    enum { FAR = 10000 };
    int at = call_number(c, I), n = call_number(c, N);
    int mode = call_number(c, MODE), around = at < FAR ? 4 : 2;
    int width = snprintf(NULL, 0, "%d", at < 0 ? at - around : at + around);

    (void)seen;
    (void)cell;
    fprintf(f, "     position");
    for (int i = at - around; i <= at + around; i++)
        place(f, width, i, false, form_of(i, at, around));
    fprintf(f, "\n     sees    ");
    for (int i = at - around; i <= at + around; i++) {
        int index = maps_at(&maps_right, mode, i, n);

        place(f, width, index, index < 0, form_of(i, at, around));
    }
    fprintf(f, "  (%s)\n", ref_pad_mode_name((ref_pad_mode)mode));
}

/* ---- the cases ----------------------------------------------------------- */

static const char *is_inside(const struct call *const *c, double *const *y)
{
    if (y[0][0] < -1 || y[0][0] >= call_number(c[0], N))
        return "the result must be an index from 0 to n-1, or -1";
    return NULL;
}

static void add(struct suite *s, enum stage stage, int i, int n, int mode)
{
    struct call *c = case_add(s, stage, "PAD_%s is %d: an axis of %d element%s",
                              (const char *[]){"ZEROS", "REFLECT", "SYMMETRIC",
                                               "REPLICATE", "CIRCULAR"}[mode],
                              mode, n, n == 1 ? "" : "s");

    call_int(c, I, i);
    call_int(c, N, n);
    call_int(c, MODE, mode);
    case_law(s, 1, is_inside);
}

/* Fresh data: another place on the same axis; in the lesson's cases not
 * beyond the first mirror. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    int n = call_number(c, N);

    if (stage == STAGE_LESSON)
        call_int(c, I, suite_int(s, 1 - n, 2 * n - 2));
    else
        call_int(c, I, suite_int(s, -30, 40));
}

static void every_mode(struct suite *s, enum stage stage, int i, int n)
{
    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++)
        add(s, stage, i, n, mode);
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 10 };

static void cases(struct suite *s)
{
    static const int edge[][2] = {
        {0, 5},  {4, 5},  {-1, 4},   {4, 4},  {0, 1},  {-1, 1},  {3, 1},
        {-4, 4}, {3, 2},  {-3, 3},   {-9, 4}, {11, 4}, {-5, 2},  {1000000, 7},
        {-6, 3}, {5, 11}, {-14, 12}, {12, 6}, {-7, 2}, {-999, 5}};

    every_mode(s, STAGE_LESSON, -2, 4);
    every_mode(s, STAGE_LESSON, 6, 4);
    add(s, STAGE_EDGES, -3, 5, REF_PAD_REFLECT);
    for (size_t i = 0; i < sizeof edge / sizeof edge[0]; i++)
        every_mode(s, STAGE_EDGES, edge[i][0], edge[i][1]);
    for (int i = 0; i < 8; i++)
        every_mode(s, STAGE_INTEGERS, suite_int(s, -20, 30),
                   suite_int(s, 1, 8));
}

const struct exercise exercise_pad_index = {
    .kind = EXERCISE_WRITE,
    .title = "one index map for five borders",
    .anchor = "what-stands-outside",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right,
    .reference = reference,
    .misconceptions = wrong_pad_index,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"P04", "PI3", "PI6"},
    .predict_note = "mode 1 is PAD_REFLECT.",
};
