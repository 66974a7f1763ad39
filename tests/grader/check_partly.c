/* What is said to be right about a wrong answer: by outputs that are changed
 * in a known way, and by submissions. A sentence that is not expected fails
 * the test as much as one that is missing. */
#include "tests/support/suite.h"

#include "fault.h"
#include "files.h"
#include "grade.h"
#include "partly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Turns right cells of one array into what a program gave. */
typedef void change(const struct call *c, const struct arg *a,
                    struct cell *cell);

static void as_floats(struct cell *cell, int count)
{
    for (int i = 0; i < count; i++)
        cell[i].value = (double)(float)cell[i].value;
}

/* What the changed program sent back for a call; change applies to the
 * array numbered by `output` among the outputs. */
static struct called obey(const struct exercise *e, const struct call *c,
                          change *to, int output)
{
    struct answer *right = answer_of(e->right, c, NULL);
    struct called called = {.end = END_RETURNED};
    size_t bytes = (size_t)right->cells * sizeof *called.cell;
    called.cell = need(malloc(bytes));
    memcpy(called.cell, right->cell, bytes);
    for (int i = 0, seen = 0; i < c->args; i++)
        if (arg_is_output(c->arg[i].kind) && seen++ == output) {
            struct cell *cell = called.cell + call_cell_of(c, i, 0);
            to(c, &c->arg[i], cell);
            as_floats(cell, c->arg[i].count);
        }
    answer_free(right);
    return called;
}

static struct verdict *changed(const char *exercise, change *to, int output)
{
    char problem[80];
    struct verdict *v = need(calloc(1, sizeof *v));
    v->entry = catalog_find(exercise, problem, 80);
    v->suite = suite_new(v->entry->exercise, 5);
    v->max = exercise_points(v->suite);
    size_t trials = (size_t)v->suite->trials;
    v->ran = need(calloc(trials, sizeof *v->ran));
    v->right = need(calloc(trials, sizeof *v->right));
    v->right_fresh = need(calloc(trials, sizeof *v->right_fresh));
    for (int i = 0; i < v->suite->trials; i++) {
        const struct exercise *e = v->entry->exercise;
        const struct trial *t = &v->suite->trial[i];
        v->right[i] = answer_of(e->right, t->call, NULL);
        v->right_fresh[i] = answer_of(e->right, t->fresh, NULL);
        v->ran[i].call[CALL_FIRST] = obey(e, t->call, to, output);
        v->ran[i].call[CALL_FRESH] = obey(e, t->fresh, to, output);
        v->ran[i].call[CALL_AGAIN] = obey(e, t->call, to, output);
        v->trials_run++;
    }
    grade_compare(v);
    return v;
}

/* ---- changes ------------------------------------------------------------- */

static void negate(const struct call *c, const struct arg *a, struct cell *cell)
{
    (void)c;
    for (int i = 0; i < a->count; i++)
        cell[i].value = -cell[i].value;
}

static void halve(const struct call *c, const struct arg *a, struct cell *cell)
{
    (void)c;
    for (int i = 0; i < a->count; i++)
        cell[i].value /= 2;
}

static void add_seven(const struct call *c, const struct arg *a,
                      struct cell *cell)
{
    (void)c;
    for (int i = 0; i < a->count; i++)
        cell[i].value += 7;
}

/* cell[e] = what belongs to from[e], or 99 where that is outside */
static void move(const struct arg *a, struct cell *cell, int di, int dj)
{
    int rows = arg_rows(a), cols = arg_cols(a), plane = rows * cols;
    struct cell *old = need(malloc((size_t)a->count * sizeof *old));
    memcpy(old, cell, (size_t)a->count * sizeof *old);
    for (int e = 0; e < a->count; e++) {
        int i = e % plane / cols + di, j = e % cols + dj;
        bool inside = i >= 0 && i < rows && j >= 0 && j < cols;
        cell[e].value = inside ? old[e - e % plane + i * cols + j].value : 99;
    }
    free(old);
}

static void move_left(const struct call *c, const struct arg *a,
                      struct cell *cell)
{
    (void)c;
    move(a, cell, 0, 1);
}

static void move_down(const struct call *c, const struct arg *a,
                      struct cell *cell)
{
    (void)c;
    move(a, cell, -1, 0);
}

