/* What find_pattern is checked against: bright spots, copies, constant
 * windows, images without any likeness, and the wrong models.
 *
 * The outputs are whole numbers, so nothing but the very place is right, and
 * the cases are made so that every honest way to compute the scores finds
 * it: is_fair below says how.
 */
#include "reference/match.h"
#include "tests/grader/exercise.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

enum { X, H, W, P, PH, PW, ROW, COL };

static const struct param params[] = {
    {"x", ARG_IN},        {"h", ARG_INT},       {"w", ARG_INT},
    {"p", ARG_IN},        {"ph", ARG_INT},      {"pw", ARG_INT},
    {"row", ARG_OUT_INT}, {"col", ARG_OUT_INT}, {NULL, ARG_END},
};

/* ---- windows and their scores -------------------------------------------- */

/* A window of the image, its top left corner at row i, column j. */
struct window {
    const struct call *c;
    int h, w, ph, pw;
    int i, j;
};

static struct window window_of(const struct call *c)
{
    return (struct window){.c = c,
                           .h = call_number(c, H),
                           .w = call_number(c, W),
                           .ph = call_number(c, PH),
                           .pw = call_number(c, PW)};
}

/* The elements that lie on each other at row u, column v. */
static double in_image(const struct window *m, int u, int v)
{
    return call_at(m->c, X, (m->i + u) * m->w + (m->j + v));
}

static double in_pattern(const struct window *m, int u, int v)
{
    return call_at(m->c, P, u * m->pw + v);
}

/* Sums over a window of products of x - mx and p - mp. */
struct sums {
    double xp, xx, pp;
};

static struct sums sums_about(const struct window *m, double mx, double mp)
{
    struct sums s = {0, 0, 0};

    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            double dx = in_image(m, u, v) - mx;
            double dp = in_pattern(m, u, v) - mp;

            s.xp += dx * dp;
            s.xx += dx * dx;
            s.pp += dp * dp;
        }
    return s;
}

static void means(const struct window *m, double *mx, double *mp)
{
    *mx = *mp = 0;
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            *mx += in_image(m, u, v);
            *mp += in_pattern(m, u, v);
        }
    *mx /= m->ph * m->pw;
    *mp /= m->ph * m->pw;
}

static struct sums sums_about_means(const struct window *m)
{
    double mx, mp;

    means(m, &mx, &mp);
    return sums_about(m, mx, mp);
}

typedef double score(const struct window *m);

/* NaN where window or pattern is constant; the contract makes it a 0. */
static double bare_ncc(const struct window *m)
{
    struct sums s = sums_about_means(m);

    return s.xp / sqrt(s.xx * s.pp);
}

static double ncc(const struct window *m)
{
    double value = bare_ncc(m);

    return isnan(value) ? 0 : value;
}

/* ---- the search ---------------------------------------------------------- */

/* Which of the windows is best, and what else a wrong program may do. */
struct search {
    score *score;
    double begin;   /* the best so far, before the first window */
    bool last;      /* of equal windows the last, not the first */
    bool columns;   /* column after column, not row after row */
    int left_out;   /* so many rows and columns of windows at the end */
    bool from_zero; /* row and column begin as 0, not unset */
};

static bool better(const struct search *s, double value, double best)
{
    return s->last ? value >= best : value > best;
}

/* False: no window was better than the beginning; row, col as they were. */
static bool best_place(const struct call *c, const struct search *s, int *row,
                       int *col)
{
    struct window m = window_of(c);
    int rows = m.h - m.ph + 1 - s->left_out,
        cols = m.w - m.pw + 1 - s->left_out;
    double best = s->begin;
    bool found = false;

    for (int n = 0; rows > 0 && cols > 0 && n < rows * cols; n++) {
        m.i = s->columns ? n % rows : n / cols;
        m.j = s->columns ? n / rows : n % cols;
        double value = s->score(&m);

        if (better(s, value, best)) {
            best = value;
            *row = m.i;
            *col = m.j;
            found = true;
        }
    }
    return found;
}

static void put(struct answer *a, int row, int col)
{
    answer_put(a, ROW, 0, row, 0);
    answer_put(a, COL, 0, col, 0);
}

static void find(const struct call *c, struct answer *a, struct search s)
{
    int row = 0, col = 0;

    if (best_place(c, &s, &row, &col) || s.from_zero)
        put(a, row, col);
}

static void right(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc, .begin = -2});
}

