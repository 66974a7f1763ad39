/* What circulant_1d is checked against: the lesson's example, rings of every
 * length, and the law that each row is the row above, moved on. */
#include "2_circulant_1d.h"

#include "reference/toeplitz.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"k", ARG_IN},  {"kw", ARG_INT}, {"w", ARG_INT},
    {"U", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* How far column j is behind the start of row i, going round to the right. */
static int steps(int i, int j, int w)
{
    return j >= i ? j - i : j - i + w;
}

void right_circulant_1d(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int i = 0; i < w; i++)
        for (int j = 0; j < w; j++) {
            int u = steps(i, j, w);

            answer_put(a, U, i * w + j, u < kw ? call_at(c, K, u) : 0, 0);
        }
}

/* The signal, continued by its own beginning. */
static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[U].count, kw = call_number(c, KW);
    float *matrix = need(malloc(sizeof *matrix * (size_t)count));
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    p.pr = kw - 1;
    p.pad_mode = REF_PAD_CIRCULAR;
    if (ref_toeplitz1d(c->arg[K].data, 1, 1, kw, call_number(c, W), &p,
                       matrix) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, U, n, (double)matrix[n], 0);
    free(matrix);
}

/* Which number belongs there, and why. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    int w = call_number(c, W), kw = call_number(c, KW);
    int i = cell / w, j = cell % w, u = steps(i, j, w);

    (void)seen;
    fprintf(f,
            "     row %d begins at column %d and goes round; column %d is %d "
            "step%s on\n",
            i, i, j, u, u == 1 ? "" : "s");
    if (u < kw)
        fprintf(f, "     (%d + %d) mod %d = %d, so it is k[%d]\n", i, u, w, j,
                u);
    else
        fprintf(f, "     the kernel has %d: 0\n", kw);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int w, int kw)
{
    call_vector(c, K, kw);
    call_int(c, KW, kw);
    call_int(c, W, w);
    call_matrix(c, U, w, w);
}

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "ring of %d, kernel of %d%s", w, kw, note);

    shape(c, w, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int w, int kw,
                 const float *k, const char *note)
{
    add(s, stage, w, kw, note);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

static void edges(struct suite *s)
{
    static const int size[][2] = {
        {1, 1}, {2, 2}, {2, 1}, {5, 5}, {5, 1},  {6, 2},  {8, 3},
        {9, 4}, {8, 1}, {9, 8}, {9, 9}, {10, 9}, {13, 6}, {17, 3},
    };

    give(s, STAGE_EDGES, 4, 3, (const float[]){3, 5, 7}, "");
    give(s, STAGE_EDGES, 5, 3, (const float[]){2, 0, -1}, ", one number 0");
    give(s, STAGE_EDGES, 5, 2, (const float[]){0.5f, -1.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int w = suite_int(s, 2, 4 + 12 * n / cases);

        add(s, stage, w, suite_int(s, 1, w < 7 ? w : 7), "");
    }
}

static const char *is_circulant(const struct call *const *c, double *const *y)
{
    int w = c[0]->arg[U].dim[1];

    for (int i = 1; i < w; i++)
        for (int j = 0; j < w; j++)
            if (y[0][i * w + j] != y[0][(i - 1) * w + (j > 0 ? j - 1 : w - 1)])
                return "each row must be the row above, moved on by one place "
                       "round the ring";
    return NULL;
}

static void moved_on(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 6, 4, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_circulant);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 6, 3, (const float[]){1, 2, 3}, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 16);
    at_random(s, STAGE_REALS, 6);
    moved_on(s);
}

/* A bell of 15 along the diagonal and round the corner. */
static struct call *picture(void)
{
    enum { LENGTH = 60, BELL = 15 };
    struct call *c = call_new(params);

    shape(c, LENGTH, BELL);
    for (int u = 0; u < BELL; u++)
        c->arg[K].data[u] = (float)exp(-0.08 * (u - 7) * (u - 7));
    return c;
}

const struct exercise exercise_circulant_1d = {
    .kind = EXERCISE_WRITE,
    .title = "the same on a ring",
    .anchor = "a-ring",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_circulant_1d,
    .reference = reference,
    .misconceptions = wrong_circulant_1d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "T02", "CI1"},
    .picture = picture,
};