static void transpose(const struct call *c, const struct arg *a,
                      struct cell *cell)
{
    int rows = arg_rows(a), cols = arg_cols(a), plane = rows * cols;
    struct cell *old = need(malloc((size_t)a->count * sizeof *old));
    (void)c;
    memcpy(old, cell, (size_t)a->count * sizeof *old);
    for (int e = 0; e < a->count; e++)
        cell[e - e % plane + e % cols * rows + e % plane / cols] = old[e];
    free(old);
}

static void reverse(const struct call *c, const struct arg *a,
                    struct cell *cell)
{
    (void)c;
    for (int i = 0; i < a->count / 2; i++) {
        struct cell swap = cell[i];
        cell[i] = cell[a->count - 1 - i];
        cell[a->count - 1 - i] = swap;
    }
}

/* Wrong, each in its own way, where `where` says so. */
typedef bool place(const struct arg *a, int i, int j);

static void spoil(const struct arg *a, struct cell *cell, place *where)
{
    int cols = arg_cols(a), plane = arg_rows(a) * cols;
    for (int e = 0; e < a->count; e++)
        if (where(a, e % plane / cols, e % cols))
            cell[e].value += 3 + e * e % 7;
}

static bool in_last_row(const struct arg *a, int i, int j)
{
    (void)j;
    return i == arg_rows(a) - 1;
}

static bool in_last_column(const struct arg *a, int i, int j)
{
    (void)i;
    return j == arg_cols(a) - 1;
}

static bool in_first_column(const struct arg *a, int i, int j)
{
    (void)a;
    (void)i;
    return j == 0;
}

static bool on_border(const struct arg *a, int i, int j)
{
    return i == 0 || j == 0 || in_last_row(a, i, j) || in_last_column(a, i, j);
}

static bool on_chessboard(const struct arg *a, int i, int j)
{
    (void)a;
    return (i + j) % 2 == 0;
}

static void spoil_last_row(const struct call *c, const struct arg *a,
                           struct cell *cell)
{
    (void)c;
    spoil(a, cell, in_last_row);
}

static void spoil_last_column(const struct call *c, const struct arg *a,
                              struct cell *cell)
{
    (void)c;
    spoil(a, cell, in_last_column);
}

static void spoil_first_column(const struct call *c, const struct arg *a,
                               struct cell *cell)
{
    (void)c;
    spoil(a, cell, in_first_column);
}

static void spoil_border(const struct call *c, const struct arg *a,
                         struct cell *cell)
{
    (void)c;
    spoil(a, cell, on_border);
}

static void spoil_chessboard(const struct call *c, const struct arg *a,
                             struct cell *cell)
{
    (void)c;
    spoil(a, cell, on_chessboard);
}

/* All planes after the first of the array, or of each image. */
static void spoil_later_planes(const struct call *c, const struct arg *a,
                               struct cell *cell)
{
    int plane = arg_rows(a) * arg_cols(a), channels = a->dim[a->rank - 3];
    (void)c;
    for (int e = 0; e < a->count; e++)
        if (e / plane % channels > 0)
            cell[e].value += 3 + e * e % 7;
}

static void spoil_later_images(const struct call *c, const struct arg *a,
                               struct cell *cell)
{
    (void)c;
    for (int e = a->count / a->dim[0]; e < a->count; e++)
        cell[e].value += 3 + e * e % 7;
}

static void spoil_after_five(const struct call *c, const struct arg *a,
                             struct cell *cell)
{
    (void)c;
    for (int e = 5; e < a->count; e++)
        cell[e].value += 3 + e * e % 7;
}

static int number(const struct call *c, const char *name)
{
    for (int i = 0; i < c->args; i++)
        if (strcmp(c->params[i].name, name) == 0)
            return c->arg[i].number;
    abort();
}

static void spoil_wide_kernels(const struct call *c, const struct arg *a,
                               struct cell *cell)
{
    if (number(c, "kw") > 2)
        spoil(a, cell, on_chessboard);
}

static void spoil_even_kernels(const struct call *c, const struct arg *a,
                               struct cell *cell)
{
    if (number(c, "kh") % 2 == 0)
        spoil(a, cell, on_chessboard);
}

static void spoil_steps(const struct call *c, const struct arg *a,
                        struct cell *cell)
{
    if (number(c, "sw") != 1)
        spoil(a, cell, on_chessboard);
}

static void spoil_some(const struct call *c, const struct arg *a,
                       struct cell *cell)
{
    if ((number(c, "h") + 3 * number(c, "w")) % 5 == 0)
        spoil(a, cell, on_chessboard);
}

