/* What avg_pool_2d is checked against: the lecture's square, padding counted
 * and not counted, windows that hang over, and laws. */
#include "6_avg_pool_2d.h"

#include "reference/avg_pool.h"
#include "reference/bound.h"
#include "tests/grader/chart.h"
#include "tests/grader/fault.h"
#include "tests/grader/pools.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},
    {"h", ARG_INT},
    {"w", ARG_INT},
    {"kh", ARG_INT},
    {"kw", ARG_INT},
    {"sh", ARG_INT},
    {"sw", ARG_INT},
    {"ph", ARG_INT},
    {"pw", ARG_INT},
    {"ceil_mode", ARG_INT},
    {"count_padding", ARG_INT},
    {"y", ARG_OUT},
    {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* The average of the window at row r, column q: right up to its additions,
 * the division, and one rounding more for a reciprocal. */
static void average(const struct call *c, struct answer *a, int n, int r, int q)
{
    int h = call_number(c, H), w = call_number(c, W);
    int ph = call_number(c, PH), pw = call_number(c, PW);
    int inside = 0, padded = 0;
    double sum = 0, magnitude = 0;

    for (int u = r; u < r + call_number(c, KH); u++)
        for (int v = q; v < q + call_number(c, KW); v++) {
            if (u >= 0 && u < h && v >= 0 && v < w) {
                sum += call_at(c, X, u * w + v);
                magnitude += fabs(call_at(c, X, u * w + v));
                inside++;
            }
            if (u >= -ph && u < h + ph && v >= -pw && v < w + pw)
                padded++;
        }
    int count = call_number(c, COUNT_PADDING) != 0 ? padded : inside;
    answer_put(a, Y, n, sum / count,
               ref_sum_bound(inside + 2, magnitude / count));
}

void right_avg_pool_2d(const struct call *c, struct answer *a)
{
    int ow = c->arg[Y].dim[1];

    for (int n = 0; n < c->arg[Y].count; n++)
        average(c, a, n, n / ow * call_number(c, SH) - call_number(c, PH),
                n % ow * call_number(c, SW) - call_number(c, PW));
}

static ref_avg_pool2d_params options(const struct call *c)
{
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;

    p.sh = call_number(c, SH);
    p.sw = call_number(c, SW);
    p.pt = p.pb = call_number(c, PH);
    p.pl = p.pr = call_number(c, PW);
    p.ceil_mode = call_number(c, CEIL_MODE);
    p.count_include_pad = call_number(c, COUNT_PADDING);
    return p;
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));
    ref_avg_pool2d_params p = options(c);

    if (ref_avg_pool2d(c->arg[X].data, 1, 1, call_number(c, H),
                       call_number(c, W), call_number(c, KH),
                       call_number(c, KW), &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    static const struct pool_arrays arrays = {X, Y, -1};
    struct pooling right = {.take = POOL_AVERAGE, .count = pool_count_inside};

    (void)seen;
    if (call_number(c, COUNT_PADDING) != 0)
        right.count = pool_count_padded;
    pool_print(f, c, cell, &arrays, pool_of(c, Y), &right);
}

/* ---- the cases ----------------------------------------------------------- */

/* The sizes and options of a case, in the order of the parameters. */
struct sizes {
    int h, w, kh, kw, sh, sw, ph, pw, ceil_mode, count_padding;
};

static void shape(struct call *c, const struct sizes *t)
{
    int oh, ow;

    call_matrix(c, X, t->h, t->w);
    call_int(c, H, t->h);
    call_int(c, W, t->w);
    call_int(c, KH, t->kh);
    call_int(c, KW, t->kw);
    call_int(c, SH, t->sh);
    call_int(c, SW, t->sw);
    call_int(c, PH, t->ph);
    call_int(c, PW, t->pw);
    call_int(c, CEIL_MODE, t->ceil_mode);
    call_int(c, COUNT_PADDING, t->count_padding);
    ref_avg_pool2d_params p = options(c);
    if (ref_avg_pool2d_output(t->h, t->w, t->kh, t->kw, &p, &oh, &ow) != REF_OK)
        grader_fault("%s", ref_status_message());
    call_matrix(c, Y, oh, ow);
}

static struct call *add(struct suite *s, enum stage stage, struct sizes t,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d, window %dx%d, stride %d,%d%s%s%s", t.h, t.w,
                 t.kh, t.kw, t.sh, t.sw, t.ph + t.pw > 0 ? ", padded" : "",
                 t.ceil_mode != 0 ? ", ceil mode" : "", note);

    shape(c, &t);
    return c;
}

static void give(struct suite *s, enum stage stage, struct sizes t,
                 const float *x)
{
    add(s, stage, t, "");
    case_values(s, X, x);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 5 };

static void lesson(struct suite *s)
{
    static const float square[36] = {0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1,
                                     1, 1, 0, 1, 1, 0, 1, 2, 0, 1, 0, 0,
                                     2, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1, 1};
    static const float row[5] = {6, 2, 4, 8, 10};

    give(s, STAGE_LESSON, (struct sizes){6, 6, 3, 3, 3, 3, 0, 0, 0, 1}, square);
    for (int include = 1; include >= 0; include--)
        give(s, STAGE_LESSON,
             (struct sizes){1, 5, 1, 3, 1, 2, 0, 1, 0, include}, row);
    for (int include = 1; include >= 0; include--)
        give(s, STAGE_LESSON,
             (struct sizes){1, 5, 1, 4, 1, 2, 0, 1, 1, include}, row);
}

