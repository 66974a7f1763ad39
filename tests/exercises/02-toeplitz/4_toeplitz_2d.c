/* What toeplitz_2d is checked against: the lecture's matrix, images and
 * kernels of every shape, and the law of its blocks. */
#include "4_toeplitz_2d.h"

#include "reference/toeplitz.h"
#include "tests/grader/fault.h"

#include <math.h>
#include <stdlib.h>

static const struct param params[] = {
    {"k", ARG_IN},  {"kh", ARG_INT}, {"kw", ARG_INT}, {"h", ARG_INT},
    {"w", ARG_INT}, {"U", ARG_OUT},  {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

/* Element (row, column) of U: the output, the input, and the tap between
 * them, if there is one. */
struct element {
    int i, j, r, c;
    int tap;
};

static struct element element_of(const struct call *c, int n)
{
    int h = call_number(c, H), w = call_number(c, W);
    int kh = call_number(c, KH), kw = call_number(c, KW), ow = w - kw + 1;
    int row = n / (h * w), column = n % (h * w);
    struct element e = {row / ow, row % ow, column / w, column % w, -1};
    int u = e.r - e.i, v = e.c - e.j;

    if (u >= 0 && u < kh && v >= 0 && v < kw)
        e.tap = u * kw + v;
    return e;
}

void right_toeplitz_2d(const struct call *c, struct answer *a)
{
    for (int n = 0; n < c->arg[U].count; n++) {
        struct element e = element_of(c, n);

        answer_put(a, U, n, e.tap >= 0 ? call_at(c, K, e.tap) : 0, 0);
    }
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[U].count;
    float *matrix = need(malloc(sizeof *matrix * (size_t)count));

    if (ref_toeplitz2d(c->arg[K].data, 1, 1, call_number(c, KH),
                       call_number(c, KW), call_number(c, H), call_number(c, W),
                       NULL, matrix) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, U, n, (double)matrix[n], 0);
    free(matrix);
}

/* Which number belongs there, and why. */
static void working(FILE *f, const struct call *c, const struct cell *seen,
                    int cell)
{
    struct element e = element_of(c, cell);
    int kw = call_number(c, KW), n = c->arg[U].dim[1];

    (void)seen;
    fprintf(f, "     row %d makes y[%d, %d]; column %d is x[%d, %d]\n",
            cell / n, e.i, e.j, cell % n, e.r, e.c);
    if (e.tap >= 0)
        fprintf(f, "     that is x[%d+%d, %d+%d], so it is k[%d, %d]\n", e.i,
                e.tap / kw, e.j, e.tap % kw, e.tap / kw, e.tap % kw);
    else
        fprintf(f,
                "     the window at (%d, %d) covers rows %d to %d and columns "
                "%d to %d: 0\n",
                e.i, e.j, e.i, e.i + call_number(c, KH) - 1, e.j, e.j + kw - 1);
}

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int h, int w, int kh, int kw)
{
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, U, (h - kh + 1) * (w - kw + 1), h * w);
}

static struct call *add(struct suite *s, enum stage stage, int h, int w, int kh,
                        int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel%s", h, w, kh, kw, note);

    shape(c, h, w, kh, kw);
    return c;
}

static void give(struct suite *s, enum stage stage, int h, int w, int kh,
                 int kw, const float *k, const char *note)
{
    add(s, stage, h, w, kh, kw, note);
    case_values(s, K, k);
}

/* The case of the prediction, the first of the edges: its numbers stand
 * nowhere in the lesson. */
enum { PREDICT_CASE = 2 };

static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {1, 5, 1, 2},  {5, 1, 3, 1},    {3, 4, 3, 4},
        {2, 6, 1, 1},  {4, 7, 2, 3},  {7, 4, 3, 2},    {5, 6, 4, 1},
        {6, 5, 4, 4},  {3, 8, 1, 3},  {8, 3, 2, 2},    {3, 9, 2, 1},
        {9, 8, 5, 3},  {1, 12, 1, 9}, {12, 4, 9, 1},   {3, 13, 2, 2},
        {10, 9, 9, 3}, {4, 4, 2, 2},  {11, 10, 3, 10},
    };

    give(s, STAGE_EDGES, 3, 3, 2, 2, (const float[]){2, 3, 5, 7}, "");
    give(s, STAGE_EDGES, 3, 4, 2, 3, (const float[]){2, 0, -1, 3, 5, -4},
         ", one number 0");
    give(s, STAGE_EDGES, 4, 3, 2, 2, (const float[]){0.5f, -1.5f, 2.25f, 1},
         " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 5 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);

        add(s, stage, h, w, suite_int(s, 1, h < 4 ? h : 4),
            suite_int(s, 1, w < 4 ? w : 4), "");
    }
}

/* Output row i + 1 against output row i: everything w columns on. */
static const char *is_blocked(const struct call *const *c, double *const *y)
{
    int h = call_number(c[0], H), w = call_number(c[0], W), n = h * w;
    int ow = w - call_number(c[0], KW) + 1, rows = c[0]->arg[U].dim[0];

    for (int row = ow; row < rows; row++)
        for (int column = w; column < n; column++)
            if (y[0][row * n + column] != y[0][(row - ow) * n + (column - w)])
                return "the rows of U for one row of outputs must be those for "
                       "the row above, moved on by a whole row of the image";
    return NULL;
}

static void blocks(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 4, 5, 2, 3, "");

    suite_fill(s, c, STAGE_INTEGERS);
    case_law(s, 1, is_blocked);
}

static void cases(struct suite *s)
{
    give(s, STAGE_LESSON, 2, 3, 2, 2, (const float[]){1, 2, 3, 4}, "");
    give(s, STAGE_LESSON, 4, 4, 3, 3,
         (const float[]){1, 4, 1, 1, 4, 3, 3, 3, 1}, "");
    edges(s);
    at_random(s, STAGE_INTEGERS, 16);
    at_random(s, STAGE_REALS, 6);
    blocks(s);
}

/* A bell of 5x5 over a 12x12 image. */
static struct call *picture(void)
{
    enum { SIDE = 12, BELL = 5 };
    struct call *c = call_new(params);

    shape(c, SIDE, SIDE, BELL, BELL);
    for (int n = 0; n < BELL * BELL; n++) {
        int u = n / BELL - 2, v = n % BELL - 2;

        c->arg[K].data[n] = (float)exp(-0.3 * (u * u + v * v));
    }
    return c;
}

const struct exercise exercise_toeplitz_2d = {
    .kind = EXERCISE_WRITE,
    .title = "an image kernel as a matrix",
    .anchor = "an-image-as-a-column",
    .params = params,
    .cases = cases,
    .working = working,
    .right = right_toeplitz_2d,
    .reference = reference,
    .misconceptions = wrong_toeplitz_2d,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "T03", "T2A"},
    .picture = picture,
};
