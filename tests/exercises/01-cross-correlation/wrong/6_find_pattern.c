/* The misconceptions of find_pattern. */
#include "../6_find_pattern.h"

#include "tests/grader/mistakes.h"
#include "tests/grader/search.h"

#include <math.h>

/* ---- another score ------------------------------------------------------- */

/* A constant window gives 0/0 here as well; it is taken as 0. */
static double divided(double above, double below)
{
    return below > 0 ? above / below : 0;
}

static struct sums about_means(const struct window *m)
{
    double mx, mp;

    window_means(m, &mx, &mp);
    return window_sums(m, mx, mp);
}

static double products(const struct window *m)
{
    return window_sums(m, 0, 0).xp;
}

static double cosine(const struct window *m)
{
    struct sums s = window_sums(m, 0, 0);

    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double covariance(const struct window *m)
{
    return about_means(m).xp;
}

static double closeness(const struct window *m)
{
    double sum = 0;

    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++)
            sum += pow(window_x(m, u, v) - window_p(m, u, v), 2);
    return -sum;
}

static double no_root(const struct window *m)
{
    struct sums s = about_means(m);

    return divided(s.xp, s.xx * s.pp);
}

static double pattern_mean_only(const struct window *m)
{
    double mx, mp;

    window_means(m, &mx, &mp);
    struct sums s = window_sums(m, 0, mp);
    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double image_mean(const struct window *m)
{
    double mx, mp, mean = 0;
    int count = m->h * m->w;

    for (int n = 0; n < count; n++)
        mean += call_at(m->call, X, n) / count;
    window_means(m, &mx, &mp);
    struct sums s = window_sums(m, mean, mp);
    return divided(s.xp, sqrt(s.xx * s.pp));
}

/* Means that lose their fraction at the end. */
static double cut_means(const struct window *m)
{
    double mx, mp;

    window_means(m, &mx, &mp);
    struct sums s = window_sums(m, trunc(mx), trunc(mp));
    return divided(s.xp, sqrt(s.xx * s.pp));
}

/* Means summed up in an int, which loses a fraction at every addition. */
static double int_means(const struct window *m)
{
    int mx = 0, mp = 0, count = m->ph * m->pw;

    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            mx = (int)(mx + window_x(m, u, v));
            mp = (int)(mp + window_p(m, u, v));
        }
    struct sums s = window_sums(m, mx / count, mp / count);
    return divided(s.xp, sqrt(s.xx * s.pp));
}

static double without_sign(const struct window *m)
{
    return fabs(score_ncc(m));
}

static double opposite(const struct window *m)
{
    return -score_ncc(m);
}

static double constant_is_one(const struct window *m)
{
    double value = score_bare_ncc(m);

    return isnan(value) ? 1 : value;
}