static void reference(const struct call *c, struct answer *a)
{
    int row, col;

    if (ref_find_pattern(c->arg[X].data, call_number(c, H), call_number(c, W),
                         c->arg[P].data, call_number(c, PH), call_number(c, PW),
                         &row, &col) != REF_OK)
        grader_fault("%s", ref_status_message());
    put(a, row, col);
}

/* ---- wrong models: another score ----------------------------------------- */

static void highest(const struct call *c, struct answer *a, score *f)
{
    find(c, a, (struct search){.score = f, .begin = -INFINITY});
}

/* A constant window gives 0/0 here as well; it is taken as 0. */
static double divided(double above, double below)
{
    return below > 0 ? above / below : 0;
}

static double products(const struct window *m)
{
    return sums_about(m, 0, 0).xp;
}

static double cosine(const struct window *m)
{
    struct sums s = sums_about(m, 0, 0);

    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double covariance(const struct window *m)
{
    return sums_about_means(m).xp;
}

static double closeness(const struct window *m)
{
    double sum = 0;

    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            sum += pow(in_image(m, u, v) - in_pattern(m, u, v), 2);
    return -sum;
}

static double no_root(const struct window *m)
{
    struct sums s = sums_about_means(m);

    return divided(s.xp, s.xx * s.pp);
}

static double pattern_mean_only(const struct window *m)
{
    double mx, mp;

    means(m, &mx, &mp);
    struct sums s = sums_about(m, 0, mp);
    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double image_mean(const struct window *m)
{
    double mx, mp, mean = 0;
    int count = m->h * m->w;

    for (int n = 0; n < count; n++)
        mean += call_at(m->c, X, n) / count;
    means(m, &mx, &mp);
    struct sums s = sums_about(m, mean, mp);
    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double without_sign(const struct window *m)
{
    return fabs(ncc(m));
}

static double opposite(const struct window *m)
{
    return -ncc(m);
}

static double constant_is_one(const struct window *m)
{
    double value = bare_ncc(m);

    return isnan(value) ? 1 : value;
}

/* The window's elements against others of the pattern. */
static double turned(const struct window *m)
{
    struct sums s = {0, 0, 0};
    double mx, mp;

    means(m, &mx, &mp);
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            double dx = in_image(m, u, v) - mx;
            double dp = in_pattern(m, m->ph - 1 - u, m->pw - 1 - v) - mp;

            s.xp += dx * dp;
            s.xx += dx * dx;
            s.pp += dp * dp;
        }
    return divided(s.xp, sqrt(s.xx * s.pp));
}

/* The image with rows of h elements; all inside as long as h <= w. */
static double wrong_pitch(const struct window *m)
{
    struct window n = *m;

    n.w = m->h;
    return ncc(&n);
}

/* A wrong model is a search for the highest of a score; C has no other way
 * to make a function of it than to write one down. */
#define HIGHEST(name, score)                                                   \
    static void name(const struct call *c, struct answer *a)                   \
    {                                                                          \
        highest(c, a, score);                                                  \
    }
HIGHEST(by_products, products)
HIGHEST(by_cosine, cosine)
HIGHEST(by_covariance, covariance)
HIGHEST(by_closeness, closeness)
HIGHEST(by_no_root, no_root)
HIGHEST(by_pattern_mean_only, pattern_mean_only)
HIGHEST(by_image_mean, image_mean)
HIGHEST(by_absolute, without_sign)
HIGHEST(by_opposite, opposite)
HIGHEST(by_constant_is_one, constant_is_one)
HIGHEST(by_turned, turned)

static void by_wrong_pitch(const struct call *c, struct answer *a)
{
    if (call_number(c, H) <= call_number(c, W)) {
        highest(c, a, wrong_pitch);
    } else {
        answer_unknown(a, ROW, 0);
        answer_unknown(a, COL, 0);
    }
}

/* The same with a beginning that is low enough for scores from -1 to 1, but
 * not for these. */
static void by_products_above(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = products, .begin = -2});
}

static void by_covariance_above(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = covariance, .begin = -2});
}

/* ---- wrong models: another search ---------------------------------------- */

static void constant_never(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = bare_ncc, .begin = -2});
}

static void constant_never_from_zero(const struct call *c, struct answer *a)
{
    find(c, a,
         (struct search){.score = bare_ncc, .begin = -2, .from_zero = true});
}

static void last_of_ties(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc, .begin = -2, .last = true});
}

static void by_columns(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc, .begin = -2, .columns = true});
}

static void begins_at_zero(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc});
}

