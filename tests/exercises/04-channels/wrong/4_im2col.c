/* The misconceptions of im2col: every program fills a matrix, and what
 * differs is which number goes where. */
#include "../4_im2col.h"

#include "tests/grader/mistakes.h"

/* The sizes; place (i, j), weight (c, u, v); row and column of x below it. */
struct place {
    int c_in, h, w, kh, kw, s, p, oh, ow;
    int c, u, v, i, j, row, column;
};

/* What is changed: the size, the place that is looked at, the index in x, the
 * index in cols. OUTSIDE: a zero; UNSET: nothing is written. */
typedef int index_of(const struct place *t);
enum { OUTSIDE = -1, UNSET = -2 };

struct windows {
    int (*windows)(int n, int k, int s, int p);
    void (*look)(struct place *t);
    index_of *x, *cols;
};

static void look(struct place *t)
{
    t->row = t->i * t->s + t->u - t->p;
    t->column = t->j * t->s + t->v - t->p;
}

static int is_inside(const struct place *t)
{
    return t->row >= 0 && t->row < t->h && t->column >= 0 && t->column < t->w;
}

static int at(const struct place *t, int row, int column)
{
    return (t->c * t->h + row) * t->w + column;
}

static int x_or_zero(const struct place *t)
{
    return is_inside(t) ? at(t, t->row, t->column) : OUTSIDE;
}

static int cols_at(const struct place *t)
{
    int r = (t->c * t->kh + t->u) * t->kw + t->v;

    return r * t->oh * t->ow + t->i * t->ow + t->j;
}

static void put(struct answer *a, const struct windows *how, struct place t)
{
    int count = a->call->arg[COLS].count;

    (how->look != NULL ? how->look : look)(&t);
    int from = (how->x != NULL ? how->x : x_or_zero)(&t);
    int to = (how->cols != NULL ? how->cols : cols_at)(&t);
    if (from == UNSET)
        return;
    if (from == OUTSIDE)
        answer_put(a, COLS, to, 0, 0);
    else if (from >= 0 && from < a->call->arg[X].count)
        answer_put(a, COLS, to, call_at(a->call, X, from), 0);
    else
        answer_unknown(a, COLS, to);
    if (to >= count)
        answer_unknown(a, COLS, count - 1);
}

static int windows(int n, int k, int s, int p)
{
    return (n + 2 * p - k) / s + 1;
}

static void count_windows(struct place *t, const struct windows *how)
{
    int (*count)(int n, int k, int s, int p) =
        how->windows != NULL ? how->windows : windows;

    t->oh = count(t->h, t->kh, t->s, t->p);
    t->ow = count(t->w, t->kw, t->s, t->p);
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    struct place t = {
        .c_in = call_number(c, C_IN),
        .h = call_number(c, H),
        .w = call_number(c, W),
        .kh = call_number(c, KH),
        .kw = call_number(c, KW),
        .s = call_number(c, S),
        .p = call_number(c, P),
    };

    count_windows(&t, how);
    for (t.c = 0; t.c < t.c_in; t.c++)
        for (t.u = 0; t.u < t.kh; t.u++)
            for (t.v = 0; t.v < t.kw; t.v++)
                for (t.i = 0; t.i < t.oh; t.i++)
                    for (t.j = 0; t.j < t.ow; t.j++)
                        put(a, how, t);
}

/* ---- another size -------------------------------------------------------- */

static int no_plus_one(int n, int k, int s, int p)
{
    return (n + 2 * p - k) / s;
}

static int padded_once(int n, int k, int s, int p)
{
    return (n + p - k) / s + 1;
}

static int not_padded(int n, int k, int s, int p)
{
    (void)p;
    return (n - k) / s + 1;
}

/* ---- another place ------------------------------------------------------- */

static void no_stride(struct place *t)
{
    t->row = t->i + t->u - t->p;
    t->column = t->j + t->v - t->p;
}

static void no_padding(struct place *t)
{
    t->row = t->i * t->s + t->u;
    t->column = t->j * t->s + t->v;
}

static void padding_added(struct place *t)
{
    t->row = t->i * t->s + t->u + t->p;
    t->column = t->j * t->s + t->v + t->p;
}

