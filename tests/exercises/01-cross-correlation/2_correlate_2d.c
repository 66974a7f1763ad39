/* What correlate_2d is checked against: the lesson's examples, shapes that
 * tell height from width and image from kernel, and the wrong models. */
#include "reference/conv2d.h"
#include "tests/grader/exercise.h"
#include "tests/grader/fault.h"
#include "tests/grader/mistakes.h"

#include <stdlib.h>

enum { X, H, W, K, KH, KW, Y };

static const struct param params[] = {
    {"x", ARG_IN},   {"h", ARG_INT},  {"w", ARG_INT}, {"k", ARG_IN},
    {"kh", ARG_INT}, {"kw", ARG_INT}, {"y", ARG_OUT}, {NULL, ARG_END},
};

/* ---- the right answer ---------------------------------------------------- */

static void right(const struct call *c, struct answer *a)
{
    int h = call_number(c, H), w = call_number(c, W);
    int kh = call_number(c, KH), kw = call_number(c, KW);
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    answer_tap(a, Y, i * ow + j, X, (i + u) * w + (j + v), K,
                               u * kw + v);
}

static void reference(const struct call *c, struct answer *a)
{
    int count = c->arg[Y].count;
    float *y = need(malloc(sizeof *y * (size_t)count));

    if (ref_conv2d(c->arg[X].data, 1, 1, call_number(c, H), call_number(c, W),
                   c->arg[K].data, 1, call_number(c, KH), call_number(c, KW),
                   NULL, NULL, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < count; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- wrong models: an array is walked through in another way ------------- */

/* The right loops; each wrong model changes one thing. */
struct plan {
    int h, w, kh, kw, oh, ow;
    struct loops loops;
};

static struct plan plan_of(const struct call *c)
{
    struct plan p = {.h = call_number(c, H),
                     .w = call_number(c, W),
                     .kh = call_number(c, KH),
                     .kw = call_number(c, KW)};

    p.oh = p.h - p.kh + 1;
    p.ow = p.w - p.kw + 1;
    p.loops = (struct loops){
        .x = X,
        .k = K,
        .y = Y,
        .rows = p.oh,
        .cols = p.ow,
        .krows = p.kh,
        .kcols = p.kw,
        .at_x = {.i = p.w, .j = 1, .u = p.w, .v = 1},
        .at_k = {.u = p.kw, .v = 1},
        .at_y = {.i = p.ow, .j = 1},
    };
    return p;
}

static void flipped(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){p.kh * p.kw - 1, 0, 0, -p.kw, -1};
    loops_run(a, &p.loops);
}

static void flipped_rows(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){(p.kh - 1) * p.kw, 0, 0, -p.kw, 1};
    loops_run(a, &p.loops);
}

static void flipped_cols(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){p.kw - 1, 0, 0, p.kw, -1};
    loops_run(a, &p.loops);
}

static void k_transposed(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){0, 0, 0, 1, p.kw};
    loops_run(a, &p.loops);
}

static void k_by_columns(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){0, 0, 0, 1, p.kh};
    loops_run(a, &p.loops);
}

static void k_pitch(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_k = (struct walk){0, 0, 0, p.kh, 1};
    loops_run(a, &p.loops);
}

static void wrong_pitch(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_x = (struct walk){0, p.h, 1, p.h, 1};
    loops_run(a, &p.loops);
}

static void x_transposed(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_x = (struct walk){0, 1, p.w, 1, p.w};
    loops_run(a, &p.loops);
}

static void x_by_columns(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_x = (struct walk){0, 1, p.h, 1, p.h};
    loops_run(a, &p.loops);
}

static void window_stays(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_x = (struct walk){0, 0, 0, p.w, 1};
    loops_run(a, &p.loops);
}

static void one_pixel(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_x = (struct walk){0, p.w, 1, 0, 0};
    loops_run(a, &p.loops);
}

static void y_transposed(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_y = (struct walk){0, 1, p.oh, 0, 0};
    loops_run(a, &p.loops);
}

static void y_pitch_w(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_y = (struct walk){0, p.w, 1, 0, 0};
    loops_run(a, &p.loops);
}

static void y_pitch_oh(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.at_y = (struct walk){0, p.oh, 1, 0, 0};
    loops_run(a, &p.loops);
}

/* ---- wrong models: loops that end elsewhere ------------------------------ */

static void loop_short(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.krows--;
    p.loops.kcols--;
    loops_run(a, &p.loops);
}

static void kernel_row_short(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.krows--;
    loops_run(a, &p.loops);
}

static void kernel_col_short(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.kcols--;
    loops_run(a, &p.loops);
}

static void last_unset(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.rows--;
    p.loops.cols--;
    loops_run(a, &p.loops);
}

static void last_row_unset(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.rows--;
    loops_run(a, &p.loops);
}

static void last_col_unset(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.cols--;
    loops_run(a, &p.loops);
}

static void no_plus_one(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.rows--;
    p.loops.cols--;
    p.loops.at_y.i = p.ow - 1;
    loops_run(a, &p.loops);
}

