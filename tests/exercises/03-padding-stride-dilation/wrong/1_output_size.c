/* The misconceptions of output_size. */
#include "../1_output_size.h"

/* What a wrong program returns for an axis on which a window fits. */
typedef int count(const struct window_axis *a);

static int extent(const struct window_axis *a)
{
    return a->d * (a->k - 1) + 1;
}

static int padded(const struct window_axis *a)
{
    return a->before + a->n + a->after;
}

/* Rounded down, where C's division rounds towards 0. */
static int floored(int a, int b)
{
    return a / b - (a % b < 0);
}

/* Where no window fits, nothing is said: it may be guarded or not. */
struct formula {
    count *of;
};
enum { UNSAID = -1000000 };

/* A wrong rest below 0 may be guarded as well, or not, or floored. */
static int windows(int rest, int s)
{
    return rest < 0 ? UNSAID : rest / s + 1;
}

static void formula(const struct call *c, struct answer *a, const void *how)
{
    const struct formula *f = how;
    struct window_axis axis = axis_of(c);

    int size = f->of(&axis);

    if (padded(&axis) < extent(&axis) || size == UNSAID)
        answer_unknown(a, RESULT, 0);
    else
        answer_put(a, RESULT, 0, size, 0);
}

/* The formula is right, and what it gives where no window fits is not. */
static void no_fit(const struct call *c, struct answer *a, const void *how)
{
    const struct formula *f = how;
    struct window_axis axis = axis_of(c);

    answer_put(a, RESULT, 0, f->of(&axis), 0);
}

static int no_plus_one(const struct window_axis *a)
{
    return (padded(a) - extent(a)) / a->s;
}

static int plus_one_inside(const struct window_axis *a)
{
    return (padded(a) - extent(a) + 1) / a->s;
}

static int rounded_up(const struct window_axis *a)
{
    return (padded(a) - extent(a) + a->s - 1) / a->s + 1;
}

static int rounded(const struct window_axis *a)
{
    return (2 * (padded(a) - extent(a)) + a->s) / (2 * a->s) + 1;
}

static int padded_before_only(const struct window_axis *a)
{
    return windows(a->n + a->before - extent(a), a->s);
}

static int before_twice(const struct window_axis *a)
{
    return windows(a->n + 2 * a->before - extent(a), a->s);
}

static int not_padded(const struct window_axis *a)
{
    return windows(a->n - extent(a), a->s);
}

static int extent_dk(const struct window_axis *a)
{
    return windows(padded(a) - a->d * a->k, a->s);
}

static int extent_without_one(const struct window_axis *a)
{
    return (padded(a) - a->d * (a->k - 1)) / a->s + 1;
}

static int plus_one_sign(const struct window_axis *a)
{
    return (padded(a) - a->d * (a->k - 1) + 1) / a->s + 1;
}

static int not_dilated(const struct window_axis *a)
{
    return (padded(a) - a->k) / a->s + 1;
}

static int d_zeros_between(const struct window_axis *a)
{
    return windows(padded(a) - ((a->d + 1) * (a->k - 1) + 1), a->s);
}

static int stride_dilation_exchanged(const struct window_axis *a)
{
    return windows(padded(a) - (a->s * (a->k - 1) + 1), a->d);
}

static int exact_refused(const struct window_axis *a)
{
    int rest = padded(a) - extent(a);

    return rest == 0 ? 0 : windows(rest, a->s);
}

static int not_strided(const struct window_axis *a)
{
    return padded(a) - extent(a) + 1;
}

static int towards_zero(const struct window_axis *a)
{
    return (padded(a) - extent(a)) / a->s + 1;
}

static int cut_at_zero(const struct window_axis *a)
{
    int size = towards_zero(a);

    return size < 0 ? 0 : size;
}

static int at_least_one(const struct window_axis *a)
{
    int size = towards_zero(a);

    return size < 1 ? 1 : size;
}

