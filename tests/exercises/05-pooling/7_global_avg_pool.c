/* What global_avg_pool is checked against: the lecture's channels, batches,
 * images of one row, and laws. */
#include "7_global_avg_pool.h"

#include "reference/bound.h"
#include "reference/global_pool.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"x", ARG_IN},  {"n", ARG_INT}, {"c", ARG_INT},  {"h", ARG_INT},
    {"w", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_global_avg_pool(const struct call *c, struct answer *a)
{
    int count = call_number(c, H) * call_number(c, W);

    for (int n = 0; n < c->arg[Y].count; n++) {
        double sum = 0, magnitude = 0;

        for (int m = 0; m < count; m++) {
            sum += call_at(c, X, n * count + m);
            magnitude += fabs(call_at(c, X, n * count + m));
        }
        answer_put(a, Y, n, sum / count,
                   ref_sum_bound(count + 2, magnitude / count));
    }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_global_avg_pool(c->arg[X].data, call_number(c, N),
                            call_number(c, C), 1, call_number(c, H),
                            call_number(c, W), y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int count = call_number(c, H) * call_number(c, W);
    int channels = call_number(c, C);
    double sum = 0;

    (void)seen;
    for (int m = 0; m < count; m++)
        sum += call_at(c, X, cell * count + m);
    fprintf(f,
            "     image %d, channel %d: %d numbers with the sum %.6g\n"
            "     %.6g / %d = %.6g\n",
            cell / channels, cell % channels, count, sum, sum, count,
            sum / count);
}

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int n, int channels,
                        int h, int w, const char *note)
{
    struct call *c = case_add(s, stage, "%d image%s of %dx%dx%d%s", n,
                              n == 1 ? "" : "s", channels, h, w, note);

    call_shape(c, X, 4, (const int[]){n, channels, h, w});
    call_int(c, N, n);
    call_int(c, C, channels);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, Y, n, channels);
    return c;
}

/* The case of the prediction, the first of the edges. */
enum { PREDICT_CASE = 1 };

static void lesson(struct suite *s)
{
    float x[24];

    for (int m = 0; m < 24; m++)
        x[m] = (float)m;
    add(s, STAGE_LESSON, 1, 2, 3, 4, "");
    case_values(s, X, x);
}

static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1}, {3, 2, 1, 1},  {1, 1, 1, 5}, {1, 1, 5, 1}, {1, 3, 2, 4},
        {3, 1, 4, 2}, {2, 3, 4, 5},  {4, 3, 2, 7}, {2, 5, 3, 1}, {5, 2, 1, 3},
        {1, 9, 3, 2}, {2, 2, 17, 9}, {2, 3, 7, 7}, {9, 2, 2, 3},
    };

    add(s, STAGE_EDGES, 1, 2, 2, 3, "");
    case_values(s, X, (const float[]){4, -1, 9, 0, 2, -5, 7, 3, 1, 2, -4, 6});
    add(s, STAGE_EDGES, 2, 1, 1, 2, ", fractions");
    case_values(s, X, (const float[]){0.5f, 1.25f, -0.75f, -2.5f});
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 2 + 5 * n / cases, images = suite_int(s, 1, 3);
        int channels = suite_int(s, 1, 4), h = suite_int(s, 1, side);

        add(s, stage, images, channels, h, suite_int(s, 1, side + 1), "");
    }
}

/* The second call has every image turned by half a turn. */
static const char *place_is_lost(const struct call *const *c, double *const *y)
{
    int count = call_number(c[0], H) * call_number(c[0], W);

    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (fabs(y[0][n] - y[1][n]) > 2 * ref_sum_bound(count + 2, 9))
            return "when numbers change places in their channel, the average "
                   "must stay as it is";
    return NULL;
}

static void laws(struct suite *s)
{
    enum { COUNT = 3 * 4 };
    struct call *c = add(s, STAGE_PROPERTIES, 2, 3, 3, 4, ""), *d;

    suite_fill(s, c, STAGE_INTEGERS);
    d = add(s, STAGE_PROPERTIES, 2, 3, 3, 4, ", turned");
    for (int m = 0; m < 6 * COUNT; m++)
        d->arg[X].data[m] =
            c->arg[X].data[m / COUNT * COUNT + COUNT - 1 - m % COUNT];
    case_law(s, 2, place_is_lost);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 16);
    at_random(s, STAGE_REALS, 8);
    laws(s);
}

const struct exercise exercise_global_avg_pool = {
    .kind = EXERCISE_WRITE,
    .title = "one number for each channel",
    .anchor = "one-number-for-each-channel",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_global_avg_pool,
    .reference = reference,
    .misconceptions = wrong_global_avg_pool,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"GA1", "GA2", "GA6"},
};
