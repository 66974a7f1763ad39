/* What filter_same_2d is checked against: the lesson's examples, images
 * narrower, lower and smaller than the kernel, and the wrong models. */
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

/* The sizes of a call, and the pixel and kernel number the loops are at. */
struct at {
    int h, w, kh, kw;
    int i, j, u, v;
};

static struct at sizes_of(const struct call *c)
{
    return (struct at){.h = call_number(c, H),
                       .w = call_number(c, W),
                       .kh = call_number(c, KH),
                       .kw = call_number(c, KW)};
}

/* Element [row, column] of the image, or a zero outside. */
static int pixel(const struct at *t, int row, int col)
{
    bool inside = row >= 0 && row < t->h && col >= 0 && col < t->w;

    return inside ? row * t->w + col : PADDING;
}

static void right(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    for (int i = 0; i < t.h; i++)
        for (int j = 0; j < t.w; j++)
            for (int u = 0; u < t.kh; u++)
                for (int v = 0; v < t.kw; v++)
                    answer_tap(a, Y, i * t.w + j, X,
                               pixel(&t, i + u - t.kh / 2, j + v - t.kw / 2), K,
                               u * t.kw + v);
}

static void reference(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);
    float *y = need(malloc(sizeof *y * (size_t)(t.h * t.w)));
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.pt = p.pb = t.kh / 2;
    p.pl = p.pr = t.kw / 2;
    if (ref_conv2d(c->arg[X].data, 1, 1, t.h, t.w, c->arg[K].data, 1, t.kh,
                   t.kw, NULL, &p, y) != REF_OK)
        grader_fault("%s", ref_status_message());
    for (int n = 0; n < t.h * t.w; n++)
        answer_put(a, Y, n, (double)y[n], 0);
    free(y);
}

/* ---- wrong models: the loops, with one index of its own ------------------ */

/* Which element of an array the loops touch; for x possibly PADDING. */
typedef int place(const struct at *t);

static int row_of(const struct at *t)
{
    return t->i + t->u - t->kh / 2;
}

static int col_of(const struct at *t)
{
    return t->j + t->v - t->kw / 2;
}

static int x_right(const struct at *t)
{
    return pixel(t, row_of(t), col_of(t));
}

static int k_right(const struct at *t)
{
    return t->u * t->kw + t->v;
}

static int y_right(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
static void filter(const struct call *c, struct answer *a, place *x, place *k,
                   place *y)
{
    struct at t = sizes_of(c);
    bool beside = false;

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++) {
            int n = y(&t);

            beside = beside || n >= t.h * t.w;
            answer_put(a, Y, n, 0, 0);
            for (t.u = 0; t.u < t.kh; t.u++)
                for (t.v = 0; t.v < t.kw; t.v++)
                    answer_tap(a, Y, n, X, x(&t), K, k(&t));
        }
    if (beside)
        answer_unknown(a, Y, t.h * t.w - 1);
}

/* A wrong model is these loops with three places; C has no other way to
 * make a function of it than to write one down. */
#define PROGRAM(name, x, k, y)                                                 \
    static void name(const struct call *c, struct answer *a)                   \
    {                                                                          \
        filter(c, a, x, k, y);                                                 \
    }

static int not_centred_at(const struct at *t)
{
    return pixel(t, t->i + t->u, t->j + t->v);
}
PROGRAM(not_centred, not_centred_at, k_right, y_right)

static int last_corner_at(const struct at *t)
{
    return pixel(t, t->i + t->u - (t->kh - 1), t->j + t->v - (t->kw - 1));
}
PROGRAM(last_corner, last_corner_at, k_right, y_right)

static int one_off_at(const struct at *t)
{
    return pixel(t, row_of(t) - 1, col_of(t) - 1);
}
PROGRAM(one_off, one_off_at, k_right, y_right)

static int halves_exchanged_at(const struct at *t)
{
    return pixel(t, t->i + t->u - t->kw / 2, t->j + t->v - t->kh / 2);
}
PROGRAM(halves_exchanged, halves_exchanged_at, k_right, y_right)

static int flipped_at(const struct at *t)
{
    return (t->kh - 1 - t->u) * t->kw + (t->kw - 1 - t->v);
}
PROGRAM(flipped, x_right, flipped_at, y_right)

static int flipped_rows_at(const struct at *t)
{
    return (t->kh - 1 - t->u) * t->kw + t->v;
}
PROGRAM(flipped_rows, x_right, flipped_rows_at, y_right)

