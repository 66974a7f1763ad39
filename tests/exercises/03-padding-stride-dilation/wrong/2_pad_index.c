/* The misconceptions of pad_index: each takes a wrong map in one mode, or in
 * two that are built alike. */
#include "../2_pad_index.h"

#define ZEROS REF_PAD_ZEROS
#define REFLECT REF_PAD_REFLECT
#define SYMMETRIC REF_PAD_SYMMETRIC
#define REPLICATE REF_PAD_REPLICATE
#define CIRCULAR REF_PAD_CIRCULAR

static void mapped(const struct call *c, struct answer *a, const void *how)
{
    answer_put(a, RESULT, 0,
               maps_at(how, call_number(c, MODE), call_number(c, I),
                       call_number(c, N)),
               0);
}

static int right_at(int mode, int i, int n)
{
    return maps_at(&maps_right, mode, i, n);
}

/* ---- mirrors ------------------------------------------------------------- */

static int as_reflect(int i, int n)
{
    return right_at(REFLECT, i, n);
}

static int as_symmetric(int i, int n)
{
    return right_at(SYMMETRIC, i, n);
}

int once_reflected(int i, int n)
{
    if (n == 1)
        return 0;
    if (i < 0)
        return -i;
    return i < n ? i : 2 * (n - 1) - i;
}

int once_symmetric(int i, int n)
{
    if (i < 0)
        return -1 - i;
    return i < n ? i : 2 * n - 1 - i;
}

/* The remainder by the period, then one mirror. */
static int folded(int i, int period, int n, int mirror)
{
    int r = (i % period + period) % period;

    return r < n ? r : mirror - r;
}

static int reflect_period_2n(int i, int n)
{
    return folded(i, 2 * n, n, 2 * n - 2);
}

static int symmetric_period_short(int i, int n)
{
    return n == 1 ? 0 : folded(i, 2 * n - 2, n, 2 * n - 1);
}

int half_period_reflect(int i, int n)
{
    return right_at(CIRCULAR, i < 0 ? -i : i, n);
}

/* C's remainder keeps the sign, and the mirror does not mend it. */
static int reflect_c_remainder(int i, int n)
{
    int r = n == 1 ? 0 : i % (2 * n - 2);

    return r < n ? r : 2 * n - 2 - r;
}

static int symmetric_c_remainder(int i, int n)
{
    int r = i % (2 * n);

    return r < n ? r : 2 * n - 1 - r;
}

/* Distance without sign: right for reflect, one off for symmetric. */
static int symmetric_by_abs(int i, int n)
{
    return folded(i < 0 ? -i : i, 2 * n, n, 2 * n - 1);
}

/* The mirror of symmetric one place too far: its first image is n. */
static int symmetric_mirror_late(int i, int n)
{
    return folded(i, 2 * n, n, 2 * n);
}

static int reflect_one_is_none(int i, int n)
{
    return n == 1 ? -1 : right_at(REFLECT, i, n);
}

/* ---- the others ---------------------------------------------------------- */

int once_round(int i, int n)
{
    if (i < 0)
        return i + n;
    return i < n ? i : i - n;
}

static int c_remainder(int i, int n)
{
    return i % n;
}

static int backwards_round(int i, int n)
{
    return right_at(CIRCULAR, i < 0 ? -i : i, n);
}

static int zeros_as_edge(int i, int n)
{
    return right_at(REPLICATE, i, n);
}

static int zero_index(int i, int n)
{
    return i >= 0 && i < n ? i : 0;
}

static int zeros_unchecked(int i, int n)
{
    (void)n;
    return i;
}

static int zeros_one_late(int i, int n)
{
    return i >= 0 && i <= n ? i : -1;
}

static int zeros_one_early(int i, int n)
{
    return i > 0 && i < n ? i : -1;
}

static int other_edge(int i, int n)
{
    if (i < 0)
        return n - 1;
    return i < n ? i : 0;
}

static int clamped_to_n(int i, int n)
{
    if (i < 0)
        return 0;
    return i < n ? i : n;
}

static int left_edge_only(int i, int n)
{
    (void)n;
    return i < 0 ? 0 : i;
}

static int as_zeros(int i, int n)
{
    return right_at(ZEROS, i, n);
}

#define OUTSIDE "what-stands-outside"
#define MAPS(...)                                                              \
    OUTSIDE, mapped, &(const struct maps)                                      \
    {                                                                          \
        {                                                                      \
            __VA_ARGS__                                                        \
        }                                                                      \
    }