static void hw_swapped(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    p.loops.rows = p.ow;
    p.loops.cols = p.oh;
    p.loops.at_y.i = p.oh;
    loops_run(a, &p.loops);
}

/* ---- wrong models: another sum ------------------------------------------- */

static void last_tap(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    loops_last_tap(a, &p.loops);
}

static void never_reset(const struct call *c, struct answer *a)
{
    struct plan p = plan_of(c);

    loops_never_reset(a, &p.loops);
}

static void int_sum(const struct call *c, struct answer *a)
{
    answer_int_sum(right, c, a);
}

static void uninitialised(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_add_to_old(a);
}

static void mean_not_sum(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_mean(a, c->arg[K].count);
}

static void cut(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_cut(a);
}

static void relu(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_no_negatives(a);
}

static void clamped(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_to_byte(a);
}

static void absolute(const struct call *c, struct answer *a)
{
    right(c, a);
    answer_absolute(a);
}

static const struct misconception misconceptions[] = {
    {"C01", "flipped",
     "the kernel is turned by 180 degrees before it is laid over the image: "
     "that is true convolution",
     "the-flip", flipped},
    {"C02", "rows flipped",
     "the kernel is turned upside down, its last row first", "the-flip",
     flipped_rows},
    {"CK1", "columns flipped",
     "the kernel is mirrored from left to right, its last column first",
     "the-flip", flipped_cols},
    {"C03", "kernel transposed",
     "row and column of the kernel are exchanged: it reads k[v*kw + u]",
     "two-dimensions", k_transposed},
    {"CK2", "kernel by columns",
     "the kernel is read column by column: k[v*kh + u], but it lies in memory "
     "row by row",
     "two-dimensions", k_by_columns},
    {"CK3", "kernel row length",
     "rows of the kernel are taken to be kh long: k[u*kh + v]; they are kw "
     "long",
     "two-dimensions", k_pitch},
    {"C04", "output transposed",
     "the output is written column by column, at y[j*oh + i]", "two-dimensions",
     y_transposed},
    {"CY1", "output as wide as the image",
     "rows of the output are taken to be w long, as in the image; they are ow "
     "long",
     "two-dimensions", y_pitch_w},
    {"CY2", "output row length",
     "rows of the output are taken to be oh long; that is their number, each "
     "is ow long",
     "two-dimensions", y_pitch_oh},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[(i+u)*h + ...]; they are w "
     "long",
     "two-dimensions", wrong_pitch},
    {"CX1", "image indices exchanged",
     "row and column of the image are exchanged: it reads x[(j+v)*w + (i+u)]",
     "two-dimensions", x_transposed},
    {"CX2", "image by columns",
     "the image is read column by column, but it lies in memory row by row",
     "two-dimensions", x_by_columns},
    {"CX3", "window stays",
     "the window never moves: every output is the sum at the top left corner",
     "the-sliding-window", window_stays},
    {"CX4", "one pixel",
     "every number of the kernel is multiplied by the same pixel, the corner "
     "of the window",
     "the-sliding-window", one_pixel},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     "the-sliding-window", last_tap},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     "the-sliding-window", never_reset},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     "the-sliding-window", uninitialised},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements",
     "the-sliding-window", mean_not_sum},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out",
     "two-dimensions", loop_short},
    {"CK4", "kernel row short", "the last row of the kernel is left out",
     "two-dimensions", kernel_row_short},
    {"CK5", "kernel column short", "the last column of the kernel is left out",
     "two-dimensions", kernel_col_short},
    {"C11", "last row and column unset",
     "the last row and the last column of the output are never written",
     "the-sliding-window", last_unset},
    {"CY3", "last row unset", "the last row of the output is never written",
     "the-sliding-window", last_row_unset},
    {"CY4", "last column unset",
     "the last column of the output is never written", "the-sliding-window",
     last_col_unset},
    {"S01", "one place too few",
     "the output is taken to have h-kh rows and w-kw columns; a + 1 is missing",
     "the-sliding-window", no_plus_one},
    {"S09", "height and width exchanged",
     "the output is taken to have w-kw+1 rows and h-kh+1 columns; it is the "
     "other way round",
     "two-dimensions", hw_swapped},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", int_sum},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     cut},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a kernel may well give negative numbers",
     "filters-that-blur-filters-that-find-edges", relu},
    {"CY6", "cut to a byte",
     "outputs are forced into 0..255; y holds floats, they need no limits",
     "filters-that-blur-filters-that-find-edges", clamped},
    {"CY7", "sign lost", "outputs have lost their sign",
     "filters-that-blur-filters-that-find-edges", absolute},
    {NULL, NULL, NULL, NULL, NULL},
};

/* ---- the cases ----------------------------------------------------------- */

static void shape(struct call *c, int h, int w, int kh, int kw)
{
    call_matrix(c, X, h, w);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, Y, h - kh + 1, w - kw + 1);
}