static void stride_down(struct place *t)
{
    t->row = t->i * t->s + t->u - t->p;
    t->column = t->j + t->v - t->p;
}

static void stride_across(struct place *t)
{
    t->row = t->i + t->u - t->p;
    t->column = t->j * t->s + t->v - t->p;
}

/* (i - p) * s: the padding is multiplied as well. */
static void padding_strides(struct place *t)
{
    t->row = (t->i - t->p) * t->s + t->u;
    t->column = (t->j - t->p) * t->s + t->v;
}

/* (i + u) * s: the window is spread as well. */
static void spread(struct place *t)
{
    t->row = (t->i + t->u) * t->s - t->p;
    t->column = (t->j + t->v) * t->s - t->p;
}

static void turned(struct place *t)
{
    t->row = t->i * t->s + t->kh - 1 - t->u - t->p;
    t->column = t->j * t->s + t->kw - 1 - t->v - t->p;
}

static void uv_exchanged(struct place *t)
{
    t->row = t->i * t->s + t->v - t->p;
    t->column = t->j * t->s + t->u - t->p;
}

/* ---- another number ------------------------------------------------------ */

static int x_first_plane(const struct place *t)
{
    return is_inside(t) ? t->row * t->w + t->column : OUTSIDE;
}

static int x_edge(const struct place *t)
{
    int row = t->row < 0 ? 0 : t->row >= t->h ? t->h - 1 : t->row;
    int column = t->column < 0 ? 0 : t->column >= t->w ? t->w - 1 : t->column;

    return at(t, row, column);
}

static int x_or_nothing(const struct place *t)
{
    return is_inside(t) ? at(t, t->row, t->column) : UNSET;
}

static int x_rows_checked(const struct place *t)
{
    return t->row >= 0 && t->row < t->h ? at(t, t->row, t->column) : OUTSIDE;
}

static int x_pitch(const struct place *t)
{
    return is_inside(t) ? t->c * t->h * t->w + t->row * t->h + t->column
                        : OUTSIDE;
}

static int x_channels_last(const struct place *t)
{
    return is_inside(t) ? (t->row * t->w + t->column) * t->c_in + t->c
                        : OUTSIDE;
}

/* > 0 for >= 0. */
static int x_but_first(const struct place *t)
{
    return t->row > 0 && t->column > 0 ? x_or_zero(t) : OUTSIDE;
}

/* ---- another column ------------------------------------------------------ */

static int cols_transposed(const struct place *t)
{
    int r = (t->c * t->kh + t->u) * t->kw + t->v;

    return (t->i * t->ow + t->j) * t->c_in * t->kh * t->kw + r;
}

static int cols_channels_last(const struct place *t)
{
    int r = (t->u * t->kw + t->v) * t->c_in + t->c;

    return r * t->oh * t->ow + t->i * t->ow + t->j;
}

static int cols_by_columns(const struct place *t)
{
    int r = (t->c * t->kh + t->u) * t->kw + t->v;

    return r * t->oh * t->ow + t->j * t->oh + t->i;
}

/* A column of cols holds the columns of its window, one by one. */
static int cols_window_turned(const struct place *t)
{
    int r = (t->c * t->kw + t->v) * t->kh + t->u;

    return r * t->oh * t->ow + t->i * t->ow + t->j;
}

static int cols_short_rows(const struct place *t)
{
    int r = (t->c * t->kh + t->u) * t->kw + t->v;

    return r * t->ow + t->i * t->ow + t->j;
}

static int cols_over_each_other(const struct place *t)
{
    int r = t->u * t->kw + t->v;

    return r * t->oh * t->ow + t->i * t->ow + t->j;
}

#define WINDOWS "windows-as-columns"
#define MEMORY "channels-in-memory"