static int flipped_cols_at(const struct at *t)
{
    return t->u * t->kw + (t->kw - 1 - t->v);
}
PROGRAM(flipped_cols, x_right, flipped_cols_at, y_right)

static int k_transposed_at(const struct at *t)
{
    return t->v * t->kw + t->u;
}
PROGRAM(k_transposed, x_right, k_transposed_at, y_right)

static int k_by_columns_at(const struct at *t)
{
    return t->v * t->kh + t->u;
}
PROGRAM(k_by_columns, x_right, k_by_columns_at, y_right)

static int k_pitch_at(const struct at *t)
{
    return t->u * t->kh + t->v;
}
PROGRAM(k_pitch, x_right, k_pitch_at, y_right)

static int y_transposed_at(const struct at *t)
{
    return t->j * t->h + t->i;
}
PROGRAM(y_transposed, x_right, k_right, y_transposed_at)

static int y_pitch_at(const struct at *t)
{
    return t->i * t->h + t->j;
}
PROGRAM(y_pitch, x_right, k_right, y_pitch_at)

static int wrong_pitch_at(const struct at *t)
{
    return x_right(t) == PADDING ? PADDING : row_of(t) * t->h + col_of(t);
}
PROGRAM(wrong_pitch, wrong_pitch_at, k_right, y_right)

static int x_by_columns_at(const struct at *t)
{
    return x_right(t) == PADDING ? PADDING : col_of(t) * t->h + row_of(t);
}
PROGRAM(x_by_columns, x_by_columns_at, k_right, y_right)

/* ---- wrong models: another rule for the outside -------------------------- */

/* An index brought into 0 .. n-1. */
static int nearest(int at, int n)
{
    return at < 0 ? 0 : at >= n ? n - 1 : at;
}

static int modulo(int at, int n)
{
    return (at % n + n) % n;
}

/* 0 1 2 3 4 3 2 1 0 1 ..: to and fro, the ends not repeated. */
static int mirror(int at, int n)
{
    int m = n == 1 ? 0 : modulo(at, 2 * (n - 1));

    return m < n ? m : 2 * (n - 1) - m;
}

/* 0 1 2 3 3 2 1 0 0 1 ..: the ends repeated. */
static int mirror_repeating(int at, int n)
{
    int m = modulo(at, 2 * n);

    return m < n ? m : 2 * n - 1 - m;
}

static int edge_value_at(const struct at *t)
{
    return pixel(t, nearest(row_of(t), t->h), nearest(col_of(t), t->w));
}
PROGRAM(edge_value, edge_value_at, k_right, y_right)

static int reflected_at(const struct at *t)
{
    return pixel(t, mirror(row_of(t), t->h), mirror(col_of(t), t->w));
}
PROGRAM(reflected, reflected_at, k_right, y_right)

static int symmetric_at(const struct at *t)
{
    return pixel(t, mirror_repeating(row_of(t), t->h),
                 mirror_repeating(col_of(t), t->w));
}
PROGRAM(symmetric, symmetric_at, k_right, y_right)

static int circular_at(const struct at *t)
{
    return pixel(t, modulo(row_of(t), t->h), modulo(col_of(t), t->w));
}
PROGRAM(circular, circular_at, k_right, y_right)

static int bounds_exchanged_at(const struct at *t)
{
    int row = row_of(t), col = col_of(t);
    bool inside = row >= 0 && row < t->w && col >= 0 && col < t->h;

    return inside ? row * t->w + col : PADDING;
}
PROGRAM(bounds_exchanged, bounds_exchanged_at, k_right, y_right)

static int first_lost_at(const struct at *t)
{
    return row_of(t) > 0 && col_of(t) > 0 ? x_right(t) : PADDING;
}
PROGRAM(first_lost, first_lost_at, k_right, y_right)

static int last_lost_at(const struct at *t)
{
    bool inside = row_of(t) < t->h - 1 && col_of(t) < t->w - 1;

    return inside ? x_right(t) : PADDING;
}
PROGRAM(last_lost, last_lost_at, k_right, y_right)

static int cols_unchecked_at(const struct at *t)
{
    int row = row_of(t);

    return row >= 0 && row < t->h ? row * t->w + col_of(t) : PADDING;
}
PROGRAM(cols_unchecked, cols_unchecked_at, k_right, y_right)

static int index_checked_at(const struct at *t)
{
    int at = row_of(t) * t->w + col_of(t);

    return at >= 0 && at < t->h * t->w ? at : PADDING;
}
PROGRAM(index_checked, index_checked_at, k_right, y_right)