static const struct {
    const char *exercise;
    change *to;
    int output;
    const char *says[PARTLY_MAX]; /* how each sentence begins */
} made[] = {
    {"correlate_2d", negate, 0, {"Every element of y has the right size, but"}},
    {"conv2d", halve, 0, {"Every element of y is 0.5 times what it should"}},
    {"conv2d", add_seven, 0, {"In every wrong case all of y is off by the"}},
    {"correlate_2d",
     move_left,
     0,
     {"y is right, but shifted: each column stands one left of its place."}},
    {"correlate_2d",
     move_down,
     0,
     {"y is right, but shifted: each row stands one below its place."}},
    {"correlate_2d", transpose, 0, {"y is right, but transposed"}},
    {"correlate_1d",
     reverse,
     0,
     {"y holds the right numbers, in reverse order.",
      "Right in # of # cases: those with w = kw."}},
    {"correlate_2d",
     spoil_last_row,
     0,
     {"All of y but its last row is right."}},
    {"conv2d_one",
     spoil_last_column,
     0,
     {"All of y but its last column is right."}},
    {"correlate_2d",
     spoil_first_column,
     0,
     {"All of y but its first column is right."}},
    {"correlate_1d",
     spoil_last_column,
     0,
     {"All of y but its last element is right."}},
    {"correlate_2d", spoil_border, 0, {"The interior of y is right, only its"}},
    {"correlate_1d",
     spoil_after_five,
     0,
     {"The first 5 elements of y are right in every case"}},
    {"conv2d",
     spoil_later_planes,
     0,
     {"All of y[b][0] is right; what is wrong lies in y[b][1] and beyond.",
      "Right in # of # cases: those with c_out = 1."}},
    {"conv2d",
     spoil_later_images,
     0,
     {"All of y[0] is right; what is wrong lies in y[1] and beyond.",
      "Right in # of # cases: those with n = 1."}},
    {"max_pool_2d_indices",
     spoil_chessboard,
     1,
     {"y is right in every case; only index is not."}},
    {"correlate_2d",
     spoil_wide_kernels,
     0,
     {"Right in # of # cases: those with kw up to 2."}},
    {"correlate_2d",
     spoil_even_kernels,
     0,
     {"Right in # of # cases: those with odd kh."}},
    {"correlate_2d_strided",
     spoil_steps,
     0,
     {"Right in # of # cases: those with sw = 1."}},
    /* nothing true can be said */
    {"correlate_2d", spoil_chessboard, 0, {NULL}},
    {"correlate_2d", spoil_some, 0, {NULL}},
    {"conv2d", spoil_chessboard, 0, {NULL}},
};

/* Numbers in what is said are #, as in what is expected. */
static void without_counts(char *text)
{
    int right, all, used = 0;
    char rest[PARTLY_BYTES];
    if (sscanf(text, "Right in %d of %d cases%n", &right, &all, &used) != 2)
        return;
    ck_assert_int_gt(right, 2);
    ck_assert_int_gt(all, right + 2);
    snprintf(rest, sizeof rest, "%s", text + used);
    sprintf(text, "Right in # of # cases%s", rest);
}

static void expect(const char *name, const struct verdict *v,
                   const char *const says[PARTLY_MAX])
{
    char text[PARTLY_MAX][PARTLY_BYTES] = {"", ""};
    int count = partly_right(v, text);
    for (int i = 0; i < PARTLY_MAX; i++) {
        without_counts(text[i]);
        const char *begin = says[i] != NULL ? says[i] : "";
        ck_assert_msg((i < count) == (says[i] != NULL) &&
                          strncmp(text[i], begin, strlen(begin)) == 0,
                      "%s: '%s', not '%s'", name, text[i], begin);
    }
}

START_TEST(test_what_is_right_is_said_of_changed_outputs)
{
    struct verdict *v =
        changed(made[_i].exercise, made[_i].to, made[_i].output);
    ck_assert_int_eq(v->kind, VERDICT_WRONG_ANSWER);
    expect(made[_i].exercise, v, made[_i].says);
    verdict_free(v);
}
END_TEST

