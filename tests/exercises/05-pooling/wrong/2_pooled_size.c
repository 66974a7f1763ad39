/* The misconceptions of pooled_size. */
#include "../2_pooled_size.h"

#include <math.h>
#include <stdbool.h>

struct axis {
    long long w, kw, sw, pw;
    int ceil_mode;
};

typedef long long count(const struct axis *t);

/* What a program makes of a window that does not fit depends on how it
 * rounds. */
enum { UNKNOWN = -1000 };

struct counting {
    count *windows;
};

static void run(const struct call *c, struct answer *a, const void *how)
{
    const struct counting *counting = how;
    struct axis t = {call_number(c, W), call_number(c, KW), call_number(c, SW),
                     call_number(c, PW), call_number(c, CEIL_MODE)};

    long long windows = counting->windows(&t);

    if (windows == UNKNOWN)
        answer_unknown(a, RESULT, 0);
    else
        answer_put(a, RESULT, 0, (double)windows, 0);
}

/* ---- parts of the right program ------------------------------------------ */

static long long space(const struct axis *t)
{
    return t->w + 2 * t->pw - t->kw;
}

static long long up(const struct axis *t, long long n)
{
    return (n + t->sw - 1) / t->sw;
}

/* One less if the last window starts at `end` or behind it, counted from the
 * first place of the padding. */
static long long unless_behind(const struct axis *t, long long n, long long end)
{
    return t->ceil_mode != 0 && (n - 1) * t->sw >= end ? n - 1 : n;
}

static long long rounded(const struct axis *t)
{
    return (t->ceil_mode != 0 ? up(t, space(t)) : space(t) / t->sw) + 1;
}

/* ---- wrong programs ------------------------------------------------------ */

static long long always_floor(const struct axis *t)
{
    return space(t) / t->sw + 1;
}

static long long always_ceil(const struct axis *t)
{
    long long n = up(t, space(t)) + 1;

    return (n - 1) * t->sw >= t->w + t->pw ? n - 1 : n;
}

static long long no_last_window_rule(const struct axis *t)
{
    return rounded(t);
}

static long long rule_with_both_paddings(const struct axis *t)
{
    return unless_behind(t, rounded(t), t->w + 2 * t->pw);
}

static long long rule_without_padding(const struct axis *t)
{
    return unless_behind(t, rounded(t), t->w);
}

static long long rule_one_late(const struct axis *t)
{
    return unless_behind(t, rounded(t), t->w + t->pw + 1);
}

static long long rule_one_early(const struct axis *t)
{
    return unless_behind(t, rounded(t), t->w + t->pw - 1);
}

static long long no_plus_one(const struct axis *t)
{
    return unless_behind(t, rounded(t), t->w + t->pw) - 1;
}

static long long plus_one_inside(const struct axis *t)
{
    long long places = space(t) + 1;
    long long n = t->ceil_mode != 0 ? up(t, places) : places / t->sw;

    return unless_behind(t, n, t->w + t->pw);
}

static long long padding_once(const struct axis *t)
{
    struct axis once = *t;

    once.w = t->w - t->pw;
    if (space(&once) < 0)
        return UNKNOWN;
    return unless_behind(t, rounded(&once), t->w + t->pw);
}

static long long padding_forgotten(const struct axis *t)
{
    struct axis none = *t;

    none.pw = 0;
    if (space(&none) < 0)
        return UNKNOWN;
    return unless_behind(&none, rounded(&none), t->w);
}

/* The padding is missing in the quotient, and there in the rule. */
static long long padding_only_in_rule(const struct axis *t)
{
    struct axis none = *t;

    none.pw = 0;
    if (space(&none) < 0)
        return UNKNOWN;
    return unless_behind(t, rounded(&none), t->w + t->pw);
}

static long long nearest(const struct axis *t)
{
    return (long long)floor((double)space(t) / (double)t->sw + 0.5) + 1;
}

static long long mode_reversed(const struct axis *t)
{
    struct axis other = *t;

    other.ceil_mode = t->ceil_mode == 0;
    return unless_behind(&other, rounded(&other), t->w + t->pw);
}