/* ---- wrong models: a border left out ------------------------------------- */

static bool on_border(const struct at *t)
{
    return t->i < t->kh / 2 || t->i >= t->h - t->kh / 2 || t->j < t->kw / 2 ||
           t->j >= t->w - t->kw / 2;
}

static void border_zero(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    right(c, a);
    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++)
            if (on_border(&t))
                answer_put(a, Y, y_right(&t), 0, 0);
}

static void border_copied(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    right(c, a);
    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++)
            if (on_border(&t))
                answer_put(a, Y, y_right(&t), call_at(c, X, y_right(&t)), 0);
}

static void border_unset(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++)
            for (t.u = 0; t.u < t.kh; t.u++)
                for (t.v = 0; t.v < t.kw; t.v++)
                    if (!on_border(&t))
                        answer_tap(a, Y, y_right(&t), X, x_right(&t), K,
                                   k_right(&t));
}

/* The valid size, its rows stored pitch apart from y[0] on. */
static void valid(const struct call *c, struct answer *a, int pitch)
{
    struct at t = sizes_of(c);

    for (t.i = 0; t.i < t.h - t.kh + 1; t.i++)
        for (t.j = 0; t.j < t.w - t.kw + 1; t.j++)
            for (t.u = 0; t.u < t.kh; t.u++)
                for (t.v = 0; t.v < t.kw; t.v++)
                    answer_tap(a, Y, t.i * pitch + t.j, X,
                               (t.i + t.u) * t.w + (t.j + t.v), K, k_right(&t));
}

static void valid_size(const struct call *c, struct answer *a)
{
    valid(c, a, call_number(c, W) - call_number(c, KW) + 1);
}

static void valid_in_place(const struct call *c, struct answer *a)
{
    valid(c, a, call_number(c, W));
}

/* ---- wrong models: another sum ------------------------------------------- */

static void kernel_short(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++) {
            answer_put(a, Y, y_right(&t), 0, 0);
            for (t.u = 0; t.u < t.kh - 1; t.u++)
                for (t.v = 0; t.v < t.kw - 1; t.v++)
                    answer_tap(a, Y, y_right(&t), X, x_right(&t), K,
                               k_right(&t));
        }
}

/* Only the last product that is not with a zero outside. */
static void last_tap(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++) {
            int row = t.i + t.kh / 2, col = t.j + t.kw / 2;

            row = row < t.h ? row : t.h - 1;
            col = col < t.w ? col : t.w - 1;
            t.u = row - t.i + t.kh / 2;
            t.v = col - t.j + t.kw / 2;
            answer_tap(a, Y, y_right(&t), X, row * t.w + col, K, k_right(&t));
        }
}

