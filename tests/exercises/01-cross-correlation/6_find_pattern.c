/* What find_pattern is checked against: bright spots, copies, constant
 * windows, images without any likeness, and laws.
 *
 * The outputs are whole numbers, so nothing but the very place is right, and
 * the cases are made so that every honest way to compute the scores finds
 * it: is_fair below says how.
 */
#include "6_find_pattern.h"

#include "reference/match.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"
#include "tests/grader/search.h"

static const struct param params[] = {
    {"x", ARG_IN},        {"h", ARG_INT},       {"w", ARG_INT},
    {"p", ARG_IN},        {"ph", ARG_INT},      {"pw", ARG_INT},
    {"row", ARG_OUT_INT}, {"col", ARG_OUT_INT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_find_pattern(const struct call *c, struct answer *a)
{
    int row = 0, col = 0;

    search_place(c, &search_right, &row, &col);
    search_put(a, row, col);
}

static void reference(const struct call *c, struct answer *a)
{
    int row, col;

    if (ref_find_pattern(c->arg[X].data, call_number(c, H), call_number(c, W),
                         c->arg[P].data, call_number(c, PH), call_number(c, PW),
                         &row, &col) != REF_OK)
        grader_fault("%s", ref_status_message());
    search_put(a, row, col);
}

/* ---- constant arrays ----------------------------------------------------- */

static bool is_constant(const struct window *m)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (window_x(m, u, v) != window_x(m, 0, 0))
                return false;
    return true;
}

static bool has_constant_pattern(const struct window *m)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (window_p(m, u, v) != window_p(m, 0, 0))
                return false;
    return true;
}

/* ---- what is told about a wrong place ------------------------------------ */

/* A -0 is told as 0. */
static void print_score(FILE *f, const struct window *m, const char *whose)
{
    fprintf(f, "     score at (%d, %d), %-10s %.6g\n", m->i, m->j, whose,
            score_ncc(m) + 0.0);
}

/* What the contract says where no score tells why. */
static const char *rule(const struct window *yours, const struct window *best)
{
    if (has_constant_pattern(best))
        return "the pattern is constant: every window scores 0, the first wins";
    if (score_ncc(yours) > score_ncc(best) - 1e-5)
        return "the same score: the first in row-major order wins";
    if (is_constant(yours) || is_constant(best))
        return "a constant window scores 0";
    return NULL;
}

/* The scores at both places. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    const struct cell *row = &seen[call_cell_of(c, ROW, 0)];
    const struct cell *col = &seen[call_cell_of(c, COL, 0)];
    struct window best = window_of(c), yours = best;
    int last_row = best.h - best.ph, last_col = best.w - best.pw;

    (void)cell;
    search_place(c, &search_right, &best.i, &best.j);
    print_score(f, &best, "expected:");
    if (row->state != CELL_VALUE || col->state != CELL_VALUE)
        return;
    if (row->value < 0 || row->value > last_row || col->value < 0 ||
        col->value > last_col) {
        fprintf(f,
                "     no window at (%.0f, %.0f): rows go from 0 to %d,"
                " columns from 0 to %d\n",
                row->value, col->value, last_row, last_col);
        return;
    }
    yours.i = (int)row->value;
    yours.j = (int)col->value;
    print_score(f, &yours, "yours:");
    if (rule(&yours, &best) != NULL)
        fprintf(f, "     %s\n", rule(&yours, &best));
}

/* ---- fair cases ---------------------------------------------------------- */

/* So is the mean of six threes: each adds a half to it, and in float as in
 * double 3 * (1.0 / 6) is that half. */
static bool has_exact_mean(const struct window *pattern)
{
    int count = pattern->ph * pattern->pw;

    return search_is_exact(count) ||
           (count == 6 && window_p(pattern, 0, 0) == 3);
}

/* Windows that tie in every program: constant ones score exactly 0, copies of
 * the same numbers exactly 1. Other scores are rounded, and where the best is
 * kept in float but compared with a double, an equal may come out higher. */