static void begins_at_zero_from_zero(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc, .from_zero = true});
}

static void windows_left_out(const struct call *c, struct answer *a)
{
    find(c, a, (struct search){.score = ncc, .begin = -2, .left_out = 1});
}

static void windows_left_out_from_zero(const struct call *c, struct answer *a)
{
    find(c, a,
         (struct search){
             .score = ncc, .begin = -2, .left_out = 1, .from_zero = true});
}

/* ---- wrong models: the right window, told wrongly ------------------------ */

static void right_place(const struct call *c, int *row, int *col)
{
    best_place(c, &(struct search){.score = ncc, .begin = -2}, row, col);
}

static void exchanged(const struct call *c, struct answer *a)
{
    int row = 0, col = 0;

    right_place(c, &row, &col);
    put(a, col, row);
}

static void middle(const struct call *c, struct answer *a)
{
    int row = 0, col = 0;

    right_place(c, &row, &col);
    put(a, row + call_number(c, PH) / 2, col + call_number(c, PW) / 2);
}

static void last_corner(const struct call *c, struct answer *a)
{
    int row = 0, col = 0;

    right_place(c, &row, &col);
    put(a, row + call_number(c, PH) - 1, col + call_number(c, PW) - 1);
}

static void counted_from_one(const struct call *c, struct answer *a)
{
    int row = 0, col = 0;

    right_place(c, &row, &col);
    put(a, row + 1, col + 1);
}

#define FINDING "finding-a-pattern"

static const struct misconception misconceptions[] = {
    {"FP1", "plain sum of products",
     "the score is the plain cross-correlation: it prefers bright windows, "
     "whatever is in them",
     FINDING, by_products},
    {"FP2", "means not subtracted",
     "the sum of products is divided by the two lengths, but the means were "
     "not taken away first",
     FINDING, by_cosine},
    {"FP3", "not divided",
     "the means are taken away, but nothing is divided: it prefers windows of "
     "high contrast",
     FINDING, by_covariance},
    {"FP4", "least squares",
     "the window with the smallest sum of squared differences is taken: a "
     "brighter copy of the pattern is missed",
     FINDING, by_closeness},
    {"FP5", "root forgotten",
     "the sum is divided by the product of the sums of squares, not by its "
     "square root",
     FINDING, by_no_root},
    {"FP6", "window's mean not subtracted",
     "only the pattern's mean is taken away; the window has one of its own",
     FINDING, by_pattern_mean_only},
    {"FP7", "mean of the whole image",
     "the mean of the whole image is taken away; every window has its own "
     "mean",
     FINDING, by_image_mean},
    {"FP8", "sign lost",
     "the score has lost its sign, so a negative of the pattern is taken for "
     "the pattern",
     FINDING, by_absolute},
    {"FP9", "least instead of greatest",
     "the window with the lowest score is taken: the least alike of all",
     FINDING, by_opposite},
    {"FP10", "constant window is best",
     "a window without variance is taken as a perfect match; its score is 0",
     FINDING, by_constant_is_one},
    {"FP11", "constant window never chosen",
     "0/0 gives NaN, which is never greater than anything: a window without "
     "variance has the score 0",
     FINDING, constant_never},
    {"FP12", "constant window never chosen",
     "0/0 gives NaN, which is never greater than anything, and then 0, 0 is "
     "what is left: a window without variance has the score 0",
     FINDING, constant_never_from_zero},
    {"FP13", "pattern turned",
     "the pattern is turned by 180 degrees before it is compared: that is true "
     "convolution",
     "the-flip", by_turned},
    {"FP14", "last of equals",
     "of several windows with the highest score the last is taken; the first "
     "one is asked for",
     FINDING, last_of_ties},
    {"FP15", "columns first",
     "of several windows with the highest score the one in the leftmost column "
     "is taken; the one in the first row is asked for",
     FINDING, by_columns},
    {"FP16", "best begins at 0",
     "the best score begins at 0, so where all are negative nothing is found",
     FINDING, begins_at_zero},
    {"FP17", "best begins at 0",
     "the best score begins at 0, so where all are negative 0, 0 is what is "
     "left",
     FINDING, begins_at_zero_from_zero},
    {"FP18", "last windows left out",
     "the last row and the last column of windows are never tried: a + 1 is "
     "missing",
     FINDING, windows_left_out},
    {"FP19", "last windows left out",
     "the last row and the last column of windows are never tried, and then 0, "
     "0 is what is left: a + 1 is missing",
     FINDING, windows_left_out_from_zero},
    {"FP20", "row and column exchanged",
     "the column is written to *row and the row to *col", FINDING, exchanged},
    {"FP21", "middle of the window",
     "the middle of the window is told; its top left corner is asked for",
     FINDING, middle},
    {"FP22", "bottom right corner",
     "the bottom right corner is told; the top left one is asked for", FINDING,
     last_corner},
    {"FP23", "counted from 1",
     "row and column are counted from 1; they are counted from 0", FINDING,
     counted_from_one},
    {"FP24", "plain sum of products",
     "the score is the plain cross-correlation: it prefers bright windows, and "
     "may be lower than the best began with",
     FINDING, by_products_above},
    {"FP25", "not divided",
     "the means are taken away, but nothing is divided: it prefers windows of "
     "high contrast, and may be lower than the best began with",
     FINDING, by_covariance_above},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[(i+u)*h + ...]; they are w "
     "long",
     "two-dimensions", by_wrong_pitch},
    {NULL, NULL, NULL, NULL, NULL},
};

