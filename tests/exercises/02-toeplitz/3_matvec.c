/* What matvec is checked against: the lesson's matrix, matrices wide, high
 * and square, and laws. */
#include "3_matvec.h"

#include "reference/linear.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"U", ARG_IN}, {"m", ARG_INT}, {"n", ARG_INT},
    {"x", ARG_IN}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

void right_matvec(const struct call *c, struct answer *a)
{
    int m = call_number(c, M), n = call_number(c, N);

    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            answer_tap(a, Y, i, U, i * n + j, X, j);
}

static void reference(const struct call *c, struct answer *a)
{
    int m = call_number(c, M);
    float *y = need(malloc(sizeof *y * (size_t)m));

    if (ref_linear(c->arg[X].data, 1, call_number(c, N), c->arg[U].data, m,
                   NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int i = 0; i < m; i++)
        answer_put(a, Y, i, (double)y[i], 0);
    free(y);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int m, int n)
{
    call_matrix(c, U, m, n);
    call_int(c, M, m);
    call_int(c, N, n);
    call_vector(c, X, n);
    call_vector(c, Y, m);
}

static struct call *add(struct suite *s, enum stage stage, int m, int n,
                        const char *note)
{
    struct call *c = case_add(s, stage, "%dx%d matrix%s", m, n, note);

    shape(c, m, n);
    return c;
}

static void give(struct suite *s, enum stage stage, int m, int n,
                 const float *matrix, const float *x, const char *note)
{
    add(s, stage, m, n, note);
    case_values(s, U, matrix);
    case_values(s, X, x);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 1 };

static void edges(struct suite *s)
{
    static const int size[][2] = {
        {1, 1},  {1, 5},  {5, 1},  {3, 3},   {4, 4},   {3, 7},
        {7, 3},  {8, 9},  {9, 8},  {2, 9},   {10, 2},  {1, 17},
        {17, 1}, {16, 5}, {5, 16}, {11, 12}, {12, 10},
    };

    give(s, STAGE_EDGES, 2, 3, (const float[]){2, 1, 3, 5, 4, 7},
         (const float[]){3, 1, 2}, "");
    give(s, STAGE_EDGES, 3, 2, (const float[]){2, -1, 0, 5, -4, 7},
         (const float[]){-3, 1}, "");
    give(s, STAGE_EDGES, 2, 2, (const float[]){0.5f, -1.5f, 2.25f, 1},
         (const float[]){1.5f, 0.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 4 + 12 * n / cases;

        add(s, stage, suite_int(s, 1, side), suite_int(s, 1, side), "");
    }
}

/* The identity and a matrix that moves everything on by one. */
static const char *moves_on(const struct call *const *c, double *const *y)
{
    int n = call_number(c[0], N);

    for (int i = 0; i < n; i++)
        if (y[0][i] != call_at(c[0], X, (i + 1) % n))
            return "a matrix with one 1 in each row must give the elements of "
                   "x that the ones stand over";
    return NULL;
}

static void permutation(struct suite *s)
{
    enum { SIDE = 5 };
    struct call *c = add(s, STAGE_PROPERTIES, SIDE, SIDE, " of ones and zeros");
    float matrix[SIDE * SIDE] = {0};

    suite_fill(s, c, STAGE_INTEGERS);
    for (int i = 0; i < SIDE; i++)
        matrix[i * SIDE + (i + 1) % SIDE] = 1;
    case_values(s, U, matrix);
    case_law(s, 1, moves_on);
}

static const char *is_linear(const struct call *const *c, double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[2][n] != y[0][n] + 2 * y[1][n])
            return "the answer for x1 + 2 x2 must be that for x1 plus twice "
                   "that for x2";
    return NULL;
}

static void linearity(struct suite *s)
{
    enum { ROWS = 3, COLUMNS = 5 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, ROWS, COLUMNS,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, U, c[0]->arg[U].data);
    }
    for (int n = 0; n < COLUMNS; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 4, 6,
         (const float[]){1, 2, 3, 0, 0, 0, 0, 1, 2, 3, 0, 0, //
                         0, 0, 1, 2, 3, 0, 0, 0, 0, 1, 2, 3},
         (const float[]){1, 4, -1, 0, 2, -2}, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 20);
    at_random(s, STAGE_REALS, 8);
    permutation(s);
    linearity(s);
}

/* A signal and the matrix that takes the mean of seven neighbours. */
static struct call *picture(void)
{
    enum { LENGTH = 60, MEAN = 7, PLACES = LENGTH - MEAN + 1 };
    struct call *c = call_new(params);

    shape(c, PLACES, LENGTH);
    for (int i = 0; i < PLACES; i++)
        for (int u = 0; u < MEAN; u++)
            c->arg[U].data[i * LENGTH + i + u] = 1.0f / MEAN;
    for (int n = 0; n < LENGTH; n++) {
        double step = n < LENGTH / 2 ? 1 : 4;

        c->arg[X].data[n] = (float)(step + 0.6 * sin(1.7 * n * n));
    }
    return c;
}

const struct exercise exercise_matvec = {
    .kind = EXERCISE_WRITE,
    .title = "a matrix times a vector",
    .anchor = "the-product",
    .params = params,
    .cases = cases,
    .right = right_matvec,
    .reference = reference,
    .misconceptions = wrong_matvec,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C06", "C07", "MV1"},
    .picture = picture,
};