static bool is_tied(const struct window *m, const struct window *winner)
{
    if (is_constant(m) || is_constant(winner))
        return is_constant(m) && is_constant(winner);
    return window_is_same(m, winner) && score_ncc(winner) == 1;
}

/* Whether every honest program finds the same place. The best window leads
 * by more than 0.001; float scores of these small windows are right to 1e-4,
 * even where means and squares are subtracted as sums. A window that does
 * not stay behind must tie. Where the pattern is constant all windows do. */
static bool is_fair(const struct call *c)
{
    struct window m = window_of(c), winner = m;
    bool exact = search_is_exact(m.ph * m.pw);

    search_place(c, &search_right, &winner.i, &winner.j);
    if (has_constant_pattern(&m))
        return has_exact_mean(&m);
    for (m.i = 0; m.i <= m.h - m.ph; m.i++)
        for (m.j = 0; m.j <= m.w - m.pw; m.j++) {
            bool self = m.i == winner.i && m.j == winner.j;

            if (is_constant(&m) && !exact)
                return false;
            if (!self && score_ncc(&m) >= score_ncc(&winner) - 0.001 &&
                !is_tied(&m, &winner))
                return false;
        }
    return true;
}

/* Whether a window holds nothing but zeros. A program that forgets the means
 * divides 0 by 0 there, and what it does with that is another mistake. */
static bool has_window_of_zeros(const struct call *c)
{
    struct window m = window_of(c);

    for (m.i = 0; m.i <= m.h - m.ph; m.i++)
        for (m.j = 0; m.j <= m.w - m.pw; m.j++)
            if (is_constant(&m) && window_x(&m, 0, 0) == 0)
                return true;
    return false;
}

/* Writes the pattern into the image, its contrast and brightness changed. */
static void plant(struct call *c, int i, int j, int contrast, int brightness)
{
    int w = call_number(c, W), pw = call_number(c, PW);

    for (int n = 0; n < c->arg[P].count; n++)
        c->arg[X].data[(i + n / pw) * w + (j + n % pw)] =
            (float)contrast * c->arg[P].data[n] + (float)brightness;
}

/* Random numbers, and in every second image a changed copy of the pattern,
 * until the case is fair. */
static void fill(struct suite *s, struct call *c, enum stage stage)
{
    int rows = call_number(c, H) - call_number(c, PH) + 1;
    int cols = call_number(c, W) - call_number(c, PW) + 1;

    for (int tries = 0; tries < 100000; tries++) {
        suite_fill(s, c, stage);
        if (suite_int(s, 0, 1) == 0)
            plant(c, suite_int(s, 0, rows - 1), suite_int(s, 0, cols - 1),
                  suite_int(s, 1, 3), suite_int(s, -5, 5));
        if (is_fair(c) && !has_window_of_zeros(c))
            return;
    }
    grader_fault("no fair image was found for a pattern");
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int h, int w, int ph,
                        int pw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d pattern%s", h, w, ph, pw, note);

    call_matrix(c, X, h, w);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, P, ph, pw);
    call_int(c, PH, ph);
    call_int(c, PW, pw);
    call_vector(c, ROW, 1);
    call_vector(c, COL, 1);
    return c;
}

static void give(struct suite *s, enum stage stage, int h, int w,
                 const float *x, int ph, int pw, const float *p,
                 const char *note)
{
    struct call *c = add(s, stage, h, w, ph, pw, note);

    case_values(s, X, x);
    case_values(s, P, p);
    if (!is_fair(c))
        grader_fault("find_pattern: an unfair case: %s", note);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

/* Two rows of the lesson's table: the negative, and more contrast. */
static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 2, 3, (const float[]){3, 1, 2, 10, 30, 20}, 1, 3,
         (const float[]){1, 3, 2}, "");
}