static long long side_by_side(const struct axis *t)
{
    struct axis beside = *t;

    beside.sw = t->kw;
    return unless_behind(&beside, rounded(&beside), t->w + t->pw);
}

static long long one_more(const struct axis *t)
{
    return unless_behind(t, always_floor(t) + (t->ceil_mode != 0),
                         t->w + t->pw);
}

/* The rule is asked of the window that is added, not of the last one. */
static long long added_without_padding(const struct axis *t)
{
    long long n = always_floor(t);
    bool left_over = space(t) % t->sw != 0;

    return t->ceil_mode != 0 && left_over && n * t->sw < t->w ? n + 1 : n;
}

static long long no_stride(const struct axis *t)
{
    return space(t) + 1;
}

static long long only_one(const struct axis *t)
{
    return t->ceil_mode == 1 ? unless_behind(t, rounded(t), t->w + t->pw)
                             : always_floor(t);
}

#define SIZES "how-many-windows"
#define COUNTING(f)                                                            \
    run, &(const struct counting)                                              \
    {                                                                          \
        f                                                                      \
    }

const struct misconception wrong_pooled_size[] = {
    {"PS1", "always rounded down",
     "ceil_mode changes nothing; maybe an int division comes before ceil, and "
     "has already cut the fraction off",
     SIZES, COUNTING(always_floor)},
    {"PS2", "always rounded up",
     "the quotient is rounded up in both modes; without ceil_mode a window "
     "must end inside",
     SIZES, COUNTING(always_ceil)},
    {"M11", "last window not looked at",
     "in ceil mode a last window is counted that starts behind the last "
     "element and sees padding only",
     SIZES, COUNTING(no_last_window_rule)},
    {"PS3", "right padding taken for the inside",
     "the last window may start in the padding behind the last element; it "
     "must start before it",
     SIZES, COUNTING(rule_with_both_paddings)},
    {"PS4", "left padding forgotten",
     "the start of the last window is compared with w, but counted from the "
     "first place of the padding",
     SIZES, COUNTING(rule_without_padding)},
    {"PS13", "left padding forgotten",
     "the start of the window to be added is compared with w, but counted from "
     "the first place of the padding",
     SIZES, COUNTING(added_without_padding)},
    {"PS5", "last window one place late",
     "a last window that starts right behind the last element is counted",
     SIZES, COUNTING(rule_one_late)},
    {"PS6", "last window one place early",
     "a last window that starts on the last element is left out", SIZES,
     COUNTING(rule_one_early)},
    {"S01", "no plus one",
     "the number of steps is given; there is one window more than there are "
     "steps",
     SIZES, COUNTING(no_plus_one)},
    {"S02", "plus one inside",
     "the + 1 stands inside the quotient: it counts a window and not a place, "
     "so it belongs outside",
     SIZES, COUNTING(plus_one_inside)},
    {"S05", "padding once", "the padding is added once; it is on both sides",
     SIZES, COUNTING(padding_once)},
    {"PS7", "padding forgotten", "the padding is not added at all", SIZES,
     COUNTING(padding_forgotten)},
    {"PS15", "padding forgotten",
     "the padding is not added to the places in which the window can move",
     SIZES, COUNTING(padding_only_in_rule)},
    {"PS8", "rounded to nearest",
     "the quotient is rounded to the nearest number in both modes", SIZES,
     COUNTING(nearest)},
    {"PS9", "modes exchanged", "up and down are exchanged: 0 asks for down",
     SIZES, COUNTING(mode_reversed)},
    {"PS10", "stride not used",
     "the windows are taken to lie side by side, kw apart; they start every sw "
     "places",
     SIZES, COUNTING(side_by_side)},
    {"PS14", "stride forgotten",
     "the places are counted that a window can move; every sw places one "
     "starts",
     SIZES, COUNTING(no_stride)},
    {"PS11", "one more in ceil mode",
     "ceil mode always adds a window; it does so only if places are left over",
     SIZES, COUNTING(one_more)},
    {"PS12", "mode compared with 1",
     "ceil_mode is compared with 1; every number but 0 asks for it", SIZES,
     COUNTING(only_one)},
    {.id = NULL},
};
