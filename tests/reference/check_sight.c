/* Tests of reference/window.c: what a window sees. Every answer is compared with
 * a list of what is seen, made by walking. */
#include <limits.h>
#include <string.h>

#include "reference/window.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

enum { LONGEST = 9 };

/* Any axis on which the window has a place; kernels may be far longer than
 * the axis, and padding as wide as the mode allows, or several laps. */
static ref_axis roll(dice *d, ref_pad_mode mode)
{
    for (;;) {
        int n = dice_int(d, 1, LONGEST);
        int most = mode == REF_PAD_REFLECT    ? n - 1
                   : mode == REF_PAD_CIRCULAR ? n
                                              : 3 * n;
        const slow_axis a = {n,
                             dice_int(d, 1, 12),
                             dice_int(d, 1, 4),
                             dice_int(d, 0, most),
                             dice_int(d, 0, most),
                             dice_int(d, 1, dice_int(d, 1, 2 * LONGEST))};

        if (slow_output_size(&a) > 0)
            return (ref_axis){REF_AXIS_W, a.n,     a.k, a.s,
                              a.before,   a.after, a.d};
    }
}

static int positions(const ref_axis *a)
{
    const slow_axis slow = {a->n, a->k, a->s, a->before, a->after, a->d};

    return slow_output_size(&slow);
}

static int element(const ref_axis *a, ref_pad_mode mode, int position, int tap)
{
    return slow_pad_index(mode, position * a->s - a->before + tap * a->d, a->n);
}

/* Whether any tap of the window sees an element. */
static int is_seen(const ref_axis *a, ref_pad_mode mode, int position, int e)
{
    for (int tap = 0; tap < a->k; tap++)
        if (element(a, mode, position, tap) == e)
            return 1;
    return 0;
}

/* The elements, ascending and none twice; and the taps behind each. */
static void compare(const ref_axis *a, ref_pad_mode mode, int position)
{
    const ref_sight s = ref_sight_from(a, mode, position);
    int last = -1;

    for (int e = 0; e < a->n; e++) {
        int tap = -1;

        if (!is_seen(a, mode, position, e))
            continue;
        ck_assert_int_eq(ref_sight_next(&s, last), e);
        last = e;
        for (int t = 0; t < a->k; t++)
            if (element(a, mode, position, t) == e) {
                tap = ref_sight_tap(&s, e, tap);
                ck_assert_int_eq(tap, t);
            }
        ck_assert_int_eq(ref_sight_tap(&s, e, tap), -1);
    }
    ck_assert_int_eq(ref_sight_next(&s, last), -1);
    for (int t = 0; t < a->k; t++)
        ck_assert_int_eq(ref_sight_element(&s, t),
                         element(a, mode, position, t));
}

START_TEST(test_sight_by_walking)
{
    ref_pad_mode mode = (ref_pad_mode)_i;
    dice d = {1};

    for (int round = 0; round < 3000; round++) {
        const ref_axis a = roll(&d, mode);

        for (int position = 0; position < positions(&a); position++)
            compare(&a, mode, position);
    }
}
END_TEST

/* Would pass unseen: a mirror that shows an element twice and is counted
 * twice, or a period that the dilation shares a divisor with. */
START_TEST(test_sight_count_by_walking)
{
    ref_pad_mode mode = (ref_pad_mode)_i;
    dice d = {2};

    for (int round = 0; round < 20000; round++) {
        const ref_axis a = roll(&d, mode);
        int out = positions(&a), sum = 0;
        long long count = -1;

        for (int position = 0; position < out; position++)
            for (int e = 0; e < a.n; e++)
                sum += is_seen(&a, mode, position, e);
        ck_assert_int_eq(ref_sight_count(&a, mode, out, &count), REF_OK);
        ck_assert_int_eq(count, sum);
    }
}
END_TEST

/* What is absurd is counted at once or refused at once. */
START_TEST(test_sight_count_far_out)
{
    const ref_axis wide = {REF_AXIS_W, INT_MAX, 3, 1, 0, 0, 1};
    const ref_axis long_kernel = {REF_AXIS_W, INT_MAX, INT_MAX, 1, 0, 0, 1};
    const ref_axis padded = {REF_AXIS_W, 5, 3, 1, INT_MAX - 5, 0, 1};
    long long count = -1;

    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        ck_assert_int_eq(
            ref_sight_count(&wide, (ref_pad_mode)mode, INT_MAX - 2, &count),
            REF_OK);
        ck_assert_int_eq(count, 3LL * (INT_MAX - 2));
        ck_assert_int_eq(
            ref_sight_count(&long_kernel, (ref_pad_mode)mode, 1, &count),
            REF_OK);
        ck_assert_int_eq(count, INT_MAX);
    }
    ck_assert_int_eq(
        ref_sight_count(&padded, REF_PAD_ZEROS, INT_MAX - 2, &count), REF_OK);
    ck_assert_int_eq(count, 5 + 4 + 3);
    ck_assert_int_eq(
        ref_sight_count(&padded, REF_PAD_SYMMETRIC, INT_MAX - 2, &count),
        REF_EOVERFLOW);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "a kernel of 3"));
    ck_assert_int_eq(
        ref_sight_count(&padded, REF_PAD_REPLICATE, INT_MAX - 2, &count),
        REF_EOVERFLOW);
    ck_assert_int_eq(count, 5 + 4 + 3);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_sight_by_walking, REF_PAD_MODE_COUNT);
    suite_loop(test_sight_count_by_walking, REF_PAD_MODE_COUNT);
    suite_case("edges");
    suite_test(test_sight_count_far_out);
}

int main(void)
{
    return suite_main("sight", fill);
}