static int below_zero(const struct window_axis *a)
{
    return floored(padded(a) - extent(a), a->s) + 1;
}

static int minus_one(const struct window_axis *a)
{
    return padded(a) < extent(a) ? -1 : towards_zero(a);
}

#define COUNTING "counting-windows"

#define WRONG(f)                                                               \
    formula, &(const struct formula)                                           \
    {                                                                          \
        f                                                                      \
    }
#define NO_FIT(f)                                                              \
    no_fit, &(const struct formula)                                            \
    {                                                                          \
        f                                                                      \
    }

const struct misconception wrong_output_size[] = {
    {"S01", "no plus one",
     "the steps are counted, not the windows: the first window stands before "
     "the first step, so 1 must be added",
     COUNTING, WRONG(no_plus_one)},
    {"S02", "plus one inside",
     "the 1 is added before the division by the stride; it belongs after it",
     COUNTING, WRONG(plus_one_inside)},
    {"S03", "rounded up",
     "the division is rounded up: the last window hangs over the end", COUNTING,
     WRONG(rounded_up)},
    {"S04", "rounded to the nearest",
     "the division is rounded to the nearest number; a half step is no step",
     COUNTING, WRONG(rounded)},
    {"S05", "padded on one side",
     "only the padding before is added; the padding after counts as well",
     COUNTING, WRONG(padded_before_only)},
    {"OS1", "padding before taken twice",
     "the padding before is counted twice, as if the one after were the same",
     COUNTING, WRONG(before_twice)},
    {"OS2", "padding ignored",
     "the padding is not counted: the axis is before + n + after long",
     COUNTING, WRONG(not_padded)},
    {"S06", "extent d*k",
     "the spread kernel is taken to be d*k long; k elements have k-1 gaps, so "
     "it covers d*(k-1) + 1",
     COUNTING, WRONG(extent_dk)},
    {"OS3", "extent d*(k-1)",
     "the spread kernel is taken to be d*(k-1) long: that is the distance from "
     "its first element to its last, and covers one more",
     COUNTING, WRONG(extent_without_one)},
    {"S07", "sign of the one",
     "the 1 of the extent is added and not subtracted: a bracket is missing",
     COUNTING, WRONG(plus_one_sign)},
    {"S08", "dilation ignored",
     "the kernel is taken to be k long, whatever the dilation is", COUNTING,
     WRONG(not_dilated)},
    {"D06", "d zeros between",
     "d elements are left out between two kernel elements; a dilation of d "
     "goes on by d, which leaves out d-1",
     COUNTING, WRONG(d_zeros_between)},
    {"D03", "stride and dilation exchanged",
     "s spreads the kernel and d moves the window; it is the other way round",
     COUNTING, WRONG(stride_dilation_exchanged)},
    {"OS4", "stride ignored",
     "the windows of stride 1 are counted: nothing is divided by s", COUNTING,
     WRONG(not_strided)},
    {"OS10", "exact fit refused",
     "where the axis is just as long as the spread kernel, 0 is returned; "
     "there "
     "is room for one window",
     COUNTING, WRONG(exact_refused)},
    {"OS5", "division towards zero",
     "where no window fits, C rounds a negative quotient up to 0, and the + 1 "
     "makes a window of it",
     COUNTING, NO_FIT(towards_zero)},
    {"OS6", "cut at zero, too late",
     "sizes below 0 become 0, but C has already rounded -1/2 up to 0, and the "
     "+ 1 makes a window of it",
     COUNTING, NO_FIT(cut_at_zero)},
    {"OS7", "at least one window",
     "where no window fits, 1 is returned; it is 0", COUNTING,
     NO_FIT(at_least_one)},
    {"OS8", "below zero",
     "where no window fits, a number below 0 is returned; it is 0", COUNTING,
     NO_FIT(below_zero)},
    {"OS9", "minus one for nothing",
     "where no window fits, -1 is returned; it is 0", COUNTING,
     NO_FIT(minus_one)},
    {.id = NULL},
};