static struct call *add(struct suite *s, enum stage stage, int h, int w, int kh,
                        int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel%s", h, w, kh, kw, note);

    shape(c, h, w, kh, kw);
    return c;
}

/* A case with given numbers. */
static void give(struct suite *s, enum stage stage, int h, int w,
                 const float *x, int kh, int kw, const float *k,
                 const char *note)
{
    add(s, stage, h, w, kh, kw, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

/* The case to redo by hand: every mistake gives it another answer. */
enum { PREDICT_CASE = 4 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 3, (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, 2,
         2, (const float[]){10, 20, 30, 40}, "");
    give(s, STAGE_LESSON, 4, 4,
         (const float[]){1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2}, 2, 2,
         (const float[]){0, 1, 0, 1}, "");
    give(s, STAGE_LESSON, 5, 5,
         (const float[]){1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
                         1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0},
         3, 3, (const float[]){1, 0, 1, 0, 1, 0, 1, 0, 1},
         " of zeros and ones");
    give(s, STAGE_LESSON, 5, 5,
         (const float[]){3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2,
                         2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1},
         3, 3, (const float[]){0, 1, 2, 2, 2, 0, 0, 1, 2}, "");
    give(s, STAGE_LESSON, 3, 4,
         (const float[]){1, 2, 0, 3, 0, 1, 4, 1, 5, 0, 1, 2}, 2, 2,
         (const float[]){1, 2, 3, 5}, "");
}

/* Every size is 1, even, odd, and beyond 8 somewhere; heights above and
 * below widths; lengths of every remainder by 4, for loops done in fours. */
static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {1, 5, 1, 2},   {5, 1, 3, 1},    {3, 4, 3, 4},
        {2, 6, 1, 1},  {4, 7, 2, 3},   {7, 4, 3, 2},    {5, 6, 4, 1},
        {6, 5, 4, 4},  {3, 8, 1, 3},   {8, 3, 2, 2},    {3, 9, 2, 1},
        {9, 8, 5, 3},  {1, 17, 1, 9},  {12, 5, 9, 1},   {3, 17, 2, 2},
        {17, 4, 2, 3}, {10, 12, 9, 3}, {13, 11, 3, 10}, {11, 14, 9, 10},
    };

    give(s, STAGE_EDGES, 3, 4,
         (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f, -2, 1.5f, 1, 2.5f,
                         -0.5f, 4},
         2, 2, (const float[]){1.5f, 0.5f, -1, 2.5f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 9 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);
        int kh = suite_int(s, 1, h < 5 ? h : 5);
        int kw = suite_int(s, 1, w < 5 ? w : 5);

        add(s, stage, h, w, kh, kw, "");
    }
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
    enum { H0 = 4, W0 = 6 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, H0, W0, 2, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < H0 * W0; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

/* The second image is the first moved down by 1 and right by 2. */
static const char *moves_along(const struct call *const *c, double *const *y)
{
    int oh = c[0]->arg[Y].dim[0], ow = c[0]->arg[Y].dim[1];

    for (int i = 1; i < oh; i++)
        for (int j = 2; j < ow; j++)
            if (y[1][i * ow + j] != y[0][(i - 1) * ow + (j - 2)])
                return "when the image moves, the answer must move along";
    return NULL;
}

static void equivariance(struct suite *s)
{
    enum { H0 = 5, W0 = 7 };
    struct call *c[2];

    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, H0, W0, 3, 2,
                   n == 0 ? "" : ", the image moved");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int i = 1; i < H0; i++)
        for (int j = 2; j < W0; j++)
            c[1]->arg[X].data[i * W0 + j] =
                c[0]->arg[X].data[(i - 1) * W0 + (j - 2)];
    case_law(s, 2, moves_along);
}

/* A kernel with a single 1 cuts a piece out of the image. */
static const char *cuts_out(const struct call *const *c, double *const *y)
{
    int oh = c[0]->arg[Y].dim[0], ow = c[0]->arg[Y].dim[1];
    int w = call_number(c[0], W);

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            if (y[0][i * ow + j] != call_at(c[0], X, (i + 1) * w + (j + 2)))
                return "a kernel with a single 1, at row 1 and column 2, must "
                       "give the image from there on";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c = add(s, STAGE_PROPERTIES, 5, 6, 2, 3, " with a single 1");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[]){0, 0, 0, 0, 0, 1});
    case_law(s, 1, cuts_out);
}

static void cases(struct suite *s)
{
    lesson(s);
    edges(s);
    at_random(s, STAGE_INTEGERS, 24);
    at_random(s, STAGE_REALS, 8);
    linearity(s);
    equivariance(s);
    delta(s);
}

const struct exercise exercise_correlate_2d = {
    .kind = EXERCISE_WRITE,
    .title = "slide a kernel over an image",
    .anchor = "two-dimensions",
    .params = params,
    .cases = cases,
    .right = right,
    .reference = reference,
    .misconceptions = misconceptions,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "C03", "C05"},
};