/* A faint copy, a bright spot, and the negative of the pattern. */
static void by_hand(struct suite *s)
{
    give(s, STAGE_EDGES, 4, 6, (const float[]){9, 9, 1, 1, 8, 2, //
                                               9, 8, 1, 2, 1, 6, //
                                               1, 3, 2, 1, 5, 1, //
                                               2, 1, 3, 2, 1, 3},
         2, 2, (const float[]){1, 4, 4, 1}, ", a bright spot");
    give(s, STAGE_EDGES, 3, 5,
         (const float[]){1, 2, 1, 2, 3, //
                         2, 7, 3, 1, 2, //
                         1, 2, 1, 3, 1},
         3, 3, (const float[]){0, 1, 0, 1, 6, 1, 0, 1, 0}, ", a spot");
}

/* What the contract says about equal and constant windows, and about images
 * in which nothing is like the pattern. */
static void by_contract(struct suite *s)
{
    give(s, STAGE_EDGES, 1, 6, (const float[]){5, 5, 3, 3, 1, 9}, 1, 2,
         (const float[]){1, 2}, ", one rise");
    give(s, STAGE_EDGES, 4, 6, (const float[]){3, 1, 1, 5, 2, 4, //
                                               2, 5, 7, 2, 6, 3, //
                                               1, 5, 2, 3, 1, 5, //
                                               7, 2, 1, 4, 7, 2},
         2, 2, (const float[]){1, 5, 7, 2}, ", three copies");
    give(s, STAGE_EDGES, 3, 5,
         (const float[]){8, 8, 2, 1, 5, //
                         8, 8, 3, 6, 1, //
                         2, 1, 4, 1, 2},
         2, 2, (const float[]){1, 2, 6, 1}, ", one window constant");
    give(s, STAGE_EDGES, 1, 8, (const float[]){9, 8, 7, 6, 6, 6, 6, 5}, 1, 4,
         (const float[]){1, 2, 3, 4}, ", all falling but one constant");
    give(s, STAGE_EDGES, 1, 5, (const float[]){9, 8, 4, 3, -7}, 1, 3,
         (const float[]){1, 2, 4}, ", all scores negative");
    give(s, STAGE_EDGES, 2, 4, (const float[]){-9, -7, -4, -1, -5, -6, -2, -3},
         2, 2, (const float[]){1, 2, 3, 5}, ", all numbers negative");
    give(s, STAGE_EDGES, 2, 9,
         (const float[]){1, 2, 1, 2, 2, 2, 1, 1, 2, //
                         41, 43, 41, 43, 42, 43, 41, 42, 43},
         1, 9, (const float[]){1, 3, 1, 3, 2, 3, 1, 2, 3}, ", a brighter copy");
    give(s, STAGE_EDGES, 9, 2,
         (const float[]){1, 41, 2, 43, 1, 41, 2, 43, 2, 42, 2, 43, 1, 41, 1, 42,
                         2, 43},
         9, 1, (const float[]){1, 3, 1, 3, 2, 3, 1, 2, 3}, ", a brighter copy");
    give(s, STAGE_EDGES, 2, 9,
         (const float[]){5, 5, 4, 8, 7, 5, 6, 1, 1, //
                         7, 1, 3, 4, 3, 7, 9, 6, 9},
         1, 9, (const float[]){4, 1, 5, 7, 6, 1, 9, 2, 8}, ", the end decides");
    give(s, STAGE_EDGES, 9, 2,
         (const float[]){5, 7, 5, 1, 4, 3, 8, 4, 7, 3, 5, 7, 6, 9, 1, 6, 1, 9},
         9, 1, (const float[]){4, 1, 5, 7, 6, 1, 9, 2, 8}, ", the end decides");
    give(s, STAGE_EDGES, 2, 2, (const float[]){4, 3, 2, 1}, 2, 2,
         (const float[]){1, 2, 3, 4}, ", its opposite");
    give(s, STAGE_EDGES, 2, 4, (const float[]){1, 2, 5, 3, 4, 1, 2, 6}, 2, 2,
         (const float[]){3, 3, 3, 3}, ", the pattern constant");
    give(s, STAGE_EDGES, 2, 5, (const float[]){0, 2, 3, 2, 1, 1, 3, 2, 1, 3}, 2,
         3, (const float[]){3, 3, 3, 3, 3, 3}, ", the pattern constant");
    give(s, STAGE_EDGES, 2, 3, (const float[]){6, 2, 9, 4, 5, 5}, 2, 2,
         (const float[]){1, 5, 3, 3}, ", the pattern's end is its mean");
    give(s, STAGE_EDGES, 3, 3, (const float[]){7, 7, 7, 7, 7, 7, 7, 7, 7}, 2, 2,
         (const float[]){1, 2, 3, 5}, ", the image constant");
    give(s, STAGE_EDGES, 2, 3, (const float[]){4, 9, 2, 1, 3, 5}, 1, 1,
         (const float[]){2}, ", one element is constant");
}