/* One case that disagrees, the largest, and the sentence is gone. */
START_TEST(test_one_case_refutes)
{
    char text[PARTLY_MAX][PARTLY_BYTES];
    for (int i = 0; i < 14; i++) {
        struct verdict *v =
            changed(made[i].exercise, made[i].to, made[i].output);
        int large = 0;
        for (int t = 0; t < v->trials_run; t++)
            if (v->right[t]->cells > v->right[large]->cells)
                large = t;
        struct cell *cell = v->ran[large].call[CALL_FRESH].cell;
        int cells = v->right_fresh[large]->cells;
        for (int j = 0; j < cells; j++)
            cell[j].value = 1000 + j % 3;
        int count = partly_right(v, text);
        ck_assert_msg(count == 0 || strncmp(text[0], "Right in ", 9) == 0,
                      "%d: %s", i, text[0]);
        verdict_free(v);
    }
}
END_TEST

static const struct {
    const char *file;
    const char *says[PARTLY_MAX];
} files[] = {
    {"01-cross-correlation/2_correlate_2d/partly_negated",
     {"Every element of y has the right size, but the wrong sign."}},
    {"01-cross-correlation/2_correlate_2d/partly_doubled",
     {"Every element of y is 2 times what it should be."}},
    {"01-cross-correlation/2_correlate_2d/partly_one_more",
     {"In every wrong case all of y is off by the same amount, in the first"
      " by 1."}},
    {"01-cross-correlation/2_correlate_2d/partly_first_eight",
     {"The first 8 elements of y are right in every case; from the next on"
      " they are not."}},
    {"01-cross-correlation/2_correlate_2d/partly_border_zero",
     {"The interior of y is right, only its border is wrong."}},
    {"01-cross-correlation/2_correlate_2d/partly_row_too_high",
     {"y is right, but shifted: each row stands one above its place.",
      "Right in # of # cases: those with h = kh."}},
    {"01-cross-correlation/1_correlate_1d/partly_last_missing",
     {"All of y but its last element is right."}},
    {"01-cross-correlation/4_filter_same_2d/partly_border_halved",
     {"y is right wherever the window lies inside; wrong are only windows that"
      " reach over the border."}},
    {"03-padding-stride-dilation/5_correlate_2d_strided/partly_stride_one",
     {"Right in # of # cases: those with sh = 1."}},
    {"03-padding-stride-dilation/5_correlate_2d_strided/partly_square_steps",
     {"Right in # of # cases: those with sh = sw."}},
    {"04-channels/6_conv2d_groups/partly_first_group",
     {"The first group of y is right; what is wrong lies in the later groups.",
      "Right in # of # cases: those with groups = 1."}},
    {"05-pooling/4_max_pool_2d_indices/partly_places",
     {"y is right in every case; only index is not.",
      "Every element of index is 2 times what it should be."}},
    {"05-pooling/7_global_avg_pool/one_image",
     {"All of y[0] is right; what is wrong lies in y[1] and beyond.",
      "Right in # of # cases: those with n = 1."}},
    {"06-pointwise-depthwise/2_depthwise_conv2d/partly_first_channel",
     {"All of y[0] is right; what is wrong lies in y[1] and beyond."}},
    {"01-cross-correlation/2_correlate_2d/partly_nothing", {NULL}},
    {"01-cross-correlation/2_correlate_2d/block_never_set", {NULL}},
    {"01-cross-correlation/2_correlate_2d/hard_coded", {NULL}},
    {"01-cross-correlation/2_correlate_2d/height_pitch", {NULL}},
    {"01-cross-correlation/1_correlate_1d/fourier", {NULL}},
    {"04-channels/5_conv2d_im2col/replaces", {NULL}},
    {"05-pooling/6_avg_pool_2d/padding_not_subtracted", {NULL}},
};

START_TEST(test_what_is_right_is_said_of_submissions)
{
    char path[300], name[100], problem[80];
    snprintf(path, sizeof path, "tests/submissions/%s.c", files[_i].file);
    const char *exercise = strchr(strchr(files[_i].file, '/'), '_') + 1;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(exercise, "/"), exercise);
    struct verdict *v = grade(catalog_find(name, problem, 80), path, 7);
    ck_assert_int_eq(v->kind, VERDICT_WRONG_ANSWER);
    expect(files[_i].file, v, files[_i].says);
    verdict_free(v);
}
END_TEST

static void fill(void)
{
    suite_case("changed outputs");
    suite_loop(test_what_is_right_is_said_of_changed_outputs,
               (int)(sizeof made / sizeof made[0]));
    suite_test(test_one_case_refutes);
    suite_case("submissions");
    suite_loop(test_what_is_right_is_said_of_submissions,
               (int)(sizeof files / sizeof files[0]));
}

int main(void)
{
    files_go_to_root();
    return suite_main("partly", fill);
}