/* ---- fair cases ---------------------------------------------------------- */

static bool same_elements(const struct window *m, const struct window *o)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (in_image(m, u, v) != in_image(o, u, v))
                return false;
    return true;
}

static bool is_constant(const struct window *m)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (in_image(m, u, v) != in_image(m, 0, 0))
                return false;
    return true;
}

static bool has_constant_pattern(const struct window *m)
{
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            if (in_pattern(m, u, v) != in_pattern(m, 0, 0))
                return false;
    return true;
}

/* Means of so many equal small integers are exact, also when multiplied with
 * the reciprocal of their number: every variance comes out as exactly 0. */
static bool is_power_of_two(int count)
{
    return (count & (count - 1)) == 0;
}

/* So is the mean of six threes: each adds a half to it, and in float as in
 * double 3 * (1.0 / 6) is that half. */
static bool has_exact_mean(const struct window *pattern)
{
    int count = pattern->ph * pattern->pw;

    return is_power_of_two(count) ||
           (count == 6 && in_pattern(pattern, 0, 0) == 3);
}

/* Windows that tie in every program: constant ones score exactly 0, copies of
 * the same numbers exactly 1. Other scores are rounded, and where the best is
 * kept in float but compared with a double, an equal may come out higher. */
static bool is_tied(const struct window *m, const struct window *winner)
{
    if (is_constant(m) || is_constant(winner))
        return is_constant(m) && is_constant(winner);
    return same_elements(m, winner) && ncc(winner) == 1;
}

/* Whether every honest program finds the same place. The best window leads
 * by more than 0.001; float scores of these small windows are right to 1e-4,
 * even where means and squares are subtracted as sums. A window that does
 * not stay behind must tie. Where the pattern is constant all windows do. */
static bool is_fair(const struct call *c)
{
    struct window m = window_of(c), winner = m;
    bool exact = is_power_of_two(m.ph * m.pw);

    right_place(c, &winner.i, &winner.j);
    if (has_constant_pattern(&m))
        return has_exact_mean(&m);
    for (m.i = 0; m.i <= m.h - m.ph; m.i++)
        for (m.j = 0; m.j <= m.w - m.pw; m.j++) {
            bool self = m.i == winner.i && m.j == winner.j;

            if (is_constant(&m) && !exact)
                return false;
            if (!self && ncc(&m) >= ncc(&winner) - 0.001 &&
                !is_tied(&m, &winner))
                return false;
        }
    return true;
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
        if (is_fair(c))
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

enum { PREDICT_CASE = 0 };

/* A faint copy, a bright spot, and the negative of the pattern. */
static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 4, 6, (const float[]){9, 9, 1, 1, 8, 2, //
                                                9, 8, 1, 2, 1, 6, //
                                                1, 3, 2, 1, 5, 1, //
                                                2, 1, 3, 2, 1, 3},
         2, 2, (const float[]){1, 4, 4, 1}, ", a bright spot");
    give(s, STAGE_LESSON, 3, 5,
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
            if (in_image(&m, u, v) != in_pattern(&m, u, v))
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

const struct exercise exercise_find_pattern = {
    .kind = EXERCISE_WRITE,
    .title = "find a pattern in an image",
    .anchor = FINDING,
    .params = params,
    .cases = cases,
    .fill = fill,
    .right = right,
    .reference = reference,
    .misconceptions = misconceptions,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"FP1", "FP4", "FP21"},
};