static void never_reset(const struct call *c, struct answer *a)
{
    struct at t = sizes_of(c);

    for (int n = 0; n < t.h * t.w; n++)
        for (int m = 0; m <= n; m++) {
            t.i = m / t.w;
            t.j = m % t.w;
            for (t.u = 0; t.u < t.kh; t.u++)
                for (t.v = 0; t.v < t.kw; t.v++)
                    answer_tap(a, Y, n, X, x_right(&t), K, k_right(&t));
        }
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

static void int_sum(const struct call *c, struct answer *a)
{
    answer_int_sum(right, c, a);
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

static const struct misconception misconceptions[] = {
    {"P01", "not centred",
     "the corner of the kernel, not its middle, lies on the pixel: kh/2 and "
     "kw/2 are not subtracted",
     "same-size-filtering-images", not_centred},
    {"FS1", "last corner on the pixel",
     "the last number of the kernel, not its middle, lies on the pixel",
     "same-size-filtering-images", last_corner},
    {"FS2", "one off the middle",
     "the kernel lies one row and one column too far up and left",
     "same-size-filtering-images", one_off},
    {"FS3", "halves exchanged",
     "kw/2 is subtracted from the row and kh/2 from the column; it is the "
     "other way round",
     "same-size-filtering-images", halves_exchanged},
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
     "the output is written column by column, at y[j*h + i]", "two-dimensions",
     y_transposed},
    {"CY2", "output row length",
     "rows of the output are taken to be h long: y[i*h + j]; they are w long",
     "two-dimensions", y_pitch},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[row*h + column]; they are w "
     "long",
     "two-dimensions", wrong_pitch},
    {"CX2", "image by columns",
     "the image is read column by column, but it lies in memory row by row",
     "two-dimensions", x_by_columns},
    {"P02", "edge value",
     "outside the image the nearest pixel of the edge is taken; it must count "
     "as 0",
     "same-size-filtering-images", edge_value},
    {"P03", "mirrored about the edge pixel",
     "outside the image its mirror image is taken, the edge not repeated; it "
     "must count as 0",
     "same-size-filtering-images", reflected},
    {"P04", "mirrored at the edge",
     "outside the image its mirror image is taken, the edge repeated; it must "
     "count as 0",
     "same-size-filtering-images", symmetric},
    {"P05", "circular",
     "outside the image it begins anew from the other side; it must count as 0",
     "same-size-filtering-images", circular},
    {"P11", "bounds exchanged",
     "the row is compared with w and the column with h; it is the other way "
     "round",
     "same-size-filtering-images", bounds_exchanged},
    {"P12", "first row and column lost",
     "row 0 and column 0 count as outside: > 0 stands where >= 0 is meant",
     "same-size-filtering-images", first_lost},
    {"FS4", "last row and column lost",
     "row h-1 and column w-1 count as outside", "same-size-filtering-images",
     last_lost},
    {"FS5", "columns not checked",
     "only the row is checked: left of a row lies the end of the row above, "
     "not a zero",
     "same-size-filtering-images", cols_unchecked},
    {"FS6", "only the index checked",
     "only the index into x is checked, not row and column: left of a row "
     "lies the end of the row above, not a zero",
     "same-size-filtering-images", index_checked},
    {"FS7", "border zero",
     "where the kernel hangs over the edge the output is 0; the part of it "
     "inside still counts",
     "same-size-filtering-images", border_zero},
    {"FS8", "border copied",
     "where the kernel hangs over the edge the pixel itself is copied; the "
     "part of the kernel inside counts",
     "same-size-filtering-images", border_copied},
    {"FS9", "border unset",
     "where the kernel hangs over the edge the output is never written",
     "same-size-filtering-images", border_unset},
    {"FS10", "valid size",
     "that is correlate_2d: only places where the kernel lies wholly on the "
     "image are computed, in rows of w-kw+1",
     "same-size-filtering-images", valid_size},
    {"FS11", "valid size, corner on the pixel",
     "only places where the kernel lies wholly on the image are computed, and "
     "its corner, not its middle, lies on the pixel",
     "same-size-filtering-images", valid_in_place},
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
     "two-dimensions", kernel_short},
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
    {NULL, NULL, NULL, NULL, NULL},
};

/* ---- the cases ----------------------------------------------------------- */

static struct call *add(struct suite *s, enum stage stage, int h, int w, int kh,
                        int kw, const char *note)
{
    struct call *c =
        case_add(s, stage, "%dx%d image, %dx%d kernel%s", h, w, kh, kw, note);

    call_matrix(c, X, h, w);
    call_int(c, H, h);
    call_int(c, W, w);
    call_matrix(c, K, kh, kw);
    call_int(c, KH, kh);
    call_int(c, KW, kw);
    call_matrix(c, Y, h, w);
    return c;
}

static void give(struct suite *s, enum stage stage, int h, int w,
                 const float *x, int kh, int kw, const float *k,
                 const char *note)
{
    add(s, stage, h, w, kh, kw, note);
    case_values(s, X, x);
    case_values(s, K, k);
}

enum { PREDICT_CASE = 0 };