const struct misconception wrong_pad_index[] = {
    {"P03", "reflect for symmetric",
     "PAD_SYMMETRIC leaves out the edge element; its mirror stands beside the "
     "edge, so the edge is seen twice",
     MAPS([SYMMETRIC] = as_reflect)},
    {"P04", "symmetric for reflect",
     "PAD_REFLECT repeats the edge element; the edge itself is the mirror, so "
     "position -1 sees element 1",
     MAPS([REFLECT] = as_symmetric)},
    {"PI1", "mirrors exchanged",
     "PAD_REFLECT and PAD_SYMMETRIC are exchanged: symmetric is the one that "
     "repeats the edge",
     MAPS([REFLECT] = as_symmetric, [SYMMETRIC] = as_reflect)},
    {"P06", "one bounce only",
     "the mirrors work once; far outside, the mirror image has a mirror image "
     "of its own",
     MAPS([REFLECT] = once_reflected, [SYMMETRIC] = once_symmetric)},
    {"PI2", "one bounce in reflect",
     "PAD_REFLECT mirrors once; far outside, the mirror image has a mirror "
     "image of its own",
     MAPS([REFLECT] = once_reflected)},
    {"PI3", "reflect with period 2n",
     "PAD_REFLECT takes 2n for its period; both ends are seen once in a "
     "round, so it is 2(n-1)",
     MAPS([REFLECT] = reflect_period_2n)},
    {"PI4", "symmetric with period 2(n-1)",
     "PAD_SYMMETRIC takes 2(n-1) for its period; both ends are seen twice in "
     "a round, so it is 2n",
     MAPS([SYMMETRIC] = symmetric_period_short)},
    {"PI5", "one bounce in symmetric",
     "PAD_SYMMETRIC mirrors once; far outside, the mirror image has a mirror "
     "image of its own",
     MAPS([SYMMETRIC] = once_symmetric)},
    {"PI6", "reflect with C's remainder",
     "PAD_REFLECT takes i % period as it is, and that is negative for a "
     "negative i",
     MAPS([REFLECT] = reflect_c_remainder)},
    {"PI7", "reflect without a way back",
     "PAD_REFLECT mirrors once and then goes round: it walks from the last "
     "element to the first, not back",
     MAPS([REFLECT] = half_period_reflect)},
    {"PI8", "symmetric about element 0",
     "PAD_SYMMETRIC drops the sign of i: that mirrors about element 0, and "
     "not beside it",
     MAPS([SYMMETRIC] = symmetric_by_abs)},
    {"PI17", "mirror one too far",
     "PAD_SYMMETRIC mirrors place r of the round to 2n - r; place n sees n-1, "
     "so it is 2n - 1 - r",
     MAPS([SYMMETRIC] = symmetric_mirror_late)},
    {"PI18", "one element is none",
     "PAD_REFLECT returns -1 on an axis of one element; it sees that element",
     MAPS([REFLECT] = reflect_one_is_none)},
    {"P05", "C's remainder",
     "PAD_CIRCULAR takes i % n as it is; in C that is negative for a negative "
     "i: -1 % 3 is -1",
     MAPS([CIRCULAR] = c_remainder)},
    {"PI9", "C's remainder everywhere",
     "remainders are taken as C gives them, negative for a negative i, in "
     "every mode that repeats",
     MAPS([CIRCULAR] = c_remainder, [REFLECT] = reflect_c_remainder,
          [SYMMETRIC] = symmetric_c_remainder)},
    {"PI10", "one lap only",
     "PAD_CIRCULAR adds or takes away n once; far outside it takes several",
     MAPS([CIRCULAR] = once_round)},
    {"PI11", "circular without the sign",
     "PAD_CIRCULAR drops the sign of i: left of the axis it runs backwards",
     MAPS([CIRCULAR] = backwards_round)},
    {"P02", "edge value for zeros",
     "PAD_ZEROS sees the nearest element outside; nothing is seen there: -1",
     MAPS([ZEROS] = zeros_as_edge)},
    {"PI12", "zero for none",
     "PAD_ZEROS returns 0 outside, and 0 is the index of the first element; "
     "no element is -1",
     MAPS([ZEROS] = zero_index)},
    {"PI13", "zeros unchecked",
     "PAD_ZEROS returns the position itself, also outside; there it is -1",
     MAPS([ZEROS] = zeros_unchecked)},
    {"PI14", "zeros one late",
     "PAD_ZEROS takes position n for inside; the last element is n-1",
     MAPS([ZEROS] = zeros_one_late)},
    {"P12", "zeros one early",
     "PAD_ZEROS takes position 0 for outside: > 0 stands where >= 0 is meant",
     MAPS([ZEROS] = zeros_one_early)},
    {"PI15", "edges exchanged",
     "PAD_REPLICATE sees the far edge; it is the nearest element",
     MAPS([REPLICATE] = other_edge)},
    {"PI19", "left edge only",
     "PAD_REPLICATE returns the position itself behind the end; there it is "
     "n-1",
     MAPS([REPLICATE] = left_edge_only)},
    {"PI20", "mode ignored",
     "every mode returns -1 outside; only PAD_ZEROS sees nothing there",
     MAPS([REFLECT] = as_zeros, [SYMMETRIC] = as_zeros, [REPLICATE] = as_zeros,
          [CIRCULAR] = as_zeros)},
    {"PI16", "last is n",
     "PAD_REPLICATE returns n behind the end; the last element is n-1",
     MAPS([REPLICATE] = clamped_to_n)},
    {.id = NULL},
};
