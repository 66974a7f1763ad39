/* What toeplitz_1d is checked against: the lesson's example, lengths of every
 * kind, and the law that gave the matrix its name. */
#include "1_toeplitz_1d.h"

#include "reference/toeplitz.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"k", ARG_IN},  {"kw", ARG_INT}, {"w", ARG_INT},
    {"U", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_toeplitz_1d(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int i = 0; i < w - kw + 1; i++)
        for (int j = 0; j < w; j++) {
            bool inside = j >= i && j - i < kw;

            answer_put(a, U, i * w + j, inside ? call_at(c, K, j - i) : 0, 0);
        }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[U].count;
    float *matrix = need(malloc(sizeof *matrix * (size_t)count));

    if (ref_toeplitz1d(c->arg[K].data, 1, 1, call_number(c, KW),
                       call_number(c, W), NULL, matrix) != REF_OK)
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
    int i = cell / w, j = cell % w, u = j - i;

    (void)seen;
    fprintf(f, "     row %d makes y[%d]; column %d is what it takes of x[%d]\n",
            i, i, j, j);
    if (u >= 0 && u < kw)
        fprintf(f, "     x[%d] is x[%d+%d], so it is k[%d]\n", j, i, u, u);
    else
        fprintf(f, "     the kernel at %d covers x[%d] to x[%d]: 0\n", i, i,
                i + kw - 1);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int w, int kw)
{
    call_vector(c, K, kw);
    call_int(c, KW, kw);
    call_int(c, W, w);
    call_matrix(c, U, w - kw + 1, w);
}

static struct call *add(struct suite *s, enum stage stage, int w, int kw,
                        const char *note)
{
    struct call *c =
        case_add(s, stage, "signal of %d, kernel of %d%s", w, kw, note);

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
        {1, 1}, {2, 2}, {2, 1}, {5, 5},  {5, 1},  {6, 2},   {8, 3},  {9, 4},
        {8, 1}, {9, 2}, {9, 8}, {10, 9}, {12, 8}, {13, 10}, {17, 9}, {21, 4},
    };

    give(s, STAGE_EDGES, 4, 2, (const float[]){3, 5}, "");
    give(s, STAGE_EDGES, 5, 3, (const float[]){2, 0, -1}, ", one number 0");
    give(s, STAGE_EDGES, 6, 3, (const float[]){0.5f, -1.5f, 2.25f},
         " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int w = suite_int(s, 2, 4 + 16 * n / cases);

        add(s, stage, w, suite_int(s, 1, w < 7 ? w : 7), "");
    }
}

static const char *is_toeplitz(const struct call *const *c, double *const *y)
{
    int rows = c[0]->arg[U].dim[0], w = c[0]->arg[U].dim[1];

    for (int i = 1; i < rows; i++)
        for (int j = 1; j < w; j++)
            if (y[0][i * w + j] != y[0][(i - 1) * w + (j - 1)])
                return "along each diagonal all numbers must be equal: that is "
                       "a Toeplitz matrix";
    return NULL;
}

static void diagonals(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 7, 3, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_toeplitz);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 6, 3, (const float[]){1, 2, 3}, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 16);
    at_random(s, STAGE_REALS, 6);
    diagonals(s);
}

/* A bell of 15 along the diagonal. */
static struct call *picture(void)
{
    enum { LENGTH = 60, BELL = 15 };
    struct call *c = call_new(params);

    shape(c, LENGTH, BELL);
    for (int u = 0; u < BELL; u++)
        c->arg[K].data[u] = (float)exp(-0.08 * (u - 7) * (u - 7));
    return c;
}

const struct exercise exercise_toeplitz_1d = {
    .kind = EXERCISE_WRITE,
    .title = "write a kernel as a matrix",
    .anchor = "one-row-per-output",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_toeplitz_1d,
    .reference = reference,
    .misconceptions = wrong_toeplitz_1d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "T02", "TZ1"},
    .picture = picture,
};