/* The window's elements against others of the pattern. */
static double turned(const struct window *m)
{
    struct sums s = {0, 0, 0};
    double mx, mp;

    window_means(m, &mx, &mp);
    for (int u = 0; u < m->ph; u++)
        for (int v = 0; v < m->pw; v++) {
            double dx = window_x(m, u, v) - mx;
            double dp = window_p(m, m->ph - 1 - u, m->pw - 1 - v) - mp;

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
    return score_ncc(&n);
}

/* ---- the right window, told wrongly -------------------------------------- */

static int row_of(const struct answer *a)
{
    return (int)a->cell[call_cell_of(a->call, ROW, 0)].value;
}

static int col_of(const struct answer *a)
{
    return (int)a->cell[call_cell_of(a->call, COL, 0)].value;
}

static void exchanged(struct answer *a)
{
    search_put(a, col_of(a), row_of(a));
}

static void middle(struct answer *a)
{
    search_put(a, row_of(a) + call_number(a->call, PH) / 2,
               col_of(a) + call_number(a->call, PW) / 2);
}

static void last_corner(struct answer *a)
{
    search_put(a, row_of(a) + call_number(a->call, PH) - 1,
               col_of(a) + call_number(a->call, PW) - 1);
}

static void counted_from_one(struct answer *a)
{
    search_put(a, row_of(a) + 1, col_of(a) + 1);
}

/* ---- another search ------------------------------------------------------ */

/* Both kinds of whole means have one name: where they find different places,
 * nothing is said. */
static void by_int_means(const struct call *c, struct answer *a,
                         const void *how)
{
    static const struct search cut = {.score = cut_means, .begin = -2};
    struct answer *other = answer_of_wrong(search_run, &cut, c);

    search_run(c, a, how);
    for (int n = 0; n < a->cells; n++)
        if (other->cell[n].state == CELL_UNKNOWN ||
            other->cell[n].value != a->cell[n].value)
            answer_unknown(a, n == 0 ? ROW : COL, 0);
    answer_free(other);
}

/* Where h > w the wrong row length leads outside the image. */
static void by_wrong_pitch(const struct call *c, struct answer *a,
                           const void *how)
{
    if (call_number(c, H) <= call_number(c, W)) {
        search_run(c, a, how);
    } else {
        answer_unknown(a, ROW, 0);
        answer_unknown(a, COL, 0);
    }
}

#define FINDING "finding-a-pattern"

const struct misconception wrong_find_pattern[] = {
    {"FP1", "plain sum of products",
     "the score is the plain cross-correlation: it prefers bright windows, "
     "whatever is in them",
     FINDING, search_run,
     &(const struct search){.score = products, .begin = -INFINITY}},
    {"FP2", "means not subtracted",
     "the sum of products is divided by the two lengths, but the means were "
     "not taken away first",
     FINDING, search_run,
     &(const struct search){.score = cosine, .begin = -INFINITY}},
    {"FP3", "not divided",
     "the means are taken away, but nothing is divided: it prefers windows of "
     "high contrast",
     FINDING, search_run,
     &(const struct search){.score = covariance, .begin = -INFINITY}},
    {"FP4", "least squares",
     "the window with the smallest sum of squared differences is taken: a "
     "brighter copy of the pattern is missed",
     FINDING, search_run,
     &(const struct search){.score = closeness, .begin = -INFINITY}},
    {"FP5", "root forgotten",
     "the sum is divided by the product of the sums of squares, not by its "
     "square root",
     FINDING, search_run,
     &(const struct search){.score = no_root, .begin = -INFINITY}},
    {"FP6", "window's mean not subtracted",
     "only the pattern's mean is taken away; the window has one of its own",
     FINDING, search_run,
     &(const struct search){.score = pattern_mean_only, .begin = -INFINITY}},
    {"FP7", "mean of the whole image",
     "the mean of the whole image is taken away; every window has its own "
     "mean",
     FINDING, search_run,
     &(const struct search){.score = image_mean, .begin = -INFINITY}},
    {"FP8", "sign lost",
     "the score has lost its sign, so a negative of the pattern is taken for "
     "the pattern",
     FINDING, search_run,
     &(const struct search){.score = without_sign, .begin = -INFINITY}},
    {"FP9", "least instead of greatest",
     "the window with the lowest score is taken: the least alike of all",
     FINDING, search_run,
     &(const struct search){.score = opposite, .begin = -INFINITY}},
    {"FP10", "constant window is best",
     "a window without variance is taken as a perfect match; its score is 0",
     FINDING, search_run,
     &(const struct search){.score = constant_is_one, .begin = -INFINITY}},
    {"FP11", "constant window never chosen",
     "a constant window is never chosen; its score is 0 (with 0/0 it would be "
     "NaN, which is greater than nothing)",
     FINDING, search_run,
     &(const struct search){.score = score_bare_ncc, .begin = -2}},
    {"FP12", "constant window never chosen",
     "a constant window is never chosen, and then 0, 0 is what is left; its "
     "score is 0 (with 0/0 it would be NaN, which is greater than nothing)",
     FINDING, search_run,
     &(const struct search){
         .score = score_bare_ncc, .begin = -2, .from_zero = true}},
    {"FP13", "pattern turned",
     "the pattern is turned by 180 degrees before it is compared: that is true "
     "convolution",
     "the-flip", search_run,
     &(const struct search){.score = turned, .begin = -INFINITY}},
    {"FP14", "last of equals",
     "of several windows with the highest score the last is taken; the first "
     "one is asked for",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .begin = -2, .last = true}},
    {"FP15", "columns first",
     "of several windows with the highest score the one in the leftmost column "
     "is taken; the one in the first row is asked for",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .begin = -2, .columns = true}},
    {"FP16", "best begins at 0",
     "the best score begins at 0, so where all are negative nothing is found",
     FINDING, search_run, &(const struct search){.score = score_ncc}},
    {"FP17", "best begins at 0",
     "the best score begins at 0, so where all are negative 0, 0 is what is "
     "left",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .from_zero = true}},
    {"FP18", "last windows left out",
     "the last row and the last column of windows are never tried: a + 1 is "
     "missing",
     FINDING, search_run,
     &(const struct search){
         .score = score_ncc, .begin = -2, .rows_out = 1, .cols_out = 1}},
    {"FP19", "last windows left out",
     "the last row and the last column of windows are never tried, and then 0, "
     "0 is what is left: a + 1 is missing",
     FINDING, search_run,
     &(const struct search){.score = score_ncc,
                            .begin = -2,
                            .rows_out = 1,
                            .cols_out = 1,
                            .from_zero = true}},
    {"FP26", "last row left out",
     "the last row of windows is never tried: a + 1 is missing", FINDING,
     search_run,
     &(const struct search){.score = score_ncc, .begin = -2, .rows_out = 1}},
    {"FP27", "last row left out",
     "the last row of windows is never tried, and then 0, 0 is what is left: a "
     "+ 1 is missing",
     FINDING, search_run,
     &(const struct search){
         .score = score_ncc, .begin = -2, .rows_out = 1, .from_zero = true}},
    {"FP28", "last column left out",
     "the last column of windows is never tried: a + 1 is missing", FINDING,
     search_run,
     &(const struct search){.score = score_ncc, .begin = -2, .cols_out = 1}},
    {"FP29", "last column left out",
     "the last column of windows is never tried, and then 0, 0 is what is "
     "left: a + 1 is missing",
     FINDING, search_run,
     &(const struct search){
         .score = score_ncc, .begin = -2, .cols_out = 1, .from_zero = true}},
    {"FP30", "best begins at -1",
     "the best score begins at -1, so a window whose score is -1 is never "
     "chosen",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .begin = -1}},
    {"FP31", "best never kept",
     "the best score is never replaced by a greater one, so the last window "
     "that beats its beginning is taken",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .begin = -2, .forgets = true}},
    {"FP32", "best never kept",
     "the best score stays 0, so the last window with a positive score is "
     "taken",
     FINDING, search_run,
     &(const struct search){.score = score_ncc, .forgets = true}},
    {"FP33", "best never kept",
     "the best score stays 0, so the last window with a positive score is "
     "taken, and 0, 0 where there is none",
     FINDING, search_run,
     &(const struct search){
         .score = score_ncc, .forgets = true, .from_zero = true}},
    {"FP34", "always 0, 0",
     "every answer is 0, 0: no score is ever greater than what the best began "
     "with",
     FINDING, search_run,
     &(const struct search){
         .score = score_ncc, .begin = INFINITY, .from_zero = true}},
    {"FP35", "mean kept in an int",
     "the means are kept in an int, which cuts off their fraction", "break-it",
     by_int_means, &(const struct search){.score = int_means, .begin = -2}},
    {"FP20", "row and column exchanged",
     "the column is written to *row and the row to *col", FINDING,
     answer_spoiled, &(const struct spoiled){right_find_pattern, exchanged}},
    {"FP21", "middle of the window",
     "the middle of the window is given; its top left corner is asked for",
     FINDING, answer_spoiled,
     &(const struct spoiled){right_find_pattern, middle}},
    {"FP22", "bottom right corner",
     "the bottom right corner is given; the top left one is asked for", FINDING,
     answer_spoiled, &(const struct spoiled){right_find_pattern, last_corner}},
    {"FP23", "counted from 1",
     "row and column are counted from 1; they are counted from 0", FINDING,
     answer_spoiled,
     &(const struct spoiled){right_find_pattern, counted_from_one}},
    {"FP24", "plain sum of products",
     "the score is the plain cross-correlation: it prefers bright windows, and "
     "may be lower than the best began with",
     FINDING, search_run,
     &(const struct search){.score = products, .begin = -2}},
    {"FP25", "not divided",
     "the means are taken away, but nothing is divided: it prefers windows of "
     "high contrast, and may be lower than the best began with",
     FINDING, search_run,
     &(const struct search){.score = covariance, .begin = -2}},
    {"FP36", "plain sum of products",
     "the score is the plain cross-correlation: it prefers bright windows, and "
     "0, 0 is left where all are lower than the best began with",
     FINDING, search_run,
     &(const struct search){.score = products, .begin = -2, .from_zero = true}},
    {"FP37", "not divided",
     "the means are taken away, but nothing is divided: it prefers windows of "
     "high contrast, and 0, 0 is left where all are lower than the best began "
     "with",
     FINDING, search_run,
     &(const struct search){
         .score = covariance, .begin = -2, .from_zero = true}},
    {"FP39", "not divided",
     "the means are taken away, but nothing is divided, which prefers windows "
     "of high contrast; and the best begins at 0, so where all are negative "
     "nothing is found",
     FINDING, search_run, &(const struct search){.score = covariance}},
    {"FP40", "means not subtracted",
     "the means were not taken away, and the best begins at 0, so where all "
     "are negative nothing is found",
     FINDING, search_run, &(const struct search){.score = cosine}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[(i+u)*h + ...]; they are w "
     "long",
     "two-dimensions", by_wrong_pitch,
     &(const struct search){.score = wrong_pitch, .begin = -INFINITY}},
    {.id = NULL},
};