static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {3, 4, 3, 4},  {5, 1, 3, 1},   {1, 7, 1, 3},
        {6, 3, 2, 3},  {3, 7, 3, 2},  {4, 9, 2, 3},   {9, 4, 3, 2},
        {1, 17, 1, 9}, {17, 3, 9, 3}, {10, 12, 3, 9}, {12, 10, 9, 2},
        {8, 8, 3, 3},  {11, 5, 4, 1}, {5, 14, 1, 4},
    };

    by_hand(s);
    by_contract(s);
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 4 + 7 * n / cases;

        add(s, stage, suite_int(s, 3, side), suite_int(s, 3, side + 2),
            suite_int(s, 2, 3), suite_int(s, 2, 3), "");
    }
}

static const char *stays(const struct call *const *c, double *const *y)
{
    (void)c;
    return y[0][0] == y[1][0] && y[0][1] == y[1][1]
               ? NULL
               : "twice the contrast and another brightness must not move the "
                 "best match";
}

static void brightness(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 5, 6, 2, 3, "");

    fill(s, c, STAGE_INTEGERS);
    struct call *d = add(s, STAGE_PROPERTIES, 5, 6, 2, 3, ", another contrast");
    case_values(s, P, c->arg[P].data);
    case_values(s, X, c->arg[X].data);
    for (int n = 0; n < d->arg[X].count; n++)
        d->arg[X].data[n] = 2 * d->arg[X].data[n] + 3;
    case_law(s, 2, stays);
}

static const char *was_cut_there(const struct call *const *c, double *const *y)
{
    struct window m = window_of(c[0]);

    m.i = (int)y[0][0];
    m.j = (int)y[0][1];
    for (int u = 0; u < m.ph; u++)
        for (int v = 0; v < m.pw; v++)
            if (window_x(&m, u, v) != window_p(&m, u, v))
                return "a pattern cut out of the image must be found where it "
                       "was cut";
    return NULL;
}

static void cut_out(struct suite *s, int h, int w, int row, int col)
{
    struct call *c = add(s, STAGE_PROPERTIES, h, w, 3, 2, ", cut out of it");

    do {
        suite_fill(s, c, STAGE_INTEGERS);
        plant(c, row, col, 1, 0);
    } while (!is_fair(c));
    case_law(s, 1, was_cut_there);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 22);
    at_random(s, STAGE_REALS, 8);
    brightness(s);
    cut_out(s, 6, 5, 3, 3);
    cut_out(s, 6, 5, 0, 2);
    cut_out(s, 6, 5, 2, 0);
    cut_out(s, 12, 11, 9, 9);
}

/* The pattern that is hidden in the chart. */
static struct call *picture(void)
{
    return chart_search(params);
}

const struct exercise exercise_find_pattern = {
    .kind = EXERCISE_WRITE,
    .title = "find a pattern in an image",
    .anchor = "finding-a-pattern",
    .params = params,
    .cases = cases,
    .fill = fill,
    .working = working,
    .right = right_find_pattern,
    .reference = reference,
    .misconceptions = wrong_find_pattern,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"FP1", "FP4", "FP21"},
    .picture = picture,
};