const struct misconception wrong_im2col[] = {
    {"T02", "transposed",
     "the windows are rows of the matrix; each must be a column", WINDOWS, run,
     &(const struct windows){.cols = cols_transposed}},
    {"T04", "channels last in a column",
     "a column holds its window as row, column, channel; the weights lie as "
     "channel, row, column",
     WINDOWS, run, &(const struct windows){.cols = cols_channels_last}},
    {"T06", "places by columns",
     "the columns of cols follow the image column by column; the places are "
     "counted row by row",
     WINDOWS, run, &(const struct windows){.cols = cols_by_columns}},
    {"T07", "channels over each other",
     "all channels are written to the first kh*kw rows: c is missing in the "
     "row of cols",
     WINDOWS, run, &(const struct windows){.cols = cols_over_each_other}},
    {"T12", "rows of ow",
     "rows of cols are taken to be ow long; they have a number for each place, "
     "oh*ow",
     WINDOWS, run, &(const struct windows){.cols = cols_short_rows}},
    {"T08", "row and column of the window exchanged",
     "u goes along the columns and v along the rows of x; it is the other way "
     "round",
     WINDOWS, run, &(const struct windows){.look = uv_exchanged}},
    {"C03", "window column by column",
     "a column holds its window column by column, (c*kw + v)*kh + u; the "
     "weights lie row by row",
     WINDOWS, run, &(const struct windows){.cols = cols_window_turned}},
    {"C01", "flipped", "each window is turned by 180 degrees", WINDOWS, run,
     &(const struct windows){.look = turned}},
    {"N05", "first channel only",
     "every channel of cols holds channel 0 of x: c is missing in the index of "
     "x",
     WINDOWS, run, &(const struct windows){.x = x_first_plane}},
    {"N01", "channels last",
     "x is read as if the channels of a pixel lay side by side", MEMORY, run,
     &(const struct windows){.x = x_channels_last}},
    {"D01", "stride in the size only",
     "the number of places is right, but the window moves by 1: i*s + u",
     WINDOWS, run, &(const struct windows){.look = no_stride}},
    {"D02", "stride down only",
     "the window steps by s from row to row, but by 1 across: j*s + v", WINDOWS,
     run, &(const struct windows){.look = stride_down}},
    {"D02", "stride across only",
     "the window steps by s across, but by 1 from row to row: i*s + u", WINDOWS,
     run, &(const struct windows){.look = stride_across}},
    {"S01", "one place too few",
     "oh and ow are one too small: a + 1 is missing after the division",
     WINDOWS, run, &(const struct windows){.windows = no_plus_one}},
    {"S05", "padding counted once",
     "oh and ow are counted with p once; it is on both sides: 2*p", WINDOWS,
     run, &(const struct windows){.windows = padded_once}},
    {"S11", "size without padding",
     "oh and ow are counted without the padding; the image is 2*p larger",
     WINDOWS, run, &(const struct windows){.windows = not_padded}},
    {"P15", "padding times the stride",
     "x is read at (i - p)*s + u; the first window begins p higher, not p*s: "
     "i*s + u - p",
     WINDOWS, run, &(const struct windows){.look = padding_strides}},
    {"D07", "window spread by the stride",
     "x is read at (i + u)*s: the stride moves the window, it does not spread "
     "it: i*s + u",
     WINDOWS, run, &(const struct windows){.look = spread}},
    {"P01", "padding not subtracted",
     "x is read at i*s + u; the window begins p rows above the image and p "
     "columns to its left: - p",
     WINDOWS, run, &(const struct windows){.look = no_padding}},
    {"P16", "padding added",
     "x is read at i*s + u + p; the window begins p rows above the image: - p",
     WINDOWS, run, &(const struct windows){.look = padding_added}},
    {"P02", "edge repeated",
     "outside the image stands its nearest pixel; it must be 0", WINDOWS, run,
     &(const struct windows){.x = x_edge}},
    {"P12", "first row and column taken for padding",
     "row 0 and column 0 of the image count as outside: > 0 for >= 0", WINDOWS,
     run, &(const struct windows){.x = x_but_first}},
    {"P14", "columns not checked",
     "a window that hangs over at the side reads the row above or below; there "
     "it must find 0",
     WINDOWS, run, &(const struct windows){.x = x_rows_checked}},
    {"C11", "zeros not written",
     "what lies outside the image is never written; it must be set to 0",
     WINDOWS, run, &(const struct windows){.x = x_or_nothing}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", MEMORY, run,
     &(const struct windows){.x = x_pitch}},
    {"C14", "fraction cut off",
     "the numbers go through an int, which cuts off their fraction", WINDOWS,
     answer_spoiled, &(const struct spoiled){right_im2col, answer_cut}},
    {.id = NULL},
};