static void lesson(struct suite *s)
{
    give(s, STAGE_LESSON, 3, 3, (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, 3,
         3, (const float[]){10, 20, 30, 40, 50, 60, 30, 20, 10}, "");
    give(s, STAGE_LESSON, 3, 5,
         (const float[]){0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, 3, 3,
         (const float[]){1, 2, 3, 4, 5, 6, 7, 8, 9}, ", a single 1");
    give(s, STAGE_LESSON, 4, 4,
         (const float[]){0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3},
         3, 3, (const float[]){0, 1, 0, 1, -4, 1, 0, 1, 0}, " (Laplacian)");
    give(s, STAGE_LESSON, 4, 4,
         (const float[]){0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3},
         3, 3, (const float[]){-1, 0, 1, -2, 0, 2, -1, 0, 1}, " (Sobel)");
}

/* Image and kernel higher and wider than each other; sizes of 1, even, odd,
 * beyond 8, and of every remainder by 4. */
static void edges(struct suite *s)
{
    static const int size[][4] = {
        {1, 1, 1, 1},  {1, 1, 3, 3},   {1, 5, 1, 3},   {5, 1, 3, 1},
        {2, 3, 1, 1},  {3, 4, 3, 5},   {4, 3, 5, 3},   {2, 3, 5, 7},
        {4, 7, 3, 5},  {7, 4, 5, 3},   {5, 6, 3, 1},   {6, 5, 1, 3},
        {9, 8, 3, 3},  {3, 9, 3, 3},   {3, 17, 1, 9},  {17, 3, 9, 1},
        {10, 2, 5, 1}, {10, 12, 9, 3}, {11, 9, 3, 11}, {5, 6, 11, 9},
    };

    give(s, STAGE_EDGES, 2, 3, (const float[]){0.5f, -1.5f, 2, 1, 3.5f, 0.25f},
         3, 1, (const float[]){1.5f, 0.5f, -1.25f}, " with fractions");
    for (size_t n = 0; n < sizeof size / sizeof size[0]; n++)
        add(s, STAGE_EDGES, size[n][0], size[n][1], size[n][2], size[n][3], "");
}

static void at_random(struct suite *s, enum stage stage, int cases)
{
    for (int n = 0; n < cases; n++) {
        int side = 3 + 7 * n / cases;
        int h = suite_int(s, 2, side);
        int w = suite_int(s, 2, side + 2);

        add(s, stage, h, w, 1 + 2 * suite_int(s, 0, 2),
            1 + 2 * suite_int(s, 0, 2), "");
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
    enum { ROWS = 4, COLS = 5 };
    struct call *c[3];

    for (int n = 0; n < 3; n++) {
        c[n] = add(s, STAGE_PROPERTIES, ROWS, COLS, 3, 3,
                   n < 2 ? ", one of a sum" : ", the sum of two");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, K, c[0]->arg[K].data);
    }
    for (int n = 0; n < ROWS * COLS; n++)
        c[2]->arg[X].data[n] = c[0]->arg[X].data[n] + 2 * c[1]->arg[X].data[n];
    case_law(s, 3, is_linear);
}

/* What lies in zeros far from the border may move; the answer goes along. */
enum { BIG_H = 7, BIG_W = 9, SPOT = 3, DOWN = 1, RIGHT = 3 };

static const char *moves_along(const struct call *const *c, double *const *y)
{
    (void)c;
    for (int i = DOWN; i < BIG_H; i++)
        for (int j = RIGHT; j < BIG_W; j++)
            if (y[1][i * BIG_W + j] != y[0][(i - DOWN) * BIG_W + (j - RIGHT)])
                return "when the image moves, the answer must move along";
    return NULL;
}

static void equivariance(struct suite *s)
{
    float spot[SPOT * SPOT];
    struct call *c[2];

    for (int n = 0; n < SPOT * SPOT; n++)
        spot[n] = (float)suite_nonzero(s, -9, 9);
    for (int n = 0; n < 2; n++) {
        c[n] = add(s, STAGE_PROPERTIES, BIG_H, BIG_W, 3, 3,
                   n == 0 ? ", a spot" : ", the spot moved");
        suite_fill(s, c[n], STAGE_INTEGERS);
        case_values(s, X, (const float[BIG_H * BIG_W]){0});
        case_values(s, K, c[0]->arg[K].data);
        for (int p = 0; p < SPOT * SPOT; p++)
            c[n]->arg[X].data[(1 + n * DOWN + p / SPOT) * BIG_W +
                              (1 + n * RIGHT + p % SPOT)] = spot[p];
    }
    case_law(s, 2, moves_along);
}

static const char *changes_nothing(const struct call *const *c,
                                   double *const *y)
{
    for (int n = 0; n < c[0]->arg[Y].count; n++)
        if (y[0][n] != call_at(c[0], X, n))
            return "a kernel with a single 1 in the middle must change nothing";
    return NULL;
}

static void delta(struct suite *s)
{
    struct call *c =
        add(s, STAGE_PROPERTIES, 4, 6, 3, 5, ", a 1 in the middle");

    suite_fill(s, c, STAGE_INTEGERS);
    case_values(s, K, (const float[15]){[7] = 1});
    case_law(s, 1, changes_nothing);
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

const struct exercise exercise_filter_same_2d = {
    .kind = EXERCISE_WRITE,
    .title = "filter an image, keep its size",
    .anchor = "same-size-filtering-images",
    .params = params,
    .cases = cases,
    .right = right,
    .reference = reference,
    .misconceptions = misconceptions,
    .predict_case = PREDICT_CASE,
    .predict_wrong = {"C01", "P01", "P02"},
};