/* Each size with both modes and both counts. */
static void edges(struct suite *s)
{
    static const struct sizes size[] = {
        {.h = 1, .w = 1, .kh = 1, .kw = 1, .sh = 1, .sw = 1},
        {.h = 3, .w = 4, .kh = 3, .kw = 4, .sh = 1, .sw = 1},
        {.h = 3, .w = 4, .kh = 3, .kw = 4, .sh = 2, .sw = 3, .ph = 1, .pw = 2},
        {.h = 5, .w = 7, .kh = 2, .kw = 3, .sh = 1, .sw = 1},
        {.h = 7, .w = 5, .kh = 3, .kw = 2, .sh = 2, .sw = 3},
        {.h = 5, .w = 6, .kh = 2, .kw = 4, .sh = 3, .sw = 3, .ph = 1, .pw = 1},
        {.h = 6, .w = 4, .kh = 4, .kw = 2, .sh = 1, .sw = 3, .ph = 2, .pw = 1},
        {.h = 4, .w = 9, .kh = 2, .kw = 5, .sh = 2, .sw = 3, .ph = 1, .pw = 2},
        {.h = 9, .w = 4, .kh = 5, .kw = 3, .sh = 4, .sw = 1, .ph = 2, .pw = 0},
        {.h = 2, .w = 3, .kh = 4, .kw = 5, .sh = 1, .sw = 1, .ph = 2, .pw = 2},
        {.h = 6, .w = 8, .kh = 3, .kw = 3, .sh = 2, .sw = 3, .ph = 1, .pw = 1},
        {.h = 7, .w = 5, .kh = 1, .kw = 1, .sh = 2, .sw = 3},
        {.h = 3, .w = 17, .kh = 2, .kw = 9, .sh = 2, .sw = 5, .pw = 3},
        {.h = 17,
         .w = 3,
         .kh = 10,
         .kw = 2,
         .sh = 6,
         .sw = 2,
         .ph = 4,
         .pw = 1},
        {.h = 4, .w = 6, .kh = 2, .kw = 2, .sh = 5, .sw = 4, .ph = 1, .pw = 0},
        {.h = 20, .w = 3, .kh = 19, .kw = 2, .sh = 10, .sw = 1, .ph = 9},
        {.h = 3, .w = 20, .kh = 2, .kw = 19, .sh = 1, .sw = 10, .pw = 9},
    };
    int count = (int)(sizeof size / sizeof size[0]);

    give(s, STAGE_EDGES, (struct sizes){2, 4, 2, 3, 2, 3, 1, 1, 0, 0},
         (const float[]){6, -3, 9, 12, 4, 8, -2, 7});
    give(s, STAGE_EDGES, (struct sizes){2, 4, 2, 3, 2, 2, 1, 0, 1, 2},
         (const float[]){0.5f, -1.5f, 2.25f, 1, 3.5f, 0.25f, -2, 1.75f});
    for (int n = 0; n < 4 * count; n++) {
        struct sizes t = size[n / 4];

        /* any number but 0 means yes */
        t.ceil_mode = n % 2 * (n + 1);
        t.count_padding = n / 2 % 2 * (n + 1);
        add(s, STAGE_EDGES, t, t.count_padding != 0 ? ", all counted" : "");
    }
    /* numbers that could be taken for one another, and yes below 0 */
    add(s, STAGE_EDGES, (struct sizes){6, 7, 4, 5, 1, 2, 2, 2, 0, 1},
        ", all counted");
    add(s, STAGE_EDGES, (struct sizes){4, 1, 2, 1, 1, 1, 1, 0, 1, 1},
        ", all counted");
    add(s, STAGE_EDGES, (struct sizes){3, 2, 2, 5, 1, 1, 0, 2, 0, 0}, "");
    add(s, STAGE_EDGES, (struct sizes){2, 5, 2, 4, 1, 2, 1, 1, -1, -3},
        ", all counted");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 4 + 7 * n / cases;
        struct sizes t = {.h = suite_int(s, 3, side)};

        t.w = suite_int(s, 3, side + 2);
        t.kh = suite_int(s, 1, 3);
        t.kw = suite_int(s, 1, 3);
        t.sh = suite_int(s, 1, 3);
        t.sw = suite_int(s, 1, 3);
        t.ph = suite_int(s, 0, t.kh / 2);
        t.pw = suite_int(s, 0, t.kw / 2);
        t.ceil_mode = suite_int(s, 0, 1);
        t.count_padding = suite_int(s, 0, 1);
        add(s, stage, t, "");
    }
}

static const char *stays(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (fabs(y[0][n] - 7) > ref_sum_bound(c[0]->arg[X].count, 7))
            return "where all numbers are 7 and padding is not counted, every "
                   "average is 7";
    return NULL;
}

static void laws(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, (struct sizes){5, 6, 3, 2, 2, 3, 1, 1, 1, 0},
            ", all 7");

    for (int n = 0; n < c->arg[X].count; n++)
        c->arg[X].data[n] = 7;
    case_law(s, 1, stays);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 10);
    laws(s);
}

/* The chart, its border darkened or not by what is counted. No two sizes are
 * alike, so that exchanged ones show. */
static struct call *picture(void)
{
    struct call *c = call_new(params), *chart = chart_image();
    struct sizes t = {0, 0, 5, 7, 3, 4, 1, 3, 1, 0};

    t.h = chart->arg[0].dim[0];
    t.w = chart->arg[0].dim[1];
    shape(c, &t);
    for (int n = 0; n < t.h * t.w; n++)
        c->arg[X].data[n] = chart->arg[0].data[n];
    call_free(chart);
    return c;
}

const struct exercise exercise_avg_pool_2d = {
    .kind = EXERCISE_WRITE,
    .title = "average, and what to divide by",
    .anchor = "what-to-divide-by",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_avg_pool_2d,
    .reference = reference,
    .misconceptions = wrong_avg_pool_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"M08", "AV6", "P01"},
    .picture = picture,
};
