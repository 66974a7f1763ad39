/* The misconceptions of same_padding. */
#include "../4_same_padding.h"

/* What a wrong program makes of an axis. */
typedef void sides(const struct same *a, int *before, int *after);

struct formula {
    sides *of;
};

static void formula(const struct call *c, struct answer *a, const void *how)
{
    const struct formula *f = how;
    struct same same = same_of(c);
    int before, after;

    f->of(&same, &before, &after);
    answer_put(a, BEFORE, 0, before, 0);
    answer_put(a, AFTER, 0, after, 0);
}

static int rounded_up(int a, int b)
{
    return (a + b - 1) / b;
}

static int extent(const struct same *a)
{
    return a->d * (a->k - 1) + 1;
}

/* The total for so many windows. */
static int total_for(const struct same *a, int outputs, int covers)
{
    int total = (outputs - 1) * a->s + covers - a->n;

    return total > 0 ? total : 0;
}

static int total_of(const struct same *a)
{
    return total_for(a, rounded_up(a->n, a->s), extent(a));
}

static void odd_after(int total, int *before, int *after)
{
    *before = total / 2;
    *after = total - total / 2;
}

static void odd_before(const struct same *a, int *before, int *after)
{
    odd_after(total_of(a), after, before);
}

static void odd_lost(const struct same *a, int *before, int *after)
{
    *before = *after = total_of(a) / 2;
}

static void odd_twice(const struct same *a, int *before, int *after)
{
    *before = *after = rounded_up(total_of(a), 2);
}

static void total_twice(const struct same *a, int *before, int *after)
{
    *before = *after = total_of(a);
}

static void all_after(const struct same *a, int *before, int *after)
{
    *before = 0;
    *after = total_of(a);
}

static void all_before(const struct same *a, int *before, int *after)
{
    *before = total_of(a);
    *after = 0;
}

static void half_kernel(const struct same *a, int *before, int *after)
{
    *before = *after = a->k / 2;
}

static void half_extent(const struct same *a, int *before, int *after)
{
    *before = *after = a->d * (a->k - 1) / 2;
}

static void half_dk(const struct same *a, int *before, int *after)
{
    *before = *after = a->d * (a->k / 2);
}

static void stride_ignored(const struct same *a, int *before, int *after)
{
    odd_after(a->d * (a->k - 1), before, after);
}

static void size_kept(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, a->n, extent(a)), before, after);
}

static void rounded_down(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, a->n / a->s, extent(a)), before, after);
}

static void always_one_more(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, a->n / a->s + 1, extent(a)), before, after);
}

static void dilation_ignored(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, rounded_up(a->n, a->s), a->k), before, after);
}

static void extent_dk(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, rounded_up(a->n, a->s), a->d * a->k), before, after);
}

static void below_zero(const struct same *a, int *before, int *after)
{
    int total = (rounded_up(a->n, a->s) - 1) * a->s + extent(a) - a->n;

    odd_after(total, before, after);
}

static void without_sign(const struct same *a, int *before, int *after)
{
    int total = (rounded_up(a->n, a->s) - 1) * a->s + extent(a) - a->n;

    odd_after(total < 0 ? -total : total, before, after);
}

static void kernel_less_stride(const struct same *a, int *before, int *after)
{
    int total = extent(a) - a->s;

    odd_after(total > 0 ? total : 0, before, after);
}

static void windows_times_stride(const struct same *a, int *before, int *after)
{
    odd_after(total_for(a, rounded_up(a->n, a->s) + 1, extent(a)), before,
              after);
}

static void least_one(const struct same *a, int *before, int *after)
{
    int total = total_of(a);

    odd_after(total > 1 ? total : 1, before, after);
}

#define SAME "same-padding"
#define SIDES(f)                                                               \
    SAME, formula, &(const struct formula)                                     \
    {                                                                          \
        f                                                                      \
    }

const struct misconception wrong_same_padding[] = {
    {"P09", "half the kernel on both sides",
     "k/2 is put on both sides: that suits odd kernels at stride 1 without "
     "dilation",
     SIDES(half_kernel)},
    {"SP1", "stride ignored",
     "the total is d*(k-1), as at stride 1; with a stride, fewer windows need "
     "less padding, and how much depends on n",
     SIDES(stride_ignored)},
    {"SP2", "half of d*(k-1) on both sides",
     "half of d*(k-1) is put on both sides: the stride is ignored, and an odd "
     "total loses one",
     SIDES(half_extent)},
    {"SP14", "d*(k/2) on both sides",
     "d*(k/2) is put on both sides, the habit for odd kernels at stride 1",
     SIDES(half_dk)},
    {"SP3", "odd one before",
     "if the total is odd, the odd one goes before; TensorFlow and PyTorch "
     "put it after",
     SIDES(odd_before)},
    {"SP4", "odd one lost", "both sides get half of the total, rounded down",
     SIDES(odd_lost)},
    {"SP5", "odd one on both sides",
     "both sides get half of the total, rounded up", SIDES(odd_twice)},
    {"SP6", "total on both sides",
     "both sides get the whole total; each gets half of it",
     SIDES(total_twice)},
    {"SP7", "all after", "all of the padding goes after", SIDES(all_after)},
    {"SP8", "all before", "all of the padding goes before", SIDES(all_before)},
    {"SP9", "size of the input kept",
     "so much padding that n windows fit; with a stride, same means ceil(n/s)",
     SIDES(size_kept)},
    {"SP10", "windows rounded down",
     "n/s is rounded down; same means ceil(n/s) windows", SIDES(rounded_down)},
    {"SP17", "n/s + 1 windows",
     "n/s + 1 windows are counted; ceil(n/s) is n/s where s divides n",
     SIDES(always_one_more)},
    {"D05", "dilation ignored",
     "the kernel is taken to be k long; spread, it covers d*(k-1) + 1",
     SIDES(dilation_ignored)},
    {"S06", "extent d*k",
     "the spread kernel is taken to be d*k long; it covers d*(k-1) + 1",
     SIDES(extent_dk)},
    {"SP11", "below zero",
     "the total goes below 0 where a stride passes over the kernel; then no "
     "padding is needed: at least 0",
     SIDES(below_zero)},
    {"SP12", "sign dropped",
     "a total below 0 loses its sign; then no padding is needed: 0",
     SIDES(without_sign)},
    {"SP13", "extent less stride",
     "the total is taken to be extent - s, which holds only where s divides n",
     SIDES(kernel_less_stride)},
    {"SP15", "one window too many",
     "padding for one window more: the first window needs no step",
     SIDES(windows_times_stride)},
    {"SP16", "at least one", "the total is at least 1; it may be 0",
     SIDES(least_one)},
    {.id = NULL},
};
